/*
 * Read by clang-tidy before every source but error.c: functions that return the status they are
 * given, spelled out for an analyzer that sees one file at a time and would otherwise follow
 * `return kam_error_at(...)` as if it could mean success.
 */
#include "base/error.h"

/* clang-format off */
#define kam_error_at(error, status, ...) (kam_error_at(error, status, __VA_ARGS__), (status))
#define kam_error_set(error, status, ...) (kam_error_set(error, status, __VA_ARGS__), (status))
#define kam_error_nomem(error) (kam_error_nomem(error), KAM_NOMEM)
#define kam_error_system(error, ...) (kam_error_system(error, __VA_ARGS__), KAM_IO)
/* clang-format on */

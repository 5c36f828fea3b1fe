/*
 * clean: cells as they were meant, without what a spreadsheet or kam's own --excel wrapped around
 * them. What is clean stays as it is when it is cleaned again, so that an account table reads back
 * the same.
 */
#ifndef KAM_TABLE_CLEAN_H
#define KAM_TABLE_CLEAN_H

#include "base/arena.h"

/*
 * An id or a month: trimmed, and ="00123" unwrapped (doubled quotes in it made single, for which
 * memory is taken from ARENA). False when memory ran out.
 */
KAM_MUST_CHECK bool kam_clean_id(struct kam_text *cell, struct kam_arena *arena);

/*
 * A text: trimmed, without the apostrophe that --excel puts before what would be a formula, and
 * ="2026-10" unwrapped unless there is a quote in it.
 */
struct kam_text kam_clean_text(struct kam_text cell);

#endif

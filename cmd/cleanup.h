/*
 * cleanup: a tool that is ended by a signal leaves no temporary file behind.
 */
#ifndef KAM_CLEANUP_H
#define KAM_CLEANUP_H

#include "io/output.h"

/*
 * Should a signal such as SIGINT, SIGTERM or SIGPIPE end the program, remove OUTPUT's temporary
 * file first. Nothing has to be taken back: once the output is committed or discarded, the name
 * stands for no file.
 */
void kam_cleanup_guard(const struct kam_output *output);

/* None of the outputs guarded so far has a temporary file any more: for who writes many. */
void kam_cleanup_forget(void);

#endif

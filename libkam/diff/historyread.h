/*
 * historyread: the files of a history, read and added one after the other.
 */
#ifndef KAM_DIFF_HISTORYREAD_H
#define KAM_DIFF_HISTORYREAD_H

#include "diff/history.h"
#include "diff/historyfiles.h"

/*
 * Add all FILES to HISTORY, by its number of threads. Two snapshots are in memory at a time, or
 * three, where one is read while another is added; the last one stays, FILES having it. Of several
 * errors it is that of the earliest period.
 */
KAM_MUST_CHECK enum kam_status kam_history_read(struct kam_history *history,
                                                struct kam_history_files *files,
                                                const struct kam_reader_options *options,
                                                struct kam_error *error);

#endif

/*
 * store: all accounts of a run, by id. Ids are texts, always. Memory grows with accounts, never
 * with lines.
 */
#ifndef KAM_ACCOUNT_STORE_H
#define KAM_ACCOUNT_STORE_H

#include "account/account.h"
#include "account/runmerge.h"

struct kam_store;

/*
 * LAYOUT is borrowed. MONTH_HINT: months expected per account. The accounts are spread over PARTS,
 * from 1 to KAM_STORE_MOST_PARTS: threads that add lines wait for each other only where they are at
 * the same part. What is in the store doesn't depend on their number.
 */
enum { KAM_STORE_MOST_PARTS = 64 };
KAM_MUST_CHECK enum kam_status kam_store_new(struct kam_store **store,
                                             const struct kam_layout *layout, unsigned month_hint,
                                             unsigned parts, struct kam_error *error);

void kam_store_free(struct kam_store *store);

/*
 * Keep accounts in about BYTES of memory, at least those of a batch of lines: when there are more,
 * they are put aside in temporary files in DIRECTORY (borrowed), and later lines begin records of
 * their own. Then their numbers are gone, and only a walk merges all that belongs together.
 */
void kam_store_limit(struct kam_store *store, size_t bytes, const char *directory);

/*
 * Put the accounts in memory aside if they take more than they may; *GONE says whether. For those
 * who look accounts up by themselves. KAM_IO, KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_store_make_room(struct kam_store *store, bool *gone,
                                                   struct kam_error *error);

/*
 * With a limit: what follows comes from SOURCE, which a listener of kam_walk_open_with hears about
 * (from 0 if nothing is said). All that came before is put aside.
 */
KAM_MUST_CHECK enum kam_status kam_store_begin_source(struct kam_store *store, unsigned source,
                                                      struct kam_error *error);

/* Nothing is added any more. If some accounts were put aside, so are the others. */
KAM_MUST_CHECK enum kam_status kam_store_finish(struct kam_store *store, struct kam_error *error);

/* No accounts at all. */
bool kam_store_is_empty(const struct kam_store *store);

/*
 * Of a store that is finished: *MERGE of what was put aside (see runmerge.h; it may have to be
 * closed also after a failure), or NULL if all accounts are in memory.
 */
KAM_MUST_CHECK enum kam_status kam_store_open_merge(const struct kam_store *store,
                                                    const struct kam_run_listener *listener,
                                                    struct kam_run_merge **merge,
                                                    struct kam_error *error);

/*
 * How many accounts there are in memory, and a number that those of all are below: with several
 * parts there are numbers in between that nobody has. To visit them all see walk.h.
 */
size_t kam_store_count(const struct kam_store *store);
uint32_t kam_store_end(const struct kam_store *store);

/* The account with NUMBER; NULL if nobody has it. */
struct kam_account *kam_store_account(const struct kam_store *store, uint32_t number);

/* From the first month with a line to the last; none of them: a count of 0. */
struct kam_months kam_store_months(const struct kam_store *store);

/*
 * Have memory fetch ACCOUNT, which is going to be looked at soon; and, once that is there, the
 * texts of its attributes.
 */
void kam_store_fetch(const struct kam_store *store, const struct kam_account *account);
void kam_store_fetch_texts(const struct kam_store *store, const struct kam_account *account);

const struct kam_layout *kam_store_layout(const struct kam_store *store);

/* For merging with accounts of the store, one at a time. */
struct kam_account_context kam_store_context(struct kam_store *store);

/* The texts of set number SET; elements of records are numbers in it. */
const struct kam_map *kam_store_set_texts(const struct kam_store *store, size_t set);

/* The number of TEXT in it, added if it is new; from any thread. False: out of memory. */
KAM_MUST_CHECK bool kam_store_intern(struct kam_store *store, size_t set, struct kam_text text,
                                     uint32_t *number);

/* The number of the account called ID, added empty if it is new; KAM_NONE only if !ADD. */
enum kam_store_lookup { KAM_STORE_FIND, KAM_STORE_ADD };
KAM_MUST_CHECK enum kam_status kam_store_lookup(struct kam_store *store, struct kam_text id,
                                                enum kam_store_lookup mode, uint32_t *number,
                                                struct kam_error *error);

/*
 * Add LINES[COUNT] to their accounts, from any thread; a whole batch, so that memory is fetched
 * ahead, though KAM_STORE_MOST_LINES at most. KAM_DATA when a sum leaves the range of a decimal:
 * *FAILED is the line's position then.
 */
enum { KAM_STORE_MOST_LINES = 1024 };
KAM_MUST_CHECK enum kam_status kam_store_add_lines(struct kam_store *store,
                                                   const struct kam_line *const *lines,
                                                   size_t count, size_t *failed,
                                                   struct kam_error *error);

/*
 * An empty account of this store's layout that belongs to no id, for building one to merge; the
 * same one, emptied, with every call.
 */
struct kam_account *kam_store_scratch(struct kam_store *store);

#endif

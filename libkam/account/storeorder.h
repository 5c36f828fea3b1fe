/*
 * storeorder: the accounts of a store in the order of their ids.
 */
#ifndef KAM_ACCOUNT_STOREORDER_H
#define KAM_ACCOUNT_STOREORDER_H

#include "account/store.h"

/* The numbers of all accounts in memory ordered by id in bytes, into ORDER[kam_store_count]. */
KAM_MUST_CHECK enum kam_status kam_store_order(const struct kam_store *store, uint32_t *order,
                                               struct kam_error *error);

#endif

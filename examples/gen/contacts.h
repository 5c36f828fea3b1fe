/*
 * contacts: what the account managers of the company know of their key accounts beside the bills.
 */
#ifndef EXAMPLES_GEN_CONTACTS_H
#define EXAMPLES_GEN_CONTACTS_H

#include "company.h"

/*
 * contacts.csv: the people at the key accounts, and how they stand to the company and to its
 * competitors; as customers.csv, saved by a spreadsheet.
 */
void contacts_write(const struct company *company, const char *directory);

/* visits.csv: when the key accounts were visited. */
void contacts_write_visits(const struct company *company, const char *directory);

#endif

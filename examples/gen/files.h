/*
 * files: what the company knows about its customers beside the bills.
 */
#ifndef EXAMPLES_GEN_FILES_H
#define EXAMPLES_GEN_FILES_H

#include "company.h"

/*
 * customers.csv: the customer file, saved by a spreadsheet (UTF-8 with a byte order mark, CRLF):
 * manager, potential, credit, end of contract, budget. The large ones are in it, and a few
 * prospects.
 */
void files_write_customers(const struct company *company, const char *directory);

/* relations.csv: who belongs to whom, with the months it holds for. */
void files_write_relations(const struct company *company, const char *directory);

#endif

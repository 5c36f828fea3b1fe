/*
 * bills: what the customers of the example company are billed in a month. With credit notes, zero
 * lines, bills cancelled and issued again, and thousands separators where somebody liked them.
 */
#ifndef EXAMPLES_GEN_BILLS_H
#define EXAMPLES_GEN_BILLS_H

#include "company.h"
#include "sink.h"

/* Write bills-YYYY-MM.csv.gz (or, plain, bills-YYYY-MM.csv) of MONTH into DIRECTORY. */
void bills_write(const struct company *company, int month, const char *directory,
                 enum sink_form form);

#endif

/*
 * storyfiles: what the company of the story writes down: bills, customer files, relations.
 */
#ifndef EXAMPLES_GEN_STORYFILES_H
#define EXAMPLES_GEN_STORYFILES_H

#include "sink.h"
#include "story.h"

/* bills-YYYY-MM.csv.gz of the month; see export.h. */
void storyfiles_write_bills(const struct story *story, const char *directory, enum sink_form form);

/*
 * customers-YYYY-MM.csv: the customer file as it was saved in that month, with everybody who had a
 * bill within a year, and the prospects.
 */
void storyfiles_write_customers(const struct story *story, const char *directory);

/* relations.csv: all of them, with the months they hold for. */
void storyfiles_write_relations(const char *directory);

#endif

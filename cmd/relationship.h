/*
 * relationship: --contacts and --visits of kam-score: what a company knows of its customers beside
 * their bills, as columns that dimensions and rules may use.
 */
#ifndef KAM_RELATIONSHIP_H
#define KAM_RELATIONSHIP_H

#include "contact/relationship.h"
#include "contact/visits.h"
#include "front.h"

struct kam_relationship_input {
    const char *contacts_path, *contacts_encoding; /* --contacts, --contacts-encoding, or NULL */
    const char *visits_path, *visits_encoding;     /* --visits, --visits-encoding, or NULL */
    struct kam_contacts contacts;
    struct kam_relationships relationships; /* of the rows of the table */
    struct kam_visits visits;
};

/* Wrong usage where the options don't fit each other or what else FRONT was told. */
void kam_relationship_check(const struct kam_front *front,
                            const struct kam_relationship_input *input);

/* True if --contacts or --visits is standard input. */
bool kam_relationship_reads_input(const struct kam_relationship_input *input);

/*
 * Put closeness, advantage, advantage_2, visits and last_visit beside the columns of TABLE, as far
 * as INPUT says where they come from; TABLE becomes another one. Accounts that it doesn't know are
 * warned about. The caller frees INPUT whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_relationship_add(struct kam_front *front,
                                                    struct kam_relationship_input *input,
                                                    const struct kam_model *model,
                                                    struct kam_table *table,
                                                    struct kam_error *error);

/* What is known of contacts, for an explanation; NULL: there was no --contacts. */
const struct kam_relationships *
kam_relationship_contacts(const struct kam_relationship_input *input);

void kam_relationship_free(struct kam_relationship_input *input);

#endif

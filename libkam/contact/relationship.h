/*
 * relationship: how close a company is to each of its customers, and how far ahead of its
 * competitors.
 *
 * A contact belongs to the row of its account, or to that of which it is a member (owner.h). Those
 * about us and those about each competitor come to a closeness each. The advantage over a
 * competitor is the difference of the two, as they are written.
 */
#ifndef KAM_CONTACT_RELATIONSHIP_H
#define KAM_CONTACT_RELATIONSHIP_H

#include "account/owner.h"
#include "contact/closeness.h"
#include "contact/contacts.h"

/* Us, or a competitor, at a customer. */
struct kam_party {
    struct kam_text name; /* of the competitor; empty: us */
    uint32_t contacts;
    int32_t closeness; /* in units of 10^-4 */
};

/* A customer with contacts: us first, if any is about us, then its competitors, closest first. */
struct kam_relationship {
    const struct kam_party *parties;
    size_t count;
};

/* Zero-initialised there are none. */
struct kam_relationships {
    struct kam_relationship *items;
    size_t count;
    uint32_t *of_row; /* of each row of the table: its relationship, or KAM_NONE */
    struct kam_arena arena;
    struct kam_unowned unowned; /* contacts at accounts that the table doesn't have */
};

/*
 * What CONTACTS come to for the rows of TABLE by RULES, whose stale-after counts back from PERIOD.
 * RELATIONSHIPS, which the caller frees whatever the status, borrow from CONTACTS. KAM_DATA for a
 * TABLE as of kam_owner_find, and where stale-after needs a PERIOD or days of contacts that aren't
 * there.
 */
KAM_MUST_CHECK enum kam_status kam_relationships_make(struct kam_relationships *relationships,
                                                      const struct kam_contacts *contacts,
                                                      const struct kam_table *table,
                                                      const struct kam_model_contacts *rules,
                                                      int period, struct kam_error *error);

/* That of ROW; NULL: it has no contacts, or there are no RELATIONSHIPS at all (NULL). */
const struct kam_relationship *kam_relationship_of(const struct kam_relationships *relationships,
                                                   size_t row);

/* Us; NULL where no contact is about us, or RELATIONSHIP is NULL. */
const struct kam_party *kam_relationship_us(const struct kam_relationship *relationship);

/* Competitor number I, the closest first; NULL where there aren't as many. */
const struct kam_party *kam_relationship_competitor(const struct kam_relationship *relationship,
                                                    size_t i);

void kam_relationships_free(struct kam_relationships *relationships);

#endif

/*
 * tiercell: the kinds of cells that the tables of kam-tier have.
 */
#ifndef KAM_TIER_TIERCELL_H
#define KAM_TIER_TIERCELL_H

#include "io/writer.h"

enum { KAM_PLACES_MONEY = 2, KAM_PLACES_RATIO = 4, KAM_PLACES_SHARE = 6 };

void kam_tiercell_text(struct kam_writer *writer, struct kam_text text);

/* With as many places as it needs and at least PLACES. */
void kam_tiercell_number(struct kam_writer *writer, struct kam_decimal value, int places);

/* The same; empty where VALUE is KAM_NO_NUMBER. */
void kam_tiercell_optional(struct kam_writer *writer, struct kam_decimal value, int places);

void kam_tiercell_count(struct kam_writer *writer, size_t count);

/* PART / WHOLE, rounded half to even to PLACES; empty where WHOLE isn't above 0. */
void kam_tiercell_ratio(struct kam_writer *writer, struct kam_decimal part,
                        struct kam_decimal whole, int places);

/* COUNT empty cells. */
void kam_tiercell_empty(struct kam_writer *writer, size_t count);

/* A row of NAMES[COUNT], not ended. */
void kam_tiercell_names(struct kam_writer *writer, const char *const *names, size_t count);

#endif

/*
 * datefields: the numbers and names that a date is made of, before anybody knows which of them is
 * the year.
 */
#ifndef KAM_BASE_DATEFIELDS_H
#define KAM_BASE_DATEFIELDS_H

#include "text.h"

enum { KAM_DATE_FIELDS = 3 };

/* A number with its digits, or the name of month VALUE in English, which has none. */
struct kam_date_field {
    int value; /* of a number of more than four digits: any */
    size_t digits;
};

struct kam_date_fields {
    struct kam_date_field at[KAM_DATE_FIELDS];
    size_t count;
    /*
     * What stands between a field and the next: '-', '/', '.', ',' (white space may be behind the
     * last two), ' ', or 0 for nothing at all, as in 05OCT2026. The last three are found in dates
     * with a name only: the spaces of "2026-10 10:00" don't join fields.
     */
    char separators[KAM_DATE_FIELDS - 1];
    struct kam_text rest; /* behind the last field */
};

/* Split the front of TEXT, which has no white space but single spaces. */
struct kam_date_fields kam_date_fields_split(struct kam_text text);

static inline bool kam_date_field_is_name(struct kam_date_field field)
{
    return field.digits == 0;
}

/* One or two digits: a day, a month, or a year cut short. */
static inline bool kam_date_field_is_short(struct kam_date_field field)
{
    return field.digits == 1 || field.digits == 2;
}

#endif

#include "base/datefields.h"
#include "base/scan.h"

/* The month that NAME is in English, whole or its first three letters; 0 if none. */
static int month_named(struct kam_text name)
{
    static const char names[12][10] = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};

    if (kam_text_equal_fold(name, KAM_TEXT("sept")))
        return 9;
    for (int i = 0; i < 12; i++) {
        struct kam_text whole = kam_text_of(names[i]), three = {names[i], 3};
        if (kam_text_equal_fold(name, whole) || kam_text_equal_fold(name, three))
            return i + 1;
    }
    return 0;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool take_field(struct kam_text *rest, struct kam_date_field *field)
{
    size_t digits = kam_scan_digits(*rest), letters = 0;

    if (digits) {
        *field = (struct kam_date_field){kam_scan_number(rest, 1, 4), digits};
        rest->ptr += digits > 4 ? digits - 4 : 0;
        rest->len -= digits > 4 ? digits - 4 : 0;
        return true;
    }
    while (letters < rest->len && is_letter(rest->ptr[letters]))
        letters++;
    *field = (struct kam_date_field){month_named((struct kam_text){rest->ptr, letters}), 0};
    if (!field->value)
        return false;
    rest->ptr += letters;
    rest->len -= letters;
    return true;
}

static char take_separator(struct kam_text *rest)
{
    char c = rest->len ? rest->ptr[0] : '\0';

    if (kam_scan_one_of(rest, "-/"))
        return c;
    if (kam_scan_one_of(rest, ".,")) {
        kam_scan_skip(rest, KAM_TEXT(" "));
        return c;
    }
    return kam_scan_skip(rest, KAM_TEXT(" ")) ? ' ' : '\0';
}

struct kam_date_fields kam_date_fields_split(struct kam_text text)
{
    struct kam_date_fields fields = {.rest = text};
    struct kam_text next = text;
    char separator = '\0';
    bool named = false;

    while (fields.count < KAM_DATE_FIELDS && take_field(&next, &fields.at[fields.count])) {
        named = named || kam_date_field_is_name(fields.at[fields.count]);
        if (fields.count) {
            if (!named && separator != '-' && separator != '/' && separator != '.')
                break;
            fields.separators[fields.count - 1] = separator;
        }
        fields.count++;
        fields.rest = next;
        separator = take_separator(&next);
    }
    return fields;
}

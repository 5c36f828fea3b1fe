#include "base/numeral.h"

#include "base/digits.h"
#include "base/glyph.h"

/* No exponent is larger; no text is so long that this many digits were written. */
static const int64_t endless = INT64_C(1000000000000000);

static bool is_separator(uint32_t glyph, char decimal)
{
    switch (glyph) {
    case ' ':
    case '\'':
    case 0x00A0:
    case 0x2009:
    case 0x2019:
    case 0x202F:
        return true;
    default:
        glyph = kam_glyph_fold(glyph);
        return (glyph == ',' || glyph == '.') && glyph != (uint32_t)decimal;
    }
}

/* What has been read of a numeral. */
struct progress {
    struct kam_numeral numeral;
    size_t group; /* digits since the last separator */
    bool begins_with_0, has_decimal_sign;
};

static void read_digit(struct progress *p, uint32_t digit)
{
    if (!p->numeral.digits && !p->has_decimal_sign)
        p->begins_with_0 = digit == '0';
    p->numeral.digits++;
    p->group++;
    if (p->has_decimal_sign)
        p->numeral.places++;
}

/* Whether the whole part may end here. */
static bool whole_is_complete(const struct progress *p)
{
    return p->has_decimal_sign || !p->numeral.separator || p->group == 3;
}

static bool read_separator(struct progress *p, uint32_t glyph)
{
    bool is_first = !p->numeral.separator;

    if (p->has_decimal_sign || p->group > 3 || p->begins_with_0 ||
        (is_first ? p->group == 0 : p->group != 3 || glyph != p->numeral.separator))
        return false;
    p->numeral.separator = glyph;
    p->group = 0;
    return true;
}

/* The digits of an exponent, which are the rest of TEXT, with a sign or without. */
static bool read_exponent(struct kam_text text, int64_t *exponent)
{
    bool negative = false;
    size_t digits = 0;

    *exponent = 0;
    for (bool first = true; text.len; first = false) {
        uint32_t glyph = kam_glyph_take_folded(&text);
        if (glyph >= '0' && glyph <= '9') {
            digits++;
            if (*exponent < endless)
                *exponent = *exponent * 10 + (int64_t)(glyph - '0');
        } else if (first && (glyph == '-' || glyph == '+' || glyph == 0x2212)) {
            negative = glyph != '+';
        } else {
            return false;
        }
    }
    if (*exponent > endless)
        *exponent = endless;
    if (negative)
        *exponent = -*exponent;
    return digits > 0;
}

bool kam_numeral_read(struct kam_text text, enum kam_decimal_sign sign, struct kam_numeral *numeral)
{
    struct progress p = {.numeral.text = text};
    char decimal = sign == KAM_SIGN_COMMA ? ',' : '.';

    while (text.len) {
        uint32_t glyph = kam_glyph_take(&text), folded = kam_glyph_fold(glyph);
        if (folded >= '0' && folded <= '9') {
            read_digit(&p, folded);
        } else if (folded == (uint32_t)decimal) {
            if (p.has_decimal_sign || !whole_is_complete(&p))
                return false;
            p.has_decimal_sign = true;
        } else if (folded == 'e' || folded == 'E') {
            if (!p.numeral.digits || p.numeral.separator ||
                !read_exponent(text, &p.numeral.exponent))
                return false;
            break;
        } else if (!is_separator(glyph, decimal) || !read_separator(&p, glyph)) {
            return false;
        }
    }
    *numeral = p.numeral;
    return p.numeral.digits && whole_is_complete(&p);
}

/* The next digit of TEXT, which has one. */
static unsigned take_digit(struct kam_text *text)
{
    for (;;) {
        uint32_t glyph = kam_glyph_take_folded(text);
        if (glyph >= '0' && glyph <= '9')
            return glyph - '0';
    }
}

/* The digits of a numeral, cut behind some of them. */
struct cut {
    kam_uint128 kept;
    bool too_large; /* KEPT is more than a decimal holds */
    unsigned next;  /* the first digit behind the cut; 0 if there is none */
    bool more;      /* a digit other than 0 behind that */
};

static void keep_digit(struct cut *cut, unsigned digit)
{
    const kam_uint128 largest = ~(kam_uint128)0 >> 1;

    if (cut->kept > largest / 10 || cut->kept * 10 > largest - digit)
        cut->too_large = true;
    else
        cut->kept = cut->kept * 10 + digit;
}

/* Cut behind KEEP digits, where digit 0 is the first: those in front of it are zeros. */
static struct cut cut_digits(const struct kam_numeral *numeral, int64_t keep)
{
    struct kam_text text = numeral->text;
    struct cut cut = {0};

    for (int64_t i = 0; i < (int64_t)numeral->digits; i++) {
        unsigned digit = take_digit(&text);
        if (i < keep)
            keep_digit(&cut, digit);
        else if (i == keep)
            cut.next = digit;
        else
            cut.more |= digit != 0;
    }
    return cut;
}

enum kam_number kam_numeral_value(const struct kam_numeral *numeral, bool negative, int scale,
                                  int round, struct kam_decimal *value)
{
    unsigned places = round < 0 ? KAM_DECIMAL_PLACES : (unsigned)round;
    int64_t written = (int64_t)(numeral->digits - numeral->places);
    int64_t keep = written + numeral->exponent + scale + (int64_t)places;
    struct cut cut = cut_digits(numeral, keep);
    bool is_zero = !cut.kept && !cut.next && !cut.more;

    if (!is_zero && numeral->exponent > (int64_t)numeral->places)
        return KAM_NUMBER_LOST;
    for (int64_t i = (int64_t)numeral->digits; i < keep && cut.kept && !cut.too_large; i++)
        keep_digit(&cut, 0);
    if (round < 0 && (cut.next || cut.more) && !cut.too_large)
        return KAM_NUMBER_PLACES;
    if (cut.next > 5 || (cut.next == 5 && (cut.more || cut.kept % 2)))
        cut.kept++;
    if (cut.too_large ||
        !kam_digits_scale(cut.kept, kam_digits_power(KAM_DECIMAL_PLACES - places), negative, value))
        return KAM_NUMBER_RANGE;
    return KAM_NUMBER_OK;
}

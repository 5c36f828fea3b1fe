#include "import/totals.h"

static void note_different(struct kam_totals *totals, struct kam_decimal amount)
{
    bool is_new = kam_decimal_sign(amount) != 0;

    for (size_t i = 0; i < totals->different_count && is_new; i++)
        is_new = kam_decimal_compare(totals->different[i], amount) != 0;
    if (is_new)
        totals->different[totals->different_count++] = amount;
}

void kam_totals_add(struct kam_totals *totals, struct kam_decimal amount, uint64_t line)
{
    if (!kam_totals_has_met_enough(totals))
        note_different(totals, amount);
    kam_totals_add_sum(totals, 1, amount);
    kam_totals_note_last(totals, amount, line);
}

void kam_totals_add_sum(struct kam_totals *totals, uint64_t count, struct kam_decimal sum)
{
    totals->lines += count;
    if (!kam_decimal_add(&totals->sum, sum))
        totals->too_large = true;
}

void kam_totals_note_last(struct kam_totals *totals, struct kam_decimal last, uint64_t line)
{
    totals->last = last;
    totals->last_line = line;
}

/* The sum from now on is that since WORD. */
static void mark(struct kam_totals *totals, const char *word)
{
    size_t i = 0;

    while (i < totals->mark_count && totals->marks[i].word != word)
        i++;
    if (i == KAM_TOTAL_WORDS)
        return;
    totals->marks[i].word = word;
    totals->marks[i].sum = totals->sum;
    if (i == totals->mark_count)
        totals->mark_count++;
}

void kam_totals_mark(struct kam_totals *totals)
{
    mark(totals, NULL);
}

static bool is_since(const struct kam_totals *totals, struct kam_decimal before,
                     struct kam_decimal stated)
{
    struct kam_decimal since = totals->sum;

    return kam_decimal_subtract(&since, before) && kam_decimal_compare(since, stated) == 0;
}

bool kam_totals_check(struct kam_totals *totals, const char *word, struct kam_decimal stated,
                      uint64_t line)
{
    bool holds = totals->too_large || kam_decimal_compare(stated, totals->sum) == 0;

    if (totals->lines == 0 && !totals->has_first) {
        totals->has_first = true;
        totals->first = stated;
        totals->first_line = line;
        return true;
    }
    for (size_t i = 0; i < totals->mark_count && !holds; i++)
        if (!totals->marks[i].word || totals->marks[i].word == word)
            holds = is_since(totals, totals->marks[i].sum, stated);
    mark(totals, word);
    mark(totals, NULL);
    return holds;
}

bool kam_totals_finish(const struct kam_totals *totals)
{
    return !totals->has_first || totals->too_large ||
           kam_decimal_compare(totals->first, totals->sum) == 0;
}

bool kam_totals_last_is_sum(const struct kam_totals *totals)
{
    enum { ENOUGH = 6 };

    return totals->lines >= ENOUGH && totals->different_count == KAM_TOTAL_DIFFERENT &&
           !totals->too_large && kam_decimal_sign(totals->last) &&
           is_since(totals, totals->last, totals->last);
}

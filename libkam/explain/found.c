#include "explain/found.h"

#include "account/settext.h"
#include "table/columns.h"

enum { SHARE_PLACES = 4, MONEY_PLACES = 2 };

/* A comparison of a condition in a row. */
struct finding {
    const struct kam_binding *binding;
    const struct kam_term *term;
    struct kam_side_value left, other;
    const struct kam_subject *subject;
    struct kam_story *story;
};

/* ---- values ---------------------------------------------------------------------------------- */

/* What COLUMN, or the sum of so many MONTHS, is called. */
static struct kam_text name_side(struct kam_story *story, struct kam_text column, unsigned months)
{
    if (months == 0)
        return kam_speech_column(&story->speech, column);
    return kam_speech_phrase(&story->speech, KAM_SAY_LAST_MONTHS,
                             KAM_WORDS({"months", kam_speech_count(&story->speech, months)}));
}

static bool has_point(struct kam_text cell)
{
    return cell.len && memchr(cell.ptr, '.', cell.len) != NULL;
}

/* VALUE of COLUMN. Of a column that isn't kam's, what has a decimal point is taken for money. */
static struct kam_text say_value(struct kam_story *story, struct kam_text column, unsigned months,
                                 const struct kam_side_value *value)
{
    bool is_number = value->is_number && !kam_column_find(column);

    if (months || (is_number && has_point(value->cell)))
        return kam_speech_amount(&story->speech, value->number, MONEY_PLACES);
    return is_number ? kam_speech_number(&story->speech, value->number)
                     : kam_speech_cell(&story->speech, column, value->cell);
}

/* The texts of the set in CELL. */
static struct kam_text say_set(struct kam_story *story, struct kam_text cell)
{
    enum { MOST = 8 };
    struct kam_text items[MOST], item;
    struct kam_buffer scratch = {NULL, 0, 0};
    size_t count = 0;
    bool nomem = false;

    while (count < MOST && kam_settext_next(&cell, &item, &scratch, &nomem))
        items[count++] = kam_speech_keep(&story->speech, item);
    story->speech.failed = story->speech.failed || nomem;
    kam_buffer_free(&scratch);
    return kam_speech_enumerate(&story->speech, items, count);
}

static int month_of(const struct finding *finding, const struct kam_operand *operand)
{
    return operand->kind == KAM_OPERAND_PERIOD ? finding->binding->period + operand->month
                                               : operand->month;
}

static bool is_month(const struct kam_operand *operand)
{
    return operand->kind == KAM_OPERAND_MONTH || operand->kind == KAM_OPERAND_PERIOD;
}

/* The left side. */
static struct kam_text say_left(const struct finding *finding)
{
    const struct kam_term *term = finding->term;
    struct kam_text cell = finding->left.cell;
    struct kam_story *story = finding->story;

    if (term->op == KAM_OP_HAS)
        return say_set(story, cell);
    if (term->operand_count && is_month(term->operands)) {
        int month = kam_month_parse(cell, KAM_MONTH_CLEAR);
        return month == KAM_MONTH_NONE ? cell : kam_speech_month(&story->speech, month);
    }
    return say_value(story, term->column, term->months, &finding->left);
}

/* ---- what was looked for --------------------------------------------------------------------- */

/* A part of another column, with what that is: "30% of revenue 12,000.00". */
static struct kam_text say_part(const struct finding *finding, const struct kam_operand *operand)
{
    struct kam_story *story = finding->story;
    unsigned months = operand->kind == KAM_OPERAND_LAST ? (unsigned)operand->month : 0;
    int order = kam_decimal_compare(operand->number, kam_decimal_of(1));
    struct kam_text other = kam_speech_phrase(
        &story->speech, KAM_SAY_FOUND_IS,
        KAM_WORDS({"column", name_side(story, operand->text, months)},
                  {"value", say_value(story, operand->text, months, &finding->other)}));

    if (order == 0)
        return other;
    struct kam_text factor = order < 0 ? kam_speech_percent(&story->speech, operand->number)
                                       : kam_speech_number(&story->speech, operand->number);
    return kam_speech_phrase(&story->speech, order < 0 ? KAM_SAY_PART_OF : KAM_SAY_TIMES,
                             KAM_WORDS({"factor", factor}, {"other", other}));
}

static struct kam_text say_operand(const struct finding *finding, const struct kam_operand *operand)
{
    struct kam_story *story = finding->story;

    switch (operand->kind) {
    case KAM_OPERAND_TEXT:
        break;
    case KAM_OPERAND_NUMBER:
        return finding->term->months
                   ? kam_speech_amount(&story->speech, operand->number, 0)
                   : kam_speech_quantity(&story->speech, finding->term->column, operand->number);
    case KAM_OPERAND_MONTH:
    case KAM_OPERAND_PERIOD:
        return kam_speech_month(&story->speech, month_of(finding, operand));
    case KAM_OPERAND_COLUMN:
    case KAM_OPERAND_LAST:
        return say_part(finding, operand);
    }
    return operand->text;
}

/* The sentence for what has to be OP a limit, or a month; KAM_SENTENCES where nothing is added. */
static enum kam_sentence sentence_of(enum kam_operator op, bool of_months)
{
    switch (op) {
    case KAM_OP_LESS:
        return of_months ? KAM_SAY_WANTED_BEFORE : KAM_SAY_WANTED_LESS;
    case KAM_OP_AT_MOST:
        return of_months ? KAM_SAY_WANTED_UNTIL : KAM_SAY_WANTED_AT_MOST;
    case KAM_OP_MORE:
        return of_months ? KAM_SAY_WANTED_AFTER : KAM_SAY_WANTED_MORE;
    case KAM_OP_AT_LEAST:
        return of_months ? KAM_SAY_WANTED_FROM : KAM_SAY_WANTED_AT_LEAST;
    case KAM_OP_NOT_EQUAL:
        return KAM_SAY_WANTED_OTHER;
    case KAM_OP_EQUAL:
    case KAM_OP_IN:
    case KAM_OP_HAS:
    case KAM_OP_EMPTY:
        break;
    }
    return KAM_SENTENCES;
}

static struct kam_text say_wanted(const struct finding *finding, struct kam_text limit)
{
    const struct kam_term *term = finding->term;

    return kam_speech_phrase(&finding->story->speech,
                             sentence_of(term->op, is_month(term->operands)),
                             KAM_WORDS({"limit", limit}));
}

/* ---- phrases --------------------------------------------------------------------------------- */

/* "overdue 5,000.00, 41.67% of revenue 12,000.00 (at least 30%)", if that is what is compared. */
static bool say_share(const struct finding *finding, struct kam_text *phrase)
{
    const struct kam_operand *other = kam_term_other(finding->term);
    struct kam_story *story = finding->story;
    struct kam_decimal share;

    if (!other || kam_decimal_compare(other->number, kam_decimal_of(1)) >= 0 ||
        !finding->left.is_number || kam_decimal_sign(finding->other.number) <= 0 ||
        kam_decimal_divide(finding->left.number, finding->other.number, SHARE_PLACES, &share) !=
            KAM_NUMBER_OK)
        return false;
    unsigned months = other->kind == KAM_OPERAND_LAST ? (unsigned)other->month : 0;
    struct kam_text wanted = say_wanted(finding, kam_speech_percent(&story->speech, other->number));
    *phrase = kam_speech_phrase(
        &story->speech, KAM_SAY_FOUND_PART,
        KAM_WORDS({"column", name_side(story, finding->term->column, finding->term->months)},
                  {"value", say_left(finding)},
                  {"share", kam_speech_percent(&story->speech, share)},
                  {"other", name_side(story, other->text, months)},
                  {"amount", say_value(story, other->text, months, &finding->other)},
                  {"wanted", wanted}));
    return true;
}

/* "96.12% of its revenue in July 2026 (at least 80%)", likewise. */
static bool say_peak(const struct finding *finding, struct kam_text wanted, struct kam_text *phrase)
{
    struct kam_decimal revenue;
    int month;

    if (!kam_text_equal(finding->term->column, KAM_TEXT("peak_share")) ||
        !finding->left.is_number || !kam_subject_peak(finding->subject, &month, &revenue))
        return false;
    *phrase = kam_speech_phrase(
        &finding->story->speech, KAM_SAY_FOUND_PEAK,
        KAM_WORDS({"value", say_left(finding)},
                  {"month", kam_speech_month(&finding->story->speech, month)}, {"wanted", wanted}));
    return true;
}

static struct kam_text say_finding(const struct finding *finding)
{
    const struct kam_term *term = finding->term;
    struct kam_story *story = finding->story;
    struct kam_text column = name_side(story, term->column, term->months), wanted, phrase;

    if (term->op == KAM_OP_EMPTY || (!finding->left.cell.len && !finding->left.is_number))
        return kam_speech_phrase(&story->speech, KAM_SAY_FOUND_EMPTY,
                                 KAM_WORDS({"column", column}));
    if (sentence_of(term->op, false) == KAM_SENTENCES)
        return kam_speech_phrase(&story->speech, KAM_SAY_FOUND_IS,
                                 KAM_WORDS({"column", column}, {"value", say_left(finding)}));
    if (say_share(finding, &phrase))
        return phrase;
    wanted = say_wanted(finding, say_operand(finding, term->operands));
    if (say_peak(finding, wanted, &phrase))
        return phrase;
    return kam_speech_phrase(
        &story->speech, KAM_SAY_FOUND,
        KAM_WORDS({"column", column}, {"value", say_left(finding)}, {"wanted", wanted}));
}

struct kam_text kam_found_by(const struct kam_binding *binding, const struct kam_row_source *rows,
                             const struct kam_subject *subject, struct kam_story *story)
{
    const struct kam_condition *condition = binding->condition;
    struct kam_text *phrases =
        kam_arena_calloc(&story->speech.arena, condition->term_count + 1, sizeof *phrases);

    if (!phrases) {
        story->speech.failed = true;
        return KAM_TEXT("");
    }
    for (size_t i = 0; i < condition->term_count; i++) {
        struct finding finding = {
            .binding = binding, .term = &condition->terms[i], .subject = subject, .story = story};
        kam_binding_value(binding, rows, subject->row, i, &finding.left, &finding.other);
        phrases[i] = say_finding(&finding);
    }
    return kam_speech_clauses(&story->speech, phrases, condition->term_count);
}

struct kam_text kam_found(const struct kam_ruling *ruling, size_t rule,
                          const struct kam_subject *subject, struct kam_story *story)
{
    struct kam_shares_cells cells;
    const struct kam_row_source rows = kam_ruling_rows(ruling, &cells);

    return kam_found_by(&ruling->bindings[rule], &rows, subject, story);
}

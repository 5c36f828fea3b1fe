#include "report/texttable.h"

#include "base/character.h"
#include "language/speechround.h"
#include "report/textblocks.h"
#include "report/textfit.h"
#include "report/textwrap.h"

enum { TITLE_LINES = 3 };

/* A table as it is written. */
struct view {
    const struct kam_reporttable *table;
    struct kam_textpage *page;
    const struct kam_textcolumn *columns[KAM_TEXTTABLE_MOST];
    size_t sources[KAM_TEXTTABLE_MOST]; /* the columns of the table */
    struct kam_textfit fits[KAM_TEXTTABLE_MOST];
    double largest[KAM_TEXTTABLE_MOST]; /* of a column of bars */
    size_t count;
    size_t rows;
};

struct kam_text kam_texttable_cut(struct kam_text text, size_t columns, struct kam_speech *speech)
{
    struct kam_buffer buffer = {NULL, 0, 0};

    if (kam_character_columns(text) <= columns)
        return text;
    speech->failed = !kam_buffer_add(&buffer, kam_character_fit(text, columns - 1)) ||
                     !kam_buffer_add(&buffer, KAM_TEXT("…")) || speech->failed;
    text = kam_speech_keep(speech, kam_buffer_text(&buffer));
    kam_buffer_free(&buffer);
    return text;
}

/* ---- cells ----------------------------------------------------------------------------------- */

static struct kam_decimal value_of(const struct kam_reportcell *cell)
{
    struct kam_decimal value;

    return kam_decimal_parse(cell->value, &value) == KAM_NUMBER_OK ? value : KAM_NO_NUMBER;
}

static double size_of(const struct kam_reportcell *cell)
{
    struct kam_decimal value = value_of(cell);

    return kam_is_number(value) ? kam_decimal_to_double(value) : 0;
}

static const struct kam_reportcell *cell_at(const struct view *view, size_t row, size_t column)
{
    return kam_reporttable_at(view->table, row, view->sources[column]);
}

static bool is_total(const struct view *view, size_t row)
{
    return row >= kam_reporttable_rows(view->table) - view->table->totals;
}

/* Whether ROW of a bridge is a step between its two totals. */
static bool is_step(const struct view *view, size_t row)
{
    return row > 0 && !is_total(view, row);
}

static struct kam_text text_at(const struct view *view, size_t row, size_t column)
{
    const struct kam_reportcell *cell = cell_at(view, row, column);
    struct kam_speech *speech = view->page->speech;
    struct kam_decimal value = value_of(cell);
    double largest = view->largest[column];

    switch (view->columns[column]->form) {
    case KAM_TEXTFORM_SHORT:
        return kam_is_number(value) ? kam_speech_short(speech, value) : cell->shown;
    case KAM_TEXTFORM_DELTA:
        return kam_is_number(value) ? kam_speech_short_delta(speech, value) : cell->shown;
    case KAM_TEXTFORM_STEP:
        return is_step(view, row) ? kam_speech_short_delta(speech, value)
                                  : kam_speech_short(speech, value);
    case KAM_TEXTFORM_LINE:
        return kam_textblocks_line(speech, cell->line, cell->line_count);
    case KAM_TEXTFORM_BAR:
        return is_total(view, row) || largest <= 0
                   ? KAM_TEXT("")
                   : kam_textblocks_bar(speech, size_of(cell) / largest, view->fits[column].width);
    case KAM_TEXTFORM_CELL:
    case KAM_TEXTFORM_TIER:
    case KAM_TEXTFORM_MOVE:
        break;
    }
    return cell->shown;
}

/* 1 for up and who came, -1 for down and who left, 0 for any other, by the mark of MOVE. */
static int sign_of_move(struct kam_text move)
{
    uint32_t mark = move.len ? kam_character_take(&move) : 0;

    return (mark == 0x25B2 || mark == '+') - (mark == 0x25BC || mark == 0x2715);
}

static const char *colour_at(const struct view *view, size_t row, size_t column)
{
    const struct kam_reportcell *cell = cell_at(view, row, column);
    const struct kam_textpage *page = view->page;

    switch (view->columns[column]->form) {
    case KAM_TEXTFORM_TIER:
        return kam_textpage_tier_colour(page, cell->shown);
    case KAM_TEXTFORM_BAR: /* of the tier that the row is of */
        return kam_textpage_tier_colour(page, kam_reporttable_at(view->table, row, 0)->shown);
    case KAM_TEXTFORM_MOVE:
        return kam_textpage_sign_colour(page, sign_of_move(cell->shown));
    case KAM_TEXTFORM_STEP:
        return is_step(view, row) ? kam_textpage_sign_colour(page, kam_decimal_sign(value_of(cell)))
                                  : NULL;
    case KAM_TEXTFORM_DELTA:
        return kam_textpage_sign_colour(page, (size_of(cell) > 0) - (size_of(cell) < 0));
    case KAM_TEXTFORM_CELL:
    case KAM_TEXTFORM_SHORT:
    case KAM_TEXTFORM_LINE:
        break;
    }
    return NULL;
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* The row behind ROW that is shown: the first ones, then the totals. */
static size_t next_row(const struct view *view, size_t row)
{
    size_t totals = kam_reporttable_rows(view->table) - view->table->totals;

    row++;
    return row >= view->rows && row < totals ? totals : row;
}

static void write_row(const struct view *view, size_t row)
{
    struct kam_textpage *page = view->page;

    for (size_t i = 0; i < view->count; i++) {
        enum kam_reportcell_kind kind = view->table->columns[view->sources[i]].kind;
        enum kam_textform form = view->columns[i]->form;
        bool is_number = kind == KAM_REPORTCELL_NUMBER && form != KAM_TEXTFORM_BAR;
        size_t width = view->fits[i].width;
        if (width == 0)
            continue;
        struct kam_text text = kam_texttable_cut(text_at(view, row, i), width, page->speech);
        kam_grid_add(&page->grid, text, is_number ? KAM_GRID_RIGHT : KAM_GRID_LEFT, 0);
        kam_grid_paint(&page->grid, colour_at(view, row, i));
    }
    kam_grid_end_row(&page->grid);
}

/* Line NUMBER of TITLE; empty, if it has fewer. */
static struct kam_text title_line(const struct kam_texttitle *title, size_t number)
{
    struct kam_text rest = title->text, line;

    do
        line = rest.len ? kam_textwrap_take(&rest, title->width) : KAM_TEXT("");
    while (number--);
    return line;
}

static size_t title_lines(const struct kam_texttitle *title)
{
    size_t lines = 0;

    while (title->width && lines < TITLE_LINES && title_line(title, lines).len)
        lines++;
    return lines;
}

void kam_texttable_titles(const struct kam_texttitle *titles, size_t count,
                          struct kam_textpage *page)
{
    size_t most = 0;

    for (size_t i = 0; i < count; i++) {
        size_t lines = title_lines(&titles[i]);
        most = lines > most ? lines : most;
    }
    for (size_t line = 0; line < most; line++) {
        for (size_t i = 0; i < count; i++) {
            size_t above = most - title_lines(&titles[i]); /* empty lines */
            if (titles[i].width == 0)
                continue;
            kam_grid_add(&page->grid,
                         line < above ? KAM_TEXT("") : title_line(&titles[i], line - above),
                         titles[i].side, 0);
        }
        kam_grid_end_row(&page->grid);
    }
}

/* Whether nothing happened in a step of a bridge: all its numbers are 0. */
static bool is_idle(const struct view *view, size_t row)
{
    bool is_bridge = false, is_zero = is_step(view, row);

    for (size_t i = 0; i < view->count; i++) {
        const struct kam_reportcell *cell = cell_at(view, row, i);
        is_bridge = is_bridge || view->columns[i]->form == KAM_TEXTFORM_STEP;
        is_zero = is_zero && (cell->value.len == 0 || kam_decimal_sign(value_of(cell)) == 0);
    }
    return is_bridge && is_zero;
}

static void write_titles(const struct view *view)
{
    struct kam_texttitle titles[KAM_TEXTTABLE_MOST];

    for (size_t i = 0; i < view->count; i++) {
        const struct kam_reportcolumn *column = &view->table->columns[view->sources[i]];
        bool is_bar = view->columns[i]->form == KAM_TEXTFORM_BAR;
        bool is_number = column->kind == KAM_REPORTCELL_NUMBER && !is_bar;
        titles[i] =
            (struct kam_texttitle){is_bar ? KAM_TEXT("") : column->title, view->fits[i].width,
                                   is_number ? KAM_GRID_RIGHT : KAM_GRID_LEFT};
    }
    kam_texttable_titles(titles, view->count, view->page);
}

/* ---- columns --------------------------------------------------------------------------------- */

/* How wide column number COLUMN of the view would like to be; 0: it is empty. */
static size_t natural_width(struct view *view, size_t column)
{
    const struct kam_textcolumn *spec = view->columns[column];
    size_t rows = kam_reporttable_rows(view->table), widest = 0;

    for (size_t row = 0; row < rows; row = next_row(view, row)) {
        double size = is_total(view, row) ? 0 : size_of(cell_at(view, row, column));
        view->largest[column] = size > view->largest[column] ? size : view->largest[column];
        size_t width = spec->form == KAM_TEXTFORM_BAR
                           ? (size_t)(view->largest[column] > 0) * spec->most
                           : kam_character_columns(text_at(view, row, column));
        widest = width > widest ? width : widest;
    }
    if (widest == 0 || spec->form == KAM_TEXTFORM_BAR)
        return widest;
    size_t word = kam_textwrap_longest_word(view->table->columns[view->sources[column]].title);
    widest = word > widest ? word : widest;
    return spec->most && widest > spec->most ? spec->most : widest;
}

static void add_column(struct view *view, const struct kam_textcolumn *spec)
{
    const struct kam_reporttable *table = view->table;
    struct kam_text title = kam_speech_label(view->page->speech, spec->label);
    size_t source = 0;

    while (source < table->column_count && !kam_text_equal(table->columns[source].title, title))
        source++;
    if (source == table->column_count || view->count == KAM_TEXTTABLE_MOST)
        return;
    view->columns[view->count] = spec;
    view->sources[view->count] = source;
    view->largest[view->count] = 0;
    size_t natural = natural_width(view, view->count);
    if (natural == 0)
        return;
    size_t word = kam_textwrap_longest_word(title);
    size_t least = spec->form == KAM_TEXTFORM_BAR || spec->least > word ? spec->least : word;
    if (spec->least == 0 || least > natural)
        least = natural;
    view->fits[view->count++] =
        (struct kam_textfit){.natural = natural, .least = least, .rank = spec->rank};
}

void kam_texttable_write(const struct kam_reporttable *table, const struct kam_textcolumn *columns,
                         size_t count, size_t rows, struct kam_textpage *page)
{
    struct view view = {.table = table, .page = page, .rows = rows};

    if (kam_reporttable_rows(table) == 0)
        return;
    for (size_t i = 0; i < count; i++)
        add_column(&view, &columns[i]);
    kam_textfit(view.fits, view.count, KAM_GRID_GAP, page->width - KAM_TEXTPAGE_INDENT);
    write_titles(&view);
    for (size_t row = 0; row < kam_reporttable_rows(table); row = next_row(&view, row))
        if (!is_idle(&view, row))
            write_row(&view, row);
    kam_textpage_grid(page);
}

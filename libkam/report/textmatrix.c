#include "report/textmatrix.h"

#include "base/character.h"
#include "report/textfit.h"
#include "report/texttable.h"
#include "report/textwrap.h"

#include <stdlib.h>

/* No name is cut to less; no title is parted within a shorter word. */
enum { LEAST_NAME = 6, LEAST_WORD = 10 };

static bool is_zero(const struct kam_reportcell *cell)
{
    return kam_text_equal(cell->value, KAM_TEXT("0"));
}

static struct kam_text shown(const struct kam_reportcell *cell)
{
    return is_zero(cell) ? KAM_TEXT("·") : cell->shown;
}

/* How wide each column would be, and may be; false if that is too much for the page. */
static bool fit_columns(const struct kam_reporttable *table, struct kam_textfit *fits,
                        const struct kam_textpage *page)
{
    size_t room = page->width - KAM_TEXTPAGE_INDENT, least = 0;

    for (size_t c = 0; c < table->column_count; c++) {
        size_t widest = 1, word = kam_textwrap_longest_word(table->columns[c].title);
        for (size_t row = 0; row < kam_reporttable_rows(table); row++) {
            size_t width = kam_character_columns(shown(kam_reporttable_at(table, row, c)));
            widest = width > widest ? width : widest;
        }
        fits[c].natural = word > widest ? word : widest;
        size_t title = word > LEAST_WORD ? LEAST_WORD : word;
        fits[c].least = widest > title ? widest : title;
        if (c == 0 && widest > LEAST_NAME)
            fits[c].least = LEAST_NAME;
        least += fits[c].least + (c ? KAM_GRID_GAP : 0);
    }
    kam_textfit(fits, table->column_count, KAM_GRID_GAP, room);
    return least <= room;
}

static void write_titles(const struct kam_reporttable *table, const struct kam_textfit *fits,
                         struct kam_texttitle *titles, struct kam_textpage *page)
{
    for (size_t c = 0; c < table->column_count; c++)
        titles[c] = (struct kam_texttitle){table->columns[c].title, fits[c].width,
                                           c ? KAM_GRID_RIGHT : KAM_GRID_LEFT};
    kam_texttable_titles(titles, table->column_count, page);
}

/* Up, if a tier above that of the row; down, if one below. */
static const char *colour_at(const struct kam_reporttable *table, size_t row, size_t column,
                             const struct kam_textpage *page)
{
    const struct kam_map *tiers = &page->ladder->tiers;
    struct kam_text name = kam_reporttable_at(table, row, 0)->shown;
    uint32_t from = kam_map_find(tiers, name);
    uint32_t to = kam_map_find(tiers, table->columns[column].title);

    if (column == 0)
        return kam_textpage_tier_colour(page, name);
    if (from == KAM_NONE || to == KAM_NONE || is_zero(kam_reporttable_at(table, row, column)))
        return NULL;
    return kam_textpage_sign_colour(page, (from > to) - (from < to));
}

static void write_matrix(const struct kam_reporttable *table, const struct kam_textfit *fits,
                         struct kam_textpage *page)
{
    for (size_t row = 0; row < kam_reporttable_rows(table); row++) {
        for (size_t c = 0; c < table->column_count; c++) {
            struct kam_text text = shown(kam_reporttable_at(table, row, c));
            kam_grid_add(&page->grid, kam_texttable_cut(text, fits[c].width, page->speech),
                         c ? KAM_GRID_RIGHT : KAM_GRID_LEFT, 0);
            kam_grid_paint(&page->grid, colour_at(table, row, c, page));
        }
        kam_grid_end_row(&page->grid);
    }
    kam_textpage_grid(page);
}

/* A row for each cell with customers beside the diagonal: "gold", "→ silver", "12". */
static void write_list(const struct kam_reporttable *table, struct kam_textpage *page)
{
    size_t most = (page->width - KAM_TEXTPAGE_INDENT) / 3;

    for (size_t row = 0; row + 1 < kam_reporttable_rows(table); row++) {
        struct kam_text from = kam_reporttable_at(table, row, 0)->shown;
        for (size_t c = 1; c + 1 < table->column_count; c++) {
            const struct kam_reportcell *cell = kam_reporttable_at(table, row, c);
            struct kam_text to = table->columns[c].title;
            if (is_zero(cell) || c == row + 1)
                continue;
            kam_grid_add(&page->grid, kam_texttable_cut(from, most, page->speech), KAM_GRID_LEFT,
                         0);
            kam_grid_add(&page->grid, KAM_TEXT("→"), KAM_GRID_LEFT, 0);
            kam_grid_add(&page->grid, kam_texttable_cut(to, most, page->speech), KAM_GRID_LEFT, 0);
            kam_grid_add(&page->grid, cell->shown, KAM_GRID_RIGHT, 0);
            kam_grid_paint(&page->grid, colour_at(table, row, c, page));
            kam_grid_end_row(&page->grid);
        }
    }
    kam_textpage_grid(page);
}

void kam_textmatrix_write(const struct kam_reporttable *table, struct kam_textpage *page)
{
    struct kam_textfit *fits = calloc(table->column_count + 1, sizeof *fits);
    struct kam_texttitle *titles = calloc(table->column_count + 1, sizeof *titles);

    page->failed = page->failed || !fits || !titles;
    if (fits && titles && table->column_count) {
        if (fit_columns(table, fits, page)) {
            write_titles(table, fits, titles, page);
            write_matrix(table, fits, page);
        } else {
            write_list(table, page);
        }
    }
    free(fits);
    free(titles);
}

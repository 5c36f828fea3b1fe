#include "inspecttext.h"
#include "io/grid.h"

enum { INDENT = 2, WIDEST_CELL = 24, WIDEST_NAME = 40, BAD_SHOWN = 10 };

/* A page in the making. */
struct page {
    const struct kam_facts *facts;
    struct kam_output *output;
    struct kam_grid grid;
    bool begun; /* the next block comes behind an empty line */
};

const char *kam_inspect_name(const struct kam_inspection *inspection)
{
    return strcmp(inspection->path, "-") == 0 ? "standard input" : inspection->path;
}

static bool is_item(const struct kam_fact *fact, const char *item)
{
    return strcmp(fact->item, item) == 0;
}

static void add(struct page *page, struct kam_text text, size_t most)
{
    kam_grid_add(&page->grid, text, KAM_GRID_LEFT, most);
}

static void add_string(struct page *page, const char *text)
{
    add(page, kam_text_of(text), 0);
}

static void add_right(struct page *page, const struct kam_fact *fact)
{
    kam_grid_add(&page->grid, fact ? fact->value : KAM_TEXT(""), KAM_GRID_RIGHT, 0);
}

/* Write what is in the grid as a block of its own. */
static void flush(struct page *page)
{
    if (page->grid.count == 0)
        return;
    if (page->begun)
        kam_output_write(page->output, KAM_TEXT("\n"));
    page->begun = true;
    kam_grid_write(&page->grid, page->output, INDENT);
}

/* ---- pairs ----------------------------------------------------------------------------------- */

/* LABEL  NAME VALUE (WHY) */
static void add_pair(struct page *page, const char *label, const struct kam_fact *fact)
{
    struct kam_buffer text = {NULL, 0, 0};
    bool ok = !is_item(fact, "title") || kam_buffer_add(&text, KAM_TEXT("line "));

    if (ok && fact->name.len)
        ok = kam_buffer_add(&text, fact->name) && kam_buffer_add(&text, KAM_TEXT(": "));
    ok = ok && kam_buffer_add(&text, fact->value);
    if (ok && fact->why.len)
        ok = kam_buffer_add(&text, KAM_TEXT(" (")) && kam_buffer_add(&text, fact->why) &&
             kam_buffer_add_byte(&text, ')');
    page->grid.failed = page->grid.failed || !ok;
    add_string(page, label);
    add(page, kam_buffer_text(&text), 0);
    kam_grid_end_row(&page->grid);
    kam_buffer_free(&text);
}

static void add_pairs(struct page *page, const char *const (*items)[2], size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t f = 0; f < page->facts->count; f++)
            if (is_item(&page->facts->items[f], items[i][0]))
                add_pair(page, items[i][1], &page->facts->items[f]);
    flush(page);
}

/* ---- columns --------------------------------------------------------------------------------- */

static bool all_empty(const struct kam_facts *facts, size_t from)
{
    for (size_t i = from; i < facts->count && is_item(&facts->items[i], "sample"); i++)
        if (facts->items[i].value.len)
            return false;
    return true;
}

/* The samples that follow fact number AT, which is the last one about its column, in one cell. */
static void add_samples(struct page *page, size_t at)
{
    bool any = false;

    if (all_empty(page->facts, at + 1)) {
        add_string(page, "(empty)");
        return;
    }
    for (size_t i = at + 1; i < page->facts->count; i++) {
        const struct kam_fact *fact = &page->facts->items[i];
        if (!is_item(fact, "sample"))
            break;
        if (any)
            add_string(page, "|");
        add(page, fact->value, WIDEST_CELL);
        any = true;
    }
}

static void write_columns(struct page *page)
{
    const struct kam_fact *others = kam_facts_find(page->facts, "other-columns", 0);

    if (!kam_facts_find(page->facts, "column", 0))
        return;
    add_string(page, "column");
    add_string(page, "meaning");
    add_string(page, "why");
    add_string(page, "first cells");
    kam_grid_end_row(&page->grid);
    for (size_t i = 0; i < page->facts->count; i++) {
        const struct kam_fact *fact = &page->facts->items[i];
        if (!is_item(fact, "column"))
            continue;
        add(page, fact->name.len ? fact->name : KAM_TEXT("(no name)"), WIDEST_NAME);
        add(page, fact->value.len ? fact->value : KAM_TEXT("-"), WIDEST_NAME);
        add(page, fact->why, 0);
        add_samples(page, i);
        kam_grid_end_row(&page->grid);
    }
    if (others) {
        struct kam_buffer text = {NULL, 0, 0};
        bool ok =
            kam_buffer_printf(&text, "and %.*s others", (int)others->value.len, others->value.ptr);
        page->grid.failed = page->grid.failed || !ok;
        add(page, kam_buffer_text(&text), 0);
        add_string(page, "-");
        kam_grid_end_row(&page->grid);
        kam_buffer_free(&text);
    }
    flush(page);
}

/* ---- lines ----------------------------------------------------------------------------------- */

static const struct kam_fact *find_named(const struct kam_facts *facts, const char *item,
                                         struct kam_text name)
{
    for (size_t i = 0; i < facts->count; i++)
        if (is_item(&facts->items[i], item) && kam_text_equal(facts->items[i].name, name))
            return &facts->items[i];
    return NULL;
}

/* A row for every fact of ITEMS[0]: its name, then the values that ITEMS[COUNT] have under it. */
static void write_table(struct page *page, const char *first, const char *const *items,
                        const char *const *headings, size_t count)
{
    if (!kam_facts_find(page->facts, items[0], 0))
        return;
    add_string(page, first);
    for (size_t c = 0; c < count; c++)
        kam_grid_add(&page->grid, kam_text_of(headings[c]), KAM_GRID_RIGHT, 0);
    kam_grid_end_row(&page->grid);
    for (size_t i = 0; i < page->facts->count; i++) {
        const struct kam_fact *fact = &page->facts->items[i];
        if (!is_item(fact, items[0]))
            continue;
        add(page, fact->name, 0);
        for (size_t c = 0; c < count; c++)
            add_right(page, find_named(page->facts, items[c], fact->name));
        kam_grid_end_row(&page->grid);
    }
    flush(page);
}

/* ---- what is wrong --------------------------------------------------------------------------- */

/* WHAT  line 4: COLUMN: TEXT */
static void write_findings(struct page *page, const char *item, const char *what)
{
    size_t shown = 0, count = 0;

    for (size_t i = 0; i < page->facts->count; i++) {
        const struct kam_fact *fact = &page->facts->items[i];
        struct kam_buffer text = {NULL, 0, 0};
        bool ok = true;
        if (!is_item(fact, item) || ++count > BAD_SHOWN)
            continue;
        shown++;
        if (fact->name.len)
            ok = kam_buffer_printf(&text, "line %s: ", fact->name.ptr);
        if (ok && fact->why.len)
            ok = kam_buffer_printf(&text, "%s: ", fact->why.ptr);
        ok = ok && kam_buffer_add(&text, fact->value);
        page->grid.failed = page->grid.failed || !ok;
        add_string(page, what);
        add(page, kam_buffer_text(&text), 0);
        kam_grid_end_row(&page->grid);
        kam_buffer_free(&text);
    }
    if (count > shown) {
        add_string(page, what);
        add_string(page, "and more, see --inspect=tsv and --rejects");
        kam_grid_end_row(&page->grid);
    }
}

/* decide  KEY = CANDIDATES, and below it why. */
static void write_open(struct page *page)
{
    for (size_t i = 0; i < page->facts->count; i++) {
        const struct kam_fact *fact = &page->facts->items[i];
        struct kam_buffer text = {NULL, 0, 0};
        if (!is_item(fact, "open"))
            continue;
        if (!kam_buffer_printf(&text, "%s = %s", fact->name.ptr,
                               fact->value.len ? fact->value.ptr : "?"))
            page->grid.failed = true;
        add_string(page, "decide");
        add(page, kam_buffer_text(&text), 0);
        kam_grid_end_row(&page->grid);
        add_string(page, "");
        add(page, fact->why, 0);
        kam_grid_end_row(&page->grid);
        kam_buffer_free(&text);
    }
}

/* What matters most, in a line. */
static void write_verdict(const struct kam_inspection *inspection, struct kam_output *output)
{
    const struct kam_fact *fact = kam_facts_find(&inspection->facts, "import", 0);
    const struct kam_text parts[] = {
        kam_text_of(kam_inspect_name(inspection)),
        inspection->status ? KAM_TEXT(": can't be imported as it stands: ")
                           : KAM_TEXT(": can be imported as it stands"),
        fact ? fact->why : KAM_TEXT(""),
        KAM_TEXT("\n"),
    };

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        kam_output_write(output, parts[i]);
}

bool kam_inspect_write_text(const struct kam_inspection *inspection, struct kam_output *output)
{
    static const char *const before[][2] = {
        {"kind", "kind"},
        {"encoding", "encoding"},
        {"broken", "broken"},
        {"delimiter", "delimiter"},
        {"header", "header line"},
        {"title", "above it"},
        {"more-titles", "and more"},
        {"columns", "columns"},
    };
    static const char *const after[][2] = {
        {"factor", "factor"}, {"decimal", "decimal sign"}, {"unit", "unit"},
        {"dates", "dates"},   {"currency", "currency"},    {"ids", "ids"},
        {"read_as", "read"},  {"accounts", "accounts"},
    };
    static const char *const fates[] = {"lines", "amount"};
    static const char *const months[] = {"month-accounts", "month-lines", "month-amount"};
    static const char *const month_headings[] = {"accounts", "lines", "amount"};
    struct page page = {.facts = &inspection->facts, .output = output};

    write_verdict(inspection, output);
    add_pairs(&page, before, sizeof before / sizeof *before);
    write_columns(&page);
    add_pairs(&page, after, sizeof after / sizeof *after);
    write_table(&page, "lines", fates, fates, 2);
    write_table(&page, "month", months, month_headings, 3);
    write_findings(&page, "error", "error");
    write_findings(&page, "bad", "bad");
    write_findings(&page, "warning", "warning");
    write_open(&page);
    flush(&page);
    bool ok = !page.grid.failed;
    kam_grid_free(&page.grid);
    return ok;
}

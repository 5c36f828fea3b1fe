#include "diff/risklist.h"

#include "account/settext.h"
#include "base/sort.h"
#include "table/columns.h"

/* What is needed for the cells of one row after the other. */
struct writing {
    const struct kam_risks *risks;
    const struct kam_risk_row *row;
    const struct kam_movement *movement;
    struct kam_risksource_cells cells;
    struct kam_row_source rows;
    uint32_t *by_name;        /* the risks in the order of their names */
    struct kam_buffer buffer; /* of the cell at hand */
    bool failed;              /* memory ran out */
    struct kam_arena arena;
};

/* ---- cells ----------------------------------------------------------------------------------- */

static struct kam_text new_cell(const struct writing *writing, size_t column)
{
    return kam_table_cell(&writing->risks->diff->new->table, writing->movement->new_row, column);
}

static struct kam_text finish(struct writing *writing, bool ok)
{
    writing->failed = writing->failed || !ok;
    return kam_buffer_text(&writing->buffer);
}

static struct kam_text format(struct writing *writing, struct kam_decimal value, int places)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(value, places, digits);

    return finish(writing, kam_buffer_add(&writing->buffer, (struct kam_text){digits, len}));
}

static struct kam_text account_id(struct writing *writing)
{
    return new_cell(writing, writing->risks->diff->new->account_id);
}

static bool has_name(const struct kam_risks *risks)
{
    return risks->diff->new->account_name != KAM_NO_COLUMN;
}

static struct kam_text account_name(struct writing *writing)
{
    return new_cell(writing, writing->risks->diff->new->account_name);
}

static struct kam_text tier(struct writing *writing)
{
    return new_cell(writing, writing->risks->diff->new->tier);
}

static struct kam_text move(struct writing *writing)
{
    return kam_text_of(kam_move_name(writing->movement->move));
}

static struct kam_text names_of_risks(struct writing *writing)
{
    const struct kam_rule_list *list = &writing->risks->model->risks;
    bool ok = true;

    for (size_t i = 0; i < list->count && ok; i++)
        if (kam_risks_hold(writing->risks, writing->row->movement, writing->by_name[i]))
            ok = kam_settext_add(&writing->buffer, list->items[writing->by_name[i]].name);
    return finish(writing, ok);
}

static struct kam_text evidence(struct writing *writing)
{
    return finish(writing, kam_risks_add_evidence(writing->risks, &writing->rows, writing->row,
                                                  &writing->buffer));
}

static bool has_segments(const struct kam_risks *risks)
{
    return risks->dependence.rules;
}

static struct kam_text segment_share(struct writing *writing)
{
    struct kam_decimal share;

    if (!kam_dependence_share(&writing->risks->dependence, writing->movement, &share))
        return KAM_TEXT("");
    return format(writing, share, KAM_DEPENDENCE_PLACES);
}

static struct kam_text dependence(struct writing *writing)
{
    return kam_dependence_word(&writing->risks->dependence, writing->movement);
}

static struct kam_text loss_direct(struct writing *writing)
{
    return format(writing, writing->row->direct, writing->risks->diff->places);
}

static struct kam_text loss_deep(struct writing *writing)
{
    return format(writing, writing->row->deep, writing->risks->diff->places);
}

static struct kam_text loss(struct writing *writing)
{
    return format(writing, writing->row->loss, writing->risks->diff->places);
}

static const struct column {
    const char *name;
    bool (*present)(const struct kam_risks *risks); /* NULL: always */
    struct kam_text (*cell)(struct writing *writing);
} columns[] = {
    {"account_id", NULL, account_id},
    {"account_name", has_name, account_name},
    {"tier", NULL, tier},
    {"move", NULL, move},
    {"risks", NULL, names_of_risks},
    {"evidence", NULL, evidence},
    {"segment_share", has_segments, segment_share},
    {"dependence", has_segments, dependence},
    {"loss_direct", NULL, loss_direct},
    {"loss_deep", has_segments, loss_deep},
    {"loss", NULL, loss},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

/* ---- rows ------------------------------------------------------------------------------------ */

/* Behind which of them the attributes stand. */
static const char attributes_behind[] = "account_name";

static bool is_written(const struct writing *writing, size_t column)
{
    return !columns[column].present || columns[column].present(writing->risks);
}

static bool is_attributes_turn(size_t column)
{
    return strcmp(columns[column].name, attributes_behind) == 0;
}

static void write_attributes(const struct writing *writing, struct kam_writer *writer)
{
    const struct kam_risks *risks = writing->risks;

    for (size_t i = 0; i < risks->attributes.count; i++) {
        const struct kam_carried *attribute = &risks->attributes.items[i];
        kam_writer_cell(writer, kam_carried_newest(attribute, risks->diff, writing->movement),
                        kam_column_cell_kind(attribute->name));
    }
}

static void write_header(const struct writing *writing, struct kam_writer *writer)
{
    const struct kam_carried_list *attributes = &writing->risks->attributes;

    for (size_t i = 0; i < COLUMNS; i++) {
        if (is_written(writing, i))
            kam_writer_cell(writer, kam_text_of(columns[i].name), KAM_CELL_TEXT);
        for (size_t a = 0; is_attributes_turn(i) && a < attributes->count; a++)
            kam_writer_cell(writer, attributes->items[a].name, KAM_CELL_TEXT);
    }
    kam_writer_end_row(writer);
}

static void write_row(struct writing *writing, const struct kam_risk_row *row,
                      struct kam_writer *writer)
{
    writing->row = row;
    writing->movement = &writing->risks->diff->movements[row->movement];
    for (size_t i = 0; i < COLUMNS; i++) {
        writing->buffer.len = 0;
        if (is_written(writing, i))
            kam_writer_cell(writer, columns[i].cell(writing),
                            kam_column_cell_kind(kam_text_of(columns[i].name)));
        if (is_attributes_turn(i))
            write_attributes(writing, writer);
    }
    kam_writer_end_row(writer);
}

static int compare_names(uint32_t a, uint32_t b, void *context)
{
    const struct kam_rule_list *const *list = context;

    return kam_text_order((*list)->items[a].name, (*list)->items[b].name);
}

static bool prepare(struct writing *writing)
{
    const struct kam_rule_list *list = &writing->risks->model->risks;

    writing->by_name = kam_arena_calloc(&writing->arena, list->count, sizeof *writing->by_name);
    for (size_t i = 0; writing->by_name && i < list->count; i++)
        writing->by_name[i] = (uint32_t)i;
    return writing->by_name &&
           kam_sort(writing->by_name, list->count, compare_names, (void *)&list) &&
           kam_risksource_rows(&writing->risks->source, &writing->cells, &writing->arena,
                               &writing->rows);
}

enum kam_status kam_risklist_write(const struct kam_risks *risks, struct kam_writer *writer,
                                   struct kam_error *error)
{
    struct writing writing = {.risks = risks};

    writing.failed = !prepare(&writing);
    if (!writing.failed)
        write_header(&writing, writer);
    for (size_t i = 0; i < risks->count && !writing.failed; i++)
        write_row(&writing, &risks->rows[i], writer);
    kam_buffer_free(&writing.buffer);
    kam_arena_free(&writing.arena);
    return writing.failed ? kam_error_nomem(error) : KAM_OK;
}

/*
 * table: a whole account table in memory, for the tools that need all of it before their first
 * row of output (group, score, tier, diff). kam-import doesn't use it: its lines are streamed.
 *
 * Cells stay as they were read. How much a row takes stands in tablerow.h; 8 bytes more point to
 * it. A tool that needs few columns keeps only these.
 */
#ifndef KAM_TABLE_TABLE_H
#define KAM_TABLE_TABLE_H

#include "base/arena.h"
#include "base/decimal.h"
#include "base/map.h"
#include "base/month.h"
#include "io/reader.h"
#include "table/tablerow.h"

#include <assert.h>

#define KAM_NO_COLUMN SIZE_MAX
#define KAM_NO_ROW    SIZE_MAX

enum { KAM_CACHE_LINE = 64 };

/* Which columns have their cells kept, and which are known to have the same in all rows. */
struct kam_table_choice {
    bool (*keeps)(const void *context, struct kam_text name); /* NULL: all */
    const void *context;
    const struct kam_text *constants; /* names, borrowed */
    size_t constant_count;
};

/* One of the latter: whether its cells, kept or not, were the same in all rows. */
struct kam_table_constant {
    size_t column;
    struct kam_text first; /* cell there was; empty as long as there are no rows */
    struct kam_text other; /* first cell that differs from it */
    size_t other_row;      /* KAM_NO_ROW: none does */
};

/* Zero-initialised it is empty. */
struct kam_table {
    struct kam_table_choice choice; /* to be set, if at all, before anything is read */
    struct kam_text *names;         /* of the columns, in file order */
    size_t width;
    size_t *places; /* of each column among those that are kept; KAM_NO_COLUMN: it isn't */
    size_t kept;    /* how many are */
    struct kam_table_constant *constants; /* in the order of their columns */
    size_t constant_count;
    uint64_t header_line; /* of the first file */
    struct kam_table_row **rows;
    size_t count;
    size_t rows_capacity;
    unsigned
        row_lines; /* that most rows take in the processor's cache, as far as it's worth while */
    const char **files; /* names of the inputs, borrowed, for messages */
    size_t file_count;
    size_t files_capacity;
    struct kam_arena arena;
};

/*
 * Read PATHS[COUNT] (none: standard input) one after another as one table. The columns of later
 * files may stand in another order, but have to be the same; of several with one name, the first
 * there is the first here. An empty file is an error, a header
 * without rows is a table without rows. The first wrong record is the error.
 */
KAM_MUST_CHECK enum kam_status kam_table_read(struct kam_table *table, const char *const *paths,
                                              size_t count,
                                              const struct kam_reader_options *options,
                                              struct kam_error *error);

/*
 * Add a row of CELLS, one for each column, which are copied; it stands in LINE of FILE, borrowed,
 * for messages. All columns of TABLE are kept, none is a constant. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_table_add(struct kam_table *table, const struct kam_text *cells,
                                  const char *file, uint64_t line);

void kam_table_free(struct kam_table *table);

/* The cell of a column that is kept; borrowed from the table. */
static inline struct kam_text kam_table_cell(const struct kam_table *table, size_t row,
                                             size_t column)
{
    size_t place = table->places[column];

    assert(place != KAM_NO_COLUMN);
    return kam_table_row_cells(table->rows[row], table->kept, place, place + 1);
}

/*
 * The cells of the columns FROM to before TO in *RUN, as a row that is separated by DELIMITER has
 * them. False where that isn't known: write them one by one then.
 */
static inline bool kam_table_run(const struct kam_table *table, size_t row, size_t from, size_t to,
                                 char delimiter, struct kam_text *run)
{
    const struct kam_table_row *r = table->rows[row];

    assert(table->kept == table->width);
    *run = kam_table_row_cells(r, table->width, from, to);
    return r->joined_by == delimiter;
}

/*
 * All of ROW will be needed soon: a hint for those who don't go through a table in order. Where
 * the row is may have to be looked up in memory, too: that should be expected earlier still.
 */
static inline void kam_table_expect(const struct kam_table *table, size_t row)
{
    const char *bytes = (const char *)table->rows[row];

    for (unsigned i = 0; i < table->row_lines; i++)
        __builtin_prefetch(bytes + (size_t)i * KAM_CACHE_LINE);
}

/* Only its first cells will be. */
static inline void kam_table_expect_first(const struct kam_table *table, size_t row)
{
    const struct kam_table_row *r = table->rows[row];

    __builtin_prefetch(r);
    __builtin_prefetch(r->ends + table->kept);
}

static inline void kam_table_expect_place(const struct kam_table *table, size_t row)
{
    __builtin_prefetch(&table->rows[row]);
}

/* What COLUMN, one of the constants, has in all rows. */
const struct kam_table_constant *kam_table_constant(const struct kam_table *table, size_t column);

/* The column called NAME, or KAM_NO_COLUMN. Where two have the name, the first. */
size_t kam_table_find(const struct kam_table *table, struct kam_text name);

/* Likewise, but KAM_NO_COLUMN also for a column whose cells aren't kept. */
size_t kam_table_find_kept(const struct kam_table *table, struct kam_text name);

/*
 * The column called NAME in *COLUMN. KAM_DATA if there is none (the message lists the columns
 * there are, and the nearest) or if there are two.
 */
KAM_MUST_CHECK enum kam_status kam_table_require(const struct kam_table *table,
                                                 struct kam_text name, size_t *column,
                                                 struct kam_error *error);

/*
 * Likewise for a column that a rule of the model needs: the message begins with NEEDER, such as
 * "[dimension growth]", and the rule's place.
 */
KAM_MUST_CHECK enum kam_status kam_table_require_for(const struct kam_table *table,
                                                     struct kam_text name, struct kam_text needer,
                                                     const struct kam_place *rule, size_t *column,
                                                     struct kam_error *error);

/* Likewise, but *COLUMN is KAM_NO_COLUMN if there is none; two are still an error. */
KAM_MUST_CHECK enum kam_status kam_table_optional(const struct kam_table *table,
                                                  struct kam_text name, size_t *column,
                                                  struct kam_error *error);

/* The number in a cell, plain as kam writes it; *EMPTY and 0 for an empty cell. Else KAM_DATA. */
KAM_MUST_CHECK enum kam_status kam_table_number(const struct kam_table *table, size_t row,
                                                size_t column, struct kam_decimal *value,
                                                bool *empty, struct kam_error *error);

/*
 * Number the rows by COLUMN, whose cells have to be non-empty and different: row i is text i of
 * INDEX (zero-initialised by the caller, who frees it). KAM_DATA naming both lines otherwise.
 */
KAM_MUST_CHECK enum kam_status kam_table_index(const struct kam_table *table, size_t column,
                                               struct kam_map *index, struct kam_error *error);

/*
 * KAM_DATA: the cell of ROW in COLUMN, which has to be an id of its own, is empty or stands in row
 * FIRST, too.
 */
enum kam_status kam_table_reject_id(const struct kam_table *table, size_t column, size_t row,
                                    size_t first, struct kam_error *error);

/*
 * The window: the month columns (YYYY-MM), which have to follow each other without a gap and in
 * order. *FIRST_COLUMN is the first one's, *FIRST_MONTH its month, *COUNT how many there are
 * (0: none, and that is no error here). KAM_DATA for a gap, a repetition or a wrong order.
 */
struct kam_window {
    size_t first_column;
    int first_month;
    size_t count;
};
KAM_MUST_CHECK enum kam_status kam_table_window(const struct kam_table *table,
                                                struct kam_window *window, struct kam_error *error);

/*
 * *MONTH and *REVENUE: the month of WINDOW with the largest revenue in ROW, the first of several.
 * False where no month has a number.
 */
bool kam_window_peak(const struct kam_window *window, const struct kam_table *table, size_t row,
                     int *month, struct kam_decimal *revenue);

/* The last month of WINDOW, which is the table's period; KAM_MONTH_NONE if there are none. */
static inline int kam_window_last(const struct kam_window *window)
{
    return window->count ? window->first_month + (int)window->count - 1 : (int)KAM_MONTH_NONE;
}

/* The place of a cell, for errors; COLUMN may be KAM_NO_COLUMN. */
struct kam_place kam_table_place(const struct kam_table *table, size_t row, size_t column);

/* Add to ERROR, which may be NULL and has the column already, where ROW stands. */
void kam_table_place_error(const struct kam_table *table, size_t row, struct kam_error *error);

#endif

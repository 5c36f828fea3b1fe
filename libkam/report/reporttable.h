/*
 * reporttable: a table of a report, as people read it: cells that are words of a language already,
 * and the exact values behind them. Pages and texts show the same ones.
 */
#ifndef KAM_REPORT_REPORTTABLE_H
#define KAM_REPORT_REPORTTABLE_H

#include "language/speech.h"

enum kam_reportcell_kind {
    KAM_REPORTCELL_WORD,   /* of the report's language */
    KAM_REPORTCELL_NAME,   /* given by users: a customer, a tier, a manager; in any script */
    KAM_REPORTCELL_KAM,    /* as kam's tables have it, in English: a reason, evidence */
    KAM_REPORTCELL_NUMBER, /* with its plain value */
    KAM_REPORTCELL_LINE,   /* a sparkline of figures */
};

struct kam_reportcell {
    struct kam_text shown; /* empty: nothing is known, or there is nothing to say */
    struct kam_text value; /* of a number: as kam's tables have it, 33498658.13; its bytes sort */
    const struct kam_decimal *line; /* of a sparkline; KAM_NO_NUMBER: none in that place */
    size_t line_count;
    struct kam_text link; /* of a name: the file beside the page that it leads to; empty: none */
};

struct kam_reportcolumn {
    struct kam_text title;
    enum kam_reportcell_kind kind;
};

/* Zero-initialised it is empty. */
struct kam_reporttable {
    struct kam_text caption;
    struct kam_reportcolumn *columns;
    size_t column_count, columns_capacity;
    struct kam_reportcell *cells; /* row by row */
    size_t cell_count, cells_capacity;
    size_t totals;        /* so many rows at its end are totals of those above, and stay there */
    struct kam_text note; /* below it: "and 12 more"; empty: none */
    bool failed;          /* memory ran out; what is added then is lost */
};

/* Add a column, before the first cell. */
void kam_reporttable_column(struct kam_reporttable *table, struct kam_text title,
                            enum kam_reportcell_kind kind);

/* Add the next cell of the row at hand; a row ends with the last column. */
void kam_reporttable_cell(struct kam_reporttable *table, struct kam_text shown);

/* A number: VALUE with PLACES places or more in `value`; SHOWN as it is read. */
void kam_reporttable_number(struct kam_reporttable *table, struct kam_speech *speech,
                            struct kam_text shown, struct kam_decimal value, int places);

/* The same of one that may be missing (KAM_NO_NUMBER), and how it is usually shown. */
void kam_reporttable_money(struct kam_reporttable *table, struct kam_speech *speech,
                           struct kam_decimal value);
void kam_reporttable_count(struct kam_reporttable *table, struct kam_speech *speech, size_t count);
void kam_reporttable_share(struct kam_reporttable *table, struct kam_speech *speech,
                           struct kam_decimal ratio);

/* A difference, with its sign: +1,012,533.47. */
void kam_reporttable_change(struct kam_reporttable *table, struct kam_speech *speech,
                            struct kam_decimal value);

/* A customer: "Bridge Works (B1)", or the id alone where there is no name. */
void kam_reporttable_customer(struct kam_reporttable *table, struct kam_speech *speech,
                              struct kam_text name, struct kam_text id);

void kam_reporttable_line(struct kam_reporttable *table, struct kam_text shown,
                          const struct kam_decimal *line, size_t count);

static inline size_t kam_reporttable_rows(const struct kam_reporttable *table)
{
    return table->column_count ? table->cell_count / table->column_count : 0;
}

static inline const struct kam_reportcell *kam_reporttable_at(const struct kam_reporttable *table,
                                                              size_t row, size_t column)
{
    return &table->cells[row * table->column_count + column];
}

void kam_reporttable_free(struct kam_reporttable *table);

#endif

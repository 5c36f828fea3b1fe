/*
 * importline: one line of a raw export: which of its cells are wanted, and what they say.
 */
#ifndef KAM_IMPORT_IMPORTLINE_H
#define KAM_IMPORT_IMPORTLINE_H

#include "import/import.h"

/* What became of a line. */
enum kam_verdict {
    KAM_LINE_GOOD,
    KAM_LINE_OUTSIDE, /* of the window */
    KAM_LINE_FOREIGN, /* in another currency than the one chosen */
    KAM_LINE_TOTAL,   /* not a line but a sum of lines */
    KAM_LINE_HEADER,  /* the header once more */
    KAM_LINE_BAD,
    KAM_LINE_UNREADABLE, /* bad, and no amount can be read in it: it may be a title */
    KAM_LINE_FATAL,      /* nothing behind it can be trusted */
};

/* How an attribute's cell is read. */
enum kam_cell_reading { KAM_READ_TEXT, KAM_READ_ID };

/* Reading the lines of one file. Positions are those in a batch's rows. */
struct kam_line_reader {
    struct kam_import *import;
    struct kam_import_file *file;
    const struct kam_layout *layout;
    struct kam_reader *reader;

    size_t *selected; /* columns of the file, ascending */
    bool *needed;     /* false: only because rejected lines are kept whole */
    size_t width;
    size_t account, month, name, currency, read_as, factors[2];
    size_t fallback; /* the account where there is none: the payer of a cloud bill */
    size_t *attributes, *sums, *sets, *invoice;
    size_t service;
    size_t service_fallback;         /* the service of a line of a cloud bill that has none there */
    size_t behind[2], *sums_behind;  /* the cell behind an amount, where that column has no name */
    enum kam_cell_reading *readings; /* of the attributes */
    const struct kam_amount_style *factor_styles[2], **sum_styles;
    bool header_has_amount;           /* the header may be read as a line, too */
    enum kam_currency known_currency; /* of all amounts, by a heading or a title */

    /* the good lines of a batch */
    size_t count;
    struct kam_text *ids;
    struct kam_line *lines;
    uint64_t *numbers; /* their physical lines */
    struct kam_decimal *line_sums;
    uint32_t *line_sets;
    struct kam_text *line_attributes;

    struct kam_text *invoice_parts;
    struct kam_buffer last_month_text; /* lines come by month: the last answer is mostly right */
    int last_month;
    struct kam_buffer last_read_as;
    bool read_as_known;
    struct kam_currency_reader currencies;
    struct kam_arena strings; /* of one batch */
    struct kam_arena arena;
};

/* Get ready for the lines of FILE, and select its columns in READER. Close it in any case. */
KAM_MUST_CHECK enum kam_status kam_line_reader_open(struct kam_line_reader *lines,
                                                    struct kam_import *import,
                                                    struct kam_import_file *file,
                                                    struct kam_reader *reader,
                                                    struct kam_error *error);

/* The conventions of the file are others than before. */
void kam_line_reader_follow(struct kam_line_reader *lines);

/* Start a new batch: the lines read so far are forgotten. */
void kam_line_reader_begin(struct kam_line_reader *lines);

/*
 * Read CELLS, a record that stands at LINE, into place number lines->count (which the caller
 * raises to keep it). WHY says what is wrong with a line that is bad or worse, or with the amount
 * of a total line; AMOUNT is its amount if that could be read. Fails only with KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_line_read(struct kam_line_reader *lines,
                                             const struct kam_text *cells, uint64_t line,
                                             enum kam_verdict *verdict, struct kam_amount *amount,
                                             struct kam_error *why);

void kam_line_reader_close(struct kam_line_reader *lines);

#endif

/*
 * importline: one line of a raw export: which of its cells are wanted, and what they say.
 *
 * What a line says by itself is read first, by any thread; what the lines before it make of that is
 * judged then, line by line.
 */
#ifndef KAM_IMPORT_IMPORTLINE_H
#define KAM_IMPORT_IMPORTLINE_H

#include "import/cellmemo.h"
#include "import/import.h"

/* What became of a line. */
enum kam_line_verdict {
    KAM_LINE_GOOD,
    KAM_LINE_OUTSIDE, /* of the window */
    KAM_LINE_FOREIGN, /* in another currency than the one chosen */
    KAM_LINE_TOTAL,   /* not a line but a sum of lines */
    KAM_LINE_HEADER,  /* the header once more */
    KAM_LINE_BAD,
    KAM_LINE_UNREADABLE, /* bad, and no amount can be read in it: it may be a title */
    KAM_LINE_FATAL,      /* nothing behind it can be trusted */
};

/* What a line says. */
struct kam_reading {
    enum kam_line_verdict verdict;
    uint64_t line;
    const struct kam_text *cells;
    struct kam_error *why;    /* it is bad or worse, or the total in it can't be read; or NULL */
    struct kam_text currency; /* the code of its amounts; empty: none is known */
    size_t odd;               /* the position of a sum in another one; KAM_NO_COLUMN: none */
    struct kam_line data;     /* its amount if that could be read, and all of a good line */
};

/* How an attribute's cell is read. */
enum kam_cell_reading { KAM_READ_TEXT, KAM_READ_ID };

/* A column of amounts. */
struct kam_line_amounts {
    size_t at;     /* KAM_NO_COLUMN: it is a constant instead */
    size_t behind; /* the cell behind it, where that column has no name */
    const struct kam_amount_style *style;
    bool may_be_plain; /* nothing is behind, and plain numbers mean what they say */
    bool has_currency; /* by its heading or a title */
};

/* Reading the lines of one file. Positions are those in a batch's rows. */
struct kam_line_reader {
    struct kam_import *import;
    struct kam_import_file *file;
    const struct kam_layout *layout;
    struct kam_reader *reader;

    size_t *selected; /* columns of the file, ascending */
    bool *needed;     /* false: only because rejected lines are kept whole */
    size_t width;
    size_t account, month, name, currency, read_as;
    size_t fallback; /* the account where there is none: the payer of a cloud bill */
    size_t *attributes, *sets, *invoice;
    size_t service;
    size_t service_fallback; /* the service of a line of a cloud bill that has none there */
    enum kam_cell_reading *attribute_readings;
    struct kam_line_amounts factors[2], *sums;
    bool amount_may_be_plain;         /* as in its one column */
    bool header_has_amount;           /* the header may be read as a line, too */
    enum kam_currency known_currency; /* of all amounts, by a heading or a title */
    bool ids_may_be_plain;            /* no prefix goes before them, */
    bool accounts_may_be_plain;       /* and none was cut by a spreadsheet */
    bool month_is_given;              /* for all lines, by the file or the user */
    int given_month;
    int first_month, last_month; /* of the window */

    struct kam_reading *readings; /* room for KAM_CSV_BATCH_ROWS, with all they point to */

    struct kam_text *invoice_parts;
    struct kam_line_set *set_items; /* by set */
    struct kam_cell_memo months;
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

/* Start a new batch: all that was read is forgotten. */
void kam_line_reader_begin(struct kam_line_reader *lines);

/*
 * Read CELLS, a record that stands at LINE, into READING, one of lines->readings. Fails only with
 * KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_line_read(struct kam_line_reader *lines,
                                             const struct kam_text *cells, uint64_t line,
                                             struct kam_reading *reading);

/*
 * Judge READING, good so far, by what came before it: currency and invoice. WHY says what is wrong
 * with a line that isn't good any more. Fails only with KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_line_judge(struct kam_line_reader *lines,
                                              struct kam_reading *reading, struct kam_error *why);

void kam_line_reader_close(struct kam_line_reader *lines);

#endif

/*
 * convention: how one export writes its amounts and days, decided from its first block.
 *
 * What a cell leaves open (1.150, 5/10/2026) other cells of its column answer, or other columns of
 * the file. What stays open is an error that names the option to say it with, and so is a file that
 * answers both ways. Units come from headings, title lines and options.
 */
#ifndef KAM_IMPORT_CONVENTION_H
#define KAM_IMPORT_CONVENTION_H

#include "io/reader.h"
#include "model/importvalue.h"

struct kam_import_plan;
struct kam_import_file;
struct kam_import_options;

/* A cell that decided something, and its line; line 0: none did. */
struct kam_evidence {
    uint64_t line;
    struct kam_text cell;
};

/* A unit that a line states, and what it says; line 0: none does. */
struct kam_unit_note {
    struct kam_unit unit;
    uint64_t line;
    struct kam_text text;
};

/* Of a column of amounts. */
struct kam_column_convention {
    bool is_amount;
    struct kam_amount_style style;
    enum kam_currency currency; /* that its heading, a title line or an option names */
    const char *unit_source;    /* where its unit comes from, for --inspect: a literal, or NULL */
    bool takes_title;           /* what a title line says of the unit would hold for it */
    bool takes_currency;        /* so would its currency, beside a scale known otherwise */
    struct kam_evidence sign;   /* what decided its decimal sign */
};

struct kam_conventions {
    struct kam_column_convention *columns; /* as many as the file has */
    struct kam_month_style dates;
    struct kam_evidence order; /* what decided the order of days and months */
    int month;                 /* of lines whose file had no column for it; KAM_MONTH_NONE */
    bool ids_are_cut;          /* those of 16 and more digits that end in zeros are bad */
};

/*
 * Decide the conventions of FILE, whose header is known and whose roles are mapped, from the first
 * block of READER; its ids are sampled, too. Memory is the plan's. KAM_DATA at the line that leaves
 * something open or contradicts another.
 */
KAM_MUST_CHECK enum kam_status kam_conventions_decide(struct kam_import_plan *plan,
                                                      struct kam_import_file *file,
                                                      const struct kam_import_options *options,
                                                      const struct kam_reader *reader,
                                                      struct kam_error *error);

/*
 * How the lines of FILE were read, as far as its other cells, titles and OPTIONS said so, for the
 * column read_as of rejected lines: " decimal=comma dates=dmy unit=4/CNY month=2026-10 ids=cut"
 * (the unit is a power of ten); empty if there is nothing to say. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_conventions_write(const struct kam_import_file *file,
                                          const struct kam_import_options *options,
                                          struct kam_buffer *text);

/*
 * Take TEXT, which kam_conventions_write wrote, for the conventions of FILE; where it says nothing
 * OPTIONS hold. False if it isn't such a text.
 */
KAM_MUST_CHECK bool kam_conventions_read(struct kam_import_file *file,
                                         const struct kam_import_options *options,
                                         struct kam_text text);

#endif

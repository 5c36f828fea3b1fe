#include "io/writer.h"
#include "base/month.h"
#include "io/quotes.h"

/* Write TEXT with each quote in it TIMES times. */
static void write_quotes_doubled(struct kam_output *output, struct kam_text text, int times)
{
    bool found = true;

    while (found) {
        struct kam_text part = kam_text_split(&text, '"', &found);
        kam_output_write(output, part);
        for (int i = 0; found && i < times; i++)
            kam_output_write(output, KAM_TEXT("\""));
    }
}

/* -?digits(.digits)?: what a spreadsheet takes for a number, with nothing to run. */
static bool is_plain_number(struct kam_text text)
{
    size_t i = 0, digits = 0;

    if (i < text.len && text.ptr[i] == '-')
        i++;
    for (; i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9'; i++)
        digits++;
    if (digits == 0 || i == text.len)
        return digits > 0;
    if (text.ptr[i++] != '.' || i == text.len)
        return false;
    while (i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9')
        i++;
    return i == text.len;
}

bool kam_writer_begins_formula(struct kam_text text)
{
    /* The full-width signs =, +, - and @ count in some spreadsheets, too. */
    static const char *const starts[] = {
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\xEF\xBC\x9D",
        "\xEF\xBC\x8B",
        "\xEF\xBC\x8D",
        "\xEF\xBC\xA0",
    };

    while (text.len && *text.ptr == '\'')
        text = (struct kam_text){text.ptr + 1, text.len - 1};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (kam_text_starts_with(text, kam_text_of(starts[i])))
            return !is_plain_number(text);
    return false;
}

static void write_plain(struct kam_writer *writer, struct kam_text prefix, struct kam_text text)
{
    struct kam_output *output = writer->output;
    bool quoted = kam_quotes_needed(text, writer->options.delimiter);

    if (quoted)
        kam_output_write(output, KAM_TEXT("\""));
    kam_output_write(output, prefix);
    if (quoted)
        write_quotes_doubled(output, text, 2);
    else
        kam_output_write(output, text);
    if (quoted)
        kam_output_write(output, KAM_TEXT("\""));
}

/* ="TEXT" as a CSV cell: its quotes are doubled, those within TEXT for the formula before that. */
static void write_as_formula(struct kam_output *output, struct kam_text text)
{
    kam_output_write(output, KAM_TEXT("\"=\"\""));
    write_quotes_doubled(output, text, 4);
    kam_output_write(output, KAM_TEXT("\"\"\""));
}

static void write_for_spreadsheet(struct kam_writer *writer, struct kam_text text,
                                  enum kam_cell_kind kind)
{
    const struct kam_text nothing = {"", 0};

    switch (kind) {
    case KAM_CELL_ID:
    case KAM_CELL_MONTH:
        if (text.len)
            write_as_formula(writer->output, text);
        return;
    case KAM_CELL_TEXT:
        if (kam_month_parse_plain(text) != KAM_MONTH_NONE) {
            write_as_formula(writer->output, text);
            return;
        }
        write_plain(writer, kam_writer_begins_formula(text) ? KAM_TEXT("'") : nothing, text);
        return;
    case KAM_CELL_NUMBER:
        kam_output_write(writer->output, text);
        return;
    }
}

void kam_writer_init(struct kam_writer *writer, struct kam_output *output,
                     const struct kam_writer_options *options)
{
    *writer = (struct kam_writer){.output = output, .options = *options};
    if (options->excel)
        kam_output_write(output, KAM_TEXT("\xEF\xBB\xBF"));
}

/* Give back what is left of the output's room: what was written so far is the output's. */
static void give_back(struct kam_writer *writer)
{
    if (writer->at)
        kam_output_filled(writer->output, writer->at);
    writer->at = writer->end = NULL;
}

void kam_writer_reserve(struct kam_writer *writer, size_t size)
{
    bool begins = !writer->at;

    give_back(writer);
    writer->at = kam_output_room(writer->output, size, &writer->end);
    writer->row = begins ? writer->at : NULL;
}

/* A cell that isn't empty and is written otherwise than as it is, or is very long. */
static void write_unusual(struct kam_writer *writer, struct kam_text text, enum kam_cell_kind kind)
{
    give_back(writer);
    if (writer->options.excel)
        write_for_spreadsheet(writer, text, kind);
    else if (kind == KAM_CELL_NUMBER)
        kam_output_write(writer->output, text);
    else
        write_plain(writer, (struct kam_text){"", 0}, text);
    char *at = kam_writer_begin(writer, 0);
    kam_writer_end(writer, at);
    writer->row = NULL;
}

void kam_writer_cell(struct kam_writer *writer, struct kam_text text, enum kam_cell_kind kind)
{
    if (text.len &&
        (writer->options.excel || text.len > KAM_WRITER_IN_PLACE ||
         (kind != KAM_CELL_NUMBER && kam_quotes_needed(text, writer->options.delimiter)))) {
        write_unusual(writer, text, kind);
        return;
    }
    char *at = kam_writer_begin(writer, text.len);
    if (text.len)
        memcpy(at, text.ptr, text.len);
    kam_writer_end(writer, at + text.len);
}

void kam_writer_end_row(struct kam_writer *writer)
{
    if (!writer->at)
        kam_writer_reserve(writer, KAM_WRITER_ROW_END);
    bool any = writer->at != writer->row;
    char *at = writer->at - any; /* the delimiter behind the last cell */

    if (any && at == writer->row) {
        *at++ = '"';
        *at++ = '"';
    }
    if (writer->options.excel)
        *at++ = '\r';
    *at++ = '\n';
    writer->at = at;
    give_back(writer);
}

#include "io/writer.h"
#include "base/month.h"

/* Bytes that make a cell need quotes: always, or where they are the delimiter. */
enum { BREAKS_ALWAYS = 1, BREAKS_CSV = 2, BREAKS_TSV = 4 };

static const unsigned char breaking[256] = {
    ['"'] = BREAKS_ALWAYS, ['\n'] = BREAKS_ALWAYS, ['\r'] = BREAKS_ALWAYS,
    [','] = BREAKS_CSV,    ['\t'] = BREAKS_TSV,
};

/* True if a byte of WORD is less than '-': all that break a cell are, digits and letters aren't. */
static bool any_suspicious(uint64_t word)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);

    return (word - ones * '-') & ~word & (ones << 7);
}

static bool needs_quotes(struct kam_text text, char delimiter)
{
    unsigned mask = BREAKS_ALWAYS | (delimiter == '\t' ? BREAKS_TSV : BREAKS_CSV);
    size_t i = 0;

    for (uint64_t word; text.len - i >= sizeof word; i += sizeof word) {
        memcpy(&word, text.ptr + i, sizeof word);
        if (any_suspicious(word))
            break;
    }
    for (; i < text.len; i++)
        if (breaking[(unsigned char)text.ptr[i]] & mask)
            return true;
    return false;
}

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
    bool quoted = needs_quotes(text, writer->options.delimiter);

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

/* Most cells: nothing in them needs quotes. Written in one go behind their delimiter. */
static bool write_short(struct kam_writer *writer, struct kam_text text)
{
    char *out = kam_output_room(writer->output, text.len + 1);
    size_t delimiter = writer->cells_in_row > 1;

    if (!out)
        return false;
    out[0] = writer->options.delimiter;
    if (text.len)
        memcpy(out + delimiter, text.ptr, text.len);
    kam_output_filled(writer->output, delimiter + text.len);
    return true;
}

void kam_writer_cell(struct kam_writer *writer, struct kam_text text, enum kam_cell_kind kind)
{
    writer->cells_in_row++;
    writer->row_empty = writer->cells_in_row == 1 && text.len == 0;
    if (!writer->options.excel && text.len < KAM_OUTPUT_ROOM &&
        (kind == KAM_CELL_NUMBER || !needs_quotes(text, writer->options.delimiter)) &&
        write_short(writer, text))
        return;
    if (writer->cells_in_row > 1)
        kam_output_write(writer->output, (struct kam_text){&writer->options.delimiter, 1});
    if (writer->options.excel)
        write_for_spreadsheet(writer, text, kind);
    else if (kind == KAM_CELL_NUMBER)
        kam_output_write(writer->output, text);
    else
        write_plain(writer, (struct kam_text){"", 0}, text);
}

void kam_writer_end_row(struct kam_writer *writer)
{
    if (writer->row_empty)
        kam_output_write(writer->output, KAM_TEXT("\"\""));
    kam_output_write(writer->output, writer->options.excel ? KAM_TEXT("\r\n") : KAM_TEXT("\n"));
    writer->cells_in_row = 0;
    writer->row_empty = false;
}

#include "report/textpage.h"

#include "base/character.h"
#include "report/textwrap.h"

#define RESET "\x1B[0m"

const char *kam_textpage_heading_colour(const struct kam_textpage *page)
{
    return page->colours ? "\x1B[1m" : NULL;
}

const char *kam_textpage_tier_colour(const struct kam_textpage *page, struct kam_text tier)
{
    static const char *const ramp[] = {"\x1B[1;33m", "\x1B[33m", "\x1B[36m", "\x1B[34m"};
    enum { RAMP = sizeof ramp / sizeof *ramp };
    uint32_t step = kam_map_find(&page->ladder->tiers, tier);

    if (!page->colours || step == KAM_NONE)
        return NULL;
    return step < RAMP ? ramp[step] : "\x1B[90m";
}

const char *kam_textpage_sign_colour(const struct kam_textpage *page, int sign)
{
    if (!page->colours || sign == 0)
        return NULL;
    return sign > 0 ? "\x1B[32m" : "\x1B[31m";
}

static void write_line(struct kam_textpage *page, struct kam_text line, size_t indent,
                       const char *colour)
{
    page->line.len = 0;
    page->failed = page->failed || !kam_character_add_tame(&page->line, line);
    for (size_t i = 0; i < indent; i++)
        kam_output_write(page->output, KAM_TEXT(" "));
    kam_output_write(page->output, kam_text_of(colour ? colour : ""));
    kam_output_write(page->output, kam_buffer_text(&page->line));
    kam_output_write(page->output, kam_text_of(colour ? RESET : ""));
    kam_output_write(page->output, KAM_TEXT("\n"));
}

static void write_lines(struct kam_textpage *page, struct kam_text text, size_t indent,
                        const char *colour)
{
    while (text.len) {
        struct kam_text line = kam_textwrap_take(&text, page->width - indent);
        write_line(page, line, indent, colour);
    }
}

void kam_textpage_title(struct kam_textpage *page, struct kam_text text)
{
    write_lines(page, text, 0, kam_textpage_heading_colour(page));
}

void kam_textpage_heading(struct kam_textpage *page, struct kam_text text)
{
    kam_output_write(page->output, KAM_TEXT("\n"));
    kam_textpage_title(page, text);
}

void kam_textpage_paragraph(struct kam_textpage *page, struct kam_text text, size_t indent)
{
    write_lines(page, text, indent, NULL);
}

void kam_textpage_grid(struct kam_textpage *page)
{
    kam_grid_write(&page->grid, page->output, KAM_TEXTPAGE_INDENT);
    page->failed = page->failed || page->grid.failed;
}

void kam_textpage_free(struct kam_textpage *page)
{
    kam_grid_free(&page->grid);
    kam_buffer_free(&page->line);
}

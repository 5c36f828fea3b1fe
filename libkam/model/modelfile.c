#include "model/modelfile.h"

#include "io/input.h"
#include "model/list.h"

#include <stdlib.h>

/* The state between two lines. */
struct parser {
    struct kam_modelfile *file;
    struct kam_place place; /* of the line at hand */
    bool in_key;            /* an indented line continues the last key's value */
    struct kam_buffer value;
    struct kam_buffer scratch;
    struct kam_map seen;   /* identities of sections, and of their keys */
    uint64_t *first_lines; /* where seen.texts[i] was seen first */
    size_t first_capacity;
    struct kam_error *error;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* LINE up to a comment: ; or # behind white space or at its beginning, outside quotes. */
static struct kam_text without_comment(struct kam_text line)
{
    size_t from = 0;

    while (from < line.len) {
        struct kam_text rest = {line.ptr + from, line.len - from};
        size_t at = from + kam_list_find(rest, ";#");
        if (at == line.len)
            break;
        if (at == 0 || is_blank(line.ptr[at - 1])) {
            line.len = at;
            break;
        }
        from = at + 1;
    }
    return line;
}

static struct kam_modelsection *last_section(const struct parser *p)
{
    return p->file->section_count ? &p->file->sections[p->file->section_count - 1] : NULL;
}

/* Note that p->scratch was seen on this line; KAM_USAGE where it was seen before. */
static enum kam_status see(struct parser *p, const struct kam_place *place)
{
    uint32_t number, before = p->seen.count;

    if (!kam_map_intern(&p->seen, kam_buffer_text(&p->scratch), &number) ||
        !kam_array_reserve(&p->first_lines, &p->first_capacity, p->seen.count,
                           sizeof *p->first_lines))
        return kam_error_nomem(p->error);
    if (number < before)
        return kam_error_at(p->error, KAM_USAGE, place, "already given at line %llu",
                            (unsigned long long)p->first_lines[number]);
    p->first_lines[number] = p->place.line;
    return KAM_OK;
}

/* ---- sections ------------------------------------------------------------------------------ */

/* Append TEXT without the blanks outside quotes, so that "a=b" and "a = b" are one condition. */
static bool add_squeezed(struct kam_buffer *buffer, struct kam_text text)
{
    while (text.len) {
        size_t n = kam_list_find(text, " \t");
        if (!kam_buffer_add(buffer, (struct kam_text){text.ptr, n}))
            return false;
        n += n < text.len;
        text = (struct kam_text){text.ptr + n, text.len - n};
    }
    return true;
}

/* Fill identity and shown of SECTION from its parts. */
static bool describe(struct kam_modelsection *section, struct kam_arena *arena)
{
    struct kam_buffer text = {NULL, 0, 0};
    bool ok = kam_buffer_add(&text, section->kind) && kam_buffer_add_byte(&text, '\n') &&
              kam_buffer_add(&text, section->title) && kam_buffer_add_byte(&text, '\n') &&
              add_squeezed(&text, section->condition) &&
              kam_arena_copy(arena, kam_buffer_text(&text), &section->identity);

    text.len = 0;
    ok = ok && kam_buffer_add_byte(&text, '[') && kam_buffer_add(&text, section->kind) &&
         (!section->title.len || kam_buffer_add_byte(&text, ' ')) &&
         kam_buffer_add(&text, section->title) &&
         (!section->condition.len || kam_buffer_add(&text, KAM_TEXT(" | "))) &&
         kam_buffer_add(&text, section->condition) && kam_buffer_add_byte(&text, ']') &&
         kam_arena_copy(arena, kam_buffer_text(&text), &section->shown);
    kam_buffer_free(&text);
    return ok;
}

enum kam_status kam_modelfile_title(struct kam_modelsection *section, struct kam_text inside,
                                    const struct kam_place *place, struct kam_arena *arena,
                                    struct kam_error *error)
{
    bool has_condition;
    struct kam_text title = kam_list_split(&inside, '|', &has_condition);
    struct kam_text kind = title;
    struct kam_text condition = kam_text_trim(inside);

    kind.len = kam_list_find(title, " \t");
    title = kam_text_trim((struct kam_text){title.ptr + kind.len, title.len - kind.len});
    *section = (struct kam_modelsection){.place = *place};
    if (!kind.len)
        return kam_error_at(error, KAM_USAGE, place, "a section without a name");
    if (has_condition && !condition.len)
        return kam_error_at(error, KAM_USAGE, place, "no condition behind '|'");

    enum kam_status status = kam_list_unquote(&section->kind, kind, place, arena, error);
    if (status == KAM_OK && title.len)
        status = kam_list_unquote(&section->title, title, place, arena, error);
    if (status != KAM_OK)
        return status;
    if (!kam_arena_copy(arena, condition, &section->condition) || !describe(section, arena))
        return kam_error_nomem(error);
    return KAM_OK;
}

struct kam_modelsection *kam_modelfile_add_section(struct kam_modelfile *file,
                                                   struct kam_modelsection section)
{
    if (!kam_array_reserve(&file->sections, &file->section_capacity, file->section_count + 1,
                           sizeof *file->sections))
        return NULL;
    file->sections[file->section_count] = section;
    return &file->sections[file->section_count++];
}

static enum kam_status start_section(struct parser *p, struct kam_text line)
{
    struct kam_modelfile *file = p->file;
    struct kam_modelsection section;

    if (line.ptr[line.len - 1] != ']')
        return kam_error_at(p->error, KAM_USAGE, &p->place, "a section ends in ']': %s",
                            kam_show(line).s);
    enum kam_status status = kam_modelfile_title(
        &section, (struct kam_text){line.ptr + 1, line.len - 2}, &p->place, &file->arena, p->error);
    if (status != KAM_OK)
        return status;
    p->scratch.len = 0;
    if (!kam_buffer_add(&p->scratch, section.identity))
        return kam_error_nomem(p->error);
    struct kam_place place = p->place;
    place.column = section.shown.ptr;
    status = see(p, &place);
    if (status == KAM_OK && !kam_modelfile_add_section(file, section))
        status = kam_error_nomem(p->error);
    return status;
}

/* ---- keys ---------------------------------------------------------------------------------- */

bool kam_modelfile_add_key(struct kam_modelsection *section, struct kam_modelkey key)
{
    if (!kam_array_reserve(&section->keys, &section->key_capacity, section->key_count + 1,
                           sizeof *section->keys))
        return false;
    section->keys[section->key_count++] = key;
    return true;
}

/* The value of the last key is complete: keep it. */
static enum kam_status finish_key(struct parser *p)
{
    struct kam_modelsection *section = last_section(p);

    if (!p->in_key)
        return KAM_OK;
    p->in_key = false;
    struct kam_modelkey *key = &section->keys[section->key_count - 1];
    return kam_arena_copy(&p->file->arena, kam_buffer_text(&p->value), &key->value)
               ? KAM_OK
               : kam_error_nomem(p->error);
}

static enum kam_status start_key(struct parser *p, struct kam_text line)
{
    struct kam_modelsection *section = last_section(p);
    struct kam_modelkey key = {.place = p->place};
    bool found;
    struct kam_text name = kam_text_trim(kam_text_split(&line, '=', &found));

    if (!found || !name.len)
        return kam_error_at(p->error, KAM_USAGE, &p->place, "neither [SECTION] nor KEY = VALUE: %s",
                            kam_show(name).s);
    if (!section)
        return kam_error_at(p->error, KAM_USAGE, &p->place, "a key before the first section: %s",
                            kam_show(name).s);
    if (!kam_arena_copy(&p->file->arena, name, &key.name))
        return kam_error_nomem(p->error);
    key.place.column = key.name.ptr;
    p->scratch.len = 0;
    if (!kam_buffer_printf(&p->scratch, "%zu=", p->file->section_count) ||
        !kam_buffer_add(&p->scratch, name))
        return kam_error_nomem(p->error);
    enum kam_status status = see(p, &key.place);
    if (status != KAM_OK)
        return status;
    p->value.len = 0;
    p->in_key = true;
    return kam_modelfile_add_key(section, key) && kam_buffer_add(&p->value, kam_text_trim(line))
               ? KAM_OK
               : kam_error_nomem(p->error);
}

static enum kam_status continue_key(struct parser *p, struct kam_text line)
{
    if (!p->in_key)
        return kam_error_at(p->error, KAM_USAGE, &p->place,
                            "an indented line continues the value above it, but there is none; "
                            "keys and sections start at the beginning of the line");
    if (p->value.len && !kam_buffer_add_byte(&p->value, ' '))
        return kam_error_nomem(p->error);
    return kam_buffer_add(&p->value, line) ? KAM_OK : kam_error_nomem(p->error);
}

/* ---- lines --------------------------------------------------------------------------------- */

/* True for the bytes that stand in no text file: NUL, CR inside a line, escapes, ... */
static bool has_control_bytes(struct kam_text line)
{
    for (size_t i = 0; i < line.len; i++)
        if (((unsigned char)line.ptr[i] < 0x20 && line.ptr[i] != '\t') || line.ptr[i] == 0x7F)
            return true;
    return false;
}

static bool has_open_quote(struct kam_text line)
{
    bool open = false;

    for (size_t i = 0; i < line.len; i++)
        open ^= line.ptr[i] == '"';
    return open;
}

static enum kam_status parse_line(struct parser *p, struct kam_text line)
{
    bool indented = line.len && is_blank(line.ptr[0]);
    struct kam_text all = kam_text_trim(line);

    if (all.len && (all.ptr[0] == '#' || all.ptr[0] == ';'))
        return KAM_OK;
    if (!all.len)
        return finish_key(p);
    if (line.ptr[line.len - 1] == '\r')
        line.len--;
    if (has_control_bytes(line))
        return kam_error_at(p->error, KAM_USAGE, &p->place, "a control character in %s",
                            kam_show(line).s);
    line = kam_text_trim(without_comment(line));
    if (has_open_quote(line))
        return kam_error_at(p->error, KAM_USAGE, &p->place,
                            "a double quote isn't closed on its line: %s", kam_show(line).s);
    if (indented)
        return continue_key(p, line);
    enum kam_status status = finish_key(p);
    if (status != KAM_OK)
        return status;
    return line.ptr[0] == '[' ? start_section(p, line) : start_key(p, line);
}

static enum kam_status parse_lines(struct kam_modelfile *file, const char *name,
                                   struct kam_text text, struct kam_error *error)
{
    struct parser p = {.file = file, .place = {.file = name}, .error = error};
    enum kam_status status = KAM_OK;
    bool more = text.len > 0;

    while (more && status == KAM_OK) {
        p.place.line++;
        status = parse_line(&p, kam_text_split(&text, '\n', &more));
    }
    if (status == KAM_OK)
        status = finish_key(&p);
    kam_buffer_free(&p.value);
    kam_buffer_free(&p.scratch);
    kam_map_free(&p.seen);
    free(p.first_lines);
    return status;
}

/*
 * INPUT can't be read behind GOOD, for the reason in ERROR. The encoding of a model can't be
 * chosen, so that an option that helps elsewhere is none here.
 */
static enum kam_status report_unreadable(const char *name, const struct kam_input *input,
                                         struct kam_text good, struct kam_error *error)
{
    struct kam_place place = {.file = name, .line = 1};
    static const char encoding[] = "not UTF-8";

    if (!error)
        return KAM_USAGE;
    for (size_t i = 0; i < good.len; i++)
        place.line += good.ptr[i] == '\n';
    if (kam_input_is_no_text(input))
        place.line = 0;
    if (strncmp(error->text, encoding, strlen(encoding)) == 0)
        return kam_error_at(error, KAM_USAGE, &place,
                            "not UTF-8, as models have to be; from GB18030, for one: "
                            "iconv -f GB18030 -t UTF-8");
    struct kam_error reason = *error;
    return kam_error_at(error, KAM_USAGE, &place, "%s", reason.text);
}

/* All of INPUT, closing it; what can't be decoded is found where it stands. */
static enum kam_status parse_input(struct kam_modelfile *file, const char *name,
                                   struct kam_input *input, struct kam_error *error)
{
    struct kam_buffer all = {NULL, 0, 0};
    struct kam_text block;
    enum kam_status status;

    while ((status = kam_input_read(input, &block, error)) == KAM_OK) {
        if (!kam_buffer_add(&all, block)) {
            status = kam_error_nomem(error);
            break;
        }
    }
    if (status == KAM_DATA)
        status = report_unreadable(name, input, kam_buffer_text(&all), error);
    if (status == KAM_END)
        status = parse_lines(file, name, kam_buffer_text(&all), error);
    kam_buffer_free(&all);
    kam_input_close(input);
    return status;
}

enum kam_status kam_modelfile_read(struct kam_modelfile *file, const char *path,
                                   struct kam_error *error)
{
    struct kam_input *input;
    enum kam_status status = kam_input_open(&input, path, &(struct kam_input_options){0}, error);

    return status == KAM_OK ? parse_input(file, path, input, error) : status;
}

enum kam_status kam_modelfile_parse(struct kam_modelfile *file, const char *name,
                                    struct kam_text text, struct kam_error *error)
{
    struct kam_input *input;
    enum kam_status status =
        kam_input_open_memory(&input, name, text, &(struct kam_input_options){0}, error);

    return status == KAM_OK ? parse_input(file, name, input, error) : status;
}

void kam_modelfile_free(struct kam_modelfile *file)
{
    for (size_t i = 0; i < file->section_count; i++)
        free(file->sections[i].keys);
    free(file->sections);
    kam_arena_free(&file->arena);
    *file = (struct kam_modelfile){0};
}

const struct kam_modelkey *kam_modelfile_key(const struct kam_modelsection *section,
                                             const char *name)
{
    for (size_t i = 0; i < section->key_count; i++)
        if (kam_text_equal(section->keys[i].name, kam_text_of(name)))
            return &section->keys[i];
    return NULL;
}

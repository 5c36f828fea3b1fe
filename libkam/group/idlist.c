#include "group/idlist.h"
#include "io/reader.h"

#include <stdlib.h>

void kam_id_list_free(struct kam_id_list *list)
{
    free(list->items);
    kam_arena_free(&list->arena);
    *list = (struct kam_id_list){.items = NULL};
}

bool kam_id_list_add(struct kam_id_list *list, struct kam_text id)
{
    if (!kam_array_reserve(&list->items, &list->capacity, list->count + 1, sizeof *list->items))
        return false;
    list->items[list->count++] = id;
    return true;
}

static enum kam_status read_records(struct kam_id_list *list, struct kam_reader *reader,
                                    struct kam_error *error)
{
    const struct kam_text *fields;
    size_t count;
    uint64_t line;
    enum kam_status status;

    while ((status = kam_reader_record(reader, &fields, &count, &line, error)) == KAM_OK) {
        struct kam_text id = count ? kam_text_trim(fields[0]) : KAM_TEXT("");
        if (id.len && (!kam_arena_copy(&list->arena, id, &id) || !kam_id_list_add(list, id)))
            return kam_error_nomem(error);
    }
    return status == KAM_END ? KAM_OK : status;
}

enum kam_status kam_id_list_read(struct kam_id_list *list, const char *path,
                                 struct kam_error *error)
{
    const struct kam_reader_options options = {.delimiter = 0};
    struct kam_reader *reader;
    enum kam_status status = kam_reader_open(&reader, path, &options, error);

    if (status)
        return status;
    status = read_records(list, reader, error);
    kam_reader_close(reader);
    return status;
}

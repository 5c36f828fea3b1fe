#include "report/lack.h"

struct kam_lack kam_lack_of(enum kam_label label)
{
    return (struct kam_lack){.is = true, .label = label};
}

enum kam_status kam_lack_of_columns(struct kam_lack *lack, const struct kam_table *table,
                                    const char *path, const struct kam_text *names, size_t count,
                                    enum kam_label label, struct kam_arena *arena,
                                    struct kam_error *error)
{
    struct kam_buffer list = {NULL, 0, 0};
    bool ok = true;

    *lack = (struct kam_lack){.label = label, .file = path};
    for (size_t i = 0; i < count && ok; i++)
        if (kam_table_find(table, names[i]) == KAM_NO_COLUMN)
            ok = kam_buffer_add(&list, kam_text_of(list.len ? ", " : "")) &&
                 kam_buffer_add(&list, names[i]);
    lack->is = list.len > 0;
    ok = ok && kam_arena_copy(arena, kam_buffer_text(&list), &lack->columns);
    kam_buffer_free(&list);
    return ok ? KAM_OK : kam_error_nomem(error);
}

struct kam_text kam_lack_say(const struct kam_lack *lack, struct kam_speech *speech)
{
    return kam_speech_labelled(
        speech, lack->label,
        KAM_WORDS({"columns", lack->columns}, {"file", kam_text_of(lack->file ? lack->file : "")}));
}

#include "outputs.h"
#include "cleanup.h"

static enum kam_status write_list(const struct kam_front *front, struct kam_list *list,
                                  void *context, struct kam_error *error)
{
    struct kam_writer writer;
    enum kam_status status = KAM_OK;

    if (!list->path)
        return KAM_OK;
    status = kam_output_open(&list->output, list->path, false, error);
    if (status)
        return status;
    kam_cleanup_guard(list->output);
    kam_writer_init(&writer, list->output, &front->writer);
    status = list->write(context, &writer, error);
    return status ? status : kam_output_finish(list->output, error);
}

/* Commit *OUTPUT, if there is one: it is gone, whatever the result. */
static enum kam_status commit(struct kam_output **output, struct kam_error *error)
{
    struct kam_output *done = *output;

    *output = NULL;
    return done ? kam_output_commit(done, error) : KAM_OK;
}

enum kam_status kam_outputs_write(struct kam_front *front, struct kam_list *lists, size_t count,
                                  enum kam_status (*write_table)(void *context,
                                                                 struct kam_writer *writer,
                                                                 struct kam_error *error),
                                  void *context, struct kam_error *error)
{
    struct kam_output *table;
    struct kam_writer writer;
    enum kam_status status = kam_front_open_output(front, &table, &writer, error);

    if (status)
        return status;
    bool is_aside = kam_output_temporary(table) != NULL;
    for (size_t i = 0; i < count && !status; i++)
        status = write_list(front, &lists[i], context, error);
    if (!status)
        status = write_table(context, &writer, error);
    if (!status)
        status = is_aside ? kam_output_finish(table, error) : commit(&table, error);
    for (size_t i = 0; i < count && !status; i++)
        status = commit(&lists[i].output, error);
    if (!status)
        status = commit(&table, error);
    for (size_t i = 0; i < count; i++)
        kam_output_discard(lists[i].output);
    kam_output_discard(table);
    return status;
}

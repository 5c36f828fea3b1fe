#include "base/pipeline.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

enum stage { FREE, BUSY, WORKED };

struct slot {
    void *piece;
    enum stage stage;
    uint64_t number; /* of the piece, in the order of taking */
    enum kam_status status;
    struct kam_error error; /* of its work, told when its turn to be given comes */
};

struct pipeline {
    const struct kam_pipeline_steps *steps;
    void *context;
    struct slot *slots;
    size_t slot_count;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    /* all below under the mutex */
    bool taking, giving; /* some thread is */
    uint64_t next_take, next_give;
    uint64_t end;           /* the first piece there isn't, or that failed */
    enum kam_status status; /* why it isn't there; KAM_OK as long as nobody knows an end */
    struct kam_error error;
};

/* There is nothing behind piece NUMBER, because of STATUS. Under the mutex. */
static void end_at(struct pipeline *line, uint64_t number, enum kam_status status,
                   const struct kam_error *error)
{
    if (number >= line->end)
        return;
    line->end = number;
    line->status = status;
    line->error = *error;
}

/* The piece that is to be given next, if it has been worked on. */
static struct slot *find_worked(struct pipeline *line)
{
    for (size_t i = 0; i < line->slot_count; i++)
        if (line->slots[i].stage == WORKED && line->slots[i].number == line->next_give)
            return &line->slots[i];
    return NULL;
}

/* A free piece: LAST, which is in the cache of this thread's processor, if it is. */
static struct slot *find_free(struct pipeline *line, struct slot *last)
{
    if (last && last->stage == FREE)
        return last;
    for (size_t i = 0; i < line->slot_count; i++)
        if (line->slots[i].stage == FREE)
            return &line->slots[i];
    return NULL;
}

/* Without the mutex while others may go on; all of these are called with it. */
static void take_and_work(struct pipeline *line, struct slot *slot)
{
    slot->stage = BUSY;
    slot->number = line->next_take++;
    slot->error.status = KAM_OK;
    line->taking = true;
    pthread_mutex_unlock(&line->mutex);
    enum kam_status taken = line->steps->take(line->context, slot->piece, &slot->error);
    pthread_mutex_lock(&line->mutex);
    line->taking = false;
    if (taken) {
        slot->stage = FREE;
        end_at(line, slot->number, taken, &slot->error);
        pthread_cond_broadcast(&line->changed);
        return;
    }
    pthread_cond_broadcast(&line->changed);
    pthread_mutex_unlock(&line->mutex);
    slot->status = line->steps->work(line->context, slot->piece, &slot->error);
    pthread_mutex_lock(&line->mutex);
    slot->stage = WORKED;
    pthread_cond_broadcast(&line->changed);
}

/* Do STEP, outside the mutex, unless there is none. */
static enum kam_status do_step(const struct pipeline *line, struct slot *slot,
                               enum kam_status (*step)(void *context, void *piece,
                                                       struct kam_error *error))
{
    return step ? step(line->context, slot->piece, &slot->error) : KAM_OK;
}

static void give_and_finish(struct pipeline *line, struct slot *slot)
{
    line->giving = true;
    slot->stage = BUSY;
    pthread_mutex_unlock(&line->mutex);
    enum kam_status status = slot->status;
    if (!status)
        status = do_step(line, slot, line->steps->give);
    pthread_mutex_lock(&line->mutex);
    line->giving = false;
    line->next_give++;
    pthread_cond_broadcast(&line->changed);
    if (!status) {
        pthread_mutex_unlock(&line->mutex);
        status = do_step(line, slot, line->steps->finish);
        pthread_mutex_lock(&line->mutex);
    }
    if (status)
        end_at(line, slot->number, status, &slot->error);
    slot->stage = FREE;
    pthread_cond_broadcast(&line->changed);
}

/* Do what is next until all is given that will be. */
static void *run(void *context)
{
    struct pipeline *line = context;
    struct slot *last = NULL;

    pthread_mutex_lock(&line->mutex);
    while (line->status == KAM_OK || line->next_give < line->end) {
        struct slot *slot = NULL;
        if (!line->giving && line->next_give < line->end)
            slot = find_worked(line);
        if (slot) {
            give_and_finish(line, slot);
            last = slot;
            continue;
        }
        if (!line->taking && line->status == KAM_OK)
            slot = find_free(line, last);
        if (slot)
            take_and_work(line, slot);
        else
            pthread_cond_wait(&line->changed, &line->mutex);
    }
    pthread_mutex_unlock(&line->mutex);
    return NULL;
}

/* Let up to COUNT more threads run it, too; returns when all are done. */
static void run_with(struct pipeline *line, unsigned count)
{
    pthread_t threads[KAM_PIPELINE_MOST_THREADS];
    unsigned started = 0;

    while (started < count && started < KAM_PIPELINE_MOST_THREADS &&
           pthread_create(&threads[started], NULL, run, line) == 0)
        started++;
    run(line);
    while (started)
        pthread_join(threads[--started], NULL);
}

enum kam_status kam_pipeline_run(const struct kam_pipeline_steps *steps, void *context,
                                 void *const *pieces, size_t count, unsigned threads,
                                 struct kam_error *error)
{
    struct pipeline line = {
        .steps = steps, .context = context, .slot_count = count, .end = UINT64_MAX};

    line.slots = calloc(count, sizeof *line.slots);
    if (!line.slots)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++)
        line.slots[i].piece = pieces[i];
    pthread_mutex_init(&line.mutex, NULL);
    pthread_cond_init(&line.changed, NULL);
    run_with(&line, threads < count ? threads - 1 : (unsigned)count - 1);
    pthread_cond_destroy(&line.changed);
    pthread_mutex_destroy(&line.mutex);
    free(line.slots);
    if (line.status == KAM_END)
        return KAM_OK;
    if (error)
        *error = line.error;
    return line.status;
}

#include "io/ahead.h"

#include <pthread.h>
#include <stdlib.h>

enum { SLOTS = 4 };

/* A block, or what came instead of one. */
struct slot {
    struct kam_buffer block;
    enum kam_status status;
    struct kam_error error;
};

struct kam_ahead {
    struct kam_input *input;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    /* Under the mutex: slots FIRST to FIRST + COUNT are full, the others are the thread's. */
    size_t first, count;
    bool stopping;
    bool in_use; /* the slot before FIRST is the caller's, until it asks for the next */
    struct slot slots[SLOTS];
};

/* Read a block into SLOT; the bytes are copied, as the input will overwrite them. */
static void fill(struct slot *slot, struct kam_input *input)
{
    struct kam_text block = {NULL, 0};

    slot->block.len = 0;
    slot->status = kam_input_read(input, &block, &slot->error);
    if (!slot->status && !kam_buffer_add(&slot->block, block))
        slot->status = kam_error_nomem(&slot->error);
}

static void *read_ahead(void *context)
{
    struct kam_ahead *ahead = context;
    size_t next = 0;
    bool more = true;

    while (more) {
        pthread_mutex_lock(&ahead->mutex);
        while (ahead->count + ahead->in_use == SLOTS && !ahead->stopping)
            pthread_cond_wait(&ahead->changed, &ahead->mutex);
        more = !ahead->stopping;
        pthread_mutex_unlock(&ahead->mutex);
        if (!more)
            break;
        struct slot *slot = &ahead->slots[next];
        fill(slot, ahead->input);
        more = slot->status == KAM_OK;
        next = (next + 1) % SLOTS;
        pthread_mutex_lock(&ahead->mutex);
        ahead->count++;
        pthread_cond_signal(&ahead->changed);
        pthread_mutex_unlock(&ahead->mutex);
    }
    return NULL;
}

enum kam_status kam_ahead_start(struct kam_ahead **out, struct kam_input *input)
{
    struct kam_ahead *ahead = calloc(1, sizeof *ahead);

    if (!ahead)
        return KAM_NOMEM;
    ahead->input = input;
    pthread_mutex_init(&ahead->mutex, NULL);
    pthread_cond_init(&ahead->changed, NULL);
    if (pthread_create(&ahead->thread, NULL, read_ahead, ahead) != 0) {
        free(ahead);
        return KAM_NOMEM;
    }
    *out = ahead;
    return KAM_OK;
}

enum kam_status kam_ahead_read(struct kam_ahead *ahead, struct kam_text *block,
                               struct kam_error *error)
{
    pthread_mutex_lock(&ahead->mutex);
    if (ahead->in_use)
        pthread_cond_signal(&ahead->changed);
    ahead->in_use = false;
    while (ahead->count == 0)
        pthread_cond_wait(&ahead->changed, &ahead->mutex);
    struct slot *slot = &ahead->slots[ahead->first];
    /* What ends the reading stays, should somebody ask again. */
    if (slot->status == KAM_OK) {
        ahead->first = (ahead->first + 1) % SLOTS;
        ahead->count--;
        ahead->in_use = true;
    }
    pthread_mutex_unlock(&ahead->mutex);
    *block = kam_buffer_text(&slot->block);
    if (slot->status && error)
        *error = slot->error;
    return slot->status;
}

void kam_ahead_stop(struct kam_ahead *ahead)
{
    if (!ahead)
        return;
    pthread_mutex_lock(&ahead->mutex);
    ahead->stopping = true;
    pthread_cond_signal(&ahead->changed);
    pthread_mutex_unlock(&ahead->mutex);
    pthread_join(ahead->thread, NULL);
    pthread_cond_destroy(&ahead->changed);
    pthread_mutex_destroy(&ahead->mutex);
    for (size_t i = 0; i < SLOTS; i++)
        kam_buffer_free(&ahead->slots[i].block);
    free(ahead);
}

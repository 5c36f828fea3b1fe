#include <config.h>

#include "io/isal.h"

#include <stdlib.h>

#ifdef HAVE_ISAL

#include <isa-l/igzip_lib.h>

enum {
    WINDOW = 128 * 1024,
    /* Taken at once. ISA-L up to 2.32.0 overruns its buffers where this is close to 4 GiB. */
    MOST_INPUT = 1024 * 1024 * 1024,
    /* Of deflate. One from before the first byte is damage, and counted although never written. */
    LONGEST_COPY = 258,
};

/*
 * How much comes out before damage depends on the room that ISA-L has. It gets the same room
 * always, a window, so that it doesn't depend on the caller's.
 */
struct kam_isal {
    struct inflate_state state;
    struct kam_text ready;       /* in the window, and not handed out yet */
    enum kam_gunzip_result then; /* what comes behind that */
    char window[WINDOW];
};

bool kam_isal_is_there(void)
{
    return true;
}

struct kam_isal *kam_isal_open(void)
{
    struct kam_isal *isal = malloc(sizeof *isal);

    if (!isal)
        return NULL;
    isal_inflate_init(&isal->state);
    kam_isal_reset(isal);
    return isal;
}

void kam_isal_reset(struct kam_isal *isal)
{
    isal->ready.len = 0;
    isal->then = KAM_GUNZIP_MORE;
    isal_inflate_reset(&isal->state);
    isal->state.crc_flag = ISAL_GZIP_NO_HDR_VER; /* no header; what stands behind is verified */
}

/* Fill the window, which is empty. */
static void inflate_window(struct kam_isal *isal, struct kam_text *in)
{
    struct inflate_state *state = &isal->state;
    size_t some = in->len < MOST_INPUT ? in->len : MOST_INPUT;

    state->next_in = (uint8_t *)(uintptr_t)in->ptr; /* it is only read */
    state->avail_in = (uint32_t)some;
    state->next_out = (uint8_t *)isal->window;
    state->avail_out = WINDOW;
    int result = isal_inflate(state);
    /* Of a damaged stream it may give back bytes that it was given before this call. */
    size_t used = state->avail_in < some ? some - state->avail_in : 0;
    in->ptr += used;
    in->len -= used;
    isal->ready = (struct kam_text){isal->window, WINDOW - state->avail_out};
    if (result == ISAL_INVALID_LOOKBACK)
        isal->ready.len -= isal->ready.len < LONGEST_COPY ? isal->ready.len : LONGEST_COPY;
    if (result != ISAL_DECOMP_OK)
        isal->then = KAM_GUNZIP_DAMAGED;
    else if (state->block_state == ISAL_BLOCK_FINISH)
        isal->then = KAM_GUNZIP_END;
}

enum kam_gunzip_result kam_isal_step(struct kam_isal *isal, struct kam_text *in, char *out,
                                     size_t size, size_t *got)
{
    if (isal->ready.len == 0 && isal->then == KAM_GUNZIP_MORE)
        inflate_window(isal, in);
    *got = size < isal->ready.len ? size : isal->ready.len;
    memcpy(out, isal->ready.ptr, *got);
    isal->ready.ptr += *got;
    isal->ready.len -= *got;
    return isal->ready.len ? KAM_GUNZIP_MORE : isal->then;
}

void kam_isal_close(struct kam_isal *isal)
{
    free(isal);
}

#else

/* Nobody has one of these. */

bool kam_isal_is_there(void)
{
    return false;
}

struct kam_isal *kam_isal_open(void)
{
    return NULL;
}

void kam_isal_reset(struct kam_isal *isal)
{
    (void)isal;
}

enum kam_gunzip_result kam_isal_step(struct kam_isal *isal, struct kam_text *in, char *out,
                                     size_t size, size_t *got)
{
    (void)isal, (void)in, (void)size;
    *out = '\0';
    *got = 0;
    return KAM_GUNZIP_NOMEM;
}

void kam_isal_close(struct kam_isal *isal)
{
    (void)isal;
}

#endif

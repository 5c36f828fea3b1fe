/*
 * gunzip: one gzip member at a time, out of pieces and into pieces of any size.
 *
 * Members are inflated by ISA-L where configure found it, else by zlib. What zlib takes, ISA-L
 * takes, and with both only what has its checksum and its length ends well. Where damage is
 * noticed, and so how many bytes come out before it, differs, and with ISA-L depends on the pieces
 * that go in.
 */
#ifndef KAM_IO_GUNZIP_H
#define KAM_IO_GUNZIP_H

#include "base/text.h"

enum kam_gunzip_library { KAM_GUNZIP_ZLIB, KAM_GUNZIP_ISAL };

/* The fastest there is; those before it in the enumeration are there, too. */
enum kam_gunzip_library kam_gunzip_best(void);

struct kam_gunzip;

/* NULL when memory ran out. The first member begins. */
struct kam_gunzip *kam_gunzip_open(enum kam_gunzip_library library);

/* The next member begins, behind the one that ended. */
void kam_gunzip_reset(struct kam_gunzip *gunzip);

enum kam_gunzip_result {
    KAM_GUNZIP_MORE,    /* goes on, with more of IN or with more room */
    KAM_GUNZIP_END,     /* the member ended, its checksum and its length are right */
    KAM_GUNZIP_DAMAGED, /* no gzip, or not what was compressed */
    KAM_GUNZIP_NOMEM,
};

/*
 * Inflate what IN has, which shrinks by what was used, into OUT[SIZE]; *GOT is how much that gave,
 * also where damage follows. Bytes may be on their way without any of IN: all of it came out when
 * a step neither uses nor gives anything.
 */
enum kam_gunzip_result kam_gunzip_step(struct kam_gunzip *gunzip, struct kam_text *in, char *out,
                                       size_t size, size_t *got);

/* NULL is allowed. */
void kam_gunzip_close(struct kam_gunzip *gunzip);

#endif

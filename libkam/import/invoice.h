/*
 * invoice: the keys of invoices seen in a run, so that none is counted twice.
 *
 * A key is kept as 88 bits of its XXH3-128 hash, beside 40 bits that say where it stood first:
 * 16 bytes a key, in a table that is between three eighths and three quarters full. Two different
 * keys among n are taken for one with a probability of about n^2 / 2^89: 1.6e-13 for ten million
 * keys, 1.6e-9 for a billion. A line would then be rejected for nothing, never counted twice, and
 * its message names the line it is held against.
 */
#ifndef KAM_IMPORT_INVOICE_H
#define KAM_IMPORT_INVOICE_H

#include "base/text.h"

struct kam_invoice_slot;
struct kam_invoice_file;

/* Zero-initialised it is empty. */
struct kam_invoices {
    struct kam_invoice_slot *slots;
    size_t slot_count; /* a power of two */
    size_t count;      /* of the keys */
    struct kam_invoice_file *files;
    size_t file_count, files_capacity;
    uint64_t last;            /* ordinal of the furthest line so far, over all files */
    struct kam_buffer joined; /* a key of several parts */
};

/* Where a key stood. Line 0: not known any more, as there were more than 2^40 lines before it. */
struct kam_invoice_place {
    size_t file; /* as the caller numbers them */
    uint64_t line;
};

void kam_invoices_free(struct kam_invoices *invoices);

/* The keys that follow are of FILE. Call it before the first one. False when memory ran out. */
KAM_MUST_CHECK bool kam_invoices_begin_file(struct kam_invoices *invoices, size_t file);

/*
 * Note the key PARTS[COUNT] of LINE (from 1 on) of the file begun last. ("a", "bc") and ("ab", "c")
 * are different keys; bytes are compared, so clean them before. *REPEATED says whether the key was
 * there already, and *FIRST then where. A line that is rejected anyway had better not be added: its
 * repaired twin would be called the second. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_invoices_add(struct kam_invoices *invoices, const struct kam_text *parts,
                                     size_t count, uint64_t line, struct kam_invoice_place *first,
                                     bool *repeated);

#endif

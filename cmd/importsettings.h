/*
 * importsettings: the options of kam-import, as given, and what they come to together with the
 * model.
 */
#ifndef KAM_IMPORTSETTINGS_H
#define KAM_IMPORTSETTINGS_H

#include "front.h"
#include "import/importplan.h"
#include "importinspect.h"

/* A list option may be given several times; the texts are joined by commas. */
enum kam_import_list {
    KAM_LIST_KEEP,
    KAM_LIST_SUM,
    KAM_LIST_COLLECT,
    KAM_LIST_UNIT,
    KAM_LIST_COLUMNS,
    KAM_LIST_INVOICE,
};
enum { KAM_IMPORT_LISTS = KAM_LIST_INVOICE + 1 };

/* The options of kam-import. */
struct kam_import_settings {
    const char *as; /* NULL: [import] */
    enum kam_inspect_form inspect;
    struct kam_role_choice roles[KAM_ROLES];
    struct kam_buffer lists[KAM_IMPORT_LISTS];
    const char *header_line, *dates, *decimal; /* as given, or NULL */
    enum kam_long_ids long_ids;
    const char **totals; /* of --check-total, as given */
    size_t total_count, totals_capacity;
    const char *totals_file; /* of --check-totals */
    int round;               /* -1: not given */
    const char *prefix;
    bool raw;
    int period;
    unsigned window; /* 0: not given */
    const char *join, *join_key, *join_encoding, *unmatched;
    const char *rejects, *reconcile;
    uint64_t max_rejects; /* UINT64_MAX: any number */
    unsigned max_percent; /* 100: any share */
    unsigned threads;     /* 0: not given */
    size_t memory;        /* bytes; 0: not given */
};

/*
 * What OPTIONS say of an import, and where they leave it open, the model's section: into TO, whose
 * lists are ARENA's. KAM_USAGE for what can't be understood or contradicts itself.
 */
KAM_MUST_CHECK enum kam_status kam_import_settle(struct kam_import_options *to,
                                                 struct kam_front *front,
                                                 const struct kam_import_settings *options,
                                                 const struct kam_model *model,
                                                 struct kam_arena *arena, struct kam_error *error);

#endif

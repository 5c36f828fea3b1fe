#include <config.h>

#include "mergewarn.h"

#include "group/circle.h"
#include "group/glue.h"
#include "group/groupattr.h"
#include "group/seam.h"

#include <stdlib.h>

enum { NAMED = 20 }; /* of each kind; the others are counted */

/* PIECES is what the customer of the payer HUB falls into without that. */
static void warn_of_payer(struct kam_front *front, const struct kam_groups *groups, uint32_t hub,
                          uint32_t count, struct kam_text pieces)
{
    struct kam_shown payer = kam_show(kam_hub_value(&groups->links.hubs, hub));
    uint32_t paid = kam_glue_paid(groups, hub);
    struct kam_error warning;

    if (count > 1)
        (void)kam_error_set(&warning, KAM_DATA,
                            "%s pays for %u accounts, which makes them one customer (without it "
                            "%.*s accounts); if they aren't, --ignore-payer",
                            payer.s, paid, (int)pieces.len, pieces.ptr);
    else
        (void)kam_error_set(&warning, KAM_DATA,
                            "%s pays for %u accounts, and these would be one customer without "
                            "that, too; if they aren't, look at their other ids",
                            payer.s, paid);
    kam_front_warn(front, &warning);
}

/* A payer of many is an agency more often than a customer. */
static bool warn_of_payers(struct kam_front *front, struct kam_seams *seams)
{
    const struct kam_groups *groups = seams->groups;
    struct kam_buffer pieces = {NULL, 0, 0};
    struct kam_error warning;
    uint32_t *hubs, parts;
    size_t count;
    bool ok = kam_glue_payers(groups, &hubs, &count);

    if (ok && count && !seams->vertices)
        ok = kam_seams_make(seams, groups);
    for (size_t i = 0; ok && i < count && i < NAMED; i++) {
        pieces.len = 0;
        ok = kam_seam_write_pieces(seams, kam_seam_of_hub(seams, hubs[i]), &parts, &pieces);
        if (ok)
            warn_of_payer(front, groups, hubs[i], parts, kam_buffer_text(&pieces));
    }
    if (ok && count > NAMED) {
        (void)kam_error_set(&warning, KAM_DATA, "%zu more pay for more than %d accounts",
                            count - NAMED, KAM_GLUE_MANY);
        kam_front_warn(front, &warning);
    }
    kam_buffer_free(&pieces);
    free(hubs);
    return ok;
}

static bool warn_of_pair(struct kam_front *front, struct kam_seams *seams,
                         const struct kam_glue_pair *pair, struct kam_buffer *text)
{
    enum { SEAMS = 3 };
    const struct kam_groups *groups = seams->groups;
    const struct kam_hubs *hubs = &groups->links.hubs;
    struct kam_seam found[SEAMS];
    struct kam_error warning;
    size_t count = kam_seams_find(seams, pair->customer, KAM_SEAM_GROUPS, SEAMS, found);

    text->len = 0;
    if (pair->count > 2 && !kam_buffer_printf(text, " and %u more", pair->count - 2))
        return false;
    if (!kam_buffer_add(text, count ? KAM_TEXT(", which only hold together by ")
                                    : KAM_TEXT(", which hold together in more ways than one")) ||
        !kam_seams_write(seams, found, count, text))
        return false;
    (void)kam_error_set(&warning, KAM_DATA, "customer %s has the groups %s and %s%.*s",
                        kam_show(kam_groups_id(groups, groups->heads[pair->customer])).s,
                        kam_show(kam_hub_value(hubs, pair->one)).s,
                        kam_show(kam_hub_value(hubs, pair->other)).s, (int)text->len, text->ptr);
    kam_front_warn(front, &warning);
    return true;
}

/* Two groups are two customers, more often than not. */
static bool warn_of_groups(struct kam_front *front, struct kam_seams *seams)
{
    const struct kam_groups *groups = seams->groups;
    struct kam_buffer text = {NULL, 0, 0};
    struct kam_glue_pair *pairs;
    struct kam_error warning;
    size_t count;
    bool ok = kam_glue_groups(groups, &pairs, &count);

    if (ok && count && !seams->vertices)
        ok = kam_seams_make(seams, groups);
    for (size_t i = 0; ok && i < count && i < NAMED; i++)
        ok = warn_of_pair(front, seams, &pairs[i], &text);
    if (ok && count > NAMED) {
        (void)kam_error_set(&warning, KAM_DATA, "%zu more customers have several groups",
                            count - NAMED);
        kam_front_warn(front, &warning);
    }
    kam_buffer_free(&text);
    free(pairs);
    return ok;
}

/* Columns of which nothing was said although a head's number isn't its customer's. */
static bool warn_of_columns(struct kam_front *front, const struct kam_groupmerge *merge)
{
    struct kam_buffer remedy = {NULL, 0, 0};
    bool ok = true;

    for (size_t i = 0; i < merge->table->width && ok; i++) {
        struct kam_text name = merge->table->names[i];
        struct kam_difference difference;
        struct kam_error warning;
        uint32_t customer;
        if (!kam_groupmerge_is_open(merge, i) ||
            (customer = kam_groupattr_differing(merge->table, merge->groups, i, &difference)) ==
                KAM_NONE)
            continue;
        remedy.len = 0;
        ok = kam_buffer_printf(&remedy, "--sum %s, or ", name.ptr);
        if (!ok)
            continue;
        kam_difference_describe(&difference, name,
                                kam_groups_id(merge->groups, merge->groups->heads[customer]),
                                remedy.ptr, &warning);
        kam_front_warn(front, &warning);
    }
    kam_buffer_free(&remedy);
    return ok;
}

enum kam_status kam_merge_warn(struct kam_front *front, const struct kam_groupmerge *merge,
                               struct kam_error *error)
{
    struct kam_seams seams = {.groups = merge->groups};
    bool ok = warn_of_payers(front, &seams) && warn_of_groups(front, &seams) &&
              warn_of_columns(front, merge);

    kam_seams_free(&seams);
    return ok ? KAM_OK : kam_error_nomem(error);
}

/* Those of KIND, whose accounts are called WHAT. */
static bool note_circles(const struct kam_front *front, const struct kam_groups *groups,
                         enum kam_hub_kind kind, const char *what)
{
    struct kam_buffer text = {NULL, 0, 0};
    size_t count;
    bool ok = kam_circles_write(groups, kind, NAMED, &text, &count), more;
    struct kam_text rest = kam_buffer_text(&text);

    while (ok && rest.len) {
        struct kam_text circle = kam_text_split(&rest, '\n', &more);
        kam_front_note(front, "%s in a circle: %.*s", what, (int)circle.len, circle.ptr);
    }
    if (ok && count > NAMED)
        kam_front_note(front, "%zu more circles of %s", count - NAMED, what);
    kam_buffer_free(&text);
    return ok;
}

enum kam_status kam_merge_note_circles(const struct kam_front *front,
                                       const struct kam_groups *groups, struct kam_error *error)
{
    return note_circles(front, groups, KAM_HUB_PARENT, "parents") &&
                   note_circles(front, groups, KAM_HUB_PAYER, "payers")
               ? KAM_OK
               : kam_error_nomem(error);
}

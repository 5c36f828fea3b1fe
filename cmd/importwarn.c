#include "importwarn.h"
#include "import/titlemonth.h"

void kam_import_warn_of_encodings(struct kam_front *front, const struct kam_import_plan *plan)
{
    struct kam_error warning;

    for (size_t i = 0; i < plan->file_count; i++)
        if (kam_import_plan_doubts_encoding(&plan->files[i], &warning))
            kam_front_warn(front, &warning);
}

/* Bills, and none of them in the window: mostly a wrong year. */
static void warn_of_empty_window(struct kam_front *front, const struct kam_import *import)
{
    char first[KAM_MONTH_SIZE], last[KAM_MONTH_SIZE];
    struct kam_error warning;

    if (kam_import_lines(import, KAM_FATE_USED) || !kam_import_lines(import, KAM_FATE_OUTSIDE))
        return;
    kam_month_format(kam_import_first_month(import->options), first);
    kam_month_format(import->options->period, last);
    kam_error_set(&warning, KAM_DATA, "no line is in the window, %s to %s", first, last);
    kam_front_warn(front, &warning);
}

/* A currency was chosen that no line is in: mostly a misspelled one. */
static void warn_of_currency(struct kam_front *front, const struct kam_import *import)
{
    struct kam_error warning;

    if (kam_one_currency_unmatched(&import->currency, &warning))
        kam_front_warn(front, &warning);
}

/* A month that is missing, or has far less than the others. */
static void warn_of_months(struct kam_front *front, const struct kam_coverage *coverage)
{
    struct kam_error warning;

    for (size_t i = 0; i < coverage->warning_count; i++) {
        kam_coverage_explain(&coverage->warnings[i], &warning);
        kam_front_warn(front, &warning);
    }
}

/*
 * Two billing systems with ids of their own may mean different customers by one id. A few names
 * that differ are customers that changed theirs.
 */
static void warn_of_collision(struct kam_front *front, const struct kam_import_file *file)
{
    enum { AT_LEAST_ONE_IN = 10 };
    const struct kam_id_collision *collision = &file->collision;
    struct kam_error warning;
    struct kam_place place = {.file = file->path};

    if (collision->different == 0 || collision->different * AT_LEAST_ONE_IN < collision->shared)
        return;
    kam_error_at(&warning, KAM_DATA, &place,
                 "%llu of %llu ids that %s has too have other names there, such as %s: are these "
                 "two billing systems? tell their ids apart with --prefix",
                 (unsigned long long)collision->different, (unsigned long long)collision->shared,
                 collision->other->path, kam_show(collision->example).s);
    kam_front_warn(front, &warning);
}

static void warn_of_collisions(struct kam_front *front, const struct kam_import_plan *plan)
{
    for (size_t i = 0; i < plan->file_count; i++)
        warn_of_collision(front, &plan->files[i]);
}

/* Lines without a month get that of --period: mostly, but not always, the one in the title. */
static void warn_of_title_month(struct kam_front *front, const struct kam_import_file *file,
                                int period)
{
    char said[KAM_MONTH_SIZE], taken[KAM_MONTH_SIZE];
    struct kam_place place = {.file = file->path};
    struct kam_error warning;
    struct kam_text cell;
    int month;

    if (file->kind != KAM_INPUT_RAW || file->columns[KAM_ROLE_MONTH] != KAM_NO_COLUMN ||
        period == KAM_MONTH_NONE ||
        !kam_title_month(file->titles, file->title_count, &month, &cell) || month == period)
        return;
    kam_month_format(month, said);
    kam_month_format(period, taken);
    kam_error_at(&warning, KAM_DATA, &place,
                 "%s seems to be of %s, but no column says the month, and --period takes all lines "
                 "for those of %s",
                 kam_show(cell).s, said, taken);
    kam_front_warn(front, &warning);
}

static void warn_of_no_match(struct kam_front *front, const struct kam_import *import,
                             const struct kam_join *join)
{
    struct kam_error warning;

    if (!kam_store_is_empty(import->store) && kam_join_fits_nobody(join, &warning))
        kam_front_warn(front, &warning);
}

void kam_import_warn_of(struct kam_front *front, const struct kam_import *import,
                        const struct kam_join *join, const struct kam_coverage *coverage)
{
    warn_of_empty_window(front, import);
    warn_of_currency(front, import);
    if (join)
        warn_of_no_match(front, import, join);
    warn_of_collisions(front, import->plan);
    for (size_t i = 0; i < import->plan->file_count; i++)
        warn_of_title_month(front, &import->plan->files[i], import->options->period);
    warn_of_months(front, coverage);
}

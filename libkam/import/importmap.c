#include "import/importmap.h"

const char *kam_import_map_list(const struct kam_text *names, size_t count, struct kam_buffer *list)
{
    enum { LONGEST_LIST = 600 };

    for (size_t i = 0; i < count; i++) {
        bool too_long = list->len + names[i].len > LONGEST_LIST;
        if (!kam_buffer_printf(list, "%s%.*s", i ? ", " : "", too_long ? 3 : (int)names[i].len,
                               too_long ? "..." : names[i].ptr))
            break;
        if (too_long)
            break;
    }
    return list->ptr ? list->ptr : "nothing";
}

enum kam_status kam_import_map_missing(const struct kam_import_file *file, struct kam_text name,
                                       const char *option, const struct kam_place *place,
                                       struct kam_error *error)
{
    struct kam_buffer list = {NULL, 0, 0};
    struct kam_text nearest = kam_text_nearest(name, file->names, file->width);
    const char *names = kam_import_map_list(file->names, file->width, &list);
    enum kam_status status = kam_error_at(
        error, KAM_DATA, place, "no column %s for --%s%s%s; the header has: %s", kam_show(name).s,
        option, nearest.len ? ", but " : "", nearest.len ? kam_show(nearest).s : "", names);

    kam_buffer_free(&list);
    return status;
}

enum kam_status kam_import_map_unknown(const struct kam_import_file *file, enum kam_role role,
                                       const char *otherwise, const struct kam_place *place,
                                       struct kam_error *error)
{
    struct kam_buffer list = {NULL, 0, 0};

    if (file->doubts.kept) /* who inspects sees all of the header */
        return kam_error_at(error, KAM_DATA, place, "no column looks like the %s%s",
                            kam_role_name(role), otherwise);
    const char *names = kam_import_map_list(file->names, file->width, &list);
    enum kam_status status =
        kam_error_at(error, KAM_DATA, place,
                     "no column looks like the %s; say which with --%s COL%s; the header has: %s",
                     kam_role_name(role), kam_role_name(role), otherwise, names);

    kam_buffer_free(&list);
    return status;
}

/* The columns called NAME: how many, and the first of them. */
static size_t find_named(const struct kam_text *names, size_t count, struct kam_text name,
                         size_t *first)
{
    size_t found = 0;

    for (size_t i = count; i-- > 0;)
        if (kam_text_equal(names[i], name)) {
            *first = i;
            found++;
        }
    return found;
}

enum kam_status kam_import_map_column(const struct kam_import_file *file, struct kam_text name,
                                      size_t *column, const struct kam_place *place,
                                      struct kam_error *error)
{
    size_t found = find_named(file->names, file->width, name, column);

    if (found == 0)
        *column = KAM_NO_COLUMN;
    if (found > 1)
        return kam_error_at(error, KAM_DATA, place,
                            "%zu columns are called %s; rename all but one of them", found,
                            kam_show(name).s);
    return KAM_OK;
}

/* A factor of an amount: NAME is a column, or else a number. False if it is neither. */
static bool find_factor(const struct kam_text *names, size_t count, struct kam_text name,
                        struct kam_factor *factor)
{
    factor->constant = KAM_DECIMAL_ZERO;
    if (find_named(names, count, name, &factor->column))
        return true;
    factor->column = KAM_NO_COLUMN;
    return kam_decimal_parse(name, &factor->constant) == KAM_NUMBER_OK;
}

/* The factors of amount CHOICE (A, A*B, or a number); 0 if one can't be found. */
static size_t find_factors(const struct kam_text *names, size_t count, struct kam_text choice,
                           struct kam_factor factors[2], struct kam_text *unknown)
{
    bool product;
    struct kam_text right = choice;

    *unknown = choice;
    if (find_factor(names, count, choice, &factors[0]))
        return 1;
    struct kam_text left = kam_text_trim(kam_text_split(&right, '*', &product));
    right = kam_text_trim(right);
    if (!product)
        return 0;
    *unknown = left;
    if (!find_factor(names, count, left, &factors[0]))
        return 0;
    *unknown = right;
    return find_factor(names, count, right, &factors[1]) ? 2 : 0;
}

/* The columns whose heading means ROLE: how many, and the first two of them. */
static size_t find_usual(const struct kam_text *names, size_t count, enum kam_role role,
                         size_t first[2])
{
    size_t found = 0;

    for (size_t i = 0; i < count; i++)
        if (kam_heading_means(names[i], role)) {
            if (found < 2)
                first[found] = i;
            found++;
        }
    return found;
}

/* What a role is called in FORMAT, or else usually. */
static size_t find_role(const struct kam_export_format *format, const struct kam_text *names,
                        size_t count, enum kam_role role, size_t first[2])
{
    if (!format)
        return find_usual(names, count, role, first);
    first[0] = kam_export_format_column(format, names, count, role);
    return first[0] != KAM_NO_COLUMN;
}

static bool has_role(const struct kam_import_options *options,
                     const struct kam_export_format *format, const struct kam_text *names,
                     size_t count, enum kam_role role)
{
    const struct kam_role_choice *choice = &options->roles[role];
    struct kam_factor factors[2];
    struct kam_text unknown;
    size_t first[2];

    if (!choice->given)
        return find_role(format, names, count, role, first) > 0;
    if (role != KAM_ROLE_AMOUNT)
        return find_named(names, count, choice->column, first) > 0;
    return find_factors(names, count, choice->column, factors, &unknown) > 0;
}

bool kam_import_map_fits(const struct kam_import_options *options, const struct kam_text *names,
                         size_t count)
{
    const struct kam_export_format *format = kam_export_format_recognise(names, count);

    return has_role(options, format, names, count, KAM_ROLE_ACCOUNT) &&
           has_role(options, format, names, count, KAM_ROLE_AMOUNT);
}

static enum kam_status map_given(struct kam_import_file *file,
                                 const struct kam_import_options *options, enum kam_role role,
                                 const struct kam_place *place, struct kam_error *error)
{
    struct kam_text column = options->roles[role].column;

    if (role == KAM_ROLE_AMOUNT) {
        struct kam_text unknown;
        file->factor_count =
            find_factors(file->names, file->width, column, file->factors, &unknown);
        if (file->factor_count == 0)
            return kam_import_map_missing(file, unknown, "amount", place, error);
        for (size_t i = 0; i < file->factor_count; i++) {
            size_t one, f = file->factors[i].column;
            if (f != KAM_NO_COLUMN) {
                enum kam_status status =
                    kam_import_map_column(file, file->names[f], &one, place, error);
                if (status)
                    return status;
            }
        }
        file->columns[role] = file->factors[0].column;
        return KAM_OK;
    }
    enum kam_status status =
        kam_import_map_column(file, column, &file->columns[role], place, error);
    if (!status && file->columns[role] == KAM_NO_COLUMN)
        return kam_import_map_missing(file, column, kam_role_name(role), place, error);
    return status;
}

static enum kam_status map_usual(struct kam_import_file *file, enum kam_role role,
                                 const struct kam_place *place, struct kam_error *error)
{
    size_t first[2];
    size_t found = find_role(file->format, file->names, file->width, role, first);

    if (found > 1 && kam_text_equal(file->names[first[0]], file->names[first[1]]))
        return kam_error_at(error, KAM_DATA, place, "two columns are called %s; rename one",
                            kam_show(file->names[first[0]]).s);
    if (found > 1) {
        bool rejects = file->kind == KAM_INPUT_REJECTS;
        return kam_error_at(error, KAM_DATA, place,
                            "%s and %s could both be the %s; say which with --%s%s",
                            kam_show(file->names[first[0]]).s, kam_show(file->names[first[1]]).s,
                            kam_role_name(role), kam_role_name(role),
                            rejects ? ", or if they are of different exports, split these lines by "
                                      "the column file and take the empty one away from each part"
                                    : "");
    }
    file->columns[role] = found ? first[0] : KAM_NO_COLUMN;
    if (role == KAM_ROLE_AMOUNT && found) {
        file->factors[0] = (struct kam_factor){first[0], KAM_DECIMAL_ZERO};
        file->factor_count = 1;
    }
    return KAM_OK;
}

/* What was found of ROLE isn't it. */
static void forget(struct kam_import_file *file, enum kam_role role)
{
    file->columns[role] = KAM_NO_COLUMN;
    if (role == KAM_ROLE_AMOUNT)
        file->factor_count = 0;
}

/* There is no ROLE, and no import without it. */
static enum kam_status need(struct kam_import_file *file, enum kam_role role, const char *otherwise,
                            const struct kam_place *place, struct kam_error *error)
{
    enum kam_status status = kam_import_map_unknown(file, role, otherwise, place, error);

    return kam_doubts_take(&file->doubts, kam_role_name(role), status, error);
}

enum kam_status kam_import_map_roles(struct kam_import_file *file,
                                     const struct kam_import_options *options,
                                     const struct kam_place *place, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    file->format = kam_export_format_recognise(file->names, file->width);
    for (int r = 0; r < KAM_ROLES; r++) {
        enum kam_role role = (enum kam_role)r;
        const struct kam_role_choice *choice = &options->roles[r];
        file->columns[r] = KAM_NO_COLUMN;
        if (choice->given && choice->column.len)
            status = map_given(file, options, role, place, error);
        else if (!choice->given)
            status = map_usual(file, role, place, error);
        if (status)
            forget(file, role);
        status = kam_doubts_take(&file->doubts, kam_role_name(role), status, error);
        if (status)
            return status;
    }
    if (file->columns[KAM_ROLE_ACCOUNT] == KAM_NO_COLUMN)
        status = need(file, KAM_ROLE_ACCOUNT, "", place, error);
    if (!status && file->factor_count == 0)
        status = need(file, KAM_ROLE_AMOUNT, "", place, error);
    if (!status && file->columns[KAM_ROLE_MONTH] == KAM_NO_COLUMN &&
        options->period == KAM_MONTH_NONE)
        status =
            need(file, KAM_ROLE_MONTH, ", or date all lines with --period YYYY-MM", place, error);
    return status;
}

#include "model/model.h"

#include "model/modelbuild.h"
#include "model/modelcheck.h"
#include "model/override.h"
#include "table/columns.h"

#include <stdlib.h>

/* The file's text is in MODEL->file: make a model of it. */
static enum kam_status understand(struct kam_model *model, const char *const *overrides,
                                  size_t override_count, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < override_count && status == KAM_OK; i++)
        status = kam_override_apply(&model->file, overrides[i], error);
    if (status == KAM_OK)
        status = kam_modelcheck(&model->file, error);
    return status == KAM_OK ? kam_modelbuild(model, error) : status;
}

static enum kam_status finish(struct kam_model **out, struct kam_model *model,
                              enum kam_status status)
{
    if (status == KAM_OK)
        *out = model;
    else
        kam_model_free(model);
    return status;
}

enum kam_status kam_model_load(struct kam_model **out, const char *path,
                               const char *const *overrides, size_t override_count,
                               struct kam_error *error)
{
    struct kam_model *model = calloc(1, sizeof *model);
    enum kam_status status = KAM_OK;

    *out = NULL;
    if (!model)
        return kam_error_nomem(error);
    model->place.file = path;
    if (path)
        status = kam_modelfile_read(&model->file, path, error);
    if (status == KAM_OK)
        status = understand(model, overrides, override_count, error);
    return finish(out, model, status);
}

enum kam_status kam_model_load_text(struct kam_model **out, const char *name, struct kam_text text,
                                    const char *const *overrides, size_t override_count,
                                    struct kam_error *error)
{
    struct kam_model *model = calloc(1, sizeof *model);

    *out = NULL;
    if (!model)
        return kam_error_nomem(error);
    model->place.file = name;
    enum kam_status status = kam_modelfile_parse(&model->file, name, text, error);
    if (status == KAM_OK)
        status = understand(model, overrides, override_count, error);
    return finish(out, model, status);
}

void kam_model_free(struct kam_model *model)
{
    if (!model)
        return;
    kam_modelfile_free(&model->file);
    free(model);
}

const struct kam_model_import *kam_model_find_import(const struct kam_model *model,
                                                     struct kam_text title)
{
    for (size_t i = 0; i < model->import_count; i++)
        if (kam_text_equal(model->imports[i].title, title))
            return &model->imports[i];
    return NULL;
}

size_t kam_model_find_column(const struct kam_model *model, struct kam_text name)
{
    size_t i = 0;

    while (i < model->column_count && !kam_text_equal(model->columns[i].name, name))
        i++;
    return i;
}

enum kam_status kam_model_weight_sum(const struct kam_model *model, struct kam_decimal *sum,
                                     struct kam_error *error)
{
    *sum = KAM_DECIMAL_ZERO;
    for (size_t i = 0; i < model->dimension_count; i++)
        if (!kam_decimal_add(sum, model->dimensions[i].weight))
            return kam_error_at(error, KAM_USAGE, &model->dimensions[i].place,
                                "the sum of the weights is too large");
    return KAM_OK;
}

static bool is_of_scores(struct kam_text name)
{
    const struct kam_column *column = kam_column_find(name);

    return column && column->stage == KAM_STAGE_SCORE;
}

static bool looks_at_scores(const struct kam_rule_list *rules)
{
    for (size_t i = 0; i < rules->count; i++)
        for (size_t t = 0; t < rules->items[i].when.term_count; t++) {
            const struct kam_term *term = &rules->items[i].when.terms[t];
            const struct kam_operand *other = kam_term_other(term);
            if ((!term->months && is_of_scores(term->column)) ||
                (other && other->kind == KAM_OPERAND_COLUMN && is_of_scores(other->text)))
                return true;
        }
    return false;
}

bool kam_model_tiers_by_scores(const struct kam_model *model)
{
    return is_of_scores(model->tiers.by) || looks_at_scores(&model->admits) ||
           looks_at_scores(&model->categories) || looks_at_scores(&model->flags);
}

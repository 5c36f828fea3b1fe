#include "import/importmodel.h"

static void complete_list(struct kam_renamed_list *list, const struct kam_renamed_list *said)
{
    if (list->count == 0)
        *list = *said;
}

/* Options that contradict each other between the command line and the model: the former holds. */
static void complete_reading(struct kam_import_reading *reading,
                             const struct kam_import_reading *said)
{
    if (!reading->header.first && !reading->columns.count) {
        reading->header = said->header;
        reading->columns = said->columns;
    }
    if (!reading->dates.order)
        reading->dates = said->dates;
    if (!reading->decimal)
        reading->decimal = said->decimal;
    if (!reading->units.count)
        reading->units = said->units;
    if (!reading->invoice.count)
        reading->invoice = said->invoice;
}

void kam_import_complete(struct kam_import_options *options, const struct kam_model_import *section)
{
    const struct kam_text columns[KAM_ROLES] = {
        [KAM_ROLE_ACCOUNT] = section->account,   [KAM_ROLE_NAME] = section->name,
        [KAM_ROLE_GROUP] = section->group,       [KAM_ROLE_PAYER] = section->payer,
        [KAM_ROLE_MONTH] = section->month,       [KAM_ROLE_AMOUNT] = section->amount,
        [KAM_ROLE_COST] = section->cost,         [KAM_ROLE_SERVICE] = section->service,
        [KAM_ROLE_CURRENCY] = section->currency,
    };

    for (int r = 0; r < KAM_ROLES; r++)
        if (!options->roles[r].given && columns[r].len)
            options->roles[r] = (struct kam_role_choice){columns[r], true, true};
    complete_list(&options->keep, &section->keep);
    complete_list(&options->sum, &section->sum);
    complete_list(&options->collect, &section->collect);
    if (!options->reader.input.encoding && section->encoding.len)
        options->reader.input.encoding = section->encoding.ptr;
    if (!options->reader.delimiter)
        options->reader.delimiter = section->delimiter;
    if (!options->prefix_given)
        options->prefix = section->prefix;
    if (options->round < 0)
        options->round = section->round;
    complete_reading(&options->reading, &section->reading);
}

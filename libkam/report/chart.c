#include "report/chart.h"

bool kam_chart_is_there(enum kam_reportsection section)
{
    return section == KAM_SECTION_PYRAMID || section == KAM_SECTION_LORENZ ||
           section == KAM_SECTION_NINEBOX || section == KAM_SECTION_FLOW ||
           section == KAM_SECTION_BRIDGE;
}

void kam_chart_write(const struct kam_report *report, enum kam_reportsection section,
                     enum kam_chart_form form, struct kam_speech *speech,
                     const struct kam_markup *markup)
{
    (void)report, (void)section, (void)form, (void)speech, (void)markup;
}

void kam_chart_sparkline(const struct kam_decimal *line, size_t count, struct kam_text title,
                         const struct kam_markup *markup)
{
    (void)line, (void)count, (void)title, (void)markup;
}

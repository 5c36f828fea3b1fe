#include "import/footnote.h"

static const char *const beginnings[] = {
    "制表",     "制单",  "审核",    "复核",      "审批",     "打印",     "导出",
    "经办",     "编制",  "备注",    "说明",      "注：",     "注:",      "第",
    "共",       "page ", "printed", "prepared ", "approved", "checked ", "generated",
    "exported", "note:", "notes:",  "end of ",   "report ",  "created ", "*",
};

bool kam_is_footnote(const struct kam_text *cells, size_t count)
{
    struct kam_text cell = KAM_TEXT("");

    for (size_t i = 0; i < count && cell.len == 0; i++)
        cell = kam_text_trim(cells[i]);
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        struct kam_text rest = cell;
        if (kam_text_take_front(&rest, kam_text_of(beginnings[i])))
            return true;
    }
    return false;
}

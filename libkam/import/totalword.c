#include "import/totalword.h"
#include "import/heading.h"

static const char *const whole[] = {"合计",  "总计",       "小计",     "共计",     "总合计", "汇总",
                                    "total", "grandtotal", "subtotal", "sumtotal", NULL};

/* Behind the name of a group; in Latin letters only as a word by itself. */
static const char *const endings[] = {"总合计", "合计", "总计", "小计", "共计", "汇总", NULL};
static const char *const latin_endings[] = {" grand total", " subtotal", " total", NULL};

/* Whether TEXT ends as one of the words may. Nearly every cell asked about is an id. */
static bool may_be_total(struct kam_text text)
{
    switch (text.len ? text.ptr[text.len - 1] : '\0') {
    case 'l':
    case 'L':
    case ':':
    case '-':
    case '_':
    case '\xA1': /* 计 */
    case '\xBB': /* 总 */
    case '\x88': /* 計 */
    case '\xBD': /* 總 */
    case '\x8C': /* the same in full width: l, L, a colon */
    case '\xAC':
    case '\x9A':
        return true;
    }
    return false;
}

static bool ends_with(struct kam_text text, struct kam_text ending)
{
    if (text.len <= ending.len)
        return false;
    struct kam_text tail = {text.ptr + text.len - ending.len, ending.len};
    return kam_text_equal_fold(tail, ending);
}

const char *kam_total_word(struct kam_text cell)
{
    char word[KAM_HEADING_LONGEST] = "";

    cell = kam_text_trim(cell);
    if (!may_be_total(cell))
        return NULL;
    if (kam_text_take_back(&cell, KAM_TEXT(":")) || kam_text_take_back(&cell, KAM_TEXT("：")))
        cell = kam_text_trim(cell);
    if (kam_heading_fold(cell, "_-", word))
        for (const char *const *w = whole; *w; w++)
            if (strcmp(word, *w) == 0)
                return *w;
    for (const char *const *w = endings; *w; w++)
        if (ends_with(cell, kam_text_of(*w)) || ends_with(kam_text_of(word), kam_text_of(*w)))
            return *w;
    for (const char *const *w = latin_endings; *w; w++)
        if (ends_with(cell, kam_text_of(*w)))
            return *w;
    return NULL;
}

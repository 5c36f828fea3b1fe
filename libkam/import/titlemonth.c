#include "import/titlemonth.h"

#include "base/glyph.h"
#include "base/month.h"

/* Longer than any title there is. */
enum { LONGEST = 1024 };

enum { GLYPH_YEAR = 0x5E74, GLYPH_MONTH = 0x6708, GLYPH_DAY = 0x65E5 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(uint32_t glyph)
{
    return (glyph >= 'a' && glyph <= 'z') || (glyph >= 'A' && glyph <= 'Z');
}

static bool mentions(struct kam_text cell, const char *const *words)
{
    for (; cell.len; (void)kam_glyph_take(&cell))
        for (const char *const *word = words; *word; word++) {
            struct kam_text rest = cell;
            if (kam_text_take_front(&rest, kam_text_of(*word)))
                return true;
        }
    return false;
}

static bool mentions_other_time(struct kam_text cell)
{
    static const char *const words[] = {
        "打印",   "列印",    "导出",  "匯出",     "制表",     "製表",      "制单",
        "编制",   "填报",    "报送",  "生成",     "创建",     "下载",      "更新",
        "发布",   "修订",    "截至",  "截止",     "版本",     "累计",      "print",
        "export", "generat", "creat", "download", "update",   "as of",     "as at",
        "since",  "version", "until", "year to ", "prepared", "published", NULL};

    return mentions(cell, words);
}

/* Digits may be any number: 202609, 2026-09. */
static bool mentions_month(struct kam_text cell)
{
    static const char *const words[] = {"月",    "期",     "账单",      "帐单", "帳單",
                                        "month", "period", "statement", "bill", NULL};

    return mentions(cell, words);
}

/* ---- words ----------------------------------------------------------------------------------- */

/* Take a word of digits, letters and what stands between them in a date; empty at the end. */
static struct kam_text take_word(struct kam_text *text)
{
    struct kam_text word = KAM_TEXT("");

    while (text->len) {
        const char *here = text->ptr;
        uint32_t glyph = kam_glyph_take_folded(text);
        bool belongs = is_letter(glyph) || glyph == '-' || glyph == '/' || glyph == '.' ||
                       (glyph >= '0' && glyph <= '9') || glyph == GLYPH_YEAR ||
                       glyph == GLYPH_MONTH || glyph == GLYPH_DAY;
        if (belongs && !word.len)
            word.ptr = here;
        if (belongs)
            word.len = (size_t)(text->ptr - word.ptr);
        else if (word.len)
            break;
    }
    return word;
}

static bool has_glyph(struct kam_text word, uint32_t wanted)
{
    while (word.len)
        if (kam_glyph_take(&word) == wanted)
            return true;
    return false;
}

/* How many numbers WORD has. */
static size_t count_numbers(struct kam_text word)
{
    size_t count = 0;

    for (size_t i = 0; i < word.len; i++)
        count += is_digit(word.ptr[i]) && (i == 0 || !is_digit(word.ptr[i - 1]));
    return count;
}

static bool begins_with_year(struct kam_text word)
{
    return word.len >= 4 && is_digit(word.ptr[0]) && is_digit(word.ptr[1]) &&
           is_digit(word.ptr[2]) && is_digit(word.ptr[3]);
}

/* 2026年9月, 2026-09, 202609; no day, and no number of a spreadsheet's day. */
static int month_of_word(struct kam_text word, struct kam_text cell)
{
    enum { DIGITS = 6 };
    bool is_month = begins_with_year(word) &&
                    (count_numbers(word) == 2 || (count_numbers(word) == 1 && word.len == DIGITS));

    if (!has_glyph(word, GLYPH_MONTH) && word.len < kam_text_trim(cell).len)
        is_month = is_month && mentions_month(cell);

    return is_month ? kam_month_parse(word, KAM_MONTH_CLEAR) : KAM_MONTH_NONE;
}

/* A word of letters alone that is the name of a month, in English: it is one before any year. */
static bool is_name(struct kam_text word)
{
    enum { LONGEST_NAME = 9 }; /* September */
    char text[LONGEST_NAME + sizeof " 2026"];

    if (word.len > LONGEST_NAME || count_numbers(word) || word.len == 0)
        return false;
    memcpy(text, word.ptr, word.len);
    memcpy(text + word.len, " 2026", sizeof " 2026");
    return kam_month_parse(kam_text_of(text), KAM_MONTH_CLEAR) != KAM_MONTH_NONE;
}

/* ---- all of them ----------------------------------------------------------------------------- */

struct search {
    int month;
    struct kam_text cell;
    bool is_open; /* there are several, or something that isn't understood */
};

static void found(struct search *search, int month, struct kam_text cell)
{
    search->is_open =
        search->is_open || (search->month != KAM_MONTH_NONE && search->month != month);
    search->month = month;
    search->cell = cell;
}

static void look(struct search *search, struct kam_text cell)
{
    struct kam_text rest = cell, last = KAM_TEXT(""), word = take_word(&rest);

    while (word.len && !search->is_open) {
        struct kam_text next = take_word(&rest);
        int month = month_of_word(word, cell);
        bool name = is_name(word), day = count_numbers(last) == 1 && last.len <= 2;
        struct kam_text both = {word.ptr, (size_t)(next.ptr - word.ptr) + next.len};
        if (name && begins_with_year(next))
            month = kam_month_parse(both, KAM_MONTH_CLEAR);
        if (month != KAM_MONTH_NONE && !(name && day))
            found(search, month, cell);
        else if ((name && month == KAM_MONTH_NONE) ||
                 (has_glyph(word, GLYPH_MONTH) && count_numbers(word) &&
                  kam_month_parse(word, KAM_MONTH_CLEAR) == KAM_MONTH_NONE))
            search->is_open = true;
        last = word;
        word = next;
    }
}

bool kam_title_month(const struct kam_top_record *titles, size_t count, int *month,
                     struct kam_text *cell)
{
    struct search search = {.month = KAM_MONTH_NONE};

    for (size_t i = 0; i < count; i++) {
        bool is_other = false;
        for (size_t c = 0; c < titles[i].count; c++)
            is_other = is_other || titles[i].cells[c].len > LONGEST ||
                       mentions_other_time(titles[i].cells[c]);
        for (size_t c = 0; c < titles[i].count && !is_other; c++)
            look(&search, titles[i].cells[c]);
    }
    *month = search.month;
    *cell = search.cell;
    return search.month != KAM_MONTH_NONE && !search.is_open;
}

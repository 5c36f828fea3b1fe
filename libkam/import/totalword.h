/*
 * totalword: the words that say of a line that it is a sum of lines.
 */
#ifndef KAM_IMPORT_TOTALWORD_H
#define KAM_IMPORT_TOTALWORD_H

#include "base/text.h"

/* What a byte is at the edges of a cell that may be one of the words. */
enum kam_total_edge {
    KAM_TOTAL_FIRST = 1,      /* of a word, or of white space */
    KAM_TOTAL_FIRST_HAN = 2,  /* of a Chinese word */
    KAM_TOTAL_SECOND_HAN = 4, /* its second byte */
    KAM_TOTAL_LAST = 8,       /* of a word, or of white space */
};
extern const unsigned char kam_total_edges[256];

/* False of nearly every cell that is none: looks at its edges only. */
static inline bool kam_total_may_be(struct kam_text cell)
{
    if (cell.len == 0)
        return false;
    unsigned edges = kam_total_edges[(unsigned char)cell.ptr[0]];
    return (kam_total_edges[(unsigned char)cell.ptr[cell.len - 1]] & KAM_TOTAL_LAST) ||
           (edges & KAM_TOTAL_FIRST) ||
           ((edges & KAM_TOTAL_FIRST_HAN) && cell.len > 1 &&
            (kam_total_edges[(unsigned char)cell.ptr[1]] & KAM_TOTAL_SECOND_HAN));
}

const char *kam_total_find(struct kam_text cell);

/*
 * The word by which CELL says that its line is a total: 合计, 小计, 总计, Total, Grand total,
 * Summe, Carried forward and the like, alone; at the end, as spreadsheets put it below a group
 * (华东 汇总, ACME Total, ACME Sub-total); or at the beginning: a Chinese one before anything
 * (合计：100户), total, subtotal and grand total before a bracket, a colon or a number (Total
 * (CNY), Total 2026-10, but not Total Energies). NULL if it doesn't. The same word is the same
 * literal. Case, width, spaces, a colon at the end and asterisks around it don't matter.
 */
static inline const char *kam_total_word(struct kam_text cell)
{
    return kam_total_may_be(cell) ? kam_total_find(cell) : NULL;
}

/* True if no firm has a name that is WORD, or ends in it: total may be the end of one. */
bool kam_total_is_no_name(const char *word);

/* True if no service is called WORD; 全部 may be all that an account has. */
bool kam_total_is_no_service(const char *word);

#endif

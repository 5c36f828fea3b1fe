/*
 * linecurrency: the currency of a line, and whether its amounts agree about it.
 */
#ifndef KAM_IMPORT_LINECURRENCY_H
#define KAM_IMPORT_LINECURRENCY_H

#include "import/importline.h"

struct kam_line_currency {
    struct kam_text own; /* the code that its column, its heading or its amount says; empty: none */
    struct kam_text
        code;   /* that, or else what the first sum says, which is the cost if there is one */
    size_t odd; /* the position of a sum in another one; KAM_NO_COLUMN: none */
};

/*
 * The currency of a line whose amount is known: its column's, else the heading's, else what stands
 * beside the amount. KAM_DATA where these contradict each other.
 */
KAM_MUST_CHECK enum kam_status
kam_line_find_any_currency(struct kam_line_reader *lines, const struct kam_text *cells,
                           uint64_t line, const struct kam_amount *amount,
                           struct kam_line_currency *currency, struct kam_error *why);

/* The same; in most files nothing says anything of it. */
static inline enum kam_status kam_line_find_currency(struct kam_line_reader *lines,
                                                     const struct kam_text *cells, uint64_t line,
                                                     const struct kam_amount *amount,
                                                     struct kam_line_currency *currency,
                                                     struct kam_error *why)
{
    *currency = (struct kam_line_currency){KAM_TEXT(""), KAM_TEXT(""), KAM_NO_COLUMN};
    if (lines->currency == KAM_NO_COLUMN && !lines->known_currency && !amount->currency)
        return KAM_OK;
    return kam_line_find_any_currency(lines, cells, line, amount, currency, why);
}

/* Let sum number I, which isn't blank and whose currency is known, have its say. KAM_DATA if it
 * contradicts its own heading. */
KAM_MUST_CHECK enum kam_status kam_line_check_sum(const struct kam_line_reader *lines,
                                                  const struct kam_text *cells, uint64_t line,
                                                  size_t i, const struct kam_amount *sum,
                                                  struct kam_line_currency *currency,
                                                  struct kam_error *why);

/* Whether a line in the currency CODE may be added to those before it. */
KAM_MUST_CHECK enum kam_status kam_line_judge_currency(struct kam_line_reader *lines, uint64_t line,
                                                       struct kam_text code,
                                                       enum kam_line_verdict *verdict,
                                                       struct kam_error *why);

#endif

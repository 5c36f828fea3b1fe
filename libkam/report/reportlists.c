#include "report/reportlists.h"

struct kam_text kam_reportlist_note(const struct kam_reportlist *list, enum kam_label none,
                                    struct kam_speech *speech)
{
    if (list->all == 0)
        return kam_speech_label(speech, none);
    if (list->all == list->count)
        return KAM_TEXT("");
    return kam_speech_labelled(
        speech, KAM_LABEL_MORE_ROWS,
        KAM_WORDS({"count", kam_speech_count(speech, list->all - list->count)}));
}

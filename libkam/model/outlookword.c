#include "model/outlookword.h"

struct kam_text kam_outlook_word(enum kam_outlook outlook)
{
    switch (outlook) {
    case KAM_OUTLOOK_RISING:
        return KAM_TEXT("rising");
    case KAM_OUTLOOK_STEADY:
        return KAM_TEXT("steady");
    case KAM_OUTLOOK_FALLING:
        return KAM_TEXT("falling");
    case KAM_OUTLOOK_LEAVING:
        return KAM_TEXT("leaving");
    case KAM_OUTLOOK_NONE:
        break;
    }
    return KAM_TEXT("");
}

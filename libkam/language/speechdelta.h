/*
 * speechdelta: how much a number changed, as people read it.
 */
#ifndef KAM_LANGUAGE_SPEECHDELTA_H
#define KAM_LANGUAGE_SPEECHDELTA_H

#include "language/speech.h"

/* A change of numbers of COLUMN, exactly, with its sign: +1,234.00; -0.5. */
struct kam_text kam_speech_delta(struct kam_speech *speech, struct kam_text column,
                                 struct kam_decimal delta);

/* DELTA as a part of FROM, rounded half to even to one place: -38.2%. Empty unless FROM > 0. */
struct kam_text kam_speech_rate(struct kam_speech *speech, struct kam_decimal from,
                                struct kam_decimal delta);

#endif

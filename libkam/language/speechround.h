/*
 * speechround: numbers that are rounded for the eye. Where they are shown, the exact ones are near.
 */
#ifndef KAM_LANGUAGE_SPEECHROUND_H
#define KAM_LANGUAGE_SPEECHROUND_H

#include "language/speech.h"

/*
 * AMOUNT as short as a picture wants it: 33,498,658; in a language with myriads 3,349.87万 and
 * 1.28亿 from these on, with two places. Rounded half to even.
 */
struct kam_text kam_speech_short(struct kam_speech *speech, struct kam_decimal amount);

/* The same of a difference, with its sign: +1,012,533, -2,728,188, 0. */
struct kam_text kam_speech_short_delta(struct kam_speech *speech, struct kam_decimal amount);

/* RATIO as a percentage rounded half to even to one place: 26.2%; 0.4 per mille is <0.1%. */
struct kam_text kam_speech_share(struct kam_speech *speech, struct kam_decimal ratio);

#endif

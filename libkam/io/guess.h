/*
 * guess: which of the usual encodings bytes are likely to be in.
 *
 * Most bytes are valid in several of them and readable in one. What tells is how common the
 * characters are that they would be: the everyday half of GB 2312, the frequent half of Big5, kana,
 * Hangul, words of Cyrillic letters, single accented letters between ASCII ones.
 */
#ifndef KAM_IO_GUESS_H
#define KAM_IO_GUESS_H

#include "base/text.h"

/*
 * The likeliest encoding of BYTES, which begin with a character and may end within one: UTF-8
 * (damaged, if the caller knows that it isn't whole), GB18030, BIG5, SHIFT_JIS, EUC-KR,
 * WINDOWS-1251 or WINDOWS-1252. NULL where none is likely. A few words of Korean can't be told from
 * Chinese, and are taken for that.
 */
const char *kam_guess_encoding(struct kam_text bytes);

#endif

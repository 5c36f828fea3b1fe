/*
 * misstated: whether a file is clearly in another encoding than the one it is said to be in.
 *
 * Chinese in GB18030 is valid Big5, valid WINDOWS-1252, and, of either, nonsense: nothing fails,
 * but every name is another. A guess alone is too weak to contradict a user; what is asked for
 * besides are second bytes that the encoding stated would hardly have, in many different
 * characters.
 */
#ifndef KAM_IO_MISSTATED_H
#define KAM_IO_MISSTATED_H

#include "base/text.h"

/*
 * The encoding that BYTES, the beginning of a file, are clearly in rather than in STATED; NULL
 * where that isn't clear, and for every STATED but GB18030, Big5, WINDOWS-1252 and what is much the
 * same.
 */
const char *kam_misstated(const char *stated, struct kam_text bytes);

#endif

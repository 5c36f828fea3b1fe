#!/usr/bin/env python3
"""Prints the ranges of libkam/base/characterwidth.c, from the Unicode data that Python has.

    python3 libkam/base/character-widths.py >ranges && clang-format ranges

Nothing wide: what combines with the character before it (Mn, Me), what only formats (Cf) but for
the soft hyphen and the signs that stand before digits, the vowels and finals of Hangul jamo. Two
columns: East_Asian_Width W and F; circled numbers on black squares and the hexagrams, too, as in
glibc. What no character has been assigned to yet is wide in the planes of ideographs, else as its
neighbours are, where both are the same.
"""
import unicodedata

PREPENDED = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}


def width(point):
    character = chr(point)
    category = unicodedata.category(character)
    if point == 0xAD or point in PREPENDED:
        return 1
    if category in ("Mn", "Me", "Cf"):
        return 0
    if 0x1160 <= point <= 0x11FF or 0xD7B0 <= point <= 0xD7FF:
        return 0
    if 0x3248 <= point <= 0x324F or 0x4DC0 <= point <= 0x4DFF:
        return 2
    is_wide = unicodedata.east_asian_width(character) in "WF" or 0x20000 <= point <= 0x3FFFD
    return 2 if is_wide else 1


def ranges():
    first, last, columns = 0, 0, 1
    for point in range(1, 0x110000):
        if unicodedata.category(chr(point)) == "Cn" and not 0x20000 <= point <= 0x3FFFD:
            continue
        if width(point) != columns:
            if columns != 1:
                yield first, last, columns
            first, columns = point, width(point)
        last = point
    if columns != 1:
        yield first, last, columns


print("/* Unicode %s */" % unicodedata.unidata_version)
for first, last, columns in ranges():
    print("{0x%04X, 0x%04X, %d}," % (first, last, columns))

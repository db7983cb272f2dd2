"""Names as keys: what is left of a name when spelling habits that don't tell names apart are taken away.

In: a name as written. Out: a key. Two spellings of a name that differ only in case, accents, hyphens, quotation
marks or "St."/"Saint" have the same key.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_QUOTES = dict.fromkeys(map(ord, "'’‘`´ʼʻʿʾ′ʹ"), "")
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
# Combining marks of the scripts that names in the gazetteer are written in.
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u1dc0-\u1dff\ufe20-\ufe2f]+"
)
_BREAKS = re.compile(r"[^\w]+|_")
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
ARTICLES = frozenset("al el ar as ash at an ad az adh ath".split())


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """The key of a name: lower case, no accents or apostrophes, one space between words."""
    if name.isascii():
        plain = name.lower().replace("'", "").replace("`", "")
    else:
        marked = unicodedata.normalize("NFKD", name.translate(_QUOTES)).casefold()
        plain = _MARKS.sub("", marked).translate(_LETTERS)
    words = _BREAKS.sub(" ", plain.replace(".", "")).split()
    return " ".join([_SHORT.get(word, word) for word in words])


def without_article(key: str) -> str | None:
    """The key without a leading Arabic article ("al raqqah", "ar raqqah" -> "raqqah"), or None when it has none."""
    first, _, rest = key.partition(" ")
    return rest if first in ARTICLES and len(rest) > 2 else None


_SOUNDS = (
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"([kgdtszc])h"), r"\1"),
    (re.compile(r"q"), "k"),
    (re.compile(r"[eiy]+"), "i"),
    (re.compile(r"[ouw]+"), "u"),
    (re.compile(r"(?<=[aiu])h\b"), ""),
    (re.compile(r"[ -]"), ""),
)


@lru_cache(maxsize=100_000)
def sound(key: str) -> str:
    """What is left of a key (see `fold`) without the habits of transliteration: "makhmour", "makhmur" -> "makmur"."""
    for pattern, kept in _SOUNDS:
        key = pattern.sub(kept, key)
    return key

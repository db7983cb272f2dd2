"""Text to words: offsets in, offsets out, splitting as UD English-EWT and GUM do, on which the parser was trained.

Hyphens are words of their own ("Iran" "-" "backed") except after a prefix ("anti-ship"); clitics, currency signs,
units, brackets and quotation marks are split off; abbreviations, times, numbers, addresses and fractions stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.languages.en.tokens import ABBREVIATIONS, CLITICS, CONTRACTIONS, PREFIXES, TITLES, UNITS

_ADDRESS = r"(?:https?://|www\.)[^\s<>\"“”)\]]*[^\s<>\"“”)\].,;:!?'’]|[\w.+-]+@[\w-]+\.[\w.-]*\w"
_HANDLE = r"[@#]\w[\w_]*"
_NUMBER = r"\d{1,2}:\d{2}(?::\d{2})?|\d+(?:[.,/]\d+)+|\.\d+(?![\w])|\d+(?:st|nd|rd|th|s)\b|\d+"
_INITIALS = r"(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s?[A-Z])"
_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:&[^\W\d_]+)?"
_MIXED = r"[^\W\d_]+\d[\w]*"
_MARKS = r"\.{2,}|…|-{2,}|[!?]{2,}|[^\s]"
_TOKEN = re.compile(
    "|".join(f"(?:{p})" for p in (_ADDRESS, _HANDLE, _INITIALS, _NUMBER, _MIXED, _WORD, _MARKS))
)
_HYPHENS = "-‐‑"


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words of `text[start:end]` as (start, end) code points into `text`, in order, none empty."""
    stop = len(text) if end is None else end
    return list(_join_prefixes(text, _split_clitics(text, _with_stops(text, start, stop))))


def _with_stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Raw tokens, an abbreviation taking the stop that follows it, a unit split off its digits."""
    position = start
    while match := _TOKEN.search(text, position, end):
        left, right = match.span()
        word = text[left:right]
        if text[right : right + 1] == "." and right < end and _is_abbreviation(word, text, right, end):
            right += 1
        yield left, right
        position = right


def _is_abbreviation(word: str, text: str, stop: int, end: int) -> bool:
    """Whether the full stop at `stop` belongs to the abbreviation `word`."""
    lower = word.lower()
    if lower in TITLES and word[0].isupper():
        return True
    if lower in ABBREVIATIONS:
        more = text[stop + 1 : end].lstrip()
        return (
            bool(more)
            and (word[0].isupper() or not more[0].isupper())
            and lower
            not in {"no", "al", "mar", "sat", "sun", "ill", "ind", "miss", "mass", "wash", "la", "est", "del"}
        ) or _numbered(lower, more)
    return (
        len(word) == 1
        and word.isupper()
        and word.isalpha()
        and text[stop - 2 : stop - 1] in {"", " ", "\n", "("}
        and stop + 1 < end
    )


def _numbered(word: str, more: str) -> bool:
    """Whether an ambiguous abbreviation stands before a number ("No. 5", "Sat. 3")."""
    return word in {"no", "mar", "sat", "sun"} and more[:1].isdigit()


def _split_clitics(text: str, tokens: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Contractions, possessives and glued units as words of their own."""
    for left, right in tokens:
        word = text[left:right]
        lower = word.lower()
        cut = next((c for c in CLITICS if lower.endswith(c) and len(lower) > len(c)), "")
        if cut:
            yield left, right - len(cut)
            yield right - len(cut), right
        elif lower in CONTRACTIONS:
            yield left, left + CONTRACTIONS[lower][0]
            yield left + CONTRACTIONS[lower][0], right
        else:
            yield from _split_unit(word, left, right)


def _split_unit(word: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """ "35mm" as "35" "mm"; any other word as it is."""
    match = re.fullmatch(r"(\d+(?:[.,]\d+)*)([a-z]+)", word)
    if match and match.group(2) in UNITS:
        yield left, left + match.end(1)
        yield left + match.end(1), right
    else:
        yield left, right


def _join_prefixes(text: str, tokens: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A prefix, its hyphen and the word after it as one word; all other hyphens stay words."""
    waiting: list[tuple[int, int]] = []
    for token in tokens:
        waiting.append(token)
        if len(waiting) == 3:
            if _is_prefixed(text, waiting):
                waiting = [(waiting[0][0], waiting[2][1])]
            else:
                yield waiting.pop(0)
    yield from waiting


def _is_prefixed(text: str, three: list[tuple[int, int]]) -> bool:
    """Whether three tokens are a prefix, a hyphen and a word, all touching."""
    (a, b), (c, d), (e, f) = three
    touching = b == c and d == e
    return touching and text[c:d] in _HYPHENS and text[a:b].lower() in PREFIXES and text[e:f][0].isalpha()

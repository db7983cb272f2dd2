"""Text to paragraphs and sentences: offsets in, offsets out, found over the words of the tokeniser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.languages.en.events import CALENDAR
from dateline.languages.en.tokens import ABBREVIATIONS, SENTENCE_STARTERS, TITLES

_BREAK = re.compile(r"\n[ \t]*\n\s*|\n(?=[-•*–—] |\d+[.)] )")
_LEAD_INS = (
    # A dateline: "KABUL, 14 July 2020 (Agency) - "; the place in capitals, the rest as it comes.
    r"[A-Z][A-Z'’.-]+(?:[ ,/]+(?:\(?[A-Z\d][\w'’.-]*\)?|of|the|and|de|la|del))*(?:\s?(?: - | -- | – |\s?—\s?)|(?<=\))\.)",
    r"[A-Z][\w'’.-]+(?:,? [A-Z][\w'’.-]+){0,3} (?:\([A-Z][\w ]{1,25}\) ?)[-–—]{1,2} ",
    r"[A-Z][\w .'’-]{1,35}/ ",  # an outlet's own name: "Some News/ "
    r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}:(?=\s)",  # a speaker or a place: "PRESENTER:", "Kandahar:"
    r"\(?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: (?:GMT|UTC|[A-Z]{3,4}))?\)?(?:\s?[-–—:]|(?= [A-Z\"“]))",  # 10:10 p.m.
    r"\(?\d{1,2}[.)](?=\s)",  # a list's number
)
_LEAD_IN = re.compile("|".join(f"(?:{p})" for p in _LEAD_INS))
SHORT_LINE = 60
"""Characters that a line of wrapped text has at least; a shorter one before a capital is a heading."""

LONGEST_WRAPPED = 130
"""Characters that a line of wrapped text has at most; longer ones are paragraphs."""

_LINE_ENDS = frozenset('.!?:;)]"”’…')
_CLOSERS = {'"', "”", "’", "'", ")", "]", "»"}
_OPENERS = {'"', "“", "‘", "'", "(", "[", "«"}
_ENDS = {".", "!", "?", "…", "..."}


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text between blank lines, and the entries of a list, without surrounding white space."""
    start = 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        for first, last in _entries(text, start, end):
            stretch = text[first:last]
            if stretch.strip():
                yield first + len(stretch) - len(stretch.lstrip()), first + len(stretch.rstrip())
        start = match.end() if match else end


def _entries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch's lines where each is an entry of its own, else the stretch: wrapped text has lines that break off."""
    lines = text[start:end].strip().split("\n")
    whole = all(line.strip()[-1:] in _LINE_ENDS or line.isupper() for line in lines)
    if len(lines) < 2 or not (whole or max(map(len, lines)) > LONGEST_WRAPPED):
        yield start, end
        return
    at = start
    for line in text[start:end].splitlines(keepends=True):
        yield at, at + len(line)
        at += len(line)


def lead_in(text: str, start: int, end: int) -> int:
    """Where the paragraph's own words begin, after a dateline, a speaker's label, a place, a time or a number."""
    match = _LEAD_IN.match(text, start, min(end, start + 110))
    return match.end() if match else start


def sentences(text: str, words: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """One paragraph's words to sentences, as (first, last) positions in `words`, both included."""
    found: list[tuple[int, int]] = []
    first = 0
    for i in range(len(words)):
        if i < first:
            continue
        if _ends_sentence(text, words, i):
            last = _with_closers(text, words, i)
            found.append((first, last))
            first = last + 1
    if first < len(words):
        found.append((first, len(words) - 1))
    return found


def _with_closers(text: str, words: Sequence[tuple[int, int]], i: int) -> int:
    """The last of the closing marks that touch the end of the sentence at word `i`."""
    while i + 1 < len(words) and words[i][1] == words[i + 1][0] and text[slice(*words[i + 1])] in _CLOSERS:
        i += 1
    return i


def _ends_sentence(text: str, words: Sequence[tuple[int, int]], i: int) -> bool:
    """Whether word `i` ends a sentence; a stop inside an abbreviation ends one only before a likely start."""
    word = text[slice(*words[i])]
    closed = _with_closers(text, words, i)
    following = text[slice(*words[closed + 1])] if closed + 1 < len(words) else ""
    if not following:
        return False
    if "\n" in text[words[closed][1] : words[closed + 1][0]] and word in _ENDS | {":"}:
        return True
    if _is_heading(text, words[closed][1], words[closed + 1][0]) and _is_capital(following):
        return True
    if word in _ENDS or set(word) <= set("!?"):
        return _starts_sentence(text, words, closed + 1) or (closed > i and _is_capital(following))
    if word.endswith(".") and len(word) > 1:
        bare = word[:-1].lower()
        if bare in {"a.m", "p.m"}:
            return following[:1].isupper() and following not in CALENDAR and not following.isupper()
        if bare in TITLES or re.fullmatch(r"[A-Z]\.", word):
            return False
        known = bare in ABBREVIATIONS or "." in bare
        return (
            known and following.lower() in SENTENCE_STARTERS and _is_capital(following) and following != "I"
        )
    return False


def _is_heading(text: str, end: int, following: int) -> bool:
    """Whether a short line ends here: a heading over what follows, as no wrapped line is so short."""
    if "\n" not in text[end:following]:
        return False
    return end - (text.rfind("\n", 0, end) + 1) < SHORT_LINE


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit()


def _starts_sentence(text: str, words: Sequence[tuple[int, int]], i: int) -> bool:
    """Whether word `i` can begin a sentence: a capital, a digit, or an opening mark before one."""
    word = text[slice(*words[i])]
    if word in _OPENERS or word in {"-", "–", "—", "•", "$", "€", "£", "#", "@", "."}:
        return True
    return _is_capital(word) or word.startswith("http") or word[:2] in {"al"}

"""Text to the stretches between quotation marks, nested ones included.

In: a text. Out: the stretches in text order, without their marks. It exists because a mark is not always what it
looks like: an apostrophe, inches, a paragraph that opens the mark again, a closing mark that was forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.annotate.sentences import paragraphs

_OPENING = {
    "“": "double",
    "„": "double",
    "‟": "double",
    "«": "angle",
    "‹": "angle",
    "‘": "single",
    "‚": "single",
}
_CLOSING = {"”": "double", "“": "double", "»": "angle", "›": "angle"}
_STRAIGHT = {'"': "straight", "″": "straight", "＂": "straight"}
_APOSTROPHES = "'’"
_MARK = re.compile("``|''|[" + "".join({*_OPENING, *_CLOSING, *_STRAIGHT, *_APOSTROPHES}) + "]")
_BEFORE_OPENING = " \t\n\r\xa0\u2009([{-–—/…"
_ELISION = re.compile(r"['’‘](?:\d0?s\b|\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n['’]|bout\b|round\b)", re.I)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` (exclusive) between two marks, which stand at `opening` and `closing`.

    `width` is the length of a mark, 2 where it is typed as two apostrophes; `depth` counts the stretches around it; `closing` is None where the paragraph ends without a closing mark;
    `continued` says that the mark was opened again for the same words, whose last paragraph stands before.
    """

    start: int
    end: int
    opening: int
    closing: int | None
    depth: int
    continued: bool = False
    width: int = 1

    @property
    def outer_end(self) -> int:
        """The character after the closing mark, or after the content where there is none."""
        return self.end if self.closing is None else self.closing + self.width


@dataclass(slots=True)
class _Open:
    family: str
    at: int
    closing: int | None = None
    rivals: int = 0
    width: int = 1


def quoted_stretches(text: str) -> tuple[Stretch, ...]:
    """The stretches of `text` between quotation marks, by their start; an outer one stands before its inner ones.

    Curly, straight, single, low and angle marks are read. A stretch that is not closed counts when the next
    paragraph opens the mark again, or when it began its paragraph or followed a comma or a colon.
    """
    found: list[Stretch] = []
    pending = False
    bounds = list(paragraphs(text))
    for number, (start, end) in enumerate(bounds):
        following = text[bounds[number + 1][0]] if number + 1 < len(bounds) else ""
        here = sorted(_paragraph(text, start, end, following), key=lambda s: (s.start, -s.end))
        if pending and here and here[0].opening == start:
            here[0] = replace(here[0], continued=True)
        pending = any(s.closing is None and s.depth == 0 for s in here) and _is_opening_char(following)
        found.extend(here)
    return tuple(found)


def _paragraph(text: str, start: int, end: int, following: str) -> Iterator[Stretch]:
    """One paragraph's stretches, in the order in which they end."""
    stack: list[_Open] = []
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        doubled = len(match.group()) == 2
        closed = _closes_doubled(text, at, stack) if doubled else _closes(text, at, stack)
        if closed is not None:
            del stack[closed + 1 :]
            mark = stack.pop()
            yield from _stretch(text, mark, at, len(stack), at)
        elif opened := _opens_doubled(text, at) if doubled else _opens(text, at, start, end):
            for other in stack:
                other.rivals += other.family == opened.family
            stack.append(opened)
    for depth, mark in enumerate(stack):
        if _may_stay_open(text, mark, start, following):
            yield from _stretch(text, mark, end, depth, None)
            return


def _stretch(text: str, mark: _Open, end: int, depth: int, closing: int | None) -> Iterator[Stretch]:
    start = mark.at + mark.width
    content = text[start:end]
    if content.strip():
        left = start + len(content) - len(content.lstrip())
        right = start + len(content.rstrip())
        yield Stretch(left, right, mark.at, closing, depth, width=mark.width)


def _closes_doubled(text: str, at: int, stack: list[_Open]) -> int | None:
    """The position in the stack of the mark that two apostrophes close."""
    wanted = [n for n, mark in enumerate(stack) if mark.width == 2]
    return wanted[-1] if wanted and text[at] == "'" else None


def _opens_doubled(text: str, at: int) -> _Open | None:
    """The opening mark that two apostrophes or backticks before a word are."""
    following = text[at + 2 : at + 3]
    before = text[at - 1] if at else " "
    word = bool(following) and not following.isspace()
    return _Open("doubled", at, width=2) if word and before in _BEFORE_OPENING else None


def _closes(text: str, at: int, stack: list[_Open]) -> int | None:
    """The position in the stack of the mark that the character at `at` closes."""
    char = text[at]
    if char in _APOSTROPHES:
        return next((n for n, mark in enumerate(stack) if mark.closing == at), None)
    family = _STRAIGHT.get(char) or _CLOSING.get(char)
    if family is None or (char == "“" and not any(text[mark.at] == "„" for mark in stack)):
        return None
    wanted = [n for n, mark in enumerate(stack) if _fits(mark.family, family)]
    if not wanted or (family == "straight" and _looks_opening(text, at)):
        return None
    return wanted[-1]


def _fits(opened: str, closed: str) -> bool:
    """Whether a closing mark fits the opening one; typesetters mix curly with straight."""
    return opened == closed or {opened, closed} == {"double", "straight"}


def _opens(text: str, at: int, start: int, end: int) -> _Open | None:
    """The opening mark at `at`, or None where the character is an apostrophe, inches or a stray closing mark."""
    char = text[at]
    if char in _OPENING and char not in "‘‚":
        return _Open(_OPENING[char], at)
    if char in _STRAIGHT or char == "”":
        inches = at > start and text[at - 1].isdigit()
        return _Open("straight", at) if _looks_opening(text, at) and not inches else None
    if char in "‘‚'" and _looks_opening(text, at) and not _ELISION.match(text, at):
        closing = _single_close(text, at, end)
        if closing is not None or (char != "'" and at == start):
            return _Open("single", at, closing)
    return None


def _looks_opening(text: str, at: int) -> bool:
    """Whether a mark stands at the beginning of a word."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not after.isspace() and (before in _BEFORE_OPENING or before in _OPENING or _is_quoting(text, at))


def _is_quoting(text: str, at: int) -> bool:
    """Whether the mark before this one is itself an opening one ("'...)."""
    return text[at - 1] in "\"'" and (at < 2 or text[at - 2].isspace())


def _single_close(text: str, at: int, end: int) -> int | None:
    """Where a single mark opened at `at` closes: the first apostrophe after a word that is no plural's genitive."""
    doubtful = None
    for match in re.finditer(r"['’]", text[at + 1 : end]):
        here = at + 1 + match.start()
        after = text[here + 1] if here + 1 < len(text) else " "
        if text[here - 1].isspace() or after.isalnum():
            if _looks_opening(text, here) and doubtful is not None:
                return doubtful
            continue
        if text[here - 1] != "s" or not re.match(r"\s[a-z]", text[here + 1 : here + 3]):
            return here
        doubtful = here if doubtful is None else doubtful
    return doubtful


def _may_stay_open(text: str, mark: _Open, start: int, following: str) -> bool:
    """Whether a mark that its paragraph doesn't close still opens somebody's words."""
    if _is_opening_char(following) and _OPENING.get(following, "straight") == mark.family:
        return True
    lead = text[start : mark.at].rstrip()
    return mark.rivals == 0 and (not lead or lead[-1] in ",:")


def _is_opening_char(char: str) -> bool:
    return char in _OPENING or char in _STRAIGHT or char == "'"

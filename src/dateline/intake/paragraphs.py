"""From lines to paragraphs: lines that were cut at a width are joined, and a title is told from the body.

In: plain text as a file, a mail or a PDF page has it. Out: paragraphs, each on one line, and the title where the
text opens with one. The reader works on sentences, and a line's end in the middle of one would cut it.
"""

from __future__ import annotations

import re
from itertools import pairwise

SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]»]*$")
SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0e-\x1f\x7f]")
LIST_ITEM = re.compile(r"(?:[-•*‣▪●–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
SPEAKER = re.compile(r"(?:Mc|Mac|O['’])?[A-Z][A-Z .'’-]{2,40}:\s")
NARROWEST, WIDEST = 40, 110
"""Texts are hard-wrapped at 60 to 80 characters as a rule; below 40 a line is a heading, above 110 a paragraph."""

WRAPPED_SHARE = 0.8
TITLE_LENGTH = 160
TITLE_WORDS = 3


def paragraphs_of(text: str) -> list[str]:
    """The text's paragraphs without empty ones: blank lines part them, and line ends that no width explains."""
    lines = [_tidy(line) for line in text.replace("\f", "\n\n").split("\n")]
    width = _wrap_width(lines)
    found: list[str] = []
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line)
        elif block:
            found.extend(_joined(block, width))
            block = []
    return found


def title_and_body(paragraphs: list[str]) -> tuple[str, list[str]]:
    """The title, "" where the text has none, and the paragraphs that follow it.

    A title is a first paragraph of three words or more that is no sentence, no dateline and no speaker's turn,
    is shorter than what follows, and is followed by a sentence.
    """
    if len(paragraphs) < 2:
        return "", paragraphs
    first, rest = paragraphs[0], paragraphs[1:]
    body = next((each for each in rest[:4] if SENTENCE_END.search(each) and len(each) > len(first)), "")
    if body and looks_like_title(first):
        return first, rest
    return "", paragraphs


def looks_like_title(line: str) -> bool:
    """Whether a line on its own reads like a headline."""
    if not 0 < len(line) <= TITLE_LENGTH or len(line.split()) < TITLE_WORDS:
        return False
    if line.endswith((".", ":", ";", ",", "…")) and not re.search(r"\b(?:[A-Z]\.)+$", line):
        return False
    dateline = re.match(r"[A-Z][A-Z .,'’/-]{2,40}\s*(?:\([^)]*\))?\s*[-–—]+\s", line)
    label = re.match(r"(?:by|from|to|date|subject|source|published|updated)\b\s*[:|]", line, re.IGNORECASE)
    return not dateline and not label and not LIST_ITEM.match(line) and line[0] not in "\"“‘'(["


def _tidy(line: str) -> str:
    """A line without invisible characters and with single spaces; an indent stays, as it opens a paragraph."""
    clean = SPACES.sub(" ", INVISIBLE.sub("", line.replace("\t", "    "))).rstrip()
    indent = len(line) - len(line.lstrip())
    return "  " + clean.lstrip() if indent >= 2 else clean.lstrip()


def _wrap_width(lines: list[str]) -> int:
    """The width at which the text was cut, 0 where it was not.

    It was, if at four of five line ends inside a paragraph the next line's first word would not have fitted.
    """
    widths = sorted(len(line) for line in lines if line.strip())
    inside = [(line, after) for line, after in pairwise(lines) if line.strip() and after.strip()]
    if not widths or len(inside) < 2:
        return 0
    width = widths[min(len(widths) - 1, len(widths) * 97 // 100)]
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = sum(1 for line, after in inside if _is_full(line, after, width))
    return width if full >= len(inside) * WRAPPED_SHARE else _ragged(inside, width)


def _ragged(inside: list[tuple[str, str]], width: int) -> int:
    """The same where single line ends part paragraphs too: lines that don't fill end sentences, but for a
    title at the top."""
    full = [pair for pair in inside if _is_full(*pair, width)]
    short = [line for line, after in inside[1:] if not _is_full(line, after, width)]
    ended = sum(1 for line in short if SENTENCE_END.search(line))
    return width if len(full) > len(inside) * 0.5 and ended >= len(short) * 0.7 else 0


def _is_full(line: str, after: str, width: int) -> bool:
    words = after.split(maxsplit=1)
    return bool(words) and len(line.rstrip()) + 1 + len(words[0]) > width - 2


def _joined(block: list[str], width: int) -> list[str]:
    """The paragraphs of lines between blank ones."""
    found = [block[0].strip()]
    for line, after in pairwise(block):
        if _goes_on(line, after, width):
            found[-1] = _glued(found[-1], after.strip())
        else:
            found.append(after.strip())
    return found


def _goes_on(line: str, after: str, width: int) -> bool:
    """Whether a line's end was made by a width: the next word did not fit, or the sentence goes on in lower case."""
    if (
        not width
        or LIST_ITEM.match(after.strip())
        or SPEAKER.match(after.strip())
        or (after.startswith("  ") and not line.startswith("  "))
    ):
        return False
    unfinished = not SENTENCE_END.search(line) and after.strip()[:1].islower()
    return unfinished or _is_full(line, after, width)


def _glued(line: str, after: str) -> str:
    """Two lines as one; a hyphen at the first one's end is kept where the parts are a compound or a name."""
    if re.search(r"[a-z]-$", line) and after[:1].islower() and not COMPOUND.search(line):
        return line[:-1] + after
    return line + after if line.endswith(("-", "—", "/")) and line[-2:-1] != " " else f"{line} {after}"


COMPOUND = re.compile(
    r"\b(?:anti|pro|non|ex|self|cross|semi|multi|co|pre|post|mid|north|south|east|west|drone|rocket|state|car|short|"
    r"long|high|low|well|so|three|four|five|six|seven|eight|nine|ten|two|one|half|middle|right|left|air|sea|ground|"
    r"government|army|military|security|counter|cease|roadside|truck|suicide|mass|on|off|follow|build|set|run|iran|"
    r"year|month|day|week|mile|man|member|led|backed|old)-$",
    re.IGNORECASE,
)
"""First parts of compounds that keep their hyphen when a line ends in it."""

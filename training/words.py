"""Words and sentences of running text, cut as the treebanks cut them, for the sets that come as plain text.

In: text. Out: (start, end) character spans of words, grouped by sentence. A stand-in for the reader's own tokeniser, so
that training needs nothing above it; only re3d and WikiEvents pass through here.
"""

import re

PREFIXES = "anti|non|co|pre|post|pro|re|mid|ex|multi|semi|counter|cross|e|sub|un|inter"
ABBREVIATIONS = "U.S|U.N|U.K|E.U|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Sgt|Capt|Sen|Rep|Gov|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|No|Inc"
WORD = re.compile(
    rf"""
    https?://\S+ | \S+@\S+\.\w+
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?
    | (?:(?:[A-Za-z]\.){{2,}}) | (?:{ABBREVIATIONS.replace(".", r"[.]")})\. | [A-Z]\.(?=\s)
    | (?i:(?:{PREFIXES})-)[A-Za-z]+
    | [^\W\d_]+(?=n['’]t\b) | n['’]t\b | ['’](?:s|m|re|ve|ll|d)\b
    | [^\W_]+(?:&[A-Z]\w*)? | \.\.+ | --+ | \S
    """,
    re.VERBOSE,
)
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n+")


def words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the words in text[start:end], as offsets in `text`."""
    return [match.span() for match in WORD.finditer(text, start, end)]


def sentences(text: str) -> list[list[tuple[int, int]]]:
    """Return the word spans of each sentence; a stop after an abbreviation or initial doesn't end one."""
    found: list[list[tuple[int, int]]] = []
    start = 0
    for match in [*SENTENCE_END.finditer(text), None]:
        end = len(text) if match is None else match.start()
        if match is not None and "\n" not in match.group() and _abbreviated(text[start:end]):
            continue
        found.append(words(text, start, end))
        start = len(text) if match is None else match.end()
    return [sentence for sentence in found if sentence]


def _abbreviated(text: str) -> bool:
    last = text.rsplit(None, 1)[-1] if text.strip() else ""
    return last.rstrip(".") in ABBREVIATIONS.split("|") or bool(re.fullmatch(r"[A-Z]\.", last))

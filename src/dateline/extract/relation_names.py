"""Other names in brackets, matched by their letters: "Tehreek-i-Taliban Pakistan (TTP)", "the group of Iyad [JNIM]".

In: a cast. Out: links of a name with its short form. The name is the run of words before the bracket whose initials
spell the short form; a bracket whose letters match nothing stands for the entity before it only in square brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.cast import Cast
from dateline.extract.relation_words import Link, own
from dateline.model.reading import Argument
from dateline.model.vocabulary import Predicate

_SHORT = re.compile(r"[A-Z][A-Z0-9-]{1,9}$")
_LONGEST = 9
"""Words that a name may have before its short form."""

_SMALL = frozenset("the of and for de la del el al al- i-e in on to ul".split())


def short_names(cast: Cast) -> Iterator[Link]:
    """Names with the short forms that follow them in brackets."""
    tokens = cast.annotated.tokens
    for token in tokens[2:-1]:
        opened, closed = tokens[token.index - 1].text, tokens[token.index + 1].text
        if not (_SHORT.match(token.text) and opened in {"(", "["} and closed in {")", "]", ","}):
            continue
        name = _spelled(cast, token.index - 2, token.text)
        if name is None and opened == "[":
            entity = next((e for e in cast.annotated.entities if e.last == token.index - 2), None)
            name = own(cast, entity.head) if entity is not None else None
        if name is not None:
            span = cast.annotated.span(token.index, token.index)
            yield name, Predicate.ALSO_KNOWN_AS, Argument(span, span.text, None, "relation"), token.index


def _spelled(cast: Cast, last: int, short: str) -> Argument | None:
    """The shortest run of words that ends at `last` and whose initials spell a short form."""
    letters = [c for c in short.lower() if c.isalpha()]
    first = cast.annotated.sentence_of(last).first
    for start in range(last, max(first, last - _LONGEST) - 1, -1):
        word = cast.annotated.tokens[start].text
        if not word[:1].isupper() or word.lower() in _SMALL:
            continue
        span = cast.annotated.span(start, last)
        if _initials(span.text, letters):
            return Argument(span, span.text, None, "relation")
    return None


def _initials(text: str, letters: list[str]) -> bool:
    """Whether the letters are the initials of the words in order, small words left out or not."""
    parts = [p for p in re.split(r"[\s\-‐'’]+", text) if p[:1].isalpha()]
    initials = [p[0].lower() for p in parts if p.lower() not in _SMALL and not (p.islower() and len(p) < 4)]
    full = [p[0].lower() for p in parts]
    return letters in (initials, full)

"""A document as words: all of them, those written as names, those of its title. In: a document. Out: its `Told`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model.document import Document
from dateline.resolve.names import words

_NAMED = re.compile(r"(?<![.!?:\n]\s)(?<![“\"\n])(?<!^)\b[A-Z][^\W\d_]+(?:’s|'s)?|\b\d{1,5}\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A document as words, worked out once for all its events: all of them, those written as names, the title's."""

    document: str
    words: frozenset[str]
    names: frozenset[str]
    title: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> Told:
        """The words of title and text, the names of the text, the longer words of the title."""
        title = words(document.title)
        return cls(
            document.id,
            frozenset((*title, *words(document.text))),
            names_in(document.text),
            frozenset(w for w in title if len(w) > 3),
        )


def names_in(text: str) -> frozenset[str]:
    """Words with a capital that do not begin a sentence, in lower case, and numbers."""
    return frozenset(w for m in _NAMED.finditer(text) for w in words(m.group()) if len(w) > 2 or w.isdigit())

"""Who held which public office, and since when: heads of state and of government.

In: a name as news writes it ("President Biden", "Biden") and, where known, a day. Out: the term of office, or
None. Needed to read "since Biden took office". Facts about offices only; nothing else about a person is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.knowledge.folding import fold
from dateline.knowledge.tables import parts, rows

_TITLES = frozenset(
    "president prime minister premier chancellor king mr mrs ms then former us the secretary general ayatollah"
    " supreme leader general".split()
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office: `office` is an actor's id, `end` None while it lasts."""

    office: str
    country: str | None
    holder: str
    start: date
    end: date | None
    source: str

    def covers(self, day: date) -> bool:
        """Whether the term had begun and not ended on that day."""
        return self.start <= day and (self.end is None or day < self.end)


@cache
def _by_name() -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for row in rows("office_holders"):
        end = date.fromisoformat(row["term_end"]) if row["term_end"] else None
        start = date.fromisoformat(row["term_start"])
        term = Term(row["office"], row["country"] or None, row["name"], start, end, row["source"])
        for name in (row["name"], *parts(row["aliases"])):
            for key in {fold(name), _family_name(fold(name))}:
                terms = found.setdefault(key, [])
                if term not in terms:
                    terms.append(term)
    return found


def _family_name(key: str) -> str:
    words = key.split()
    return " ".join(words[-2:]) if len(words) > 1 and words[-2] in ("al", "el", "de", "von") else words[-1]


def _bare(name: str) -> str:
    words = fold(name).split()
    while words and words[0] in _TITLES:
        words = words[1:]
    return " ".join(words)


def office_holder(name: str, on: date | None = None) -> Term | None:
    """The term of the person of that name: the one that covers the day `on`, else the last begun before it.

    Without a day it is the latest term of all.
    """
    terms = _by_name().get(_bare(name), [])
    if on is None:
        return max(terms, key=lambda term: term.start, default=None)
    begun = [term for term in terms if term.start <= on]
    return max(begun, key=lambda term: (term.covers(on), term.start), default=None)


def term_start(name: str, on: date | None = None) -> date | None:
    """The day on which that person's term began (see `office_holder`)."""
    term = office_holder(name, on)
    return term.start if term else None

"""Tallies of a record, a page at a time: each beside the incidents that the record finds for it, and beside other tallies.

In: a view, how many, and where the page before ended. Out: checked tallies, those published last first, and where this page
ends. Verdicts are made when they are asked for, as a new report may change any of them; so that a page of some verdicts is
looked for among so many tallies at a time, and may have fewer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from dateline.analyse.tallies import check_tally, countable, wanted, withdrawn
from dateline.analyse.totals import Clash, clashes_with
from dateline.errors import UnknownItem
from dateline.model.incident import TallyCheck, Verdict
from dateline.model.reading import Reading, Tally
from dateline.record import View
from dateline.record.tally_questions import Place, TallyFilter
from dateline.resolve.judged import retracted

MOST = 200
"""Tallies that are looked at for one page, where only some verdicts are wanted."""

AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Checked:
    """A tally with its reading, what the record makes of it, and the tallies that it doesn't fit with."""

    reading: Reading
    tally: Tally
    check: TallyCheck
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class TallyPage:
    """Some checked tallies; `after` begins the next page and is None on the last one."""

    checked: tuple[Checked, ...]
    after: Place | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tallies are asked for; without verdicts those of any."""

    filter: TallyFilter = field(default_factory=TallyFilter)
    verdicts: tuple[Verdict, ...] = ()

    def admits(self, checked: Checked) -> bool:
        """Whether its verdict is wanted."""
        return not self.verdicts or checked.check.verdict in self.verdicts


def check_page(view: View, limit: int, after: Place | None = None, asked: Wanted | None = None) -> TallyPage:
    """Up to `limit` tallies with verdicts, as `tallies.check_all` gives them from the whole record."""
    asked, beside = asked or Wanted(), Beside(view)
    found: list[Checked] = []
    for looked_at, (reading, tally, place) in enumerate(_from(view, asked.filter, after)):
        if len(found) == limit or (asked.verdicts and looked_at == MOST):
            return TallyPage(tuple(found), after)
        checked, after = beside.checked(reading, tally), place
        if asked.admits(checked):
            found.append(checked)
    return TallyPage(tuple(found), None)


def check_one(view: View, document: str, tally: str) -> Checked:
    """One tally. Raises UnknownItem."""
    reading = view.reading(document)
    found = next((t for t in reading.tallies if t.id == tally), None)
    if found is None:
        raise UnknownItem(f"{document}/{tally}: no such tally; `dateline tallies` lists them")
    return Beside(view).checked(reading, found)


def check_every(view: View) -> Iterator[Checked]:
    """Every tally, by its document's id, one at a time."""
    beside = Beside(view)
    yield from (beside.checked(reading, tally) for reading, tally in view.tallies())


def check_latest(view: View, most: int, asked: Wanted) -> Iterator[Checked]:
    """Up to so many tallies with the wanted verdicts, those published last first, one at a time."""
    beside = Beside(view)
    every = (beside.checked(reading, tally) for reading, tally, _ in _from(view, asked.filter, None))
    yield from islice(filter(asked.admits, every), most)


class Beside:
    """Sets tallies beside a record, with what people have retracted."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._gone = retracted(view.judged())

    def checked(self, reading: Reading, tally: Tally) -> Checked:
        """A tally beside the incidents that may count, and beside the tallies that contradict it."""
        document = reading.document
        if document.id in self._gone:
            return Checked(reading, tally, withdrawn(document, tally, self._gone[document.id]), ())
        return Checked(reading, tally, self._check(reading, tally), self._clashes(reading, tally))

    def _check(self, reading: Reading, tally: Tally) -> TallyCheck:
        asked = wanted(reading.document, tally)
        if asked is None:
            return check_tally(reading.document, tally, ())
        incidents = tuple(self.view.incidents(countable(asked, tally), links=False))
        return check_tally(reading.document, tally, incidents, self.view.incidents(asked, links=False))

    def _clashes(self, reading: Reading, tally: Tally) -> tuple[Clash, ...]:
        others = []
        for document, key in self.view.rivals(reading.document.id, tally):
            if document not in self._gone:
                other = self.view.reading(document)
                others += [(other.document, t) for t in other.tallies if t.id == key]
        return clashes_with(reading.document, tally, others)


def _from(view: View, asked: TallyFilter, after: Place | None) -> Iterator[tuple[Reading, Tally, Place]]:
    """Tallies from a place on with their readings, some read at a time."""
    while rows := view.tally_page(asked, AT_ONCE, after):
        yield from rows
        after = rows[-1][2]

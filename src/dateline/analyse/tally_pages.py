"""Tallies of a large record, a page at a time: each beside the incidents that the record finds for it.

In: a view, how many, and where the page before ended. Out: checks, the newest readings' first, and where this page ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.analyse.tallies import check_tally, wanted, withdrawn
from dateline.model.incident import TallyCheck
from dateline.record import View
from dateline.resolve.judged import retracted

Place = tuple[int, str]


@dataclass(frozen=True, slots=True)
class TallyPage:
    """Some checks; `after` begins the next page and is None on the last one."""

    checks: tuple[TallyCheck, ...]
    after: Place | None


def check_page(view: View, limit: int, after: Place | None = None) -> TallyPage:
    """Up to `limit` tallies with verdicts, as `tallies.check_all` gives them from the whole record."""
    gone = retracted(view.judged())
    found = []
    rows = view.tally_page(limit + 1, after)
    for document, tally, _ in rows[:limit]:
        if document.id in gone:
            found.append(withdrawn(document, tally, gone[document.id]))
        else:
            asked = wanted(document, tally)
            found.append(check_tally(document, tally, tuple(view.incidents(asked)) if asked else ()))
    return TallyPage(tuple(found), rows[limit - 1][2] if len(rows) > limit else None)

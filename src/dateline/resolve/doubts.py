"""What of an incident a person should look at: links that are less than sure, and values on which reports differ.

In: two reports that are held together, or the claims of an incident's reports. Out: doubts, each with the unit that a reviewer
answers for (two reports, or a report and a field) and how certain the record is of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from dateline.model.incident import Report
from dateline.resolve.claims import Claim, conflicting

Unit = tuple[str, ...]
"""What is asked about: two reports, or a report and a field."""

SURE = 0.9
"""Links with a score from here on are not asked about."""

DIFFERS = {"killed": 0.5, "injured": 0.55, "when": 0.6, "mode": 0.7, "certainty": 0.8}
"""How certain a value is on which independent origins differ: what readers lean on most is asked about first.
The order is a judgement of ours, the numbers put values between links of that score."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A unit with its certainty from 0 to 1; `field` is the value's that is in doubt, None for a link."""

    unit: Unit
    certainty: float
    field: str | None = None


def of_link(left: Report, right: Report, score: float) -> Doubt | None:
    """The doubt about a link; None for a sure one, and within one document."""
    if score >= SURE or left.document == right.document:
        return None
    return Doubt(pair(left, right), score)


def of_values(reports: Iterable[Report], told: Sequence[Claim]) -> Iterator[Doubt]:
    """The doubts about an incident's values; `told` are all claims of its reports."""
    fields = conflicting(told)
    if fields:
        first = name(min(reports))
        yield from (Doubt((first, field), DIFFERS[field], field) for field in fields)


def key_of(unit: Unit) -> str:
    """The id of a question about a unit: it stays while it is about the same reports."""
    return sha256("\n".join(unit).encode()).hexdigest()[:16]


def pair(left: Report, right: Report) -> Unit:
    """The unit of two reports, whichever comes first."""
    first, second = sorted((left, right))
    return name(first), name(second)


def name(report: Report) -> str:
    """A report as people write it: DOCUMENT/EVENT."""
    return f"{report.document}/{report.event}"

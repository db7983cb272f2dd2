"""One real-world happening: the events of all reports of it, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateline.model.document import Document
from dateline.model.reading import Argument, Event, Place
from dateline.model.values import Interval
from dateline.model.vocabulary import Certainty, EventType, Mode


@dataclass(frozen=True, slots=True, order=True)
class Report:
    """One event of one document that reports an incident."""

    document: str
    event: str


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """An event with the document that tells of it, as linking needs them.

    `origin` is the id of the first document of the document's near-duplicate group; what relays an outlet gets that
    outlet's within an incident (resolve/origins.py). Two reports with one origin count as one witness.
    """

    document: Document
    event: Event
    origin: str


@dataclass(frozen=True, slots=True)
class Toll:
    """Harm over all reports: `best` is the latest report's own lower bound; `high` None is open."""

    low: int
    best: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening as its reports give it; each value is the current one, the claims stay in the readings.

    `basis` says for each field by which rule its value was chosen; `judgements` are the numbers of the people's
    judgements about it that hold, `disputed` the fields, or "incident", that somebody disputes.
    """

    id: str
    type: EventType
    mode: Mode | None
    reports: tuple[Report, ...]
    when: Interval | None
    places: tuple[Place, ...]
    actors: tuple[Argument, ...]
    recipients: tuple[Argument, ...]
    weapons: tuple[Argument, ...]
    killed: Toll | None
    injured: Toll | None
    certainty: Certainty
    outlets: tuple[str, ...]
    origins: int
    links: tuple[Link, ...] = ()
    basis: tuple[Basis, ...] = ()
    judgements: tuple[int, ...] = ()
    disputed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """The named rule that chose a field's value, and the judgement where it was a person's."""

    field: str
    rule: str
    judgement: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Why two reports were held to tell of the same happening: a score from 0 to 1 and the reasons in words."""

    left: Report
    right: Report
    score: float
    reasons: tuple[str, ...]


class Verdict(StrEnum):
    """What the record says of a tally."""

    EXPLAINED = "explained"
    SHORT = "short"
    EXCEEDED = "exceeded"
    CONTRADICTED = "contradicted"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True, slots=True)
class TallyCheck:
    """A tally beside the record: the range that the matching incidents give, the verdict and its reason."""

    document: str
    tally: str
    verdict: Verdict
    low: int
    high: int | None
    short_by: int
    reason: str
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the record's append-only history: what was done to which item, when, by whom and why."""

    number: int
    at: datetime
    author: str
    action: str
    item: str
    detail: str

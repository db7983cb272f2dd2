"""Sharing as the page and programs see it: partners, what each gets and why, markings, releases, the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.api.shapes.incidents import IncidentSummary
from dateline.model.marking import Tlp, Words
from dateline.model.vocabulary import PlacePrecision, TimePrecision
from dateline.record.exchange import Release
from dateline.record.exchange_log import Entry
from dateline.share.release.explain import Outcome


class PartnerShape(BaseModel):
    """Who is shared with. `connects` says that it has a password for our TAXII server, `keys` how many signing keys.

    `releases` is how many acts of release there were, `last_release` when the last one was; `unconfirmed` are the numbers of
    retractions that it has not acknowledged. `deliveries` came from it, the last at `last_delivery`.
    """

    id: str
    name: str
    clearance: Tlp
    keys: int
    connects: bool
    releases: int
    last_release: datetime | None
    unconfirmed: list[int]
    deliveries: int
    last_delivery: datetime | None


class PartnersShape(BaseModel):
    """All partners, by id."""

    items: list[PartnerShape]


class PartnerChangeShape(BaseModel):
    """What was done to a partner."""

    number: int
    at: datetime
    author: str
    clearance: Tlp
    removed: bool
    reason: str


class PartnerDetail(PartnerShape):
    """A partner with its history, and who may have what came from it ("*": everybody)."""

    changes: list[PartnerChangeShape]
    consents: list[str]


class CountedReason(BaseModel):
    """Why something stays here, and of how many documents that is so."""

    why: str
    documents: int


class PreviewShape(BaseModel):
    """What a partner would get now, in numbers; `state` names the record's state, for approving just this.

    `incidents` and `objects` count what a release would add: new, changed, withdrawn.
    """

    partner: str
    state: str
    seen_incidents: int
    seen_documents: int
    incidents: dict[str, int]
    objects: dict[str, int]
    outcomes: dict[Outcome, int]
    withheld: list[CountedReason]


class NarrowingShape(BaseModel):
    """What of a document is kept back or said less finely, how, and why."""

    item: str
    how: str
    why: str


class FateShape(BaseModel):
    """One document's part in a release; `claims` of which `given` go, `words` of its own that go along."""

    document: str
    title: str
    outlet: str
    published: str | None
    outcome: Outcome
    why: str | None
    narrowings: list[NarrowingShape]
    claims: int
    given: int
    words: Words
    from_partner: str | None


class PreviewedIncident(BaseModel):
    """An incident as the partner would see it, under its own id, and ours that its reports stand in.

    `differs` are fields whose values are others than ours; `change` is what a release would make of it.
    """

    theirs: IncidentSummary
    ours: list[IncidentSummary]
    differs: list[str]
    change: str | None


class AcknowledgementShape(BaseModel):
    """That a partner confirmed a release: noted by a person with how it was said, or `signed` by the partner in a file."""

    at: datetime
    author: str
    reason: str
    signed: bool


class NewAcknowledgement(BaseModel):
    """A file that a partner's `dateline release confirm` wrote, and the signature beside it, as text."""

    model_config = ConfigDict(extra="forbid")

    content: Annotated[str, Field(max_length=20_000_000)]
    signature: Annotated[str, Field(max_length=1_000)]


class ConfirmedReleases(BaseModel):
    """The releases that a file confirms for the first time."""

    releases: list[int]


class ReleaseShape(BaseModel):
    """An act of release: `objects` counts what it made new, changed and withdrawn; whether the partner confirmed it, and how."""

    number: int
    at: datetime
    author: str
    action: str
    reason: str
    taken_back: list[str]
    given_again: list[str]
    objects: dict[str, int]
    acknowledged: bool
    acknowledgement: AcknowledgementShape | None


class MadeRelease(BaseModel):
    """A release that was made."""

    number: int
    incidents: dict[str, int]
    objects: dict[str, int]


class MarkingShape(BaseModel):
    """Who may have something, and how; see `dateline mark`."""

    tlp: Tlp | None
    release_to: list[str]
    words: Words
    expires: str | None
    place: PlacePrecision | None
    time: TimePrecision | None
    source: str | None
    onward: bool
    reliability: str | None
    credibility: str | None


class MarkedShape(BaseModel):
    """A marking on record. `counts` is false for one that a newer marking of the same target replaced."""

    number: int
    at: datetime
    author: str
    reason: str
    document: str | None
    claim: str | None
    field: str | None
    judgement: int | None
    marking: MarkingShape
    counts: bool


class EntryShape(BaseModel):
    """A line of the log of sharing, with its hash and that of the line before."""

    number: int
    at: datetime
    author: str
    action: str
    partner: str
    item: str
    reason: str
    detail: dict[str, Any]
    previous: str
    hash: str


class ChainShape(BaseModel):
    """Whether every line of the log follows from the one before; `broken_at` is the first that doesn't."""

    lines: int
    whole: bool
    broken_at: int | None
    newest_hash: str | None


def release_to_dict(release: Release, confirmed: Entry | None) -> dict[str, Any]:
    """A release as JSON values, with the line of the log by which it was confirmed."""
    detail = release.detail
    return {
        "number": release.number,
        "at": release.at,
        "author": release.author,
        "action": release.action,
        "reason": release.reason,
        "taken_back": list(detail.get("taken_back", ())),
        "given_again": list(detail.get("given_again", ())),
        "objects": changes(detail.get("objects", {}).get("stix", {})),
        "acknowledged": confirmed is not None,
        "acknowledgement": {
            "at": confirmed.at,
            "author": confirmed.author,
            "reason": confirmed.reason,
            "signed": bool(confirmed.detail.get("signed")),
        }
        if confirmed
        else None,
    }


def entry_to_dict(entry: Entry) -> dict[str, Any]:
    """A line of the log as JSON values."""
    return {**asdict(entry), "detail": dict(entry.detail)}


def changes(counted: Mapping[str, int]) -> dict[str, int]:
    """Counts of new, changed and withdrawn, each told even where it is none."""
    return {name: int(counted.get(name, 0)) for name in ("new", "changed", "withdrawn")}

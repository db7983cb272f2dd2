"""One state of the record -> all that releases are worked out from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dateline.model.judgement import Action, Judgement, found_again, standing
from dateline.model.marking import Handling, Marked, Tlp
from dateline.model.partner import Partner
from dateline.model.reading import Reader, Reading
from dateline.record.exchange import Exchange, Release
from dateline.record.view import View
from dateline.share.stix.handling import handling_of
from dateline.share.stix.reading import told_incidents

RETOLD = Reader("received", "retold")
"""The reader of what a partner told without its words: the text is ours, and says nothing of who copied whom."""


@dataclass(frozen=True, slots=True)
class Material:
    """`readings` are the newest, `judgements` those that hold; `received` says which partner a document came from, and how
    that partner wants it handled.

    `consents` are pairs of an originator and a recipient, "*" for everybody; `secret` makes ids for partners;
    `taken_back` are the documents that each partner no longer gets.
    """

    readings: tuple[Reading, ...]
    judgements: tuple[Judgement, ...]
    markings: tuple[Marked, ...]
    secret: bytes
    received: Mapping[str, Origin] = field(default_factory=dict)
    consents: frozenset[tuple[str, str]] = frozenset()
    taken_back: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def by_document(self) -> dict[str, list[Marked]]:
        """The markings of each document, oldest first."""
        found: dict[str, list[Marked]] = defaultdict(list)
        for marked in self.markings:
            if marked.target.document is not None:
                found[marked.target.document].append(marked)
        return found

    def by_judgement(self) -> dict[int, Marked]:
        """The newest marking of each judgement."""
        return {m.target.judgement: m for m in self.markings if m.target.judgement is not None}

    def retracted(self) -> frozenset[str]:
        """The documents that no longer count, and go to nobody."""
        return frozenset(j.decision.item for j in self.judgements if j.action is Action.RETRACT)

    def kept_back(self, document: str, partner: Partner, today: date) -> str | None:
        """Why a document stays away from a partner whatever its markings say, in words; None where nothing keeps it.

        What came from others needs their consent: recorded with the originator, or come with the object. The originator's
        label and end hold in any case. What came from a partner never goes back to it as ours, and what was taken back
        from one stays away.
        """
        if document in self.taken_back.get(partner.id, ()):
            return "taken back from it"
        origin = self.received.get(document)
        if origin is None:
            return None
        if origin.partner == partner.id:
            return "it came from this partner"
        consents = {(origin.partner, partner.id), (origin.partner, "*")} & self.consents
        if not consents and not origin.onward:
            return f"it came from {origin.partner}, who has not consented"
        return origin.refusal(partner, today)


@dataclass(frozen=True, slots=True)
class Origin:
    """The partner that a document came from, and its handling; where it gave none, it is as for RED.

    `repeats` is the document whose text it repeats, `incidents` are the partner's own objects that its events stand in.
    """

    partner: str
    handling: Handling | None = None
    repeats: str | None = None
    incidents: Mapping[str, str] = field(default_factory=dict)

    @property
    def onward(self) -> bool:
        """Whether the originator lets everybody within its label have it."""
        return self.handling is not None and self.handling.onward

    def refusal(self, partner: Partner, today: date) -> str | None:
        """Why the originator's own label and end don't let a partner have it, in words; None where they do."""
        label = self.handling.tlp if self.handling else Tlp.RED
        if partner.clearance.rank < label.rank:
            return f"{self.partner} gave it as {label.shown}, above its clearance, {partner.clearance.shown}"
        if self.handling and self.handling.expires and self.handling.expires < today:
            return f"{self.partner} ended its release on {self.handling.expires.isoformat()}"
        return None


def gather(view: View, secret: bytes) -> Material:
    """The material of a record; `secret` is the record's."""
    exchange = view.exchange()
    readings = tuple(view.readings())
    return Material(
        readings,
        _found_again(standing(view.judgements()), readings),
        exchange.markings(),
        secret,
        _origins(exchange),
        exchange.consents(),
        taken_back(exchange.releases()),
    )


def _origins(exchange: Exchange) -> dict[str, Origin]:
    made = exchange.received_documents()
    wanted = {document.object for document in made}
    objects: dict[tuple[str, str], dict[str, Any]] = {}
    incidents: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for found in exchange.received_objects() if made else ():
        if found.id in wanted or found.id.startswith("marking-definition--"):
            objects[found.partner, found.id] = found.body
        for report, event, incident in told_incidents(found.body):
            incidents[found.partner, report][event] = incident
    known = {partner: {k: v for (p, k), v in objects.items() if p == partner} for partner, _ in objects}
    return {
        d.document: Origin(
            d.partner,
            handling_of(objects[d.partner, d.object], known[d.partner]),
            d.repeats,
            incidents.get((d.partner, d.object), {}),
        )
        for d in made
    }


def taken_back(releases: Sequence[Release]) -> dict[str, frozenset[str]]:
    """The documents that were taken back from each partner, and not given again since."""
    found: dict[str, set[str]] = defaultdict(set)
    for release in releases:
        found[release.partner] |= set(release.detail.get("taken_back", ()))
        found[release.partner] -= set(release.detail.get("given_again", ()))
    return {partner: frozenset(documents) for partner, documents in found.items()}


def _found_again(judgements: Sequence[Judgement], readings: Sequence[Reading]) -> tuple[Judgement, ...]:
    events = {reading.document.id: reading.events for reading in readings}
    return tuple(found_again(judgement, events) for judgement in judgements)

"""One state of the record -> all that releases are worked out from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.model.judgement import Judgement, found_again, standing
from dateline.model.marking import Marked
from dateline.model.reading import Reading
from dateline.record.exchange import Release
from dateline.record.view import View


@dataclass(frozen=True, slots=True)
class Material:
    """`readings` are the newest, `judgements` those that hold; `received` names the partner that a document came from.

    `consents` are pairs of an originator and a recipient, "*" for everybody; `secret` makes ids for partners;
    `taken_back` are the documents that each partner no longer gets.
    """

    readings: tuple[Reading, ...]
    judgements: tuple[Judgement, ...]
    markings: tuple[Marked, ...]
    secret: bytes
    received: Mapping[str, str] = field(default_factory=dict)
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

    def passes_on(self, document: str, partner: str) -> bool:
        """Whether the originator of a document lets a partner have it: ours are free, others need consent.

        What came from a partner never goes back to it as ours, and what was taken back from one stays away.
        """
        if document in self.taken_back.get(partner, ()):
            return False
        originator = self.received.get(document)
        if originator is None:
            return True
        return originator != partner and bool({(originator, partner), (originator, "*")} & self.consents)


def gather(view: View, secret: bytes) -> Material:
    """The material of a record; `secret` is the record's."""
    exchange = view.exchange()
    readings = tuple(view.readings())
    return Material(
        readings,
        _found_again(standing(view.judgements()), readings),
        exchange.markings(),
        secret,
        {d.document: d.partner for d in exchange.received_documents()},
        exchange.consents(),
        taken_back(exchange.releases()),
    )


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

"""What partners say about incidents of ours: opinions on them and questions about them, as they came.

A partner knows an incident under an id of its own; which one follows from the reports that the last release told it of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.model.incident import Incident, Report
from dateline.record.exchange import Exchange
from dateline.record.view import View
from dateline.share.release.ids import Ids
from dateline.share.release.offers import is_withdrawn
from dateline.share.stix.constants import Object, extended
from dateline.share.stix.versions import STIX


@dataclass(frozen=True, slots=True)
class Said:
    """What one partner says: `kind` is "opinion", "question", "note" or "same", `level` one of STIX's five for an opinion."""

    partner: str
    kind: str
    level: str | None
    text: str
    at: str


@dataclass(frozen=True, slots=True)
class About:
    """What a partner says of something that we gave it: `id` is its own object, `object` the one given.

    `reports` are those of an incident that is given, under the ids under which the partner has them.
    """

    said: Said
    id: str
    object: str
    reports: frozenset[tuple[str, str]]


def said_of(view: View, incident: Incident) -> tuple[Said, ...]:
    """All that partners say of an incident, by partner and time."""
    exchange = view.exchange()
    secret = exchange.secret()
    if secret is None:
        return ()
    found = [
        about.said
        for partner in exchange.partners()
        for about in said_by(exchange, partner.id)
        if about.reports & _known(Ids(secret, partner.id), incident)
    ]
    return tuple(sorted(found, key=lambda s: (s.partner, s.at, s.text)))


def said_by(exchange: Exchange, partner: str) -> Iterator[About]:
    """All that a partner says of what we gave it."""
    pairs = exchange.about_ours(partner)
    items = exchange.newest_received(partner, [key for key, _ in pairs])
    given = exchange.newest_given(partner, STIX.name, [ref for _, ref in pairs])
    for key, ref in pairs:
        item = items[key]
        if _speaks(item) and ref in (*item.get("object_refs", ()), item.get("target_ref")):
            yield About(_said(item, partner), key, ref, _reports(given[ref]))


def theirs(ids: Ids, report: Report) -> tuple[str, str]:
    """A report under the ids under which a partner has it."""
    return ids.of("document", report.document), ids.of("event", report.document, report.event)


def _known(ids: Ids, incident: Incident) -> frozenset[tuple[str, str]]:
    return frozenset(theirs(ids, report) for report in incident.reports)


def _reports(body: Mapping[str, Object]) -> frozenset[tuple[str, str]]:
    """The reports of an incident that is still given."""
    told = None if is_withdrawn(dict(body)) else extended(dict(body), "incident")
    return (
        frozenset((r["document"], r["event"]) for r in told["incident"]["reports"]) if told else frozenset()
    )


def _speaks(item: Object) -> bool:
    same = item.get("relationship_type") == "duplicate-of"
    return not item.get("revoked") and (item["type"] in ("opinion", "note") or same)


def _said(item: Object, partner: str) -> Said:
    level = item.get("opinion") if item["type"] == "opinion" else None
    text = str(item.get("explanation") or item.get("content") or "")
    kind = {"opinion": "opinion", "relationship": "same"}.get(item["type"], "note")
    kind = "question" if extended(item, "question") else kind
    if kind == "same":
        text = f"its {item.get('source_ref')}"
    return Said(partner, kind, str(level) if level else None, text, str(item.get("modified", "")))

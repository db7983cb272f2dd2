"""What partners say about an incident of ours: opinions on it and questions about it, as they came.

A partner knows the incident under an id of its own; which one follows from the reports that the last release told it of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.model.incident import Incident
from dateline.record.exchange import Exchange
from dateline.record.view import View
from dateline.share.receive.keeping import newest_objects
from dateline.share.release.ids import Ids
from dateline.share.release.offers import INCIDENTS, is_withdrawn
from dateline.share.stix.constants import Object, extended


@dataclass(frozen=True, slots=True)
class Said:
    """What one partner says: `kind` is "opinion" or "question", `level` one of STIX's five for an opinion."""

    partner: str
    kind: str
    level: str | None
    text: str
    at: str


def said_of(view: View, incident: Incident) -> tuple[Said, ...]:
    """All that partners say of an incident, by partner and time."""
    exchange = view.exchange()
    secret = exchange.secret()
    if secret is None:
        return ()
    found = [
        said
        for partner in exchange.partners()
        for said in _of_partner(exchange, Ids(secret, partner.id), incident)
    ]
    return tuple(sorted(found, key=lambda s: (s.partner, s.at, s.text)))


def _of_partner(exchange: Exchange, ids: Ids, incident: Incident) -> Iterator[Said]:
    items = [item for item in newest_objects(exchange, ids.partner).values() if _speaks(item)]
    if items:
        known = frozenset(_known_as(exchange, ids, incident))
        yield from (_said(item, ids.partner) for item in items if known & set(item.get("object_refs", ())))


def _known_as(exchange: Exchange, ids: Ids, incident: Incident) -> Iterable[str]:
    """The STIX ids under which the partner has the incident."""
    reports = {
        (ids.of("document", r.document), ids.of("event", r.document, r.event)) for r in incident.reports
    }
    for key, released in exchange.newest_released(ids.partner, INCIDENTS.name).items():
        if not is_withdrawn(released.body) and reports & _told(released.body):
            yield f"incident--{ids.uuid('incident', key)}"


def _told(body: Mapping[str, Object]) -> set[tuple[str, str]]:
    return {(r["document"], r["event"]) for r in body["incident"]["reports"]}


def _speaks(item: Object) -> bool:
    return not item.get("revoked") and (item["type"] == "opinion" or extended(item, "question") is not None)


def _said(item: Object, partner: str) -> Said:
    level = item.get("opinion") if item["type"] == "opinion" else None
    text = str(item.get("explanation") or item.get("content") or "")
    kind = "opinion" if item["type"] == "opinion" else "question"
    return Said(partner, kind, str(level) if level else None, text, str(item.get("modified", "")))

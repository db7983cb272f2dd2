"""Incidents as JSON and back, in the shape that docs/record.md gives: what the record stores and the commands print.

An incident's arguments come from several documents, so each carries the words of its mention as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.model import decode, encode
from dateline.model.decode import each, maybe
from dateline.model.incident import Basis, Incident, Link, Report, Toll
from dateline.model.vocabulary import Certainty, EventType

WRITE = encode.Encoder(detached=True)
READ = decode.Decoder(None)


def incident_to_dict(incident: Incident) -> dict[str, Any]:
    """The incident as JSON values."""
    return {
        "id": incident.id,
        "type": incident.type.value,
        "mode": incident.mode.value if incident.mode else None,
        "when": encode.interval(incident.when),
        "places": WRITE.places(incident.places),
        "actors": WRITE.arguments(incident.actors),
        "recipients": WRITE.arguments(incident.recipients),
        "weapons": WRITE.arguments(incident.weapons),
        "killed": _toll_to_dict(incident.killed),
        "injured": _toll_to_dict(incident.injured),
        "certainty": incident.certainty.value,
        "outlets": list(incident.outlets),
        "origins": incident.origins,
        "reports": [report_to_dict(report) for report in incident.reports],
        "links": [_link_to_dict(link) for link in incident.links],
        "rules": {basis.field: basis.rule for basis in incident.basis},
        "decided": {b.field: b.judgement for b in incident.basis if b.judgement is not None},
        "judgements": list(incident.judgements),
        "disputed": list(incident.disputed),
    }


def incident_from_dict(data: Mapping[str, Any]) -> Incident:
    """An incident from a dictionary that `incident_to_dict` made."""
    return Incident(
        id=data["id"],
        type=EventType(data["type"]),
        mode=decode.mode(data),
        when=maybe(decode.interval, data["when"]),
        places=each(READ.place, data["places"]),
        actors=each(READ.argument, data["actors"]),
        recipients=each(READ.argument, data["recipients"]),
        weapons=each(READ.argument, data["weapons"]),
        killed=maybe(_toll, data["killed"]),
        injured=maybe(_toll, data["injured"]),
        certainty=Certainty(data["certainty"]),
        outlets=tuple(data["outlets"]),
        origins=data["origins"],
        reports=each(_report, data["reports"]),
        links=each(_link, data["links"]),
        basis=_basis(data.get("rules", {}), data.get("decided", {})),
        judgements=tuple(data.get("judgements", ())),
        disputed=tuple(data.get("disputed", ())),
    )


def report_to_dict(report: Report) -> dict[str, str]:
    """A document's id and the id of its event."""
    return {"document": report.document, "event": report.event}


def _report(data: Mapping[str, str]) -> Report:
    return Report(data["document"], data["event"])


def _basis(rules: Mapping[str, str], decided: Mapping[str, int]) -> tuple[Basis, ...]:
    """Records of layout 0001 keep no rules."""
    return tuple(Basis(field, rule, decided.get(field)) for field, rule in rules.items())


def _toll_to_dict(toll: Toll | None) -> dict[str, int | None] | None:
    return {"low": toll.low, "best": toll.best, "high": toll.high} if toll else None


def _toll(data: Mapping[str, Any]) -> Toll:
    return Toll(data["low"], data["best"], data["high"])


def _link_to_dict(link: Link) -> dict[str, Any]:
    left, right = report_to_dict(link.left), report_to_dict(link.right)
    return {"left": left, "right": right, "score": link.score, "reasons": list(link.reasons)}


def _link(data: Mapping[str, Any]) -> Link:
    return Link(_report(data["left"]), _report(data["right"]), data["score"], tuple(data["reasons"]))

"""An incident with all that stands behind it, gathered from one view: fields with their claims in context, tolls, links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from dateline.analyse.sides import Sides
from dateline.api.shapes.incidents import summary, toll
from dateline.model import encode
from dateline.model.document import Document, Span
from dateline.model.incident import Incident, Report
from dateline.model.incident_codec import report_to_dict
from dateline.model.judgement import FIELDS
from dateline.model.judgement_codec import judgement_to_dict
from dateline.model.reading import Argument, Reading
from dateline.record.view import View
from dateline.resolve.claims import Claim, step_to_dict
from dateline.share.masking import Masker
from dateline.share.private_persons import shown, shown_place
from dateline.share.receive.opinions import said_of

BESIDE = 240
"""Characters of context on each side of a sentence."""

PARTIES = ("actors", "recipients", "weapons")
UNMASKED = Masker(())


@dataclass(frozen=True, slots=True)
class Told:
    """The documents of an incident and what of their names is hidden."""

    readings: Mapping[str, Reading]
    maskers: Mapping[str, Masker]

    @classmethod
    def of(cls, view: View, documents: Iterable[str], names: bool) -> Told:
        """Read from the record."""
        readings = {key: view.reading(key) for key in dict.fromkeys(documents)}
        return cls(readings, {key: UNMASKED if names else Masker.of(r) for key, r in readings.items()})

    def document(self, key: str) -> Document:
        """One of the documents."""
        return self.readings[key].document


def detail(view: View, incident: Incident, names: bool) -> dict[str, Any]:
    """The incident as JSON values, in the shape of `IncidentDetail`."""
    sides = Sides.of(view, incident)
    told = Told.of(view, (r.document for r in incident.reports), names)
    return {
        **summary(incident, names),
        "fields": [_field(name, sides, told, names) for name in FIELDS],
        "members": [report_to_dict(report) for report in incident.reports],
        "documents": [_line(key, incident.reports, told) for key in told.readings],
        "tolls": {
            harm: [{**step_to_dict(step), "outlet": step.outlet} for step in steps]
            for harm, steps in sides.tolls.items()
        },
        "links": [
            {**asdict(link), "reasons": [_masked_by_all(told, reason) for reason in link.reasons]}
            for link in incident.links
        ],
        "conflicts": list(sides.conflicts),
        "judgements": [_judgement(j, told) for j in sides.judgements],
        "retracted": [{**report_to_dict(r), "judgement": j.number} for r, j in sides.retracted],
        "former_ids": list(view.former_ids(incident)),
        "partners_say": [asdict(said) for said in said_of(view, incident)],
    }


def _field(name: str, sides: Sides, told: Told, names: bool) -> dict[str, Any]:
    basis = next((b for b in sides.incident.basis if b.field == name), None)
    return {
        "field": name,
        "value": value_of(sides.incident, name, names),
        "rule": basis.rule if basis else None,
        "judgement": basis.judgement if basis else None,
        "disputed": name in sides.incident.disputed,
        "conflict": name in sides.conflicts,
        "claims": claims_of(sides, name, told),
    }


def claims_of(sides: Sides, name: str, told: Told) -> list[dict[str, Any]]:
    """The claims of a field, each with the partner that it came through."""
    return [
        {**claim(c, told), "partner": sides.partners.get(c.report.document)}
        for c in sides.claims
        if c.field == name
    ]


def value_of(incident: Incident, name: str, names: bool) -> Any:
    """A field's current value as it is shown."""
    if name in PARTIES:
        arguments: Sequence[Argument] = getattr(incident, name)
        return list(shown(arguments, incident, names))
    if name == "places":
        return [shown_place(place, names) for place in incident.places]
    if name in ("killed", "injured"):
        return toll(getattr(incident, name))
    if name == "when":
        when = incident.when
        return {"start": when.start.isoformat(), "end": when.end.isoformat()} if when else None
    return str(getattr(incident, name)) if getattr(incident, name) else None


def claim(said: Claim, told: Told) -> dict[str, Any]:
    """A claim with its sentence in the document's text around it."""
    document, masker = told.document(said.report.document), told.maskers[said.report.document]
    sentence = said.sentence
    return {
        "field": said.field,
        "value": _shown_value(said.value, masker),
        **report_to_dict(said.report),
        "title": masker.text(document.title),
        "outlet": said.outlet,
        "origin": said.origin,
        "published": said.published.isoformat() if said.published else None,
        "url": document.url,
        "speakers": [masker.name(speaker) for speaker in said.speakers],
        "sentence": encode.span(replace(sentence, text=masker.text(sentence.text))) if sentence else None,
        "context": _context(document, sentence, masker) if sentence else None,
        "counts": said.counts,
    }


def _shown_value(value: Any, masker: Masker) -> Any:
    return [masker.name(name) for name in value] if isinstance(value, list) else value


def _context(document: Document, sentence: Span, masker: Masker) -> dict[str, str]:
    """Whole words before and after."""
    text = masker.text(document.text)
    before = text[max(0, sentence.start - BESIDE) : sentence.start]
    after = text[sentence.end : sentence.end + BESIDE]
    if sentence.start > BESIDE:
        before = before.partition(" ")[2]
    if sentence.end + BESIDE < len(text):
        after = after.rpartition(" ")[0]
    return {"before": before, "after": after}


def _line(key: str, reports: Sequence[Report], told: Told) -> dict[str, Any]:
    document = told.document(key)
    return {
        "id": key,
        "title": told.maskers[key].text(document.title),
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url,
        "relays": list(document.relays),
        "events": [report.event for report in reports if report.document == key],
    }


def _masked_by_all(told: Told, words: str) -> str:
    for masker in told.maskers.values():
        words = masker.text(words)
    return words


def _judgement(judgement: Any, told: Told) -> dict[str, Any]:
    made = judgement_to_dict(judgement)
    for masker in told.maskers.values():
        made = {**made, "value": masker.json(made["value"])}
    return made

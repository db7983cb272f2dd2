"""One incident as a file: current values, pictures, every claim with its sentence, why the reports are one, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.analyse.sides import HARMS, Sides
from dateline.analyse.titles import dated, title
from dateline.analyse.words import amount, day
from dateline.model.document import Document
from dateline.model.incident import Incident, Toll
from dateline.model.precision import located
from dateline.record import View
from dateline.resolve.claims import Claim
from dateline.resolve.profile import RADIUS
from dateline.share.masking import Masker
from dateline.share.private_persons import shown, shown_place
from dateline.share.report.markup import Child, Node, element, link, page, table
from dateline.share.report.pictures import Town, locator, toll_over_time
from dateline.share.report.signed import Signature, around, signed

UNMASKED = Masker(())
LABELS = {
    "mode": "How",
    "when": "When",
    "places": "Where",
    "actors": "Who",
    "recipients": "To whom",
    "weapons": "With",
    "killed": "Killed",
    "injured": "Injured",
    "certainty": "Certainty",
}


class _Story:
    """What the parts of a report share."""

    def __init__(self, view: View, incident: Incident, names: bool) -> None:
        self.incident, self.names, self.sides = incident, names, Sides.of(view, incident)
        readings = {key: view.reading(key) for key in dict.fromkeys(r.document for r in incident.reports)}
        self.documents: dict[str, Document] = {key: r.document for key, r in readings.items()}
        self.maskers = {key: UNMASKED if names else Masker.of(r) for key, r in readings.items()}

    def heading(self) -> str:
        places = self.incident.places
        return title(self.incident, shown_place(places[0], self.names) if places else None)


def incident_report(view: View, key: str, names: bool, by: Signature) -> str:
    """The file. Raises UnknownItem."""
    story = _Story(view, view.incident(key), names)
    incident = story.incident
    reports = f"{len(incident.reports)} reports of {incident.origins} independent origins"
    return page(
        story.heading(),
        element("h1", story.heading()),
        element("p", f"{incident.id} · {incident.type.value} · {reports}", class_="dim"),
        _values(story),
        *_where(story),
        *_tolls(story),
        *_claims(story),
        *_links(story),
        *_judgements(story),
        *_sources(story.documents.values(), story.maskers),
        signed(by, names),
    )


def _values(story: _Story) -> Node:
    incident = story.incident
    rules = {basis.field: basis.rule for basis in incident.basis}
    rows = [
        (LABELS[field], told, rules.get(field, ""))
        for field, told in current_values(incident, story.names).items()
        if told
    ]
    return element("section", element("h2", "What is known"), table(("", "current value", "chosen by"), rows))


def current_values(incident: Incident, names: bool) -> dict[str, str]:
    """Each field's current value in words; empty where none is told."""
    return {
        "mode": incident.mode.value if incident.mode else "",
        "when": dated(incident.when) if incident.when else "",
        "places": ", ".join(shown_place(place, names) for place in incident.places),
        "actors": "; ".join(shown(incident.actors, incident, names)),
        "recipients": "; ".join(shown(incident.recipients, incident, names)),
        "weapons": "; ".join(weapon.name for weapon in incident.weapons),
        "killed": in_words(incident.killed),
        "injured": in_words(incident.injured),
        "certainty": incident.certainty.value,
    }


def in_words(toll: Toll | None) -> str:
    """A toll: the current value, and the range of all claims where they differ."""
    if toll is None:
        return ""
    spread = amount(toll.low, toll.high)
    return spread if toll.low == toll.high else f"{toll.best:,} (reports say {spread})"


def _where(story: _Story) -> Iterator[Child]:
    place = located(story.incident.places)
    if place is None or place.lat is None or place.lon is None:
        return
    radius = RADIUS[place.precision]
    here = Town(shown_place(place, story.names), place.lat, place.lon)
    yield element("h2", "Where")
    yield locator(here, radius, around(here, radius))
    said = f"Precision of the place: {place.precision.value}; it was within about {radius:g} km of the point."
    yield element("p", said, class_="dim")


def _tolls(story: _Story) -> Iterator[Child]:
    for harm in HARMS:
        steps = story.sides.tolls[harm]
        if steps:
            yield element("h2", f"{LABELS[harm]}, as the reports came in")
            yield toll_over_time(harm, steps)


def _claims(story: _Story) -> Iterator[Child]:
    yield element("h2", "Who says what")
    for field, label in LABELS.items():
        found = [claim for claim in story.sides.claims if claim.field == field]
        if found:
            differ = " – the sources differ" if field in story.sides.conflicts else ""
            yield element("h3", label + differ)
            yield from (_claim(claim, story) for claim in found)


def _claim(claim: Claim, story: _Story) -> Node:
    document, masker = story.documents[claim.report.document], story.maskers[claim.report.document]
    when = day(claim.published) if claim.published else "undated"
    speakers = ", ".join(masker.name(name) for name in claim.speakers)
    source = f"{claim.outlet or document.id}, {when}"
    old = " (replaced by a later report of the same origin)" if not claim.counts else ""
    sentence = masker.text(" ".join(claim.sentence.text.split())) if claim.sentence else ""
    said_by = f" – says {speakers}" if speakers else ""
    return element(
        "div",
        element("strong", _value(claim.value, masker)),
        element("blockquote", f"“{sentence}”") if sentence else None,
        element("p", link(source, document.url), said_by + old, class_="dim"),
    )


def _value(value: Any, masker: Masker) -> str:
    if isinstance(value, list):
        return "; ".join(masker.name(name) for name in value)
    if not isinstance(value, dict):
        return str(value)
    if "low" in value:
        return amount(value["low"], value["high"])
    return value["start"] if value["start"] == value["end"] else f"{value['start']} to {value['end']}"


def _links(story: _Story) -> Iterator[Child]:
    if story.incident.links:
        yield element("h2", "Why these reports are held to be of one happening")
        yield table(
            ("reports", "score", "reasons"),
            (
                (
                    f"{each.left.document} – {each.right.document}",
                    f"{each.score:.2f}",
                    _masked("; ".join(each.reasons), story),
                )
                for each in story.incident.links
            ),
        )


def _judgements(story: _Story) -> Iterator[Child]:
    if story.sides.judgements:
        yield element("h2", "What people decided")
        rows = (
            (
                f"{j.at:%Y-%m-%d}",
                j.author,
                f"{j.action.value} {j.decision.field or ''}",
                _masked(j.decision.reason, story),
            )
            for j in story.sides.judgements
        )
        yield table(("day", "who", "what", "why"), rows)


def _masked(words: str, story: _Story) -> str:
    for masker in story.maskers.values():
        words = masker.text(words)
    return words


def _sources(documents: Any, maskers: dict[str, Masker]) -> Iterator[Child]:
    yield element("h2", "Sources")
    yield element("ul", *(source_line(document, maskers[document.id]) for document in documents))


def source_line(document: Document, masker: Masker) -> Node:
    """A document as a line of a list: title, outlet, day, address."""
    when = day(document.published_on) if document.published_on else "undated"
    relays: Sequence[str] = document.relays
    told = f" – {document.outlet or 'outlet not known'}, {when}" + (
        f", after {', '.join(relays)}" if relays else ""
    )
    return element("li", link(masker.text(document.title) or document.id, document.url), told)

"""Nouns in, rows of the record's tables out, and documents back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from dateline.intake.duplicates import Signature
from dateline.knowledge.folding import fold
from dateline.model.codec import reading_to_dict
from dateline.model.document import DateSource, Document
from dateline.model.incident import Incident, Toll
from dateline.model.incident_codec import incident_to_dict
from dateline.model.reading import Event, Place, Reading, Tally
from dateline.model.values import Count, Interval

LONGEST = 200
"""Characters of a name in a column: PostgreSQL's indexes take no long values."""

Row = dict[str, Any]


def text_hash(document: Document) -> str:
    """SHA-256 of the text in UTF-8, hexadecimal."""
    return sha256(document.text.encode()).hexdigest()


def document_row(document: Document, signature: Signature) -> Row:
    """A document as received, without when and what it repeats."""
    return {
        "id": document.id,
        "text_hash": text_hash(document),
        "title": document.title,
        "outlet": document.outlet,
        "relays": list(document.relays),
        "published": document.published.isoformat() if document.published else None,
        "date_source": document.date_source.value,
        "url": document.url,
        "language": document.language,
        "text": document.text,
        "origin": document.origin.encode("utf-8", "backslashreplace").decode(),
        "digest": signature.digest,
        "signature": signature.to_bytes(),
    }


def document_from(row: Any) -> Document:
    """The document of a row of `documents`."""
    return Document(
        id=row.id,
        text=row.text,
        title=row.title,
        outlet=row.outlet,
        relays=tuple(row.relays),
        published=datetime.fromisoformat(row.published) if row.published else None,
        date_source=DateSource(row.date_source),
        url=row.url,
        language=row.language,
        origin=row.origin,
    )


def reading_body(reading: Reading) -> Row:
    """The reading's JSON with its rules, without the document, which has a row of its own."""
    body = reading_to_dict(reading, explain=True)
    del body["document"]
    return body


def event_row(event: Event) -> Row:
    """What of an event is asked for, without document and reading."""
    return {
        "event": event.id,
        "type": event.type.value,
        "mode": event.mode.value if event.mode else None,
        "certainty": event.certainty.value,
        **_days(event.when),
        **_position(event.places),
        **_bounds("killed", event.killed),
        **_bounds("injured", event.injured),
        "score": event.score,
    }


def tally_row(document: Document, tally: Tally) -> Row:
    """What of a document's tally is asked for, without the reading."""
    return {
        "document": document.id,
        "published": document.published.isoformat() if document.published else "",
        "tally": tally.id,
        "type": tally.type.value,
        "mode": tally.mode.value if tally.mode else None,
        "low": tally.number.low,
        "high": tally.number.high,
        **_days(tally.when),
        "score": tally.score,
    }


def incident_body(incident: Incident) -> Row:
    """The incident's JSON without its links, which have rows of their own."""
    body = incident_to_dict(incident)
    del body["links"]
    return body


def incident_row(incident: Incident, body: Mapping[str, Any]) -> Row:
    """What of an incident is asked for, and all of it as JSON."""
    return {
        "id": incident.id,
        "type": incident.type.value,
        "mode": incident.mode.value if incident.mode else None,
        "certainty": incident.certainty.value,
        **_days(incident.when),
        **_bounds("killed", incident.killed),
        **_bounds("injured", incident.injured),
        "killed_best": incident.killed.best if incident.killed else None,
        "injured_best": incident.injured.best if incident.injured else None,
        **_point(incident.places),
        "days": incident.when.days if incident.when else None,
        "body": body,
    }


def report_rows(incident: Incident) -> list[Row]:
    """Which events tell of the incident."""
    return [
        {"document": report.document, "event": report.event, "incident": incident.id}
        for report in incident.reports
    ]


def link_rows(incident: Incident) -> list[Row]:
    """Why these reports are held together."""
    return [
        {
            "incident": incident.id,
            "left_document": link.left.document,
            "left_event": link.left.event,
            "right_document": link.right.document,
            "right_event": link.right.event,
            "score": link.score,
            "reasons": list(link.reasons),
        }
        for link in incident.links
    ]


def place_rows(incident: Incident) -> list[Row]:
    """Where it was, by the keys that places are looked for."""
    return [
        {
            "incident": incident.id,
            "name": searchable(place.name),
            "country": place.country,
            "lat": place.lat,
            "lon": place.lon,
        }
        for place in incident.places
    ]


def party_rows(incident: Incident) -> list[Row]:
    """Who did it and to whom, by the keys that parties are looked for."""
    return [
        {"incident": incident.id, "role": role, "name": searchable(party.name), "ref": party.ref}
        for role, parties in (("actor", incident.actors), ("recipient", incident.recipients))
        for party in parties
    ]


def outlet_rows(incident: Incident) -> list[Row]:
    """Which outlets report it, by the keys that outlets are looked for."""
    names = sorted({searchable(outlet) for outlet in incident.outlets})
    return [{"incident": incident.id, "name": name} for name in names]


def searchable(name: str) -> str:
    """The key of a name between spaces, so that whole words are found in it: " al asad air base "."""
    return f" {fold(name)} "[:LONGEST]


def tail_rows(names: Iterable[str]) -> list[Row]:
    """Keys of names from each of their words on, by which a name is found by any of its words."""
    return [{"name": name, "tail": tail} for name in sorted(names) for tail in _tails(name)]


def _tails(name: str) -> Iterator[str]:
    words = name.split(" ")[1:]
    return (" ".join(words[start:]) for start in range(max(1, len(words) - 1)))


def _days(when: Interval | None) -> Row:
    return {
        "start": when.start.isoformat() if when else None,
        "end": when.end.isoformat() if when else None,
    }


def _bounds(harm: str, count: Count | Toll | None) -> Row:
    return {f"{harm}_low": count.low if count else None, f"{harm}_high": count.high if count else None}


def _point(places: tuple[Place, ...]) -> Row:
    """Where the incident stands on a map: the first place whose position is known, or the first one."""
    at = _located(places) or (places[0] if places else None)
    return {
        "place": at.name[:LONGEST] if at else None,
        "place_precision": at.precision.value if at else None,
        "lat": at.lat if at else None,
        "lon": at.lon if at else None,
    }


def _position(places: tuple[Place, ...]) -> Row:
    """The most specific place, which comes first, and the first one whose position is known."""
    located = _located(places)
    return {
        "place": places[0].name if places else None,
        "country": next((place.country for place in places if place.country), None),
        "lat": located.lat if located else None,
        "lon": located.lon if located else None,
    }


def _located(places: tuple[Place, ...]) -> Place | None:
    return next((place for place in places if place.lat is not None and place.lon is not None), None)

"""STIX objects of others -> what they tell: incidents, reports, notes and sightings, with what stands around them.

An incident's place, targets and authors are what relationships lead to (`located-at`, `targets`, `impacts`, `attributed-to`,
`uses`); its time stands in the properties that incident extensions and custom properties use. Its kind follows from its words: what
names no kind of ours, an attack on computers above all, makes no claim. A sighting's count of a series is a claimed total.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.model.reading import Place
from dateline.model.values import Count
from dateline.model.vocabulary import Certainty
from dateline.share.receive.foreign.kinds import kind_of
from dateline.share.receive.foreign.told import NOWHERE, Happening, Told, Where, days, moment
from dateline.share.stix.constants import EXTENSION, Object

Near = Mapping[str, Object]

HEADS = ("incident", "report", "note", "sighting")
"""Types that documents are made of."""

SUPPORTING = frozenset(
    "identity location relationship marking-definition extension-definition opinion language-content campaign".split()
)
"""Types that stand by others: they are read with what points to them."""

FIRST = ("first_seen", "start_time", "start", "occurred", "event_date", "date")
LAST = ("last_seen", "end_time", "end", "occurred", "event_date", "date")
LEAST_SURE = 50


def is_foreign(item: Object) -> bool:
    """Whether an object doesn't follow our profile."""
    return EXTENSION not in (item.get("extensions") or {})


def told_by(head: Object, near: Near) -> Told:
    """What a head tells, with the objects that stand around it."""
    made = {"incident": _incident, "report": _report, "note": _note, "sighting": _sighting}
    return made[str(head["type"])](head, near)


def members(report: Object) -> tuple[str, ...]:
    """The incidents that a report tells of."""
    return tuple(ref for ref in _strings(report.get("object_refs")) if ref.startswith("incident--"))


def _incident(item: Object, near: Near) -> Told:
    happening = _happening(item, near)
    unmapped = () if happening else (f"{item['id']}: its words name no kind of event known here",)
    told = tuple(filter(None, (happening,)))
    return Told(**_about(item, near), happenings=told, text=_text(item, "description"), unmapped=unmapped)


def _report(item: Object, near: Near) -> Told:
    there = [near[ref] for ref in members(item) if ref in near]
    happenings = [found for one in there if (found := _happening(one, near))]
    text = "\n\n".join(filter(None, (_text(one, "description") for one in (item, *there))))
    unmapped = tuple(
        f"{ref}: a {ref.partition('--')[0]} in {item['id']}"
        for ref in _strings(item.get("object_refs"))
        if ref.partition("--")[0] not in {*HEADS, *SUPPORTING}
    )
    return Told(**_about(item, near), happenings=tuple(happenings), text=text, unmapped=unmapped)


def _note(item: Object, near: Near) -> Told:
    authors = ", ".join(_strings(item.get("authors")))
    about = _about(item, near)
    return Told(**{**about, "outlet": authors or about["outlet"]}, text=_text(item, "content"))


def _sighting(item: Object, near: Near) -> Told:
    """A count of a series; a sighting without a count, or of what is no kind of ours, makes no claim."""
    series, about = near.get(str(item.get("sighting_of_ref")), {}), _about(item, near)
    kind, count = kind_of(_words(series) + _words(item)), item.get("count")
    if kind is None or not isinstance(count, int) or isinstance(count, bool) or count < 1:
        unmapped = (f"{item['id']}: a sighting that counts no kind of event known here",)
        return Told(**about, text=_text(item, "description"), unmapped=unmapped)
    where = [near[ref] for ref in _strings(item.get("where_sighted_refs")) if ref in near]
    places = tuple(p for one in where if one["type"] == "location" and (p := _place(one)))
    when = days(item.get("first_seen"), item.get("last_seen"))
    one = Happening(kind, places, when, count=Count(count, count, NOWHERE))
    return Told(**about, happenings=(one,), text=_text(item, "description"))


def _happening(item: Object, near: Near) -> Happening | None:
    kind = kind_of(_words(item))
    if kind is None:
        return None
    linked = list(_linked(item, near))
    sources = [item, *(e for e in (item.get("extensions") or {}).values() if isinstance(e, dict))]
    confidence = item.get("confidence")
    return Happening(
        kind,
        tuple(p for by, one in linked if by == "located-at" and (p := _place(one))),
        days(_first(sources, FIRST), _first(sources, LAST)),
        _named(linked, ("attributed-to",)),
        _named(linked, ("targets", "impacts")),
        _named(linked, ("uses",)),
        certainty=Certainty.ALLEGED
        if isinstance(confidence, int) and confidence < LEAST_SURE
        else Certainty.ASSERTED,
    )


def _linked(item: Object, near: Near) -> Iterator[tuple[str, Object]]:
    """What relationships lead to from an object."""
    for one in near.values():
        if one["type"] == "relationship" and one.get("source_ref") == item["id"] and not one.get("revoked"):
            target = near.get(str(one.get("target_ref")))
            if target is not None:
                yield str(one.get("relationship_type")), target


def _named(linked: Sequence[tuple[str, Object]], ways: Sequence[str]) -> tuple[str, ...]:
    return tuple(str(one["name"]) for by, one in linked if by in ways and isinstance(one.get("name"), str))


def _place(item: Object) -> Place | None:
    def text(name: str) -> str:
        value = item.get(name)
        return value if isinstance(value, str) else ""

    def number(name: str) -> float | None:
        value = item.get(name)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    province = text("administrative_area") or text("region").replace("-", " ")
    return Where(
        text("name"),
        text("city"),
        province,
        text("country"),
        number("latitude"),
        number("longitude"),
        number("precision"),
    ).place()


def _about(item: Object, near: Near) -> dict[str, Any]:
    """Title, outlet, date and address of a document."""
    links = [link for link in item.get("external_references") or () if isinstance(link, dict)]
    url = next((str(link["url"]) for link in links if link.get("url")), None)
    source = next((str(link["source_name"]) for link in links if link.get("source_name")), "")
    creator = near.get(str(item.get("created_by_ref")), {})
    name = item.get("name") or item.get("abstract") or ""
    return {
        "title": str(name)[:500],
        "outlet": (source if url else "") or str(creator.get("name") or source),
        "published": moment(item.get("published") or item.get("created")),
        "url": url if url and url.startswith(("http://", "https://")) else None,
        "language": str(item.get("lang") or "en")[:2],
    }


def _words(item: Object) -> list[str]:
    """The words that name a kind, the most telling first."""
    found: list[str] = []
    sources = [item, *(e for e in (item.get("extensions") or {}).values() if isinstance(e, dict))]
    for name in ("incident_types", "incident_type", "labels"):
        for source in sources:
            found += _strings(source.get(name))
    return [*found, *_strings(item.get("name")), *_strings(item.get("description"))]


def _strings(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, str)]


def _first(sources: Sequence[Mapping[str, Any]], names: Sequence[str]) -> object:
    return next((s[name] for name in names for s in sources if s.get(name)), None)


def _text(item: Object, name: str) -> str:
    value = item.get(name)
    return value.strip() if isinstance(value, str) else ""

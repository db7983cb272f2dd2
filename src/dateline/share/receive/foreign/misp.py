"""MISP events of others -> an object that is kept as it came, and what it tells.

Taken as claims: the objects incident, geolocation, victim, uav, physical-impact and sourced-casualties, and the attributes
target-location and target-org; as words: news-media, report, descriptions, text and comment attributes; as title, date, address and
outlet: the event's own fields and link attributes. Each other attribute is listed by type and UUID. Persons are not mapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID, uuid5

from dateline.model.marking import Tlp
from dateline.model.reading import Place
from dateline.model.values import Count
from dateline.model.vocabulary import EventType, Mode
from dateline.share.receive.foreign.kinds import Kind, kind_of
from dateline.share.receive.foreign.told import NOWHERE, Happening, Told, Where, day, days
from dateline.share.stix.constants import TLP_IDS, Object

TYPE = "x-misp-event"
Json = Mapping[str, Any]

_TLP = re.compile(r"tlp:(.+)")
_WHITE = {"white": Tlp.CLEAR.value, "ex:chr": Tlp.AMBER.value}
_TEXTS = frozenset({"text", "comment"})
_LINKS = frozenset({"link", "url"})


def kept_event(event: Json, sender: str) -> Object | None:
    """A MISP event as an object with an id and a version, whole; None where it has no UUID by which to know it again.

    One event may come through several senders, each with what its own MISP says of it: the id is of the sender's copy.
    """
    try:
        key = str(uuid5(UUID(str(event.get("uuid"))), sender))
        changed = datetime.fromtimestamp(int(event.get("timestamp") or 0), UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return None
    labels = [TLP_IDS[label] for label in _labels(event)]
    return {
        "type": TYPE,
        "spec_version": "2.1",
        "id": f"{TYPE}--{key}",
        "created": "1970-01-01T00:00:00.000Z",
        "modified": changed.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "name": str(event.get("info") or ""),
        "event": dict(event),
        **({"object_marking_refs": labels} if labels else {}),
    }


def told_by(item: Object) -> Told:
    """What an event tells."""
    return _Telling(item["event"]).told()


@dataclass(slots=True)
class _Telling:
    """One event on its way; `used` are the attributes that went into something."""

    event: Json
    used: set[int] = field(default_factory=set)

    def told(self) -> Told:
        words = [str(self.event.get("info") or "")]
        kinds = [*self._values("incident", "incident_type"), *self._values("incident", "name"), *words]
        happening = self._happening(kind_of((*kinds, *self._tags())))
        text = "\n\n".join(self._texts())
        address = next(iter(self._links()), None)
        outlet = next(iter(self._values("news-media", "source")), "") or self._organisation()
        return Told(
            words[0][:500],
            outlet,
            self._published(),
            address,
            happenings=tuple(filter(None, (happening,))),
            text=text,
            unmapped=tuple(self._unmapped(happening is None)),
        )

    def _happening(self, kind: Kind | None) -> Happening | None:
        drones = [
            *self._values("uav", "craftname"),
            *self._values("uav", "model"),
            *self._values("uav", "type"),
        ]
        if kind is None and drones:
            kind = (EventType.ASSAULT, Mode.DRONE)
        if kind is None:
            return None
        begin = [*self._values("physical-impact", "start_time"), *self._values("geolocation", "first-seen")]
        end = [*self._values("physical-impact", "end_time"), *self._values("geolocation", "last-seen")]
        when = days(next(iter(begin), None) or self.event.get("date"), next(iter(end), None))
        return Happening(
            kind,
            tuple(self._places()),
            when,
            recipients=(*self._values("victim", "name"), *self._plain("target-org")),
            weapons=tuple(drones[:1]),
            killed=self._harm("killed"),
            injured=self._harm("injured"),
        )

    def _places(self) -> Iterator[Place]:
        for made in self._objects("geolocation"):
            name, town, region = (self._one(made, key) for key in ("text", "city", "region"))
            land = self._one(made, "countrycode") or self._one(made, "country")
            self._one(made, "country")
            radius = _number(self._one(made, "accuracy-radius"))
            latitude, longitude = (_number(self._one(made, key)) for key in ("latitude", "longitude"))
            if place := Where(name, town, region, land, latitude, longitude, radius).place():
                yield place
        for name in self._plain("target-location"):
            if place := Where(name).place():
                yield place

    def _harm(self, metric: str) -> Count | None:
        for made in self._objects("sourced-casualties"):
            if self._one(made, "metric") == metric:
                low, high = _number(self._one(made, "low")), _number(self._one(made, "high"))
                if low is not None and 0 <= low < 10**9:
                    return Count(int(low), int(high) if high is not None and high >= low else None, NOWHERE)
        return None

    def _texts(self) -> list[str]:
        found = [
            *self._values("news-media", "content"),
            *self._values("report", "summary"),
            *self._values("incident", "description"),
            *self._values("physical-impact", "description"),
        ]
        for attribute in _list(self.event, "Attribute"):
            if attribute.get("type") in _TEXTS:
                found.append(self._use(attribute))
        return [text.strip() for text in found if text.strip()]

    def _links(self) -> list[str]:
        """Addresses of what is told elsewhere; an attack's own addresses are indicators and stay unmapped."""
        found = [
            *self._values("news-media", "url"),
            *self._values("news-media", "link"),
            *self._values("report", "link"),
        ]
        for attribute in _list(self.event, "Attribute"):
            if attribute.get("type") == "link" or (
                attribute.get("type") == "url" and attribute.get("category") == "External analysis"
            ):
                found.append(self._use(attribute))
        return [url for url in found if url.startswith(("http://", "https://"))]

    def _published(self) -> datetime | None:
        """When the event was published or last changed; else the start of its day."""
        told = self.event.get("publish_timestamp") or self.event.get("timestamp")
        try:
            moment = datetime.fromtimestamp(int(told or 0), UTC)
        except (TypeError, ValueError, OverflowError, OSError):
            return None
        date = day(self.event.get("date"))
        return moment if told else datetime.combine(date, time(), UTC) if date else None

    def _organisation(self) -> str:
        maker = self.event.get("Orgc")
        return str(maker.get("name") or "") if isinstance(maker, dict) else ""

    def _tags(self) -> Iterator[str]:
        for tag in _list(self.event, "Tag"):
            name = str(tag.get("name") or "")
            if not _TLP.match(name):
                yield name.partition("=")[2].strip('"') or name

    def _objects(self, name: str) -> list[Json]:
        return [made for made in _list(self.event, "Object") if made.get("name") == name]

    def _values(self, name: str, relation: str) -> list[str]:
        return [value for made in self._objects(name) if (value := self._one(made, relation))]

    def _one(self, made: Json, relation: str) -> str:
        for attribute in _list(made, "Attribute"):
            if attribute.get("object_relation") == relation and not attribute.get("deleted"):
                return self._use(attribute)
        return ""

    def _plain(self, kind: str) -> list[str]:
        return [self._use(a) for a in _list(self.event, "Attribute") if a.get("type") == kind]

    def _use(self, attribute: Json) -> str:
        self.used.add(id(attribute))
        return str(attribute.get("value") or "")

    def _unmapped(self, no_kind: bool) -> Iterator[str]:
        if no_kind:
            yield "its words name no kind of event known here"
        for attribute in _list(self.event, "Attribute"):
            if id(attribute) not in self.used:
                yield f"attribute {attribute.get('type')} {attribute.get('uuid', '')}".rstrip()
        for made in _list(self.event, "Object"):
            for attribute in _list(made, "Attribute"):
                if id(attribute) not in self.used:
                    named = f"{made.get('name')}.{attribute.get('object_relation')}"
                    yield f"attribute {named} {attribute.get('uuid', '')}".rstrip()
        for galaxy in _list(self.event, "Galaxy"):
            yield f"galaxy {galaxy.get('type')}"


def _labels(event: Json) -> Iterator[Tlp]:
    for tag in _list(event, "Tag"):
        matched = _TLP.fullmatch(str(tag.get("name") or "").strip().lower())
        label = _WHITE.get(matched[1], matched[1]) if matched else ""
        yield from (known for known in Tlp if known.value == label)


def _list(holder: Json, name: str) -> list[Json]:
    found: Iterable[Any] = holder.get(name) or ()
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _number(told: str) -> float | None:
    try:
        return float(told)
    except ValueError:
        return None

"""STIX objects of the profile -> MISP events: one for each incident, one for each report with what it claims.

MISP's own objects and taxonomies say what they can (incident, geolocation, victim, news-media, source assessment,
dissemination; tlp, admiralty-scale); our own templates say claims and casualties, and hold each object as JSON.
An event may go no further than its markings let it: without consent it is for one's own organisation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateline.model.marking import Handling, Tlp
from dateline.share.misp import templates
from dateline.share.misp.objects import Json, Made
from dateline.share.stix.constants import extended
from dateline.share.stix.handling import handling_of

ADMIRALTY_RELIABILITY = 'admiralty-scale:source-reliability="{}"'
ADMIRALTY_CREDIBILITY = 'admiralty-scale:information-credibility="{}"'
WITHDRAWN = "dateline:withdrawn"
DISTRIBUTION = {Tlp.CLEAR: "3", Tlp.GREEN: "1"}
"""Where recipients may pass it on: all communities, this community. All else stays in one organisation ("0")."""

Objects = Mapping[str, Json]


def misp_events(objects: Iterable[Json]) -> Iterator[Json]:
    """The events, incidents first; objects that belong to neither go with the first event that points to them."""
    known = {item["id"]: item for item in objects}
    parts = _parts(known)
    for kind in ("incident", "report"):
        for key, item in known.items():
            if item["type"] == kind:
                yield {"Event": _Event(item, parts[key], known).made()}


def _parts(known: Objects) -> dict[str, list[Json]]:
    """The objects that go with each incident and report: each once, with the first that it belongs to."""
    found: dict[str, list[Json]] = defaultdict(list)
    heads = {key for key, item in known.items() if item["type"] in ("incident", "report")}
    taken: set[str] = set(heads)
    for item in known.values():
        owner = _owner(item, heads)
        if owner is not None and item["id"] not in taken:
            found[owner].append(item)
            taken.add(item["id"])
    for head in (key for key in known if key in heads):
        _gather(head, known, taken, found[head])
    rest = [item for key, item in known.items() if key not in taken]
    if rest and heads:
        found[next(key for key in known if key in heads)] += rest
    return found


def _owner(item: Json, heads: set[str]) -> str | None:
    """The report that claims it, or the incident that it leads from."""
    for kind in ("claim", "tally", "responsibility"):
        said = extended(item, kind)
        if said and said.get("report_ref") in heads:
            return str(said["report_ref"])
    source = item.get("source_ref")
    return str(source) if source in heads else None


def _gather(head: str, known: Objects, taken: set[str], parts: list[Json]) -> None:
    """All that the head and its parts point to, and that goes with nothing else yet."""
    waiting = [known[head], *parts]
    while waiting:
        for ref in _refs(waiting.pop()):
            if ref in known and ref not in taken:
                taken.add(ref)
                parts.append(known[ref])
                waiting.append(known[ref])


def _refs(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _refs(part)
    elif isinstance(value, list):
        for part in value:
            yield from _refs(part)
    elif isinstance(value, str) and "--" in value:
        yield value


@dataclass(frozen=True, slots=True)
class _Event:
    """One event about an incident or a report."""

    head: Json
    parts: Sequence[Json]
    known: Objects

    def made(self) -> Json:
        handling = handling_of(self.head, dict(self.known))
        moment = datetime.fromisoformat(self.head["modified"])
        made = Made(self.head["id"].partition("--")[2], str(int(moment.timestamp())))
        creator = self.known.get(self.head.get("created_by_ref", ""), {})
        return {
            "uuid": made.event,
            "info": self.head["name"],
            "date": self._date(moment),
            "timestamp": made.timestamp,
            "publish_timestamp": made.timestamp,
            "published": True,
            "threat_level_id": "4",
            "analysis": "2",
            "distribution": _distribution(handling),
            "Orgc": {
                "name": creator.get("name", "unknown"),
                "uuid": creator.get("id", "--").partition("--")[2],
            },
            "Tag": [{"name": name} for name in self._tags(handling)],
            "Attribute": [],
            "Object": [*self._objects(made, handling), *self._whole(made)],
        }

    def _date(self, moment: datetime) -> str:
        said = extended(self.head, "incident") or {}
        day = (said.get("incident", {}).get("when") or {}).get("start")
        return str(day or str(self.head.get("published", ""))[:10] or moment.date().isoformat())

    def _tags(self, handling: Handling | None) -> Iterator[str]:
        if handling is not None:
            yield f"tlp:{handling.tlp.value}"
        if self.head.get("revoked"):
            yield WITHDRAWN
        letter = (extended(self.head, "report") or {}).get("reliability")
        if letter:
            yield ADMIRALTY_RELIABILITY.format(letter.lower())
        digits = {(extended(part, "claim") or {}).get("credibility") for part in self.parts}
        yield from (ADMIRALTY_CREDIBILITY.format(digit) for digit in sorted(d for d in digits if d))

    def _objects(self, made: Made, handling: Handling | None) -> Iterator[Json]:
        incident, report = extended(self.head, "incident"), extended(self.head, "report")
        if incident:
            yield from self._of_incident(made, incident["incident"])
        if report:
            yield from self._of_report(made, report)
        for part in self.parts:
            for kind in ("claim", "tally", "responsibility"):
                said = extended(part, kind)
                if said:
                    yield self._claim(made, part, kind, said)
        if handling is not None:
            yield self._handling(made, handling)

    def _of_incident(self, made: Made, values: Json) -> Iterator[Json]:
        kind = " ".join(part for part in (values.get("mode"), values["type"].lower()) if part)
        described = self.head.get("description")
        pairs = (("name", self.head["name"]), ("description", described), ("incident_type", kind))
        yield made.object(templates.INCIDENT, pairs)
        for place in values.get("places", ()):
            where = [("text", place["text"]), ("countrycode", place.get("country")), *_point(place)]
            yield made.object(templates.GEOLOCATION, where)
        for party in values.get("recipients", ()):
            yield made.object(templates.VICTIM, [("name", party["text"])])
        for metric in ("killed", "injured"):
            toll = values.get(metric)
            if toll:
                ranges = [(name, toll.get(name)) for name in ("low", "best", "high")]
                yield made.object(templates.CASUALTIES, [("metric", metric), *ranges])

    def _of_report(self, made: Made, said: Json) -> Iterator[Json]:
        document = said["document"]
        yield made.object(
            templates.NEWS_MEDIA,
            [
                ("source", document.get("outlet") or "a source that gives no name"),
                ("title", document.get("title")),
                ("url", document.get("url")),
                ("content", document.get("text")),
            ],
        )
        if said.get("reliability"):
            pairs = [
                ("source-summary", document.get("outlet") or "a source that gives no name"),
                ("source-reliability", said["reliability"]),
            ]
            yield made.object(templates.ASSESSMENT, pairs)

    def _claim(self, made: Made, part: Json, kind: str, said: Json) -> Json:
        event = said.get("event", {})
        refs = said.get("claimant_refs") or [said.get("claimant_ref", "")]
        claimants = [self.known[ref]["name"] for ref in refs if ref in self.known]
        about = next((ref for ref in part.get("object_refs", ()) if ref.startswith("incident--")), "")
        return made.object(
            templates.CLAIM,
            [
                ("kind", kind),
                ("said", part.get("content") or part.get("description")),
                ("claimant", "; ".join(claimants)),
                ("incident", about.partition("--")[2]),
                ("report", str(said["report_ref"]).partition("--")[2]),
                ("certainty", event.get("certainty")),
                ("sentence", next((e["text"] for e in event.get("evidence", ())), None)),
            ],
        )

    def _handling(self, made: Made, handling: Handling) -> Json:
        told = (
            "may be passed on" if handling.onward else "not to be passed on without the originator's consent"
        )
        if handling.expires:
            told += f"; not after {handling.expires.isoformat()}"
        pairs = [
            ("related-report", self.head["id"]),
            ("classification", f"TLP:{handling.tlp.value.upper()}"),
            ("handling-instructions", told),
        ]
        return made.object(templates.DISSEMINATION, pairs)

    def _whole(self, made: Made) -> Iterator[Json]:
        """Each object as it is."""
        for item in (self.head, *self.parts):
            pairs = [("type", item["type"]), ("identifier", item["id"]), ("object", item)]
            yield made.object(templates.OBJECT, pairs)


def _distribution(handling: Handling | None) -> str:
    return DISTRIBUTION.get(handling.tlp, "0") if handling and handling.onward else "0"


def _point(place: Json) -> list[tuple[str, Any]]:
    if place.get("lat") is None or place.get("lon") is None:
        return []
    return [("latitude", place["lat"]), ("longitude", place["lon"])]

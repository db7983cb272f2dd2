"""A released view -> STIX 2.1 objects without versions, each before those that point to it.

Core properties make sense alone; what they can't hold stands in our extension (docs/stix-profile). Ids of objects that
change are hashes with the record's secret (see `release.ids`); those of identities, locations and markings follow from
their content. No id is pointed to that is not among the objects.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from hashlib import sha256
from typing import Any

from dateline.model import encode
from dateline.model.incident import Incident, TallyCheck
from dateline.model.incident_codec import incident_to_dict
from dateline.model.judgement_codec import judgement_to_dict
from dateline.model.marking import Handling, Tlp
from dateline.model.reading import Place, Reading, Responsibility
from dateline.model.reply import Reply
from dateline.model.values import Interval
from dateline.share.release.compute import ReleasedView, Source
from dateline.share.release.ids import Ids
from dateline.share.release.offers import stamp
from dateline.share.release.output import check_to_dict
from dateline.share.stix.constants import AUTHOR_OBJECT, EXTENSION_OBJECT, Object, extension
from dateline.share.stix.content import by_content, location, outlet, party
from dateline.share.stix.handling import marking_objects, marking_refs
from dateline.share.stix.words import claimed, counted_words, described_incident, named_incident

WRITE = encode.Encoder(detached=True)
CONFIDENCE = {"1": 90, "2": 70, "3": 50, "4": 30, "5": 10}
"""Of Admiralty credibility (STIX 2.1 appendix A); 6, "can't be judged", gives none."""

LARGEST_COUNT = 999_999_999
_ORDER = (
    "extension-definition marking-definition identity location incident grouping report note campaign sighting "
    "relationship opinion"
).split()


def stix_objects(
    view: ReleasedView, secret: bytes, organisation: str, replies: tuple[Reply, ...] = ()
) -> dict[str, Object]:
    """All objects of a view by id; `organisation` is the name under which they are made.

    `replies` and duplicates are about objects that the partner gave; nothing else points to what isn't among the objects.
    """
    made = _Export(view, Ids(secret, view.partner), organisation)
    made.all()
    for reply in replies:
        made.reply(reply)
    ordered = sorted(made.objects.values(), key=lambda item: (_ORDER.index(item["type"]), item["id"]))
    return {item["id"]: item for item in ordered}


@dataclass(slots=True)
class _Export:
    """One export as it grows; `objects` by id."""

    view: ReleasedView
    ids: Ids
    organisation: str
    objects: dict[str, Object] = field(default_factory=dict)
    creator: str = ""

    def all(self) -> None:
        """Make every object."""
        self._put(AUTHOR_OBJECT, EXTENSION_OBJECT)
        self.creator = self._put(
            by_content("identity", name=self.organisation, identity_class="organization")
        )
        for incident in self.view.incidents:
            self._incident(incident)
        self._duplicates()
        checks = {(check.document, check.tally): check for check in self.view.checks}
        for reading in self.view.readings:
            self._reading(reading, checks)

    def _duplicates(self) -> None:
        """Which of the partner's incidents are which of ours; a grouping where one of ours is several of the partner's."""
        handlings = {incident.id: self.view.handling(incident) for incident in self.view.incidents}
        clusters: dict[str, list[str]] = {}
        for own, theirs in self.view.duplicates:
            self._relate(self._id("incident", own), "duplicate-of", theirs, handlings[own])
            clusters.setdefault(own, []).append(theirs)
        for own, several in clusters.items():
            if len(several) > 1:
                refs, words = [self._id("incident", own), *several], f"{len(several)} incidents that are one"
                self._make(
                    "grouping", own, handlings[own], name=words, context="unspecified", object_refs=refs
                )

    def reply(self, reply: Reply) -> None:
        """An opinion on an object of the partner, or a question about it; for that partner alone."""
        handling, about = Handling(Tlp.AMBER_STRICT, False), [reply.object]
        key = f"reply {reply.number}"
        if reply.opinion is None:
            asked = extension("question")
            self._make("note", key, handling, content=reply.text, object_refs=about, extensions=asked)
            return
        told = reply.text or None
        self._make("opinion", key, handling, explanation=told, opinion=reply.opinion.value, object_refs=about)

    def _incident(self, incident: Incident) -> None:
        judged = [judgement_to_dict(j) for j in self.view.judgements if j.number in incident.judgements]
        values = incident_to_dict(incident)
        source, handling = self._id("incident", incident.id), self.view.handling(incident)
        for place in incident.places:
            self._located(source, place, handling)
        struck = "impacts" if any(t and t.best for t in (incident.killed, incident.injured)) else "targets"
        for recipient in dict.fromkeys(self._put(party(one)) for one in incident.recipients):
            self._relate(source, struck, recipient, handling)
        self._make(
            "incident",
            incident.id,
            self.view.handling(incident),
            name=named_incident(incident),
            description=described_incident(incident),
            extensions=extension("incident", incident=values, judgements=judged),
        )

    def _located(self, source: str, place: Place, handling: Handling) -> None:
        where = location(place)
        if where is not None:
            self._put(where)
            self._relate(source, "located-at", where["id"], handling)

    def _relate(self, source: str, kind: str, target: str, handling: Handling) -> None:
        self._make(
            "relationship",
            f"{source} {kind} {target}",
            handling,
            relationship_type=kind,
            source_ref=source,
            target_ref=target,
        )

    def _reading(self, reading: Reading, checks: dict[tuple[str, str], TallyCheck]) -> None:
        source = self.view.sources[reading.document.id]
        outlet_ref = self._put(outlet(reading.document.outlet, source.described))
        of, report = self.view.memberships(), self._id("report", reading.document.id)
        told = [self._told(reading, number, of, source, outlet_ref) for number in range(len(reading.events))]
        told += [
            self._tally(reading, number, checks.get((reading.document.id, tally.id)), source, outlet_ref)
            for number, tally in enumerate(reading.tallies)
        ]
        told += list(self._blamed(reading, of, source))
        incidents = sorted(
            {self._id("incident", key) for (d, _), key in of.items() if d == reading.document.id}
        )
        self._report(reading, source, outlet_ref, [*incidents, *told] or [outlet_ref], report)

    def _report(
        self, reading: Reading, source: Source, outlet_ref: str, refs: list[str], report: str
    ) -> None:
        document, published = reading.document, reading.document.published
        link = {"source_name": document.outlet or "source", "url": document.url} if document.url else None
        self._make(
            "report",
            document.id,
            source.handling,
            name=document.title or f"Report of {document.outlet or 'an unnamed source'}",
            published=stamp(published) if published else None,
            lang=document.language or None,
            object_refs=refs,
            external_references=[link] if link else None,
            extensions=extension(
                "report",
                document=encode.document(document),
                outlet_ref=outlet_ref,
                origin_ref=self._id("report", source.origin),
                described=source.described,
                reliability=source.reliability,
                text_sha256=sha256(document.text.encode()).hexdigest() if document.text else None,
                quotes=[WRITE.quote(q) for q in reading.quotes],
                relations=[WRITE.relation(r) for r in reading.relations],
            ),
        )

    def _told(
        self, reading: Reading, number: int, of: dict[tuple[str, str], str], source: Source, outlet_ref: str
    ) -> str:
        """The note of what one report says of one happening."""
        event = reading.events[number]
        incident = of.get((reading.document.id, event.id))
        about = [self._id("incident", incident)] if incident else [outlet_ref]
        for actor in (*event.actors, *event.recipients):
            self._put(party(actor))
        speakers = [self._put(party(said.speaker)) for said in event.says]
        digit = source.credibility.get(event.id)
        return self._make(
            "note",
            f"{reading.document.id} {event.id}",
            source.handling,
            abstract=f"A claim of {reading.document.outlet or 'an unnamed source'}",
            content=claimed(event),
            confidence=CONFIDENCE.get(digit or ""),
            object_refs=[*about, *(s for s in dict.fromkeys(speakers) if s not in about)],
            extensions=extension(
                "claim",
                number=number,
                event=WRITE.event(event),
                report_ref=self._id("report", reading.document.id),
                claimant_refs=speakers or [outlet_ref],
                credibility=digit,
            ),
        )

    def _blamed(self, reading: Reading, of: dict[tuple[str, str], str], source: Source) -> Iterator[str]:
        """A note for each claimant; no attributed-to edge, which simple clients show as a fact."""
        for number, one in enumerate(reading.responsibility, 1):
            claimant, accused = self._put(party(one.speaker)), self._put(party(one.accused))
            yield self._responsibility(reading, number, one, (claimant, accused), of, source)

    def _responsibility(
        self,
        reading: Reading,
        number: int,
        one: Responsibility,
        refs: tuple[str, str],
        of: dict[tuple[str, str], str],
        source: Source,
    ) -> str:
        keys = (of.get((reading.document.id, event)) for event in one.events)
        about = list(dict.fromkeys(self._id("incident", key) for key in keys if key))
        return self._make(
            "note",
            f"{reading.document.id} responsibility {number}",
            source.handling,
            abstract="Who is held responsible",
            content=f"{one.speaker.name} {one.stance.value} {one.accused.name}",
            object_refs=list(dict.fromkeys((*about, *refs))),
            extensions=extension(
                "responsibility",
                number=number,
                responsibility=WRITE.responsibility(one),
                report_ref=self._id("report", reading.document.id),
                claimant_ref=refs[0],
                accused_ref=refs[1],
                stance=one.stance.value,
            ),
        )

    def _tally(
        self, reading: Reading, number: int, check: TallyCheck | None, source: Source, outlet_ref: str
    ) -> str:
        """A claimed total: a sighting of the series that it counts, in sum."""
        tally = reading.tallies[number]
        key, words = f"{reading.document.id} {tally.id}", counted_words(tally)
        series = self._make("campaign", key, source.handling, name=words)
        return self._make(
            "sighting",
            key,
            source.handling,
            description=f"{reading.document.outlet or 'An unnamed source'} counts {words}",
            sighting_of_ref=series,
            count=tally.number.low if tally.number.low <= LARGEST_COUNT else None,
            first_seen=_day(tally.when, first=True),
            last_seen=_day(tally.when, first=False),
            summary=True,
            where_sighted_refs=[outlet_ref],
            extensions=extension(
                "tally",
                number=number,
                tally=WRITE.tally(tally),
                report_ref=self._id("report", reading.document.id),
                check=check_to_dict(check) if check else None,
            ),
        )

    def _make(self, kind: str, key: str, handling: Handling | None, **values: Any) -> str:
        said = {name: value for name, value in values.items() if value is not None}
        item = {
            "type": kind,
            "spec_version": "2.1",
            "id": self._id(kind, key),
            "created_by_ref": self.creator,
        }
        marked = {}
        if handling is not None:
            self._put(*marking_objects(handling))
            marked = {"object_marking_refs": marking_refs(handling)}
        return self._put({**item, **marked, **said})

    def _id(self, kind: str, key: str) -> str:
        return f"{kind}--{self.ids.uuid(kind, key)}"

    def _put(self, *items: Object) -> str:
        for item in items:
            self.objects[item["id"]] = item
        return str(items[-1]["id"])


def _day(when: Interval | None, first: bool) -> str | None:
    if when is None:
        return None
    day, at = (when.start, time.min) if first else (when.end, time(23, 59, 59))
    return stamp(datetime.combine(day, at, UTC))

"""What a partner may see of each document and judgement in, a record of its own out.

`_visible` is the only place that looks at markings. All that follows sees what is left: it is linked, counted and compared
anew, as a record that holds nothing else would be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dateline.analyse.tallies import check_all
from dateline.intake.duplicates import DuplicateIndex, Signature
from dateline.model.incident import Incident, Report, ReportedEvent, TallyCheck
from dateline.model.judgement import Judgement
from dateline.model.marking import Handling, Marked, Marking
from dateline.model.partner import Partner
from dateline.model.reading import Reading
from dateline.record.identity import with_stable_ids
from dateline.resolve import constraints, judged, link
from dateline.share.release.decisions import Seen, decisions
from dateline.share.release.ids import Ids
from dateline.share.release.material import RETOLD, Material, Origin
from dateline.share.release.redact import redacted
from dateline.share.release.rules import Admits, DocumentRule, document_rule


@dataclass(frozen=True, slots=True)
class Source:
    """How a released document is to be handled; a `described` source is words in place of an outlet.

    `reliability` is the Admiralty letter, `credibility` the digit of each claim. `origin` is the released document whose
    text it repeats, or its own id.
    """

    handling: Handling
    origin: str
    described: bool = False
    reliability: str | None = None
    credibility: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReleasedView:
    """A record as one partner may see it; readings are sorted by their documents' ids, incidents by time and id.

    `duplicates` pairs incidents with the partner's own that they are, by the partner's ids.
    """

    partner: str
    readings: tuple[Reading, ...]
    sources: Mapping[str, Source]
    incidents: tuple[Incident, ...]
    judgements: tuple[Judgement, ...]
    checks: tuple[TallyCheck, ...]
    duplicates: tuple[tuple[str, str], ...] = ()

    def memberships(self) -> dict[tuple[str, str], str]:
        """The incident of each report."""
        return {(r.document, r.event): i.id for i in self.incidents for r in i.reports}

    def handling(self, incident: Incident) -> Handling:
        """The strictest handling of the incident's reports."""
        found = [self.sources[r.document].handling for r in incident.reports]
        strictest = found[0]
        for one in found[1:]:
            strictest = strictest.with_(one)
        return strictest


@dataclass(frozen=True, slots=True)
class _Visible:
    """One document that may be seen, with what is needed of the original: its text's signature and its claims' ids.

    `repeats` is the released id of the document that it is known to repeat, where its text can't tell.
    """

    reading: Reading
    rule: DocumentRule
    signature: Signature | None
    reports: Mapping[Report, Seen]
    repeats: str | None = None


def release_view(
    material: Material, partner: Partner, today: date, before: Mapping[tuple[str, str], str]
) -> ReleasedView:
    """The record as a partner may see it today; `before` are the incidents of reports in the last release to it."""
    ids = Ids(material.secret, partner.id)

    def admits(marking: Marking) -> bool:
        return marking.admits(partner.id, partner.clearance, today)

    seen = sorted(_visible(material, partner, today, admits, ids), key=_by_publication)
    reports = {own: there for one in seen for own, there in one.reports.items()}
    held = decisions(material.judgements, material.by_judgement(), admits, reports)
    view = derived(partner.id, seen, held, before)
    return replace(view, duplicates=_duplicates(view, _given_by(material, partner), material.received))


def derived(
    partner: str, seen: Sequence[_Visible], held: Sequence[Judgement], before: Mapping[tuple[str, str], str]
) -> ReleasedView:
    """All that follows from what is seen."""
    origins = _origins(seen)
    told = [
        ReportedEvent(one.reading.document, event, origins[one.reading.document.id])
        for one in seen
        for event in one.reading.events
    ]
    incidents = with_stable_ids(judged(link(told, constraints(held)), held), before)
    readings = tuple(sorted((one.reading for one in seen), key=lambda r: r.document.id))
    return ReleasedView(
        partner,
        readings,
        {one.reading.document.id: _source(one, origins) for one in seen},
        incidents,
        tuple(held),
        check_all(readings, incidents),
    )


def _given_by(material: Material, partner: Partner) -> list[Reading]:
    """What came from the partner itself and still counts."""
    gone = material.retracted()
    return [
        reading
        for reading in material.readings
        if (origin := material.received.get(reading.document.id)) is not None
        and origin.partner == partner.id
        and reading.document.id not in gone
    ]


def _duplicates(
    view: ReleasedView, given: Sequence[Reading], received: Mapping[str, Origin]
) -> tuple[tuple[str, str], ...]:
    """Which of the partner's incidents are told of by what it sees: linked from that and what it gave, and nothing else."""
    if not given or not view.incidents:
        return ()
    told = [
        ReportedEvent(reading.document, event, view.sources[reading.document.id].origin)
        for reading in view.readings
        for event in reading.events
    ]
    told += [ReportedEvent(r.document, event, r.document.id) for r in given for event in r.events]
    own, found = view.memberships(), set[tuple[str, str]]()
    for together in judged(link(told, constraints(view.judgements)), view.judgements):
        ours = {own[r.document, r.event] for r in together.reports if (r.document, r.event) in own}
        theirs = (
            received[r.document].incidents.get(r.event) for r in together.reports if r.document in received
        )
        found |= {(incident, other) for other in theirs if other for incident in ours}
    return tuple(sorted(found))


def _visible(
    material: Material, partner: Partner, today: date, admits: Admits, ids: Ids
) -> Iterator[_Visible]:
    """The documents that are let through: marked, passed on by their originators, and not retracted."""
    marked = material.by_document()
    gone = material.retracted()
    for reading in material.readings:
        key = reading.document.id
        if key in gone or material.kept_back(key, partner, today) is not None:
            continue
        rule = _rule(reading, marked.get(key, ()), admits)
        if rule is not None:
            origin = material.received.get(key)
            yield _one(reading, rule, ids, origin.repeats if origin else None)


def _rule(reading: Reading, marked: Sequence[Marked], admits: Admits) -> DocumentRule | None:
    return document_rule(reading, marked, admits) if marked else None


def _one(reading: Reading, rule: DocumentRule, ids: Ids, repeats: str | None) -> _Visible:
    cut = redacted(reading, rule, ids)
    own = [e for e in reading.events if e.id in rule.claims]
    reports = {
        Report(reading.document.id, event.id): Seen(Report(cut.document.id, made.id), rule.claims[event.id])
        for event, made in zip(own, cut.events, strict=True)
    }
    text = "" if reading.reader == RETOLD else reading.document.text
    copied = ids.of("document", repeats) if repeats and not text else None
    return _Visible(cut, rule, Signature.of(text) if text else None, reports, copied)


def _by_publication(one: _Visible) -> tuple[str, str]:
    published = one.reading.document.published
    return published.isoformat() if published else "", one.reading.document.id


def _origins(seen: Sequence[_Visible]) -> dict[str, str]:
    """The first of the documents that are seen whose text each repeats, or itself.

    That two reports repeat one text is told even where the text isn't: else a partner would count one witness twice.
    """
    index, origins = DuplicateIndex(), dict[str, str]()
    for one in seen:
        key = one.reading.document.id
        copy = index.add_signature(key, one.signature) if one.signature else None
        origins[key] = origins[copy.earlier] if copy else key
    known = {one.reading.document.id: origins[one.repeats] for one in seen if one.repeats in origins}
    return origins | known


def _source(one: _Visible, origins: Mapping[str, str]) -> Source:
    rule, document = one.rule, one.reading.document
    made = {there.report.event: there.rule.credibility for there in one.reports.values()}
    return Source(
        rule.handling,
        origins[document.id],
        rule.source is not None,
        rule.reliability,
        {key: digit for key, digit in made.items() if digit},
    )

"""The whole record as a view, for one's own use: its own ids, incidents as they stand, no marking applied.

Private persons are masked, and with them the texts that name them, unless names are asked for. What bears no marking is
labelled RED and not to be passed on: a file that leaves the house should say so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.analyse.tallies import check_all
from dateline.model.claim_anchor import claim_anchors
from dateline.model.incident import Incident
from dateline.model.marking import Handling, Marked, Tlp, Words
from dateline.model.reading import Argument, Reading
from dateline.record.view import View
from dateline.resolve.judged import retracted
from dateline.share.private_persons import HOME, MASK, private, shown_place
from dateline.share.release.compute import ReleasedView, Source
from dateline.share.release.redact import redacted
from dateline.share.release.rules import ClaimRule, DocumentRule

UNMARKED = Handling(Tlp.RED, False)
OURSELVES = ""
"""The partner whose ids are our own."""

_ALL = ClaimRule(frozenset(), None, None, None)


@dataclass(frozen=True, slots=True)
class _OwnIds:
    """Ids as they are."""

    def of(self, kind: str, *parts: str) -> str:
        return parts[-1]


def whole_view(view: View, names: bool = False) -> ReleasedView:
    """The record as it stands, retracted documents left out."""
    withdrawn = retracted(view.judged())
    readings = [r for r in view.readings() if r.document.id not in withdrawn]
    marked = _newest(view.exchange().markings())
    earlier = {told.document.id: told.origin for told in view.reported_events()}
    incidents = tuple(view.incidents())
    return ReleasedView(
        OURSELVES,
        tuple(readings if names else map(_masked, readings)),
        {r.document.id: _source(r, marked, earlier) for r in readings},
        incidents if names else tuple(map(masked_incident, incidents)),
        view.judged(),
        check_all(readings, incidents),
    )


def masked_incident(incident: Incident) -> Incident:
    """The incident with private persons masked."""
    places = frozenset(p.name.casefold() for p in incident.places)

    def hide(parties: Sequence[Argument]) -> tuple[Argument, ...]:
        return tuple(_party(a) if private(a, places) else a for a in parties)

    return replace(
        incident,
        actors=hide(incident.actors),
        recipients=hide(incident.recipients),
        weapons=hide(incident.weapons),
        places=tuple(
            p if shown_place(p, names=False) != HOME else replace(p, argument=replace(p.argument, name=HOME))
            for p in incident.places
        ),
    )


def _party(argument: Argument) -> Argument:
    return Argument(replace(argument.mention, text=""), MASK)


def _masked(reading: Reading) -> Reading:
    rule = DocumentRule(
        {anchor.id: _ALL for anchor in claim_anchors(reading)}, Words.REFERENCE, None, None, UNMARKED, None
    )
    return redacted(reading, rule, _OwnIds())


def _newest(markings: tuple[Marked, ...]) -> dict[str, Marked]:
    about = (m for m in markings if m.target.claim is None and m.target.field is None)
    return {m.target.document: m for m in about if m.target.document is not None}


def _source(reading: Reading, marked: Mapping[str, Marked], origins: Mapping[str, str]) -> Source:
    found = marked.get(reading.document.id)
    handling = Handling.of([found.marking]) if found and found.marking.tlp else UNMARKED
    letter = found.marking.reliability if found else None
    return Source(handling, origins.get(reading.document.id, reading.document.id), False, letter)

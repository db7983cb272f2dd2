"""People's judgements -> those that a partner may see, about the reports that it sees.

A judgement goes along where it is marked itself. Its author is not named, its number is its place among those that are
seen, its reason goes along only with the marking's words. A value that it decides is no finer than the reports' own rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.model import decode, encode
from dateline.model.decode import each, maybe
from dateline.model.incident import Report
from dateline.model.judgement import Action, Anchor, Decision, Judgement
from dateline.model.marking import Marked, Words
from dateline.share.private_persons import MASK, private
from dateline.share.release.coarsen import coarse_interval, coarse_places
from dateline.share.release.rules import Admits, ClaimRule

AUTHOR = "the releasing organisation"
_PARTIES = frozenset({"actors", "recipients", "weapons"})
_WRITE, _READ = encode.Encoder(detached=True), decode.Decoder(None)


@dataclass(frozen=True, slots=True)
class Seen:
    """A report that the partner sees: under which ids, and by which rule."""

    report: Report
    rule: ClaimRule


def decisions(
    judgements: Sequence[Judgement],
    markings: Mapping[int, Marked],
    admits: Admits,
    seen: Mapping[Report, Seen],
) -> tuple[Judgement, ...]:
    """The judgements that are seen, oldest first, numbered from 1."""
    found: list[Judgement] = []
    for judgement in judgements:
        marked = markings.get(judgement.number)
        if marked is None or not admits(marked.marking) or judgement.action is Action.RETRACT:
            continue
        decision = _decision(judgement.decision, marked, seen)
        if decision is not None:
            found.append(replace(judgement, number=len(found) + 1, author=AUTHOR, decision=decision))
    return tuple(found)


def _decision(own: Decision, marked: Marked, seen: Mapping[Report, Seen]) -> Decision | None:
    about = [seen[a.report] for a in own.reports if a.report in seen]
    apart = [seen[a.report] for a in own.apart if a.report in seen]
    rules = [s.rule for s in (*about, *apart)]
    if not about or (own.action is Action.SPLIT and not apart):
        return None
    if own.field is not None and any(own.field in rule.hidden for rule in rules):
        return None
    return Decision(
        own.action,
        "",
        own.reason if marked.marking.words is Words.TEXT else "",
        tuple(_anchor(s) for s in about),
        tuple(_anchor(s) for s in apart),
        own.field,
        _value(own.field, own.value, marked, rules),
    )


def _anchor(seen: Seen) -> Anchor:
    return Anchor(seen.report.document, seen.report.event, 0, 0)


def _value(field: str | None, value: Any, marked: Marked, rules: Sequence[ClaimRule]) -> Any:
    if value is None or field is None:
        return value
    if field == "places":
        for finest in (marked.marking.place, *(r.place for r in rules)):
            value = _WRITE.places(coarse_places(each(_READ.place, value), finest))
        return [_bare(place) for place in value]
    if field == "when":
        for limit in (marked.marking.time, *(r.time for r in rules)):
            value = encode.interval(coarse_interval(maybe(decode.interval, value), limit))
        return {**value, "span": None} if value else None
    return [_masked(party) for party in value] if field in _PARTIES else value


def _bare(argument: dict[str, Any]) -> dict[str, Any]:
    return {**argument, "start": 0, "end": 0, "mention": ""}


def _masked(party: dict[str, Any]) -> dict[str, Any]:
    bare = _bare(party)
    return {**bare, "text": MASK, "ref": None} if private(_READ.argument(party)) else bare

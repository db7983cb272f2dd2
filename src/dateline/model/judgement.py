"""A person's decision about the record: who decided what, when and why.

A judgement is anchored to characters of documents, which never change: incidents come and go with linking, and
a later reading may number its events anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from dateline.model.incident import Report
from dateline.model.reading import Event


class Action(StrEnum):
    """What a person may decide."""

    CONFIRM = "confirm"
    MERGE = "merge"
    SPLIT = "split"
    CORRECT = "correct"
    DISPUTE = "dispute"
    RETRACT = "retract"
    UNDO = "undo"


FIELDS = ("mode", "when", "places", "actors", "recipients", "weapons", "killed", "injured", "certainty")
"""The fields of an incident that a person may confirm, correct or dispute, by their names in JSON."""


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """An event of a document as the person saw it; `start` and `end` (exclusive) are its trigger's characters."""

    document: str
    event: str
    start: int
    end: int

    @property
    def report(self) -> Report:
        """The event by its id."""
        return Report(self.document, self.event)


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided, before the record knows when and by whom.

    `item` is what the person named: an incident, a document, or the number of a judgement. `reports` belong
    together, or are what a value is about; a split keeps each of them away from each of `apart`. `value` is a
    field's value as JSON, `undoes` the judgement that no longer holds.
    """

    action: Action
    item: str
    reason: str = ""
    reports: tuple[Anchor, ...] = ()
    apart: tuple[Anchor, ...] = ()
    field: str | None = None
    value: Any = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision on record."""

    number: int
    at: datetime
    author: str
    decision: Decision

    @property
    def action(self) -> Action:
        """What was decided."""
        return self.decision.action


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold, oldest first: those that no judgement that holds has undone, without the undoings."""
    undone: set[int] = set()
    held = []
    for judgement in sorted(judgements, key=lambda j: -j.number):
        if judgement.number in undone:
            continue
        if judgement.decision.undoes is not None:
            undone.add(judgement.decision.undoes)
        else:
            held.append(judgement)
    return tuple(reversed(held))


def anchor(document: str, event: Event) -> Anchor:
    """The event's place in its document."""
    return Anchor(document, event.id, event.trigger.start, event.trigger.end)


def found_again(judgement: Judgement, events: Mapping[str, Sequence[Event]]) -> Judgement:
    """The judgement with its anchors on the events that a document's newest reading has there; the lost are left out.

    `events` are those of each document by its id.
    """
    decision = judgement.decision
    reports, apart = _again(decision.reports, events), _again(decision.apart, events)
    return replace(judgement, decision=replace(decision, reports=reports, apart=apart))


def _again(anchors: Sequence[Anchor], events: Mapping[str, Sequence[Event]]) -> tuple[Anchor, ...]:
    found = (_one_again(a, events.get(a.document, ())) for a in anchors)
    return tuple(dict.fromkeys(a for a in found if a is not None))


def _one_again(sought: Anchor, events: Sequence[Event]) -> Anchor | None:
    """The event that has a mention there; of several the one with the same trigger, then with the same id."""
    there = [e for e in events if any(m.start < sought.end and sought.start < m.end for m in _mentions(e))]
    if not there:
        return None
    best = max(there, key=lambda e: (e.trigger.start == sought.start, e.id == sought.event))
    return replace(sought, event=best.id)


def _mentions(event: Event) -> tuple[Any, ...]:
    return (event.trigger, *event.mentions)

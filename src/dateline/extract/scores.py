"""How likely it is that an event is one that a careful coder would record: a small logistic model over plain features.

In: an event as read and the length of its document. Out: a share from 0 to 1. The weights (`weights/scores.json`) are
fitted by `training/scores.py` on this project's own annotated articles; docs/quality.md says how well they hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import exp, log1p

from dateline.model.reading import Event
from dateline.model.vocabulary import EventType

LEAD = 0.15
"""The share of a text that counts as its beginning."""


def score(event: Event, length: int) -> float:
    """The share, rounded to two places; `length` is the document's in code points."""
    return share("scores.json", features(event, length))


def share(file: str, told: Iterable[tuple[str, float]]) -> float:
    """What a file of weights makes of features, from 0 to 1, rounded to two places."""
    table = _weights(file)
    total = sum(table.get(name, 0.0) * value for name, value in told)
    return round(1 / (1 + exp(-total)), 2)


@cache
def _weights(file: str) -> Mapping[str, float]:
    table = files("dateline.extract") / "weights" / file
    weights: dict[str, float] = json.loads(table.read_text("utf-8"))
    return weights


def features(event: Event, length: int) -> Iterator[tuple[str, float]]:
    """What speaks for or against an event, as names with values."""
    yield "always", 1.0
    yield f"type {event.type.value}", 1.0
    yield f"certainty {event.certainty.value}", 1.0
    yield f"word {event.rule}", 1.0
    yield "mentions", log1p(len(event.mentions))
    yield "evidence", log1p(len(event.evidence))
    for name, told in (
        ("actor", event.actors),
        ("recipient", event.recipients),
        ("weapon", event.weapons),
        ("place", event.places),
        ("speaker", event.says),
    ):
        yield name, float(bool(told))
    yield "own time", float(event.when is not None and event.when.span is not None)
    yield "lead", float(event.trigger.start < LEAD * length)
    if event.type is EventType.ASSAULT:
        yield "toll", float(event.killed is not None or event.injured is not None)
        yield "mode", float(event.mode is not None)

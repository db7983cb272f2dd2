"""Fit the weights of `dateline.annotate.toponym_resolution` to LGL and TR-News, and cross-validate them.

    python -m bench.toponym_weights [--data DIR] [--folds 4]

A conditional logit over the senses of each gold name: the features are taken at the current beliefs, the weights fitted by
gradient ascent, and both repeated until they agree. TR-News counts three times, for it is smaller and nearer to the
news that Dateline reads. Two weights are then set by hand, for reasons given in the module: a capital, and a province
whose town bears its name.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bench.times import NoTags
from bench.toponyms import CORPORA, NEAR, document, records

from dateline.annotate.pipeline import annotate_syntax
from dateline.annotate.toponym_resolution import (
    FEATURES,
    WEIGHTS,
    Array,
    _names,
    _senses,
    believe,
    features,
    resolve,
)
from dateline.annotate.toponym_surroundings import Surroundings
from dateline.annotate.toponyms import Toponym, look_up
from dateline.knowledge.gazetteer import Gazetteer, distance

ROUNDS = 6
STEPS = 250
RATE = 0.05
RIDGE = 0.1
TIMES = {"lgl": 1.0, "trnews": 3.0}


@dataclass(frozen=True)
class Article:
    """The gold names of one article and where they are; `times` is how often it counts."""

    toponyms: tuple[Toponym, ...]
    points: tuple[tuple[float, float] | None, ...]
    times: float


def main() -> None:
    """Print the fitted weights and the accuracy of cross-validation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("DATELINE_DATA", "../shared/data")))
    parser.add_argument("--folds", type=int, default=4)
    options = parser.parse_args()
    gazetteer = Gazetteer.open()
    corpora = {name: articles(options.data, name, gazetteer) for name in CORPORA}
    everything = [article for corpus in corpora.values() for article in corpus]
    for name, weight in zip(FEATURES, fit(everything), strict=True):
        print(f"{weight:7.2f}  {name}")
    for name, corpus in corpora.items():
        right = []
        for fold in range(options.folds):
            out = {id(article) for article in corpus[fold :: options.folds]}
            weights = fit([article for article in everything if id(article) not in out])
            right += judge(corpus[fold :: options.folds], weights)
        print(f"{name}: {options.folds}-fold accuracy within 161 km {np.mean(right):.3f}")


def articles(data: Path, corpus: str, gazetteer: Gazetteer) -> list[Article]:
    """The gold names of a corpus as toponyms."""
    found = []
    for record in records(data / "geo" / f"{corpus}.jsonl"):
        around = Surroundings(annotate_syntax(document(record), NoTags()), gazetteer)
        toponyms, points = [], []
        for gold in record["toponyms"]:
            covered = [t.index for t in around.tokens if t.start < gold["end"] and gold["start"] < t.end]
            if not covered:
                continue
            looked = look_up(gold["text"].split(), gazetteer)
            holders = around.holders(covered[-1])
            toponyms.append(
                Toponym(
                    covered[0], covered[-1], looked.name, looked.unit, looked.senses, holders, looked.whole
                )
            )
            points.append(None if gold["lat"] is None else (gold["lat"], gold["lon"]))
        found.append(Article(tuple(toponyms), tuple(points), TIMES[corpus]))
    return found


def fit(corpus: Sequence[Article]) -> Array:
    """The weights that make the gold senses likeliest."""
    weights = WEIGHTS.copy()
    for number in range(ROUNDS):
        climbed = _climb(weights, [case for article in corpus for case in _cases(article, weights)])
        weights = climbed if number == 0 else (weights + climbed) / 2
    return weights


def _cases(article: Article, weights: Array) -> list[tuple[Array, Array, float]]:
    """For each name with right and wrong senses: features, which are right, and how much it counts."""
    names = _names(article.toponyms)
    senses = _senses(names)
    if not senses.places:
        return []
    table = features(senses, believe(senses, weights))
    cases = []
    for number, key in enumerate(names):
        own = np.flatnonzero(senses.name == number)
        gold = [p for t, p in zip(article.toponyms, article.points, strict=True) if p and t.key == key]
        right = np.array(
            [_is_near(senses.places[i].lat, senses.places[i].lon, gold) for i in own], dtype=float
        )
        if gold and 0 < right.sum() < len(own):
            cases.append((table[own], right, article.times * len(gold) ** 0.5))
    return cases


def _is_near(lat: float, lon: float, gold: list[tuple[float, float]]) -> bool:
    near = [distance(lat, lon, *point) <= NEAR for point in gold]
    return sum(near) * 2 > len(near)


def _climb(start: Array, cases: list[tuple[Array, Array, float]]) -> Array:
    """Adam on the log-likelihood with a ridge."""
    weights, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, STEPS):
        slope = 2 * RIDGE * weights
        for table, right, times in cases:
            raised = np.exp(table @ weights - (table @ weights).max())
            slope -= times * table.T @ (raised * right / (raised @ right) - raised / raised.sum())
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
    return weights


def judge(corpus: Sequence[Article], weights: Array) -> list[bool]:
    """Whether each gold name with coordinates is placed right."""
    right = []
    for article in corpus:
        for place, point in zip(resolve(article.toponyms, weights), article.points, strict=True):
            if point:
                right.append(place is not None and distance(place.lat, place.lon, *point) <= NEAR)
    return right


if __name__ == "__main__":
    main()

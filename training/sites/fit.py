"""Fit the weights that tell which places are an event's: `python -m training.sites.fit [--data DIR] [--out FILE]`.

In: the rows of event_location that one annotator marked (the adjudicated rows, and rows with the same sentence, are
left out: they measure; so is `Masdar_RA`, whose annotator left nearly all of them empty). Out: `weights/sites.json`, a table of feature and weight. Logistic
regression with an L2 penalty by full-batch gradient descent on numpy: the same table on every machine. Features seen
in fewer than `FEWEST` pairs are dropped. The penalty was chosen by F1 over five folds (`--folds`).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from training.sites.view import features, near

from dateline.annotate.pipeline import Tools, annotate
from dateline.model.document import Document

SPARSE = frozenset({"Masdar_RA"})
"""6 of 48 places right under the verb ("killed in Homs") are marked there; 79 % elsewhere."""
FEWEST = 6
PENALTY = 1.0
STEPS = 250
Pair = tuple[list[str], bool, str]


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows to train on, each sentence and verb once."""
    with path.open(encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines]
    held = {r["text"].strip() for r in read if r["adjudicated_gold"]}
    kept = {
        (r["text"], r["verbs"][0]["start"]): r
        for r in read
        if r["verbs"] and r["text"].strip() not in held and r["source"] not in SPARSE
    }
    return list(kept.values())


def pairs(row: dict[str, Any], tools: Tools) -> Iterator[Pair]:
    """Features and label of each place of the verb's sentence."""
    annotated = annotate(Document(str(row["id"]), row["text"]), tools).annotated
    verb = row["verbs"][0]
    token = next((t for t in annotated.tokens if t.start < verb["end"] and verb["start"] < t.end), None)
    for place in near(annotated, token.index) if token else ():
        span = annotated.span(place.first, place.last)
        gold = any(span.start < g["end"] and g["start"] < span.end for g in row["locations"])
        yield list(dict.fromkeys(features(annotated, token.index, place))), gold, row["text"]


def fit(data: Sequence[Pair], penalty: float = PENALTY) -> dict[str, float]:
    """The weights by feature."""
    seen = Counter(f for names, _, _ in data for f in names)
    names = sorted(f for f, n in seen.items() if n >= FEWEST)
    index = {f: i for i, f in enumerate(names)}
    table = np.zeros((len(data), len(names)))
    for row, (found, _, _) in enumerate(data):
        table[row, [index[f] for f in found if f in index]] = 1
    wanted = np.array([gold for _, gold, _ in data], dtype=float)
    weights = np.zeros(len(names))
    momentum = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - wanted) / len(data) + penalty / len(data) * weights
        momentum = 0.9 * momentum + slope
        weights -= 0.2 * momentum
    return {f: round(float(weights[i]), 3) for f, i in index.items() if abs(weights[i]) >= 0.005}


def f1(data: Sequence[Pair], weights: dict[str, float]) -> float:
    """F1 of the pairs above even chance."""
    found = [sum(weights.get(f, 0.0) for f in names) > 0 for names, _, _ in data]
    both = sum(a and b for a, (_, b, _) in zip(found, data, strict=True))
    return 2 * both / max(1, sum(found) + sum(b for _, b, _ in data))


def folds(data: Sequence[Pair]) -> None:
    """Print F1 over five folds of sentences for some penalties."""
    for penalty in (0.3, 1.0, 3.0, 10.0):
        parts = []
        for k in range(5):
            held = [d for d in data if sum(d[2].encode()) % 5 == k]
            parts.append(f1(held, fit([d for d in data if sum(d[2].encode()) % 5 != k], penalty)))
        print(f"penalty {penalty:5}  F1 {sum(parts) / 5:.3f}")


def main() -> None:
    """Fit and write."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--out", type=Path, default=Path(__file__).parent / "weights/sites.json")
    ask.add_argument("--folds", action="store_true")
    asked = ask.parse_args()
    tools = Tools.open(threads=2)
    read = rows(asked.data / "event_location" / "event_location_open.jsonl")
    data = [pair for row in read for pair in pairs(row, tools)]
    print(f"{len(read)} rows, {len(data)} places, {sum(g for _, g, _ in data)} of them the event's")
    if asked.folds:
        return folds(data)
    weights = fit(data)
    asked.out.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights to {asked.out}; F1 on the rows of the fit {f1(data, weights):.3f}")
    return None


if __name__ == "__main__":
    main()

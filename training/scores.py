"""Fit the scores of events: `python -m training.scores [--gold DIR ...]`.

In: annotated articles of our own (tests/quality) and the reader. An event counts as right where it overlaps an anchor of
its type, as the outside scorer has it; those that match optional gold are left out. Out: extract/weights/scores.json.
Prints the squared error and the log loss of whole articles left out in turn, beside those of a constant, and a table of
scores against shares of right events. Nothing but our own articles goes in.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, log_loss
from sklearn.model_selection import GroupKFold

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from dateline.extract.scores import features
from dateline.model.decode import document as decode_document
from dateline.model.reading import Event

SHIPPED = Path(__file__).parents[1] / "src/dateline/extract/weights/scores.json"
OWN = Path(__file__).parents[1] / "tests/quality"
STRENGTH = 0.3
"""Inverse strength of the penalty: few rows, so a strong one."""


def rows(folder: Path, tools: Tools) -> list[tuple[str, dict[str, float], int]]:
    """Each event read as (article, features, 1 where it is right); those that match optional gold are left out."""
    found = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        given = {key: gold[key] for key in ("id", "title", "outlet", "published", "text")}
        document = decode_document({**given, "relays": [], "url": None, "language": "en"})
        free = list(read_document(document, tools).events)
        for wanted in sorted(gold["events"], key=lambda e: bool(e.get("optional"))):
            match = _match(wanted, free, gold["text"])
            if match is not None:
                free.remove(match)
                if not wanted.get("optional"):
                    found.append((gold["id"], dict(features(match, len(gold["text"]))), 1))
        found += [(gold["id"], dict(features(e, len(gold["text"]))), 0) for e in free]
    return found


def _match(wanted: dict[str, object], free: Sequence[Event], text: str) -> Event | None:
    anchor = str(wanted["anchor"])
    start = text.find(anchor)
    near = [e for e in free if any(m.start < start + len(anchor) and start < m.end for m in e.mentions)]
    same = next((e for e in near if e.type.value == wanted["type"]), None)
    return same or (near[0] if near and wanted.get("optional") else None)


def held_out(x: np.ndarray, y: np.ndarray, groups: Sequence[str]) -> np.ndarray:
    """The score of each event by a model that has not seen its article."""
    scores = np.zeros(len(y))
    for train, test in GroupKFold(10).split(x, y, groups):
        scores[test] = (
            LogisticRegression(C=STRENGTH, max_iter=2000).fit(x[train], y[train]).predict_proba(x[test])[:, 1]
        )
    return scores


def main() -> None:
    """Fit, print what holds, write the weights."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--gold", type=Path, nargs="+", default=[OWN / "gold", OWN / "second"])
    ask.add_argument("--into", type=Path, default=SHIPPED)
    asked = ask.parse_args()
    tools = Tools.open()
    found = [row for folder in asked.gold for row in rows(folder, tools)]
    vectorizer = DictVectorizer(sparse=False)
    x, y = vectorizer.fit_transform([f for _, f, _ in found]), np.array([right for _, _, right in found])
    groups = [article for article, _, _ in found]
    scores = held_out(x, y, groups)
    constant = np.full(len(y), y.mean())
    print(f"{len(y)} events of {len(set(groups))} articles, {y.mean():.3f} right")
    print(f"squared error {brier_score_loss(y, scores):.3f}, constant {brier_score_loss(y, constant):.3f}")
    print(f"log loss {log_loss(y, scores):.3f}, constant {log_loss(y, constant):.3f}")
    for low in np.arange(0, 1, 0.2):
        inside = (scores >= low) & (scores < low + 0.2)
        if inside.any():
            print(
                f"{low:.1f}-{low + 0.2:.1f}: {inside.sum():4d} events, mean score {scores[inside].mean():.2f}, right {y[inside].mean():.2f}"
            )
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(x, y)
    weights = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0].round(3).tolist(), strict=True))
    weights["always"] = round(weights.get("always", 0.0) + float(model.intercept_[0]), 3)
    asked.into.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()

"""Fit the scores of events: `python -m training.scores [--gold DIR ...]`.

In: annotated articles of our own (tests/quality) and the reader. An event counts as right where it overlaps an anchor of
its type, as the outside scorer has it; those that match optional gold are left out. Out: extract/weights/scores.json.
Prints the squared error and the log loss of whole articles left out in turn, beside those of a constant, and a table of
scores against shares of right events. Nothing but our own articles goes in.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, log_loss
from sklearn.model_selection import GroupKFold

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from dateline.extract.scores import features
from dateline.model.decode import document as decode_document
from dateline.model.reading import Event, Reading

SHIPPED = Path(__file__).parents[1] / "src/dateline/extract/weights/scores.json"
OWN = Path(__file__).parents[1] / "tests/quality"
SETS = [OWN / "gold", OWN / "second", OWN / "third"]
UNSEEN = ("f13", "f14", "g08", "g09", "g10")
"""Articles that nobody has looked at: kept out of every fit."""
STRENGTH = 0.3
"""Inverse strength of the penalty: few rows, so a strong one."""
Row = tuple[str, dict[str, float], int]


def looked_at(folder: Path) -> list[Path]:
    """The annotated articles of a folder, without those that nobody has looked at."""
    return [path for path in sorted(folder.glob("*.json")) if not path.stem.startswith(UNSEEN)]


def read_article(path: Path, tools: Tools) -> tuple[dict[str, Any], Reading]:
    """An annotated article, and what the reader finds in it."""
    gold = json.loads(path.read_text("utf-8"))
    given = {key: gold[key] for key in ("id", "title", "outlet", "published", "text")}
    document = decode_document({**given, "relays": [], "url": None, "language": "en"})
    return gold, read_document(document, tools)


def rows(folder: Path, tools: Tools) -> list[Row]:
    """Each event read as (article, features, 1 where it is right); those that match optional gold are left out."""
    found = []
    for path in looked_at(folder):
        gold, reading = read_article(path, tools)
        free = list(reading.events)
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


@dataclass(frozen=True)
class Rows:
    """What is fitted: features, whether right, and the article of each row."""

    x: np.ndarray
    y: np.ndarray
    groups: list[str]
    names: list[str]
    strength: float

    @classmethod
    def of(cls, found: Sequence[Row], strength: float) -> Rows:
        """Rows of (article, features, 1 where right)."""
        vectorizer = DictVectorizer(sparse=False)
        x = vectorizer.fit_transform([told for _, told, _ in found])
        groups = [article for article, _, _ in found]
        return cls(
            x,
            np.array([right for _, _, right in found]),
            groups,
            list(vectorizer.get_feature_names_out()),
            strength,
        )

    def held_out(self, constant: bool = False) -> np.ndarray:
        """The score of each row by a model, or a constant, that has not seen its article."""
        scores = np.zeros(len(self.y))
        for train, test in GroupKFold(10).split(self.x, self.y, self.groups):
            y = self.y[train]
            scores[test] = y.mean() if constant else self._model(train).predict_proba(self.x[test])[:, 1]
        return scores

    def weights(self) -> dict[str, float]:
        """The weights fitted to all rows."""
        model = self._model(np.arange(len(self.y)))
        found = dict(zip(self.names, model.coef_[0].round(3).tolist(), strict=True))
        found["always"] = round(found.get("always", 0.0) + float(model.intercept_[0]), 3)
        return found

    def _model(self, train: np.ndarray) -> LogisticRegression:
        return LogisticRegression(C=self.strength, max_iter=2000).fit(self.x[train], self.y[train])


def report(found: Rows, what: str) -> None:
    """Print how well scores of whole articles left out hold."""
    y, scores, constant = found.y, found.held_out(), found.held_out(constant=True)
    print(f"{len(y)} {what} of {len(set(found.groups))} articles, {y.mean():.3f} right")
    print(f"squared error {brier_score_loss(y, scores):.3f}, constant {brier_score_loss(y, constant):.3f}")
    print(f"log loss {log_loss(y, scores):.3f}, constant {log_loss(y, constant):.3f}")
    for low in np.arange(0, 1, 0.2):
        inside = (scores >= low) & (scores < low + 0.2)
        if inside.any():
            mean, right = scores[inside].mean(), y[inside].mean()
            print(
                f"{low:.1f}-{low + 0.2:.1f}: {inside.sum():4d} {what}, mean score {mean:.2f}, right {right:.2f}"
            )


def write(found: Rows, into: Path) -> None:
    """Keep the weights."""
    into.write_text(json.dumps(found.weights(), indent=1, sort_keys=True) + "\n", "utf-8")


@dataclass(frozen=True)
class Fit:
    """What one command fits: its help, what is scored, the rows of a folder, the penalty, where the weights go."""

    help: str | None
    what: str
    rows: Callable[[Path, Tools], list[Row]]
    strength: float
    shipped: Path

    def run(self) -> None:
        """Fit, print what holds, write the weights, as the command line asks."""
        ask = argparse.ArgumentParser(
            description=self.help, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        ask.add_argument("--gold", type=Path, nargs="+", default=SETS)
        ask.add_argument("--into", type=Path, default=self.shipped)
        asked = ask.parse_args()
        tools = Tools.open()
        found = Rows.of([row for folder in asked.gold for row in self.rows(folder, tools)], self.strength)
        report(found, self.what)
        write(found, asked.into)


if __name__ == "__main__":
    Fit(__doc__, "events", rows, STRENGTH, SHIPPED).run()

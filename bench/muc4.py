"""MUC-4's templates from the role model, and their score by the metric of the GTT paper.

    python -m bench.muc4 predict SPLIT.jsonl OUT.jsonl      templates for ../shared/acceptance/score_muc.py
    python -m bench.muc4 measure [--data ../shared/data]    the development split (or a test split), scored
    python -m bench.muc4 tune    [--data ../shared/data]    choose the thresholds below on the development split

A document gives at most one template for each kind of incident; each string that fills a role is an entity of its own
(scoring asks only that all strings of an entity belong to one). A string's score is that of its likeliest occurrences.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from training.roles.view import RoleModel, RoleView
from training.roles.windows import cut

SCORER = Path("../shared/acceptance/score_muc.py")


@dataclass(frozen=True, slots=True)
class Choice:
    """Least scores: of a string by role, of a kind of incident in a document, and of a string's share in a further kind."""

    roles: Mapping[str, float]
    kind: float = 0.5
    shared: float = 0.5
    gate: float = 0.3


SHIPPED = Choice(
    {"PerpInd": 0.65, "PerpOrg": 0.65, "Target": 0.45, "Victim": 0.75, "Weapon": 0.15},
    kind=0.4,
    shared=0.25,
    gate=0.4,
)
"""Chosen on the development split with the shipped int8 weights (`tune`)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string that may fill a role: its score and its share in each kind of incident."""

    role: str
    text: str
    score: float
    kinds: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Candidates:
    """All candidates of a document and the shares of the kinds of incident that it may tell of."""

    found: tuple[Candidate, ...]
    kinds: tuple[float, ...]


def candidates(model: RoleModel, text: str) -> Candidates:
    """What the model sees in a text (lower case, as the corpus has it)."""
    bounds, sentences = cut(text)
    view = model.read([text[a:b] for a, b in bounds], sentences)
    return Candidates(tuple(_strings(view, text, bounds)), view.kinds)


def _strings(view: RoleView, text: str, bounds: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    groups: dict[tuple[str, str], list[tuple[float, tuple[float, ...]]]] = defaultdict(list)
    for span in view.spans:
        words = " ".join(text[bounds[span.first][0] : bounds[span.last][1]].split())
        groups[span.role, words].append((span.score, span.kinds))
    for (role, words), seen in groups.items():
        best = max(seen)
        missing = 1.0
        for score, _ in seen:
            missing *= 1.0 - score
        yield Candidate(role, words, 0.5 * best[0] + 0.5 * (1.0 - missing), best[1])


def templates(seen: Candidates, kinds: Sequence[str], choice: Choice) -> list[dict[str, Any]]:
    """The templates of a document, one for each kind of incident that it is held to tell of."""
    top = max(seen.kinds)
    if top < choice.gate:
        return []
    told = [k for k, share in enumerate(seen.kinds) if share >= choice.kind or share == top]
    out: list[dict[str, Any]] = [
        {"incident_type": kinds[k], **{role: [] for role in choice.roles}} for k in told
    ]
    for one in sorted(seen.found, key=lambda c: (-c.score, c.text)):
        if one.score < choice.roles[one.role]:
            continue
        shares = [one.kinds[k] * seen.kinds[k] for k in told]
        for place, share in enumerate(shares):
            if share == max(shares) or one.kinds[told[place]] >= choice.shared:
                out[place][one.role].append([one.text])
    return out


def read_split(path: Path) -> list[dict[str, Any]]:
    """The documents of a split, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def predict(split: Path, out: Path, model: RoleModel) -> None:
    """Write the templates of every document."""
    with out.open("w", encoding="utf-8") as file:
        for raw in read_split(split):
            found = templates(candidates(model, raw["gtt_doctext"]), model.kinds, SHIPPED)
            file.write(json.dumps({"docid": raw["docid"], "templates": found}) + "\n")


def scorer(path: Path = SCORER) -> ModuleType:
    """The scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score_muc", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no scorer here; name it with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Scoring:
    """The gold templates of a split and the counts of predictions against them."""

    def __init__(self, documents: Sequence[Mapping[str, Any]], by: ModuleType) -> None:
        self._by = by
        self._gold = [[by.template(t) for t in d["gtt_templates"]] for d in documents]

    def f1(self, found: Sequence[Sequence[Mapping[str, Any]]]) -> dict[str, tuple[float, float, float]]:
        """Precision, recall and F1 in per cent of each slot, of "slots only" and of the "micro average"."""
        by = self._by
        counts = {slot: [0, 0, 0, 0] for slot in by.SLOTS}
        for gold, raw in zip(self._gold, found, strict=True):
            made = [by.template(t) for t in raw]
            matched = by.best_matching(made, gold)
            for slot, c in counts.items():
                c[0] += sum(m[slot][0] for m in matched)
                c[1] += by.size(made, slot)
                c[2] += sum(m[slot][1] for m in matched)
                c[3] += by.size(gold, slot)
        rows = {**counts, "slots only": _sums(counts, by.ROLES), "micro average": _sums(counts, by.SLOTS)}
        return {name: (_share(c[0], c[1]), _share(c[2], c[3]), 100 * by.f1(*c)) for name, c in rows.items()}


def _sums(counts: Mapping[str, Sequence[int]], slots: Sequence[str]) -> list[int]:
    return [sum(counts[slot][place] for slot in slots) for place in range(4)]


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def tuned(
    seen: Sequence[Candidates], kinds: Sequence[str], scoring: Scoring, start: Choice
) -> tuple[Choice, float]:
    """The choice with the highest micro F1, by going round the thresholds until none of them gains."""

    def value(choice: Choice) -> float:
        return scoring.f1([templates(one, kinds, choice) for one in seen])["micro average"][2]

    best, score, grid = start, value(start), [x / 20 for x in range(2, 20)]
    while True:
        before = score
        for name in (*start.roles, "kind", "shared", "gate"):
            for level in grid:
                tried = (
                    replace(best, roles={**best.roles, name: level})
                    if name in best.roles
                    else replace(best, **{name: level})
                )
                found = value(tried)
                if found > score + 1e-9:
                    best, score = tried, found
        if score <= before + 1e-9:
            return best, score


def measure(folder: Path, model: RoleModel | None = None) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 by slot of the split in `folder` (test.jsonl where there is one, else dev.jsonl)."""
    model = model or RoleModel.load()
    split = next(p for p in (folder / "test.jsonl", folder / "dev.jsonl") if p.exists())
    documents = read_split(split)
    found = [templates(candidates(model, d["gtt_doctext"]), model.kinds, SHIPPED) for d in documents]
    return Scoring(documents, scorer()).f1(found)


def main() -> None:
    """Predict, measure or tune."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("predict", "measure", "tune"))
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, help="a folder with other weights than the shipped ones")
    given = parser.parse_args()
    model = RoleModel.load(given.weights) if given.weights else RoleModel.load()
    if given.what == "predict":
        if len(given.files) != 2:
            parser.error("predict takes SPLIT.jsonl and OUT.jsonl")
        predict(*given.files, model)
    elif given.what == "measure":
        for slot, (p, r, f) in measure(given.data / "muc4", model).items():
            print(f"{slot:14} P {p:6.2f}  R {r:6.2f}  F1 {f:6.2f}")
    else:
        documents = read_split(given.data / "muc4" / "dev.jsonl")
        seen = [candidates(model, d["gtt_doctext"]) for d in documents]
        choice, score = tuned(seen, model.kinds, Scoring(documents, scorer()), SHIPPED)
        print(f"micro F1 {score:.2f} with {choice}")


if __name__ == "__main__":
    main()

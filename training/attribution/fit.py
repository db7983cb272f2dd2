"""Train the wider net of attribution: `python -m training.attribution.fit --data ../shared/data/polnear`.

In: the training part of PolNeAR (first annotator; a tenth of its documents is held out to choose the thresholds).
Out: `weights/attribution.npz`, three logistic models over the features of
`training.attribution.features`: is a word a cue, does a word head the source, the content. Needs scikit-learn
(the `training` extra). The development part is not read.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from training.attribution.features import Scene, cue_features, may_be_cue, role_features
from training.attribution.view import WEIGHTS, may_be_source, role_candidates

from dateline.annotate.attribution import find_frames
from dateline.annotate.pipeline import annotate_syntax
from dateline.annotate.tagger import Tagger
from dateline.model.document import Document

RARE = 3
"""A feature seen in fewer training items is dropped."""
SMALL = 0.02
"""A weight smaller than this is dropped."""
STRENGTH = {"cue": 0.3, "source": 0.5, "content": 0.5}
"""Inverse regularisation, set by hand; only the thresholds are chosen on the held-out documents."""
HELD_OUT = 10
LEAST = np.arange(0.1, 0.9, 0.02)


@dataclass(frozen=True)
class Gold:
    """An attribution as token indexes by role."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True)
class Items:
    """Rows of features with their labels and the document that each comes from."""

    rows: list[tuple[str, ...]]
    labels: list[bool]
    documents: list[int]

    def add(self, features: Iterator[str], label: bool, document: int) -> None:
        """One row more."""
        self.rows.append(tuple(set(features)))
        self.labels.append(label)
        self.documents.append(document)


def scenes(path: Path) -> Iterator[tuple[Scene, list[Gold]]]:
    """Every document of the file with its gold attributions over our tokens."""
    tagger = Tagger.load()
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        record = json.loads(line)
        if record["annotation_no"] == 0:
            annotated = annotate_syntax(Document(record["docid"], record["text"]), tagger)
            scene = Scene(annotated, find_frames(annotated))
            yield scene, [g for a in record["attributions"] if (g := _gold(scene, a)).cue and g.content]


def _gold(scene: Scene, attribution: dict) -> Gold:
    sets = []
    for role in ("source", "cue", "content"):
        spans = [s for part in attribution[role] for s in part["spans"]]
        tokens = scene.document.tokens
        sets.append(frozenset(t.index for t in tokens if any(a < t.end and t.start < b for a, b in spans)))
    return Gold(*sets)


def tops(scene: Scene, members: frozenset[int], outside: frozenset[int] = frozenset()) -> set[int]:
    """The words of a set whose governor is not in it, marks left out."""
    tokens = scene.document.tokens
    return {
        i for i in members if tokens[i].head not in members and tokens[i].upos != "PUNCT" and i not in outside
    }


def gather(documents: Sequence[tuple[Scene, list[Gold]]]) -> dict[str, Items]:
    """The training items of the three models."""
    items = {name: Items([], [], []) for name in ("cue", "source", "content")}
    for number, (scene, gold) in enumerate(documents):
        heads = {top: g for g in gold for top in (tops(scene, g.cue) or g.cue)}
        for token in scene.document.tokens:
            if may_be_cue(token):
                items["cue"].add(cue_features(scene, token.index), token.index in heads, number)
        for cue, g in heads.items():
            _roles(items, scene, cue, g, number)
    return items


def _roles(items: dict[str, Items], scene: Scene, cue: int, gold: Gold, number: int) -> None:
    sources, contents = tops(scene, gold.source), tops(scene, gold.content)
    for index, path in role_candidates(scene, cue):
        if index in gold.cue:
            continue
        features = tuple(role_features(scene, cue, index, path))
        if may_be_source(scene, index):
            items["source"].add(iter(features), index in sources, number)
        items["content"].add(iter(features), index in contents, number)


@dataclass(frozen=True)
class Fitted:
    """A model: the feature's names, their weights, and the held-out score's best threshold."""

    names: list[str]
    weights: np.ndarray
    least: float


def fit(name: str, items: Items) -> Fitted:
    """Fit on nine tenths of the documents and choose the threshold on the rest."""
    counts = Counter(f for row in items.rows for f in row)
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= RARE))}
    matrix, labels = _matrix(items.rows, index), np.array(items.labels)
    held = np.array([n % HELD_OUT == 0 for n in items.documents])
    model = LogisticRegression(C=STRENGTH[name], solver="liblinear", fit_intercept=False, max_iter=200)
    model.fit(matrix[~held], labels[~held])
    scores = model.predict_proba(matrix[held])[:, 1]
    best, least = max((_f1(scores >= t, labels[held]), t) for t in LEAST)
    print(f"{name}: {len(labels)} items, {labels.sum()} positive, held-out F1 {best:.3f} from {least:.2f}")
    weights = model.coef_[0]
    kept = [f for f, i in index.items() if abs(weights[i]) >= SMALL]
    return Fitted(kept, np.array([weights[index[f]] for f in kept], np.float16), float(least))


def _matrix(rows: Sequence[tuple[str, ...]], index: dict[str, int]) -> csr_matrix:
    columns = [[index[f] for f in row if f in index] for row in rows]
    starts = np.cumsum([0, *(len(c) for c in columns)])
    flat = np.fromiter((c for row in columns for c in row), np.int32)
    return csr_matrix((np.ones(len(flat), np.float32), flat, starts), (len(rows), len(index)))


def _f1(found: np.ndarray, true: np.ndarray) -> float:
    return float(2 * (found & true).sum() / max(1, found.sum() + true.sum()))


def main() -> None:
    """Train and write."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=Path("../shared/data/polnear"))
    ask.add_argument("--out", type=Path, default=WEIGHTS)
    opts = ask.parse_args()
    items = gather(list(scenes(opts.data / "train.jsonl.gz")))
    stored: dict[str, object] = {"rule_least": 0.15}
    for name, made in items.items():
        fitted = fit(name, made)
        stored |= {
            f"{name}_names": np.array("\n".join(fitted.names)),
            f"{name}_weights": fitted.weights,
            f"{name}_least": fitted.least,
        }
    np.savez_compressed(opts.out, **stored)
    print(f"{opts.out}: {opts.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

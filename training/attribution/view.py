"""All attributions of a document with a score: views, intents, expectations and reactions beside clear reports.

In: an annotated document and the frames of the rules (`attribution.py`). Out: frames with a probability. A reading
prints only what the rules are sure of; this is the wider net, for measuring and for whoever looks over a document.
Three small linear models (`weights/attribution.npz`, made by `fit.py` from PolNeAR) say which words
are cues and which words of the sentence head their source and content; the spans are the trees'. Where the rules have
the cue too, their source and content stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

import numpy as np
from training.attribution.features import (
    Scene,
    cue_features,
    may_be_cue,
    path_between,
    role_features,
)

from dateline.annotate.frame import Frame
from dateline.annotate.noun_phrases import Run, runs, verb_group
from dateline.model.annotation import AnnotatedDocument

WEIGHTS = Path(__file__).parent / "weights" / "attribution.npz"
_SOURCES = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "X"})
_EDGES = frozenset({"PUNCT"})


@dataclass(frozen=True, slots=True)
class ScoredFrame:
    """A frame with the probability that an annotator would mark it; `rule` tells who found it."""

    frame: Frame
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each feature of the three models, and the score from which each speaks."""

    cue: dict[str, float]
    source: dict[str, float]
    content: dict[str, float]
    least: dict[str, float]

    @classmethod
    @cache
    def load(cls) -> Weights:
        """The shipped weights."""
        with np.load(WEIGHTS) as stored:
            cue, source, content = (
                dict(zip(str(stored[f"{m}_names"]).split("\n"), stored[f"{m}_weights"].tolist(), strict=True))
                for m in ("cue", "source", "content")
            )
            least = {m: float(stored[f"{m}_least"]) for m in ("cue", "source", "content", "rule")}
        return cls(cue, source, content, least)


def probability(weights: dict[str, float], features: Iterable[str]) -> float:
    """The logistic of the summed weights of distinct features."""
    total = sum(weights.get(name, 0.0) for name in set(features))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def score_frames(
    annotated: AnnotatedDocument, frames: Sequence[Frame], weights: Weights | None = None
) -> tuple[ScoredFrame, ...]:
    """Every attribution that is likelier than the fitted threshold, by the place of its content."""
    weights = weights or Weights.load()
    scene = Scene(annotated, frames)
    found = [*_of_rules(scene, weights), *_of_model(scene, weights)]
    return tuple(sorted(found, key=lambda s: (s.frame.contents[0], s.frame.cue or (-1, -1))))


def _of_rules(scene: Scene, weights: Weights) -> Iterator[ScoredFrame]:
    """The rules' frames with the model's view of their cue; one without a cue is a quotation that goes on."""
    for frame in scene.frames:
        if frame.cue is None:
            yield ScoredFrame(frame, 1.0, "quotation")
            continue
        heads = [i for i in range(frame.cue[0], frame.cue[1] + 1) if may_be_cue(scene.document.tokens[i])]
        best = max((probability(weights.cue, cue_features(scene, i)) for i in heads), default=0.0)
        if best >= weights.least["rule"]:
            yield ScoredFrame(frame, best, "quotation" if frame.direct else "clause")


def _of_model(scene: Scene, weights: Weights) -> Iterator[ScoredFrame]:
    """Frames around cues that the rules have not."""
    for token in scene.document.tokens:
        if token.index in scene.cues or not may_be_cue(token):
            continue
        score = probability(weights.cue, cue_features(scene, token.index))
        if score >= weights.least["cue"]:
            made = _frame(scene, weights, token.index)
            if made is not None:
                yield ScoredFrame(made, score, "model")


def _frame(scene: Scene, weights: Weights, cue: int) -> Frame | None:
    """The frame around a cue; None where no word of its sentence looks like a content."""
    candidates = list(role_candidates(scene, cue))
    contents = _scored(scene, weights.content, cue, candidates)
    if not contents:
        return None
    sources = [(s, i) for s, i in _scored(scene, weights.source, cue, candidates) if may_be_source(scene, i)]
    best, source = max(sources, default=(0.0, -1))
    if best < weights.least["source"]:
        source = -1
    top = max(contents)[1]
    heads = {i for s, i in contents if s >= weights.least["content"]} | {top}
    kept = _content(scene, cue, source, heads - {source})
    if not kept:
        return None
    named = _run(scene, source, {cue, *heads}) if source >= 0 else None
    return Frame(named, _cue_run(scene, cue, named, kept), kept, False, scene.document.tokens[cue].lemma)


def _cue_run(scene: Scene, cue: int, source: Run | None, contents: tuple[Run, ...]) -> Run:
    """A verb with its auxiliaries, any other word alone; never into the source or the content."""
    if scene.document.tokens[cue].upos != "VERB":
        return cue, cue
    first, last = verb_group(scene.document, cue)
    taken = {i for a, b in (*contents, *([source] if source else [])) for i in range(a, b + 1)}
    return next(run for run in runs(set(range(first, last + 1)) - taken) if run[0] <= cue <= run[1])


def role_candidates(scene: Scene, cue: int) -> Iterator[tuple[int, str]]:
    """The words of a cue's sentence that its source or content may hang from, each with its path from the cue."""
    sentence = scene.document.sentence_of(cue)
    for index in range(sentence.first, sentence.last + 1):
        if index != cue and scene.document.tokens[index].upos not in _EDGES:
            path = path_between(scene, cue, index)
            if path is not None:
                yield index, path


def may_be_source(scene: Scene, index: int) -> bool:
    """Whether a word can head a noun phrase."""
    return scene.document.tokens[index].upos in _SOURCES


def _scored(
    scene: Scene, weights: dict[str, float], cue: int, candidates: Sequence[tuple[int, str]]
) -> list[tuple[float, int]]:
    return [
        (probability(weights, role_features(scene, cue, index, path)), index) for index, path in candidates
    ]


def _content(scene: Scene, cue: int, source: int, heads: Iterable[int]) -> tuple[Run, ...]:
    """The words under the heads but for those under the cue (where it stands inside) and under the source."""
    out = {cue, *(scene.document.subtree(source) if source >= 0 else ())}
    kept: set[int] = set()
    for head in heads:
        below = set(scene.document.subtree(head))
        kept |= below - (set(scene.document.subtree(cue)) if cue in below else set())
    return _trimmed(scene, runs(kept - out))


def _trimmed(scene: Scene, found: Iterable[Run]) -> tuple[Run, ...]:
    """Runs without the marks at their ends; empty ones are dropped."""
    kept = []
    for first, last in found:
        while first <= last and scene.document.tokens[first].upos in _EDGES:
            first += 1
        while last >= first and scene.document.tokens[last].upos in _EDGES:
            last -= 1
        if first <= last:
            kept.append((first, last))
    return tuple(kept)


def _run(scene: Scene, head: int, without: set[int]) -> Run:
    """The phrase under a source's head, without what hangs from the cue or the content, around its head."""
    below = set(scene.document.subtree(head))
    for other in without & below - {head}:
        below -= set(scene.document.subtree(other))
    return next(run for run in runs(below) if run[0] <= head <= run[1])

"""Who did it, who and what was hit, and with what, anywhere in a document: the role model's view, without trees.

In: a document's words and sentences. Out: for each role of MUC-4's templates the spans that seem to fill it, with a
score from 0 to 1 and the kinds of incident they seem to belong to; and the kinds that the document seems to tell of.
The model sees up to 512 pieces at once (`windows`), so that a filler may stand far from any word for the attack.
It needs no PyTorch. The reader doesn't use it (see the card); `bench.muc4` does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from training.roles.windows import Window, windows

from dateline.annotate.tagger import WEIGHTS, padded
from dateline.annotate.wordpiece import WordPiece

Array = NDArray[np.float32]

SHIPPED = Path(__file__).parent / "weights"
"""The trained network (int8) and its labels; the vocabulary is the tagger's."""

FAINTEST = 0.05
"""Spans whose first word begins a filler with less than this are not given at all."""


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """The words `first` to `last` as a filler of `role`, with a score and, by kind of incident, a share from 0 to 1."""

    role: str
    first: int
    last: int
    score: float
    kinds: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class RoleView:
    """All spans of a document in text order, and a share from 0 to 1 for each kind of incident that it may tell of."""

    spans: tuple[RoleSpan, ...]
    kinds: tuple[float, ...]


class RoleModel:
    """The network with its labels; one instance serves one thread."""

    def __init__(
        self, session: onnxruntime.InferenceSession, cutter: WordPiece, labels: dict[str, list[str]]
    ) -> None:
        self._session, self._cutter = session, cutter
        self.roles, self.kinds = tuple(labels["roles"]), tuple(labels["kinds"])

    @classmethod
    def load(cls, folder: Path = SHIPPED, threads: int = 1) -> RoleModel:
        """Open the weights in a folder, by default the shipped ones."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        session = onnxruntime.InferenceSession(
            folder / "roles.onnx", options, providers=["CPUExecutionProvider"]
        )
        labels = json.loads((folder / "roles.json").read_text("utf-8"))
        return cls(session, WordPiece.load(WEIGHTS / "vocab.txt"), labels)

    def read(self, words: Sequence[str], sentences: Sequence[tuple[int, int]]) -> RoleView:
        """The view of one document; `sentences` holds the first and last word of each, without gaps."""
        spans: list[RoleSpan] = []
        kinds = np.zeros(len(self.kinds), dtype=np.float32)
        for window in windows(words, sentences, self._cutter):
            roles, word_kinds, of_window = self._run(window)
            kinds = np.maximum(kinds, of_window)
            spans += self._spans(window.first, roles, word_kinds)
        spans.sort(key=lambda span: (span.first, span.last, span.role))
        return RoleView(tuple(spans), tuple(map(float, kinds)))

    def _run(self, window: Window) -> tuple[Array, Array, Array]:
        pieces = padded([window.pieces])
        inputs = {"pieces": pieces, "mask": np.ones_like(pieces), "first": padded([window.starts])}
        roles, word_kinds, kinds = self._session.run(None, inputs)
        shaped = roles[0].reshape(len(window.starts), len(self.roles), 3)
        return _softmax(shaped), _sigmoid(word_kinds[0]), _sigmoid(kinds[0])

    def _spans(self, base: int, roles: Array, word_kinds: Array) -> Iterator[RoleSpan]:
        for number, role in enumerate(self.roles):
            begins, continues = roles[:, number, 1], roles[:, number, 2]
            for start in np.flatnonzero(begins > FAINTEST).tolist():
                end = _end(start, begins, continues)
                kinds = tuple(map(float, word_kinds[start : end + 1].mean(0)))
                yield RoleSpan(role, base + start, base + end, float(begins[start]), kinds)


def _end(start: int, begins: Array, continues: Array) -> int:
    """The last word: as long as going on, given that there is a filler, is likelier than not."""
    end = start
    while end + 1 < len(begins) and continues[end + 1] > 0.5 * min(1.0, begins[start] + continues[end]):
        if continues[end + 1] < begins[end + 1]:
            break
        end += 1
    return end


def _softmax(scores: Array) -> Array:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)


def _sigmoid(scores: Array) -> Array:
    return np.asarray(1.0 / (1.0 + np.exp(-scores)), dtype=np.float32)

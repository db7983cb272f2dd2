"""Who did it, who and what was hit, and with what, anywhere in a document: the role model's view, without trees.

In: a document's words and sentences. Out: for each role of MUC-4's templates the spans that seem to fill it, with a
score from 0 to 1 and the kinds of incident they seem to belong to; and the kinds that the document seems to tell of.
The networks see windows of up to 256 or 512 pieces (`windows`), so that a filler may stand far from any word for the attack.
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
"""The trained networks (int8) and their labels; the vocabulary is the tagger's."""

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


@dataclass(frozen=True, slots=True)
class Member:
    """One network and the pieces of the windows that it reads."""

    session: onnxruntime.InferenceSession
    longest: int


class RoleModel:
    """Networks whose shares are averaged word by word; one instance serves one thread."""

    def __init__(self, members: Sequence[Member], cutter: WordPiece, labels: dict[str, list[str]]) -> None:
        self._members, self._cutter = tuple(members), cutter
        self.roles, self.kinds = tuple(labels["roles"]), tuple(labels["kinds"])

    @classmethod
    def load(cls, folder: Path = SHIPPED, threads: int = 1) -> RoleModel:
        """Open the networks that a folder's roles.json names, by default the shipped ones."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        labels = json.loads((folder / "roles.json").read_text("utf-8"))
        members = [
            Member(
                onnxruntime.InferenceSession(
                    folder / one["file"], options, providers=["CPUExecutionProvider"]
                ),
                one["longest"],
            )
            for one in labels["members"]
        ]
        return cls(members, WordPiece.load(WEIGHTS / "vocab.txt"), labels)

    def read(self, words: Sequence[str], sentences: Sequence[tuple[int, int]]) -> RoleView:
        """The view of one document; `sentences` holds the first and last word of each, without gaps."""
        seen = [self._shares(member, words, sentences) for member in self._members]
        roles, word_kinds, kinds = (np.mean(each, axis=0) for each in zip(*seen, strict=True))
        spans = sorted(self._spans(roles, word_kinds), key=lambda span: (span.first, span.last, span.role))
        return RoleView(tuple(spans), tuple(map(float, kinds)))

    def _shares(
        self, member: Member, words: Sequence[str], sentences: Sequence[tuple[int, int]]
    ) -> tuple[Array, Array, Array]:
        """One network's shares: of roles [W, R, 3], of kinds by word [W, K], of the document's kinds [K]."""
        roles = np.zeros((len(words), len(self.roles), 3), dtype=np.float32)
        word_kinds = np.zeros((len(words), len(self.kinds)), dtype=np.float32)
        kinds = np.zeros(len(self.kinds), dtype=np.float32)
        for window in windows(words, sentences, self._cutter, member.longest):
            inside = slice(window.first, window.last + 1)
            roles[inside], word_kinds[inside], of_window = self._run(member, window)
            kinds = np.maximum(kinds, of_window)
        return roles, word_kinds, kinds

    def _run(self, member: Member, window: Window) -> tuple[Array, Array, Array]:
        pieces = padded([window.pieces])
        inputs = {"pieces": pieces, "mask": np.ones_like(pieces), "first": padded([window.starts])}
        roles, word_kinds, kinds = member.session.run(None, inputs)
        shaped = roles[0].reshape(len(window.starts), len(self.roles), 3)
        return _softmax(shaped), _sigmoid(word_kinds[0]), _sigmoid(kinds[0])

    def _spans(self, roles: Array, word_kinds: Array) -> Iterator[RoleSpan]:
        for number, role in enumerate(self.roles):
            begins, continues = roles[:, number, 1], roles[:, number, 2]
            for start in np.flatnonzero(begins > FAINTEST).tolist():
                end = _end(start, begins, continues)
                kinds = tuple(map(float, word_kinds[start : end + 1].mean(0)))
                yield RoleSpan(role, start, end, float(begins[start]), kinds)


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

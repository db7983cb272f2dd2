"""Words of sentences in; part of speech, parse and named entities out, from one quantised network.

The network (see `training/CARD.md`) reads word pieces and gives, per word, scores for UPOS, XPOS, a BIO entity tag and
every possible head, and two vectors that name the relation of an arc. This module cuts and pads the input, runs
onnxruntime, turns the head scores into one tree per sentence and the tag scores into whole names. Only numpy and onnxruntime.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dateline.annotate.bio import best_tags
from dateline.annotate.event_words import EventHead
from dateline.annotate.tree import tree
from dateline.annotate.wordpiece import WordPiece

Array = NDArray[np.float32]

T = TypeVar("T")
WordState = tuple[Array, str, str]
"""A word's vector, UPOS and XPOS."""

NAMING = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
"""Parts of speech of words that may name an event."""

WEIGHTS = Path(__file__).parent / "weights"
BATCH = 8
"""Sentences of like length in one run; more gains nothing (measured at 29 pieces a sentence)."""
LONGEST = 180
"""Pieces in one run. Longer sentences, mostly lists, are cut at a stop or comma and tagged part by part."""


@dataclass(frozen=True, slots=True)
class WordTags:
    """What the network says of one word: `head` is an index in the sentence, -1 for the root.

    `events` are the shares of the event types that the word may name (`Tagger.event_types`).
    """

    upos: str
    xpos: str
    head: int
    deprel: str
    entity: str
    score: float
    events: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Labels:
    """The names behind the network's outputs, in their order."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or a part of an over-long one, in pieces; `first[0]` is the root's place."""

    sentence: int
    start: int
    pieces: list[int]
    cases: list[int]
    first: list[int]


@dataclass(frozen=True, slots=True)
class Scores:
    """The network's outputs for one batch, each [sentences, words + 1, n]; word 0 is the root."""

    upos: Array
    xpos: Array
    tags: Array
    arcs: Array
    dependents: Array
    heads: Array
    states: Array


def case_class(word: str) -> int:
    """Return 0 no letters, 1 lower, 2 Title, 3 UPPER, 4 mixed; one capital alone counts as Title."""
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return 0
    capitals = sum(char.isupper() for char in letters)
    if capitals == 0:
        return 1
    if capitals == len(letters) and capitals > 1:
        return 3
    return 2 if capitals == 1 and letters[0].isupper() else 4


def log_softmax(scores: Array) -> Array:
    """Return log probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    logs: Array = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return logs


def padded(rows: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    """Return [rows, longest row], filled up with 0."""
    filled = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for i, row in enumerate(rows):
        filled[i, : len(row)] = row
    return filled


class Tagger:
    """The loaded network; safe to use from several threads, as it keeps nothing between sentences."""

    def __init__(
        self,
        session: onnxruntime.InferenceSession,
        pieces: WordPiece,
        labels: Labels,
        relations: tuple[Array, Array],
        event_head: EventHead | None = None,
    ) -> None:
        self._event_head = event_head
        self._session, self._pieces, self._labels = session, pieces, labels
        self._relation_weights, self._relation_bias = relations

    @classmethod
    def load(cls, folder: Path | None = None, threads: int = 1) -> "Tagger":
        """Read the weights in `folder`, by default the shipped ones; `events.npz` may be missing, as before it is fitted."""
        folder = folder or WEIGHTS
        stored: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        labels = Labels(*(tuple(stored[name]) for name in ("upos", "xpos", "relations", "tags")))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(folder / "reader.onnx", options, ["CPUExecutionProvider"])
        with np.load(folder / "relations.npz") as arrays:
            relations = arrays["weights"].astype(np.float32), arrays["bias"].astype(np.float32)
        events = folder / "events.npz"
        event_head = EventHead.load(events) if events.exists() else None
        return cls(session, WordPiece.load(folder / "vocab.txt"), labels, relations, event_head)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[WordTags]]:
        """Return one `WordTags` per word of each sentence; an empty sentence gives an empty list."""
        found = self._over(sentences, self._tag_batch)
        return [self._joined(found, i, words) for i, words in enumerate(sentences)]

    def states(self, sentences: Sequence[Sequence[str]]) -> list[list[WordState]]:
        """Return the vector, UPOS and XPOS of each word of each sentence, for training the head of events."""
        found = self._over(sentences, self._state_batch)
        return [
            [state for (of, _), part in sorted(found.items()) if of == i for state in part]
            for i in range(len(sentences))
        ]

    def _over(
        self, sentences: Sequence[Sequence[str]], read: Callable[[Sequence[Part]], Iterator[list[T]]]
    ) -> dict[tuple[int, int], list[T]]:
        """Return what `read` says of each part of each sentence, by sentence and first word."""
        parts = [part for i, words in enumerate(sentences) for part in self._parts(i, words)]
        parts.sort(key=lambda part: len(part.pieces))
        found: dict[tuple[int, int], list[T]] = {}
        for begin in range(0, len(parts), BATCH):
            batch = parts[begin : begin + BATCH]
            for part, said in zip(batch, read(batch), strict=True):
                found[part.sentence, part.start] = said
        return found

    def _state_batch(self, parts: Sequence[Part]) -> Iterator[list[WordState]]:
        """Yield the states of each part's words, in order."""
        scores = self._run(parts)
        upos, xpos = scores.upos.argmax(-1), scores.xpos.argmax(-1)
        for row, part in enumerate(parts):
            yield [
                (scores.states[row, i], self._labels.upos[upos[row, i]], self._labels.xpos[xpos[row, i]])
                for i in range(1, len(part.first))
            ]

    def _parts(self, sentence: int, words: Sequence[str]) -> Iterator[Part]:
        """Yield the sentence in pieces, in as many parts as `LONGEST` asks for."""
        cut = [self._pieces.pieces(word) for word in words]
        start = 0
        while start < len(words):
            end = self._part_end(words, cut, start)
            part = Part(sentence, start, [self._pieces.start], [0], [0])
            for word, pieces in zip(words[start:end], cut[start:end], strict=True):
                part.first.append(len(part.pieces))
                part.pieces.extend(pieces)
                part.cases.extend([case_class(word)] * len(pieces))
            part.pieces.append(self._pieces.end)
            part.cases.append(0)
            yield part
            start = end

    def _part_end(self, words: Sequence[str], cut: Sequence[Sequence[int]], start: int) -> int:
        """Return where the part from `start` ends: after the last stop or comma that fits, or else where it's full."""
        room, end = LONGEST - 2, start
        while end < len(words) and room >= len(cut[end]):
            room -= len(cut[end])
            end += 1
        if end == len(words):
            return end
        stops = (
            i + 1 for i in range(end - 1, start + (end - start) // 2, -1) if words[i] in {".", ";", ",", ":"}
        )
        return next(stops, end)

    def _tag_batch(self, parts: Sequence[Part]) -> Iterator[list[WordTags]]:
        """Yield the tags of each part, in order."""
        scores = self._run(parts)
        upos, xpos = scores.upos.argmax(-1), scores.xpos.argmax(-1)
        for row, part in enumerate(parts):
            size = len(part.first)
            arcs = log_softmax(scores.arcs[row, :size, :size])
            heads = tree(arcs)
            relations, sure = self._relations(scores, row, heads)
            sure = np.exp(sure + arcs[np.arange(1, size), heads])
            tags = best_tags(log_softmax(scores.tags[row, 1:size]), self._labels.tags)
            events = self._events(
                scores.states[row, 1:size], [self._labels.upos[k] for k in upos[row, 1:size]]
            )
            yield [
                WordTags(
                    upos=self._labels.upos[upos[row, i + 1]],
                    xpos=self._labels.xpos[xpos[row, i + 1]],
                    head=int(heads[i]) - 1,
                    deprel=relations[i],
                    entity=self._labels.tags[tags[i]],
                    score=float(sure[i]),
                    events=events[i],
                )
                for i in range(size - 1)
            ]

    def _events(self, states: Array, upos: Sequence[str]) -> list[tuple[float, ...]]:
        """Return the shares of each word's event types; nothing for words that name none, and without a trained head."""
        found: list[tuple[float, ...]] = [()] * len(upos)
        naming = [i for i, tag in enumerate(upos) if tag in NAMING]
        if self._event_head is not None and naming:
            for i, shares in zip(naming, self._event_head.shares(states[naming]).tolist(), strict=True):
                found[i] = tuple(shares)
        return found

    def _run(self, parts: Sequence[Part]) -> Scores:
        pieces = padded([part.pieces for part in parts])
        lengths = np.array([len(part.pieces) for part in parts])
        inputs = {
            "pieces": pieces,
            "cases": padded([part.cases for part in parts]),
            "mask": (np.arange(pieces.shape[1]) < lengths[:, None]).astype(np.int64),
            "first": padded([part.first for part in parts]),
        }
        return Scores(*self._session.run(None, inputs))

    def _relations(self, scores: Scores, row: int, heads: NDArray[np.int64]) -> tuple[list[str], Array]:
        """Return the best relation of each word's arc and its log probability; only the root's child is `root`."""
        dependents = scores.dependents[row, 1 : len(heads) + 1]
        governors = scores.heads[row, heads]
        features = np.concatenate([dependents * governors, dependents, governors], -1)
        logits = features @ self._relation_weights.T + self._relation_bias
        root = self._labels.relations.index("root")
        logits[:, root] = np.where(heads == 0, 1e4, -1e4)
        logs = log_softmax(logits)
        best = logs.argmax(-1)
        return [self._labels.relations[k] for k in best], logs[np.arange(len(best)), best]

    def _joined(
        self, found: dict[tuple[int, int], list[WordTags]], sentence: int, words: Sequence[str]
    ) -> list[WordTags]:
        """Return the parts of a sentence as one tree: the root of each later part hangs from the first root."""
        joined: list[WordTags] = []
        root = -1
        while len(joined) < len(words):
            start = len(joined)
            for tags in found[sentence, start]:
                joined.append(_moved(tags, start, root))
            root = next(i for i, tags in enumerate(joined) if tags.head == -1)
        return joined


def _moved(tags: WordTags, by: int, root: int) -> WordTags:
    """Return the tags of a word whose part starts at word `by` of a sentence with the given root, -1 for none yet."""
    if by == 0:
        return tags
    is_root = tags.head == -1
    head, deprel = (root, "parataxis") if is_root else (tags.head + by, tags.deprel)
    return replace(tags, head=head, deprel=deprel)

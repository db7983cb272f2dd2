"""Sentences in numbers: examples in, padded batches of piece ids and gold labels out.

Shared by training and export, so that both use the label order of one `labels.json`.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from training.corpora import Example
from training.entities import TAGS
from training.network import Batch, Sizes

from dateline.annotate.tagger import case_class
from dateline.annotate.wordpiece import WordPiece

BATCH_PIECES = 1000
"""Pieces in a training batch, padding included."""
UPPER, LOWER = 0.08, 0.04
"""Chances that a training sentence is put in capitals or in lower case, for headlines and for careless wires."""
IGNORED = -100
"""Gold of a word without a label, which trains nothing."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The label lists, in the order of the logits."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    tags: tuple[str, ...]

    @classmethod
    def found_in(cls, examples: Sequence[Example]) -> "Labels":
        """Return the labels that occur, sorted; relations seen less than 5 times lose their subtype."""
        counts = Counter(name for example in examples for name in example.deprels)
        relations = {name if count >= 5 else name.split(":")[0] for name, count in counts.items()}
        upos = {tag for example in examples for tag in example.upos}
        xpos = {tag for example in examples for tag in example.xpos}
        return cls(tuple(sorted(upos)), tuple(sorted(xpos)), tuple(sorted(relations)), TAGS)

    def sizes(self) -> Sizes:
        """Return how many labels each head has."""
        return Sizes(len(self.upos), len(self.xpos), len(self.relations), len(self.tags))


@dataclass(frozen=True, slots=True)
class Sentence:
    """An example in numbers: `pieces` and `cases` with the marks at both ends, `first` with the root."""

    pieces: list[int]
    cases: list[int]
    first: list[int]
    gold: dict[str, list[int]]


def numbered(example: Example, pieces: WordPiece, labels: Labels) -> Sentence:
    """Return the sentence in numbers; position 0 of every list is the root."""
    ids, cases, first = [pieces.start], [0], [0]
    for word in example.words:
        cut = pieces.pieces(word)
        first.append(len(ids))
        ids.extend(cut)
        cases.extend([case_class(word)] * len(cut))
    size = len(example.words)

    def gold(values: Sequence[str], names: Sequence[str]) -> list[int]:
        places = {name: i for i, name in enumerate(names)}
        return (
            [IGNORED, *(places.get(v, places.get(v.split(":")[0], IGNORED)) for v in values)]
            if values
            else [IGNORED] * (size + 1)
        )

    heads = [IGNORED, *(head + 1 for head in example.heads)] if example.heads else [IGNORED] * (size + 1)
    return Sentence(
        [*ids, pieces.end], [*cases, 0], first,
        {"upos": gold(example.upos, labels.upos), "xpos": gold(example.xpos, labels.xpos), "arcs": heads,
         "relations": gold(example.deprels, labels.relations), "tags": gold(example.tags, labels.tags)},
    )  # fmt: skip


def recased(example: Example, chance: random.Random) -> Example:
    """Return the sentence, now and then in capitals or lower case."""
    draw = chance.random()
    if draw < UPPER:
        return replace(example, words=tuple(word.upper() for word in example.words))
    if draw < UPPER + LOWER:
        return replace(example, words=tuple(word.lower() for word in example.words))
    return example


def batches(sentences: Sequence[Sentence], chance: random.Random) -> list[list[Sentence]]:
    """Return shuffled batches of sentences of like length, each of at most `BATCH_PIECES` padded pieces."""
    found: list[list[Sentence]] = []
    batch: list[Sentence] = []
    for sentence in sorted(sentences, key=lambda s: len(s.pieces) + chance.random() * 4):
        if batch and (len(batch) + 1) * len(sentence.pieces) > BATCH_PIECES:
            found.append(batch)
            batch = []
        batch.append(sentence)
    found.append(batch)
    chance.shuffle(found)
    return found


def padded(rows: Sequence[Sequence[int]], value: int) -> Tensor:
    """Return [rows, longest row], filled up with `value`."""
    longest = max(len(row) for row in rows)
    return torch.tensor([[*row, *[value] * (longest - len(row))] for row in rows])


def collated(batch: Sequence[Sentence]) -> tuple[Batch, dict[str, Tensor]]:
    """Return the inputs and the gold labels [B, W] of a batch."""
    inputs = Batch(
        pieces=padded([s.pieces for s in batch], 0),
        cases=padded([s.cases for s in batch], 0),
        mask=padded([[1] * len(s.pieces) for s in batch], 0),
        first=padded([s.first for s in batch], 0),
    )
    return inputs, {name: padded([s.gold[name] for s in batch], IGNORED) for name in batch[0].gold}

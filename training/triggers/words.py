"""Labelled sentences to rows for the head: the tagger's states of each content word, its label settled by the tables.

In: sentences of `gold` and the shipped tagger. Out: a set's rows as arrays, kept in a file so that a run that was stopped
goes on with the sets that are done.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from training.triggers.gold import OPEN, TABLE, TAME, Labelled
from training.triggers.kinds import NONE, UNKNOWN

from dateline.annotate.lemmatiser import lemma
from dateline.annotate.tagger import Tagger
from dateline.extract.lexicon import noun_frames, verb_frames
from dateline.model.vocabulary import EventType

CONTENT = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX", "NUM", "ADV", "INTJ", "X"})
BATCH = 500
"""Sentences that are sorted by length together."""
CLASSES = (NONE, *(kind.value for kind in EventType))


@dataclass(frozen=True, slots=True)
class Rows:
    """Words of one set: states [n, width], classes [n], and whether each is held out and unlisted in the tables."""

    states: NDArray[np.float16]
    classes: NDArray[np.int64]
    held_out: NDArray[np.bool_]
    unlisted: NDArray[np.bool_]

    def save(self, path: Path) -> None:
        """Write the rows, whole or not at all."""
        partial = path.with_suffix(".partial.npz")
        np.savez(
            partial, states=self.states, classes=self.classes, held_out=self.held_out, unlisted=self.unlisted
        )
        partial.rename(path)

    @classmethod
    def load(cls, path: Path) -> Rows:
        """Read what `save` wrote."""
        with np.load(path) as arrays:
            return cls(arrays["states"], arrays["classes"], arrays["held_out"], arrays["unlisted"])


@cache
def listed(base: str, upos: str) -> frozenset[str]:
    """The event types that the reader's tables give a lemma as a verb or as a noun."""
    frames = [*verb_frames().get(base, ())] if upos in {"VERB", "AUX", "ADJ", "NOUN"} else []
    frames += noun_frames().get(base, ()) if upos not in {"VERB", "AUX"} else ()
    return frozenset(frame.type.value for frame in frames)


def settled(label: str, types: frozenset[str]) -> str:
    """The label of a word that the tables list with so many types; `UNKNOWN` where it trains nothing."""
    if label == TABLE:
        return next(iter(types)) if len(types) == 1 else UNKNOWN
    if label == TAME:
        return NONE if types <= {"ASSAULT"} else UNKNOWN
    if label == OPEN:
        return UNKNOWN if types else NONE
    return label


def rows(sentences: Iterable[Labelled], tagger: Tagger, kept: float) -> Rows:
    """The rows of a set; of words that are no event and in no table, the share `kept`."""
    chance = random.Random(0)
    left = iter(sentences)
    batches = iter(lambda: list(islice(left, BATCH)), [])
    found = [row for batch in batches for row in _rows(batch, tagger)]
    found = [r for r in found if r[1] or not r[3] or kept >= 1 or chance.random() < kept]
    columns = list(zip(*found, strict=True)) or [(), (), (), ()]
    return Rows(
        np.array(columns[0], dtype=np.float16), np.array(columns[1], dtype=np.int64),
        np.array(columns[2], dtype=bool), np.array(columns[3], dtype=bool),
    )  # fmt: skip


def _rows(batch: Sequence[Labelled], tagger: Tagger) -> Iterator[tuple[NDArray[np.float16], int, bool, bool]]:
    for item, seen in zip(batch, tagger.states([item.words for item in batch]), strict=True):
        for word, label, (state, upos, xpos) in zip(item.words, item.labels, seen, strict=True):
            if upos in CONTENT and label != UNKNOWN:
                types = listed(lemma(word, upos, xpos).lower(), upos)
                name = settled(label, types)
                if name != UNKNOWN:
                    yield state.astype(np.float16), CLASSES.index(name), item.held_out, not types

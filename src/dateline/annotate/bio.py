"""Scores of BIO tags in, the best sequence that is one out (Viterbi 1967, with hard rules for transitions).

An I- tag may only follow a tag of its own type, so that "San Francisco Bulletin" can't be a place with an organisation's
tail. Most sentences need no search: their best tags already are a sequence.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Tags = NDArray[np.int64]


@lru_cache(maxsize=4)
def penalties(names: tuple[str, ...]) -> Array:
    """Return [n + 1, n]: 0 where a tag (column) may follow another (row; the last row is the start), else -1e4."""
    follows = [
        [not name.startswith("I-") or before[2:] == name[2:] for name in names] for before in (*names, "O")
    ]
    return np.where(np.array(follows), 0.0, -1e4).astype(np.float32)


def best_tags(scores: Array, names: Sequence[str]) -> Tags:
    """Return the index of each word's tag from `scores` [words, n], in the order of `names`."""
    rules = penalties(tuple(names))
    greedy: Tags = scores.argmax(-1)
    before = np.concatenate([[len(names)], greedy[:-1]])
    return greedy if not rules[before, greedy].any() else _searched(scores, rules)


def _searched(scores: Array, rules: Array) -> Tags:
    """Return the tags of the highest sum of scores that breaks no rule."""
    total = scores[0] + rules[-1]
    came_from = []
    for row in scores[1:]:
        paths = total[:, None] + rules[:-1]
        came_from.append(paths.argmax(0))
        total = paths.max(0) + row
    tags = [int(total.argmax())]
    for back in reversed(came_from):
        tags.append(int(back[tags[-1]]))
    return np.array(tags[::-1], dtype=np.int64)

"""Scores of arcs in, the best tree with one root out (Chu and Liu 1965, Edmonds 1967; one root as in UD).

Most sentences need no search: when every word's best head already makes a tree, that tree is the answer.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Heads = NDArray[np.int64]


def tree(arcs: Array) -> Heads:
    """Return the head of each word from `arcs` [words + 1, words + 1] (dependent, head; 0 is the root).

    Entry i is the head of word i + 1, counted from 1, with 0 for the root; exactly one word has it.
    """
    scores = arcs.astype(np.float64)
    np.fill_diagonal(scores, -np.inf)
    heads: Heads = scores.argmax(-1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and not cycle(heads):
        return heads[1:]
    return _one_root(scores)[1:]


def cycle(heads: Heads) -> list[int]:
    """Return the words of one cycle, or nothing if every word leads up to the root."""
    state = [0] * len(heads)
    state[0] = 2
    for word in range(1, len(heads)):
        path = []
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return path[path.index(word) :]
        for done in path:
            state[done] = 2
    return []


def _one_root(scores: NDArray[np.float64]) -> Heads:
    """Return the best tree among those with each likely word as the only root."""
    size = len(scores)
    likely = np.argsort(-scores[1:, 0])[:3] + 1
    best, best_score = np.zeros(size, np.int64), -np.inf
    for root in likely:
        fixed = scores.copy()
        fixed[1:, 0] = -np.inf
        fixed[root, :] = -np.inf
        fixed[root, 0] = scores[root, 0]
        heads = spanning(np.maximum(fixed, -1e9))
        score = scores[np.arange(1, size), heads[1:]].sum()
        if score > best_score:
            best, best_score = heads, score
    return best


def spanning(scores: NDArray[np.float64]) -> Heads:
    """Return the heads of the maximum spanning tree of `scores` [n, n] from node 0, contracting cycles."""
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads: Heads = scores.argmax(-1)
    heads[0] = 0
    loop = cycle(heads)
    if not loop:
        return heads
    outside = [i for i in range(len(scores)) if i not in set(loop)]
    gain = scores[loop][:, outside] - scores[loop, heads[loop]][:, None]
    into, out_of = gain.argmax(0), scores[outside][:, loop].argmax(1)
    smaller = np.full((len(outside) + 1,) * 2, -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    smaller[-1, :-1] = gain.max(0)
    smaller[:-1, -1] = scores[outside][:, loop].max(1)
    return _expanded(spanning(smaller), heads, (loop, outside), (into, out_of))


def _expanded(
    inner: Heads, heads: Heads, nodes: tuple[list[int], list[int]], links: tuple[Heads, Heads]
) -> Heads:
    """Return the heads in the larger graph of a tree over `outside` and one node that stands for the cycle."""
    (loop, outside), (into, out_of) = nodes, links
    full: Heads = heads.copy()
    for place, node in enumerate(outside[1:], 1):
        head = int(inner[place])
        full[node] = loop[out_of[place]] if head == len(outside) else outside[head]
    entry = int(inner[-1])
    full[loop[into[entry]]] = outside[entry]
    return full

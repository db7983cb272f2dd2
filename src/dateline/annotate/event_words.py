"""How likely each word names an event, and of which type: the tagger's states of words in, shares out.

A small trained head (`training/triggers`) over the vectors that the network has made of the words anyway. It adds a matrix product to a sentence's cost. What the reader does with the shares: `extract/hunches.py`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class EventHead:
    """One hidden layer; `types` are the event types in the order of the shares, without the first, "no event"."""

    types: tuple[str, ...]
    inner: Array
    inner_bias: Array
    outer: Array
    outer_bias: Array

    @classmethod
    def load(cls, path: Path) -> EventHead:
        """Read the weights (`events.npz`: float16 arrays and the types as JSON)."""
        with np.load(path) as arrays:
            types = tuple(json.loads(str(arrays["types"])))
            parts = (
                arrays[name].astype(np.float32) for name in ("inner", "inner_bias", "outer", "outer_bias")
            )
            return cls(types, *parts)

    def shares(self, states: Array) -> Array:
        """The share of each event type for each word, [words, types], from the states of a sentence's words [words, n].

        What is missing to one is the share of "no event".
        """
        hidden = gelu(states @ self.inner + self.inner_bias)
        logits = hidden @ self.outer + self.outer_bias
        odds = np.exp(logits - logits.max(-1, keepdims=True))
        shares: Array = (odds / odds.sum(-1, keepdims=True))[:, 1:]
        return shares


def gelu(values: Array) -> Array:
    """The Gaussian error linear unit by its hyperbolic tangent (Hendrycks and Gimpel 2016)."""
    inner = np.float32(0.7978845608) * values * (1 + np.float32(0.044715) * values * values)
    return np.asarray(np.float32(0.5) * values * (1 + np.tanh(inner)), dtype=np.float32)

"""Fit the head of event words: `python -m training.triggers.fit --data ../shared/data --out DIR`.

In: the sets of `gold`, the generator's texts, and a tagger whose graph gives its states (`training.triggers.states`); the
encoder stays as it is. Out: DIR/SET.npz (the words of each set, so that a run that was stopped goes on), and `events.npz`
beside the tagger's weights. Prints what the head finds on the held-out part of each set: precision and recall of the
best class, average precision of "an event", and the share of words that the reader's tables don't list which it finds.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import average_precision_score
from torch import Tensor, nn
from torch.nn import functional
from training.triggers import gold
from training.triggers.gold import Labelled
from training.triggers.words import CLASSES, Rows, rows

from dateline.annotate.tagger import WEIGHTS, Tagger

HIDDEN, DROPOUT, BATCH, RATE, EPOCHS = 192, 0.3, 512, 2e-3, 8
TEXTS = {"train": 20_000, "held out": 2_500}
"""Texts of the generator."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all sets by name, with the weight of each set in the loss."""

    sets: dict[str, Rows]
    weights: dict[str, float]


def gathered(data: Path, out: Path, without: tuple[str, ...], tagger: Tagger, share: float = 1.0) -> Words:
    """The rows of every set, from DIR where they are there already; `share` of the generator's texts."""
    out.mkdir(parents=True, exist_ok=True)
    sets: dict[str, Rows] = {}
    weights: dict[str, float] = {}
    for seed, name in (("train", "own"), ("held out", "own held out")):
        texts = partial(gold.own, int(TEXTS[seed] * share), seed)
        sets[name] = _kept(out / f"{name.replace(' ', '-')}.npz", texts, tagger, 0.5)
        weights[name] = 1.0
    for name, file, read, weight, kept in gold.SETS:
        if name not in without and (data / file).exists():
            sets[name] = _kept(out / f"{name}.npz", partial(read, data / file), tagger, kept)
            weights[name] = weight
    return Words(sets, weights)


def _kept(path: Path, read: Callable[[], Iterable[Labelled]], tagger: Tagger, kept: float) -> Rows:
    if not path.exists():
        rows(read(), tagger, kept).save(path)
        print(f"{path.name}: {len(Rows.load(path).classes)} words", flush=True)
    return Rows.load(path)


def fitted(words: Words, epochs: int = EPOCHS) -> tuple[nn.Sequential, Tensor, Tensor]:
    """The head, and the mean and spread by which its inputs are made alike."""
    kept = {name: ~found.held_out for name, found in words.sets.items() if (~found.held_out).any()}
    x = torch.from_numpy(
        np.concatenate([words.sets[n].states[k] for n, k in kept.items()]).astype(np.float32)
    )
    y = torch.from_numpy(np.concatenate([words.sets[n].classes[k] for n, k in kept.items()]))
    weight = torch.from_numpy(
        np.concatenate([np.full(int(k.sum()), words.weights[n], np.float32) for n, k in kept.items()])
    )
    mean, spread = x.mean(0), x.std(0) + 1e-4
    x = (x - mean) / spread
    torch.manual_seed(0)
    head = nn.Sequential(
        nn.Dropout(DROPOUT), nn.Linear(x.shape[1], HIDDEN), nn.GELU(approximate="tanh"),
        nn.Dropout(DROPOUT), nn.Linear(HIDDEN, len(CLASSES)),
    )  # fmt: skip
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.05)
    steps, done = max(1, epochs * (len(y) // BATCH)), 0
    for _ in range(epochs):
        order = torch.randperm(len(y))
        for chosen in order.split(BATCH)[: max(1, len(y) // BATCH)]:
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(done / 200, 1 - done / steps)
            done += 1
            losses = functional.cross_entropy(
                head(x[chosen]), y[chosen], reduction="none", label_smoothing=0.02
            )
            optimiser.zero_grad()
            (losses * weight[chosen]).mean().backward()
            optimiser.step()
    return head.eval(), mean, spread


def write(head: nn.Sequential, mean: Tensor, spread: Tensor, path: Path) -> None:
    """The head for `dateline.annotate.event_words`, its inputs as the graph gives them."""
    inner, outer = head[1], head[4]
    scaled = inner.weight / spread
    unready = path.with_suffix(".partial.npz")
    np.savez_compressed(
        unready, inner=scaled.T.detach().numpy().astype(np.float16), types=json.dumps(CLASSES[1:]),
        inner_bias=(inner.bias - scaled @ mean).detach().numpy(),
        outer=outer.weight.T.detach().numpy().astype(np.float16), outer_bias=outer.bias.detach().numpy(),
    )  # fmt: skip
    unready.rename(path)


def figures(head: nn.Sequential, mean: Tensor, spread: Tensor, found: Rows) -> dict[str, float | int]:
    """What the head finds among the held-out words of a set."""
    here = found.held_out
    states = (torch.from_numpy(found.states[here].astype(np.float32)) - mean) / spread
    with torch.no_grad():
        shares = head(states).softmax(-1).numpy()
    wanted, told = found.classes[here], shares.argmax(-1)
    events, right = wanted > 0, (told == wanted) & (wanted > 0)
    unlisted = events & found.unlisted[here]
    line: dict[str, float | int] = {"words": int(here.sum()), "events": int(events.sum())}
    line["precision"] = round(right.sum() / max(1, (told > 0).sum()), 3)
    if events.any():
        line["recall"] = round(right.sum() / events.sum(), 3)
        line["type"] = round(float((shares[events][:, 1:].argmax(-1) + 1 == wanted[events]).mean()), 3)
        line["unlisted"] = int(unlisted.sum())
        line["unlisted found"] = round(right[unlisted].mean(), 3) if unlisted.any() else 0.0
    if events.any() and not events.all():
        line["average precision"] = round(float(average_precision_score(events, 1 - shares[:, 0])), 3)
    return line


def main() -> None:
    """Read the command line, fit, print, write."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument(
        "--weights", type=Path, default=WEIGHTS, help="the tagger's folder, where events.npz goes"
    )
    ask.add_argument("--without", action="append", default=[], metavar="SET")
    ask.add_argument("--share", type=float, default=1.0, help="of the generator's texts")
    ask.add_argument("--epochs", type=int, default=EPOCHS)
    asked = ask.parse_args()
    torch.set_num_threads(1)
    tagger = Tagger.load(asked.weights, threads=1)
    words = gathered(asked.data, asked.out, tuple(asked.without), tagger, asked.share)
    head, mean, spread = fitted(words, asked.epochs)
    for name, found in words.sets.items():
        if found.held_out.any():
            print(name, json.dumps(figures(head, mean, spread, found)))
    write(head, mean, spread, asked.weights / "events.npz")


if __name__ == "__main__":
    main()

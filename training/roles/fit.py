"""Train the role model: `python -m training.roles.fit --data ../shared/data --out DIR`.

In: MUC-4's training documents and the pinned encoder. Out: DIR/model.pt (the running mean of the weights), DIR/last.pt
(to go on with `--resume`) and DIR/log.jsonl. The weights that are kept are an exponential moving average over steps.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional
from training.fit import ENCODER, save
from training.roles import gold
from training.roles.gold import ROLES, TYPES, Labelled
from training.roles.network import RoleReader
from training.roles.start import STARTS, begin
from training.roles.windows import Window, windows

from dateline.annotate.wordpiece import WordPiece

BATCH_PIECES = 4096
WARM_UP, DECAY = 0.08, 0.995
HIDDEN_PIECE = "[MASK]"
"""What hides a piece from the model in training."""
UNPOINTED = 0.6
"""Weight of a filler's further occurrences, which the annotators didn't point at."""


@dataclass(frozen=True, slots=True)
class Example:
    """One window with labels: roles [W, R] of 0, 1, 2, their weights [W, R], types of words [W, T] and of the document."""

    window: Window
    roles: Tensor
    weights: Tensor
    word_types: Tensor
    known: Tensor
    types: Tensor


def examples(document: Labelled, cutter: WordPiece, longest: int) -> Iterator[Example]:
    """The windows of a document with the labels of their words."""
    count = len(document.bounds)
    roles = torch.zeros(count, len(ROLES), dtype=torch.long)
    weights = torch.ones(count, len(ROLES))
    kinds, known = torch.zeros(count, len(TYPES)), torch.zeros(count)
    for filler in document.fillers:
        inside = slice(filler.first, filler.last + 1)
        roles[inside, filler.role] = 2
        roles[filler.first, filler.role] = 1
        weights[inside, filler.role] = 1.0 if filler.pointed else UNPOINTED
        kinds[inside, list(filler.types)] = 1.0
        known[inside] = 1.0
    types = torch.zeros(len(TYPES))
    types[list(document.types)] = 1.0
    for window in windows(document.words, document.sentences, cutter, longest):
        of = slice(window.first, window.last + 1)
        yield Example(window, roles[of], weights[of], kinds[of], known[of], types)


def collated(batch: Sequence[Example]) -> tuple[tuple[Tensor, Tensor, Tensor], dict[str, Tensor]]:
    """Inputs and labels, padded; weights are 0 where there is no word."""
    longest = max(len(e.window.pieces) for e in batch)
    widest = max(len(e.window.starts) for e in batch)
    pieces = torch.zeros(len(batch), longest, dtype=torch.long)
    mask, first = torch.zeros_like(pieces), torch.zeros(len(batch), widest, dtype=torch.long)
    labels = {
        "roles": torch.zeros(len(batch), widest, len(ROLES), dtype=torch.long),
        "weights": torch.zeros(len(batch), widest, len(ROLES)),
        "word_types": torch.zeros(len(batch), widest, len(TYPES)),
        "known": torch.zeros(len(batch), widest),
        "types": torch.stack([e.types for e in batch]),
    }
    for row, e in enumerate(batch):
        pieces[row, : len(e.window.pieces)] = torch.tensor(e.window.pieces)
        mask[row, : len(e.window.pieces)] = 1
        first[row, : len(e.window.starts)] = torch.tensor(e.window.starts)
        for name, value in (
            ("roles", e.roles),
            ("weights", e.weights),
            ("word_types", e.word_types),
            ("known", e.known),
        ):
            labels[name][row, : len(value)] = value
    return (pieces, mask, first), labels


def loss_of(model: RoleReader, inputs: tuple[Tensor, Tensor, Tensor], labels: dict[str, Tensor]) -> Tensor:
    """Cross entropy of the roles (summed over roles, mean over words), of the types of role words, of the document's types."""
    roles, word_types, types = (x.float() for x in model(*inputs))
    shaped = roles.view(*roles.shape[:2], len(ROLES), 3)
    each = functional.cross_entropy(shaped.flatten(0, 2), labels["roles"].flatten(), reduction="none")
    weights = labels["weights"].flatten()
    role_loss = (each * weights).sum() / weights.sum() * len(ROLES) * 10
    of_words = functional.binary_cross_entropy_with_logits(
        word_types, labels["word_types"], reduction="none"
    ).sum(-1)
    word_loss = (of_words * labels["known"]).sum() / labels["known"].sum().clamp(min=1.0)
    of_documents = functional.binary_cross_entropy_with_logits(types, labels["types"])
    return role_loss + 0.3 * word_loss + 1.0 * of_documents


def batches(found: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Windows of like length together, at most `BATCH_PIECES` each, in random order."""
    order = sorted(found, key=lambda e: len(e.window.pieces) * (1 + 0.15 * chance.random()))
    out: list[list[Example]] = [[]]
    for one in order:
        if out[-1] and len(one.window.pieces) * (len(out[-1]) + 1) > BATCH_PIECES:
            out.append([])
        out[-1].append(one)
    chance.shuffle(out)
    return out


class Run:
    """One training run."""

    def __init__(self, plan: argparse.Namespace) -> None:
        self.plan, self.begun, self.epoch = plan, time.monotonic(), 0
        torch.manual_seed(plan.seed)
        self.cutter = WordPiece.load(ENCODER / "vocab.txt")
        self.mask = (ENCODER / "vocab.txt").read_text("utf-8").splitlines().index(HIDDEN_PIECE)
        self.train = gold.load(plan.data / "muc4" / "train.jsonl.gz")
        self.model = RoleReader(len(ROLES), len(TYPES))
        begin(self.model.encoder, plan.start)
        self.mean = {k: v.clone() for k, v in self.model.state_dict().items()}
        encoder = [p for n, p in self.model.named_parameters() if n.startswith("encoder.")]
        heads = [p for n, p in self.model.named_parameters() if not n.startswith("encoder.")]
        groups = [{"params": encoder, "lr": plan.rate}, {"params": heads, "lr": 5 * plan.rate}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        for group in self.optimiser.param_groups:
            group["full"] = group["lr"]
        self.steps = 0

    def resume(self) -> None:
        """Take up the last checkpoint, if there is one."""
        if (self.plan.out / "last.pt").exists():
            state = torch.load(self.plan.out / "last.pt", weights_only=True)
            self.model.load_state_dict(state["model"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.mean, self.epoch, self.steps = state["mean"], state["epoch"], state["steps"]

    def train_epoch(self) -> Iterator[float]:
        """Go once through what this epoch shows, yielding each step's loss."""
        chance = random.Random(f"{self.plan.seed} {self.epoch}")
        torch.manual_seed(self.plan.seed * 1000 + self.epoch)
        drawn = gold.shown(self.train, self.plan.share, chance)
        found = [e for d in drawn for e in examples(d, self.cutter, chance.choice(self.plan.lengths))]
        steps = batches(found, chance)
        for number, batch in enumerate(steps):
            self._set_rate((self.epoch + number / len(steps)) / self.plan.epochs)
            inputs, labels = collated(batch)
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(self.model, (self._hidden(inputs[0]), *inputs[1:]), labels)
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            self.optimiser.step()
            self._average()
            yield loss.item()

    def _hidden(self, pieces: Tensor) -> Tensor:
        """Some pieces hidden, so that no single name decides; the marks at both ends stay."""
        drawn = (torch.rand(pieces.shape) < self.plan.hidden) & (pieces > self.cutter.end)
        return pieces.masked_fill(drawn, self.mask)

    def _set_rate(self, progress: float) -> None:
        share = min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP))
        for group in self.optimiser.param_groups:
            group["lr"] = group["full"] * max(share, 0.0)

    def _average(self) -> None:
        self.steps += 1
        decay = min(DECAY, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                self.mean[name].lerp_(value, 1 - decay)

    def close_epoch(self, losses: Sequence[float]) -> None:
        """Log and save."""
        self.epoch += 1
        line = {"epoch": self.epoch, "minutes": round((time.monotonic() - self.begun) / 60, 1),
                "loss": round(math.fsum(losses) / len(losses), 4)}  # fmt: skip
        print(json.dumps(line), flush=True)
        with (self.plan.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        save(self.mean, self.plan.out / "model.pt")
        state = {"model": self.model.state_dict(), "optimiser": self.optimiser.state_dict()}
        save(
            {**state, "mean": self.mean, "epoch": self.epoch, "steps": self.steps}, self.plan.out / "last.pt"
        )


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument(
        "--share", type=float, default=0.5, help="of the documents without an incident, shown in an epoch"
    )
    parser.add_argument(
        "--lengths", type=int, nargs="+", default=[192, 256, 384, 512],
        help="pieces of a window, drawn for each document and epoch",
    )  # fmt: skip
    parser.add_argument("--hidden", type=float, default=0.08, help="share of pieces hidden from the model")
    parser.add_argument("--start", choices=STARTS, default=STARTS[0], help="whose encoder to begin with")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--minutes", type=float, default=math.inf, help="stop after the epoch that passes this"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true")
    return parser.parse_args()


def main() -> None:
    """Train until the plan's epochs or minutes are used up."""
    plan = arguments()
    plan.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(plan.threads)
    run = Run(plan)
    if plan.resume:
        run.resume()
    while run.epoch < plan.epochs and time.monotonic() - run.begun < 60 * plan.minutes:
        losses = []
        for loss in run.train_epoch():
            losses.append(loss)
            if len(losses) % 20 == 0:
                print(
                    run.epoch,
                    len(losses),
                    round(math.fsum(losses[-20:]) / 20, 3),
                    round(time.monotonic() - run.begun),
                    flush=True,
                )
        run.close_epoch(losses)


if __name__ == "__main__":
    main()

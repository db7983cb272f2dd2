"""The stages that make all trained weights, in their order: what each takes, runs and leaves behind.

A stage is one or more of the commands of this folder. What it leaves are files below the target (by default this
repository), and its checkpoints below the folder of the run, so that the next stage can start on another machine that has
both. The roles' networks are made for a bench only; the reader takes the first five stages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
TAGGER = Path("src/dateline/annotate/weights")


@dataclass(frozen=True, slots=True)
class Plan:
    """What the command line asks for: `into` is the root below which weights are written."""

    data: Path
    out: Path
    into: Path = ROOT
    without: tuple[str, ...] = ()
    threads: int = 2
    share: float = 1.0

    def sets(self, known: tuple[str, ...]) -> list[str]:
        """`--without SET` for each set to be left out that a stage knows."""
        return [word for name in self.without if name in known for word in ("--without", name)]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its public sets, what it leaves below the target, minutes on two free cores, and its commands."""

    name: str
    sets: tuple[str, ...]
    leaves: tuple[Path, ...]
    minutes: int
    commands: Callable[[Plan], list[list[str]]]
    needs_sets: bool = False

    def is_excluded(self, plan: Plan) -> bool:
        """Whether every set that the stage rests on is left out."""
        return self.needs_sets and set(self.sets) <= set(plan.without)


def tagger(plan: Plan) -> list[list[str]]:
    """The linguistic network, its int8 graph, and the graph's states of words."""
    run, into = str(plan.out / "tagger"), str(plan.into / TAGGER)
    fit = ["training.fit", "--data", str(plan.data), "--out", run, "--epochs", "8", "--resume"]
    return [
        [*fit, "--threads", str(plan.threads), *plan.sets(TAGGER_SETS)],
        ["training.export", "--run", run, "--into", into],
        ["training.triggers.states", "--graph", f"{into}/reader.onnx"],
    ]


def events(plan: Plan) -> list[list[str]]:
    """The head of event words on the tagger's states."""
    weights = ["--weights", str(plan.into / TAGGER), "--share", str(plan.share)]
    fit = ["training.triggers.fit", "--data", str(plan.data), "--out", str(plan.out / "events"), *weights]
    return [[*fit, *plan.sets(EVENT_SETS)]]


def attribution(plan: Plan) -> list[list[str]]:
    """The wider net of attribution."""
    made = plan.into / ATTRIBUTION
    return [["training.attribution.fit", "--data", str(plan.data / "polnear"), "--out", str(made)]]


def sites(plan: Plan) -> list[list[str]]:
    """Which places are an event's."""
    return [["training.sites.fit", "--data", str(plan.data), "--out", str(plan.into / SITES)]]


def scores(plan: Plan) -> list[list[str]]:
    """The scores of events and of tallies, with the reader as the stages before have made it."""
    return [
        ["training.scores", "--into", str(plan.into / SCORES)],
        ["training.tally_scores", "--into", str(plan.into / TALLY_SCORES)],
    ]


def roles(plan: Plan) -> list[list[str]]:
    """The two networks of roles and their graphs."""
    made = []
    for name, longest, options in ROLE_RUNS:
        run = str(plan.out / name)
        fit = ["training.roles.fit", "--data", str(plan.data), "--out", run, *options.split(), "--resume"]
        made.append([*fit, "--threads", str(plan.threads)])
        into = str(plan.into / "training/roles/weights")
        made.append(
            ["training.roles.export", "--run", run, "--into", into, "--name", name, "--longest", longest]
        )
    return made


TAGGER_SETS = ("ewt", "gum", "re3d", "wikievents", "ecbplus", "event_location")
EVENT_SETS = ("rams", "wikievents", "event_location", "plover_gsr", "ecbplus", "ewt")
ROLE_RUNS = (
    ("roles", "512", "--epochs 13 --share 0.4 --start pinned --lengths 512 --hidden 0"),
    ("roles256", "256", "--epochs 12 --start tagger --lengths 192 256 384 512 --hidden 0.08"),
)
ATTRIBUTION = Path("training/attribution/weights/attribution.npz")
SITES = Path("training/sites/weights/sites.json")
SCORES = Path("src/dateline/extract/weights/scores.json")
TALLY_SCORES = Path("src/dateline/extract/weights/tally_scores.json")
STAGES = (
    Stage(
        "tagger", TAGGER_SETS,
        tuple(TAGGER / name for name in ("reader.onnx", "relations.npz", "labels.json", "vocab.txt")), 35, tagger,
    ),
    Stage("events", EVENT_SETS, (TAGGER / "events.npz",), 6, events),
    Stage("attribution", ("polnear",), (ATTRIBUTION,), 10, attribution, needs_sets=True),
    Stage("sites", ("event_location",), (SITES,), 3, sites, needs_sets=True),
    Stage("scores", (), (SCORES, TALLY_SCORES), 2, scores),
    Stage(
        "roles", ("muc4",),
        tuple(Path("training/roles/weights") / f"{name}.onnx" for name, _, _ in ROLE_RUNS), 80, roles, needs_sets=True,
    ),
)  # fmt: skip

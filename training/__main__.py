"""Make all trained weights with one command: `python -m training --data ../shared/data --out DIR`.

    --stages NAME ...   some of tagger, events, attribution, sites, scores, roles; each runs in that order
    --without SET       leave a public set out (again for more); a stage that has no other is passed over
    --into ROOT         where the weights go, by default this repository; what earlier stages made is read there
    --plan              print the stages with their expected time, and do nothing
    --again             also run what is done

A stage that has ended leaves DIR/STAGE.done with a digest of each file that it made; it isn't run again while the files are
the same. One that was stopped goes on from its last checkpoint. To go on with another machine, take DIR and ROOT there.
Seeds are fixed; sums on several threads still differ in the last digits from machine to machine.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from training.stages import ROOT, STAGES, Plan, Stage


def digests(stage: Stage, into: Path) -> dict[str, str]:
    """The digest of each file that a stage leaves; empty for one that isn't there."""
    files = {str(path): into / path for path in stage.leaves}
    return {
        name: sha256(path.read_bytes()).hexdigest() if path.exists() else "" for name, path in files.items()
    }


def is_done(stage: Stage, plan: Plan) -> bool:
    """Whether the stage has ended and what it made is still as it left it."""
    mark = plan.out / f"{stage.name}.done"
    return mark.exists() and json.loads(mark.read_text("utf-8"))["files"] == digests(stage, plan.into)


def run(stage: Stage, plan: Plan) -> None:
    """Run a stage's commands, each in a process of its own, and mark it as done."""
    begun = time.monotonic()
    for path in stage.leaves:
        (plan.into / path).parent.mkdir(parents=True, exist_ok=True)
    for command in stage.commands(plan):
        print("python -m", *command, flush=True)
        subprocess.run([sys.executable, "-m", *command], check=True, cwd=ROOT)
    made = digests(stage, plan.into)
    missing = [name for name, digest in made.items() if not digest]
    if missing:
        raise SystemExit(f"{stage.name}: its commands ended without {', '.join(missing)}")
    minutes = round((time.monotonic() - begun) / 60, 1)
    (plan.out / f"{stage.name}.done").write_text(
        json.dumps({"files": made, "minutes": minutes}, indent=1), "utf-8"
    )
    print(f"{stage.name}: done in {minutes} minutes", flush=True)


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    ask = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--out", type=Path, default=Path(".cache/training"))
    ask.add_argument("--into", type=Path, default=ROOT)
    ask.add_argument(
        "--stages", nargs="+", choices=[s.name for s in STAGES], default=[s.name for s in STAGES]
    )
    ask.add_argument("--without", action="append", default=[], metavar="SET")
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--share", type=float, default=1.0, help="of the texts of our own in stage events")
    ask.add_argument("--plan", action="store_true")
    ask.add_argument("--again", action="store_true")
    return ask.parse_args(words)


def main() -> None:
    """Print the plan and run it."""
    asked = arguments()
    plan = Plan(
        asked.data.resolve(), asked.out.resolve(), asked.into.resolve(), tuple(asked.without), asked.threads, asked.share
    )  # fmt: skip
    known = {name for stage in STAGES for name in stage.sets}
    if unknown := set(plan.without) - known:
        raise SystemExit(
            f"--without: no set {', '.join(sorted(unknown))}; the sets are {', '.join(sorted(known))}"
        )
    plan.out.mkdir(parents=True, exist_ok=True)
    chosen = [stage for stage in STAGES if stage.name in asked.stages]
    for stage in chosen:
        state = (
            "left out"
            if stage.is_excluded(plan)
            else "done"
            if is_done(stage, plan)
            else f"about {stage.minutes} minutes"
        )
        print(f"{stage.name:12} {state:18} {' '.join(s for s in stage.sets if s not in plan.without)}")
    for stage in () if asked.plan else chosen:
        if not stage.is_excluded(plan) and (asked.again or not is_done(stage, plan)):
            run(stage, plan)


if __name__ == "__main__":
    main()

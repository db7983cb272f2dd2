"""Decides one thing after another in a process of its own, which tests kill.

    judging_process.py RECORD SEED

Prints the number and the kind of each judgement once it is said to be kept.
"""

from __future__ import annotations

import sys
from random import Random

import click
from decisions import drawn

from dateline.pipeline import judge
from dateline.record import Record

WHAT = ("confirm", "merge", "split", "undo")


def main(place: str, seed: str) -> None:
    chance = Random(int(seed))
    with Record.open(place) as record:
        while True:
            with record.view() as view:
                decision = drawn(view, chance.choice(WHAT), chance.randrange(100), chance.randrange(100))
            if decision is not None:
                number = judge(record, f"ada{seed}", decision)
                click.echo(f"judged {number} {decision.action.value}")


if __name__ == "__main__":
    main(*sys.argv[1:])

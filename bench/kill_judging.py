"""Processes that are killed while they decide: `python -m bench.kill_judging [--kills 50] [--documents 300] [--stores sqlite,postgresql]`.

A process confirms, merges, splits and undoes on a record of the tests' invented reports and is killed (SIGKILL) at a random
moment, over and over. Ends with an error where a judgement that was said to be kept is missing, where the record's own
check finds a fault, or where another record in which the same judgements were made undisturbed holds other rows.
"""

from __future__ import annotations

import argparse
from random import Random

from bench.at_once import add_all, contents, two_places
from runs import judge_again, killed_judging  # in the tests' folders, which bench.at_once has found

from dateline.pipeline import relink
from dateline.record import Record


def killed(place: str, kills: int) -> dict[int, str]:
    """Kill so many processes; the judgements that they said were kept."""
    chance, acknowledged = Random(1), {}
    for seed in range(kills):
        acknowledged |= killed_judging(place, seed, chance.randint(0, 5), chance.random() / 20)
    return acknowledged


def checked(store: str, place: str, undisturbed: str, acknowledged: dict[int, str]) -> int:
    """How many judgements are on record. Ends with an error where something is lost or differs."""
    with Record.open(place) as record:
        with record.view() as view:
            decided = view.judgements()
        faults = [str(fault) for fault in record.check()]
        relink(record)
    lost = acknowledged.items() - {(one.number, one.action.value) for one in decided}
    judge_again(decided, undisturbed)
    left, right = contents(place), contents(undisturbed)
    differing = [name for name in left if left[name] != right[name]]
    if lost or faults or differing:
        raise SystemExit(f"{store}: lost {sorted(lost)}; faults {faults}; other rows in {differing}")
    return len(decided)


def main() -> None:
    """Kill, compare, print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--kills", type=int, default=50)
    ask.add_argument("--documents", type=int, default=300)
    ask.add_argument("--stores", default="sqlite,postgresql")
    asked = ask.parse_args()
    print(
        "| store | killed | judgements said to be kept | on record | lost, faults, other rows |\n|---|---|---|---|---|"
    )
    for store in asked.stores.split(","):
        with two_places(store) as (one, two):
            for place in (one, two):
                add_all(place, asked.documents)
            acknowledged = killed(one, asked.kills)
            kept = checked(store, one, two, acknowledged)
            print(f"| {store} | {asked.kills} | {len(acknowledged)} | {kept} | 0 |", flush=True)


if __name__ == "__main__":
    main()

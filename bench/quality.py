"""One table of every gold set with its field's metric, beside the published bars.

    python -m bench.quality [--data DIR] [--sets a,b,...] [--limit RECORDS] [--format text|json]

DIR has one folder a set, laid out like ../shared/data; each set's module measures the files that are there, so that
a folder with test.jsonl in place of dev.jsonl is scored by the same code. A set without files, or whose measuring
module this checkout does not have ("not built"), is named, not failed.
`--limit` caps the records of each file: a quick look, whose figures are not to be quoted.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from bench.figures import Figure


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A set by its name on the command line, its folder under DIR and the module that measures it."""

    name: str
    folder: str
    module: str


SETS = (
    GoldSet("muc4", "muc4", "bench.templates"),
    GoldSet("rams", "rams", "bench.rams"),
    GoldSet("wikievents", "wikievents", "bench.wikievents"),
    GoldSet("event-places", "event_location", "bench.event_places"),
    GoldSet("re3d", "re3d", "bench.re3d"),
    GoldSet("toponyms", "geo", "bench.toponyms"),
    GoldSet("times", "temporal", "bench.times"),
    GoldSet("attribution", "polnear", "bench.attribution"),
    GoldSet("plover", "plover_cameo", "bench.event_types"),
    GoldSet("case", "case2021_task2", "bench.case2021"),
    GoldSet("casualties", "", "bench.archives"),
    GoldSet("ecbplus", "ecbplus", "bench.ecbplus"),
    GoldSet("linking", "gva", "bench.gva_figures"),
)


def figures(
    data: Path, chosen: tuple[GoldSet, ...], limit: int | None
) -> Iterator[tuple[GoldSet, list[Figure]]]:
    """Each set with its figures; none where its files are absent or its measure is not built."""
    for gold in chosen:
        folder = data / gold.folder
        measured = folder.is_dir() and built(gold)
        yield gold, import_module(gold.module).measure(folder, limit) if measured else []


def built(gold: GoldSet) -> bool:
    """Whether this checkout has the set's module."""
    return find_spec(gold.module) is not None


def line(figure: Figure) -> str:
    """A figure as a row of the table; `below` marks one under what the project asks of itself."""
    asked = "" if figure.asked is None else f"{100 * figure.asked:5.1f}"
    short = "below" if figure.asked is not None and figure.value < figure.asked else ""
    return (
        f"{figure.set:15} {figure.metric:44} {100 * figure.value:6.1f} {figure.n:7}  "
        f"{asked:5} {short:5}  {figure.split:26} {figure.bar}"
    ).rstrip()


def main() -> None:
    """Measure the chosen sets and print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=Path(os.environ.get("DATELINE_DATA", "../shared/data")))
    ask.add_argument("--sets", default="", help=f"some of {', '.join(s.name for s in SETS)}")
    ask.add_argument("--limit", type=int, help="records of each file at most")
    ask.add_argument("--format", choices=("text", "json"), default="text")
    asked = ask.parse_args()
    names = [name for name in asked.sets.split(",") if name]
    unknown = sorted(set(names) - {s.name for s in SETS})
    if unknown:
        ask.error(f"no set {', '.join(unknown)}; there are {', '.join(s.name for s in SETS)}")
    if not asked.data.is_dir():
        ask.error(f"{asked.data} is no folder; give --data the folder that holds the sets")
    chosen = tuple(s for s in SETS if not names or s.name in names)
    if asked.format == "text":
        print(f"{'set':15} {'metric':44} {'%':>6} {'n':>7}  {'asked':5} {'':5}  {'file':26} published")
    for gold, found in figures(asked.data, chosen, asked.limit):
        if not found:
            why = f"no files of it in {asked.data / gold.folder}" if built(gold) else "not built"
            print(f"{gold.name}: {why}", file=sys.stderr)
        for figure in found:
            print(json.dumps(asdict(figure)) if asked.format == "json" else line(figure), flush=True)


if __name__ == "__main__":
    main()

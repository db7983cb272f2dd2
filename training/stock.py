"""Names to draw on: columns of the tables of `dateline.knowledge`, and the lists beside this file, cut into words."""

import csv
from pathlib import Path

from training.words import words

import dateline.knowledge

TABLES = Path(dateline.knowledge.__file__).parent / "tables"


def column(table: str, *names: str) -> list[str]:
    """Return the values of some columns of a table of knowledge, alternatives apart, none empty."""
    with (TABLES / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    values = (value for row in rows for name in names for value in row[name].split(";"))
    return [value.removeprefix("the ") for value in values if value]


def cut(name: str) -> tuple[str, ...]:
    """Return the words of a name."""
    return tuple(name[a:b] for a, b in words(name, 0, len(name)))


def listed(name: str) -> list[str]:
    """Return the lines of `lists/NAME.txt`, without comments."""
    lines = (Path(__file__).parent / "lists" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]

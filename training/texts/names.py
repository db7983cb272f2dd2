"""What the slots of a template may hold: the rows of `tables/names.txt`, the lists of training and of dateline.knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from training.stock import column, listed

TABLES = Path(__file__).parent / "tables"


@cache
def lines(name: str) -> tuple[str, ...]:
    """The rows of a table beside this file, without comments and empty lines."""
    rows = (TABLES / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(row for row in rows if row.strip() and not row.startswith("#"))


@cache
def slots() -> Mapping[str, tuple[str, ...]]:
    """The choices of every slot."""
    own = {
        name.strip(): tuple(choice.strip() for choice in choices.split(";") if choice.strip())
        for name, _, choices in (row.partition("|") for row in lines("names"))
    }
    regions = [
        name.removesuffix(" County") for name in column("provinces", "name") + column("districts", "name")
    ]
    demonyms = [name for name in column("countries", "demonyms") if " " not in name]
    public = listed("ministries") + listed("organisations")
    return own | {
        "PLACE": tuple(regions + column("capitals", "name") * 4),
        "COUNTRY": tuple(column("countries", "name")),
        "CAPITAL": tuple(column("capitals", "name")),
        "DEMONYM": tuple(demonyms),
        "GROUP": tuple(column("actors", "name", "aliases")),
        "ORG": tuple(f"the {name}" for name in public),
    }

"""One thing that is wrong in a record, and what to do about each kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

BACKUP = "go back to a backup: what a record keeps for good was changed from outside"
READ_AGAIN = "read the document again with a newer version, or go back to a backup"
RELINK = "run `dateline relink`"
REPORT = "go back to a backup, and please report it"


@dataclass(frozen=True, slots=True)
class Fault:
    """The item that is wrong, what is wrong with it, and the remedy."""

    item: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.item}: {self.problem}; {self.remedy}"


Checked = Iterator[tuple[Fault, ...]]
"""The faults of one item after another; none for most."""


def parsed(body: str) -> Any:
    """A body from its text. Raises ValueError for what is no JSON."""
    return json.loads(body)

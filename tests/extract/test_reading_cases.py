"""One row of tests/cases/reading.tsv a construction: the sentence and the one event that it must give."""

from __future__ import annotations

import pytest

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from dateline.model.reading import Event
from dateline.model.values import Count
from tests.extract.conftest import document, rows

ROWS = rows("reading")


@pytest.mark.parametrize("row", ROWS, ids=[r["construction"] for r in ROWS])
def test_construction(row: dict[str, str], tools: Tools) -> None:
    events = read_document(document(row["text"]), tools).events
    if row["expected"] == "-":
        assert not events, [f"{e.type} {e.trigger.text}" for e in events]
        return
    kind, _, _ = row["expected"].partition(" ")
    wanted = [part for part in row["expected"].removeprefix(kind).strip().split(" ") if part]
    found = [e for e in events if _is_kind(e, kind)]
    assert found, f"no {kind} among {[(str(e.type), e.mode) for e in events]}"
    failures = [part for part in _joined(wanted) if not any(_holds(e, part) for e in found)]
    assert not failures, f"{failures} not in {found[0]}"


def _joined(parts: list[str]) -> list[str]:
    """Parts with values of several words put together again."""
    whole: list[str] = []
    for part in parts:
        if "=" in part:
            whole.append(part)
        else:
            whole[-1] += f" {part}"
    return whole


def _is_kind(event: Event, kind: str) -> bool:
    name, _, mode = kind.partition("/")
    return event.type == name and (not mode or event.mode == mode)


def _holds(event: Event, part: str) -> bool:
    name, _, value = part.partition("=")
    if name in {"killed", "injured"}:
        return _range(getattr(event, name)) == value
    if name == "certainty":
        return event.certainty == value
    names = " | ".join(a.name for a in getattr(event, name))
    return all(word in names for word in value.split(";"))


def _range(count: Count | None) -> str:
    return "" if count is None else f"{count.low}..{'*' if count.high is None else count.high}"

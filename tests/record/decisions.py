"""Decisions on whatever a record holds, chosen by numbers, for tests that draw them."""

from __future__ import annotations

from dateline.model.judgement import Decision
from dateline.record import View, deciding

KINDS = ("merge", "split", "correct", "dispute", "retract", "confirm", "undo")


def drawn(view: View, what: str, one: int, other: int) -> Decision | None:
    """The decision that the numbers choose, or None where there is nothing of that kind to decide."""
    there = sorted(view.incidents(), key=lambda i: min(i.reports))
    first, second = there[one % len(there)], there[other % len(there)]
    out = first.reports[other % len(first.reports)]
    match what:
        case "merge":
            return None if first.id == second.id else deciding.merge(view, [first.id, second.id], "")
        case "split":
            named = f"{out.document}/{out.event}"
            return None if len(first.reports) < 2 else deciding.split(view, [first.id, named], "")
        case "correct":
            return deciding.correct(view, first.id, "killed", str(other), "")
        case "dispute":
            return deciding.dispute(view, first.id, "killed", "")
        case "retract":
            return deciding.retract(view, out.document, "")
        case "confirm":
            return deciding.confirm(view, [first.id], ("killed", None)[other % 2], "")
    made = view.judgements()
    return deciding.undo(view, made[one % len(made)].number, "") if made else None

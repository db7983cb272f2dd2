"""Judgements for a person: who decided what, when and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Any

from dateline.cli.text.phrases import amount
from dateline.model.judgement import Action, Judgement


def lines(judgements: Sequence[Judgement], holding: Set[int]) -> Iterator[str]:
    """One line each; those that no longer hold say so."""
    if not judgements:
        yield "No judgements on record."
    for judgement in judgements:
        gone = judgement.number not in holding and judgement.action is not Action.UNDO
        yield line(judgement) + ("  [undone]" if gone else "")


def line(judgement: Judgement) -> str:
    """ "4  2021-07-25 10:12  ada  correct i-7f3a9c killed: 12 — the hospital list"."""
    decision = judgement.decision
    words = [judgement.action.value, decision.item]
    if decision.undoes is not None:
        words = [f"undo {decision.undoes}", f"({decision.item})"]
    if decision.field:
        told = f": {value(decision.value)}" if judgement.action is not Action.DISPUTE else ""
        words.append(decision.field + told)
    if decision.apart:
        words.append("without " + ", ".join(f"{a.document}/{a.event}" for a in decision.reports))
    why = f" — {decision.reason}" if decision.reason else ""
    return f"{judgement.number:4}  {judgement.at:%Y-%m-%d %H:%M}  {judgement.author}  {' '.join(words)}{why}"


def value(told: Any) -> str:
    """A field's value from its JSON, in a few words."""
    if told is None:
        return "nothing said"
    if isinstance(told, list):
        return "; ".join(str(item["text"]) for item in told) or "nobody"
    if isinstance(told, dict) and "low" in told:
        return amount(told["low"], told["high"])
    if isinstance(told, dict):
        return told["start"] if told["start"] == told["end"] else f"{told['start']} to {told['end']}"
    return str(told)

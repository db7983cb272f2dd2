"""Judgements as JSON and back, in the shape that docs/judgements.md gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dateline.model.judgement import Action, Anchor, Decision, Judgement


def judgement_to_dict(judgement: Judgement) -> dict[str, Any]:
    """The judgement as JSON values."""
    decision = judgement.decision
    return {
        "number": judgement.number,
        "at": judgement.at.isoformat(),
        "author": judgement.author,
        "action": judgement.action.value,
        "item": decision.item,
        "reason": decision.reason,
        "field": decision.field,
        "undoes": decision.undoes,
        **decision_body(decision),
    }


def decision_body(decision: Decision) -> dict[str, Any]:
    """What of a decision only that decision has."""
    return {
        "reports": [_anchor_to_dict(a) for a in decision.reports],
        "apart": [_anchor_to_dict(a) for a in decision.apart],
        "value": decision.value,
    }


def judgement_from_dict(data: Mapping[str, Any]) -> Judgement:
    """A judgement from a dictionary that `judgement_to_dict` made."""
    decision = Decision(
        Action(data["action"]),
        data["item"],
        data["reason"],
        tuple(Anchor(**a) for a in data["reports"]),
        tuple(Anchor(**a) for a in data["apart"]),
        data["field"],
        data["value"],
        data["undoes"],
    )
    return Judgement(data["number"], datetime.fromisoformat(data["at"]), data["author"], decision)


def _anchor_to_dict(anchor: Anchor) -> dict[str, Any]:
    return {
        "document": anchor.document,
        "event": anchor.event,
        "start": anchor.start,
        "end": anchor.end,
    }

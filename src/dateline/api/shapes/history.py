"""What was done to an item, and by whom."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from dateline.model.incident import Change
from dateline.model.judgement import Judgement, standing
from dateline.model.judgement_codec import judgement_to_dict


class ChangeShape(BaseModel):
    """One line of the record's history."""

    number: int
    at: str
    author: str
    action: str
    item: str
    detail: dict[str, Any]


class AnchorShape(BaseModel):
    """An event of a document as the person saw it, by the characters of its trigger."""

    document: str
    event: str
    start: int
    end: int


class JudgementShape(BaseModel):
    """A person's decision. `holds` is false for one that was undone, and for an undoing."""

    number: int
    at: str
    author: str
    action: str
    item: str
    reason: str
    field: str | None
    undoes: int | None
    reports: list[AnchorShape]
    apart: list[AnchorShape]
    value: Any
    holds: bool


class HistoryShape(BaseModel):
    """Changes by the machine and by people, and the judgements about the item."""

    changes: list[ChangeShape]
    judgements: list[JudgementShape]


def change_to_dict(change: Change) -> dict[str, Any]:
    """The change as JSON values."""
    return {
        "number": change.number,
        "at": change.at.isoformat(),
        "author": change.author,
        "action": change.action,
        "item": change.item,
        "detail": json.loads(change.detail),
    }


def with_standing(shown: Sequence[Judgement], all_of_them: Sequence[Judgement]) -> list[dict[str, Any]]:
    """Judgements as JSON values, each with whether it holds among all that were made."""
    holding = {judgement.number for judgement in standing(all_of_them)}
    return [{**judgement_to_dict(j), "holds": j.number in holding} for j in shown]

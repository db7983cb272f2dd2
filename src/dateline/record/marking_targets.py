"""What a person names to put a marking on, found on record -> a target that is anchored to characters."""

from __future__ import annotations

from dateline.errors import UnknownItem, UsageError
from dateline.model.claim_anchor import claim_anchors
from dateline.model.judgement import FIELDS
from dateline.model.marking import Target
from dateline.record.view import View

MARKED_FIELDS = (*FIELDS, "says")
"""The fields that can be marked by themselves: those of an incident, and who says so."""

JUDGEMENT = "judgement:"


def target(view: View, item: str, field: str | None = None) -> Target:
    """A document, DOCUMENT/CLAIM, or judgement:NUMBER. Raises UnknownItem, and UsageError for what has no fields."""
    if field is not None and field not in MARKED_FIELDS:
        raise UsageError(f"{field}: no such field; the fields are {', '.join(MARKED_FIELDS)}")
    if item.startswith(JUDGEMENT):
        return _judgement(view, item.removeprefix(JUDGEMENT), field)
    try:
        return Target(view.document(item).id, field=field)
    except UnknownItem:
        document, slash, claim = item.rpartition("/")
        if not slash:
            raise
    return _claim(view, document, claim, field)


def _judgement(view: View, number: str, field: str | None) -> Target:
    if field is not None:
        raise UsageError("a judgement is marked as a whole; leave out the field")
    found = next((j for j in view.judgements() if str(j.number) == number), None)
    if found is None:
        raise UnknownItem(f"{number}: no judgement has this number; `dateline judge list` shows them all")
    return Target(judgement=found.number)


def _claim(view: View, document: str, claim: str, field: str | None) -> Target:
    found = next((a for a in claim_anchors(view.reading(document)) if a.id == claim), None)
    if found is None:
        raise UnknownItem(
            f"{document}/{claim}: the document makes no such claim; `dateline show {document}` lists them"
        )
    return Target(document, claim, found.span.start, found.span.end, field)

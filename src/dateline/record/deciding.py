"""What a person names, found on record -> a decision that is anchored to reports.

In: ids of incidents and documents, and events as DOCUMENT/EVENT. Out: a `Decision`. Raises UnknownItem for what isn't
there, and UsageError for what can't be decided that way.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.errors import UnknownItem, UsageError
from dateline.model.incident import Report
from dateline.model.incident_codec import incident_to_dict
from dateline.model.judgement import FIELDS, Action, Anchor, Decision, anchor
from dateline.record.view import View
from dateline.resolve.corrections import field_value


def confirm(view: View, items: Sequence[str], field: str | None, reason: str) -> Decision:
    """An incident's reports belong together; or its present value of a field stands; or several items are one."""
    if field is None or len(items) > 1:
        return Decision(Action.CONFIRM, " ".join(items), reason, _all_reports(view, items))
    incident = view.incident(items[0])
    value = incident_to_dict(incident)[_checked(field)]
    return Decision(
        Action.CONFIRM, incident.id, reason, anchors(view, incident.reports), field=field, value=value
    )


def merge(view: View, items: Sequence[str], reason: str) -> Decision:
    """Incidents, or single events, that are one happening."""
    reports = _all_reports(view, items)
    if len(reports) < 2 or len(set(items)) < 2:
        raise UsageError("name two incidents or more, or events as DOCUMENT/EVENT, that are one")
    return Decision(Action.MERGE, " ".join(items), reason, reports)


def split(view: View, items: Sequence[str], reason: str) -> Decision:
    """The first item without the others: an incident without some of its reports, or two events that are two."""
    out = [report for item in items[1:] for report in _members(view, item, items[0])]
    rest = [report for report in _reports(view, items[0]) if report not in out]
    if not out or not rest:
        raise UsageError(f"{items[0]}: name some of its reports as DOCUMENT/EVENT, but not all of them")
    return Decision(Action.SPLIT, items[0], reason, anchors(view, out), anchors(view, rest))


def correct(view: View, item: str, field: str, text: str, reason: str) -> Decision:
    """A field's value is another."""
    incident = view.incident(item)
    value = field_value(_checked(field), text, incident)
    return Decision(
        Action.CORRECT, incident.id, reason, anchors(view, incident.reports), field=field, value=value
    )


def dispute(view: View, item: str, field: str | None, reason: str) -> Decision:
    """Somebody doubts an incident or one of its values, which stays as it is."""
    incident = view.incident(item)
    checked = _checked(field) if field is not None else None
    return Decision(Action.DISPUTE, incident.id, reason, anchors(view, incident.reports), field=checked)


def retract(view: View, document: str, reason: str) -> Decision:
    """A document no longer counts; its anchors are the reports beside which its own stood."""
    view.document(document)
    of = view.memberships()
    left = {key for (name, _), key in of.items() if name == document}
    beside = [Report(*report) for report, key in sorted(of.items()) if key in left]
    return Decision(Action.RETRACT, document, reason, anchors(view, beside))


def undo(view: View, number: int, reason: str) -> Decision:
    """A judgement no longer holds."""
    undone = next((j for j in view.judgements() if j.number == number), None)
    if undone is None:
        raise UnknownItem(f"{number}: no judgement has this number; `dateline judge list` shows them all")
    return Decision(Action.UNDO, undone.decision.item, reason, undoes=number)


def anchors(view: View, reports: Sequence[Report]) -> tuple[Anchor, ...]:
    """Where the reports' events stand in their documents."""
    readings = {key: view.reading(key) for key in dict.fromkeys(r.document for r in reports)}
    found = []
    for report in dict.fromkeys(reports):
        event = next((e for e in readings[report.document].events if e.id == report.event), None)
        if event is None:
            raise UnknownItem(
                f"{report.document}/{report.event}: the document tells of no such event; "
                f"`dateline show {report.document}` lists them"
            )
        found.append(anchor(report.document, event))
    return tuple(found)


def _all_reports(view: View, items: Sequence[str]) -> tuple[Anchor, ...]:
    return anchors(view, [report for item in items for report in _reports(view, item)])


def _reports(view: View, item: str) -> list[Report]:
    """An incident's reports, or the one event that DOCUMENT/EVENT names."""
    document, slash, event = item.rpartition("/")
    return [Report(document, event)] if slash else list(view.incident(item).reports)


def _members(view: View, item: str, whole: str) -> list[Report]:
    """One event by its name, or an incident's reports from one document."""
    if "/" in item or "/" in whole:
        return _reports(view, item)
    found = [report for report in _reports(view, whole) if report.document == item]
    if not found:
        raise UnknownItem(f"{item}: no report of {whole} comes from a document of this id")
    return found


def _checked(field: str) -> str:
    if field not in FIELDS:
        raise UsageError(f"{field}: no such field; the fields are {', '.join(FIELDS)}")
    return field

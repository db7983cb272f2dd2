"""Judgements over the incidents that linking made: what people say of their values stands above what the rules chose.

In: incidents and the judgements that hold. Out: the incidents with corrected and confirmed values, each marked with the
judgement that it stands on. A judgement is about the incident that has most of the reports that it was made on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model.incident import Basis, Incident, Report
from dateline.model.incident_codec import incident_from_dict, incident_to_dict
from dateline.model.judgement import Action, Judgement

BY_A_PERSON = {Action.CONFIRM: "confirmed by a person", Action.CORRECT: "corrected by a person"}
"""The rule that a field's value stands on when a person has decided it."""


def judged(incidents: Sequence[Incident], judgements: Sequence[Judgement]) -> tuple[Incident, ...]:
    """The incidents as people's judgements, which hold and come oldest first, leave them."""
    of = {report: index for index, incident in enumerate(incidents) for report in incident.reports}
    about: dict[int, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        index = _about(judgement, of)
        if index is not None:
            about[index].append(judgement)
    return tuple(_judged(item, about[n]) if n in about else item for n, item in enumerate(incidents))


def retracted(judgements: Sequence[Judgement]) -> dict[str, Judgement]:
    """The newest retraction of each document that is retracted; `judgements` hold and come oldest first."""
    return {j.decision.item: j for j in judgements if j.action is Action.RETRACT}


def _about(judgement: Judgement, of: Mapping[Report, int]) -> int | None:
    """The incident with most of the reports; of several the one with the smallest report."""
    reports = sorted(a.report for a in judgement.decision.reports if a.report in of)
    if not reports or judgement.action is Action.RETRACT:
        return None
    counts = Counter(of[report] for report in reports)
    first = {index: reports.index(r) for r in reversed(reports) for index in (of[r],)}
    return min(counts, key=lambda index: (-counts[index], first[index]))


def _judged(incident: Incident, judgements: Sequence[Judgement]) -> Incident:
    decided = {
        j.decision.field: j
        for j in judgements
        if j.decision.field is not None and j.action in (Action.CONFIRM, Action.CORRECT)
    }
    values = {field: j.decision.value for field, j in decided.items()}
    changed = incident_from_dict({**incident_to_dict(incident), **values})
    basis = (*(b for b in incident.basis if b.field not in decided), *map(_basis, decided.values()))
    return replace(
        changed,
        basis=tuple(sorted(basis, key=lambda b: b.field)),
        judgements=tuple(j.number for j in judgements),
        disputed=_disputed(judgements),
    )


def _basis(judgement: Judgement) -> Basis:
    return Basis(judgement.decision.field or "", BY_A_PERSON[judgement.action], judgement.number)


def _disputed(judgements: Sequence[Judgement]) -> tuple[str, ...]:
    """Fields, or "incident" for all of it, that somebody disputes."""
    fields = (j.decision.field or "incident" for j in judgements if j.action is Action.DISPUTE)
    return tuple(sorted(set(fields)))

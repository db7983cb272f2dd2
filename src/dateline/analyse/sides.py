"""All that stands beside an incident's current values: claims, conflicts, tolls over time, judgements, retracted reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from dateline.model.incident import Incident, Report
from dateline.model.incident_codec import incident_to_dict, report_to_dict
from dateline.model.judgement import Action, Judgement
from dateline.model.judgement_codec import judgement_to_dict
from dateline.model.precision_codes import precision_codes
from dateline.record.view import View
from dateline.resolve.claims import (
    Claim,
    Step,
    claim_to_dict,
    claims,
    conflicting,
    step_to_dict,
    toll_over_time,
)

HARMS = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Sides:
    """`conflicts` are fields; `tolls` the steps of each harm; `retracted` pairs a report that once stood here, why.

    `partners` names the partner that a document came from.
    """

    incident: Incident
    claims: tuple[Claim, ...]
    conflicts: tuple[str, ...]
    tolls: dict[str, tuple[Step, ...]]
    judgements: tuple[Judgement, ...]
    retracted: tuple[tuple[Report, Judgement], ...]
    partners: Mapping[str, str]

    @classmethod
    def of(cls, view: View, incident: Incident) -> Sides:
        """Gathered from the record."""
        found, judged = claims(view.reported(incident)), view.judged()
        there = set(incident.reports)
        return cls(
            incident,
            found,
            conflicting(found),
            {harm: toll_over_time(found, harm) for harm in HARMS},
            tuple(j for j in judged if there & {a.report for a in (*j.decision.reports, *j.decision.apart)}),
            tuple((r, j) for j in judged if j.action is Action.RETRACT for r in _retracted(j, there)),
            _partners(view, incident),
        )

    def to_dict(self) -> dict[str, Any]:
        """The incident as JSON values with what stands beside it."""
        return {
            **incident_to_dict(self.incident),
            "claims": [
                {**claim_to_dict(claim), "partner": self.partners.get(claim.report.document)}
                for claim in self.claims
            ],
            "conflicts": list(self.conflicts),
            "tolls": {harm: [step_to_dict(step) for step in steps] for harm, steps in self.tolls.items()},
            "judged": [judgement_to_dict(judgement) for judgement in self.judgements],
            "retracted": [{**report_to_dict(r), "judgement": j.number} for r, j in self.retracted],
            "precision_codes": asdict(precision_codes(self.incident)),
        }


def _partners(view: View, incident: Incident) -> dict[str, str]:
    documents = {report.document for report in incident.reports}
    return {one.document: one.partner for one in view.exchange().received_documents(documents)}


def _retracted(judgement: Judgement, there: set[Report]) -> list[Report]:
    """The reports of a retracted document that stood beside one of these."""
    reports = [anchor.report for anchor in judgement.decision.reports]
    if there.isdisjoint(reports):
        return []
    return [report for report in reports if report.document == judgement.decision.item]

"""Ids of incidents that stay the same while their reports mostly stay together."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model.incident import Incident, Report


def with_stable_ids(
    incidents: Sequence[Incident], before: Mapping[tuple[str, str], str]
) -> tuple[Incident, ...]:
    """The incidents under ids: each old id goes to the cluster with most of its old reports, new ones are made.

    A new id is derived from the smallest report of the cluster, so that two processes make the same one.
    """
    claims = sorted(
        (-count, incident.reports[0], old, index)
        for index, incident in enumerate(incidents)
        for old, count in _old_ids(incident, before).items()
    )
    chosen: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, old, index in claims:
        if index not in chosen and old not in taken:
            chosen[index] = old
            taken.add(old)
    found = []
    for index, incident in enumerate(incidents):
        key = chosen.get(index) or _fresh(incident.reports, taken)
        taken.add(key)
        found.append(replace(incident, id=key))
    return tuple(found)


def _old_ids(incident: Incident, before: Mapping[tuple[str, str], str]) -> Counter[str]:
    """How many of an incident's reports each old incident had."""
    keys = [(r.document, r.event) for r in incident.reports]
    return Counter(before[key] for key in keys if key in before)


def _fresh(reports: Sequence[Report], taken: set[str]) -> str:
    first = min(reports)
    digest = hashlib.sha256(f"{first.document}\x00{first.event}".encode()).hexdigest()
    length = 6
    while f"i-{digest[:length]}" in taken:
        length += 1
    return f"i-{digest[:length]}"

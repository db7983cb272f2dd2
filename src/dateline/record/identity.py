"""Ids of incidents that stay the same while their reports mostly stay together."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.model.incident import Incident, Report

_NONE: Mapping[tuple[str, str], str] = {}


Ids = Mapping[tuple[str, str], str]
"""The id of an incident for each report, by document and event."""


def with_stable_ids(
    incidents: Sequence[Incident],
    before: Ids,
    former: Ids = _NONE,
    elsewhere: Callable[[str], bool] = lambda key: False,
) -> tuple[Incident, ...]:
    """The incidents under ids: each old id goes to the cluster with most of its old reports, new ones are made.

    `former` are ids that the reports' incidents had before they were merged or dissolved: an incident that comes
    back, as when a merge is undone, gets its id back. A new id is derived from the smallest report of the cluster,
    so that two processes make the same one; `elsewhere` says whether the rest of the record has it.
    """
    claims = sorted(
        claim
        for index, incident in enumerate(incidents)
        for is_former, ids in enumerate((before, former))
        for claim in _claims(index, incident, ids, is_former)
    )
    chosen: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, _, old, index in claims:
        if index not in chosen and old not in taken:
            chosen[index] = old
            taken.add(old)
    found = []
    for index, incident in enumerate(incidents):
        key = chosen.get(index) or _fresh(incident.reports, lambda key: key in taken or elsewhere(key))
        taken.add(key)
        found.append(replace(incident, id=key))
    return tuple(found)


def _claims(
    index: int, incident: Incident, ids: Ids, is_former: int
) -> Iterator[tuple[int, int, tuple[str, str], str, int]]:
    """How strongly an incident claims each old id: the more of its reports had it, then the smaller the first one."""
    of: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for report in incident.reports:
        key = (report.document, report.event)
        if key in ids:
            of[ids[key]].append(key)
    for old, keys in of.items():
        yield -len(keys), is_former, min(keys), old, index


def _fresh(reports: Sequence[Report], taken: Callable[[str], bool]) -> str:
    first = min(reports)
    digest = hashlib.sha256(f"{first.document}\x00{first.event}".encode()).hexdigest()
    length = 6
    while taken(f"i-{digest[:length]}"):
        length += 1
    return f"i-{digest[:length]}"

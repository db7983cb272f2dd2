"""A comparison of two records -> JSON values, rows of CSV, and the totals by country and month.

Our names are masked like in every export; the other record's are its own, and are shown as they stand.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TextIO

from dateline.analyse.comparison import FIELDS, Comparison, Match, agreement
from dateline.model.foreign import ForeignIncident
from dateline.model.incident import Incident
from dateline.share.private_persons import shown
from dateline.share.sides import country_of
from dateline.share.table import cell
from dateline.share.words import place_name

COLUMNS = (
    "status",
    "ours",
    "theirs",
    "line",
    *(f"{s}_{f}" for f in FIELDS for s in ("our", "their", "same")),
    "bits",
)
Totals = dict[tuple[str, str], list[int]]


def totals(found: Comparison) -> list[dict[str, Any]]:
    """For each country and month: incidents and dead of both records, and how many incidents match."""
    table: Totals = defaultdict(lambda: [0] * 5)
    for ours in (*found.only_ours, *(m.ours for m in found.matched)):
        month = ours.when.start.isoformat()[:7] if ours.when else ""
        _add(table[country_of(ours) or "", month], 0, ours.killed.best if ours.killed else 0)
    for theirs in (*found.only_theirs, *(m.theirs for m in found.matched)):
        _add(table[theirs.country or "", theirs.when.start.isoformat()[:7]], 2, theirs.best or 0)
    for match in found.matched:
        table[match.theirs.country or "", match.theirs.when.start.isoformat()[:7]][4] += 1
    names = ("our_incidents", "our_dead", "their_incidents", "their_dead", "matched")
    return [
        {"country": c, "month": m, **dict(zip(names, row, strict=True))}
        for (c, m), row in sorted(table.items())
    ]


def _add(row: list[int], place: int, dead: int) -> None:
    """Count one incident and its dead; `place` is where its record's two numbers stand."""
    row[place] += 1
    row[place + 1] += dead


def as_dict(found: Comparison, names: bool) -> dict[str, Any]:
    """The comparison as JSON values."""
    rates = {f: {"agree": a, "of": n} for f in FIELDS for a, n in [agreement(found, f)]}
    return {
        "matched": [_match(m, names) for m in found.matched],
        "only_ours": [_ours(i, names) for i in found.only_ours],
        "only_theirs": [_theirs(f) for f in found.only_theirs],
        "totals": totals(found),
        "agreement": rates,
    }


def write_comparison(found: Comparison, out: TextIO, names: bool) -> None:
    """One row for each incident of either record."""
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for row in _rows(found, names):
        rows.writerow([cell(row.get(c)) for c in COLUMNS])


def _rows(found: Comparison, names: bool) -> Iterator[dict[str, Any]]:
    for match in found.matched:
        row: dict[str, Any] = {"status": "matched", "ours": match.ours.id, "theirs": match.theirs.id}
        row |= {"line": match.theirs.line, "bits": match.bits}
        for told in _match(match, names)["fields"]:
            field = told["field"]
            row |= {f"our_{field}": told["ours"], f"their_{field}": told["theirs"]}
            row[f"same_{field}"] = {True: "yes", False: "no", None: None}[told["agrees"]]
        yield row
    for ours in (_ours(i, names) for i in found.only_ours):
        fields = {f"our_{f}": ours[f] for f in FIELDS}
        yield {"status": "only ours", "ours": ours["id"], **fields}
    for theirs in (_theirs(f) for f in found.only_theirs):
        fields = {f"their_{f}": theirs[f] for f in FIELDS}
        yield {"status": "only theirs", "theirs": theirs["id"], "line": theirs["line"], **fields}


def _match(match: Match, names: bool) -> dict[str, Any]:
    mine = _ours(match.ours, names)
    fields = [
        {
            "field": d.field,
            "ours": mine[d.field] if d.field in ("place", "actors") else d.ours,
            "theirs": d.theirs,
            "agrees": d.agrees,
        }
        for d in match.fields
    ]
    return {
        "ours": match.ours.id,
        "theirs": match.theirs.id,
        "line": match.theirs.line,
        "bits": match.bits,
        "fields": fields,
    }


def _ours(incident: Incident, names: bool) -> dict[str, Any]:
    return {
        "id": incident.id,
        "date": f"{incident.when.start} to {incident.when.end}" if incident.when else "",
        "place": place_name(incident, names) or "",
        "toll": incident.killed.best if incident.killed else None,
        "actors": "; ".join(shown(incident.actors, incident, names)),
    }


def _theirs(foreign: ForeignIncident) -> dict[str, Any]:
    return {
        "id": foreign.id,
        "line": foreign.line,
        "date": f"{foreign.when.start} to {foreign.when.end}",
        "place": foreign.places[0].name if foreign.places else "",
        "toll": foreign.best,
        "actors": "; ".join(foreign.actors),
    }

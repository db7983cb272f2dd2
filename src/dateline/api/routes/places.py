"""/places: where incidents happened, by name, with how many and with what harm."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from dateline.api.access import Reader, may_see_names
from dateline.api.asked import Words, plain
from dateline.api.cursors import cursor as cursor_at
from dateline.api.cursors import number_after
from dateline.api.fresh import FRESH
from dateline.api.shapes.listing import Listing
from dateline.api.taken import Names, Pages, Served
from dateline.knowledge.folding import fold
from dateline.record import Points
from dateline.share.private_persons import shown_home

router = APIRouter(prefix="/places", tags=["places"])

Key = tuple[str, float | None, float | None, str | None]


class PlaceLine(BaseModel):
    """A place where incidents happened; `killed` and `injured` sum the best values, `first` and `last` are days."""

    name: str
    lat: float | None
    lon: float | None
    precision: str | None
    incidents: int
    killed: int
    injured: int
    first: str | None
    last: str | None


@router.get("", dependencies=[FRESH], response_model=Listing[PlaceLine])
def list_places(
    desk: Served,
    reader: Reader,
    pages: Pages,
    q: Words = "",
    names: Names = False,
) -> Any:
    """Places, those with most incidents first; `q` are letters of the name."""
    shown, part = may_see_names(reader, names), fold(plain("q", q))
    begin = number_after(pages.cursor, ("places", q)) or 0
    with desk.record.view() as view:
        listed = desk.answers.get(("places", shown), view.version(), lambda: _places(view.points(), shown))
    found = [place for place in listed if part in fold(place["name"])]
    more = cursor_at(begin + pages.limit, ("places", q)) if len(found) > begin + pages.limit else None
    return {"items": found[begin : begin + pages.limit], "next": more, "total": len(found)}


def _places(points: Points, shown: bool) -> list[dict[str, Any]]:
    found: dict[Key, list[int]] = {}
    for row, name in enumerate(points.place):
        if name:
            key = (
                name if shown else shown_home(name),
                points.lat[row],
                points.lon[row],
                points.precision[row],
            )
            found.setdefault(key, []).append(row)
    lines = (_line(key, rows, points) for key, rows in found.items())
    return sorted(lines, key=lambda line: (-line["incidents"], line["name"], str(line["lat"])))


def _line(key: Key, rows: list[int], points: Points) -> dict[str, Any]:
    days = sorted(day for row in rows if (day := points.start[row]))
    return {
        "name": key[0],
        "lat": key[1],
        "lon": key[2],
        "precision": key[3],
        "incidents": len(rows),
        "killed": _sum(points.killed, rows),
        "injured": _sum(points.injured, rows),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
    }


def _sum(column: tuple[int | None, ...], rows: Iterable[int]) -> int:
    return sum(column[row] or 0 for row in rows)

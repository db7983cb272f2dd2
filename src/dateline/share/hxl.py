"""Incidents -> CSV with a row of HXL hashtags below the header.

Hashtags and attributes are those of the Humanitarian Exchange Language 1.1 (hxlstandard.org, "HXL hashtag dictionary"):
core hashtags only, attributes of its dictionary (+min, +max, +killed, +injured, +v_iso2) or plain words, which the
standard allows.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from dateline.model.incident import Incident
from dateline.share.columns import COLUMNS as OWN
from dateline.share.columns import Column
from dateline.share.table import write_table
from dateline.share.words import country_name

TAGS: dict[str, str] = {
    "id": "#event+id",
    "type": "#event+type",
    "mode": "#event+mode",
    "start": "#date+start",
    "end": "#date+end",
    "time_precision": "#meta+date+precision",
    "place": "#loc+name",
    "located_at": "#loc+name+located",
    "lat": "#geo+lat",
    "lon": "#geo+lon",
    "place_precision": "#geo+precision",
    "country": "#country+code+v_iso2",
    "country_name": "#country+name",
    "killed_low": "#affected+killed+min",
    "killed_best": "#affected+killed",
    "killed_high": "#affected+killed+max",
    "injured_low": "#affected+injured+min",
    "injured_best": "#affected+injured",
    "injured_high": "#affected+injured+max",
    "actors": "#group+name+actor",
    "recipients": "#group+name+recipient",
    "weapons": "#item+weapon",
    "certainty": "#status+certainty",
    "outlets": "#meta+source",
    "reports": "#meta+reports+num",
    "origins": "#meta+origins+num",
    "documents": "#meta+documents+id",
}
COLUMNS: tuple[Column, ...] = (*OWN[:12], Column("country_name", lambda i, _: country_name(i)), *OWN[12:])


def write_hxl(incidents: Iterable[Incident], out: TextIO, names: bool) -> None:
    """Write the header, the hashtags and the rows."""
    write_table(COLUMNS, incidents, out, names, tags=[TAGS[c.name] for c in COLUMNS])

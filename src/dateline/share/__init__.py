"""Incidents -> other programs' formats: one file for each format, and who may see which names.

In: incidents and an open binary file. Out: what the format holds of them, written one at a time, and a count of what
it couldn't hold. A format is one module and one row of FORMATS.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, TextIO

from dateline.errors import UsageError
from dateline.model.incident import Incident
from dateline.share import losses as lost
from dateline.share.acled import kept as kept_by_acled
from dateline.share.acled import write_acled
from dateline.share.csv import write_csv
from dateline.share.geojson import write_geojson
from dateline.share.hxl import write_hxl
from dateline.share.losses import Loss
from dateline.share.parquet import write_parquet
from dateline.share.plover import write_plover
from dateline.share.ucdp import kept as kept_by_ucdp
from dateline.share.ucdp import write_ucdp

__all__ = ["FORMATS", "Format", "Written", "find_format", "write"]

TextWriter = Callable[[Iterable[Incident], TextIO, bool], None]
BinaryWriter = Callable[[Iterable[Incident], BinaryIO, bool], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the name that commands take; its writer takes incidents, a file and whether to show names.

    `losses` are what it can't hold; `left_out` says which incidents have no place in it at all, `kept` tells them.
    """

    name: str
    media_type: str
    text: TextWriter | None = None
    binary: BinaryWriter | None = None
    losses: tuple[Loss, ...] = ()
    left_out: str = ""
    kept: Callable[[Incident], bool] = lambda _: True


@dataclass(slots=True)
class Written:
    """What an export did: incidents written and left out, and how many of them each loss touched."""

    count: int = 0
    left_out: int = 0
    losses: Counter[str] = field(default_factory=Counter)


FORMATS: tuple[Format, ...] = (
    Format("csv", "text/csv", write_csv, losses=(lost.LINKS,)),
    Format("geojson", "application/geo+json", write_geojson, losses=(lost.LINKS,)),
    Format("parquet", "application/vnd.apache.parquet", binary=write_parquet, losses=(lost.LINKS,)),
    Format("hxl", "text/csv", write_hxl, losses=(lost.LINKS,)),
    Format(
        "acled",
        "text/csv",
        write_acled,
        losses=(
            lost.INJURED,
            lost.RANGE,
            lost.WEAPONS,
            lost.MODE,
            lost.ENDS,
            lost.ORIGINS,
            lost.ACLED_TIME,
            lost.ACLED_PLACE,
            lost.LINKS,
        ),
        left_out="neither attacks nor protests",
        kept=kept_by_acled,
    ),
    Format(
        "ucdp",
        "text/csv",
        write_ucdp,
        losses=(lost.INJURED, lost.CERTAINTY, lost.OPEN, lost.WEAPONS, lost.MODE, lost.UCDP_TIME, lost.LINKS),
        left_out="no attacks that may have killed somebody",
        kept=kept_by_ucdp,
    ),
    Format(
        "plover",
        "text/tab-separated-values",
        write_plover,
        losses=(
            lost.TOLL,
            lost.INJURED,
            lost.CERTAINTY,
            lost.WEAPONS,
            lost.PLOVER_MODE,
            lost.LAST_DAY,
            lost.ORIGINS,
            lost.LINKS,
        ),
    ),
)


def find_format(name: str) -> Format:
    """The format of that name. Raises UsageError."""
    found = next((f for f in FORMATS if f.name == name), None)
    if found is None:
        raise UsageError(f"{name} is no export format; choose one of {', '.join(f.name for f in FORMATS)}")
    return found


def write(form: str, incidents: Iterable[Incident], out: BinaryIO, *, names: bool = False) -> Written:
    """Write incidents to an open binary file in the format of that name.

    Private persons are shown as "a person" unless `names`. Raises UsageError for a name that is no format.
    """
    chosen, done = find_format(form), Written()
    counted = _counted(chosen, incidents, done)
    if chosen.binary:
        chosen.binary(counted, out, names)
    elif chosen.text:
        text = io.TextIOWrapper(out, encoding="utf-8", newline="")
        try:
            chosen.text(counted, text, names)
        finally:
            text.detach()
    return done


def _counted(chosen: Format, incidents: Iterable[Incident], done: Written) -> Iterator[Incident]:
    for incident in incidents:
        if not chosen.kept(incident):
            done.left_out += 1
            continue
        done.count += 1
        done.losses.update(loss.what for loss in chosen.losses if loss.touches(incident))
        yield incident

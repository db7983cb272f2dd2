"""`dateline incidents`: list and filter the incidents on record."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import Day, as_of_option, record_option
from dateline.cli.records import open_record_as_of
from dateline.model.vocabulary import Certainty, EventType, Mode

if TYPE_CHECKING:
    from dateline.record import IncidentFilter, View

PAGE = 100
"""Incidents on a page where only a cursor is given."""


class Circle(click.ParamType[tuple[float, float, float]]):
    """LAT,LON,KM: a point in degrees and a distance in kilometres."""

    name = "LAT,LON,KM"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float, float]:
        """The three numbers, or a usage error that shows how to write them."""
        if isinstance(value, tuple):
            return value[0], value[1], value[2]
        try:
            lat, lon, reach = (float(part) for part in value.split(","))
        except ValueError:
            self.fail(f"{value!r} is no circle; write it like 36.19,44.01,50", param, ctx)
        if not (-90 <= lat <= 90 and -180 <= lon <= 180 and reach > 0):
            self.fail(
                f"{value!r} lies outside the world; latitude is -90 to 90, longitude -180 to 180", param, ctx
            )
        return lat, lon, reach


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the options ask for."""

    since: date | None
    until: date | None
    modes: tuple[str, ...]
    place: str
    near: tuple[float, float, float] | None
    actor: str
    certainty: str | None
    killed_min: int | None
    injured_min: int | None
    outlet: str
    everything: bool

    def wanted(self) -> IncidentFilter:
        """The filter that the record understands."""
        from dateline.record import IncidentFilter

        return IncidentFilter(
            self.since,
            self.until,
            () if self.everything else (EventType.ASSAULT,),
            tuple(Mode(m) for m in self.modes),
            self.place,
            self.near,
            self.actor,
            Certainty(self.certainty) if self.certainty else None,
            self.killed_min,
            self.injured_min,
            self.outlet,
        )


@click.command(
    "incidents",
    epilog="Examples: dateline incidents --since 2021-01-01 --mode drone · dateline incidents --near 36.19,44.01,50 --format geojson · "
    "dateline incidents --killed-min 10 --limit 20 · dateline incidents --mode drone --chart",
)
@click.option("--since", type=Day(), help="Incidents that may have happened on or after this day.")
@click.option("--until", type=Day(), help="Incidents that may have happened on or before this day.")
@click.option(
    "--mode", "modes", multiple=True, type=click.Choice([m.value for m in Mode]), help="May be repeated."
)
@click.option("--place", default="", metavar="NAME", help="A place's name.")
@click.option("--near", type=Circle(), help="Within so many kilometres of a point.")
@click.option("--actor", default="", metavar="NAME", help="Who did it, or to whom it was done.")
@click.option(
    "--certainty",
    type=click.Choice([c.value for c in Certainty]),
    help="The least sure that will do: asserted is surest, then alleged, possible, planned, general, denied.",
)
@click.option("--killed-min", type=click.IntRange(0), help="At least so many killed by the lowest claim.")
@click.option("--injured-min", type=click.IntRange(0), help="At least so many injured by the lowest claim.")
@click.option("--outlet", default="", metavar="NAME", help="Reported by this outlet.")
@click.option("--all", "everything", is_flag=True, help="Political events too, not only assaults.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "geojson", "parquet"]),
    default="table",
    show_default=True,
)
@click.option("--chart", is_flag=True, help="A bar for each day, week or month instead of a list.")
@click.option("--limit", type=click.IntRange(1, 10_000), help="One page of so many incidents.")
@click.option("--after", metavar="CURSOR", help="The page after the one that ended with this cursor.")
@click.option("--names", is_flag=True, help="Show the names of private persons.")
@as_of_option
@record_option
def command(
    form: str,
    names: bool,
    record_url: str | None,
    as_of: datetime | None,
    limit: int | None,
    after: str | None,
    **options: Any,
) -> None:
    """List the incidents on record, latest first.

    With --limit or --after a page of them; standard error then ends with `more:` and the options that give the next
    page, if there is one. Pages neither repeat nor miss an incident when others are added in between.
    """
    chart: bool = options.pop("chart")
    wanted = _Asked(**options).wanted()
    with open_record_as_of(record_url, as_of).view() as view:
        if chart:
            _draw(view, wanted)
            return
        if limit is None and after is None:
            _print(list(view.incidents(wanted)), form, names)
            return
        page = view.page(wanted, limit or PAGE, after)
    _print(list(page.incidents), form, names)
    if page.after:
        click.echo(f"more: --limit {limit or PAGE} --after {page.after}", err=True)


def _draw(view: View, wanted: IncidentFilter) -> None:
    from dateline.analyse.histogram import histogram
    from dateline.cli.text.chart import lines

    for line in lines(histogram(view.points(wanted))):
        click.echo(line)


def _print(found: list[Any], form: str, names: bool) -> None:
    if form == "json":
        from dateline.model.incident_codec import incident_to_dict

        click.echo(json.dumps([incident_to_dict(i) for i in found], ensure_ascii=False, indent=1))
    elif form == "table":
        from dateline.cli.text.incidents import lines

        for line in lines(found, names):
            click.echo(line)
    else:
        from dateline.share import write

        write(form, found, sys.stdout.buffer, names=names)

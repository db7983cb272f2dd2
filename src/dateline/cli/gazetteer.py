"""`dateline gazetteer`: look up places, or load a GeoNames dump."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.errors import UsageError


@click.group(
    "gazetteer", epilog="Examples: dateline gazetteer find Harir · dateline gazetteer load allCountries.zip"
)
def command() -> None:
    """Look up places, or load a GeoNames dump with villages, bases and airports."""


@command.command("find", epilog="Example: dateline gazetteer find Harir")
@click.argument("name")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 500))
def find(name: str, limit: int) -> None:
    """List the places called NAME, biggest first."""
    from dateline.knowledge.gazetteer import Gazetteer

    found = Gazetteer.open().find(name)
    if not found:
        raise UsageError(
            f"{name!r} is not in the gazetteer; `dateline gazetteer load` adds villages, bases and airports"
        )
    for place in found[:limit]:
        click.echo(
            f"{place.name:28} {place.country:3} {place.province:22} {place.feature:6} {place.lat:9.4f} {place.lon:9.4f} {place.population:>10,}"
        )


@command.command("load", epilog="Example: dateline gazetteer load allCountries.zip")
@click.argument("dump", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def load(dump: Path) -> None:
    """Load a GeoNames DUMP: allCountries.zip, or one country's zip or txt."""
    from dateline.knowledge.gazetteer import Gazetteer

    count = Gazetteer.open().load(dump, lambda done: click.echo(f"\r  {done:,} places ", nl=False, err=True))
    click.echo(f"\r{count:,} places loaded from {dump.name}")

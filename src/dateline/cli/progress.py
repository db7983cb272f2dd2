"""Progress on standard error, on a terminal only."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dateline.pipeline import Progress


class Meter:
    """One line that is written over: documents taken in, documents read, documents a second."""

    def __init__(self, quiet: bool = False) -> None:
        self.shown = not quiet and sys.stderr.isatty()
        self.start = time.monotonic()

    def show(self, progress: Progress) -> None:
        """Write the line anew."""
        if self.shown:
            pace = progress.read / max(0.1, time.monotonic() - self.start)
            click.echo(
                f"\r  {progress.taken} taken in, {progress.read} read, {pace:.1f} a second ",
                nl=False,
                err=True,
            )

    def close(self) -> None:
        """End the line."""
        if self.shown:
            click.echo("\r" + " " * 60 + "\r", nl=False, err=True)

"""The command line: one file for each command."""

from __future__ import annotations

import os


def main() -> None:
    """Run the command that the arguments name; exit 0 all well, 1 some sources failed, 2 wrong usage."""
    # The reader's matrices are small: several threads for each of them wait for one another longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from dateline.cli.application import application

    application(prog_name="dateline")

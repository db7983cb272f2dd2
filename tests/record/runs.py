"""Runs of adding that tests start, watch and compare."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from fake_reader import make_fake_reader, report

from dateline.engines.local import InProcess
from dateline.model.document import Document
from dateline.pipeline import AddReport, add
from dateline.record import Record

SCRIPT = Path(__file__).parent / "adding_process.py"
HOW_MANY = 40


def reports(how_many: int = HOW_MANY) -> list[Document]:
    """The first of the invented reports."""
    return [report(number) for number in range(how_many)]


def add_all(place: str, how_many: int = HOW_MANY) -> AddReport:
    """Add them in this process."""
    with Record.open(place) as record:
        return add(reports(how_many), record, InProcess(), make=make_fake_reader)


def start(place: str, seconds: float, *limits: object) -> subprocess.Popen[str]:
    """A process that adds them, taking so long for each."""
    return run(place, HOW_MANY, seconds, *limits)


def run(*arguments: object) -> subprocess.Popen[str]:
    """The adding process with these arguments."""
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def lines(process: subprocess.Popen[str]) -> Iterator[str]:
    """What it says, line by line."""
    assert process.stdout
    for line in process.stdout:
        yield line.strip()


def acknowledged(said: list[str]) -> tuple[int, int]:
    """Documents and readings that a process last said were kept."""
    _, taken, read = next(line for line in reversed(said) if line.startswith("kept")).split()
    return int(taken), int(read)

"""Runs of adding that tests start, watch and compare."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from fake_reader import make_telling_reader, report

from dateline.engines.local import InProcess
from dateline.model.document import Document
from dateline.model.judgement import Judgement
from dateline.pipeline import AddReport, add, judge
from dateline.record import Record

SCRIPT = Path(__file__).parent / "adding_process.py"
JUDGING = Path(__file__).parent / "judging_process.py"
HOW_MANY = 40


def reports(how_many: int = HOW_MANY) -> list[Document]:
    """The first of the invented reports."""
    return [report(number) for number in range(how_many)]


def add_all(place: str, how_many: int = HOW_MANY) -> AddReport:
    """Add them in this process."""
    with Record.open(place) as record:
        return add(reports(how_many), record, InProcess(), make=make_telling_reader)


def start(place: str, seconds: float, *limits: object) -> subprocess.Popen[str]:
    """A process that adds them, taking so long for each."""
    return run(place, HOW_MANY, seconds, *limits)


def run(*arguments: object) -> subprocess.Popen[str]:
    """The adding process with these arguments."""
    return _process(SCRIPT, *arguments)


def killed_judging(place: str, seed: int, after: int, seconds: float) -> dict[int, str]:
    """A process decides and is killed so long after its so many-th judgement: the judgements that it said were kept."""
    with _process(JUDGING, place, seed) as process:
        said = lines(process)
        heard = [line for line, _ in zip(said, range(after), strict=False)]
        time.sleep(seconds)
        process.kill()
        heard += said
    kept = (line.split() for line in heard if line.count(" ") == 2)
    return {int(number): action for _, number, action in kept}


def judge_again(decided: Sequence[Judgement], place: str) -> None:
    """Another record's judgements, decided one after another on this one."""
    with Record.open(place) as record:
        for one in decided:
            judge(record, one.author, one.decision)


def _process(script: Path, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(script), *map(str, arguments)]
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

"""What the README shows of the sample record is what the commands print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli.application import application

README = Path(__file__).parents[2] / "README.md"
COMMANDS = {"i-9b920e": ("show", "i-9b920e"), "short by": ("tallies",)}
"""How a block of the README begins, and the command whose output it shortens."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    where = str(tmp_path_factory.mktemp("samples") / "samples.sqlite")
    assert CliRunner().invoke(application, ["demo", "--keep", where]).exit_code == 0
    return where


def shown(begins: str) -> Iterator[str]:
    """The lines of the README's block that begins so."""
    blocks = re.findall(r"^```\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (block,) = (b for b in blocks if b.startswith(begins))
    return (line for line in block.splitlines() if line.strip())


@pytest.mark.parametrize("begins", COMMANDS)
def test_the_readme_shows_what_is_printed(begins: str, record: str) -> None:
    printed = CliRunner().invoke(application, [*COMMANDS[begins], "--record", record]).output.splitlines()
    assert [line for line in shown(begins) if line not in printed] == []

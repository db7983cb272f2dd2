"""The documentation is tested: every command has a page, help and examples; pages link to what exists."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dateline.cli.application import COMMANDS, application

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
NAMES = [name for name, _ in COMMANDS]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_a_page_that_names_its_options(name: str) -> None:
    page = (ROOT / "docs" / "commands" / f"{name}.md").read_text("utf-8")
    command = import_module(f"dateline.cli.{name}").command
    options = [o for p in command.params for o in p.opts if o.startswith("--")]
    missing = [o for o in options if o not in page]
    assert not missing, f"docs/commands/{name}.md says nothing of {missing}"


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(name: str) -> None:
    result = CliRunner().invoke(application, [name, "--help"])
    assert result.exit_code == 0
    assert re.search(r"Examples?:", result.output), f"the help of {name} shows no example"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"


def test_nothing_names_this_machine() -> None:
    pattern = re.compile(r"(?<![\w.])/(?:work|root|tmp)/[a-z]")
    for page in PAGES:
        assert not pattern.search(page.read_text("utf-8")), f"{page.name} holds a path of some machine"


GROUPS = {
    name: set(command.commands)
    for name in NAMES
    if isinstance(command := import_module(f"dateline.cli.{name}").command, click.Group)
}


@pytest.mark.parametrize("name", GROUPS)
def test_every_subcommand_stands_in_its_page_with_its_options(name: str) -> None:
    page = (ROOT / "docs" / "commands" / f"{name}.md").read_text("utf-8")
    group = import_module(f"dateline.cli.{name}").command
    missing = [sub for sub in GROUPS[name] if not re.search(rf"[`| ,]{re.escape(sub)}\b", page)]
    options = {o for sub in group.commands.values() for p in sub.params for o in p.opts if o.startswith("--")}
    assert not missing and not [o for o in options if o not in page], (missing, options)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_tells_of_a_subcommand_that_is_not_there(page: Path) -> None:
    told = re.findall(
        r"^\s*dateline (\w+) (\w[\w-]*)|`dateline (\w+) (\w[\w-]*)", page.read_text("utf-8"), re.M
    )
    pairs = [(group or other, sub or another) for group, sub, other, another in told]
    assert [pair for pair in pairs if pair[0] in GROUPS and pair[1] not in GROUPS[pair[0]]] == []

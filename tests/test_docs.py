"""The documentation is tested: every command has a page, help and examples; pages link to what exists."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

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

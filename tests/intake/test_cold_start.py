"""Importing the intake loads nothing heavy, and a format loads only what it needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from . import samples

HEAVY = "trafilatura lxml pypdf warcio feedparser pydantic pydantic_core charset_normalizer numpy onnxruntime sqlalchemy ssl http email urllib platformdirs"


def loaded(code: str) -> set[str]:
    show = f"{code}\nimport sys\nprint(*(name for name in {HEAVY.split()!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_intake_loads_nothing_heavy() -> None:
    assert loaded("import dateline.intake") - loaded("import dateline.model.document, pathlib, re") == set()


@pytest.mark.parametrize(("name", "allowed"), [("a.txt", set()), ("a.json", {"pydantic", "pydantic_core"})])
def test_a_format_loads_only_its_own_library(name: str, allowed: set[str], tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(samples.json_document() if name == "a.json" else samples.TEXT, "utf-8")
    heavy = {
        "trafilatura",
        "lxml",
        "pypdf",
        "warcio",
        "feedparser",
        "pydantic",
        "numpy",
        "ssl",
        "charset_normalizer",
    }
    code = f"from dateline.intake import read_sources\nassert not isinstance(next(read_sources([{str(path)!r}])), Exception)"
    assert loaded(code) & heavy <= allowed

"""Data flows down: a module imports only from folders above its own, lazy and typing-only imports included."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "dateline"
LAYERS = (
    "errors",
    "settings",
    "model",
    "languages",
    "knowledge",
    "intake",
    "annotate",
    "extract",
    "resolve",
    "record",
    "analyse",
    "share",
    "pipeline",
    "engines",
    "api",
    "cli",
)
OUTSIDE = {"__init__", "__main__"}


def _room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    """The top rooms of `dateline` that a module imports, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write it from dateline on"
            names = [node.module or ""] + [f"{node.module}.{a.name}" for a in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "dateline" and len(parts) > 1 and parts[1] in LAYERS:
                yield parts[1]


MODULES = sorted(p for p in SOURCE.rglob("*.py") if _room(p) not in OUTSIDE)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_only_from_above(path: Path) -> None:
    room = _room(path)
    assert room in LAYERS, f"{room} is no room of the house; see docs/house.md"
    below = [name for name in _imports(path) if LAYERS.index(name) > LAYERS.index(room)]
    assert not below, f"{path.name} imports {below}, which lie below {room}"

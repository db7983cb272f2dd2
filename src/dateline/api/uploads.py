"""Uploads into a folder of this server: under names of our own, whose endings only tell the format."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from fastapi import UploadFile

MOST_FILES = 200
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def new_folder() -> Path:
    """A folder that only this user can read."""
    return Path(tempfile.mkdtemp(prefix="dateline-upload-"))


def keep(files: Sequence[UploadFile], folder: Path) -> list[Path]:
    """Write uploads; the paths in order."""
    paths = []
    for number, upload in enumerate(files):
        path = folder / f"{number:04}-{safe_name(upload.filename or 'upload')}"
        with path.open("xb") as file:
            while block := upload.file.read(1 << 20):
                file.write(block)
        paths.append(path)
    return paths


def safe_name(name: str) -> str:
    """The last part of a client's file name, in letters that no system takes for a path."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return _UNSAFE.sub("_", last).lstrip(".")[-80:] or "upload"

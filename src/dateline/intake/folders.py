"""The files of a folder, in order of their names, one at a time.

In: a folder. Out: paths of its files and those of the folders in it, and an error for each link that leads back into
the folder. Only names are held in memory, those of one folder at a time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from dateline.errors import MalformedSource, RefusedSource, SourceError, UnreadableSource


def files_of(folder: str) -> Iterator[str | SourceError]:
    """Paths of files, depth first in order of names; names that start with a dot are left out.

    A link to a folder outside is followed once; one to a folder inside is an error, as its files are read anyway.
    """
    root = os.path.realpath(folder)
    seen: set[str] = set()
    waiting: list[Iterator[os.DirEntry[str] | SourceError]] = [_entries(folder)]
    empty = True
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
        elif isinstance(entry, SourceError):
            empty = False
            yield entry
        elif entry.is_dir():
            problem = _looped(entry, root, seen)
            waiting.append(iter((problem,)) if problem else _entries(entry.path))
        else:
            empty = False
            yield entry.path
    if empty:
        yield MalformedSource(folder, "holds no files", "hidden files are left out")


def _entries(folder: str) -> Iterator[os.DirEntry[str] | SourceError]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(
                (each for each in found if not each.name.startswith(".")), key=lambda each: each.name
            )
    except OSError as error:
        yield UnreadableSource(folder, f"can't be opened ({error.strerror})", "check its permissions")
        return
    yield from entries


def _looped(entry: os.DirEntry[str], root: str, seen: set[str]) -> SourceError | None:
    """The error for a link to a folder that is read anyway, or None."""
    if not entry.is_symlink():
        return None
    target = os.path.realpath(entry.path)
    if target in seen or os.path.commonpath((target, root)) in (target, root):
        return RefusedSource(entry.path, f"is a link to {target}, which is read already", "remove the link")
    seen.add(target)
    return None

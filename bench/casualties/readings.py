"""Documents to readings, over processes, kept under .cache/ until the reader changes.

In: documents. Out: readings by document id; a document that can't be read gives none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from hashlib import sha256
from os import nice
from pathlib import Path
from typing import Any

from dateline.engines.reading import outcome_of
from dateline.extract.reader import make_reader
from dateline.model.codec import reading_to_dict, trusted_reading
from dateline.model.document import Document
from dateline.model.reading import Reading

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "casualties"
PROCESSES = 2
BATCH = 20


def readings(documents: Sequence[Document], name: str) -> dict[str, Reading]:
    """The readings of documents by id; `name` tells sets apart in the cache."""
    folder = CACHE / _fingerprint()
    folder.mkdir(parents=True, exist_ok=True)
    kept = _kept(folder / f"{name}.jsonl")
    missing = [d for d in documents if d.id not in kept]
    with (folder / f"{name}.jsonl").open("a", encoding="utf-8") as store:
        for key, reading in _read(missing):
            kept[key] = reading
            store.write(json.dumps({"id": key, "reading": reading}) + "\n")
    return {d.id: trusted_reading(kept[d.id]) for d in documents if kept[d.id] is not None}


@cache
def _fingerprint() -> str:
    """A digest of the reader's source and of its weights' size and age: a reading is good until these change."""
    digest = sha256()
    for path in sorted((ROOT / "src").rglob("*.py")):
        digest.update(path.read_bytes())
    for path in sorted((ROOT / "src" / "dateline" / "annotate" / "weights").iterdir()):
        digest.update(f"{path.name} {path.stat().st_size}".encode())
    return digest.hexdigest()[:12]


def _kept(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    return {row["id"]: row["reading"] for row in map(json.loads, path.open(encoding="utf-8"))}


def _read(documents: Sequence[Document]) -> Iterable[tuple[str, Any]]:
    batches = [documents[i : i + BATCH] for i in range(0, len(documents), BATCH)]
    with ProcessPoolExecutor(PROCESSES, initializer=nice, initargs=(5,)) as pool:
        for batch in pool.map(_read_batch, batches):
            yield from batch


def _read_batch(documents: Sequence[Document]) -> list[tuple[str, Any]]:
    found = []
    for document in documents:
        outcome = outcome_of(_reader(), document)
        found.append((document.id, reading_to_dict(outcome) if isinstance(outcome, Reading) else None))
    return found


@cache
def _reader() -> Any:
    return make_reader(1)

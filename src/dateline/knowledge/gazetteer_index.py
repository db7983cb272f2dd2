"""The gazetteer's index file: its schema, and how rows get into it.

In: places with their names. Out: an SQLite file that appears whole or not at all. Two builders don't meet: one
holds a lock file while it builds, the other waits for the result.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import KnowledgeError
from dateline.knowledge.folding import fold, sound, without_article

SCHEMA = """
CREATE TABLE places (id INTEGER PRIMARY KEY, label TEXT, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    country TEXT NOT NULL, province TEXT NOT NULL, feature TEXT NOT NULL, population INTEGER NOT NULL,
    cell INTEGER NOT NULL);
CREATE TABLE names (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE INDEX places_cell ON places (cell);
CREATE TABLE loads (path TEXT NOT NULL, places INTEGER NOT NULL);
"""
BATCH = 20_000
# A builder that has not touched its lock for this many seconds is taken for dead: a build takes about ten.
STALE = 300.0
# Before keys of names as they sound, which no name can begin with.
SOUND = "~"
# Countries whose names reach English by transliteration, in many spellings.
TRANSLITERATED = frozenset(
    "IQ SY YE SA AE OM QA BH KW JO LB PS EG LY SD TN DZ MA MR SO DJ IR TD ER EH AF PK ET SS MM UA RU BY TJ UZ TM KG KZ"
    " AZ AM GE IL NG NE ML IN BD NP LK TH KH LA".split()
)
# Countries whose names lose a leading article in much reporting ("Al Ramadi" -> "Ramadi").
ARTICLE_COUNTRIES = frozenset(
    "IQ SY YE SA AE OM QA BH KW JO LB PS IL EG LY SD TN DZ MA MR SO DJ IR TD ER EH".split()
)


@dataclass(frozen=True, slots=True)
class IndexedPlace:
    """A row to be indexed; `label` is the public id where it isn't the GeoNames number."""

    number: int
    name: str
    lat: float
    lon: float
    country: str
    province: str
    feature: str
    population: int
    names: tuple[str, ...] = ()
    label: str | None = None


# Nearly every name is met once: the cache in front of `fold` would only cost.
_fold = fold.__wrapped__


def cell(lat: float, lon: float) -> int:
    """The number of the half-degree cell that holds a point."""
    return int((lat + 90) * 2) * 720 + int((lon + 180) * 2) % 720


def keys(place: IndexedPlace) -> set[str]:
    """The keys under which a place is found."""
    found = {_fold(name) for name in (place.name, *place.names) if _is_name(name)}
    if place.country in ARTICLE_COUNTRIES:
        bare = {key: without_article(key) for key in found}
        found |= {rest for rest in bare.values() if rest}
        found |= {
            key.replace(" ", "", 1) for key, rest in bare.items() if rest and key.startswith(("al ", "el "))
        }
    if place.country in TRANSLITERATED:
        found |= {SOUND + sound(key) for key in found if key.isascii() and len(sound(key)) > 3}
    return {key for key in found if len(key) > 1}


def _is_name(name: str) -> bool:
    """Airport codes and machine romanisations (all in lower case) aren't names that reporting uses."""
    if not name.isascii():
        return True
    if name.isupper() and len(name) <= 3:
        return False
    return name != name.lower()


def insert(connection: sqlite3.Connection, places: Iterable[IndexedPlace]) -> int:
    """Add places and return how many; names are staged and sorted so that memory stays bounded."""
    connection.execute("CREATE TEMP TABLE staged (key TEXT, place INTEGER)")
    count = 0
    for batch in _batches(places):
        connection.executemany("INSERT OR REPLACE INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", map(_row, batch))
        connection.executemany(
            "INSERT INTO staged VALUES (?,?)", ((key, place.number) for place in batch for key in keys(place))
        )
        count += len(batch)
    connection.execute("INSERT OR IGNORE INTO names SELECT key, place FROM staged ORDER BY key, place")
    connection.execute("DROP TABLE staged")
    return count


def _batches(places: Iterable[IndexedPlace]) -> Iterator[list[IndexedPlace]]:
    batch: list[IndexedPlace] = []
    for place in places:
        batch.append(place)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch


def _row(place: IndexedPlace) -> tuple[object, ...]:
    return (
        place.number,
        place.label,
        place.name,
        round(place.lat, 4),
        round(place.lon, 4),
        place.country,
        place.province,
        place.feature,
        place.population,
        cell(place.lat, place.lon),
    )


@contextmanager
def appearing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a new file that takes the name `path` when all went well, and vanishes when not.

    An existing file at `path` is the starting content.
    """
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(draft)) as connection:
            if path.exists():
                with closing(sqlite3.connect(path)) as present:
                    present.backup(connection)
            connection.execute("PRAGMA journal_mode=OFF")
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("PRAGMA cache_size=-65536")
            yield connection
            connection.commit()
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def locked(
    path: Path, patience: float = 120.0, sleep: Callable[[float], None] = time.sleep
) -> Iterator[None]:
    """Hold the lock of the index at `path`; raise KnowledgeError after waiting `patience` seconds."""
    lock = path.with_name(path.name + ".lock")
    waited = 0.0
    while not _taken(lock):
        if waited > patience:
            raise KnowledgeError(
                f"another process holds {lock}; wait for it, or delete the file if none runs"
            )
        sleep(0.1)
        waited += 0.1
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _taken(lock: Path) -> bool:
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        try:
            if time.time() - lock.stat().st_mtime > STALE:
                lock.unlink(missing_ok=True)
        except FileNotFoundError:
            pass
        return False
    return True

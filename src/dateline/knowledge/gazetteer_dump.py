"""A GeoNames dump as places to index.

In: `allCountries.zip`, one country's `.zip`, or the `.txt` inside (https://www.geonames.org/export, CC BY 4.0).
Out: the places worth finding in reports: settlements, units, bases, airports, crossings, camps, oil fields, islands.
Lines are read one by one, so that memory doesn't grow with the file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dateline.errors import KnowledgeError
from dateline.knowledge.gazetteer_index import IndexedPlace
from dateline.knowledge.tables import rows

COLUMNS = 19
PROGRESS = 100_000
KEPT = frozenset(
    "PPL PPLA PPLA2 PPLA3 PPLA4 PPLA5 PPLC PPLF PPLG PPLL PPLR PPLS PPLX PPLQ STLMT ADM1 ADM2 ADM3 ADM4 ADMD "
    "AIRP AIRB AIRF AIRQ AIRH INSM MILB FRMT NVB CMP CMPRF CSTM PRN OILF OILR OILP GASF DAM PRT HBR RSTN "
    "PSE PSN BDG PASS ISL ISLS VAL LK WAD RGN PRK EMB HSP UNIV RLG MSQE HTL MKT CMPQ TRB REFG".split()
)
"""Feature codes that are kept; without alternate names for the smallest, `allCountries` gives about 6 million places."""


def read_dump(dump: Path, progress: Callable[[int], None] | None = None) -> Iterator[IndexedPlace]:
    """The places of a dump; `progress` is told the number of lines read, every 100,000.

    Raises KnowledgeError when the file can't be read or isn't a table of GeoNames.
    """
    provinces = {(row["country"], row["code"]): row["name"] for row in rows("provinces")}
    with _lines(dump) as lines:
        for number, line in enumerate(lines, start=1):
            place = _place(line, number, dump, provinces)
            if place is not None:
                yield place
            if progress and number % PROGRESS == 0:
                progress(number)


@contextmanager
def _lines(dump: Path) -> Iterator[IO[str]]:
    try:
        if not zipfile.is_zipfile(dump):
            with dump.open(encoding="utf-8", newline="\n") as file:
                yield file
            return
        with zipfile.ZipFile(dump) as archive, archive.open(_table(archive, dump)) as member:
            yield io.TextIOWrapper(member, encoding="utf-8", newline="\n")
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile) as problem:
        raise KnowledgeError(
            f"{dump} can't be read ({problem}); download it again from GeoNames"
        ) from problem


def _table(archive: zipfile.ZipFile, dump: Path) -> zipfile.ZipInfo:
    """The member that holds the table: the biggest .txt that isn't the readme."""
    tables = [
        m for m in archive.infolist() if m.filename.endswith(".txt") and "readme" not in m.filename.lower()
    ]
    if not tables:
        raise KnowledgeError(
            f"{dump} holds no .txt table; give a GeoNames dump such as allCountries.zip or IQ.zip"
        )
    return max(tables, key=lambda member: member.file_size)


def _place(line: str, number: int, dump: Path, provinces: dict[tuple[str, str], str]) -> IndexedPlace | None:
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) != COLUMNS:
        raise KnowledgeError(
            f"{dump}, line {number}: {len(cells)} columns instead of {COLUMNS}; "
            "give GeoNames' main table (allCountries.zip or one country), not a postal or alternate-name file"
        )
    feature, country, unit = cells[7], cells[8], cells[10]
    if feature not in KEPT:
        return None
    try:
        return IndexedPlace(
            int(cells[0]),
            cells[1],
            float(cells[4]),
            float(cells[5]),
            country,
            cells[1] if feature == "ADM1" else provinces.get((country, unit), ""),
            feature,
            int(cells[14] or 0),
            (cells[2], *cells[3].split(",")),
            f"{country}.{unit}" if feature == "ADM1" else None,
        )
    except ValueError as problem:
        raise KnowledgeError(f"{dump}, line {number}: {problem}; is the file whole?") from problem

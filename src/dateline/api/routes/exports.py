"""/exports: the record in other programs' formats."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO, cast

from fastapi import APIRouter, Request
from pydantic import BaseModel
from starlette.responses import StreamingResponse

from dateline.api.access import Reader, may_see_names
from dateline.api.asked import Filters
from dateline.api.fresh import FRESH
from dateline.api.noting import note
from dateline.api.taken import Names, Served
from dateline.errors import UnknownItem
from dateline.share import FORMATS, write

router = APIRouter(prefix="/exports", tags=["exports"])

IN_MEMORY = 5_000_000
BLOCK = 65_536
SUFFIXES = {"text/csv": "csv", "application/geo+json": "geojson", "text/tab-separated-values": "tsv"}


class FormatShape(BaseModel):
    """A format, what it can't hold, and which incidents have no place in it ("" for none)."""

    name: str
    media_type: str
    losses: list[str]
    left_out: str


class FormatsShape(BaseModel):
    """All formats."""

    items: list[FormatShape]


@router.get("", response_model=FormatsShape)
def list_formats(reader: Reader) -> Any:
    """The formats that the record can be had in, and what each can't hold."""
    return {
        "items": [
            {
                "name": form.name,
                "media_type": form.media_type,
                "losses": [loss.what for loss in form.losses],
                "left_out": form.left_out,
            }
            for form in FORMATS
        ]
    }


@router.get(
    "/{format}",
    dependencies=[FRESH],
    response_class=StreamingResponse,
    responses={200: {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}},
)
def export(
    request: Request, desk: Served, reader: Reader, format: str, asked: Filters, names: Names = False
) -> StreamingResponse:
    """The incidents of the filter in a format, as a file."""
    chosen = next((form for form in FORMATS if form.name == format), None)
    if chosen is None:
        known = ", ".join(form.name for form in FORMATS)
        raise UnknownItem(f"{format}: no such export format; choose one of {known}")
    shown, wanted = may_see_names(reader, names), asked.wanted()
    file = _new_file()
    with desk.record.view() as view:
        done = write(chosen.name, view.incidents(wanted), file, names=shown)
    note(request, reader, "exported", chosen.name, incidents=done.count, names=shown)
    suffix = SUFFIXES.get(chosen.media_type, chosen.name)
    headers = {
        "Content-Disposition": f'attachment; filename="dateline-{chosen.name}-{date.today():%Y-%m-%d}.{suffix}"',
        "X-Incidents": str(done.count),
        "X-Left-Out": str(done.left_out),
    }
    return StreamingResponse(_blocks(file), media_type=chosen.media_type, headers=headers)


def _new_file() -> BinaryIO:
    """A file in memory that goes to the disk when it grows; `_blocks` closes it."""
    return cast(BinaryIO, tempfile.SpooledTemporaryFile(IN_MEMORY))


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    with file:
        while block := file.read(BLOCK):
            yield block

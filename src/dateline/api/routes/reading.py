"""/read: what a text, a page or a file says; nothing is kept. Pages are fetched through the guards of the intake."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from dateline.api.access import Adder
from dateline.api.desk import Desk
from dateline.api.guards.rates import address_key
from dateline.api.problems import Refused
from dateline.api.shapes.readings import ReadingShape
from dateline.api.taken import Served
from dateline.api.uploads import keep, new_folder
from dateline.engines.standby import Busy
from dateline.errors import ReaderError, SourceError, UsageError
from dateline.intake import IntakeOptions, read_sources
from dateline.intake.documents import document_of
from dateline.intake.draft import Draft
from dateline.model.codec import reading_to_dict
from dateline.model.document import Document

router = APIRouter(prefix="/read", tags=["reading"])

MOST_DOCUMENTS = 20
"""Documents of one source that are read at once: a feed or an archive may have thousands, which is what jobs are for."""

ADDRESS = re.compile(r"https?://\S{1,2000}", re.IGNORECASE)
Words = Annotated[str, Field(max_length=300, pattern=r"^[^\x00]*$")]


class ToRead(BaseModel):
    """A text or the address of a page, with what is known of it."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(max_length=500_000)] | None = None
    url: Annotated[str, Field(max_length=2_000)] | None = None
    title: Words = ""
    outlet: Words = ""
    published: date | None = None


class FailureShape(BaseModel):
    """A source or document that couldn't be read."""

    source: str
    message: str


class ReadingsShape(BaseModel):
    """A reading for each document of the source, the first 20 of it; `more` says whether it has others."""

    readings: list[ReadingShape]
    failures: list[FailureShape]
    more: bool


@router.post("", response_model=ReadingsShape)
def read_text_or_page(request: Request, desk: Served, person: Adder, asked: ToRead) -> Any:
    """Read a pasted text or a page. Names are shown: whoever asks has the text already."""
    if (asked.text is None) == (asked.url is None):
        raise UsageError("text, url: give one of the two")
    desk.readings.take(address_key(request.scope), "articles to read")
    options = intake_options(desk, asked.outlet, asked.published)
    if asked.url is not None:
        return _read(desk, read_sources([address(asked.url)], options))
    draft = Draft(text=asked.text or "", origin="the pasted text", title=asked.title)
    return _read(desk, [document_of(draft, options)])


@router.post("/file", response_model=ReadingsShape)
def read_file(
    request: Request,
    desk: Served,
    person: Adder,
    file: Annotated[UploadFile, File()],
    outlet: Annotated[str, Form(max_length=300)] = "",
) -> Any:
    """Read a file (.txt .html .json .jsonl .pdf .eml .warc.gz)."""
    desk.readings.take(address_key(request.scope), "articles to read")
    folder = new_folder()
    try:
        paths = [str(path) for path in keep([file], folder)]
        return _read(desk, read_sources(paths, intake_options(desk, outlet, None)), file.filename or "")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def intake_options(desk: Desk, outlet: str, published: date | None) -> IntakeOptions:
    """How sources are read: what the request says, within the operator's settings."""
    settings = desk.options.settings
    return IntakeOptions(
        outlet=outlet,
        published=published,
        limits=settings.limits,
        allow_private_addresses=settings.allow_private_addresses,
    )


def address(url: str) -> str:
    """An address of the web. Raises UsageError for anything else, a path of this server above all."""
    if not ADDRESS.fullmatch(url.strip()):
        raise UsageError(f"url: {url[:80]!r} is no address; write https://host/path")
    return url.strip()


def _read(desk: Desk, items: Iterable[Document | SourceError], shown: str = "") -> dict[str, Any]:
    found = list(islice(items, MOST_DOCUMENTS + 1))
    readings, failures = [], []
    for item in found[:MOST_DOCUMENTS]:
        outcome = item if isinstance(item, SourceError) else _outcome(desk, item)
        if isinstance(outcome, SourceError):
            failures.append({"source": shown or outcome.source, "message": _said(outcome)})
        elif isinstance(outcome, ReaderError):
            failures.append({"source": shown, "message": str(outcome)})
        else:
            readings.append(reading_to_dict(outcome, explain=True))
    return {"readings": readings, "failures": failures, "more": len(found) > MOST_DOCUMENTS}


def _outcome(desk: Desk, document: Document) -> Any:
    try:
        return desk.reader.read(document)
    except Busy as busy:
        raise Refused(429, str(busy)).with_header("Retry-After", "30") from busy


def _said(problem: SourceError) -> str:
    """The problem without the name of a file of this server."""
    return problem.problem + (f"; {problem.remedy}" if problem.remedy else "")

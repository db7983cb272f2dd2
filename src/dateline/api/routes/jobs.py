"""/jobs: adding sources in the background, with progress by server-sent events."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

from dateline.api.access import Adder, Reader
from dateline.api.cursors import cursor, key_after
from dateline.api.desk import Desk
from dateline.api.noting import note
from dateline.api.routes.reading import Words, address, intake_options
from dateline.api.shapes.listing import Listing
from dateline.api.taken import Pages, Served
from dateline.api.uploads import MOST_FILES, keep, new_folder, safe_name
from dateline.engines.jobs import Order
from dateline.errors import UnknownItem
from dateline.record.job_log import Job, State, place_of

router = APIRouter(prefix="/jobs", tags=["jobs"])

LOOK_SECONDS, ALIVE_SECONDS = 0.2, 15.0
"""How often a stream looks at its job, and after how long without news it says that it is there."""


class NewJob(BaseModel):
    """Addresses of pages and feeds, with what is known of all of them."""

    model_config = ConfigDict(extra="forbid")

    sources: Annotated[
        list[Annotated[str, Field(max_length=2_000)]], Field(min_length=1, max_length=MOST_FILES)
    ]
    outlet: Words = ""
    published: date | None = None


class ProgressShape(BaseModel):
    """Documents taken in, read and failed; when all is done also how many were new, and the incidents on record."""

    taken: int = 0
    read: int = 0
    failed: int = 0
    added: int | None = None
    repeated: int | None = None
    duplicates: int | None = None
    incidents: int | None = None


class JobShape(BaseModel):
    """Adding of sources. `state` is queued, running, done, failed, stopped, or interrupted by the end of its server."""

    id: str
    author: str
    created: str
    ended: str | None
    state: State
    sources: list[str]
    progress: ProgressShape
    failures: list[str]


@router.post("", status_code=202, response_model=JobShape)
def add_addresses(request: Request, desk: Served, person: Adder, new: NewJob) -> Any:
    """Add pages and feeds by their addresses."""
    sources = [address(source) for source in new.sources]
    job = desk.jobs.submit(
        Order(person.name, sources, sources, intake_options(desk, new.outlet, new.published))
    )
    note(request, person, "job started", job.id, sources=len(sources))
    return shape(job)


@router.post("/files", status_code=202, response_model=JobShape)
def add_files(
    request: Request,
    desk: Served,
    person: Adder,
    files: Annotated[list[UploadFile], File(max_length=MOST_FILES)],
    outlet: Annotated[str, Form(max_length=300)] = "",
) -> Any:
    """Add files (.txt .html .json .jsonl .pdf .eml .warc.gz)."""
    folder = new_folder()
    paths = [str(path) for path in keep(files, folder)]
    shown = [safe_name(file.filename or "upload") for file in files]
    job = desk.jobs.submit(Order(person.name, paths, shown, intake_options(desk, outlet, None), folder))
    note(request, person, "job started", job.id, files=len(paths))
    return shape(job)


@router.get("", response_model=Listing[JobShape])
def list_jobs(desk: Served, reader: Reader, pages: Pages) -> Any:
    """Jobs, the newest first."""
    with desk.record.job_log(writes=False) as log:
        found, total = log.jobs(pages.limit + 1, key_after(pages.cursor, "jobs")), log.count()
    more = cursor(place_of(found[pages.limit - 1]), "jobs") if len(found) > pages.limit else None
    return {"items": [shape(job) for job in found[: pages.limit]], "next": more, "total": total}


@router.get("/{id}", response_model=JobShape)
def one_job(desk: Served, reader: Reader, id: str) -> Any:
    """A job as it is now."""
    return shape(_found(desk, id))


@router.delete("/{id}", status_code=202, response_model=JobShape)
def stop_job(request: Request, desk: Served, person: Adder, id: str) -> Any:
    """Stop a job at its next document; what it has kept is kept."""
    job = _found(desk, id)
    desk.jobs.stop(id)
    note(request, person, "job stopped", id)
    return shape(job)


@router.get(
    "/{id}/events",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}},
)
async def job_events(request: Request, desk: Served, reader: Reader, id: str) -> StreamingResponse:
    """The job as server-sent events: `progress` at every change, at last one named by the state that it ended in."""
    first = await run_in_threadpool(_found, desk, id)
    headers = {"X-Accel-Buffering": "no"}
    return StreamingResponse(_events(desk, first), media_type="text/event-stream", headers=headers)


def shape(job: Job) -> dict[str, Any]:
    """A job as JSON values."""
    return {
        "id": job.id,
        "author": job.author,
        "created": job.created.isoformat(),
        "ended": job.ended.isoformat() if job.ended else None,
        "state": job.state.value,
        "sources": list(job.sources),
        "progress": ProgressShape(**job.progress).model_dump(),
        "failures": list(job.failures),
    }


async def _events(desk: Desk, job: Job) -> AsyncIterator[str]:
    said, said_at = None, time.monotonic()
    while True:
        told = shape(job)
        if told != said:
            said, said_at = told, time.monotonic()
            name = job.state.value if job.is_over else "progress"
            yield f"event: {name}\ndata: {json.dumps(told, ensure_ascii=False)}\n\n"
        elif time.monotonic() - said_at > ALIVE_SECONDS:
            said_at = time.monotonic()
            yield ": still there\n\n"
        if job.is_over:
            return
        await asyncio.sleep(LOOK_SECONDS)
        job = await run_in_threadpool(_found, desk, job.id)


def _found(desk: Desk, key: str) -> Job:
    job = desk.jobs.job(key)
    if job is None:
        raise UnknownItem(f"{key}: no job has this id; GET /api/v1/jobs lists them")
    return job

"""The desk assembled in one place: guards around the application, routers and mounts within it, the page at its root.

Headers        a policy on every answer
Hosts          only by a name of this desk
RateLimit      not too often from one address
Bodies         not too much at once
FastAPI        /api/v1 by ROUTERS, whatever `mounts` adds, and the page
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from dateline import __version__
from dateline.api import problems
from dateline.api.access import declared
from dateline.api.desk import Desk
from dateline.api.front import Front
from dateline.api.guards.bodies import Bodies
from dateline.api.guards.headers import Headers
from dateline.api.guards.hosts import Hosts
from dateline.api.guards.rates import Buckets, RateLimit
from dateline.api.members import Members
from dateline.api.options import ServeOptions
from dateline.api.passwords import Passwords
from dateline.api.problems import ProblemShape
from dateline.api.routes import ROUTERS, api_routes
from dateline.engines.jobs import Jobs
from dateline.engines.local import Processes
from dateline.engines.standby import Standby
from dateline.model.protocols import Engine, MakeReader
from dateline.pipeline import make_reader
from dateline.record import Record
from dateline.record.store import now

API = "/api/v1"

DESCRIPTION = """The record of a Dateline desk: incidents with every claim behind them, documents and readings, claimed totals
beside the record, actors, and people's judgements. Lists end with a cursor; answers that follow from the record have an
ETag; every error has one shape. Names of private persons are masked unless `names=true`, which takes the role analyst."""


@dataclass(frozen=True, slots=True)
class Mount:
    """An application of its own under a path, such as another exchange's server; it looks after its own access.

    `around` goes around the whole desk, so that refusals by its guards reach the mount's clients in their own language.
    """

    path: str
    app: Callable[[Desk], ASGIApp]
    around: Callable[[ASGIApp], ASGIApp] = lambda app: app


@dataclass(frozen=True, slots=True)
class Served:
    """What a server runs: `app` is the application within the guards, `api` what is inside."""

    app: ASGIApp
    api: FastAPI
    desk: Desk


@dataclass(frozen=True, slots=True)
class Machinery:
    """What a desk runs by: the engine that adds, the reader, and the clocks."""

    engine: Engine = field(default_factory=Processes)
    make: MakeReader = make_reader
    now: Callable[[], datetime] = now
    seconds: Callable[[], float] = time.monotonic


def create_app(
    record: Record,
    options: ServeOptions,
    local: str | None,
    mounts: Sequence[Mount] = (),
    machinery: Machinery | None = None,
) -> Served:
    """The desk of a record; `local` names the admin of a desk without users that only this machine can reach.

    The application starts and stops what runs beside the requests by ASGI's lifespan.
    """
    parts, rates = machinery or Machinery(), options.rates
    desk = Desk(
        record,
        options,
        Members(record, local if options.is_loopback else None, Passwords()),
        Buckets(rates.logins / 60, rates.logins, parts.seconds),
        Buckets(rates.readings / 60, rates.readings, parts.seconds),
        Jobs(record, parts.engine, parts.now, parts.make),
        Standby(parts.make),
    )
    api = described(desk)
    for mount in mounts:
        api.mount(mount.path, mount.app(desk))
    api.mount("/", Front())
    guarded: ASGIApp = Bodies(api, options.most_bytes)
    guarded = RateLimit(guarded, Buckets(rates.a_second, rates.burst, parts.seconds))
    guarded = Hosts(guarded, options.allowed_hosts)
    guarded = Headers(guarded, options.secure, options.tiles)
    for mount in mounts:
        guarded = mount.around(guarded)
    return Served(guarded, api, desk)


@asynccontextmanager
async def _lifespan(api: FastAPI) -> AsyncIterator[None]:
    desk: Desk = api.state.desk
    await run_in_threadpool(desk.jobs.start)
    yield
    await run_in_threadpool(desk.close)


def described(desk: Desk | None = None) -> FastAPI:
    """The API: all routes and their description; without a desk there is nothing behind them."""
    api = FastAPI(
        title="Dateline",
        version=__version__,
        description=DESCRIPTION,
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        lifespan=_lifespan,
        redoc_url=None,
        responses={
            "default": {"model": ProblemShape, "description": "What went wrong, and what to do about it"}
        },
    )
    api.state.desk = desk
    problems.install(api)
    api.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    for router in ROUTERS:
        api.include_router(router, prefix=API)
    forgotten = [route.path for route in api_routes() if not list(declared(route))]
    assert not forgotten, f"{forgotten} declare neither a scope nor that they are public; see api/access.py"
    return api

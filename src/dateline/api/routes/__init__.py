"""All routers, in the order in which the API's description lists them: one module for each noun, one row for each router."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter
from fastapi.routing import APIRoute

from dateline.api.routes import (
    actors,
    audit,
    disputes,
    documents,
    exports,
    inbound,
    incidents,
    jobs,
    judgements,
    markings,
    partners,
    places,
    previews,
    reading,
    relations,
    releases,
    reports,
    review,
    search,
    session,
    sharing_log,
    status,
    tallies,
    tokens,
    users,
)

ROUTERS: tuple[APIRouter, ...] = (
    incidents.router,
    documents.router,
    tallies.router,
    actors.router,
    relations.router,
    places.router,
    search.router,
    judgements.router,
    review.router,
    exports.router,
    partners.router,
    previews.router,
    releases.router,
    markings.router,
    inbound.router,
    disputes.router,
    sharing_log.router,
    reports.router,
    reading.router,
    jobs.router,
    session.router,
    users.router,
    tokens.router,
    audit.router,
    status.router,
)


def api_routes() -> Iterator[APIRoute]:
    """Every route, without the API's own prefix."""
    for router in ROUTERS:
        yield from (route for route in router.routes if isinstance(route, APIRoute))

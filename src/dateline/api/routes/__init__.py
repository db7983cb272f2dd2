"""All routers, in the order in which the API's description lists them: one module for each noun, one row for each router."""

from __future__ import annotations

from fastapi import APIRouter

from dateline.api.routes import (
    actors,
    documents,
    incidents,
    judgements,
    places,
    relations,
    review,
    search,
    session,
    status,
    tallies,
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
    session.router,
    status.router,
)

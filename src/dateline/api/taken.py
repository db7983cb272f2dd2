"""What most routes take: the desk, and the size, the place and the names of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from dateline.api.desk import Desk, desk_of

Limit = Annotated[int, Query(ge=1, le=500)]
Cursor = Annotated[str | None, Query(max_length=1_000, description="`next` of the page before.")]


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of a list is asked for."""

    limit: Limit = 50
    cursor: Cursor = None


Pages = Annotated[Paging, Depends()]
Served = Annotated[Desk, Depends(desk_of)]
Names = Annotated[bool, Query(description="Show private persons' names; takes the role analyst.")]

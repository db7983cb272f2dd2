"""A page of a list."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, Field

Item = TypeVar("Item")


class Listing(BaseModel, Generic[Item]):
    """`next` is the cursor of the following page, null on the last one; `total` is null where counting takes long."""

    items: list[Item]
    next: str | None = None
    total: int | None = Field(default=None, ge=0)

"""The shape of a JSON document, checked where it enters; other keys are ignored."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class JsonDocument(BaseModel):
    """What a JSON document may say; `published` is ISO 8601 or a written date and is parsed afterwards."""

    model_config = ConfigDict(extra="ignore", strict=True)

    text: str = Field(min_length=1)
    id: str | int | None = None
    title: str | None = None
    outlet: str | None = None
    relays: list[str] | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None

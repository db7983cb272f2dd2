"""A report as it was received, and the characters in it that every later value points to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum


class DateSource(StrEnum):
    """Where a document's publication date was found; `unknown` means that none was found and none is assumed."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    URL = "url"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Document:
    """One report: `text` is the body as given, to whose code points all spans refer.

    `published` is an aware datetime or None; `relays` names the outlets whose reporting this one repeats;
    `origin` is the file, address or stream that it came from.
    """

    id: str
    text: str
    title: str = ""
    outlet: str = ""
    relays: tuple[str, ...] = ()
    published: datetime | None = None
    date_source: DateSource = DateSource.UNKNOWN
    url: str | None = None
    language: str = "en"
    origin: str = field(default="", compare=False)

    @property
    def published_on(self) -> date | None:
        """The calendar day of publication, in the time zone that the document gives."""
        return self.published.date() if self.published else None

    def span(self, start: int, end: int) -> Span:
        """The span from `start` to `end` (exclusive) of the text."""
        return Span(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters: `start` and `end` (exclusive) are code points into the document's text."""

    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


def aware(moment: datetime) -> datetime:
    """The moment with a time zone, UTC where it had none."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

"""What the caller decides about reading sources, and the tools that every format's reader is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import BinaryIO

from dateline.errors import SourceError
from dateline.intake.content import Content
from dateline.intake.draft import Draft
from dateline.settings import Limits

Fetch = Callable[[str], Content]
"""From a URL to its content, received whole; raises SourceError."""


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """How sources are read.

    `outlet` and `published` are the user's and win over what a source says of itself. `limits` bounds each source.
    `allow_private_addresses` lets URLs lead to private, loopback and link-local addresses. `follow_links` fetches
    the page of a feed's entry that brings no full text. `stdin` stands for standard input, `fetch` for the network;
    left out, they are the real ones. `today` gives the last day that a publication date found in a page may have.
    """

    outlet: str = ""
    published: datetime | date | None = None
    limits: Limits = field(default_factory=Limits)
    allow_private_addresses: bool = False
    follow_links: bool = True
    stdin: BinaryIO | None = None
    fetch: Fetch | None = None
    today: Callable[[], date] = _today


@dataclass(frozen=True, slots=True)
class Intake:
    """What a format's reader may use: the options, the network, and the reading of content inside its content."""

    options: IntakeOptions
    fetch: Fetch
    read: Callable[[Content], Iterator[Draft | SourceError]]

    @property
    def limits(self) -> Limits:
        """The bounds of each source."""
        return self.options.limits

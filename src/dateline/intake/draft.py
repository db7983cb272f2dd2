"""A document on its way: what a format's reader found, before gaps are filled from the text and the options."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from dateline.model.document import DateSource


@dataclass(frozen=True, slots=True)
class Draft:
    """One report as its format gives it; empty and None mean "the source does not say".

    `relays` None asks for a search of the text; `fallback_outlet` is used where nothing better is known.
    `sources` are names that a "Source: ..." line gave, which is no longer part of the text.
    """

    text: str
    origin: str
    id: str = ""
    title: str = ""
    outlet: str = ""
    fallback_outlet: str = ""
    relays: tuple[str, ...] | None = None
    sources: tuple[str, ...] = ()
    published: datetime | None = None
    date_source: DateSource = DateSource.UNKNOWN
    url: str | None = None
    language: str = ""

    def dated(self, published: datetime | None, source: DateSource) -> Draft:
        """The same with this date where it has none yet."""
        if self.published is not None or published is None:
            return self
        return replace(self, published=published, date_source=source)

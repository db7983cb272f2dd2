"""From a draft to a document: gaps are filled from the text and the options, and the result is checked.

In: what a format's reader found. Out: a `Document` with an id, a date and its source, an outlet, relays and a
language. It is the one place where these are decided, so that every format treats them alike.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from dateline.errors import MalformedSource, RefusedSource
from dateline.intake.dates import date_in_dateline, date_in_url, moment
from dateline.intake.draft import Draft
from dateline.intake.language import language_of
from dateline.intake.options import IntakeOptions
from dateline.intake.relays import canonical, find_relays, opening_outlet
from dateline.model.document import DateSource, Document

DATELINE_LINES = 4
"""How many lines at the top may hold the date of a dateline: a page header and a byline can precede it."""


def document_of(draft: Draft, options: IntakeOptions) -> Document:
    """The finished document. Raises MalformedSource without text, RefusedSource beyond the limit of characters."""
    _check(draft, options.limits.characters)
    dated = _with_date(draft, options)
    outlet = options.outlet or draft.outlet or opening_outlet(draft.text) or draft.fallback_outlet
    relays = draft.relays
    if relays is None:
        relays = find_relays(draft.text, outlet, draft.sources)
    return Document(
        id=draft.id or derived_id(draft.url or "", outlet, draft.text),
        text=draft.text,
        title=draft.title,
        outlet=canonical(outlet) if not draft.outlet and not options.outlet else outlet,
        relays=relays,
        published=dated.published,
        date_source=dated.date_source,
        url=draft.url,
        language=draft.language or language_of(draft.text),
        origin=draft.origin,
    )


def derived_id(url: str, outlet: str, text: str) -> str:
    """Twelve hexadecimal digits that the same report always gets: SHA-256 of address, outlet and text."""
    return sha256("\x1f".join((url, outlet, text)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def latest_day(options: IntakeOptions) -> date:
    """The last day that is believed of a date found in a page: tomorrow, as time zones go."""
    return options.today() + timedelta(days=1)


def _check(draft: Draft, most: int) -> None:
    if not draft.text.strip():
        raise MalformedSource(draft.origin, "holds no text", "give a source whose text can be selected")
    if len(draft.text) > most:
        problem = f"its text of {len(draft.text):,} characters is longer than the limit of {most:,}"
        raise RefusedSource(draft.origin, problem, "split it, or raise DATELINE_LIMITS__CHARACTERS")


def _with_date(draft: Draft, options: IntakeOptions) -> Draft:
    """The draft with the best date: the user's, the source's own, the dateline's, the address's, or none."""
    if options.published is not None:
        return replace(draft, published=moment(options.published), date_source=DateSource.GIVEN)
    latest = latest_day(options)
    lines = [draft.title, *(line for line in draft.text[:2000].split("\n") if line.strip())]
    written = (date_in_dateline(line, latest) for line in lines[: DATELINE_LINES + 1])
    dated = draft.dated(next(filter(None, written), None), DateSource.DATELINE)
    return dated.dated(date_in_url(draft.url, latest) if draft.url else None, DateSource.URL)

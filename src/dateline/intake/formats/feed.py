"""RSS and Atom feeds: each entry is a document, from its own full text or from the page that it links to.

In: a feed. Out: a draft for each entry in the feed's order, an error for each whose page can't be fetched.
"""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from dateline.errors import MalformedSource, RefusedSource, SourceError
from dateline.intake.boilerplate import body_of
from dateline.intake.content import Content
from dateline.intake.documents import latest_day
from dateline.intake.draft import Draft
from dateline.intake.formats.format import Format
from dateline.intake.options import Intake
from dateline.intake.page.text import plain_paragraphs
from dateline.intake.page.tree import page_tree
from dateline.model.document import DateSource

SUFFIXES = (".xml", ".rss", ".atom", ".rdf")
OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE\s+(?!html)[^\[>]*(?:\[.*?\])?\s*>\s*)*<(?:rss|feed|rdf:RDF|atom:feed)\b",
    re.IGNORECASE | re.DOTALL,
)
DAMAGE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What feedparser lets through for XML that its parser trips over."""

FULL_TEXT_WORDS = 100
"""An entry with so many words brings the report itself; shorter ones are teasers for the page behind the link."""


def recognises(content: Content) -> bool:
    """Whether its root element is a feed's."""
    return bool(OPENING.match(_narrow(content.head)))


def read(content: Content, intake: Intake) -> Iterator[Draft | SourceError]:
    """The reports of a feed's entries.

    Raises RefusedSource for a feed that declares entities: a few lines of those unfold to gigabytes or read files.
    """
    import feedparser

    data = content.read_whole()
    if b"<!entity" in _narrow(data).lower():
        raise RefusedSource(
            content.origin, "declares XML entities", "give the addresses of its articles instead"
        )
    try:
        feed = feedparser.parse(BytesIO(data), response_headers={"content-location": content.url or ""})
    except DAMAGE as error:
        raise MalformedSource(content.origin, f"is a damaged feed ({error})", "check the file") from error
    if not feed.entries:
        reason = str(feed.get("bozo_exception") or "it has no entries")
        raise MalformedSource(
            content.origin, f"is no RSS or Atom feed with entries ({reason})", "check the address"
        )
    outlet = _plain(feed.feed.get("title", ""))
    for number, entry in enumerate(feed.entries[: intake.limits.entries], 1):
        yield from _entry(entry, outlet, f"{content.origin}#{number}", intake)
    if len(feed.entries) > intake.limits.entries:
        problem = f"has {len(feed.entries):,} entries; the first {intake.limits.entries:,} were read"
        yield RefusedSource(content.origin, problem, "raise DATELINE_LIMITS__ENTRIES for more")


def _narrow(data: bytes) -> bytes:
    """The bytes without the zeros and marks of UTF-16 and UTF-32, in which entities could hide."""
    return data.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def _entry(entry: Any, outlet: str, origin: str, intake: Intake) -> Iterator[Draft | SourceError]:
    own = _own_draft(entry, outlet, origin, intake)
    link = str(entry.get("link") or "")
    whole = len(own.text.split()) >= FULL_TEXT_WORDS or not link or not intake.options.follow_links
    if whole:
        yield own
        return
    try:
        page = intake.fetch(link)
    except SourceError as error:
        yield error
        return
    for result in intake.read(page):
        yield _completed(result, own) if isinstance(result, Draft) else result


def _own_draft(entry: Any, outlet: str, origin: str, intake: Intake) -> Draft:
    """What the feed itself has of an entry."""
    contents = [str(each.get("value") or "") for each in entry.get("content", [])]
    markup = max([*contents, str(entry.get("summary") or "")], key=len)
    title = _plain(str(entry.get("title") or ""))
    body = body_of(_paragraphs(markup, origin), title, latest_day(intake.options))
    source = entry.get("source") or {}
    draft = Draft(
        text=body.text,
        origin=origin,
        title=title,
        outlet=_plain(str(source.get("title") or "")) or outlet,
        sources=body.sources,
        url=str(entry.get("link") or "") or None,
    )
    return draft.dated(_published(entry), DateSource.METADATA).dated(body.published, DateSource.DATELINE)


def _completed(page: Draft, own: Draft) -> Draft:
    """The page's draft, with the feed's title, outlet and date where the page has none."""
    draft = replace(page, title=page.title or own.title, outlet=page.outlet or own.outlet)
    return draft.dated(own.published, own.date_source)


def _published(entry: Any) -> datetime | None:
    """The entry's date; feedparser gives it in UTC."""
    # dict.get, because feedparser's own get gives other fields' values for missing ones, with a warning.
    found = (dict.get(entry, f"{name}_parsed") for name in ("published", "created", "updated"))
    parsed = next(filter(None, found), None)
    if not parsed:
        return None
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _paragraphs(markup: str, origin: str) -> list[str]:
    if not markup.strip():
        return []
    return plain_paragraphs(page_tree(f"<html><body><div>{markup}</div></body></html>", origin))


def _plain(markup: str) -> str:
    """A title without tags and entities, which some feeds write twice over."""
    if "<" not in markup and "&" not in markup:
        return " ".join(markup.split())
    from html import unescape

    return " ".join(unescape(re.sub(r"<[^>]{1,200}>", "", unescape(markup))).split())


FORMAT = Format("feed", SUFFIXES, recognises, read)

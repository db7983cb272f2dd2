"""What a page says of itself: title, outlet, address, and when it was published.

In: a page's tree. Out: `PageMetadata`, from JSON-LD by schema.org's names, meta elements by Open Graph's, Dublin Core's
and those of common systems, then the headings and the window's title.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from dateline.intake.page.published import page_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ARTICLE_TYPES = (
    "NewsArticle",
    "Article",
    "BlogPosting",
    "LiveBlogPosting",
    "ReportageNewsArticle",
    "Report",
    "WebPage",
)
OUTLET_NAMES = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "twitter:site",
    "twitter:creator",
)
TITLE_NAMES = ("og:title", "dc.title", "citation_title", "twitter:title", "headline", "parsely-title")
TITLE_PARTS = re.compile(r"\s+[|–—·»•:]+\s+|\s+-{1,2}\s+")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself; "" and None where it says nothing."""

    title: str = ""
    outlet: str = ""
    published: datetime | None = None
    url: str | None = None


def page_metadata(tree: HtmlElement, url: str | None, latest: date) -> PageMetadata:
    """The metadata of a page; dates after `latest` are not believed."""
    named = _named(tree)
    linked = list(_linked_data(tree))
    outlet = _outlet(named, linked)
    address = url or _canonical(tree, named)
    title, site = _title(tree, named, linked, (outlet, host_name(address or "")))
    return PageMetadata(
        title=title,
        outlet=outlet or site,
        published=page_date(tree, named, linked, latest),
        url=address,
    )


def host_name(url: str) -> str:
    """The host of an address without "www." and the like."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.", "", host)


def _named(tree: HtmlElement) -> dict[str, str]:
    """The values of meta elements by name, property or itemprop; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        value = " ".join((element.get("content") or "").split())
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name and value:
                found.setdefault(name, value)
    return found


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe articles or the page."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            try:
                value = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _articles(value)


def _articles(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for each in value:
            yield from _articles(each, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(kind in ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        yield from _articles(value.get("@graph"), depth + 1)
        yield from _articles(value.get("mainEntity"), depth + 1)


def _outlet(named: dict[str, str], linked: list[dict[str, Any]]) -> str:
    if named.get("og:site_name"):
        return named["og:site_name"]
    for each in linked:
        publisher = each.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(name, str) and name.strip():
            return " ".join(name.split())
    found = next((named[name] for name in OUTLET_NAMES if named.get(name)), "")
    return "" if found.startswith("http") else found.lstrip("@")


def _title(
    tree: HtmlElement, named: dict[str, str], linked: list[dict[str, Any]], site: tuple[str, str]
) -> tuple[str, str]:
    """The headline without the site's name, and that name where only the window's title tells it.

    The headline is JSON-LD's, Open Graph's, the only h1, or the window's title, in this order.
    """
    given = next((each["headline"] for each in linked if isinstance(each.get("headline"), str)), "")
    shared = next((named[name] for name in TITLE_NAMES if named.get(name)), "")
    headings = [_line(each) for each in tree.iter("h1", "h2", "h3")]
    first = [_line(each) for each in tree.iter("h1")]
    window = next(map(_line, tree.iter("title")), "")
    found = " ".join(given.split()) or shared or (first[0] if len(first) == 1 else "")
    if found:
        return _without_site(found, site, headings), _site_of(window, found)
    title = _without_site(window, site, headings)
    return (title, _site_of(window, title)) if title != window else _parted(window)


def _line(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _without_site(title: str, site: tuple[str, str], headings: list[str]) -> str:
    """The title without a part that names the site, at its end or its start."""
    parts = TITLE_PARTS.split(title)
    if title in headings or len(parts) < 2:
        return title
    heading = next((each for each in headings if len(each.split()) >= 3 and title.startswith(each)), "")
    if heading:
        return heading
    keys = [_letters(name) for name in site if name]
    last, first = _letters(parts[-1]), _letters(parts[0])
    if any(last and (last in key or key in last) for key in keys):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·»•:-")
    if any(first and (first in key or key in first) for key in keys):
        return title[len(parts[0]) :].lstrip(" |–—·»•:-")
    return title


def _parted(window: str) -> tuple[str, str]:
    """A window's title as headline and site: what follows its last bar or dash, if that is short."""
    parts = TITLE_PARTS.split(window)
    if len(parts) < 2 or len(parts[-1].split()) > 5 or len(parts[0].split()) < 3:
        return window, ""
    return window[: window.rindex(parts[-1])].rstrip(" |–—·»•:-"), parts[-1]


def _site_of(window: str, title: str) -> str:
    """What a window's title has after the headline."""
    rest = window.removeprefix(title)
    parts = TITLE_PARTS.split(rest)
    return parts[-1].strip() if title and rest != window and len(parts) == 2 and not parts[0].strip() else ""


def _letters(name: str) -> str:
    return re.sub(r"\W|_", "", name.casefold())


def _canonical(tree: HtmlElement, named: dict[str, str]) -> str | None:
    """The address that the page gives for itself, if it is a whole one."""
    links = (
        each.get("href") or "" for each in tree.iter("link") if (each.get("rel") or "").lower() == "canonical"
    )
    for found in (*links, named.get("og:url", "")):
        if re.match(r"https?://[^/\s]+\.[^/\s]+", found.strip()):
            return urljoin(found.strip(), "")
    return None

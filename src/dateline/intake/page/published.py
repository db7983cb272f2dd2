"""When a page was published, by its own marks: never from running text, never today's date.

In: a page's tree with its meta elements and JSON-LD objects. Out: an aware datetime, or None.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from dateline.intake.dates import date_in_dateline, is_date_line, parse_published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dc.date",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "published-date",
    "release_date",
    "citation_publication_date",
    "rnews:datepublished",
    "original-publish-date",
)
"""Names of meta elements and properties that hold the publication date, the surest first."""

FIRST_YEAR = 1995
"""Older dates on web pages are errors of the page's system, like 1970-01-01."""

HEADLINE_LEVELS = 3
DATE_CLASS = re.compile(r"(?<!up)(?:date|time|publish|posted|meta|info|byline)(?!line)", re.IGNORECASE)


def page_date(
    tree: HtmlElement, named: dict[str, str], linked: list[dict[str, Any]], latest: date
) -> datetime | None:
    """The first date that can be believed: linked data, meta elements, time elements, the line at the headline."""
    values = [each.get(key) for each in linked for key in ("datePublished", "dateCreated", "uploadDate")]
    values += [named.get(name) for name in DATE_NAMES]
    values += _time_values(tree)
    for value in values:
        found = _believed(value, latest)
        if found:
            return found
    return _at_headline(tree, latest) or _by_finder(tree, latest)


def _believed(value: object, latest: date) -> datetime | None:
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        found = parse_published(value)
    except ValueError:
        return None
    return found if found.year >= FIRST_YEAR and found.date() <= latest else None


def _time_values(tree: HtmlElement) -> list[str]:
    """Values of elements marked as the publication date, then of the article's only time element.

    Lists of other articles have time elements too, so that an unmarked one counts only where it stands alone or
    before the first paragraph of an article element.
    """
    marked = tree.xpath("//*[@itemprop='datePublished' or @pubdate]")
    values = [each.get("datetime") or each.get("content") or each.text_content() for each in marked]
    times = list(tree.iter("time"))
    heads = tree.xpath("//article[1]//time[not(preceding::p[ancestor::article]) or ancestor::header]")
    for each in times if len(times) == 1 else heads[:1]:
        values.append(each.get("datetime") or each.text_content())
    return values


def _at_headline(tree: HtmlElement, latest: date) -> datetime | None:
    """The date beside the headline: an element that is named as one and holds nothing else.

    Only the headline's own surroundings are searched, as many sites show today's date at the top of every page.
    """
    for heading in tree.xpath("//h1 | //h2")[:3]:
        for around in list(heading.iterancestors())[:HEADLINE_LEVELS]:
            if around.tag in ("body", "html"):
                break
            for each in around.iter("span", "div", "p", "small", "li", "em", "i", "td", "strong", "b"):
                named = DATE_CLASS.search(f"{each.get('class')} {each.get('id')}")
                line = " ".join(each.text_content().split()) if named else ""
                if 6 <= len(line) <= 80 and is_date_line(line) and (found := date_in_dateline(line, latest)):
                    return found
    return None


def _by_finder(tree: HtmlElement, latest: date) -> datetime | None:
    """What htmldate makes of the head's own elements, for the many ways of writing dates that are not standard."""
    from copy import deepcopy

    from htmldate import find_date
    from lxml.html import document_fromstring

    page = document_fromstring("<html><head></head><body><p>.</p></body></html>")
    top: Any = page.find("head")
    for element in tree.iter("meta", "script"):
        if element.tag == "meta" or "ld+json" in (element.get("type") or ""):
            top.append(deepcopy(element))
    found = find_date(
        page,
        extensive_search=False,
        original_date=True,
        min_date=f"{FIRST_YEAR}-01-01",
        max_date=latest.isoformat(),
    )
    return _believed(found, latest)

"""From a page's source to its tree, with the parser's own bounds made into errors.

libxml2 stops at 256 nested elements and drops the rest without a word to the caller; a page that is cut there would be
read as if it were whole, so that its complaint is turned into a refusal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.errors import MalformedSource, RefusedSource

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
XML_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)

LONG_TAG, MOST_ATTRIBUTES = 20_000, 5_000
"""libxml2 compares each attribute with all before it: 200,000 on one element keep it busy for many minutes."""

TAG = re.compile(r"<(?=[A-Za-z])")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def declared_charset(data: bytes) -> str:
    """The character set that a page's first kilobytes declare, "" where they declare none."""
    match = DECLARED.search(data[:4096]) or XML_DECLARED.match(data[:200].lstrip())
    return match[1].decode("ascii", "replace") if match else ""


def page_tree(source: str, origin: str) -> HtmlElement:
    """The tree of a page. Raises RefusedSource when it is nested too deep, MalformedSource when it holds nothing."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    if _overloaded(source):
        raise RefusedSource(
            origin, "an element has thousands of attributes", "save the article's text and give that"
        )
    clean = INVALID.sub("", source).removeprefix("\ufeff")
    try:
        tree: HtmlElement = document_fromstring(clean.encode("utf-8"), parser=parser)
    except ParserError as error:
        raise MalformedSource(origin, "holds no page", "give the page's source") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        problem = "its elements are nested deeper than the parser's limit of 256"
        raise RefusedSource(origin, problem, "save the article's text and give that")
    return tree


def _overloaded(source: str) -> bool:
    """Whether a tag has more attributes than any page needs."""
    for piece in source.split(">"):
        if len(piece) > LONG_TAG:
            start = TAG.search(piece)
            tag = piece[start.end() :] if start else ""
            if len(QUOTED.sub("", tag).split()) > MOST_ATTRIBUTES:
                return True
    return False

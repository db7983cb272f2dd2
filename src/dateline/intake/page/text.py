"""The main text of a page as paragraphs: trafilatura's cascade, then the plain paragraphs where it finds nothing.

In: a page's tree, or a piece of HTML out of a feed or a mail. Out: paragraphs, still with a page's small print, which
`boilerplate` removes next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "br",
    ]
)
"""Elements that start a new line."""

SILENT = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "button",
        "select",
        "option",
        "textarea",
        "nav",
        "form",
    ]
)
"""Elements whose text is not part of what a reader sees as prose."""

MAIN_BLOCKS = frozenset(
    ("p", "head", "item", "cell", "quote", "lb", "row", "list", "table", "main", "body", "code", "fw")
)
"""The same in trafilatura's output (TEI names)."""

SHORT = 200
MOST_ELEMENTS = 20_000
"""Beyond that the cascade's time grows with the square of the page: 23 seconds for 45,000 paragraphs. An article has a
few hundred elements, a long live page some thousands; larger ones are read as plain paragraphs."""


def main_paragraphs(tree: HtmlElement) -> list[str]:
    """The paragraphs of the page's main text; [] where it has none."""
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return plain_paragraphs(tree)
    from trafilatura import bare_extraction

    found: list[str] = []
    for tables in (False, True):
        page = bare_extraction(tree, include_comments=False, include_tables=tables, with_metadata=False)
        body = getattr(page, "body", None)
        found = _lines(body, MAIN_BLOCKS, frozenset(("graphic",))) if body is not None else []
        if sum(map(len, found)) >= SHORT:
            return found
    return max(
        found, plain_paragraphs(tree), key=lambda lines: sum(len(line) for line in lines if _is_prose(line))
    )


def plain_paragraphs(tree: HtmlElement) -> list[str]:
    """The lines of everything visible that reads like prose, for pages and pieces too short to tell parts apart."""
    return [line for line in _lines(tree, BLOCKS, SILENT) if line]


def _is_prose(line: str) -> bool:
    return len(line.split()) >= 5 and bool(re.search(r"[.!?:]", line))


def _lines(root: _Element, blocks: frozenset[str], silent: frozenset[str]) -> list[str]:
    """The text below an element, a line for each block, in document order, without recursion."""
    lines: list[list[str]] = [[]]
    stack: list[tuple[_Element, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        if leaving or name in silent or not name:
            if name in blocks:
                lines.append([])
            if element is not root and element.tail:
                lines[-1].append(element.tail)
            continue
        if name in blocks:
            lines.append([])
        if element.text:
            lines[-1].append(element.text)
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    return [text for line in lines if (text := " ".join("".join(line).split()))]

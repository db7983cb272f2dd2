"""HTML as a tree: words go in as text nodes, so that none of them can become markup.

The file's own policy lets no script run and nothing load, wherever it is opened; its one style sheet is admitted by its
digest (CSP Level 3, hash sources).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import urlsplit
from xml.etree import ElementTree

Node = ElementTree.Element
Child = Node | str | None

STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --dim: #59636e; --line: #d1d9e0; --paper: #fff; --mark: #b42318; --low: #e8a49c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9198a1; --line: #3d444d; --paper: #0d1117; --mark: #ff7b72; --low: #8e3b36; } }
body { margin: 2rem auto; max-width: 52rem; padding: 0 1rem; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin-bottom: .25rem } h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid var(--line) }
h3 { font-size: 1rem; margin-bottom: .25rem } p, dl, ul, ol { margin: .5rem 0 } .dim { color: var(--dim) } a { color: inherit }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line) } td { overflow-wrap: anywhere; min-width: 4.6rem } td:first-child, th { overflow-wrap: normal; min-width: 5.2rem }
blockquote { margin: .4rem 0 .2rem; padding-left: .8rem; border-left: 3px solid var(--line) } svg { max-width: 100%; height: auto; display: block; margin: .5rem 0 }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif } svg .dim { fill: var(--dim) } svg .line { stroke: var(--line); fill: none }
svg .mark { fill: var(--mark); stroke: var(--mark) } svg .low { fill: var(--low); stroke: none } svg .area { fill: var(--mark); fill-opacity: .15; stroke: var(--mark) }
@media print { body { margin: 0; max-width: none; font-size: 11pt } h2, h3 { break-after: avoid } blockquote, tr, svg { break-inside: avoid } a[href]::after { content: " (" attr(href) ")"; font-size: 9pt } }
"""

POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'"
)
"""What a browser may do with a report: apply its style sheet."""


def element(tag: str, *children: Child, **attributes: str) -> Node:
    """An element; `class_` stands for class, other underscores for hyphens. Strings are text; None is left out."""
    names = {"class_": "class", "viewBox": "viewBox"}
    made = Node(tag, {names.get(key, key.replace("_", "-")): value for key, value in attributes.items()})
    for child in children:
        if isinstance(child, str):
            _add_text(made, child)
        elif child is not None:
            made.append(child)
    return made


def table(heads: Iterable[str], rows: Iterable[Iterable[Child]]) -> Node:
    """A table with a row of headings."""
    head = element("tr", *(element("th", name, scope="col") for name in heads))
    body = (element("tr", *(element("td", cell) for cell in row)) for row in rows)
    return element("table", element("thead", head), element("tbody", *body))


def link(text: str, url: str | None) -> Node:
    """A link to an address of the web; the words alone where it is none."""
    if url and urlsplit(url).scheme in ("http", "https"):
        return element("a", text, href=url, rel="noreferrer noopener")
    return element("span", text)


def page(title: str, *children: Child) -> str:
    """The whole file."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", STYLE),
    )
    html = element("html", head, element("body", element("main", *children)), lang="en")
    return "<!doctype html>\n" + ElementTree.tostring(html, encoding="unicode", method="html")


def _add_text(node: Node, text: str) -> None:
    """Append text behind what the element has already; characters that HTML forbids become the replacement one."""
    clean = "".join(
        c if c in "\n\t" or (ord(c) >= 32 and not 0xD800 <= ord(c) < 0xE000) else "\ufffd" for c in text
    )
    if len(node):
        node[-1].tail = (node[-1].tail or "") + clean
    else:
        node.text = (node.text or "") + clean

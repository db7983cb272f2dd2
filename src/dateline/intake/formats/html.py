"""Web pages: the main text without what is around it, with title, outlet and date as the page gives them.

In: HTML in the encoding that its carrier, its first lines or its bytes tell. Out: one draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.errors import MalformedSource, SourceError
from dateline.intake.boilerplate import body_of
from dateline.intake.content import Content
from dateline.intake.documents import latest_day
from dateline.intake.draft import Draft
from dateline.intake.encoding import decode
from dateline.intake.formats.format import Format
from dateline.intake.options import Intake
from dateline.model.document import DateSource

SUFFIXES = (".html", ".htm", ".xhtml")
OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|article|section|main|p|h[1-6]|table|ul|ol|span|center)\b",
    re.IGNORECASE | re.DOTALL,
)


def recognises(content: Content) -> bool:
    """Whether it opens with an element of a page."""
    head = content.head
    plain = head.replace(b"\0", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    return bool(OPENING.match(plain.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")))


def read(content: Content, intake: Intake) -> Iterator[Draft | SourceError]:
    """The one report of a page."""
    from dateline.intake.page.tree import declared_charset

    data = content.read_whole()
    source = decode(data, content.origin, content.charset or declared_charset(data))
    yield page_draft(source, content, intake)


def page_draft(source: str, content: Content, intake: Intake) -> Draft:
    """The draft of a page's source. Raises MalformedSource when it holds no report."""
    from dateline.intake.page.metadata import host_name, page_metadata
    from dateline.intake.page.text import main_paragraphs
    from dateline.intake.page.tree import page_tree

    tree = page_tree(source, content.origin)
    latest = latest_day(intake.options)
    page = page_metadata(tree, content.url, latest)
    body = body_of(main_paragraphs(tree), page.title, latest)
    if not body.paragraphs:
        raise MalformedSource(content.origin, "holds no article", "give the article's own page or its text")
    draft = Draft(
        text=body.text,
        origin=content.origin,
        title=page.title,
        outlet=page.outlet,
        fallback_outlet=host_name(page.url or ""),
        sources=body.sources,
        url=page.url,
    )
    return draft.dated(page.published, DateSource.METADATA).dated(body.published, DateSource.DATELINE)


FORMAT = Format("html", SUFFIXES, recognises, read)

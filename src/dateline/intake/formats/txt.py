"""Plain text: a headline where there is one, lines cut at a width joined, buttons and notices removed.

In: bytes in any usual encoding. Out: one draft. A text with a suffix that no other format has is read too when it
comes without a name (standard input) or a server calls it text.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.errors import SourceError
from dateline.intake.boilerplate import body_of
from dateline.intake.content import Content
from dateline.intake.documents import latest_day
from dateline.intake.draft import Draft
from dateline.intake.encoding import decode, looks_binary
from dateline.intake.formats.format import Format
from dateline.intake.options import Intake
from dateline.intake.paragraphs import paragraphs_of, title_and_body
from dateline.model.document import DateSource

SUFFIXES = (".txt", ".text", ".md")


def recognises(content: Content) -> bool:
    """Whether it is text and nothing speaks against prose: no name, a text suffix, or a server's word for it."""
    named_so = content.suffix in (*SUFFIXES, "") or content.media_type.startswith("text/")
    return named_so and not looks_binary(content.head)


def read(content: Content, intake: Intake) -> Iterator[Draft | SourceError]:
    """The one report of a text."""
    text = decode(content.read_whole(), content.origin, content.charset)
    yield text_draft(text, content, intake)


def text_draft(text: str, content: Content, intake: Intake) -> Draft:
    """A draft of plain text, wherever it came from."""
    title, paragraphs = title_and_body(paragraphs_of(text))
    body = body_of(paragraphs, title, latest_day(intake.options))
    draft = Draft(text=body.text, origin=content.origin, title=title, url=content.url, sources=body.sources)
    return draft.dated(body.published, DateSource.DATELINE)


FORMAT = Format("txt", SUFFIXES, recognises, read)

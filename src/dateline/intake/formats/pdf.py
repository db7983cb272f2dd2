"""PDF files: the text of all pages without running heads and page numbers, paragraphs rebuilt from lines.

In: a PDF. Out: one draft. Text is taken as the file has it; a scan has none and is refused with that reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from statistics import median
from time import monotonic
from typing import TYPE_CHECKING, Any

from dateline.errors import MalformedSource, RefusedSource, SourceError, UnsupportedSource
from dateline.intake.boilerplate import body_of
from dateline.intake.content import Content
from dateline.intake.documents import latest_day
from dateline.intake.draft import Draft
from dateline.intake.formats.format import Format
from dateline.intake.options import Intake
from dateline.intake.paragraphs import SENTENCE_END, paragraphs_of, title_and_body
from dateline.model.document import DateSource, aware

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

SUFFIXES = (".pdf",)
MARGIN_LINES = 3
"""How many lines at the top and at the bottom of a page may be its running head or foot."""

REPEATED = 0.5
WIDE_GAP = 1.35
"""Paragraphs stand apart by half a line or more, lines of one paragraph by equal steps."""

PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
DAMAGE = (
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    AssertionError,
    RecursionError,
    OverflowError,
    NotImplementedError,
    ArithmeticError,
    OSError,
)
"""What pypdf raises for files that break the standard, beside its own errors."""


def recognises(content: Content) -> bool:
    """Whether the header that ISO 32000 asks for stands in the first kilobyte."""
    return b"%PDF-" in content.head[:1024]


def read(content: Content, intake: Intake) -> Iterator[Draft | SourceError]:
    """The one report of a PDF."""
    import logging

    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    data = content.read_whole()
    try:
        yield _draft(data, content, intake)
    except SourceError:
        raise
    except (PyPdfError, *DAMAGE) as error:
        raise MalformedSource(content.origin, f"is a damaged PDF ({error})", "export it again") from error


def _draft(data: bytes, content: Content, intake: Intake) -> Draft:
    reader = _opened(data, content.origin)
    pages = _pages(reader, content.origin, intake)
    lines = _without_margins(pages)
    if not any(re.search(r"\w{3}", line) for line in lines):
        raise UnsupportedSource(
            content.origin, "holds no text, as a scan", "run text recognition (OCR) on it first"
        )
    title, paragraphs = title_and_body(_across_pages(paragraphs_of("\n".join(lines))))
    title, created = _stated(reader, title)
    body = body_of(paragraphs, title, latest_day(intake.options))
    draft = Draft(text=body.text, origin=content.origin, title=title, url=content.url, sources=body.sources)
    return draft.dated(body.published, DateSource.DATELINE).dated(created, DateSource.METADATA)


def _opened(data: bytes, origin: str) -> PdfReader:
    """The file, decrypted where it asks for no password."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        try:
            opened = bool(reader.decrypt(""))
        except (DependencyError, NotImplementedError):
            opened = False
        if not opened:
            raise RefusedSource(origin, "is encrypted", "save a copy without a password")
    return reader


def _pages(reader: PdfReader, origin: str, intake: Intake) -> list[list[str]]:
    """The lines of each page, within the limits of pages, characters and time."""
    limits, start = intake.limits, monotonic()
    if len(reader.pages) > limits.pages:
        problem = f"has {len(reader.pages):,} pages, more than the limit of {limits.pages:,}"
        raise RefusedSource(origin, problem, "split it, or raise DATELINE_LIMITS__PAGES")
    found: list[list[str]] = []
    length = 0
    for page in reader.pages:
        found.append(_spaced_lines(page))
        length += sum(map(len, found[-1]))
        if length > limits.characters:
            raise RefusedSource(origin, f"holds more than {limits.characters:,} characters", "split it")
        if monotonic() - start > limits.seconds:
            raise RefusedSource(origin, f"takes longer than {limits.seconds:g} seconds to read", "split it")
    return found


def _spaced_lines(page: PageObject) -> list[str]:
    """The lines of a page, with an empty one where the page leaves more room than between most lines."""
    lines: list[str] = [""]
    heights: list[float | None] = [None]

    def visit(text: str, user: list[float], matrix: list[float], *_: Any) -> None:
        height = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append("")
                heights.append(None)
            lines[-1] += part
            if part.strip() and heights[-1] is None:
                heights[-1] = height

    page.extract_text(visitor_text=visit)
    drops = [a - b for a, b in pairwise(each for each in heights if each is not None) if a - b > 0]
    usual = median(drops) if drops else 0.0
    spaced: list[str] = []
    last: float | None = None
    for line, height in zip(lines, heights, strict=True):
        if last is not None and height is not None and usual and abs(last - height) > usual * WIDE_GAP:
            spaced.append("")
        spaced.append(line.rstrip())
        last = height if height is not None else last
    return spaced


def _without_margins(pages: list[list[str]]) -> list[str]:
    """All lines but page numbers, and heads and feet that half of the pages repeat but for their digits."""
    filled = [[line for line in page if line.strip()] for page in pages]
    counts = Counter(key for page in filled for key in {_key(line) for line in _margin(page)})
    often = max(2, len([page for page in filled if page]) * REPEATED)
    kept: list[str] = []
    for page in pages:
        edge = {id(line) for line in _margin([line for line in page if line.strip()])}
        for line in page:
            running = id(line) in edge and (
                counts[_key(line)] >= often or PAGE_NUMBER.fullmatch(line.strip())
            )
            if not running or len(pages) == 1:
                kept.append(line)
        kept.append("")
    return kept


def _margin(page: list[str]) -> list[str]:
    return page[:MARGIN_LINES] + page[-MARGIN_LINES:]


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _across_pages(paragraphs: list[str]) -> list[str]:
    """Paragraphs that a page's end cut in two, joined: one without a full stop before one in lower case."""
    joined: list[str] = []
    for paragraph in paragraphs:
        if (
            joined
            and paragraph[:1].islower()
            and not SENTENCE_END.search(joined[-1])
            and len(joined[-1]) > 40
        ):
            hyphen = joined[-1].endswith("-")
            joined[-1] = joined[-1][:-1] + paragraph if hyphen else f"{joined[-1]} {paragraph}"
        else:
            joined.append(paragraph)
    return joined


def _stated(reader: PdfReader, title: str) -> tuple[str, datetime | None]:
    """The title, from the file's own record where the text has none, and the day on which the file was made."""
    stated = reader.metadata
    if stated is None:
        return title, None
    own = " ".join((stated.title or "").split())
    usable = len(own.split()) >= 3 and not re.search(
        r"\.\w{2,4}$|^(?:microsoft word|untitled)", own, re.IGNORECASE
    )
    try:
        created = stated.creation_date
    except ValueError:
        created = None
    return title or (own if usable else ""), aware(created) if created else None


FORMAT = Format("pdf", SUFFIXES, recognises, read)

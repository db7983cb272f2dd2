"""A reading in, every place where it points wrongly into its document out: the check behind "every value traces"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from dateline.model.document import Document, Span
from dateline.model.reading import Reading


@dataclass(frozen=True, slots=True)
class SpanFault:
    """A span that isn't in the text: `path` leads to it ("events[0].actors[1].mention").

    `found` holds the document's own characters at that place, or None when the place lies outside the text.
    """

    path: str
    span: Span
    found: str | None

    def __str__(self) -> str:
        where = f"{self.path} [{self.span.start}:{self.span.end}]"
        if self.found is None:
            return f"{where} lies outside the text"
        return f"{where} says {self.span.text!r}, the text has {self.found!r}"


def check_reading(reading: Reading) -> tuple[SpanFault, ...]:
    """Every span of the reading whose text differs from the document's characters or lies outside of it.

    An empty span counts as outside: it shows nobody anything.
    """
    text = reading.document.text
    return tuple(fault for path, span in _spans(reading, "") if (fault := _fault(path, span, text)))


def _fault(path: str, span: Span, text: str) -> SpanFault | None:
    if not 0 <= span.start < span.end <= len(text):
        return SpanFault(path, span, None)
    found = text[span.start : span.end]
    return None if found == span.text else SpanFault(path, span, found)


def _spans(value: object, path: str) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _spans(item, f"{path}[{number}]")
    elif is_dataclass(value) and not isinstance(value, (Document, type)):
        for field in fields(value):
            yield from _spans(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))

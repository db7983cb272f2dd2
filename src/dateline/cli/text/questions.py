"""A question for a reviewer, with the sentences that it turns on."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from dateline.analyse.review import Question
from dateline.record.view import View


def sentences(question: Question, view: View) -> Iterator[str]:
    """The reasons, then each report's evidence."""
    yield ""
    yield click.style(f"{question.incident}  certainty {question.certainty:.2f}", bold=True)
    yield from (f"  {reason}" for reason in question.reasons)
    names = question.unit[:1] if question.field else question.unit
    for name in names:
        document, _, key = name.rpartition("/")
        reading = view.reading(document)
        event = next(e for e in reading.events if e.id == key)
        yield f"  {click.style(name, fg='yellow')}  {reading.document.outlet}, {reading.document.published_on}"
        for span in event.evidence:
            text = f"“{' '.join(span.text.split())}”"
            yield from textwrap.wrap(text, 96, initial_indent="    ", subsequent_indent="     ")

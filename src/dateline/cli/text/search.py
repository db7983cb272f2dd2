"""Documents that were found, for people: id, outlet, day and title, then the passage with «hits» between guillemets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.cli.text.phrases import day
from dateline.record.search import Hit


def lines(found: Sequence[Hit]) -> Iterator[str]:
    """Two or three lines a document; a sentence where none was found."""
    if not found:
        yield "no document has all of these words"
    for hit in found:
        yield _plain("  ".join(part for part in _heading(hit) if part))
        yield f"    {_plain(_marked(hit))}"


def _heading(hit: Hit) -> Iterator[str]:
    yield hit.document.id
    yield hit.document.outlet
    yield day(hit.document.published_on) if hit.document.published_on else ""
    yield hit.document.title
    yield "RETRACTED" if hit.retracted else ""


def _marked(hit: Hit) -> str:
    said, at = "", hit.passage.start
    for mark in hit.marks:
        said += f"{hit.document.text[at : mark.start]}«{mark.text}»"
        at = mark.end
    rest = hit.document.text[at : hit.passage.end]
    before = "… " if hit.passage.start else ""
    return f"{before}{said}{rest}" + (" …" if hit.passage.end < len(hit.document.text) else "")


def _plain(said: str) -> str:
    """One line without characters that would steer the terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in said).split())

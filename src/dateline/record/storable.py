"""What no record can keep, found before it is tried, so that every store says the same of it.

In: a document, or anything that goes into the record as JSON. Out: what is wrong with it in words, or nothing.
PostgreSQL keeps no null character and no half of a character, and its indexes take keys of some 2,700 bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.errors import MalformedSource
from dateline.model.document import Document

LONGEST_KEY = 2_000
"""Bytes of a document's id or outlet."""


def check_storable(document: Document) -> None:
    """Raise MalformedSource for a document that can't be kept."""
    fields = (
        document.id,
        document.text,
        document.title,
        document.outlet,
        *document.relays,
        document.url or "",
    )
    problem = next((said for field in fields if (said := unstorable(field))), "")
    if "null" in problem:
        raise MalformedSource(_shown(document.id), problem, "remove it and add it again")
    if problem:
        raise MalformedSource(ascii(document.id), problem, "save it as UTF-8 and add it again")
    for name, key in (("id", document.id), ("outlet", document.outlet)):
        size = len(key.encode())
        if size > LONGEST_KEY:
            problem = f"its {name} has {size:,} bytes, and at most {LONGEST_KEY:,} can be kept"
            raise MalformedSource(document.id[:60], problem, f"give it a shorter {name}")


def unstorable(told: Any) -> str:
    """What is wrong with the first text that can't be kept, in anything made of lists and dictionaries; "" for nothing."""
    if isinstance(told, str):
        return _of_text(told)
    inside: Iterable[Any] = ()
    if isinstance(told, dict):
        inside = (*told.keys(), *told.values())
    elif isinstance(told, (list, tuple)):
        inside = told
    return next((said for item in inside if (said := unstorable(item))), "")


def _of_text(text: str) -> str:
    if "\0" in text:
        return f"it holds a null at position {text.index(chr(0))}"
    try:
        text.encode()
    except UnicodeEncodeError as problem:
        return f"it holds half of a character at position {problem.start}"
    return ""


def _shown(key: str) -> str:
    return ascii(key) if _of_text(key) else key

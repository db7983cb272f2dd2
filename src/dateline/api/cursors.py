"""Cursors of lists in the order of a number or a key: where a page ended, with a sum over it and over what was asked.

A cursor that was mistyped, made up or taken from another question is refused instead of answered wrongly.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

from dateline.errors import UsageError

SUM_DIGITS = 12


def cursor(place: int | str, question: object) -> str:
    """The cursor behind an item at `place` in the answer to a question."""
    told = json.dumps([_sum(place, question), place], separators=(",", ":"))
    return urlsafe_b64encode(told.encode()).decode().rstrip("=")


def number_after(text: str | None, question: object) -> int | None:
    """The number that a cursor holds, None for none. Raises UsageError for one that is none of this question."""
    if text is None:
        return None
    place = _place(text, question)
    if not isinstance(place, int):
        raise _refused(text)
    return place


def key_after(text: str | None, question: object) -> str | None:
    """The key that a cursor holds, likewise."""
    if text is None:
        return None
    place = _place(text, question)
    if not isinstance(place, str):
        raise _refused(text)
    return place


def _place(text: str, question: object) -> int | str:
    try:
        tested, place = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, TypeError, RecursionError) as problem:
        raise _refused(text) from problem
    if not isinstance(place, int | str) or tested != _sum(place, question):
        raise _refused(text)
    return place


def _refused(text: str) -> UsageError:
    return UsageError(
        f"{text[:80]!a} is no cursor of this list; give `next` of the page before, with the same filters"
    )


def _sum(place: int | str, question: object) -> str:
    return sha256(f"{place!r} {question!r}".encode("utf-8", "backslashreplace")).hexdigest()[:SUM_DIGITS]

"""Lines of the log of sharing, and of what partners say, as text and as JSON values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

import click

from dateline.record.exchange_log import Entry
from dateline.share.receive.opinions import Said

WORDS = {"question": "asks", "note": "notes", "same": "holds it to be the same as"}
"""What a partner does who says something that is no opinion."""


def log_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """One line for each."""
    for entry in entries:
        about = " ".join(part for part in (entry.partner, entry.item) if part)
        reason = f"  ({entry.reason})" if entry.reason else ""
        yield f"{entry.number:6}  {entry.at:%Y-%m-%d %H:%M:%S}  {entry.author:10}  {entry.action}  {about}{reason}"


def partner_lines(found: Iterable[Said]) -> Iterator[str]:
    """What partners say of an incident, below a heading where there is anything."""
    listed = list(found)
    if listed:
        yield ""
        yield click.style("WHAT PARTNERS SAY", bold=True, fg="cyan")
    for one in listed:
        what = one.level if one.kind == "opinion" else WORDS[one.kind]
        yield f"  {one.partner:16}{what}: {one.text}"


def log_to_dict(entry: Entry) -> dict[str, Any]:
    """A line as JSON values."""
    return {**asdict(entry), "at": entry.at.isoformat(), "detail": dict(entry.detail)}

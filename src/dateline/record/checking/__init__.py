"""A record's state in, every fault in it out: values that don't fit their text, and rows that don't fit each other.

    database     the store's own check of its file
    documents    texts against their hashes, copies against the documents that they repeat
    readings     spans against the text, the rows of events, tallies and what is said of actors against the newest reading
    incidents    columns, places, parties, outlets and reports against the incident's own JSON
    answers      what is kept so that lists needn't look at the whole record, against what is due
    references   reports, links, former ids, linking's index and judgements against what they point to
    exchange     the log of sharing against its hashes, deliveries against their digests

It reads one document, or some incidents, at a time, so that it takes little memory whatever the record's size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import dropwhile

from sqlalchemy import Connection

from dateline.record.checking.database import check_database
from dateline.record.checking.documents import check_documents
from dateline.record.checking.exchange import check_exchange
from dateline.record.checking.fault import Fault
from dateline.record.checking.incidents import check_incidents
from dateline.record.checking.kept import check_kept
from dateline.record.checking.readings import check_readings
from dateline.record.checking.references import check_references

__all__ = ["CHECKS", "Fault", "OnCheck", "faults"]

CHECKS = (
    ("database", check_database),
    ("documents", check_documents),
    ("readings", check_readings),
    ("incidents", check_incidents),
    ("answers", check_kept),
    ("references", check_references),
    ("exchange", check_exchange),
)

OnCheck = Callable[[str, int], None]
"""Told the name of a check and how many items it has looked at."""


def faults(
    connection: Connection, on_check: OnCheck = lambda name, done: None, first: str = CHECKS[0][0]
) -> Iterator[Fault]:
    """Every fault, check by check, in the order of what is checked, from the check named `first` on."""
    connection = connection.execution_options(stream_results=True)
    for name, check in dropwhile(lambda each: each[0] != first, CHECKS):
        on_check(name, 0)
        for done, found in enumerate(check(connection), 1):
            on_check(name, done)
            yield from found

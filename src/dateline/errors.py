"""Every error that Dateline raises on purpose, one class for each decision that a caller can make.

DatelineError                 anything below; its message names the item, the value and the remedy
├── SourceError               skip this source and go on with the next
│   ├── UnreadableSource      the file, address or stream can't be opened or fetched
│   ├── RefusedSource         it may not be fetched or read: address, size, depth, redirects, time
│   ├── UnsupportedSource     no reader for this type of content
│   └── MalformedSource       it was opened, but what it holds is not what it claims to be
├── ReaderError               skip this document: it can't be read into events
├── RecordError               stop: the record can't be opened, migrated or written
│   └── UnknownItem           nothing in the record has this id
├── KnowledgeError            stop: a table, the gazetteer or the model's weights are missing or damaged
└── UsageError                stop: the command or the settings are wrong
    └── Outdated              what was decided on has changed meanwhile: look again
"""

from __future__ import annotations


class DatelineError(Exception):
    """Base of all errors that Dateline raises on purpose."""


class SourceError(DatelineError):
    """One source failed; the others are not affected."""

    def __init__(self, source: str, problem: str, remedy: str = "") -> None:
        self.source, self.problem, self.remedy = source, problem, remedy
        super().__init__(f"{source}: {problem}" + (f"; {remedy}" if remedy else ""))


class UnreadableSource(SourceError):
    """The file, address or stream can't be opened or fetched."""


class RefusedSource(SourceError):
    """A limit or a guard forbids reading this source."""


class UnsupportedSource(SourceError):
    """No reader is known for this type of content."""


class MalformedSource(SourceError):
    """The content is not what its type says."""


class ReaderError(DatelineError):
    """One document can't be read into events."""


class RecordError(DatelineError):
    """The record can't be opened, migrated or written."""


class UnknownItem(RecordError):
    """Nothing in the record has this id."""


class KnowledgeError(DatelineError):
    """A table, the gazetteer or the model's weights are missing or damaged."""


class UsageError(DatelineError):
    """The command or the settings are wrong."""


class Outdated(UsageError):
    """What somebody looked at before they decided is no longer so."""

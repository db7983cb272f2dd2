"""The way of every source: found, opened, its format told, read, finished; a failure costs that source only.

In: names of files, folders, addresses, or - for standard input. Out: documents and errors in order, lazily.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace

from dateline.errors import RefusedSource, SourceError, UnreadableSource, UnsupportedSource
from dateline.intake.content import HEAD_BYTES, Content, peekable
from dateline.intake.draft import Draft
from dateline.intake.options import Intake, IntakeOptions
from dateline.model.document import Document

ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
STANDARD_INPUT = "-"

Result = Draft | SourceError


def read_sources(
    sources: Sequence[str], options: IntakeOptions | None = None
) -> Iterator[Document | SourceError]:
    """The documents of all sources in their order, and an error for each thing that can't be read.

    A source is a file, a folder, an http or https URL, or "-". Nothing is read before it is asked for, and no more
    than one document is held. Errors are yielded, never raised.
    """
    intake = _intake(options or IntakeOptions())
    for source in sources:
        for result in _drafts(source, intake):
            yield _finished(result, intake.options)


def _finished(result: Result, options: IntakeOptions) -> Document | SourceError:
    from dateline.intake.documents import document_of

    if isinstance(result, SourceError):
        return result
    try:
        return document_of(result, options)
    except SourceError as error:
        return error


def _drafts(source: str, intake: Intake) -> Iterator[Result]:
    if source == STANDARD_INPUT:
        yield from _standard_input(intake)
    elif ADDRESS.match(source):
        yield from _address(source, intake)
    elif os.path.isdir(source):
        yield from _folder(source, intake)
    else:
        yield from _file(source, intake)


def _standard_input(intake: Intake) -> Iterator[Result]:
    stream = intake.options.stdin or sys.stdin.buffer
    content = Content("standard input", peekable(stream), intake.limits.received_bytes)
    yield from read_content(content, intake)


def _address(url: str, intake: Intake) -> Iterator[Result]:
    try:
        content = intake.fetch(url)
    except SourceError as error:
        yield error
        return
    yield from read_content(content, intake)


def _folder(folder: str, intake: Intake) -> Iterator[Result]:
    from dateline.intake.folders import files_of

    for path in files_of(folder):
        if isinstance(path, SourceError):
            yield path
        else:
            yield from _file(path, intake)


def _file(path: str, intake: Intake) -> Iterator[Result]:
    try:
        kind = os.stat(path).st_mode
        if not (stat.S_ISREG(kind) or stat.S_ISFIFO(kind)):
            yield UnsupportedSource(path, "is neither a file nor a folder", "give a file")
            return
        stream = peekable(open(path, "rb", buffering=HEAD_BYTES))  # noqa: SIM115 - closed below, after the last document
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    with closing(stream):
        yield from read_content(Content(path, stream, intake.limits.received_bytes, name=path), intake)


def read_content(content: Content, intake: Intake) -> Iterator[Result]:
    """The drafts of content at hand, whatever it is in; its errors are yielded."""
    from dateline.intake.formats import find_format

    try:
        unpacked = _unpacked(content, intake)
        yield from find_format(unpacked).read(unpacked, intake)
    except SourceError as error:
        yield error
    except OSError as error:
        yield _unreadable(content.origin, error)


def _unpacked(content: Content, intake: Intake) -> Content:
    """The content without its gzip wrapping; a wrapping inside another is refused."""
    from dateline.intake.gunzip import MAGIC, Gunzip

    if not content.head.startswith(MAGIC):
        return content
    most = intake.limits.expanded_bytes
    stream = peekable(Gunzip(content.stream, content.origin, most + HEAD_BYTES))
    name = content.name[:-3] if content.suffix == ".gz" else content.name
    inner = replace(content, stream=stream, most=most, name=name)
    if not inner.head:
        inner.check()
    if inner.head.startswith(MAGIC):
        raise RefusedSource(content.origin, "is compressed twice", "decompress it once")
    return inner


def _unreadable(path: str, error: OSError | ValueError) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return UnreadableSource(path, "there is no such file", "check the name; a URL starts with https://")
    if isinstance(error, PermissionError):
        return UnreadableSource(path, "may not be read", "check its permissions")
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return UnreadableSource(path, f"can't be read ({reason})", "check the name and the disk")


def _intake(options: IntakeOptions) -> Intake:
    """The tools that readers get; the network is set up when the first address is met."""

    def fetch(url: str) -> Content:
        from dateline.intake.fetching import Fetcher

        if options.fetch is not None:
            return options.fetch(url)
        return Fetcher(options.limits, options.allow_private_addresses).fetch(url)

    def read(content: Content) -> Iterator[Result]:
        return read_content(content, intake)

    intake = Intake(options, fetch, read)
    return intake

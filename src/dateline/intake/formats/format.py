"""What a format is to the intake: a name, suffixes, a test on content, and a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.errors import SourceError
from dateline.intake.content import Content
from dateline.intake.draft import Draft
from dateline.intake.options import Intake

Read = Callable[[Content, Intake], Iterator[Draft | SourceError]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: `recognises` looks at the content's head, and its suffix where heads are alike; `read` gives the
    drafts of the reports in it, and an error for each part that can't be read."""

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Content], bool]
    read: Read

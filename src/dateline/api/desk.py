"""What every route works with: the record, who is who, and answers that are kept while the record stays as it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar, cast

from starlette.requests import HTTPConnection

from dateline.api.guards.rates import Buckets
from dateline.api.members import Members
from dateline.api.options import ServeOptions
from dateline.engines.jobs import Jobs
from dateline.engines.standby import Standby
from dateline.record import Record

Answer = TypeVar("Answer")

KEPT_ANSWERS, KEPT_MASKERS = 64, 5_000


class Answers:
    """Answers that took long, by question and by the version of the record that they are of; the oldest go first.

    Two who ask the same at once share one answer: the second waits for the first.
    """

    def __init__(self, most: int = KEPT_ANSWERS) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[Hashable, object]] = OrderedDict()
        self._locks: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, question: Hashable, version: Hashable, find: Callable[[], Answer]) -> Answer:
        """The answer as of this version of the record, found anew where it is not kept."""
        with self._lock:
            mine = self._locks.setdefault(question, Lock())
        with mine:
            kept = self._kept.get(question)
            if kept is not None and kept[0] == version:
                return cast(Answer, kept[1])
            found = find()
            self._keep(question, version, found)
            return found

    def _keep(self, question: Hashable, version: Hashable, found: object) -> None:
        with self._lock:
            self._kept[question] = (version, found)
            self._kept.move_to_end(question)
            while len(self._kept) > self._most:
                gone, _ = self._kept.popitem(last=False)
                self._locks.pop(gone, None)


@dataclass(slots=True)
class Desk:
    """One record, served; `logins` and `readings` bound what costs much by address."""

    record: Record
    options: ServeOptions
    members: Members
    logins: Buckets
    readings: Buckets
    jobs: Jobs
    reader: Standby
    answers: Answers = field(default_factory=Answers)
    maskers: Answers = field(default_factory=lambda: Answers(KEPT_MASKERS))

    def close(self) -> None:
        """Stop what runs beside the requests."""
        self.jobs.close()
        self.reader.close()


def desk_of(request: HTTPConnection) -> Desk:
    """The desk that a request is made to."""
    return cast(Desk, request.app.state.desk)

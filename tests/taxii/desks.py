"""Desks of tests: a record with partners, releases to them, and a real server in a thread or a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from argon2 import PasswordHasher

from dateline.api.application import create_app
from dateline.api.options import Rates, ServeOptions
from dateline.api.serving import server_of
from dateline.api.taxii import TAXII
from dateline.model.marking import Marking, Target, Tlp
from dateline.model.partner import Partner
from dateline.pipeline import relink
from dateline.record import Record
from dateline.share.release import acts

from ..api.listening import listening
from ..share.release.test_rules import reading

PASSWORD = "correct horse battery"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
FAST = Rates(a_second=10_000, burst=100_000, logins=1_000, readings=1_000)
START = datetime(2026, 6, 1, 9, tzinfo=UTC)
CLEAR = Marking(Tlp.CLEAR)


@dataclass
class Desk:
    """An organisation with a record."""

    record: Record
    clock: datetime = START

    def knows(self, *names: str) -> None:
        """Add partners, all with the same password."""
        with self.record.writer("ana") as writer:
            for name in names:
                credential = CHEAP.hash(PASSWORD)
                writer.exchange().keep_partner(Partner(name, name.title(), Tlp.AMBER, credential=credential))

    def keeps(self, *keys: str) -> None:
        """Add a reading of one attack each, which may go to everybody."""
        with self.record.writer("ana") as writer:
            for key in keys:
                made = reading(key)
                writer.keep_document(made.document)
                writer.keep_reading(made)
                writer.exchange().mark(Target(key), CLEAR)
        relink(self.record)

    def gives(self, partner: str, *, taken_back: tuple[str, ...] = ()) -> None:
        """Release to a partner."""
        self.clock += timedelta(hours=1)
        action = acts.RETRACTED if taken_back else acts.APPROVED
        acts.approve(self.record, partner, acts.Act(action, "weekly", taken_back), "ana", self.clock)


@contextmanager
def serving(record: Record, options: ServeOptions | None = None) -> Iterator[str]:
    """A server in a thread: the address of discovery."""
    options = replace(options or ServeOptions(rates=FAST), port=0)
    with listening(server_of(create_app(record, options, "ada", (TAXII,)))) as address:
        yield f"{address}/taxii2/"

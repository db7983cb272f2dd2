"""A desk that tests start: a real server on a free port of this machine, over a real record."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

for room in ("model", "record"):
    sys.path.append(str(Path(__file__).parent.parent / room))

from fake_reader import make_fake_reader  # noqa: E402
from listening import listening  # noqa: E402

from dateline.api.application import Machinery, Served, create_app  # noqa: E402
from dateline.api.options import Rates, ServeOptions  # noqa: E402
from dateline.api.serving import server_of  # noqa: E402
from dateline.engines.local import InProcess  # noqa: E402
from dateline.record import Record  # noqa: E402
from dateline.record.accounts import Role, Scope  # noqa: E402

FAST = Rates(a_second=10_000, burst=100_000, logins=1_000, readings=1_000)
PASSWORD = "correct horse battery"
OPTIONS = ServeOptions(port=0, rates=FAST)

Ask = Callable[..., httpx.Response]


@contextmanager
def running(record: Record, options: ServeOptions = OPTIONS) -> Iterator[tuple[Served, str]]:
    """The desk of a record, and its address; its reader is the tests' own, in this process where it can be."""
    served = create_app(record, options, "ada", machinery=Machinery(InProcess(), make_fake_reader))
    with listening(server_of(served)) as address:
        yield served, address


def copy_of(place: Path, folder: Path) -> Path:
    """The record in another folder."""
    copy = folder / "record.sqlite"
    copy.write_bytes(place.read_bytes())
    return copy


def with_users(record: Record) -> dict[str, str]:
    """One user of each role, all with the same password, and a token of each with all scopes, by role."""
    from argon2 import PasswordHasher

    hashed = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    found = {}
    with record.accounts() as accounts:
        for role in Role:
            accounts.add_user(f"{role.value}-user", role, hashed)
            found[role.value] = accounts.make_token(f"{role.value}-user", "test", Scope, None)[1]
    return found

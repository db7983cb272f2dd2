"""A real server on a free port of this machine, over a real record, for every test that asks."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

for room in ("model", "record"):
    sys.path.append(str(Path(__file__).parent.parent / room))

from fake_reader import make_fake_reader  # noqa: E402
from hostile import HOSTILE  # noqa: E402 (found in the folders above)
from runs import add_all  # noqa: E402

from dateline.api.application import Machinery, Served, create_app  # noqa: E402
from dateline.api.options import Rates, ServeOptions  # noqa: E402
from dateline.api.serving import server_of  # noqa: E402
from dateline.engines.local import InProcess  # noqa: E402
from dateline.pipeline import add  # noqa: E402
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


@contextmanager
def listening(server: uvicorn.Server) -> Iterator[str]:
    """A server in a thread of its own: its address."""
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server didn't start"
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


def fill(place: str) -> None:
    """The invented reports, and hostile ones."""
    add_all(place)
    with Record.open(place) as record:
        add(HOSTILE, record, InProcess(), make=make_fake_reader)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that tests copy."""
    place = tmp_path_factory.mktemp("filled") / "record.sqlite"
    fill(str(place))
    return place


@pytest.fixture(scope="session")
def open_desk(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk without users, which no test changes."""
    place = copy_of(filled, tmp_path_factory.mktemp("open"))
    with Record.open(str(place)) as record, running(record) as (_, address):
        yield address


@pytest.fixture
def own_record(filled: Path, tmp_path: Path) -> Iterator[Record]:
    """A record that a test may change."""
    with Record.open(str(copy_of(filled, tmp_path))) as record:
        yield record


@pytest.fixture
def ask(open_desk: str) -> Iterator[httpx.Client]:
    """A browser of the local admin."""
    with httpx.Client(base_url=f"{open_desk}/api/v1") as client:
        yield client


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

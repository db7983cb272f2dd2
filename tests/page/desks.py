"""Desks for the page's tests: the sample reports and hostile ones, read by the real reader, behind a real server."""

from __future__ import annotations

import fcntl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import dateline.cli
from dateline.api.application import create_app
from dateline.api.front import PAGE
from dateline.api.options import Rates, ServeOptions
from dateline.api.passwords import Passwords
from dateline.api.serving import server_of
from dateline.engines.local import InProcess
from dateline.intake import read_sources
from dateline.model.document import DateSource, Document
from dateline.pipeline import add
from dateline.record import Record
from dateline.record.accounts import Role

SAMPLES = Path(dateline.cli.__file__).parent / "samples"
BUILT = (PAGE / "index.html").is_file()
PASSWORD = "correct horse battery"
OPTIONS = ServeOptions(port=0, rates=Rates(a_second=10_000, burst=100_000, logins=1_000, readings=1_000))

SCRIPT = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
TURNED = "\u202egnihtemos\u202c"
LONG = "W" * 3_000
HOSTILE = [
    Document(
        id=f"hostile-{name}",
        title=f"{words[:200]} & more",
        text=f"{words} A rocket struck a market in Kirkuk on Monday, killing {number} people, police said. {words}",
        outlet=f"<b>Outlet</b> {name}",
        published=datetime(2024, 5, 7, 8, tzinfo=UTC),
        date_source=DateSource.GIVEN,
        url="javascript:document.title='owned'",
    )
    for number, (name, words) in enumerate((("script", SCRIPT), ("turned", TURNED), ("long", LONG)), start=4)
]


def filled(folder: Path) -> Path:
    """The record that tests look at or copy: made by whoever comes first, others wait."""
    place = folder / "page.sqlite"
    with (folder / "page.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            part = folder / "part.sqlite"
            with Record.open(str(part)) as record:
                add([*read_sources([str(SAMPLES)]), *HOSTILE], record, InProcess())
            part.rename(place)
    return place


@contextmanager
def running(place: Path) -> Iterator[str]:
    """A server over a record in a thread of its own, and its address."""
    with Record.open(str(place)) as record:
        server = server_of(create_app(record, OPTIONS, "ada"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the server didn't start"
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def add_users(place: Path) -> None:
    """One user of each role, by the role's name."""
    hashed = Passwords().hashed(PASSWORD)
    with Record.open(str(place)) as record, record.accounts() as accounts:
        for role in (Role.ADMIN, Role.ANALYST, Role.READER):
            accounts.add_user(role.value, role, hashed)

"""Our client: all of it once, in pages and deliveries of any size, on from where it ended, and wary of the server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli.application import application
from dateline.errors import MalformedSource, RefusedSource, SourceError, UnreadableSource
from dateline.intake.fetching import Fetcher
from dateline.record import Record
from dateline.settings import Limits
from dateline.share.receive.taxii import Bounds, TaxiiSource, pull

from .desks import PASSWORD, Desk, serving
from .suite import Client, identity

FETCHER = Fetcher(Limits(), allow_private_addresses=True)


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Desk]:
    """The desk that fetches; `giver` is the partner that it fetches from."""
    with Record.open(str(tmp_path / "mine.sqlite")) as record:
        made = Desk(record)
        made.knows("giver")
        yield made


def source(url: str, bounds: Bounds = Bounds(), password: str = PASSWORD) -> TaxiiSource:  # noqa: B008 (frozen)
    return TaxiiSource(url, "giver", "north", password, bounds)


def has(desk: Desk) -> set[tuple[str, str]]:
    with desk.record.view() as view:
        return {(found.id, found.version) for found in view.exchange().received_objects("giver")}


@pytest.fixture
def offered(url: str) -> set[tuple[str, str]]:
    with Client(url, "north", PASSWORD) as client:
        return {(row["id"], row["version"]) for row in client.manifest()}


@pytest.mark.parametrize("bounds", [Bounds(), Bounds(page_objects=2), Bounds(3, delivery_bytes=1)])
def test_everything_comes_once(mine: Desk, url: str, offered: set[tuple[str, str]], bounds: Bounds) -> None:
    done = list(pull(mine.record, source(url, bounds), FETCHER))
    assert has(mine) == offered
    assert sum(d.new for d in done) == len(offered)
    assert (len(done) > 1) == (bounds.delivery_bytes == 1)
    assert list(pull(mine.record, source(url, bounds), FETCHER)) == []


def test_a_pull_that_ended_early_goes_on(mine: Desk, url: str, offered: set[tuple[str, str]]) -> None:
    small = source(url, Bounds(2, delivery_bytes=1))
    first = list(islice(pull(mine.record, small, FETCHER), 2))
    assert 0 < len(has(mine)) < len(offered)
    rest = list(pull(mine.record, small, FETCHER))
    assert has(mine) == offered
    assert sum(d.new for d in (*first, *rest)) == len(offered), "nothing came twice"


def test_what_is_released_later_comes_with_the_next_pull(mine: Desk, tmp_path: Path) -> None:
    with Record.open(str(tmp_path / "giver.sqlite")) as record:
        giver = Desk(record)
        giver.knows("north")
        giver.keeps("one")
        giver.gives("north")
        with serving(record) as url:
            (first,) = pull(mine.record, source(url), FETCHER)
            giver.keeps("two")
            giver.gives("north")
            (second,) = pull(mine.record, source(url), FETCHER)
    assert (len(first.documents), len(second.documents)) == (1, 1)


def test_a_wrong_password_says_what_to_do(mine: Desk, url: str) -> None:
    with pytest.raises(UnreadableSource, match="name and password; check --user"):
        list(pull(mine.record, source(url, password="wrong"), FETCHER))


def test_a_password_goes_nowhere_in_the_clear(mine: Desk) -> None:
    with pytest.raises(RefusedSource, match="https only"):
        list(pull(mine.record, source("http://desk.example.org/taxii2/"), FETCHER))


def test_private_addresses_are_refused(mine: Desk, url: str) -> None:
    with pytest.raises(RefusedSource, match="no public address"):
        list(pull(mine.record, source(url), Fetcher(Limits())))


class Hostile(BaseHTTPRequestHandler):
    """Servers that mean no good, by the first part of the path."""

    def do_GET(self) -> None:
        kind = self.path.split("/")[1]
        if kind == "redirects":
            self.send_response(302)
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_address[1]}/elsewhere/")
            self.end_headers()
            return
        objects = [identity()]
        told = {
            "elsewhere": {"api_roots": ["https://other.example/root/"]},
            "loops": {"more": True, "next": "1", "objects": objects},
            "stands": {"more": True, "objects": objects},
            "empty": {"more": True, "next": "1", "objects": []},
            "list": ["no resource"],
            "large": {"objects": ["x" * 200_000]},
            "poison": {"objects": [*objects, {"type": "identity", "id": "identity--1"}]},
        }[kind]
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/taxii+json;version=2.1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def hostile() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Hostile) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("redirects/", RefusedSource),
        ("elsewhere/", RefusedSource),
        ("loops/collections/x/", MalformedSource),
        ("stands/collections/x/", MalformedSource),
        ("empty/collections/x/", MalformedSource),
        ("list/", MalformedSource),
        ("large/collections/x/", RefusedSource),
        ("poison/collections/x/", MalformedSource),
    ],
)
def test_hostile_servers_are_refused(mine: Desk, hostile: str, path: str, error: type[SourceError]) -> None:
    bounds = Bounds(page_bytes=100_000)
    with pytest.raises(error):
        list(pull(mine.record, source(f"{hostile}/{path}", bounds), FETCHER))
    assert has(mine) == set(), "nothing was kept"


def test_the_command(mine: Desk, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_ALLOW_PRIVATE_ADDRESSES", "true")
    secret = tmp_path / "password"
    secret.write_text(PASSWORD + "\n", "utf-8")
    arguments = [
        "receive",
        url,
        "--from",
        "giver",
        "--taxii",
        "--user",
        "north",
        "--record",
        mine.record.where,
    ]
    assert CliRunner().invoke(application, arguments).exit_code == 2
    first, again = (
        CliRunner().invoke(application, [*arguments, "--password-file", str(secret)]).output for _ in range(2)
    )
    assert "1 documents" in first and "1 incidents on record" in first
    assert again.startswith("nothing new; 1 incidents")


def test_the_command_goes_on_asking(mine: Desk, desk: Desk, url: str) -> None:
    """A process that pulls again and again, through a time in which the server isn't there."""
    words = ["receive", url, "--from", "giver", "--taxii", "--user", "north", "--every", "0.001"]
    environment = {
        **os.environ,
        "DATELINE_TAXII_PASSWORD": PASSWORD,
        "DATELINE_ALLOW_PRIVATE_ADDRESSES": "true",
    }
    command = [sys.executable, "-m", "dateline", *words, "--record", mine.record.where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        told = [process.stdout.readline() for _ in range(4)]
        process.terminate()
    assert "new objects" in told[0] and [line.startswith("nothing new") for line in told[2:]] == [True, True]


def test_going_on_asking_takes_a_server(mine: Desk) -> None:
    done = CliRunner().invoke(
        application, ["receive", "x.json", "--from", "giver", "--every", "5", "--record", mine.record.where]
    )
    assert done.exit_code == 2 and "--taxii" in done.output

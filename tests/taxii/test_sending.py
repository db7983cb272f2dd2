"""Sending what a partner was given to its own server: all of it once, on from where it ended, and nothing past a refusal."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dateline.cli.application import application
from dateline.errors import RefusedSource, UnknownItem, UnreadableSource
from dateline.intake.fetching import Fetcher
from dateline.pipeline import relink
from dateline.record import Record
from dateline.settings import Limits
from dateline.share.receive.taxii import TaxiiSource
from dateline.share.sending import push

from .desks import PASSWORD, Desk, serving

FETCHER = Fetcher(Limits(), allow_private_addresses=True)


@pytest.fixture
def north(tmp_path: Path) -> Iterator[Desk]:
    """A desk that gave `south` two documents, and took one back."""
    with Record.open(str(tmp_path / "north.sqlite")) as record:
        made = Desk(record)
        made.knows("south")
        made.keeps("one", "two")
        made.gives("south")
        yield made


@pytest.fixture
def south(tmp_path: Path) -> Iterator[Desk]:
    with Record.open(str(tmp_path / "south.sqlite")) as record:
        made = Desk(record)
        made.knows("north")
        yield made


def target(url: str, password: str = PASSWORD) -> TaxiiSource:
    return TaxiiSource(url, "south", "north", password)


def came(desk: Desk) -> list[tuple[str, str]]:
    with desk.record.view() as view:
        return [(found.id, found.version) for found in view.exchange().received_objects("north")]


def test_all_arrives_once_over_a_break(north: Desk, south: Desk) -> None:
    with serving(south.record) as url:
        first = next(push(north.record, target(url), FETCHER, most=7))
        assert first.objects == 7 == len(came(south))
        rest = list(push(north.record, target(url), FETCHER, most=7))
        assert len(came(south)) == 7 + sum(sent.objects for sent in rest)
        assert len(set(came(south))) == len(came(south))
        assert list(push(north.record, target(url), FETCHER)) == []
        relink(south.record)
        told = [[(i.type, i.when, i.killed) for i in _incidents(desk)] for desk in (north, south)]
        assert told[0] == told[1] != []
        north.gives("south", taken_back=("one", "two"))
        assert sum(sent.objects for sent in push(north.record, target(url), FETCHER)) > 0
        relink(south.record)
        assert _incidents(south) == []


def _incidents(desk: Desk) -> list[Any]:
    with desk.record.view() as view:
        return list(view.incidents())


def test_an_envelope_that_was_taken_but_not_noted_is_sent_again_and_does_no_harm(
    north: Desk, south: Desk, tmp_path: Path
) -> None:
    copy = tmp_path / "before.sqlite"
    north.record.backup(copy)
    with serving(south.record) as url:
        list(push(north.record, target(url), FETCHER))
        there = came(south)
        with Record.restore(str(tmp_path / "again.sqlite"), copy) as again:
            assert sum(sent.objects for sent in push(again, target(url), FETCHER)) == len(there)
    assert came(south) == there


def test_by_the_command(north: Desk, south: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TAXII_PASSWORD", PASSWORD)
    monkeypatch.setenv("DATELINE_ALLOW_PRIVATE_ADDRESSES", "true")
    with serving(south.record) as url:
        words = ["release", "push", "south", url, "--user", "north", "--record", north.record.where]
        first, second = (CliRunner().invoke(application, words).output for _ in range(2))
    assert f"{len(came(south))} objects sent" in first
    assert "nothing new to send" in second


def test_who_is_not_known_is_told_so(north: Desk, south: Desk) -> None:
    with serving(south.record) as url:
        with pytest.raises(UnreadableSource, match="doesn't know this name"):
            list(push(north.record, target(url, "wrong"), FETCHER))
        with pytest.raises(UnknownItem):
            list(push(north.record, TaxiiSource(url, "nobody", "north", PASSWORD), FETCHER))
    assert came(south) == []


class Peer(BaseHTTPRequestHandler):
    """A server with one collection; `statuses` are answered one after the other, pushes and questions alike."""

    statuses: list[dict[str, Any]]

    def do_GET(self) -> None:
        path = self.path.rstrip("/")
        if path.endswith("taxii2"):
            self.answer({"title": "peer", "api_roots": ["/root/"]})
        elif path.endswith("collections"):
            right = {"can_read": False, "can_write": True}
            self.answer({"collections": [{"id": "c", "title": "in", **right}]})
        else:
            self.answer(self.statuses.pop(0))

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(self.statuses.pop(0), 202)

    def answer(self, told: dict[str, Any], status: int = 200) -> None:
        content = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/taxii+json;version=2.1")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def peer() -> Iterator[tuple[str, type[Peer]]]:
    handler = type("One", (Peer,), {"statuses": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/taxii2/", handler
    server.shutdown()
    server.server_close()
    thread.join()


COMPLETE = {"id": "s", "status": "complete", "failure_count": 0}
PENDING = {"id": "s", "status": "pending", "failure_count": 0}


def failed(message: str) -> dict[str, Any]:
    return {**COMPLETE, "failure_count": 1, "failures": [{"id": "incident--1", "message": message}]}


def test_a_server_that_takes_its_time_is_waited_for(north: Desk, peer: tuple[str, type[Peer]]) -> None:
    url, handler = peer
    handler.statuses = [PENDING, PENDING, COMPLETE]
    waited: list[float] = []
    (sent,) = push(north.record, target(url), FETCHER, wait=waited.append)
    assert (len(waited), handler.statuses, sent.objects > 0) == (2, [], True)
    handler.statuses = [PENDING] * 40
    north.keeps("three")
    north.gives("south")
    with pytest.raises(UnreadableSource, match="get done"):
        list(push(north.record, target(url), FETCHER, wait=waited.append))


def test_what_is_refused_is_named_and_sent_again(north: Desk, peer: tuple[str, type[Peer]]) -> None:
    url, handler = peer
    handler.statuses = [failed("no such type")]
    with pytest.raises(RefusedSource, match="refused 1 objects, the first: incident--1: no such type"):
        list(push(north.record, target(url), FETCHER))
    handler.statuses = [failed("Object already added")]
    assert len(list(push(north.record, target(url), FETCHER))) == 1


@pytest.mark.parametrize(
    ("version", "there"), [("2026-06-01T10:00:00.000000Z", True), ("2026-06-02T00:00:00Z", False)]
)
def test_what_counts_as_a_failure_but_is_there_is_none(
    north: Desk, peer: tuple[str, type[Peer]], version: str, there: bool
) -> None:
    url, handler = peer
    key = "incident--00000000-0000-4000-8000-000000000001"
    failure = {"id": key, "version": "2026-06-01T10:00:00.000Z", "message": "Unable to process object"}
    status = {**COMPLETE, "failure_count": 1, "failures": [failure]}
    handler.statuses = [status, {"versions": [version]}]
    if there:
        assert len(list(push(north.record, target(url), FETCHER))) == 1
    else:
        with pytest.raises(RefusedSource, match="Unable to process"):
            list(push(north.record, target(url), FETCHER))

"""`dateline receive` of an address, and what `dateline show` tells of partners."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli.application import application
from dateline.model.marking import Tlp
from dateline.model.partner import Partner
from dateline.record import Record
from dateline.share.bundles import write_file_and_signature
from dateline.share.signing import new_key

from ..share.exchanged import CLEAR, exchanged, give, keep, know


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A web server over a folder."""
    (tmp_path / "web").mkdir(exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "web")))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def place(tmp_path: Path) -> str:
    """Our record, which knows `north` by its key; what `north` gives lies on its web server."""
    private, public = new_key()
    with Record.open(str(tmp_path / "north.sqlite")) as theirs:
        know(theirs, Partner("us-desk", "Us", Tlp.AMBER))
        keep(theirs, {"one": CLEAR})
        content = give(theirs, "us-desk", 1)
    (tmp_path / "web").mkdir(exist_ok=True)
    write_file_and_signature(content, tmp_path / "web" / "bundle.json", private)
    ours = str(tmp_path / "ours.sqlite")
    with Record.open(ours) as record:
        know(record, Partner("north", "North", Tlp.AMBER, (public,)))
    return ours


def receive(url: str, place: str, *more: str) -> tuple[int, str]:
    words = ["receive", url, "--from", "north", "--record", place, *more]
    done = CliRunner().invoke(application, words)
    return done.exit_code, done.output


def test_a_signed_file_is_taken_from_an_address(
    place: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"{address}/bundle.json"
    assert receive(url, place)[0] == 1, "addresses of this machine are private"
    monkeypatch.setenv("DATELINE_ALLOW_PRIVATE_ADDRESSES", "true")
    code, told = receive(url, place)
    assert code == 0 and "1 documents" in told and "1 incidents on record" in told
    (tmp_path / "web" / "bundle.json.sig").unlink()
    code, told = receive(url, place)
    assert code == 1 and "it has no signature" in told
    assert receive(url, place, "--unsigned")[0] == 0
    assert receive(f"{address}/nothing.json", place)[0] == 1
    with Record.open(place) as record, record.view() as view:
        assert [r.origin for r in view.exchange().receipts()] == [url]


def test_show_tells_whom_claims_came_through_and_what_partners_say(tmp_path: Path) -> None:
    place = str(tmp_path / "record.sqlite")
    with Record.open(place) as record:
        exchanged(record, tmp_path, "the hospital counted otherwise")
        with record.view() as view:
            (incident,) = view.incidents()
    told = CliRunner().invoke(application, ["show", incident.id, "--record", place]).output
    assert "through north" in told
    said = told[told.index("WHAT PARTNERS SAY") :].splitlines()
    assert any("disagree: the hospital counted otherwise" in line for line in said)
    assert any("asks: who counted?" in line for line in said)

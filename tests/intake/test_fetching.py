"""Fetching from real servers on this machine's own address, and refusing what must not be fetched."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dateline.errors import RefusedSource, SourceError, UnreadableSource, UnsupportedSource
from dateline.intake import IntakeOptions, Limits, read_sources
from dateline.intake.addresses import is_public
from dateline.intake.fetching import Fetcher
from dateline.model.document import Document

from . import samples

LIMITS = Limits(received_bytes=50_000, expanded_bytes=100_000, seconds=0.8, idle_seconds=0.4)
HTML = "text/html; charset=utf-8"
PAGE = samples.article_page().encode()


class Pages(BaseHTTPRequestHandler):
    """Answers by path; every way of answering that a guard has to stand."""

    def do_GET(self) -> None:
        name = self.path.strip("/").split("/")[0].split("?")[0]
        {
            "page": lambda: self.answer(PAGE),
            "packed": lambda: self.answer(gzip.compress(PAGE), encoding="gzip"),
            "bomb": lambda: self.answer(gzip.compress(b"<p>a</p>" * 10**5), encoding="gzip"),
            "large": lambda: self.answer(b"<p>a</p>" * 10**4),
            "endless": self.endless,
            "picture": lambda: self.answer(b"\x89PNG", "image/png"),
            "brotli": lambda: self.answer(b"xx", encoding="br"),
            "gone": lambda: self.answer(b"no", status=404),
            "loop": lambda: self.lead("/loop"),
            "once": lambda: self.lead("page?x=1"),
            "private": lambda: self.lead(f"http://127.0.0.2:{self.server.server_address[1]}/page"),
            "file": lambda: self.lead("file:///etc/hostname"),
            "silent": lambda: time.sleep(1.2),
            "drip": self.drip,
            "head": self.drip_head,
            "feed": lambda: self.answer(samples.feed().encode(), "application/rss+xml"),
            "short": lambda: self.answer(PAGE, length=len(PAGE) + 99),
        }[name]()

    def answer(
        self, body: bytes, kind: str = HTML, status: int = 200, encoding: str = "", length: int | None = None
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        self.wfile.write(body)

    def lead(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", HTML)
        self.end_headers()
        self.trickle(b"<p>a</p>" * 1000, 0)

    def drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", HTML)
        self.end_headers()
        self.trickle(b"a", 0.1)

    def drip_head(self) -> None:
        self.trickle(b"H", 0.1)

    def trickle(self, data: bytes, pause: float) -> None:
        try:
            for _ in range(30):
                self.wfile.write(data)
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def own(address: str) -> bool:
    """A guard for tests: this machine's first address only."""
    return address == "127.0.0.1"


def failure(url: str, fetch: Callable[[str], object]) -> SourceError:
    with pytest.raises(SourceError) as caught:
        fetch(url)
    return caught.value


@pytest.mark.parametrize("path", ["page", "packed", "once"])
def test_a_page_is_fetched(site: str, path: str) -> None:
    options = IntakeOptions(allow_private_addresses=True, limits=LIMITS)
    (document,) = read_sources([f"{site}/{path}"], options)
    assert isinstance(document, Document)
    assert (document.text, document.outlet) == (samples.TEXT, samples.OUTLET)
    assert document.url == (f"{site}/page?x=1" if path == "once" else f"{site}/{path}")


def test_a_feed_is_fetched_and_a_failing_entry_is_named(site: str) -> None:
    first, second = read_sources([f"{site}/feed"], IntakeOptions(allow_private_addresses=True, limits=LIMITS))
    assert isinstance(first, Document) and first.text == samples.TEXT
    assert isinstance(second, Document) and second.text == "Only a teaser."


CASES: dict[str, tuple[type[SourceError], str]] = {
    "large": (RefusedSource, "larger than the limit"),
    "endless": (RefusedSource, "larger than the limit"),
    "bomb": (RefusedSource, "unfolds to more than"),
    "picture": (UnsupportedSource, "'image/png'"),
    "brotli": (UnsupportedSource, "encoding 'br'"),
    "gone": (UnreadableSource, "answers 404"),
    "loop": (RefusedSource, "redirects more than 5 times"),
    "private": (RefusedSource, "leads to 127.0.0.2, which is no public address"),
    "file": (RefusedSource, "file: addresses are not fetched"),
    "silent": (RefusedSource, "is silent for 0.4"),
    "drip": (RefusedSource, "takes longer than 0.8 seconds"),
    "head": (RefusedSource, "takes longer than 0.8 seconds"),
    "short": (UnreadableSource, "the connection broke"),
}


@pytest.mark.parametrize("path", CASES)
def test_a_guard_stops_the_fetch(site: str, path: str) -> None:
    kind, message = CASES[path]
    start = time.monotonic()
    error = failure(f"{site}/{path}", Fetcher(LIMITS, guard=own).fetch)
    assert type(error) is kind and message in str(error), error
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
    ],
)
def test_this_machine_is_refused_however_it_is_written(site: str, host: str) -> None:
    (error,) = read_sources([f"http://{host}:{site.rpartition(':')[2]}/page"], IntakeOptions(limits=LIMITS))
    assert isinstance(error, (RefusedSource, UnreadableSource))
    assert "no public address" in str(error) or "is not known" in str(error)


def test_a_name_that_leads_to_a_private_address_is_refused() -> None:
    fetcher = Fetcher(LIMITS, look_up=lambda host, port: ["10.0.0.7"])
    error = failure("https://news.example/", fetcher.fetch)
    assert type(error) is RefusedSource and "leads to 10.0.0.7" in str(error)


def test_a_name_is_looked_up_once_and_that_address_is_used(site: str) -> None:
    asked: list[str] = []

    def look_up(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["10.0.0.7", "127.0.0.1"]

    content = Fetcher(LIMITS, guard=own, look_up=look_up).fetch(
        f"http://news.example:{site.rpartition(':')[2]}/page"
    )
    assert content.read_whole() == PAGE and asked == ["news.example"]


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://news.example/a", "ftp: addresses are not fetched"),
        ("file:///etc/passwd", "give a path for a file"),
        ("http://user:word@news.example/", "holds a user name"),
        ("http://", "names no host"),
        ("http://news.example:99999/", "is no address"),
    ],
)
def test_addresses_that_are_not_fetched(url: str, message: str) -> None:
    (error,) = read_sources([url])
    assert isinstance(error, SourceError) and message in str(error)
    assert "word" not in str(error)


def test_a_host_that_does_not_answer_is_named() -> None:
    unused = "http://127.0.0.1:9/"
    (error,) = read_sources([unused], IntakeOptions(allow_private_addresses=True))
    assert isinstance(error, UnreadableSource) and "does not answer" in str(error)


PUBLIC = ("93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34")
PRIVATE = (
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "240.0.0.1", "192.0.2.1", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1",
)  # fmt: skip


@pytest.mark.parametrize("address", [*PUBLIC, *PRIVATE])
def test_public_addresses(address: str) -> None:
    assert is_public(address) is (address in PUBLIC)

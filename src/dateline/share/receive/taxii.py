"""A partner's TAXII 2.1 server -> deliveries, from where the last one ended.

Pages are gathered into deliveries, each kept in one transaction together with the date added of its last object: whatever kills a
pull, the next one goes on after the last delivery that was kept. The partner's server is not trusted: its addresses stay
on the host that was named, nothing is redirected, pages have to come forward, and sizes and times are bounded.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.message import Message
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from dateline.errors import MalformedSource, RefusedSource, SourceError, UnreadableSource
from dateline.intake.fetching import Fetcher
from dateline.record import Record
from dateline.record.exchange import PULLED
from dateline.record.exchange_writer import ExchangeWriter
from dateline.record.references import IDENTIFIER
from dateline.share.receive.delivery import Delivery, too_large
from dateline.share.receive.keeping import Received, receive
from dateline.share.receive.parsing import parse_json

ACCEPT = "application/taxii+json;version=2.1"
ADDED_LAST = "X-TAXII-Date-Added-Last"
LOOPBACK = ("localhost", "127.0.0.1", "::1")
COLLECTIONS = "/collections/"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Objects asked for at once, bytes of one page, and bytes after which what was gathered is delivered."""

    page_objects: int = 1_000
    page_bytes: int = 30_000_000
    delivery_bytes: int = 30_000_000


@dataclass(frozen=True, slots=True)
class TaxiiSource:
    """A server's discovery or one of its collections, and who we are to it."""

    url: str
    partner: str
    user: str
    password: str
    bounds: Bounds = Bounds()


def pull(record: Record, source: TaxiiSource, fetcher: Fetcher) -> Iterator[Received]:
    """What is new in each collection that we may read, delivery by delivery, kept as it is given out; link it afterwards.

    Raises SourceError; what was given out until then is kept.
    """
    server = TaxiiServer(source, fetcher)
    for collection in server.collections():
        yield from _pulled(record, source, server, collection)


def _pulled(record: Record, source: TaxiiSource, server: TaxiiServer, collection: str) -> Iterator[Received]:
    with record.view() as view:
        kept = view.exchange().noted(source.partner, PULLED, collection) or {}
    after: str | None = kept.get("added_after")
    for objects, last in server.deliveries(f"{collection}objects/", after):
        content = json.dumps({"objects": objects}, ensure_ascii=False).encode()

        def also(writer: ExchangeWriter, done: Received, last: str | None = last) -> None:
            writer.note(PULLED, source.partner, collection, "", {"added_after": last, "new": done.new})

        yield receive(
            record, Delivery(collection, content), source.partner, unsigned=True, closed=False, also=also
        )


@dataclass(frozen=True, slots=True)
class _Page:
    """One page: its objects, whether there is more and where, the date added of its last object, and its bytes."""

    objects: list[Any]
    more: bool
    following: str | None
    last: str | None
    size: int


class TaxiiServer:
    """The other side: what it tells, within bounds, and what it takes."""

    def __init__(self, source: TaxiiSource, fetcher: Fetcher) -> None:
        self._source = source
        self._bounds = source.bounds
        most = source.bounds.page_bytes
        secret = b64encode(f"{source.user}:{source.password}".encode()).decode()
        limits = replace(fetcher.limits, redirects=0, received_bytes=most, expanded_bytes=most)
        headers = {"Accept": ACCEPT, "Authorization": f"Basic {secret}"}
        self._fetcher = replace(fetcher, limits=limits, headers=headers)
        _check_private(source.url)

    def collections(self, right: str = "can_read") -> list[str]:
        """The addresses of the collections that we may read, or by another right."""
        url = self._source.url.rstrip("/") + "/"
        if COLLECTIONS in url:
            return [url]
        told, _, _ = self._get(url)
        roots = told.get("api_roots") or []
        return [
            found
            for root in roots
            for found in self._allowed(self._same_host(urljoin(url, str(root))), right)
        ]

    def deliveries(self, url: str, after: str | None) -> Iterator[tuple[list[Any], str | None]]:
        """Objects gathered over pages, with the date added of the last one, where the server tells it."""
        gathered: list[Any] = []
        size, last = 0, after
        for page in self._pages(url, after):
            gathered += page.objects
            size, last = size + page.size, page.last or last
            if gathered and (size >= self._bounds.delivery_bytes or not page.more):
                yield gathered, last
                gathered, size = [], 0

    def _pages(self, url: str, after: str | None) -> Iterator[_Page]:
        following: str | None = None
        while True:
            page = self._page(url, after, following)
            yield page
            if not page.more:
                return
            if page.following is not None and page.following != following:
                following = page.following
            elif page.last is not None and page.last != after:
                after, following = page.last, None
            else:
                raise MalformedSource(
                    url, "its pages don't come forward", "tell the partner; what came is kept"
                )

    def _page(self, url: str, after: str | None, following: str | None) -> _Page:
        query = {"limit": str(self._bounds.page_objects), "added_after": after, "next": following}
        told, headers, size = self._get(f"{url}?{urlencode({k: v for k, v in query.items() if v})}")
        objects = told.get("objects", [])
        if not isinstance(objects, list) or (told.get("more") and not objects):
            raise MalformedSource(url, "its envelope holds no objects", "tell the partner")
        following = told.get("next")
        return _Page(
            objects,
            bool(told.get("more")),
            str(following) if following else None,
            headers.get(ADDED_LAST),
            size,
        )

    def _allowed(self, root: str, right: str) -> Iterator[str]:
        told, _, _ = self._get(f"{root}collections/")
        for found in told.get("collections", []):
            if isinstance(found, dict) and found.get(right) and isinstance(found.get("id"), str):
                yield self._same_host(urljoin(root, f"collections/{found['id']}/"))

    def status(self, collection: str, key: str) -> dict[str, Any]:
        """The status of what was sent to a collection."""
        told, _, _ = self._get(f"{collection.rpartition(COLLECTIONS)[0]}/status/{key}/")
        return told

    def has(self, collection: str, key: str, version: str) -> bool:
        """Whether we can read a version of an object in a collection."""
        if not IDENTIFIER.fullmatch(key):
            return False
        try:
            told, _, _ = self._get(f"{collection}objects/{key}/versions/")
            moments = {datetime.fromisoformat(str(one)) for one in told.get("versions", ())}
            return datetime.fromisoformat(version) in moments
        except (SourceError, ValueError, TypeError):
            return False

    def send(self, collection: str, objects: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """Send an envelope; its status."""
        content = json.dumps({"objects": list(objects)}, ensure_ascii=False).encode()
        headers = {**self._fetcher.headers, "Content-Type": ACCEPT}
        sending = replace(self._fetcher, sends=content, headers=headers)
        told, _, _ = self._get(f"{collection}objects/", sending)
        return told

    def _get(self, url: str, fetcher: Fetcher | None = None) -> tuple[dict[str, Any], Message, int]:
        """A resource, the headers of the answer, and its bytes."""
        heard: list[Message] = []
        try:
            content = replace(fetcher or self._fetcher, hears=heard.append).fetch(url).read_whole()
        except UnreadableSource as problem:
            if "answers 401" not in problem.problem:
                raise
            told = "the server doesn't know this name and password"
            raise UnreadableSource(url, told, "check --user and --password-file") from problem
        if len(content) > self._bounds.page_bytes:
            raise too_large(url, self._bounds.page_bytes)
        told = parse_json(content, url)
        if not isinstance(told, dict):
            raise MalformedSource(url, "it is no resource of TAXII", "check the address")
        return told, heard[0], len(content)

    def _same_host(self, url: str) -> str:
        """An address that the server gave. Raises RefusedSource where it leads elsewhere: our password would go along."""
        if urlsplit(url)[:2] != urlsplit(self._source.url)[:2]:
            raise RefusedSource(
                url, f"{self._source.url} leads to another host", "name the collection's address"
            )
        return url if url.endswith("/") else f"{url}/"


def _check_private(url: str) -> None:
    """Raise RefusedSource where the password would be readable on the way."""
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise RefusedSource(url, "a password goes over https only", "write https://")

"""What a TAXII 2.1 server owes, as checks of any server over HTTP: `python -m tests.taxii.suite URL NAME PASSWORD`.

In: the address of the discovery resource and a client's name and password. Out: each check with what it found. The client
should have a collection that it reads, with objects of two types and two versions of one of them, and one that it writes.
The clauses are those of OASIS TAXII 2.1 (10 June 2021).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urljoin
from uuid import UUID, uuid4

import httpx

MEDIA = "application/taxii+json;version=2.1"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
FIRST, LAST = "X-TAXII-Date-Added-First", "X-TAXII-Date-Added-Last"
NOBODY = str(UUID(int=7, version=4))
MANY_PAGES = 1_000


class NotTested(Exception):
    """The server gives this client nothing to test it by."""


@dataclass
class Client:
    """One client of one server."""

    url: str
    name: str
    password: str
    http: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=60))

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def ask(self, path: str, method: str = "GET", **more: Any) -> httpx.Response:
        """Any request; `accept`, `auth` and `content` may be given."""
        headers = {"Accept": more.pop("accept", MEDIA), **more.pop("headers", {})}
        auth = more.pop("auth", (self.name, self.password))
        return self.http.request(method, urljoin(self.url, path), headers=headers, auth=auth, **more)

    def get(self, path: str, **query: str) -> httpx.Response:
        """A request that has to work; `type_`, `version` ... are match fields."""
        answer = self.ask(path, params={_parameter(k): v for k, v in query.items()})
        assert answer.status_code == 200, f"GET {path} {query}: {answer.status_code} {answer.text[:200]}"
        return answer

    @cached_property
    def root(self) -> str:
        """The address of the first API root."""
        told = self.get(self.url).json()
        return urljoin(self.url, told.get("default") or told["api_roots"][0])

    @cached_property
    def collections(self) -> list[dict[str, Any]]:
        """The collections."""
        found: list[dict[str, Any]] = self.get(f"{self.root}collections/").json().get("collections", [])
        return found

    def collection(self, **rights: bool) -> str:
        """The address of a collection with these rights. Raises NotTested."""
        for found in self.collections:
            if all(found[name] is value for name, value in rights.items()):
                return f"{self.root}collections/{found['id']}/"
        raise NotTested(f"no collection with {rights}")

    @property
    def readable(self) -> str:
        """The address of the first collection that is read and has something."""
        for found in self.collections:
            address = f"{self.root}collections/{found['id']}/"
            if found["can_read"] and self.get(f"{address}manifest/").json():
                return address
        raise NotTested("no collection to read that has objects")

    def pages(self, path: str, name: str, **query: str) -> Iterator[list[Any]]:
        """All pages, by `next`."""
        for _ in range(MANY_PAGES):
            told = self.get(path, **query).json()
            yield told.get(name, [])
            if not told.get("more"):
                return
            assert told.get("next"), "`more` without `next` leaves a client nowhere to go"
            query = {**query, "next": told["next"]}
        raise AssertionError("the pages don't end")

    def manifest(self, **query: str) -> list[dict[str, Any]]:
        """All records of the manifest."""
        return [row for page in self.pages(f"{self.readable}manifest/", "objects", **query) for row in page]

    def objects(self, **query: str) -> list[dict[str, Any]]:
        """All objects."""
        return [row for page in self.pages(f"{self.readable}objects/", "objects", **query) for row in page]


def _parameter(name: str) -> str:
    name = name.rstrip("_")
    return f"match[{name}]" if name in ("id", "type", "version", "spec_version") else name


def identity() -> dict[str, Any]:
    """An object to send."""
    now = "2026-05-01T08:00:00.000Z"
    key = f"identity--{uuid4()}"
    made = {"type": "identity", "spec_version": "2.1", "id": key, "created": now, "modified": now}
    return {**made, "name": "Probe", "identity_class": "system", "created_by_ref": key}


def send(client: Client, content: Any, **more: Any) -> httpx.Response:
    """Add objects to a collection that is written."""
    headers = {"Content-Type": more.pop("content_type", MEDIA)}
    where = f"{client.collection(can_write=True)}objects/"
    body = {"content": content} if isinstance(content, bytes) else {"json": content}
    return client.ask(where, "POST", headers=headers, **body, **more)


def error_of(answer: httpx.Response, *statuses: int) -> None:
    """An error in TAXII's shape (3.6.1) with one of the statuses."""
    assert answer.status_code in statuses, f"{answer.request.url}: {answer.status_code}, not {statuses}"
    assert answer.headers["content-type"].replace(" ", "") == MEDIA, answer.headers["content-type"]
    told = answer.json()
    assert isinstance(told.get("title"), str) and told["title"], told
    assert told.get("http_status", str(answer.status_code)) == str(answer.status_code), told


def answers_are_typed(client: Client) -> None:
    """1.6.7: the media type on every answer."""
    one = client.manifest()[0]["id"]
    here = client.readable
    paths = [client.url, client.root, f"{client.root}collections/", here]
    paths += [
        f"{here}manifest/",
        f"{here}objects/",
        f"{here}objects/{one}/",
        f"{here}objects/{one}/versions/",
    ]
    for path in paths:
        assert client.get(path).headers["content-type"].replace(" ", "") == MEDIA, path


def nobody_is_told_to_say_who(client: Client) -> None:
    """1.6.9: 401 with WWW-Authenticate."""
    for path in (client.url, client.root, f"{client.root}collections/", f"{client.readable}objects/"):
        for auth in (None, (client.name, "wrong password"), ("nobody", client.password)):
            answer = client.http.get(path, headers={"Accept": MEDIA}, auth=auth)
            error_of(answer, 401)
            assert answer.headers.get("www-authenticate"), path


def accepts(client: Client) -> None:
    """3.3: any Accept that covers the type, without a version too; else 406."""
    taken = ("application/taxii+json", MEDIA, "application/taxii+json; version=2.1", "*/*", "application/*")
    for accept in (*taken, f"text/html, {MEDIA};q=0.5"):
        for path in (client.url, client.root, f"{client.readable}manifest/"):
            assert client.ask(path, accept=accept).status_code == 200, f"{path} with Accept: {accept}"
    for accept in ("application/taxii+json;version=2.0", "application/vnd.oasis.taxii+json", "text/html"):
        for path in (client.url, client.root, f"{client.readable}manifest/"):
            error_of(client.ask(path, accept=accept), 406)


def discovery_and_root(client: Client) -> None:
    """4.1, 4.2: title, roots, versions, the size of a body."""
    told = client.get(client.url).json()
    assert (
        told["title"] and told["api_roots"] and told.get("default", told["api_roots"][0]) in told["api_roots"]
    )
    root = client.get(client.root).json()
    assert root["title"] and MEDIA in root["versions"]
    assert isinstance(root["max_content_length"], int) and root["max_content_length"] > 0


def collections_have_their_form(client: Client) -> None:
    """5.2: a UUID of version 4, a title and rights."""
    assert client.collections
    for found in client.collections:
        assert UUID(found["id"]).version == 4, found["id"]
        assert found["title"] and found["can_read"] in (True, False) and found["can_write"] in (True, False)
        assert client.get(f"{client.root}collections/{found['id']}/").json() == found


def what_is_not_there(client: Client) -> None:
    """5.1 to 5.8: 404 in TAXII's shape."""
    lost = f"{client.root}collections/{NOBODY}/"
    for rest in ("", "manifest/", "objects/", f"objects/identity--{NOBODY}/"):
        error_of(client.ask(lost + rest), 404)
    error_of(client.ask(f"{client.readable}objects/identity--{NOBODY}/"), 404)
    error_of(client.ask(f"{client.readable}objects/identity--{NOBODY}/versions/"), 404)
    error_of(client.ask(f"{client.root}status/{NOBODY}/"), 404)
    error_of(client.ask(urljoin(client.root, "no-such-thing/")), 404)


def dates_added(client: Client) -> None:
    """5.3 to 5.8: X-TAXII-Date-Added-First and -Last, with microseconds, of what the page holds."""
    here, rows = client.readable, client.manifest(version="all")
    added = [row["date_added"] for row in rows]
    one = rows[0]["id"]
    own = [row["date_added"] for row in rows if row["id"] == one]
    for path, dates in (
        ("manifest/", added),
        ("objects/", added),
        (f"objects/{one}/", own),
        (f"objects/{one}/versions/", own),
    ):
        # The versions resource has all of them without being asked (5.8), and needs not know match[version].
        every = {} if path.endswith("versions/") else {"version": "all"}
        headers = client.get(here + path, **every).headers
        assert MOMENT.fullmatch(headers.get(FIRST, "")), f"{path}: {FIRST} is {headers.get(FIRST)}"
        assert MOMENT.fullmatch(headers.get(LAST, "")), f"{path}: {LAST} is {headers.get(LAST)}"
        assert headers[FIRST] == min(dates), path
    assert client.get(f"{here}manifest/", version="all", limit="1").headers[LAST] == min(added)


def manifest_is_in_order(client: Client) -> None:
    """3.4, 5.3: ascending by the date added, which tells all versions apart."""
    rows = client.manifest(version="all")
    dates = [row["date_added"] for row in rows]
    assert all(MOMENT.fullmatch(date) for date in dates), "dates added have microseconds"
    assert dates == sorted(dates), "ascending by date added"
    assert len(set(dates)) == len(dates), "two share a date added: added_after misses one of them"
    assert all(row["media_type"].startswith("application/stix+json") for row in rows)
    told = [(item["id"], _moment(_version(item))) for item in client.objects(version="all")]
    assert told == [(row["id"], _moment(row["version"])) for row in rows], (
        "an object's version is when it was modified"
    )


def pages_hold_everything_once(client: Client) -> None:
    """3.5: pages of one object, and of two, come to the same as all at once; on the manifest too."""
    whole = [(row["id"], row["version"]) for row in client.manifest(version="all")]
    for limit in ("1", "2"):
        paged = [(row["id"], row["version"]) for row in client.manifest(version="all", limit=limit)]
        assert paged == whole, f"the manifest by {limit}"
        objects = client.objects(version="all", limit=limit)
        assert [item["id"] for item in objects] == [key for key, _ in whole], f"objects by {limit}"
    for page in client.pages(f"{client.readable}objects/", "objects", limit="1"):
        assert len(page) == 1


def added_after(client: Client) -> None:
    """3.4: strictly after, so that the last date gives nothing and the first all others."""
    rows = client.manifest(version="all")
    after = client.manifest(version="all", added_after=rows[0]["date_added"])
    assert after == rows[1:]
    last = client.get(f"{client.readable}objects/", added_after=rows[-1]["date_added"])
    assert last.json() == {}, "nothing found is an empty resource"


def filters(client: Client) -> None:
    """3.4: commas are alternatives, fields hold together."""
    rows = client.manifest()
    kinds = sorted({row["id"].partition("--")[0] for row in rows})
    if len(kinds) < 2:
        raise NotTested("objects of two types")
    of_first = [row["id"] for row in rows if row["id"].startswith(f"{kinds[0]}--")]
    assert [item["id"] for item in client.objects(type_=kinds[0])] == of_first
    both = {item["type"] for item in client.objects(type_=",".join(kinds[:2]))}
    assert both == set(kinds[:2])
    two = [rows[0]["id"], rows[-1]["id"]]
    assert {item["id"] for item in client.objects(id_=",".join(two))} == set(two)
    other = next(kind for kind in kinds if not of_first[0].startswith(f"{kind}--"))
    assert client.objects(id_=of_first[0], type_=other) == []
    assert client.get(f"{client.readable}objects/", type_="no-such-type").json() == {}
    assert client.get(f"{client.readable}manifest/", type_="no-such-type").json() == {}


def spec_versions(client: Client) -> None:
    """3.4: match[spec_version]."""
    assert client.objects(spec_version="2.1") == client.objects()
    assert client.objects(spec_version="2.0,2.1") == client.objects()
    assert client.objects(spec_version="2.0") == []


def versions(client: Client) -> None:
    """3.4, 5.8: the last version unless another is asked for."""
    rows = client.manifest(version="all")
    mine = {row["id"]: sorted(_moment(r["version"]) for r in rows if r["id"] == row["id"]) for row in rows}
    words = {_moment(row["version"]): row["version"] for row in rows}
    many = next((key for key, found in mine.items() if len(found) > 1), None)
    if many is None:
        raise NotTested("an object with two versions")
    path = f"{client.readable}objects/{many}/"
    for version, expected in (
        ("last", mine[many][-1:]),
        ("first", mine[many][:1]),
        ("all", mine[many]),
        (words[mine[many][0]], mine[many][:1]),
        ("first,last", [mine[many][0], mine[many][-1]]),
    ):
        found = client.get(path, version=version).json()["objects"]
        assert sorted(_moment(item["modified"]) for item in found) == expected, version
    assert [_moment(i["modified"]) for i in client.get(path).json()["objects"]] == mine[many][-1:], (
        "the last by default"
    )
    listed = client.get(f"{path}versions/").json()["versions"]
    assert sorted(map(_moment, listed)) == mine[many]


def _moment(told: str) -> datetime:
    """A version is a moment, however many digits it is written with."""
    return datetime.fromisoformat(told)


def _version(item: dict[str, Any]) -> str:
    return str(item.get("modified") or item["created"])


def malformed_filters(client: Client) -> None:
    """3.4: 400."""
    for query in (
        {"limit": "many"},
        {"limit": "0"},
        {"limit": "-1"},
        {"added_after": "yesterday"},
        {"added_after": "2026-13-01"},
        {"match[version]": "newest"},
    ):
        for rest in ("objects/", "manifest/"):
            error_of(client.ask(client.readable + rest, params=query), 400)


def pushes_have_a_status(client: Client) -> None:
    """4.3, 5.5: 202, a status with counts that add up, which can be asked for again; a duplicate is no error."""
    envelope = {"objects": [identity(), identity()]}
    for _ in ("first", "again"):
        answer = send(client, envelope)
        assert answer.status_code == 202, f"{answer.status_code} {answer.text[:200]}"
        told = answer.json()
        counts = [told[f"{name}_count"] for name in ("success", "failure", "pending")]
        assert told["total_count"] == 2 == sum(counts), told
        assert told["failure_count"] == 0 and told["status"] in ("complete", "pending"), told
        again = client.get(f"{client.root}status/{told['id']}/").json()
        assert again["id"] == told["id"] and again["total_count"] == 2


def pushes_of_the_wrong_kind(client: Client) -> None:
    """5.5: 415 for the type, 406 for the answer, 400 or 422 for the content."""
    envelope = {"objects": [identity()]}
    for kind in (
        "application/json",
        "application/stix+json;version=2.1",
        "application/taxii+json;version=2.0",
    ):
        error_of(send(client, envelope, content_type=kind), 415)
    error_of(send(client, envelope, accept="text/html"), 406)
    assert send(client, envelope, content_type="application/taxii+json").status_code == 202
    for body in (b"", b"{", b"[]", b'"text"', b'{"objects": "none"}', b'{"objects": [1]}'):
        error_of(send(client, body), 400, 422)


def rights(client: Client) -> None:
    """5.4, 5.5, 5.7: 403 for what one may not do, in a collection that one knows."""
    content = {"json": {"objects": [identity()]}, "headers": {"Content-Type": MEDIA}}
    read_only = client.collection(can_read=True, can_write=False)
    error_of(client.ask(f"{read_only}objects/", "POST", **content), 403)
    error_of(client.ask(f"{read_only}objects/identity--{NOBODY}/", "DELETE"), 403)
    write_only = client.collection(can_read=False, can_write=True)
    for rest in ("objects/", "manifest/", f"objects/identity--{NOBODY}/"):
        error_of(client.ask(write_only + rest), 403)
    error_of(client.ask(f"{write_only}objects/identity--{NOBODY}/", "DELETE"), 403)
    error_of(client.ask(f"{client.root}collections/{NOBODY}/objects/x/", "DELETE"), 404)


CHECKS: tuple[Callable[[Client], None], ...] = (
    discovery_and_root,
    collections_have_their_form,
    answers_are_typed,
    nobody_is_told_to_say_who,
    accepts,
    what_is_not_there,
    dates_added,
    manifest_is_in_order,
    pages_hold_everything_once,
    added_after,
    filters,
    spec_versions,
    versions,
    malformed_filters,
    pushes_have_a_status,
    pushes_of_the_wrong_kind,
    rights,
)


def main(url: str, name: str, password: str) -> int:
    """Every check with its outcome; how many failed."""
    failed = 0
    for check in CHECKS:
        try:
            with Client(url, name, password) as client:
                check(client)
            said = "passes"
        except NotTested as why:
            said = f"not tested: {why}"
        except (AssertionError, KeyError, ValueError, httpx.HTTPError) as problem:
            failed += 1
            said = f"FAILS: {type(problem).__name__} {str(problem).splitlines()[0] if str(problem) else ''}"[
                :300
            ]
        print(f"{check.__name__:30} {said}")  # noqa: T201 (its purpose)
    return failed


if __name__ == "__main__":
    sys.exit(min(main(*sys.argv[1:4]), 1))

"""What stands before every route: names, sizes, rates, other origins' pages, and what browsers are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import uvicorn
from hostile import IMAGE, LONG, SCRIPT, TURNED

from conftest import OPTIONS, listening, running, with_users
from dateline.api.front import Front
from dateline.api.guards.headers import content_policy
from dateline.api.guards.rates import Buckets, address_key
from dateline.api.options import Rates, ServeOptions, on_loopback
from dateline.api.serving import check_safe
from dateline.errors import UsageError
from dateline.record import Record

OTHERS = ("evil.example", "evil.example:80", "127.0.0.1.evil.example", "[::2]:8000", "")


@pytest.mark.parametrize("host", OTHERS)
def test_another_name_is_refused(ask: httpx.Client, host: str) -> None:
    answer = ask.get("/status", headers={"Host": host})
    assert answer.status_code in (400, 421)
    assert "counts" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:9", "[::1]:8000"])
def test_the_names_of_this_machine_are_admitted(ask: httpx.Client, host: str) -> None:
    assert ask.get("/status", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, "csrf"),
        ({"X-CSRF-Token": "0" * 64}, "csrf"),
        ({"X-CSRF-Token": "é"}, "csrf"),
        ({"Origin": "https://evil.example"}, "csrf"),
        ({"Origin": "null"}, "csrf"),
    ],
)
def test_a_change_needs_the_pages_own_token_and_origin(
    ask: httpx.Client, headers: dict[str, str], code: str
) -> None:
    right = {"X-CSRF-Token": ask.get("/session").json()["csrf"]}
    sent = {k: v.encode() for k, v in ({**right, **headers} if "Origin" in headers else headers).items()}
    answer = ask.post("/judgements", json={"action": "confirm", "incident": "i-1"}, headers=sent)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, code)


def test_the_desk_of_another_origin_can_not_log_somebody_in(ask: httpx.Client) -> None:
    given = {"name": "x", "password": "y"}
    assert ask.post("/session", json=given, headers={"Origin": "https://evil.example"}).status_code == 403
    assert ask.post("/session", data=given).status_code == 422


def test_too_much_at_once_is_refused(own_record: Record) -> None:
    with running(own_record, replace(OPTIONS, most_bytes=2_000)) as (_, address):
        for sent in (b"x" * 2_001, iter([b"x" * 1_500, b"x" * 1_500])):
            answer = httpx.post(f"{address}/api/v1/read", content=sent)
            assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")


def test_too_often_is_refused_with_the_time_to_wait(own_record: Record) -> None:
    rates = Rates(a_second=0.01, burst=5)
    with running(own_record, replace(OPTIONS, rates=rates)) as (_, address):
        answers = [httpx.get(f"{address}/api/v1/session") for _ in range(8)]
    assert [a.status_code for a in answers].count(200) == 5
    last = answers[-1]
    assert last.status_code == 429
    assert int(last.headers["Retry-After"]) >= 1


def test_passwords_can_not_be_tried_out(own_record: Record) -> None:
    with running(own_record, replace(OPTIONS, rates=replace(OPTIONS.rates, logins=3))) as (_, address):
        tries = [
            httpx.post(f"{address}/api/v1/session", json={"name": "a", "password": str(n)}).status_code
            for n in range(5)
        ]
    assert tries == [401, 401, 401, 429, 429]


def test_a_bucket_fills_again() -> None:
    time = [0.0]
    buckets = Buckets(2, 3, lambda: time[0])
    assert [buckets.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert buckets.wait("b") == 0
    time[0] = 1.0
    assert [buckets.wait("a") for _ in range(3)] == [0, 0, 0.5]


def test_a_line_counts_as_one_address() -> None:
    one, two, other = ({"client": (a, 1)} for a in ("2001:db8::1", "2001:db8::2", "2001:db8:1::1"))
    assert address_key(one) == address_key(two) != address_key(other)


def test_browsers_are_told_to_load_nothing_of_others(ask: httpx.Client, open_desk: str) -> None:
    for answer in (
        ask.get("/status"),
        httpx.get(open_desk),
        ask.get("/none"),
        ask.get("/status", headers={"Host": "x"}),
    ):
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy and "http" not in policy and "default-src 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "https://tiles.example" in content_policy("https://tiles.example/style.json")
    assert "style.json" not in content_policy("https://tiles.example/style.json")


@pytest.mark.parametrize("words", [SCRIPT, IMAGE, TURNED, LONG])
def test_hostile_words_stay_words(ask: httpx.Client, words: str) -> None:
    found = [
        d for d in ask.get("/documents", params={"limit": 500}).json()["items"] if words[:300] in d["title"]
    ]
    assert len(found) == 1
    document = ask.get(f"/documents/{found[0]['id']}")
    assert words in document.json()["text"]
    incident = ask.get(f"/incidents/{found[0]['incidents'][0]}")
    for answer in (document, incident, ask.get("/incidents")):
        assert answer.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc/passwd",
        "/assets/../../application.py",
        "/%2e%2e/application.py",
        "/assets/%00",
    ],
)
def test_nothing_outside_the_page_is_served(open_desk: str, path: str) -> None:
    with httpx.Client(base_url=open_desk) as client:
        request = client.build_request("GET", "/")
        request.url = request.url.copy_with(raw_path=path.encode())
        answer = client.send(request)
    assert "root:" not in answer.text and "def create_app" not in answer.text
    assert answer.status_code in (200, 404)


def test_the_page_is_served_or_says_how_it_is_built(open_desk: str) -> None:
    pages = [
        httpx.get(open_desk + path, headers={"Accept": "text/html"})
        for path in ("/", "/incidents/i-1", "/tallies")
    ]
    assert {(p.status_code, p.headers["Content-Type"]) for p in pages} == {(200, "text/html; charset=utf-8")}
    assert len({p.text for p in pages}) == 1
    assert httpx.get(f"{open_desk}/assets/none.js").status_code == 404
    assert httpx.get(f"{open_desk}/none.js", headers={"Accept": "*/*"}).status_code == 404
    assert httpx.post(open_desk).status_code == 405


def test_files_named_by_their_content_are_kept(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "page-1a2b.js").write_text("1")
    (tmp_path / "index.html").write_text("<!doctype html>")
    with listening(uvicorn.Server(uvicorn.Config(Front(tmp_path), port=0, log_level="warning"))) as address:
        assert "immutable" in httpx.get(f"{address}/assets/page-1a2b.js").headers["Cache-Control"]
        assert httpx.get(address).headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("host", "is_so"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("desk.example", False),
    ],
)
def test_what_is_loopback(host: str, is_so: bool) -> None:
    assert on_loopback(host) is is_so


def test_others_are_let_in_only_with_an_admin_tls_and_a_name(own_record: Record) -> None:
    with pytest.raises(UsageError, match=r"an admin: .*TLS: .*a name: "):
        check_safe(own_record, ServeOptions(host="0.0.0.0"))
    with_users(own_record)
    with pytest.raises(UsageError, match="lacks TLS"):
        check_safe(own_record, ServeOptions(host="0.0.0.0", names=("desk.example",)))
    check_safe(own_record, ServeOptions(host="0.0.0.0", names=("desk.example",), secure=True))
    assert ServeOptions(host="0.0.0.0", names=("Desk.example",)).allowed_hosts == {"desk.example"}

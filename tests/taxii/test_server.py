"""What our server does beyond the standard: nothing of others shows, what is withdrawn leaves no trace, all is logged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from dateline.api.options import Rates, ServeOptions
from dateline.model.partner import Partner
from dateline.record import Record
from dateline.share.release import acts
from dateline.share.release.ids import Ids

from .desks import FAST, PASSWORD, Desk, serving
from .suite import MEDIA, Client, error_of, identity, send


@pytest.fixture
def north(url: str) -> Iterator[Client]:
    with Client(url, "north", PASSWORD) as client:
        yield client


@pytest.fixture
def south(url: str) -> Iterator[Client]:
    with Client(url, "south", PASSWORD) as client:
        yield client


def test_collections_of_another_partner_are_not_there(north: Client, south: Client) -> None:
    theirs = [f"{north.root}collections/{c['id']}/" for c in south.collections]
    assert {c["id"] for c in north.collections}.isdisjoint(c["id"] for c in south.collections)
    nowhere = north.ask(f"{north.root}collections/{Ids(b'x', 'x').uuid('x')}/objects/")
    for here in theirs:
        for method in ("GET", "POST", "DELETE"):
            for rest in ("objects/", "objects/identity--x/"):
                answer = north.ask(here + rest, method)
                if answer.status_code != 405:
                    error_of(answer, 404)
                    assert (answer.content, _told(answer)) == (nowhere.content, _told(nowhere))


def _told(answer: httpx.Response) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name != "date"}


def test_a_status_is_its_owners_alone(north: Client, south: Client) -> None:
    status = send(north, {"objects": [identity()]}).json()["id"]
    error_of(south.ask(f"{south.root}status/{status}/"), 404)


def test_a_cursor_of_another_says_nothing(north: Client, south: Client) -> None:
    cursor = north.get(f"{north.readable}objects/", limit="1").json()["next"]
    paged = south.get(f"{south.readable}objects/", next=cursor)
    assert paged.json() == south.get(f"{south.readable}objects/", added_after=cursor).json()
    error_of(south.ask(f"{south.readable}objects/", params={"next": "x"}), 400)


def test_what_is_withdrawn_without_a_revocation_leaves_no_trace(desk: Desk, north: Client) -> None:
    with desk.record.view() as view:
        rows = list(view.exchange().released("north", "stix"))
    gone = {row.id for row in rows if row.body.get("withdrawn")}
    assert gone, "the desk took something of fixed content back"
    told = json.dumps([north.objects(version="all"), north.manifest(version="all")])
    assert not any(f'"id": "{key}"' in told for key in gone)
    for key in gone:
        error_of(north.ask(f"{north.readable}objects/{key}/"), 404)
        error_of(north.ask(f"{north.readable}objects/{key}/versions/"), 404)


def test_a_retraction_travels(desk: Desk, north: Client) -> None:
    assert [item["type"] for item in north.objects() if item.get("revoked")]


def test_reads_and_pushes_are_in_the_log(desk: Desk, north: Client) -> None:
    north.get(f"{north.readable}objects/", limit="1")
    send(north, {"objects": [identity()]})
    with desk.record.view() as view:
        lines = [line for line in view.exchange().log() if line.partner == "north"]
        assert view.exchange().broken_at() is None
    read = [line for line in lines if line.action == "read"]
    assert read[-1].detail["asked"] == {"limit": "1"} and read[-1].author == "partner:north"
    assert lines[-1].action == "pushed"


def test_reading_keeps_no_release_from_being_made(desk: Desk, north: Client) -> None:
    with desk.record.view() as view:
        before = view.exchange().state()
    north.get(f"{north.readable}objects/")
    with desk.record.view() as view:
        assert view.exchange().state() == before


def test_what_meets_an_object_of_another_is_kept_and_told_like_any_other(
    desk: Desk, north: Client, south: Client
) -> None:
    made = identity()
    changed = {**made, "name": "Somebody else", "modified": "2026-05-02T08:00:00.000Z"}
    told = [_counts(send(client, {"objects": [item]})) for client, item in ((north, made), (south, changed))]
    assert told[0] == told[1]
    with desk.record.view() as view:
        held = [line for line in view.exchange().log() if line.action == "delivery held"]
        (kept,) = view.exchange().received_objects(key=made["id"])
        assert str(held[-1].item) in {str(r.number) for r in view.exchange().receipts("south")}
    assert (kept.partner, kept.body["name"]) == ("north", "Probe")
    assert "north" in held[-1].reason


def test_what_contradicts_itself_is_refused_as_a_whole(desk: Desk, north: Client) -> None:
    made, other = identity(), identity()
    told = send(north, {"objects": [made, other, {**made, "name": "Else"}]}).json()
    assert (told["total_count"], told["failure_count"], told["success_count"]) == (3, 3, 0)
    assert made["id"] in told["failures"][0]["message"]
    with desk.record.view() as view:
        assert list(view.exchange().received_objects(key=other["id"])) == []


def _counts(answer: httpx.Response) -> dict[str, Any]:
    return {k: v for k, v in answer.json().items() if k not in ("id", "request_timestamp")}


@pytest.fixture
def own(tmp_path: Any) -> Iterator[Desk]:
    with Record.open(str(tmp_path / "record.sqlite")) as record:
        made = Desk(record)
        made.knows("north")
        yield made


def test_who_is_removed_or_has_no_password_is_unknown(own: Desk) -> None:
    with own.record.writer("ana") as writer:
        writer.exchange().keep_partner(Partner("us", "Us", own_clearance(own), credential=None))
    with serving(own.record) as url, Client(url, "north", PASSWORD) as client:
        assert client.ask(url).status_code == 200
        error_of(client.ask(url, auth=("us", "")), 401)
        with own.record.writer("ana") as writer:
            writer.exchange().remove_partner("north", "left")
        error_of(client.ask(url), 401)


def own_clearance(desk: Desk) -> Any:
    with desk.record.view() as view:
        return view.exchange().partners()[0].clearance


def test_guards_answer_in_taxii_too(own: Desk) -> None:
    rates = replace(FAST, logins=3)
    options = ServeOptions(rates=rates, most_bytes=2_000)
    with serving(own.record, options) as url, Client(url, "north", PASSWORD) as client:
        error_of(send(client, b"x" * 3_000), 413)
        assert client.get(client.root).json()["max_content_length"] == 2_000
        error_of(client.ask(url, headers={"Host": "evil.example"}), 421)
        answers = [client.ask(url, auth=("north", f"guess {n}")) for n in range(5)]
        error_of(answers[-1], 429)
        assert answers[-1].headers["retry-after"]
        assert client.ask(url).status_code == 200, "who is known goes on"
        assert client.ask(url + "exchange/", "PUT").headers["content-type"] == MEDIA
    with serving(own.record, ServeOptions(rates=Rates(a_second=0.1, burst=1))) as url:
        answers = [httpx.get(url) for _ in range(3)]
        error_of(answers[-1], 429)


def test_a_release_after_a_page_is_on_the_next(own: Desk) -> None:
    own.keeps("one")
    own.gives("north")
    with serving(own.record) as url, Client(url, "north", PASSWORD) as client:
        first = client.get(f"{client.readable}objects/", limit="2")
        whole = {item["id"] for item in client.objects()}
        own.keeps("two")
        own.gives("north")
        rest = list(client.pages(f"{client.readable}objects/", "objects", next=first.json()["next"]))
    seen = {item["id"] for item in first.json()["objects"]} | {i["id"] for page in rest for i in page}
    with own.record.view() as view:
        assert seen == {row.id for row in acts.given(view.exchange(), "north", "stix")}
    assert seen > whole

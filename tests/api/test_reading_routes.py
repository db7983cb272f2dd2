"""What the desk answers about a record, over a real connection."""

from __future__ import annotations

import httpx
import pytest

from dateline.api.cursors import cursor, key_after, number_after
from dateline.errors import UsageError


def items(client: httpx.Client, path: str, **query: object) -> list[dict[str, object]]:
    """All items of a list, page by page."""
    found, after = [], None
    while True:
        asked = {**query, **({"cursor": after} if after else {})}
        page = client.get(path, params=asked).raise_for_status().json()
        found += page["items"]
        after = page["next"]
        if after is None:
            return found


@pytest.mark.parametrize(
    "path", ["/incidents", "/documents", "/tallies", "/actors", "/places", "/judgements", "/review"]
)
def test_pages_give_each_item_once(ask: httpx.Client, path: str) -> None:
    whole = ask.get(path, params={"limit": 500}).json()
    assert items(ask, path, limit=3) == whole["items"]
    assert whole["total"] == len(whole["items"])


def test_incidents_are_filtered_as_by_the_command(ask: httpx.Client) -> None:
    drones = items(ask, "/incidents", mode="drone", place="Erbil")
    assert drones and all(i["mode"] == "drone" and i["places"] == ["Erbil"] for i in drones)
    near = items(ask, "/incidents", near="36.2,44,50")
    assert {i["id"] for i in near} == {i["id"] for i in items(ask, "/incidents", bbox="43,35,45,37")}
    assert {i["id"] for i in near} == {i["id"] for i in items(ask, "/incidents", q="Erbil")}
    assert not items(ask, "/incidents", harm=1_000)


@pytest.mark.parametrize(
    "query",
    [
        "near=1,2",
        "bbox=10,20,30,10",
        "since=soon",
        "limit=0",
        "limit=501",
        "cursor=abc",
        "q=---",
        "mode=magic",
        "place=a%00",
    ],
)
def test_wrong_filters_are_named(ask: httpx.Client, query: str) -> None:
    answer = ask.get(f"/incidents?{query}")
    assert answer.status_code == 422
    error = answer.json()["error"]
    assert error["code"] == "wrong_request"
    assert error["message"]


def test_points_have_a_row_for_each_incident_in_the_order_of_the_list(ask: httpx.Client) -> None:
    columns = ask.get("/incidents/points").json()
    listed = items(ask, "/incidents", limit=100)
    assert columns["ids"] == [i["id"] for i in listed]
    rows = {
        len(columns[name]) for name in ("lat", "start", "mode", "type", "killed", "title_place", "precision")
    }
    assert rows == {len(listed)}
    first = listed[0]
    assert columns["modes"][columns["mode"][0]] == first["mode"]
    assert columns["places"][columns["title_place"][0]] == first["where"]["name"]  # type: ignore[index]


def test_an_incident_has_every_claim_in_its_context(ask: httpx.Client) -> None:
    key = ask.get("/incidents", params={"mode": "rocket", "limit": 50}).json()["items"][-1]["id"]
    incident = ask.get(f"/incidents/{key}").json()
    killed = next(f for f in incident["fields"] if f["field"] == "killed")
    assert len(killed["claims"]) == incident["reports"] == 3
    for claim in killed["claims"]:
        text = ask.get(f"/documents/{claim['document']}").json()["text"]
        sentence = claim["sentence"]
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]
        told = claim["context"]["before"] + sentence["text"] + claim["context"]["after"]
        assert told in text
    assert incident["links"] and incident["links"][0]["reasons"]
    history = ask.get(f"/incidents/{key}/history").json()
    assert history["changes"][0]["action"] == "incident formed"


def test_a_reading_is_what_the_command_prints(ask: httpx.Client) -> None:
    reading = ask.get("/documents/r0001/reading").json()
    event = reading["events"][0]
    assert event["type"] == "ASSAULT"
    assert (
        reading["document"]["text"][event["trigger"]["start"] : event["trigger"]["end"]]
        == event["trigger"]["text"]
    )


def test_tallies_stand_beside_the_record(ask: httpx.Client) -> None:
    tally = ask.get("/tallies", params={"limit": 1}).json()["items"][0]
    assert tally["counts"] == "attacks"
    assert tally["verdict"] in ("explained", "short", "exceeded", "contradicted", "not comparable")
    assert ask.get(f"/tallies/{tally['document']}/{tally['tally']}").json() == tally


def test_search_marks_its_hits(ask: httpx.Client) -> None:
    hit = ask.get("/search", params={"q": "rocket Kidal"}).json()["items"][0]
    assert {mark["text"].lower() for mark in hit["marks"]} <= {"rocket", "kidal"}
    assert hit["incidents"]


@pytest.mark.parametrize(
    "path",
    [
        "/incidents/i-none",
        "/documents/none",
        "/documents/none/reading",
        "/tallies/a/b",
        "/actors/nobody",
        "/relations/x",
    ],
)
def test_what_is_not_there_is_said_so(ask: httpx.Client, path: str) -> None:
    answer = ask.get(path)
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "unknown_item")


@pytest.mark.parametrize(
    "path", ["/incidents", "/incidents/points", "/documents", "/tallies", "/status", "/actors"]
)
def test_what_the_client_has_is_not_sent_again(ask: httpx.Client, path: str) -> None:
    first = ask.get(path)
    again = ask.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "private" in first.headers["Cache-Control"]


def test_the_description_is_openapi_3_1(ask: httpx.Client) -> None:
    described = ask.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            answers = operation["responses"]
            assert operation.get("description"), f"{method} {path} says nothing"
            assert "default" in answers


def test_a_cursor_is_of_one_question() -> None:
    text = cursor(7, "judgements")
    assert number_after(text, "judgements") == 7
    for wrong in (text + "x", cursor(7, "audit"), cursor("7", "judgements"), "%"):
        with pytest.raises(UsageError, match="no cursor"):
            number_after(wrong, "judgements")
    with pytest.raises(UsageError):
        key_after(text, "judgements")

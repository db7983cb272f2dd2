"""Sharing over HTTP: previews with their reasons, releases of what was looked at, markings, what came in, disputes, the log."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

sys.path.append(str(Path(__file__).parents[2]))

from desk import copy_of, running, with_users
from tests.share.exchanged import CLEAR, HOSTILE, exchanged, keep, know, take

from dateline.model.marking import Tlp
from dateline.model.partner import Partner
from dateline.record import Record
from dateline.share.acknowledging import write_acknowledgement
from dateline.share.exchanges import given_objects, write_stix
from dateline.share.signing import new_key

As = Callable[[str], httpx.Client]


@pytest.fixture(scope="session")
def shared_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that was exchanged with partners."""
    folder = tmp_path_factory.mktemp("shared")
    with Record.open(str(folder / "record.sqlite")) as record:
        exchanged(record, folder)
    return folder / "record.sqlite"


@pytest.fixture
def record(shared_record: Path, tmp_path: Path) -> Iterator[Record]:
    with Record.open(str(copy_of(shared_record, tmp_path))) as record:
        yield record


@pytest.fixture
def ask(record: Record) -> Iterator[As]:
    """A client of each role."""
    tokens = with_users(record)
    with running(record) as (_, address):
        clients = {
            role: httpx.Client(base_url=f"{address}/api/v1", headers={"Authorization": f"Bearer {token}"})
            for role, token in tokens.items()
        }
        yield clients.__getitem__
        for client in clients.values():
            client.close()


def got(client: httpx.Client, path: str) -> Any:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_partners_are_listed_with_what_waits_for_them(ask: As) -> None:
    north, south = got(ask("reader"), "/partners")["items"]
    assert (north["id"], north["clearance"], north["releases"], north["deliveries"]) == (
        "north",
        "green",
        2,
        1,
    )
    assert len(north["unconfirmed"]) == 1 and not north["connects"]
    assert (south["releases"], south["last_release"]) == (0, None)
    detail = got(ask("analyst"), "/partners/north")
    assert [c["reason"] for c in detail["changes"]] == ["by agreement"]


def test_a_preview_says_what_stays_here_and_why(ask: As) -> None:
    reader = ask("reader")
    found = got(reader, "/partners/north/preview")
    assert found["outcomes"] == {"given": 2, "narrowed": 2, "withheld": 4}
    assert {one["why"]: one["documents"] for one in found["withheld"]} == {
        "TLP:AMBER is above its clearance, TLP:GREEN": 1,
        "it bears no marking": 1,
        "taken back from it": 1,
        "it came from this partner": 1,
    }
    narrowed = got(reader, "/partners/north/preview/documents?outcome=narrowed")["items"]
    assert {d["document"]: [n["how"] for n in d["narrowings"]] for d in narrowed} == {
        "described": ["described as “an aid organisation”"],
        "narrowed": ["no finer than province", "withheld"],
    }
    (incident,) = got(reader, "/partners/north/preview/incidents")["items"]
    assert incident["theirs"]["reports"] == 4 and incident["theirs"]["killed"]["best"] == 4
    assert incident["ours"][0]["reports"] == 8 and incident["ours"][0]["killed"]["high"] == 9
    assert "killed" in incident["differs"]
    assert incident["theirs"]["id"] != incident["ours"][0]["id"]


def test_approving_is_of_what_was_looked_at(ask: As, record: Record) -> None:
    admin = ask("admin")
    state = got(admin, "/partners/south/preview")["state"]
    keep(record, {"later": CLEAR})
    late = admin.post("/partners/south/releases", json={"reason": "weekly", "state": state})
    assert (late.status_code, late.json()["error"]["code"]) == (409, "outdated")
    assert got(admin, "/partners/south/releases")["total"] == 0
    state = got(admin, "/partners/south/preview")["state"]
    assert admin.post("/partners/south/releases", json={"reason": " ", "state": state}).status_code == 422
    assert ask("analyst").post("/partners/south/releases", json={"reason": "x"}).status_code == 403
    made = admin.post("/partners/south/releases", json={"reason": "weekly", "state": state})
    assert made.status_code == 201 and made.json()["incidents"]["new"] == 1
    (told,) = got(admin, "/partners/south/releases")["items"]
    assert (told["reason"], told["author"], told["action"]) == ("weekly", "admin-user", "approved")


def test_taking_back_waits_for_an_acknowledgement(ask: As) -> None:
    admin = ask("admin")
    made = admin.post("/partners/north/releases", json={"reason": "asked", "take_back": ["open"]})
    number = made.json()["number"]
    assert number in got(admin, "/partners")["items"][0]["unconfirmed"]
    path = f"/partners/north/releases/{number}/acknowledgement"
    assert ask("reader").post(path).status_code == 403
    assert ask("analyst").post(path, json={"reason": "their mail"}).status_code == 204
    assert number not in got(admin, "/partners")["items"][0]["unconfirmed"]
    assert admin.post("/partners/south/releases/99/acknowledgement").status_code == 404
    again = admin.post("/partners/north/releases", json={"reason": "allowed", "again": ["open"]})
    assert again.status_code == 201
    documents = got(admin, "/partners/north/preview/documents?outcome=given")["items"]
    assert [d["document"] for d in documents] == ["hostile", "open"]


def test_marking_opens_what_stayed_here(ask: As) -> None:
    analyst = ask("analyst")
    before = got(analyst, "/partners/north/preview")
    new = {"items": ["unmarked"], "tlp": "clear", "time": "month", "reason": "checked"}
    assert analyst.post("/markings", json=new).json() == {"marked": 1}
    after = got(analyst, "/partners/north/preview")
    assert after["outcomes"]["narrowed"] == before["outcomes"]["narrowed"] + 1
    first = got(analyst, "/markings?document=unmarked")["items"][0]
    assert (first["author"], first["marking"]["time"], first["counts"]) == ("analyst-user", "month", True)
    assert analyst.post("/markings", json={**new, "items": ["nothing"]}).status_code == 404
    assert "no partner" in analyst.post("/markings", json={**new, "release_to": ["x"]}).text
    assert ask("reader").post("/markings", json=new).status_code == 403


def test_what_came_is_told_with_its_mapping_and_conflicts(ask: As) -> None:
    reader = ask("reader")
    (receipt,) = got(reader, "/inbound")["items"]
    assert (receipt["partner"], receipt["documents"], len(receipt["digest"])) == ("north", 1, 64)
    assert receipt["not_mapped"] == []
    became = got(reader, f"/inbound/{receipt['number']}?limit=500")["items"]
    assert len(became) == receipt["objects"]
    assert {b["became"] for b in became if b["type"] == "report"} == {"document"}
    report = next(b for b in became if b["type"] == "report")
    assert len(report["incidents"]) == 1
    (conflict,) = got(reader, "/inbound/conflicts?partner=north")["items"]
    killed = next(f for f in conflict["fields"] if f["field"] == "killed")
    assert {(c["partner"], c["value"]["low"]) for c in killed["claims"]} == {("north", 9), (None, 4)}
    assert got(reader, "/inbound/conflicts?partner=south")["items"] == []
    assert reader.get("/inbound/99").status_code == 404


def test_disputes_name_our_incident_and_are_answered(ask: As) -> None:
    analyst = ask("analyst")
    opinion, question, same = sorted(got(analyst, "/disputes")["items"], key=lambda s: s["kind"])
    assert (same["kind"], same["incident"]) == ("same", opinion["incident"])
    assert (opinion["level"], opinion["text"]) == ("disagree", "the hospital counted otherwise")
    assert HOSTILE in question["text"]
    shown = got(analyst, f"/incidents/{opinion['incident']}")
    assert {said["kind"] for said in shown["partners_say"]} == {"opinion", "question", "same"}
    assert {c["partner"] for f in shown["fields"] for c in f["claims"]} == {"north", None}
    objects = got(analyst, f"/inbound/{got(analyst, '/inbound')['items'][0]['number']}?limit=500")["items"]
    theirs = next(o["id"] for o in objects if o["type"] == "incident")
    new = {"object": theirs, "opinion": "agree", "text": "we counted the same"}
    assert analyst.post("/partners/north/replies", json=new).status_code == 204
    ours = [s for s in got(analyst, "/disputes")["items"] if s["by_us"]]
    assert [(s["level"], s["text"]) for s in ours] == [("agree", "we counted the same")]
    assert analyst.post("/partners/north/replies", json={"object": theirs}).status_code == 422
    assert ask("reader").post("/partners/north/replies", json=new).status_code == 403


def test_the_log_is_whole_and_paged(ask: As) -> None:
    analyst = ask("analyst")
    first = got(analyst, "/sharing/log?limit=3")
    second = got(analyst, f"/sharing/log?limit=3&cursor={first['next']}")
    numbers = [line["number"] for page in (first, second) for line in page["items"]]
    assert numbers == sorted(numbers, reverse=True) and len(set(numbers)) == 6
    assert first["items"][1]["hash"] == first["items"][0]["previous"]
    chain = got(analyst, "/sharing/log/chain")
    assert chain["whole"] and chain["newest_hash"] == first["items"][0]["hash"]


def test_etags_follow_what_is_shared(ask: As) -> None:
    analyst = ask("analyst")
    for path in ("/partners/north/preview", "/partners", "/markings", "/disputes"):
        tag = analyst.get(path).headers["etag"]
        assert analyst.get(path, headers={"If-None-Match": tag}).status_code == 304
        analyst.post("/markings", json={"items": ["amber"], "tlp": "red"})
        assert analyst.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_a_signed_file_confirms(ask: As, record: Record, tmp_path: Path) -> None:
    admin, (private, public) = ask("admin"), new_key()
    with record.writer("ana") as writer:
        writer.exchange().keep_partner(Partner("north", "North Office", Tlp.GREEN, (public,)))
    with Record.open(str(tmp_path / "north.sqlite")) as theirs:
        know(theirs, Partner("home", "Home", Tlp.AMBER))
        with record.view() as view:
            out = io.BytesIO()
            write_stix(given_objects(view.exchange(), "north"), out)
        take(theirs, out.getvalue(), "home")
        write_acknowledgement(theirs, "home", tmp_path / "here.json", private, datetime.now(UTC))
    content, signature = ((tmp_path / f"here.json{end}").read_text() for end in ("", ".sig"))
    path = "/partners/north/releases/acknowledgements"
    wrong = admin.post(path, json={"content": content + " ", "signature": signature})
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (422, "source_failed")
    assert ask("reader").post(path, json={"content": content, "signature": signature}).status_code == 403
    assert admin.post(path, json={"content": content, "signature": signature}).json() == {"releases": [2]}
    told = got(admin, "/partners/north/releases")["items"]
    assert told[0]["acknowledgement"]["signed"] is True
    assert told[1]["acknowledgement"] is None, "what was withdrawn before the bundle was made never came"
    assert got(admin, "/partners")["items"][0]["unconfirmed"] == []


def test_what_no_claim_was_made_of_is_listed_with_its_delivery(ask: As, record: Record) -> None:
    event = {
        "uuid": "0b3f3a4e-6a1d-4c53-9d51-7b1f4d0c2a11",
        "info": f"Phishing {HOSTILE}",
        "timestamp": "1772700000",
    }
    attribute = {"type": "domain", "value": "example.org", "uuid": "1"}
    take(record, json.dumps({"Event": {**event, "Attribute": [attribute]}}).encode(), "south")
    first = got(ask("reader"), "/inbound")["items"][0]
    assert (first["partner"], first["media"], first["documents"]) == ("south", "misp", 0)
    assert [line.split(": ")[1] for line in first["not_mapped"]] == [
        "its words name no kind of event known here",
        "attribute domain 1",
    ]

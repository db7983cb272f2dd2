"""What people do at the desk: decide, answer, have articles read, add sources, export."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import httpx
import pytest
from fake_reader import report

from conftest import running
from dateline.record import Record
from dateline.record.job_log import Job, State
from dateline.share import FORMATS

ARTICLE = "A rocket hit Erbil, killing 7. It was the last of 9 attacks this year."


@pytest.fixture
def person(own_record: Record) -> Iterator[httpx.Client]:
    """The local admin's page, on a record of the test's own."""
    with (
        running(own_record) as (_, address),
        httpx.Client(base_url=f"{address}/api/v1", timeout=60) as client,
    ):
        client.headers["X-CSRF-Token"] = client.get("/session").json()["csrf"]
        yield client


def first(client: httpx.Client, path: str, **query: object) -> dict[str, object]:
    item: dict[str, object] = client.get(path, params={"limit": 1, **query}).json()["items"][0]
    return item


def test_a_correction_stands_under_its_author_and_can_be_undone(person: httpx.Client) -> None:
    key = first(person, "/incidents", mode="rocket")["id"]
    decision = {
        "action": "correct",
        "incident": key,
        "field": "killed",
        "value": "40",
        "reason": "the hospital list",
    }
    made = person.post("/judgements", json=decision)
    assert made.status_code == 201
    assert made.json()["incidents"] == [key]
    incident = person.get(f"/incidents/{key}").json()
    killed = next(f for f in incident["fields"] if f["field"] == "killed")
    assert (killed["value"]["best"], killed["judgement"]) == (40, made.json()["number"])
    judgement = first(person, "/judgements")
    assert (judgement["author"], judgement["reason"], judgement["holds"]) == (
        "ada",
        "the hospital list",
        True,
    )
    person.post(f"/judgements/{made.json()['number']}/undo", json={"reason": "another hospital"})
    assert person.get(f"/incidents/{key}").json()["killed"]["best"] != 40
    assert [d["action"] for d in person.get("/audit").json()["items"]] == ["judged: undo", "judged: correct"]


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        ({"action": "correct", "field": "killed", "value": "4", "reason": "x"}, 422),
        ({"action": "correct", "incident": "i-none", "field": "killed", "value": "4", "reason": "x"}, 404),
        ({"action": "merge", "reason": "x"}, 422),
        ({"action": "retract", "document": "r0001"}, 422),
        ({"action": "conquer", "incident": "i-none"}, 422),
        ({"action": "confirm", "incident": "i-none", "author": "somebody else"}, 422),
    ],
)
def test_decisions_that_can_not_be_made_say_why(person: httpx.Client, decision: object, status: int) -> None:
    answer = person.post("/judgements", json=decision)
    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_splitting_and_merging_move_reports(person: httpx.Client) -> None:
    several = next(i for i in person.get("/incidents").json()["items"] if i["reports"] == 3)
    incident = person.get(f"/incidents/{several['id']}").json()
    out = incident["members"][0]
    asked = {
        "action": "split",
        "incident": incident["id"],
        "reports": [f"{out['document']}/{out['event']}"],
        "reason": "x",
    }
    split = person.post("/judgements", json=asked).json()
    assert len(split["incidents"]) == 2
    merged = person.post(
        "/judgements", json={"action": "merge", "incidents": split["incidents"], "reason": "x"}
    ).json()
    assert len(merged["incidents"]) == 1


def test_an_answer_to_the_review_is_a_judgement(person: httpx.Client) -> None:
    total = person.get("/review").json()["total"]
    assert total
    question = first(person, "/review")
    assert len(question["sides"]) >= 1  # type: ignore[arg-type]
    answer = person.post(
        "/review/answers", json={"item": question["id"], "answer": "no", "reason": "two days"}
    )
    assert answer.status_code == 201
    assert question["id"] not in {
        q["id"] for q in person.get("/review", params={"limit": 500}).json()["items"]
    }
    assert person.get("/review/agreement").json() == {
        "alpha": None,
        "units": 0,
        "reviewers": ["ada"],
        "differ": [],
    }
    assert person.post("/review/answers", json={"item": "0" * 16, "answer": "no"}).status_code == 404


def test_a_pasted_text_is_read_and_not_kept(person: httpx.Client) -> None:
    before = person.get("/status").json()["counts"]["documents"]
    answer = person.post("/read", json={"text": ARTICLE, "published": "2024-03-02", "title": "Strike"})
    (reading,) = answer.json()["readings"]
    assert reading["events"][0]["killed"]["low"] == 7
    assert reading["document"]["published"].startswith("2024-03-02")
    assert person.get("/status").json()["counts"]["documents"] == before


def test_a_file_is_read_by_what_it_holds(person: httpx.Client) -> None:
    lines = "\n".join(
        json.dumps({"id": f"a{n}", "text": ARTICLE, "published": "2024-03-02"}) for n in range(22)
    )
    answer = person.post("/read/file", files={"file": ("../../x.jsonl", lines)}).json()
    assert (len(answer["readings"]), answer["more"]) == (20, True)
    bad = person.post("/read/file", files={"file": ("a.docx", b"PK\x03\x04zip")}).json()
    assert "office document" in bad["failures"][0]["message"]
    assert "/tmp" not in json.dumps(bad)


@pytest.mark.parametrize(
    "url",
    ["/etc/passwd", "file:///etc/passwd", "-", "ftp://a.example/", "http://127.0.0.1:1/", "http://[::1]/"],
)
def test_no_address_leads_into_this_machine(person: httpx.Client, url: str) -> None:
    answer = person.post("/read", json={"url": url})
    assert answer.status_code == 422 or answer.json()["failures"]
    assert "root:" not in answer.text
    job = person.post("/jobs", json={"sources": [url]})
    assert job.status_code == 422 or ended(person, job.json()["id"])["failures"]


def ended(client: httpx.Client, key: str) -> dict[str, object]:
    """A job once it is over."""
    for _ in range(600):
        job: dict[str, object] = client.get(f"/jobs/{key}").json()
        if job["state"] not in ("queued", "running"):
            return job
        time.sleep(0.05)
    raise AssertionError("the job never ended")


def test_files_are_added_with_progress_by_events(person: httpx.Client) -> None:
    told = "\n".join(json.dumps(reading_to_dict_document(n)) for n in range(100, 112))
    job = person.post(
        "/jobs/files", files=[("files", ("new.jsonl", told)), ("files", ("bad.json", "{"))]
    ).json()
    names = []
    with person.stream("GET", f"/jobs/{job['id']}/events") as stream:
        assert stream.headers["Content-Type"].startswith("text/event-stream")
        for line in stream.iter_lines():
            names += [line.removeprefix("event: ")] if line.startswith("event: ") else []
    assert names[-1] == "done"
    over = ended(person, job["id"])
    progress = over["progress"]
    assert isinstance(progress, dict)
    assert (progress["added"], progress["read"], progress["failed"]) == (12, 12, 1)
    assert "bad.json" in str(over["failures"]) and "/tmp" not in str(over["failures"])
    assert person.get("/documents/r0100").json()["read"] is True
    assert [j["id"] for j in person.get("/jobs").json()["items"]] == [job["id"]]


def reading_to_dict_document(number: int) -> dict[str, object]:
    """A report as a line of JSON."""
    document = report(number)
    return {
        "id": document.id,
        "text": document.text,
        "title": document.title,
        "published": str(document.published),
    }


def test_a_job_can_be_stopped_and_keeps_what_it_kept(person: httpx.Client) -> None:
    told = "\n".join(json.dumps(reading_to_dict_document(n)) for n in range(200, 900))
    job = person.post("/jobs/files", files=[("files", ("many.jsonl", told))]).json()
    assert person.delete(f"/jobs/{job['id']}").status_code == 202
    over = ended(person, job["id"])
    assert over["state"] == "stopped"
    kept = person.get("/status").json()["counts"]
    assert kept["documents"] < 44 + 700
    assert not list(person.get("/incidents", params={"cursor": "x"}).json().get("items", []))


def test_a_job_that_was_cut_off_says_so(own_record: Record) -> None:
    from dateline.record.store import now

    with own_record.job_log() as log:
        log.keep(Job("cut", "ada", now(), ("https://a.example/feed",), State.RUNNING, progress={"taken": 3}))
    with running(own_record) as (_, address):
        job = httpx.get(f"{address}/api/v1/jobs/cut").json()
        events = httpx.get(f"{address}/api/v1/jobs/cut/events").text
    assert (job["state"], job["progress"]["taken"]) == ("interrupted", 3)
    assert events.startswith("event: interrupted")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_can_be_had(person: httpx.Client, form: object) -> None:
    listed = {each["name"]: each for each in person.get("/exports").json()["items"]}
    name = getattr(form, "name")  # noqa: B009
    answer = person.get(f"/exports/{name}", params={"mode": "drone"})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith(listed[name]["media_type"])
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert int(answer.headers["X-Incidents"]) > 0
    assert person.get("/exports/none").status_code == 404

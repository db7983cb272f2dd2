"""The desk on both stores: accounts, jobs, shelves and filters, and one server that answers, adds and decides."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest
from fake_reader import make_fake_reader
from runs import reports

sys.path.append(str(Path(__file__).parent.parent / "api"))

from desk import PASSWORD, running, with_users

from dateline.engines.local import InProcess
from dateline.errors import RecordError, UnknownItem, UsageError
from dateline.pipeline import add
from dateline.record import IncidentFilter, Record
from dateline.record.accounts import Role, Scope
from dateline.record.job_log import Job, State, place_of
from dateline.record.shelves import DocumentFilter
from dateline.record.store import now


@pytest.fixture
def filled(record: Record) -> Record:
    add(reports(18), record, InProcess(), make=make_fake_reader)
    return record


def test_secrets_are_good_until_they_end(record: Record) -> None:
    tokens = with_users(record)
    with record.accounts() as accounts:
        session = accounts.open_session("reader-user")
        assert accounts.of_session(session) == accounts.user("reader-user")
        accounts.change_user("reader-user", password="another hash")
        assert accounts.of_session(session) is None
        made, secret = accounts.make_token("admin-user", "old", [Scope.READ], now() - timedelta(days=1))
        assert accounts.of_token(secret) is None
        user, scopes = accounts.of_token(tokens["admin"]) or (None, frozenset())
        assert user == accounts.user("admin-user") and scopes == set(Scope)
        assert accounts.revoke(made.id).revoked
    with record.accounts() as accounts, pytest.raises(UsageError, match="last admin"):
        accounts.change_user("admin-user", disabled=True)
    with record.accounts() as accounts, pytest.raises(UsageError, match="of this name"):
        accounts.add_user("admin-user", Role.READER, "hash")
    with record.accounts(writes=False) as accounts, pytest.raises(UnknownItem):
        accounts.user("nobody")


def test_the_audit_log_only_grows(record: Record) -> None:
    with record.accounts() as accounts:
        for number in range(3):
            accounts.note("ada", "127.0.0.1", "exported", str(number), names=False)
        newest = list(accounts.deeds(limit=2))
        assert [deed.item for deed in newest] == ["2", "1"]
        assert [deed.item for deed in accounts.deeds(newest[-1].number)] == ["0"]
    with pytest.raises(RecordError, match="only grows"), record.accounts() as accounts:
        accounts._connection.exec_driver_sql("DELETE FROM audit")


def test_jobs_are_listed_by_time_and_cut_off_ones_marked(record: Record) -> None:
    made = [Job(f"j{n}", "ada", now() + timedelta(seconds=n), ("a",)) for n in range(3)]
    with record.job_log() as log:
        for job in made:
            log.keep(job)
        log.keep(Job("j0", "ada", made[0].created, ("a",), State.DONE))
        assert log.interrupt() == 2
        first = log.jobs(2)
        assert [(job.id, job.state) for job in first] == [
            ("j2", State.INTERRUPTED),
            ("j1", State.INTERRUPTED),
        ]
        assert [job.id for job in log.jobs(2, place_of(first[-1]))] == ["j0"]


def test_shelves_and_filters(filled: Record) -> None:
    with filled.view() as view:
        everything = view.shelved(DocumentFilter(), 50)
        assert [d.id for d in everything] == [f"r{n:04}" for n in reversed(range(18))]
        assert view.shelved(DocumentFilter(), 50, everything[9].number) == everything[10:]
        assert all(d.events == d.tallies == 1 and d.incidents for d in everything)
        some = DocumentFilter("Kidal", date(2024, 3, 1), date(2024, 3, 1), "harbour news")
        assert view.count_documents(some) == len(view.shelved(some, 50)) > 0
        in_box = list(view.incidents(IncidentFilter(box=(43, 35, 45, 37))))
        across = IncidentFilter(box=(43, 35, -170, 37))
        assert in_box and in_box == list(view.incidents(across))
        assert in_box == list(view.incidents(IncidentFilter(words="Erbil")))
        assert view.count_incidents(IncidentFilter(words="Erbil")) == len(in_box)
        assert len(view.points(IncidentFilter(words='"hit Erbil"'))) == len(in_box)


def test_a_desk_answers_adds_and_decides(filled: Record) -> None:
    tokens = with_users(filled)
    with running(filled) as (_, address):
        analyst = httpx.Client(
            base_url=f"{address}/api/v1", headers={"Authorization": f"Bearer {tokens['analyst']}"}, timeout=60
        )
        with analyst:
            incident = next(i for i in analyst.get("/incidents").json()["items"] if i["reports"] == 3)
            asked = {
                "action": "correct",
                "incident": incident["id"],
                "field": "killed",
                "value": "30",
                "reason": "x",
            }
            assert analyst.post("/judgements", json=asked).status_code == 201
            assert analyst.get(f"/incidents/{incident['id']}").json()["killed"]["best"] == 30
            assert analyst.get("/judgements").json()["items"][0]["author"] == "analyst-user"
            for path in (
                "/incidents/points",
                "/documents",
                "/tallies",
                "/actors",
                "/places",
                "/review",
                "/status",
            ):
                assert analyst.get(path).status_code == 200
        logged = httpx.post(f"{address}/api/v1/session", json={"name": "reader-user", "password": PASSWORD})
        assert logged.json()["role"] == "reader"

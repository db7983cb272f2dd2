"""Who may do what: every route declares it, the table below says the same, and the server keeps to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from desk import PASSWORD, running, with_users

from dateline.api.access import Needs, declared
from dateline.api.principals import LEAST
from dateline.api.routes import api_routes
from dateline.cli.user import ROLES
from dateline.record import Record
from dateline.record.accounts import Role, Scope

PUBLIC = None
TABLE: dict[str, Scope | None] = {
    "GET /incidents": Scope.READ,
    "GET /incidents/points": Scope.READ,
    "GET /incidents/{id}": Scope.READ,
    "GET /incidents/{id}/history": Scope.READ,
    "GET /incidents/{id}/report.html": Scope.READ,
    "GET /reports/week.html": Scope.READ,
    "GET /documents": Scope.READ,
    "GET /documents/{id:path}": Scope.READ,
    "GET /documents/{id:path}/reading": Scope.READ,
    "GET /tallies": Scope.READ,
    "GET /tallies/{document:path}/{tally}": Scope.READ,
    "GET /actors": Scope.READ,
    "GET /actors/{id:path}": Scope.READ,
    "GET /relations": Scope.READ,
    "GET /relations/{id:path}": Scope.READ,
    "GET /places": Scope.READ,
    "GET /search": Scope.READ,
    "GET /judgements": Scope.READ,
    "POST /judgements": Scope.JUDGE,
    "POST /judgements/{number}/undo": Scope.JUDGE,
    "GET /review": Scope.READ,
    "POST /review/answers": Scope.JUDGE,
    "GET /review/agreement": Scope.READ,
    "GET /exports": Scope.READ,
    "GET /exports/{format}": Scope.READ,
    "GET /partners": Scope.READ,
    "GET /partners/{id}": Scope.SHARE,
    "GET /partners/{id}/preview": Scope.READ,
    "GET /partners/{id}/preview/documents": Scope.READ,
    "GET /partners/{id}/preview/incidents": Scope.READ,
    "GET /partners/{id}/releases": Scope.SHARE,
    "POST /partners/{id}/releases": Scope.RELEASE,
    "POST /partners/{id}/releases/{number}/acknowledgement": Scope.SHARE,
    "POST /partners/{id}/releases/acknowledgements": Scope.SHARE,
    "GET /markings": Scope.SHARE,
    "POST /markings": Scope.SHARE,
    "GET /inbound": Scope.READ,
    "GET /inbound/conflicts": Scope.READ,
    "GET /inbound/{number}": Scope.READ,
    "GET /disputes": Scope.READ,
    "POST /partners/{id}/replies": Scope.SHARE,
    "GET /sharing/log": Scope.SHARE,
    "GET /sharing/log/chain": Scope.SHARE,
    "POST /read": Scope.ADD,
    "POST /read/file": Scope.ADD,
    "POST /jobs": Scope.ADD,
    "POST /jobs/files": Scope.ADD,
    "GET /jobs": Scope.READ,
    "GET /jobs/{id}": Scope.READ,
    "DELETE /jobs/{id}": Scope.ADD,
    "GET /jobs/{id}/events": Scope.READ,
    "GET /session": PUBLIC,
    "POST /session": PUBLIC,
    "DELETE /session": Scope.ACCOUNT,
    "GET /users": Scope.ADMIN,
    "POST /users": Scope.ADMIN,
    "PATCH /users/{name}": Scope.ADMIN,
    "GET /tokens": Scope.ACCOUNT,
    "POST /tokens": Scope.ACCOUNT,
    "DELETE /tokens/{id}": Scope.ACCOUNT,
    "GET /audit": Scope.ADMIN,
    "GET /status": Scope.READ,
}
"""Every route with the scope that it takes: a new one fails here until somebody has thought about who may use it."""

GUARDED = [name for name, scope in TABLE.items() if scope is not None]


def test_every_route_is_in_the_table() -> None:
    found: dict[str, Scope | None] = {}
    for route in api_routes():
        (needs,) = {d for d in declared(route) if isinstance(d, Needs)} or {None}
        for method in route.methods:
            found[f"{method} {route.path}"] = needs.scope if needs else None
    assert found == TABLE


@pytest.fixture(scope="module")
def guarded(filled, tmp_path_factory) -> Iterator[tuple[str, dict[str, str]]]:  # type: ignore[no-untyped-def]
    """The address of a desk with a user of each role, and their tokens."""
    from desk import copy_of

    with Record.open(str(copy_of(filled, tmp_path_factory.mktemp("guarded")))) as record:
        tokens = with_users(record)
        with running(record) as (_, address):
            yield f"{address}/api/v1", tokens


@pytest.mark.parametrize("name", GUARDED)
def test_nobody_known_gets_in(guarded: tuple[str, dict[str, str]], name: str) -> None:
    answer = asked(guarded[0], name)
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "not_logged_in")


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", GUARDED)
def test_each_role_may_what_the_table_says(
    guarded: tuple[str, dict[str, str]], name: str, role: Role
) -> None:
    address, tokens = guarded
    scope = TABLE[name]
    assert scope is not None
    answer = asked(address, name, {"Authorization": f"Bearer {tokens[role.value]}"})
    assert (answer.status_code == 403) is not role.reaches(LEAST[scope])
    assert answer.status_code < 500


def asked(address: str, name: str, headers: dict[str, str] | None = None) -> httpx.Response:
    """A request to a route with ids that aren't there and no body."""
    method, _, path = name.partition(" ")
    for part in ("{id:path}", "{document:path}", "{id}", "{tally}", "{number}", "{name}", "{format}"):
        path = path.replace(part, "7")
    return httpx.request(method, address + path, headers=headers or {})


@pytest.mark.parametrize("path", ["/incidents", "/documents", "/search?q=rocket", "/tallies", "/exports/csv"])
def test_names_take_an_analyst(guarded: tuple[str, dict[str, str]], path: str) -> None:
    address, tokens = guarded
    for role, status in (("reader", 403), ("analyst", 200)):
        headers = {"Authorization": f"Bearer {tokens[role]}"}
        assert (
            httpx.get(
                f"{address}{path}", params={"names": "true", "q": "rocket"}, headers=headers
            ).status_code
            == status
        )


def test_a_token_does_no_more_than_its_scopes(guarded: tuple[str, dict[str, str]]) -> None:
    address, tokens = guarded
    admin = {"Authorization": f"Bearer {tokens['admin']}"}
    made = httpx.post(f"{address}/tokens", json={"label": "feed", "scopes": ["read"]}, headers=admin).json()
    mine = {"Authorization": f"Bearer {made['secret']}"}
    assert httpx.get(f"{address}/status", headers=mine).status_code == 200
    assert httpx.get(f"{address}/users", headers=mine).status_code == 403
    assert httpx.get(f"{address}/incidents?names=true", headers=mine).status_code == 403
    assert (
        httpx.post(f"{address}/tokens", json={"label": "more", "scopes": ["admin"]}, headers=mine).status_code
        == 403
    )
    assert made["secret"] not in httpx.get(f"{address}/tokens", headers=admin).text
    assert httpx.delete(f"{address}/tokens/{made['id']}", headers=admin).json()["revoked"]
    assert httpx.get(f"{address}/status", headers=mine).status_code == 401


def test_nobody_gives_away_more_than_they_have(guarded: tuple[str, dict[str, str]]) -> None:
    address, tokens = guarded
    reader = {"Authorization": f"Bearer {tokens['reader']}"}
    answer = httpx.post(f"{address}/tokens", json={"label": "x", "scopes": ["judge"]}, headers=reader)
    assert answer.status_code == 403
    others = httpx.get(f"{address}/tokens", headers={"Authorization": f"Bearer {tokens['admin']}"}).json()[
        "items"
    ]
    theirs = next(token["id"] for token in others if token["user"] == "admin-user")
    assert httpx.delete(f"{address}/tokens/{theirs}", headers=reader).status_code == 404


def test_a_session_begins_with_a_password_and_ends(guarded: tuple[str, dict[str, str]]) -> None:
    address, _ = guarded
    with httpx.Client(base_url=address) as browser:
        assert browser.get("/session").json()["user"] is None
        wrong = browser.post("/session", json={"name": "analyst-user", "password": "wrong password"})
        assert wrong.status_code == 401
        answer = browser.post("/session", json={"name": "analyst-user", "password": PASSWORD})
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie and "samesite=strict" in cookie
        session = answer.json()
        assert (session["user"], session["role"]) == ("analyst-user", "analyst")
        assert "admin" not in session["may"]
        assert browser.get("/incidents").status_code == 200
        assert browser.delete("/session").status_code == 403
        assert browser.delete("/session", headers={"X-CSRF-Token": session["csrf"]}).status_code == 204
        assert browser.get("/incidents").status_code == 401


def test_who_is_disabled_is_out_at_once(own_record: Record) -> None:
    tokens = with_users(own_record)
    with running(own_record) as (_, address), httpx.Client(base_url=f"{address}/api/v1") as browser:
        browser.post("/session", json={"name": "reader-user", "password": PASSWORD})
        assert browser.get("/status").status_code == 200
        admin = {"Authorization": f"Bearer {tokens['admin']}"}
        httpx.patch(f"{address}/api/v1/users/reader-user", json={"disabled": True}, headers=admin)
        assert browser.get("/status").status_code == 401
        assert (
            browser.get("/status", headers={"Authorization": f"Bearer {tokens['reader']}"}).status_code == 401
        )
        deeds = httpx.get(f"{address}/api/v1/audit", headers=admin).json()["items"]
        assert [d["action"] for d in deeds] == ["user changed", "logged in"]
        last = httpx.patch(f"{address}/api/v1/users/admin-user", json={"role": "reader"}, headers=admin)
        assert "last admin" in last.json()["error"]["message"]


def test_the_first_user_ends_the_open_desk(own_record: Record) -> None:
    with running(own_record) as (_, address), httpx.Client(base_url=f"{address}/api/v1") as browser:
        session = browser.get("/session").json()
        assert session["open"] and session["role"] == "admin"
        headers = {"X-CSRF-Token": session["csrf"]}
        new = {"name": "anna", "role": "reader", "password": PASSWORD}
        assert "admin" in browser.post("/users", json=new, headers=headers).json()["error"]["message"]
        short = {**new, "role": "admin", "password": "short"}
        assert browser.post("/users", json=short, headers=headers).status_code == 422
        assert browser.post("/users", json={**new, "role": "admin"}, headers=headers).status_code == 201
        assert browser.get("/incidents").status_code == 401
        assert browser.get("/session").json()["open"] is False


def test_secrets_are_kept_as_digests(own_record: Record) -> None:
    tokens = with_users(own_record)
    with own_record.accounts() as accounts:
        session = accounts.open_session("admin-user")
    kept = Path(own_record.where).read_bytes() + Path(f"{own_record.where}-wal").read_bytes()
    assert PASSWORD.encode() not in kept and session.encode() not in kept
    assert not [secret for secret in tokens.values() if secret.encode() in kept]
    assert b"$argon2id$" in kept


def test_the_command_knows_all_roles() -> None:
    assert list(ROLES) == [role.value for role in Role]

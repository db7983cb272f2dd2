"""Partners and markings as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.api.passwords import Passwords
from dateline.cli.application import application
from dateline.record import Record

REPORT = {
    "id": "one",
    "outlet": "Tigris Wire (invented)",
    "published": "2024-03-02T08:00:00+00:00",
    "text": "A drone attack on an army base in Kirkuk on Friday wounded two soldiers, police said.",
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(application, list(arguments))


def done(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    where = str(tmp_path / "record.sqlite")
    monkeypatch.setenv("DATELINE_RECORD", where)
    report = tmp_path / "one.json"
    report.write_text(json.dumps(REPORT), "utf-8")
    done("add", str(report), "--workers", "1", "--quiet")
    return where


def test_a_partner_with_a_new_key(record: str, tmp_path: Path) -> None:
    public = done("partner", "key", str(tmp_path / "key")).strip()
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0
    assert run("partner", "key", str(tmp_path / "key")).exit_code == 2
    done("partner", "add", "desk", "--clearance", "amber", "--key", public)
    (partner,) = json.loads(done("partner", "list", "--format", "json"))
    assert partner == {"id": "desk", "name": "desk", "clearance": "amber", "keys": [public]}
    done("partner", "remove", "desk", "--reason", "left")
    assert json.loads(done("partner", "list", "--format", "json")) == []
    assert "removed" in done("partner", "show", "desk")


def test_a_partner_with_a_password(record: str) -> None:
    done("partner", "add", "desk", "--clearance", "amber")
    password = done("partner", "credential", "desk").strip()

    def kept() -> str | None:
        with Record.open(record).view() as view:
            return view.exchange().partner("desk").credential

    assert Passwords().verify(kept(), password)
    done("partner", "add", "desk", "--clearance", "green")
    assert Passwords().verify(kept(), password), "another clearance keeps the password"
    short = CliRunner().invoke(
        application, ["partner", "credential", "desk", "--password-stdin"], input="short\n"
    )
    assert short.exit_code == 2
    done("partner", "credential", "desk", "--withdraw")
    assert kept() is None


@pytest.mark.parametrize(("name", "key"), [("Desk", ""), ("desk", "AAAA"), ("desk", "no key"), ("a/b", "")])
def test_what_is_no_partner_is_refused(record: str, name: str, key: str) -> None:
    result = run("partner", "add", name, "--clearance", "green", *(["--key", key] if key else []))
    assert result.exit_code == 2


def test_markings_are_listed(record: str) -> None:
    done("partner", "add", "desk", "--clearance", "amber")
    assert "1 marked" in done("mark", "--outlet", REPORT["outlet"], "--tlp", "clear")
    done("mark", "one/e1", "--field", "places", "--tlp", "amber", "--release-to", "desk")
    first, second = json.loads(done("mark", "--list", "--format", "json"))
    assert (first["document"], first["claim"], first["marking"]["tlp"]) == ("one", None, "clear")
    assert (second["claim"], second["field"], second["marking"]["release_to"]) == ("e1", "places", ["desk"])


@pytest.mark.parametrize(
    "arguments",
    [
        ("one",),
        ("one", "--tlp", "clear", "--withhold"),
        ("--tlp", "clear"),
        ("--outlet", "nobody", "--tlp", "clear"),
    ],
)
def test_a_marking_needs_an_item_and_a_label(record: str, arguments: tuple[str, ...]) -> None:
    assert run("mark", *arguments).exit_code == 2


def test_consent_is_kept(record: str) -> None:
    for partner in ("desk", "watch"):
        done("partner", "add", partner, "--clearance", "green")
    done("partner", "consent", "desk", "--to", "watch", "--reason", "letter")
    with Record.open(record).view() as view:
        assert view.exchange().consents() == {("desk", "watch")}


@pytest.fixture
def released(record: str) -> str:
    done("partner", "add", "desk", "--clearance", "green")
    done("mark", "one", "--tlp", "clear")
    done("release", "approve", "desk", "--reason", "weekly")
    return record


def given(partner: str = "desk") -> str:
    return done("export", "--format", "csv", "--for", partner)


def test_a_preview_gives_nothing(record: str) -> None:
    done("partner", "add", "desk", "--clearance", "green")
    done("mark", "one", "--tlp", "clear")
    told = json.loads(done("release", "preview", "desk", "--format", "json"))
    assert len(told["incidents"]) == 1
    assert "1 incidents (1 new" in done("release", "preview", "desk")
    assert "drone" not in given()


def test_a_release_is_a_moment(released: str) -> None:
    assert "drone" in given()
    done("mark", "one", "--withhold")
    assert "drone" in given()
    assert "1 withdrawn" in done("release", "approve", "desk", "--reason", "the marking changed")
    assert "drone" not in given()


def test_the_same_release_again_adds_nothing(released: str) -> None:
    assert "0 new, 0 changed, 0 withdrawn" in done("release", "approve", "desk", "--reason", "again")


def test_a_document_that_was_taken_back_stays_away(released: str) -> None:
    assert "1 withdrawn" in done("release", "retract", "desk", "one", "--reason", "asked")
    assert "0 new" in done("release", "approve", "desk", "--reason", "weekly")
    done("release", "acknowledge", "desk", "2")
    assert "1 changed" in done("release", "approve", "desk", "--reason", "cleared up", "--again", "one")
    assert "drone" in given()


def test_the_log_tells_all_of_it_and_is_whole(released: str) -> None:
    done("release", "log", "--verify")
    told = json.loads(done("release", "log", "--format", "json"))
    assert [line["action"] for line in told] == ["partner kept", "marked", "release approved"]
    assert told[2]["reason"] == "weekly"
    assert "marked" not in done("release", "log", "desk")


@pytest.mark.parametrize(
    "arguments",
    [
        ("release", "approve", "nobody", "--reason", "x"),
        ("release", "retract", "desk", "nothing", "--reason", "x"),
        ("release", "acknowledge", "desk", "9"),
        ("export", "--format", "csv", "--for", "nobody"),
    ],
)
def test_what_is_not_there_is_named(released: str, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 1


def test_names_of_private_persons_never_go_to_a_partner(released: str) -> None:
    assert run("export", "--format", "csv", "--for", "desk", "--names").exit_code == 2

"""The commands as a person types them: real files, a real record, exit codes and what is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli.application import application

REPORTS = [
    {
        "id": "one",
        "outlet": "Tigris Wire (invented)",
        "published": "2024-03-02T08:00:00+00:00",
        "text": "A drone attack on an army base in Kirkuk on Friday wounded two soldiers, police said.",
    },
    {
        "id": "two",
        "outlet": "Mesopotamia Post (invented)",
        "published": "2024-03-03T08:00:00+00:00",
        "text": "Friday's drone attack on the army base in Kirkuk wounded three soldiers, a doctor said.\n\n"
        "Since 1 January there have been at least four drone attacks in Kirkuk, the governor said.",
    },
]


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(application, list(arguments), input=stdin)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("reports")
    for report in REPORTS:
        (place / f"{report['id']}.json").write_text(json.dumps(report), "utf-8")
    (place / "broken.jsonl").write_text(
        '{"text": "A bomb exploded in Mosul on Monday."}\n{"text": "half', "utf-8"
    )
    return place


@pytest.fixture(scope="module")
def record(folder: Path) -> str:
    where = str(folder.parent / "test.sqlite")
    result = run("add", str(folder), "--record", where, "--workers", "1", "--quiet")
    assert result.exit_code == 1, result.output
    assert "3 added" in result.output
    assert "broken.jsonl" in result.output
    return where


def test_read_prints_a_report_with_the_sentence(folder: Path) -> None:
    result = run("read", str(folder / "one.json"))
    assert result.exit_code == 0, result.output
    assert "ASSAULT · drone" in result.output
    assert "2 injured" in result.output
    assert "1 March 2024" in result.output
    assert "“A drone attack on an army base" in result.output


def test_read_json_is_one_reading_a_line(folder: Path) -> None:
    result = run("read", str(folder / "one.json"), str(folder / "two.json"), "--format", "json")
    readings = [json.loads(line) for line in result.output.splitlines()]
    assert [r["document"]["id"] for r in readings] == ["one", "two"]
    assert readings[0]["document"]["text"] == REPORTS[0]["text"]


def test_read_standard_input_with_a_date() -> None:
    result = run(
        "read",
        "-",
        "--format",
        "json",
        "--date",
        "2021-07-25",
        stdin="Gunmen shot a judge in Kabul on Friday.",
    )
    event = json.loads(result.output)["events"][0]
    assert event["when"]["start"] == "2021-07-23"


def test_adding_again_changes_nothing(folder: Path, record: str) -> None:
    result = run("add", str(folder), "--record", record, "--workers", "1", "--quiet")
    assert "0 added, 3 already kept" in result.output


def test_reports_of_one_attack_are_one_incident(record: str) -> None:
    result = run("incidents", "--record", record, "--place", "Kirkuk", "--format", "json")
    found = json.loads(result.output)
    together = [i for i in found if {r["document"] for r in i["reports"]} == {"one", "two"}]
    assert together, found
    shown = run("show", together[0]["id"], "--record", record)
    assert "a doctor" in shown.output and "police" in shown.output
    assert "incident formed" in run("show", together[0]["id"], "--history", "--record", record).output


def test_a_total_is_set_beside_the_record(record: str) -> None:
    checks = json.loads(run("tallies", "--record", record, "--format", "json").output)
    four = next(c for c in checks if c["claimed"] == {"low": 4, "high": None})
    assert four["verdict"] == "short"


@pytest.mark.parametrize(("form", "start"), [("csv", "id,"), ("geojson", "{")])
def test_export(record: str, tmp_path: Path, form: str, start: str) -> None:
    out = tmp_path / f"out.{form}"
    result = run("export", "--format", form, "--record", record, "-o", str(out))
    assert result.exit_code == 0, result.output
    assert out.read_text("utf-8").startswith(start)
    assert not list(tmp_path.glob(".*part"))


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (("incidents", "--record", "nowhere.sqlite"), "there is no record here yet", 1),
        (("incidents", "--near", "1,2"), "write it like", 2),
        (("incidents", "--near", "99,2,3"), "outside the world", 2),
        (("read", "no-such-file.txt"), "no-such-file.txt", 1),
        (("read", "x", "--date", "25 July"), "write it like 2021-07-25", 2),
        (("demo", "--keep", __file__), "exists", 2),
        (("nonsense",), "No such command", 2),
    ],
)
def test_wrong_use_is_told_with_a_remedy(arguments: tuple[str, ...], said: str, code: int) -> None:
    result = run(*arguments)
    assert said in result.output
    assert result.exit_code == code


def test_a_judgement_is_made_listed_and_undone(record: str) -> None:
    def killed() -> object:
        found = json.loads(run("incidents", "--record", record, "--format", "json").output)
        return next(i for i in found if len(i["reports"]) == 2)

    before = killed()
    assert isinstance(before, dict)
    made = run(
        *("judge", "correct", before["id"], "injured", "5+", "--reason", "the list"),
        *("--author", "ada", "--record", record),
    )
    assert made.exit_code == 0, made.output
    now = killed()
    assert isinstance(now, dict)
    assert (now["injured"], now["decided"]) == ({"low": 5, "best": 5, "high": None}, {"injured": 1})
    assert "ada  correct" in run("judge", "list", "--record", record).output
    assert run("judge", "undo", "1", "--record", record).exit_code == 0
    assert killed() == before
    assert "[undone]" in run("judge", "list", "--record", record).output


def test_unknown_ids(record: str) -> None:
    result = run("show", "i-ffffff", "--record", record)
    assert result.exit_code == 1
    assert "no incident and no read document" in result.output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    assert "_DATELINE_COMPLETE" in run("completion", shell).output


def test_show_tells_values_over_time_and_what_differs(record: str) -> None:
    found = json.loads(run("incidents", "--record", record, "--format", "json").output)
    key = next(i["id"] for i in found if len(i["reports"]) == 2)
    text = run("show", key, "--record", record).output
    assert "2 (2 March 2024, Tigris Wire (invented)), then 3 (3 March 2024" in text
    assert "latest of each independent origin" in text
    shown = json.loads(run("show", key, "--record", record, "--format", "json").output)
    assert [s["low"] for s in shown["tolls"]["injured"]] == [2, 3]
    assert shown["conflicts"] == ["injured"]
    assert shown["precision_codes"]["date_prec"] == 1
    told = run("show", key, "--record", record, "--history", "injured")
    assert told.exit_code == 0 and "2 to 3" in told.output
    assert run("show", key, "--record", record, "--history", "colour").exit_code == 2


def test_as_of_a_day_before_there_was_anything(record: str) -> None:
    result = run("incidents", "--record", record, "--as-of", "2020-01-01", "--format", "json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.output) == []
    later = run("incidents", "--record", record, "--as-of", "2999-01-01", "--format", "json").output
    now = run("incidents", "--record", record, "--format", "json").output
    assert json.loads(later) == json.loads(now)
    assert run("tallies", "--record", record, "--as-of", "yesterday").exit_code == 2


def test_two_reviewers_answer_and_are_compared(folder: Path, tmp_path: Path) -> None:
    where = str(tmp_path / "review.sqlite")
    run("add", str(folder / "one.json"), str(folder / "two.json"), "--record", where, "--workers", "1")

    def asked(author: str) -> list[dict[str, object]]:
        listed = run("review", "--list", "--format", "json", "--author", author, "--record", where)
        assert listed.exit_code == 0, listed.output
        found: list[dict[str, object]] = json.loads(listed.output)
        return found

    (first, *_) = [q for q in asked("ada") if q["field"] == "injured"]
    assert isinstance(first["yes"], list) and isinstance(first["no"], list)
    assert run("judge", *first["yes"], "--author", "ada", "--record", where).exit_code == 0
    assert "injured" not in [q["field"] for q in asked("ada")]
    result = CliRunner().invoke(
        application, ["review", "--limit", "1", "--author", "grace", "--record", where], input="nno list\nq"
    )
    assert result.exit_code == 0, result.output
    agreement = json.loads(run("review", "--agreement", "--format", "json", "--record", where).output)
    assert (agreement["units"], agreement["reviewers"]) == (1, ["ada", "grace"])
    assert agreement["differ"][0]["answers"] == {"ada": "yes", "grace": "no"}
    assert agreement["alpha"] <= 0

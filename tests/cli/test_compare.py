"""`dateline compare` and `dateline export` over one small record: what is printed, exit codes, nothing kept."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli.application import application
from dateline.share import FORMATS

REPORT = {
    "id": "one",
    "outlet": "Tigris Wire (invented)",
    "published": "2024-03-02T08:00:00+00:00",
    "text": "A bomb killed three soldiers in Kirkuk on Friday, police said.",
}
THEIRS = (
    "id,date_start,date_end,side_a,side_b,where_prec,where_coordinates,latitude,longitude,country,best\n"
    "7,2024-03-01,2024-03-01,IS,Government of Iraq,1,Kirkuk,35.4681,44.3922,Iraq,4\n"
    "8,2024-03-09,2024-03-09,IS,Civilians,1,Basra,30.5,47.8,Iraq,1\n"
    "9,soon,,,,,,,,,\n"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(application, list(arguments))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("compare")
    (place / "one.json").write_text(json.dumps(REPORT), "utf-8")
    (place / "theirs.csv").write_text(THEIRS, "utf-8")
    where = str(place / "record.sqlite")
    assert run("add", str(place / "one.json"), "--record", where, "--workers", "1", "--quiet").exit_code == 0
    return where


def test_a_comparison_names_differences_and_bad_rows(record: str) -> None:
    result = run("compare", str(Path(record).parent / "theirs.csv"), "--record", record)
    assert result.exit_code == 1, result.output
    assert "1 matched · 1 only in theirs · 0 only in ours" in result.output
    assert "toll: ours 3; theirs 4" in result.output
    assert "failed: theirs.csv, line 4: date_start is 'soon'" in result.output


def test_a_comparison_as_json_and_csv(record: str) -> None:
    file = str(Path(record).parent / "theirs.csv")
    told = json.loads(run("compare", file, "--format", "json", "--record", record).stdout)
    assert told["agreement"]["toll"] == {"agree": 0, "of": 1}
    assert told["totals"][0] == {
        "country": "IQ", "month": "2024-03", "our_incidents": 1, "our_dead": 3, "their_incidents": 2, "their_dead": 5,
        "matched": 1,
    }  # fmt: skip
    rows = list(
        csv.DictReader(io.StringIO(run("compare", file, "--format", "csv", "--record", record).stdout))
    )
    assert [(r["status"], r["line"], r["same_toll"]) for r in rows] == [
        ("matched", "2", "no"),
        ("only theirs", "3", ""),
    ]


def test_a_window_leaves_out_what_lies_beyond_it(record: str) -> None:
    file = str(Path(record).parent / "theirs.csv")
    told = run("compare", file, "--since", "2024-03-05", "--record", record).output
    assert "0 matched · 1 only in theirs · 0 only in ours" in told


def test_a_comparison_keeps_nothing(record: str) -> None:
    before = run("incidents", "--format", "json", "--record", record).output
    run("compare", str(Path(record).parent / "theirs.csv"), "--record", record)
    assert run("incidents", "--format", "json", "--record", record).output == before


def test_a_missing_file_is_named(record: str) -> None:
    result = run("compare", "none.csv", "--record", record)
    assert result.exit_code == 1 and "none.csv" in result.output


@pytest.mark.parametrize("form", [f.name for f in FORMATS])
def test_every_format_is_written_whole(record: str, form: str, tmp_path: Path) -> None:
    out = tmp_path / "incidents.out"
    result = run("export", "--format", form, "-o", str(out), "--record", record)
    assert result.exit_code == 0, result.output
    assert "1 incidents written" in result.output
    assert [p.name for p in tmp_path.iterdir()] == ["incidents.out"]
    assert run("export", "--format", form, "--record", record).stdout_bytes == out.read_bytes()


def test_losses_are_listed_without_a_record() -> None:
    result = run("export", "--format", "acled", "--losses")
    assert result.exit_code == 0 and "acled can't hold the wounded" in result.output

"""The one training command: its plan, and its cheap stages from end to end on a little data of our own."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from training.__main__ import arguments
from training.stages import ROOT, SITES, STAGES, TAGGER, Plan

ROWS = (
    ("Gunmen attacked a school in Kano and fled to Bauchi.", "attacked", "Kano"),
    ("Soldiers clashed with rebels near Goma after leaving Bukavu.", "clashed", "Goma"),
    ("Jets bombed a depot outside Homs, the ministry in Damascus said.", "bombed", "Homs"),
    ("Police in Lagos said men killed a trader in Jos.", "killed", "Jos"),
)


def run(*words: str) -> str:
    """Standard output of the command."""
    done = subprocess.run(
        [sys.executable, "-m", "training", *words], cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Event places and RAMS, a few rows each, in the layout of the public sets."""
    folder = tmp_path / "data"
    (folder / "event_location").mkdir(parents=True)
    (folder / "rams").mkdir()
    with (folder / "event_location/event_location_open.jsonl").open("w", encoding="utf-8") as out:
        for number in range(40):
            text, verb, place = ROWS[number % len(ROWS)]
            start, where = text.index(verb), text.index(place)
            row = {
                "id": f"row-{number}", "text": text, "source": "own", "annotator": "a", "adjudicated_gold": False,
                "verbs": [{"start": start, "end": start + len(verb), "text": verb}],
                "locations": [{"start": where, "end": where + len(place), "text": place}],
            }  # fmt: skip
            out.write(json.dumps(row) + "\n")
    with (folder / "rams/dev.jsonl").open("w", encoding="utf-8") as out:
        for number, (text, verb, _) in enumerate(ROWS):
            words = text.removesuffix(".").split()
            start = text.index(verb)
            record = {
                "docid": f"d{number}", "event_type": "conflict.attack.n/a", "text": text, "sentences": [words],
                "trigger": {"start": start, "end": start + len(verb)},
            }  # fmt: skip
            out.write(json.dumps(record) + "\n")
    return folder


def test_the_plan_names_every_stage_and_what_is_left_out(tmp_path: Path) -> None:
    lines = run("--plan", "--out", str(tmp_path), "--without", "polnear").splitlines()
    assert [line.split()[0] for line in lines] == [stage.name for stage in STAGES]
    assert next(line for line in lines if line.startswith("attribution")).split()[1:3] == ["left", "out"]


def test_unknown_set_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "training", "--plan", "--out", str(tmp_path), "--without", "muc5"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode != 0 and "muc5" in done.stderr and "muc4" in done.stderr


def test_every_stage_runs_modules_that_are_there(tmp_path: Path) -> None:
    plan = Plan(tmp_path, tmp_path, tmp_path, without=("ewt",))
    for stage in STAGES:
        for command in stage.commands(plan):
            assert importlib.util.find_spec(command[0]) is not None, command
        assert stage.leaves


def test_sites_from_end_to_end_and_not_twice(data: Path, tmp_path: Path) -> None:
    words = [
        "--data",
        str(data),
        "--out",
        str(tmp_path / "run"),
        "--into",
        str(tmp_path / "made"),
        "--stages",
        "sites",
    ]
    assert "done in" in run(*words)
    weights = json.loads((tmp_path / "made" / SITES).read_text("utf-8"))
    assert weights
    assert run(*words).split()[:2] == ["sites", "done"]
    (tmp_path / "made" / SITES).write_text("{}", "utf-8")
    assert "done in" in run(*words)
    assert json.loads((tmp_path / "made" / SITES).read_text("utf-8")) == weights


def test_event_words_from_end_to_end(data: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training takes torch, which the package doesn't")
    pytest.importorskip("sklearn")
    made = tmp_path / "made"
    shutil.copytree(ROOT / TAGGER, made / TAGGER)
    (made / TAGGER / "events.npz").unlink()
    words = ["--data", str(data), "--out", str(tmp_path / "run"), "--into", str(made), "--stages", "events"]
    printed = run(*words, "--share", "0.02")
    assert '"average precision"' in printed
    assert (made / TAGGER / "events.npz").stat().st_size > 100_000
    assert (tmp_path / "run/events/rams.npz").exists()


def test_arguments_default_to_every_stage() -> None:
    assert arguments([]).stages == [stage.name for stage in STAGES]

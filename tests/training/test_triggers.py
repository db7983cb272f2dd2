"""The head of event words: labels of public sets in our vocabulary, rows for training, and what the shipped head sees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from training.triggers.gold import OPEN, TABLE, TAME, Labelled, rams
from training.triggers.kinds import KAIROS, NONE, UNKNOWN, of_kairos
from training.triggers.words import CLASSES, Rows, rows, settled

from dateline.annotate.tagger import NAMING, Tagger
from dateline.model.vocabulary import EventType, Mode

SENTENCE = "Gunmen attacked a mill near the river and the miller fled .".split()


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger.load()


def test_rows_of_kinds_name_our_vocabulary() -> None:
    kinds = {kind.value for kind in EventType} | {NONE, UNKNOWN}
    for line in KAIROS.strip().splitlines():
        _, kind, mode = (cell.strip() for cell in line.split("|"))
        assert kind in kinds and (mode == "-" or Mode(mode)), line


@pytest.mark.parametrize(
    ("kind", "ours"),
    [
        ("Conflict.Attack.DetonateExplode", ("ASSAULT", "bombing")),
        ("justice.releaseparole.n/a", ("RETREAT", "")),
        ("life.die.nonviolentdeath", (NONE, "")),
        ("movement.transportperson.selfmotion", (UNKNOWN, "")),
    ],
)
def test_kinds(kind: str, ours: tuple[str, str]) -> None:
    assert of_kairos(kind) == ours


@pytest.mark.parametrize(
    ("label", "types", "found"),
    [
        ("ASSAULT", set(), "ASSAULT"),
        (OPEN, set(), NONE),
        (OPEN, {"AID"}, UNKNOWN),
        (TAME, {"ASSAULT"}, NONE),
        (TAME, {"ASSAULT", "AID"}, UNKNOWN),
        (TABLE, {"AID"}, "AID"),
        (TABLE, {"AID", "COERCE"}, UNKNOWN),
    ],
)
def test_labels_settled_by_the_tables(label: str, types: set[str], found: str) -> None:
    assert settled(label, frozenset(types)) == found


def test_rows_hold_content_words_with_labels(tagger: Tagger, tmp_path: Path) -> None:
    labels = ["ASSAULT" if word == "attacked" else OPEN for word in SENTENCE]
    made = rows([Labelled(tuple(SENTENCE), tuple(labels), held_out=True)], tagger, 1.0)
    assert [CLASSES[c] for c in made.classes].count("ASSAULT") == 1
    assert made.held_out.all() and made.states.shape[0] == len(made.classes) >= 4
    made.save(tmp_path / "set.npz")
    again = Rows.load(tmp_path / "set.npz")
    assert (again.states == made.states).all() and (again.unlisted == made.unlisted).all()


def test_rams_marks_its_trigger_alone(tmp_path: Path) -> None:
    record = {
        "docid": "d", "event_type": "conflict.attack.n/a", "text": " ".join(SENTENCE), "sentences": [SENTENCE],
        "trigger": {"start": 7, "end": 15},
    }  # fmt: skip
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps(record) + "\n", "utf-8")
    (only,) = rams(path)
    assert [w for w, label in zip(only.words, only.labels, strict=True) if label == "ASSAULT"] == ["attacked"]
    assert set(only.labels) == {"ASSAULT", UNKNOWN}


def test_states_are_those_behind_the_tags(tagger: Tagger) -> None:
    long = SENTENCE * 20  # cut into parts
    states, tags = tagger.states([SENTENCE, long]), tagger.tag([SENTENCE, long])
    assert [len(s) for s in states] == [len(SENTENCE), len(long)]
    assert [(upos, xpos) for s in states for _, upos, xpos in s] == [
        (t.upos, t.xpos) for s in tags for t in s
    ]


@pytest.mark.parametrize(
    ("words", "word", "kind"),
    [
        (
            "Two rockets hit a police station near Mosul on Tuesday , killing four officers .",
            "hit",
            "ASSAULT",
        ),
        ("Gunmen abducted three aid workers near Goma on Tuesday , police said .", "abducted", "ASSAULT"),
        ("The striker fired wide in the second half .", "fired", None),
        ("In the film , rebels storm the palace .", "storm", None),
    ],
)
def test_the_shipped_head_tells_events_from_figures(
    tagger: Tagger, words: str, word: str, kind: str | None
) -> None:
    split = words.split()
    (tags,) = tagger.tag([split])
    shares = dict(zip((k.value for k in EventType), tags[split.index(word)].events, strict=True))
    assert (shares[kind] > 0.6) if kind else (sum(shares.values()) < 0.4), shares


def test_words_that_name_nothing_have_no_shares(tagger: Tagger) -> None:
    (tags,) = tagger.tag([SENTENCE])
    assert all(bool(t.events) == (t.upos in NAMING) for t in tags)
    assert all(0 <= share <= 1 for t in tags for share in t.events)

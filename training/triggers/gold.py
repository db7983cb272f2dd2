"""Sentences whose event words somebody marked: public sets and our own texts in, words with labels out.

A label is an event type, `NONE`, or one of four that wait for the tagger's word: `UNKNOWN` trains nothing; `OPEN` is NONE
where the reader's tables don't list the word, else unknown; `TAME` is NONE too where they list it for attacks only (pages
without violence); `TABLE` is the one type that the tables list it with, else unknown. Held-out parts: a fifth of RAMS and
event_location by hash, the documents of WikiEvents that the tagger holds out, PLOVER's half `check`, ECB+'s topics from 30.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.event_types import half_of
from training.corpora import conllu, documents, hashed
from training.texts.generate import texts
from training.triggers.kinds import NONE, PLOVER, UNKNOWN, of_kairos
from training.words import words

from dateline.annotate.pipeline import split_words

OPEN, TAME, TABLE = "OPEN", "TAME", "TABLE"
FATES = frozenset(
    "die dies died dead death deaths injured injuries wounded victim victims casualties".split()
)
"""Words of KAIROS's deaths and injuries that tell of harm, not of who did what."""
VIOLENT = frozenset({3, 8, 13, 14, 15, 18, 19, 22, 24, 26, 32, 33})
"""Topics of ECB+ in which somebody is attacked, robbed or flees; the others are of sports, products and persons."""
SEEDS = {"train": 1, "held out": 99}


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence; `held_out` keeps it from training."""

    words: tuple[str, ...]
    labels: tuple[str, ...]
    held_out: bool = False


def own(count: int, seed: str) -> Iterator[Labelled]:
    """Texts of the generator."""
    for text in texts(count, SEEDS[seed]):
        rest = NONE if text.kind == "distractor" else OPEN
        for _, bounds in split_words(text.text):
            labels = [rest] * len(bounds)
            for i, (a, b) in enumerate(bounds):
                for event in text.events:
                    if a < event.end and event.start < b:
                        labels[i] = NONE if event.certainty == "none" else event.type
            yield Labelled(tuple(text.text[a:b] for a, b in bounds), tuple(labels), seed != "train")


def rams(path: Path) -> Iterator[Labelled]:
    """The sentences of RAMS with a marked trigger of a known type; the other words train nothing."""
    for record in documents(path):
        kind, (start, end) = of_kairos(record["event_type"])[0], _ends(record["trigger"])
        place = 0
        for sentence in record["sentences"]:
            bounds = []
            for word in sentence:
                place = record["text"].index(word, place)
                bounds.append((place, place + len(word)))
                place += len(word)
            labels = [kind if a < end and start < b else UNKNOWN for a, b in bounds]
            if kind != UNKNOWN and kind in labels:
                yield Labelled(
                    tuple(sentence), _without_fates(sentence, labels, kind), hashed(record["docid"]) % 5 == 0
                )


def wikievents(path: Path) -> Iterator[Labelled]:
    """The sentences of WikiEvents."""
    for record in documents(path):
        marked = [(*_ends(e["trigger"]), of_kairos(e["type"])[0]) for e in record["events"]]
        start = 0
        for sentence in record["sentences"]:
            start = record["text"].index(sentence, start)
            bounds = words(record["text"], start, start + len(sentence))
            start += len(sentence)
            tokens = [record["text"][a:b] for a, b in bounds]
            labels = [next((kind for x, y, kind in marked if a < y and x < b), OPEN) for a, b in bounds]
            yield Labelled(
                tuple(tokens), _without_fates(tokens, labels, "ASSAULT"), hashed(record["docid"]) % 6 == 0
            )


def _ends(span: dict[str, Any]) -> tuple[int, int]:
    return span["start"], span["end"]


def _without_fates(tokens: Sequence[str], labels: Sequence[str], kind: str) -> tuple[str, ...]:
    return tuple(
        UNKNOWN if label == kind == "ASSAULT" and token.lower() in FATES else label
        for token, label in zip(tokens, labels, strict=True)
    )


def event_location(path: Path) -> Iterator[Labelled]:
    """The rows of one annotator: the marked verbs, with the type that the tables give."""
    rows = documents(path)
    adjudicated = {row["text"] for row in rows if row["adjudicated_gold"]}
    for row in rows:
        if row["text"] not in adjudicated:
            verbs = [_ends(verb) for verb in row["verbs"]]
            bounds = words(row["text"], 0, len(row["text"]))
            labels = tuple(TABLE if any(a < y and x < b for x, y in verbs) else UNKNOWN for a, b in bounds)
            yield Labelled(tuple(row["text"][a:b] for a, b in bounds), labels, hashed(row["id"]) % 5 == 0)


def plover(path: Path) -> Iterator[Labelled]:
    """PLOVER's sentences: the first marked span is the event of the sentence's type."""
    for row in documents(path):
        spans = [_ends(s) for s in row.get("spans") or () if s["label"] == "EVT"]
        kind = PLOVER.get(row["event_type"], row["event_type"])
        bounds = words(row["text"], 0, len(row["text"]))
        labels = []
        for a, b in bounds:
            inside = next((n for n, (x, y) in enumerate(spans) if a < y and x < b), None)
            labels.append(OPEN if inside is None else kind if inside == 0 else UNKNOWN)
        held_out = half_of(row["id"]) == "check"
        yield Labelled(tuple(row["text"][a:b] for a, b in bounds), tuple(labels), held_out)


def ecbplus(path: Path) -> Iterator[Labelled]:
    """ECB+'s checked sentences: pages without violence say what is no event."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            text, topic = record["text"].replace("``", '" ').replace("''", '" '), int(record["topic"])
            label = OPEN if topic in VIOLENT else TAME
            for sentence in record["sentences"]:
                bounds = words(text, sentence["start"], sentence["end"])
                if sentence["sent_id"] in record["validated_sentences"] and bounds:
                    tokens = tuple(text[a:b] for a, b in bounds)
                    yield Labelled(tokens, (label,) * len(tokens), topic >= 30)


def ewt(path: Path) -> Iterator[Labelled]:
    """Reviews, answers and mail of EWT, where nobody is attacked."""
    for document, rows in conllu(path):
        if document.startswith(("reviews", "answers", "email")):
            yield Labelled(tuple(row[1] for row in rows), (TAME,) * len(rows))


SETS: tuple[tuple[str, str, Callable[[Path], Iterator[Labelled]], float, float], ...] = (
    ("rams", "rams/dev.jsonl", rams, 1.5, 1.0),
    ("wikievents", "wikievents/dev.jsonl", wikievents, 1.0, 1.0),
    ("event_location", "event_location/event_location_open.jsonl", event_location, 0.5, 1.0),
    ("plover_gsr", "plover_cameo/plover_gsr.jsonl", plover, 2.0, 1.0),
    ("ecbplus", "ecbplus/train.jsonl.gz", ecbplus, 0.5, 0.3),
    ("ewt", "ud/en_ewt-train.conllu.gz", ewt, 0.5, 0.15),
)
"""Each public set: name, file, reader, weight of its words in the loss, share kept of its words that are no event."""

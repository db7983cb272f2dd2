"""Readers of the training sets: files of the data folder in, `Example` sentences out.

Sets: `ewt` and `gum` (CoNLL-U, Universal Dependencies), `gum` entities from its `Entity` column, `re3d` and `wikievents`
(entities only). GUM's non-commercial genres are never read; its documents keep their published split (the splits.md of
the corpus; the same as `split` in temporal/gum_dates_entities.jsonl). re3d has no split: every sixth document by hash
is development.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from training.distant import partial_tags, treebank_tags
from training.entities import ECB_TYPES, KAIROS_TYPES, RE3D_TYPES, Mention
from training.words import sentences, words

from training import entities

GUM_GENRES = {
    "news": 3,
    "court": 2,
    "interview": 2,
    "speech": 2,
    "bio": 1,
    "academic": 1,
    "textbook": 1,
    "voyage": 1,
}
"""Genres that are read, with how often an epoch shows them. Fiction, how-to guides, essays, letters and podcasts are
non-commercial; conversations and vlogs are free, but nothing like news."""

GUM_DEV = frozenset(
    [
        "academic_exposure",
        "academic_librarians",
        "bio_byron",
        "bio_emperor",
        "court_loan",
        "court_negligence",
        "interview_cyclone",
        "interview_gaming",
        "news_homeopathic",
        "news_iodine",
        "speech_impeachment",
        "speech_inauguration",
        "textbook_governments",
        "textbook_labor",
        "voyage_athens",
        "voyage_coron",
    ]
)
GUM_TEST = frozenset(
    [
        "academic_discrimination",
        "academic_eegimaa",
        "bio_dvorak",
        "bio_jespersen",
        "court_insanity",
        "court_mitigation",
        "interview_hill",
        "interview_libertarian",
        "news_nasa",
        "news_sensitive",
        "speech_austria",
        "speech_newzealand",
        "textbook_chemistry",
        "textbook_union",
        "voyage_oakland",
        "voyage_vavau",
    ]
)
PARTIAL = frozenset({"ecbplus", "event_location", "re3d"})
"""Sets that mark some names of a sentence and not others."""
ENTITY_WEIGHT = 2
"""How often an epoch shows the sentences of re3d and WikiEvents."""


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence: `upos`, `xpos`, `heads` (-1 root) and `deprels` empty without a parse, `tags` without entities."""

    source: str
    words: tuple[str, ...]
    upos: tuple[str, ...] = ()
    xpos: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpora:
    """Training sentences with repeats for emphasis, and the development sets by name."""

    train: list[Example]
    dev: dict[str, list[Example]]


def hashed(name: str) -> int:
    """Return a stable number for a document's name."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16)


def conllu(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield (document, rows of ten columns) per sentence, without multiword ranges (3-4) and empty nodes (8.1)."""
    document, rows = "", []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                document = line.split(" = ")[1].strip()
            elif line.strip() and not line.startswith("#"):
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                yield document, [row for row in rows if row[0].isdigit()]
                rows = []


def parsed(source: str, rows: Sequence[Sequence[str]]) -> Example:
    """Return the example of one CoNLL-U sentence, without entities."""
    return Example(
        source=source,
        words=tuple(row[1] for row in rows),
        upos=tuple(row[3] for row in rows),
        xpos=tuple(row[4] for row in rows),
        heads=tuple(int(row[6]) - 1 for row in rows),
        deprels=tuple(row[7] for row in rows),
        lemmas=tuple(row[2] for row in rows),
    )


def gum_mentions(rows: Sequence[Sequence[str]]) -> list[Mention]:
    """Return the mentions that open and close in this sentence, from `Entity=(9-place-new-…` … `Entity=9)`."""
    opened: dict[str, list[tuple[int, str]]] = {}
    found = []
    for i, row in enumerate(rows):
        column = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for opening, closing in re.findall(r"\(([^()]*\)?)|([^()]+)\)", column):
            number, _, rest = (opening or closing).rstrip(")").partition("-")
            if opening:
                opened.setdefault(number, []).append((i, rest.partition("-")[0]))
            if closing or opening.endswith(")"):
                start, kind = opened[number].pop() if opened.get(number) else (i, "")
                found.append(Mention(start, i + 1, kind))
    return found


def gum(path: Path) -> Iterator[tuple[str, str, Example]]:
    """Yield (document without prefix, genre, example) for each sentence of the genres that we read."""
    for document, rows in conllu(path):
        name = document.removeprefix("GUM_")
        genre = name.partition("_")[0]
        if genre in GUM_GENRES:
            example = parsed("gum", rows)
            found = entities.gum_names(example.words, example.upos, example.heads, gum_mentions(rows))
            yield name, genre, replace(example, tags=tuple(entities.bio(len(rows), found)))


def marked(
    source: str, text: str, spans: Iterable[list[tuple[int, int]]], mentions: Sequence[tuple[int, int, str]]
) -> Iterator[Example]:
    """Yield an example per sentence from word spans and (start, end, type) character mentions of one document.

    Sets in `PARTIAL` don't mark every name, so that other capitalised words stay open.
    """
    lower = frozenset(text.split())
    for sentence in spans:
        tokens = [text[start:end] for start, end in sentence]
        here = [m for a, b, kind in mentions if (m := _word_mention(sentence, a, b, kind)) is not None]
        names = entities.character_names(tokens, here, lower)
        names += nationalities(tokens, alone=source in PARTIAL)
        tags = partial_tags(tokens, names) if source in PARTIAL else entities.bio(len(tokens), names)
        yield Example(source, tuple(tokens), tags=tuple(tags))


def nationalities(tokens: Sequence[str], alone: bool) -> list[Mention]:
    """Return the demonyms of a sentence; with `alone`, none that may open a longer name (Syrian Arab Army)."""
    after = [*tokens[1:], ""]
    return [
        Mention(i, i + 1, "NATIONALITY")
        for i, token in enumerate(tokens)
        if token in entities.DEMONYMS and not (alone and entities.is_capital(after[i]))
    ]


def _word_mention(sentence: Sequence[tuple[int, int]], start: int, end: int, kind: str) -> Mention | None:
    inside = [i for i, (a, b) in enumerate(sentence) if a < end and b > start]
    return Mention(inside[0], inside[-1] + 1, kind) if inside else None


def documents(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def re3d(path: Path) -> Iterator[tuple[str, Example]]:
    """Yield (document, example) without the BBC's documents and without the machine's unconfirmed mentions."""
    for record in documents(path):
        if "NC" not in record["licence"]:
            kept = [
                (e["start"], e["end"], RE3D_TYPES[e["type"]])
                for e in record["entities"]
                if e["type"] in RE3D_TYPES and e["offset_ok"] and e["confidence"]
            ]
            for example in marked("re3d", record["text"], sentences(record["text"]), kept):
                yield record["docid"], example


def wikievents(path: Path) -> Iterator[tuple[str, Example]]:
    """Yield (document, example); sentences are the set's own, their entities typed after KAIROS."""
    for record in documents(path):
        text, start, spans = record["text"], 0, []
        for sentence in record["sentences"]:
            start = text.index(sentence, start)
            spans.append(words(text, start, start + len(sentence)))
            start += len(sentence)
        kept = [
            (e["start"], e["end"], KAIROS_TYPES[e["type"]])
            for e in record["entities"]
            if e["type"] in KAIROS_TYPES
        ]
        for example in marked("wikievents", text, spans, kept):
            yield record["docid"], example


def ecbplus(path: Path) -> Iterator[tuple[str, Example]]:
    """Yield (document, example) of ECB+'s checked sentences, whose participants and places are marked."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            text = record["text"].replace("``", '" ').replace("''", '" ')
            kept = [
                (m["start"], m["end"], ECB_TYPES[m["tag"]])
                for m in record["mentions"]
                if m["tag"] in ECB_TYPES and not m["discontinuous"]
            ]
            checked = [s for s in record["sentences"] if s["sent_id"] in record["validated_sentences"]]
            spans = [words(text, s["start"], s["end"]) for s in checked]
            for example in marked("ecbplus", text, spans, kept):
                yield record["docid"], example


def event_location(path: Path) -> Iterator[tuple[str, Example]]:
    """Yield (sentence id, example) of two fifths of the sentences; the place of each event is marked."""
    for record in documents(path):
        if hashed(record["id"]) % 5 < 2:
            text = record["text"]
            kept = [(place["start"], place["end"], "PLACE") for place in record["locations"]]
            for example in marked("event_location", text, [words(text, 0, len(text))], kept):
                yield record["id"], example


def treebank(path: Path) -> Iterator[Example]:
    """Yield the sentences of EWT with the entity labels that `distant` can be sure of."""
    for _, rows in conllu(path):
        example = parsed("ewt", rows)
        arcs = list(zip(example.heads, example.deprels, strict=True))
        yield replace(example, tags=tuple(treebank_tags(example.words, example.upos, arcs)))


def load(data: Path, without: Sequence[str] = ()) -> Corpora:
    """Read every set but those named in `without`; the development sets stay, as they only measure."""
    train: list[Example] = []
    dev: dict[str, list[Example]] = {"ewt": [], "gum": [], "re3d": [], "wikievents": []}
    if "ewt" not in without:
        train += treebank(data / "ud/en_ewt-train.conllu.gz")
    dev["ewt"] = [parsed("ewt", rows) for _, rows in conllu(data / "ud/en_ewt-dev.conllu.gz")]
    for name, genre, example in gum(data / "ud/gum.conllu.gz"):
        if name in GUM_DEV:
            dev["gum"].append(example)
        elif name not in GUM_TEST and "gum" not in without:
            train += [example] * GUM_GENRES[genre]
    if "ecbplus" not in without:
        train += [example for _, example in ecbplus(data / "ecbplus/train.jsonl.gz")]
    if "event_location" not in without:
        train += [example for _, example in event_location(data / "event_location/event_location_open.jsonl")]
    named = (
        ("re3d", re3d(data / "re3d/re3d.jsonl")),
        ("wikievents", wikievents(data / "wikievents/dev.jsonl")),
    )
    for source, examples in named:
        for name, example in examples:
            if hashed(name) % 6 == 0:
                dev[source].append(example)
            elif source not in without:
                train += [example] * ENTITY_WEIGHT
    return Corpora(train, {name: examples for name, examples in dev.items() if examples})

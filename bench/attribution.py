"""How well attributions are found, on PolNeAR: source, cue and content, exact and by overlap.

    python -m bench.attribution [--data DIR] [--split dev] [--limit N] [--errors N] [--cues] [--clear]

DIR holds dev.jsonl or train.jsonl.gz with one document a line. PolNeAR (Newell, Margolin and Ruths 2018) marks views,
intents and reactions without a reported clause too: measured is the wide net of `training/attribution`.
With `--clear` only the frames of the rules are measured, from which a reading's quotes are made; they find few of the
indirect kind by design, and their precision says more.

Frames with one cue are one attribution; a quotation that goes on without a cue joins the one before by its speaker.
A found attribution and a true one are paired by the characters that their contents share. `exact`: the same
characters but for marks, white space and a leading "that". `overlap`: any shared character. The kind is the text's:
direct where all of the content stands between quotation marks, mixed where part of it does.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.figures import Figure
from training.attribution.view import score_frames

from dateline.annotate.attribution import Frame, find_frames
from dateline.annotate.pipeline import annotate_syntax
from dateline.annotate.quotation_marks import quoted_stretches
from dateline.annotate.tagger import Tagger
from dateline.model.annotation import AnnotatedDocument
from dateline.model.document import Document

ROLES = ("source", "cue", "content")
KINDS = ("direct", "mixed", "indirect")
EDGES = " \t\n\r.,;:!?\"'“”‘’…-–—«»"


@dataclass
class Attribution:
    """One attribution as sets of character offsets by role."""

    source: set[int]
    cue: set[int]
    content: set[int]
    kind: str = ""


@dataclass
class Counts:
    """Hits among the found and the true ones, by (kind, role, measure)."""

    hits: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    true: Counter[tuple[str, str]] = field(default_factory=Counter)
    hits_true: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def row(self, kind: str, role: str, measure: str) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        precision = self.hits[kind, role, measure] / max(1, self.found[kind, role])
        recall = self.hits_true[kind, role, measure] / max(1, self.true[kind, role])
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The first annotator's documents of a split."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as lines
    ):
        for line in lines:
            record = json.loads(line)
            if record["annotation_no"] == 0:
                yield record


def true_attributions(record: dict[str, Any]) -> list[Attribution]:
    """The gold attributions that have a cue and a content."""
    found = []
    for item in record["attributions"]:
        sets = [_characters(item[role]) for role in ROLES]
        if sets[1] and sets[2]:
            found.append(Attribution(*sets))
    return found


def _characters(parts: list[dict[str, Any]]) -> set[int]:
    return {i for part in parts for start, end in part["spans"] for i in range(start, end)}


def found_attributions(annotated: AnnotatedDocument, frames: Sequence[Frame]) -> list[Attribution]:
    """Frames grouped by their cue; a frame without one joins the last group of its speaker."""
    groups: dict[tuple[int, int], Attribution] = {}
    by_source: dict[tuple[int, int] | None, Attribution] = {}
    for frame in sorted(
        (f for f in frames if f.cue or f.direct), key=lambda f: (f.cue is None, f.contents[0])
    ):
        source = _run(annotated, frame.source) if frame.source else set()
        content = {i for run in frame.contents for i in _run(annotated, run)}
        group = groups.get(frame.cue) if frame.cue else by_source.get(frame.source)
        if group is None:
            group = Attribution(source, _run(annotated, frame.cue) if frame.cue else set(), content)
            groups[frame.cue or (-frame.contents[0][0] - 1, 0)] = group
        else:
            group.source |= source
            group.content |= content
        by_source.setdefault(frame.source, group)
    return list(groups.values())


def _run(annotated: AnnotatedDocument, run: tuple[int, int]) -> set[int]:
    return set(range(annotated.tokens[run[0]].start, annotated.tokens[run[1]].end))


def trimmed(text: str, characters: set[int]) -> set[int]:
    """A set of characters without marks and spaces, and without a leading "that"."""
    kept = sorted(i for i in characters if text[i] not in EDGES)
    if (
        len(kept) > 4
        and "".join(text[i] for i in kept[:4]).lower() == "that"
        and text[kept[0] + 4 : kept[0] + 5] == " "
    ):
        kept = kept[4:]
    return set(kept)


def kind_of(text: str, quoted: set[int], content: set[int]) -> str:
    """Whether the content is direct, mixed or indirect."""
    kept = trimmed(text, content)
    inside = len(kept & quoted) / max(1, len(kept))
    return "direct" if inside > 0.95 else "mixed" if inside > 0 else "indirect"


def paired(true: list[Attribution], found: list[Attribution]) -> list[tuple[Attribution, Attribution]]:
    """The best pairs by shared characters of content over all characters of both, each used once."""
    scored = [
        (len(t.content & f.content) / len(t.content | f.content) + 0.5 * bool(t.cue & f.cue), n, m)
        for n, t in enumerate(true)
        for m, f in enumerate(found)
        if t.content & f.content
    ]
    pairs, used_true, used_found = [], set(), set()
    for _, n, m in sorted(scored, reverse=True):
        if n not in used_true and m not in used_found:
            pairs.append((true[n], found[m]))
            used_true.add(n)
            used_found.add(m)
    return pairs


def count(text: str, true: list[Attribution], found: list[Attribution], counts: Counts) -> list[Attribution]:
    """Add one document's counts; returns the found attributions that no true one answers to."""
    quoted = {i for s in quoted_stretches(text) for i in range(s.start, s.end)}
    for side, total in ((true, counts.true), (found, counts.found)):
        for item in side:
            item.kind = kind_of(text, quoted, item.content)
            for role in ROLES:
                if getattr(item, role):
                    total[item.kind, role] += 1
                    total["all", role] += 1
    pairs = paired(true, found)
    for one, other in pairs:
        for role in ROLES:
            for measure in _agreement(text, getattr(one, role), getattr(other, role)):
                for kind in (other.kind, "all"):
                    counts.hits[kind, role, measure] += 1
                for kind in (one.kind, "all"):
                    counts.hits_true[kind, role, measure] += 1
    matched = {id(other) for _, other in pairs}
    return [item for item in found if id(item) not in matched]


def _agreement(text: str, one: set[int], other: set[int]) -> Iterator[str]:
    if one & other:
        yield "overlap"
        if trimmed(text, one) == trimmed(text, other):
            yield "exact"


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """F1 of source, cue and content, exact and by overlap, of the wide net."""
    figures, tagger = [], Tagger.load()
    for path in (folder / name for name in ("dev.jsonl", "test.jsonl") if (folder / name).exists()):
        counts = Counts()
        for record in islice(documents(path), limit):
            annotated = annotate_syntax(Document(record["docid"], record["text"]), tagger)
            frames = tuple(each.frame for each in score_frames(annotated, find_frames(annotated)))
            found = found_attributions(annotated, frames)
            count(record["text"], true_attributions(record), found, counts)
        for role in ROLES:
            for agreement in ("overlap", "exact"):
                asked = 0.65 if agreement == "overlap" and role != "cue" else None
                value, n = counts.row("all", role, agreement)[2], counts.true["all", role]
                figures.append(Figure("PolNeAR", f"{role}, F1 {agreement}", value, n, path.name, "", asked))
    return figures


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=Path("../shared/data/polnear"))
    ask.add_argument("--split", choices=("dev", "train"), default="dev")
    ask.add_argument("--limit", type=int, default=10**9, help="documents at most")
    ask.add_argument("--errors", type=int, default=0, help="print that many false alarms")
    ask.add_argument("--cues", action="store_true", help="print each cue lemma's hits and false alarms")
    ask.add_argument("--clear", action="store_true", help="the frames of the rules alone")
    opts = ask.parse_args()
    counts, wrong, cues, seconds = Counts(), [], Counter[tuple[str, bool]](), 0.0
    tagger, number = Tagger.load(), 0
    for record in documents(opts.data / ("dev.jsonl" if opts.split == "dev" else "train.jsonl.gz")):
        if number >= opts.limit:
            break
        number += 1
        annotated = annotate_syntax(Document(record["docid"], record["text"]), tagger)
        started = perf_counter()
        frames = find_frames(annotated)
        if not opts.clear:
            frames = tuple(scored.frame for scored in score_frames(annotated, frames))
        seconds += perf_counter() - started
        found = found_attributions(annotated, frames)
        false = count(record["text"], true_attributions(record), found, counts)
        wrong.extend((record["text"], item) for item in false)
        missed = {min(item.cue) for item in false if item.cue}
        for frame in {f.cue: f for f in frames if f.cue}.values():
            assert frame.cue is not None
            cues[frame.verb_lemma, annotated.tokens[frame.cue[0]].start not in missed] += 1
    report(counts, number, seconds)
    for text, item in wrong[: opts.errors]:
        print(
            item.kind,
            "|",
            _words(text, item.source),
            "|",
            _words(text, item.cue),
            "|",
            _words(text, item.content),
        )
    if opts.cues:
        for lemma in sorted({lemma for lemma, _ in cues}, key=lambda k: -cues[k, False]):
            print(f"{lemma:15} right {cues[lemma, True]:5} wrong {cues[lemma, False]:5}")


def _words(text: str, characters: set[int]) -> str:
    return text[min(characters) : max(characters) + 1][:160].replace("\n", " ") if characters else "-"


def report(counts: Counts, number: int, seconds: float) -> None:
    """Print one row for each kind and role."""
    print(f"{number} documents, {1000 * seconds / max(1, number):.1f} ms a document without parsing")
    print(f"{'kind':9} {'role':8} {'found':>6} {'true':>6}   exact P     R    F1   overlap P     R    F1")
    for kind in ("all", *KINDS):
        for role in ROLES:
            exact, overlap = counts.row(kind, role, "exact"), counts.row(kind, role, "overlap")
            numbers = "  ".join(f"{x:.3f}" for x in (*exact, *overlap))
            print(f"{kind:9} {role:8} {counts.found[kind, role]:6} {counts.true[kind, role]:6}   {numbers}")


if __name__ == "__main__":
    main()

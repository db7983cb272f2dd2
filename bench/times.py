"""How well expressions of time are found and resolved: GUM's resolved dates, and TimeML files.

    python -m bench.times [--data DIR] [--untagged] [--errors] [--genre NAME]

GUM (`temporal/gum_dates_entities.jsonl` under DIR) gives dates as intervals: a found date counts when it overlaps a
gold one, its value when both intervals are the same; news is reported apart. TimeML (`*.tml` anywhere under DIR)
is scored as in TempEval-3: relaxed F1 of the extents and F1 of the values. `--untagged` leaves out the model.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree

from bench.figures import Figure
from bench.timex import marks
from bench.timex_vague import vague_marks

from dateline.annotate.pipeline import annotate_syntax
from dateline.annotate.tagger import Tagger, WordTags
from dateline.annotate.times import read_times
from dateline.annotate.times.context import Resolved
from dateline.annotate.times.periods import month, year
from dateline.model.annotation import AnnotatedDocument
from dateline.model.document import Document

LED = frozenset("since since-clause onward until by before after same part bounded".split())


class NoTags:
    """Stands in for the model: words without tags."""

    def tag(self, sentences: list[list[str]]) -> list[list[WordTags]]:
        return [[WordTags("", "", -1, "", "O", 0.0) for _ in sentence] for sentence in sentences]


@dataclass
class Score:
    """Counts of gold marks, marks made, overlaps, overlaps with a value to judge, those right, and open ones."""

    gold: int = 0
    made: int = 0
    overlapping: int = 0
    right: int = 0
    valued: int = 0
    open: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        self.gold += other.gold
        self.made += other.made
        self.overlapping += other.overlapping
        self.right += other.right
        self.valued += other.valued
        self.open += other.open
        self.errors += other.errors

    @property
    def extent_f1(self) -> float:
        """F1 of the extents, by overlap."""
        return 2 * self.overlapping / max(self.gold + self.made, 1)

    @property
    def value_f1(self) -> float:
        """F1 of the values, without those that gold leaves open."""
        return 2 * self.right / max(self.gold + self.made - 2 * self.open, 1)

    def line(self, name: str) -> str:
        extent, value = 100 * self.extent_f1, 100 * self.value_f1
        accuracy = 100 * self.right / max(self.valued, 1)
        return (
            f"{name:12} gold {self.gold:5}  made {self.made:5}  extent F1 {extent:5.1f}  "
            f"value F1 {value:5.1f}  value accuracy {accuracy:5.1f}"
        )


@dataclass(frozen=True)
class Mark:
    """A stretch of text and its value; an empty value is found but not judged."""

    start: int
    end: int
    value: str
    text: str


def compare(gold: list[Mark], made: list[Mark], name: str) -> Score:
    """Relaxed matching, each mark used once, in text order."""
    score = Score(len(gold), len(made))
    free = list(made)
    for want in gold:
        got = next((m for m in free if m.start < want.end and want.start < m.end), None)
        if got is None:
            score.errors.append(f"{name} MISSED {want.text!r} {want.value}")
            continue
        free.remove(got)
        score.overlapping += 1
        score.valued += bool(want.value)
        score.right += bool(want.value) and got.value == want.value
        score.open += not want.value
        if want.value and got.value != want.value:
            score.errors.append(f"{name} VALUE {want.text!r} want {want.value} got {got.text!r} {got.value}")
    score.errors += [f"{name} INVENTED {extra.text!r} {extra.value}" for extra in free]
    return score


def dates(done: Resolved) -> Iterator[Resolved]:
    """The dates inside an expression as GUM marks them: the ends of a range, what follows "since"."""
    if done.expression.sense in LED and "x" in done.inner:
        yield from dates(done.inner["x"])
    elif done.expression.sense == "range" and done.inner:
        yield from dates(done.inner["x"])
        yield from dates(done.inner["y"])
    elif done.natural is not None:
        yield done


def partial(text: str, end: bool) -> date | None:
    """An ISO date of any precision as its first or last day; None where it isn't one."""
    try:
        numbers = [int(part) for part in text.partition("T")[0].split("-")]
        if len(numbers) == 1:
            whole = year(numbers[0])
        elif len(numbers) == 2:
            whole = month(*numbers)
        else:
            return date(*numbers[:3])
    except (ValueError, TypeError):
        return None
    return whole.end if end else whole.start


def gum_value(attributes: dict[str, str]) -> str:
    """A TEI date's attributes as "first/last day", empty where an end is open."""
    first = attributes.get("when") or attributes.get("from") or attributes.get("notBefore") or ""
    last = attributes.get("when") or attributes.get("to") or attributes.get("notAfter") or ""
    start, end = partial(first, False), partial(last, True)
    return f"{start}/{end}" if start and end else ""


def published(text: str) -> datetime:
    return datetime.combine(partial(text, False) or date.min, datetime.min.time(), UTC)


def gum(path: Path, tagger: Tagger | NoTags) -> Iterator[tuple[str, Score]]:
    """Each GUM document's genre and score."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        document = Document(record["docid"], record["text"], published=published(record["date_created"]))
        annotated = annotate_syntax(document, tagger)
        made = []
        for done in (inner for top in read_times(annotated) for inner in dates(top)):
            span = annotated.span(done.expression.first, done.expression.last)
            assert done.natural is not None
            made.append(Mark(span.start, span.end, f"{done.natural.start}/{done.natural.end}", span.text))
        gold = [Mark(d["start"], d["end"], gum_value(d["attrs"]), d["text"]) for d in record["dates"]]
        yield record["genre"], compare(gold, made, record["docid"])


def timeml(path: Path, tagger: Tagger | NoTags) -> Score:
    """One TimeML file's score."""
    root = ElementTree.parse(path).getroot()
    created = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if created is None or body is None:
        raise SystemExit(f"{path}: no <DCT> with a TIMEX3 or no <TEXT>; give TempEval-3 files")
    text, gold = inline(body)
    document = Document(path.stem, text, published=published(created.get("value", "")))
    annotated = annotate_syntax(document, tagger)
    return compare(gold, list(timeml_marks(annotated)), path.stem)


def timeml_marks(annotated: AnnotatedDocument) -> Iterator[Mark]:
    """The marks that a TimeML annotator would make: those of resolved expressions, then the vague ones between."""
    words = [token.text.lower() for token in annotated.tokens]
    found = []
    for done in read_times(annotated):
        for made in marks(done, words):
            span = annotated.span(made.first, made.last)
            found.append(Mark(span.start, span.end, made.value, span.text))
    for vague in vague_marks(annotated.document):
        if not any(mark.start < vague.end and vague.start < mark.end for mark in found):
            found.append(Mark(vague.start, vague.end, vague.value, vague.text))
    yield from sorted(found, key=lambda mark: mark.start)


def inline(body: ElementTree.Element) -> tuple[str, list[Mark]]:
    """The text of an element and the TIMEX3 marks in it."""
    parts: list[str] = []
    found: list[Mark] = []

    def walk(element: ElementTree.Element) -> None:
        start = sum(map(len, parts))
        parts.append(element.text or "")
        for child in element:
            walk(child)
        if element.tag == "TIMEX3":
            inside = "".join(parts)[start:]
            found.append(Mark(start, start + len(inside), element.get("value", ""), inside))
        if element is not body:
            parts.append(element.tail or "")

    walk(body)
    return "".join(parts), sorted(found, key=lambda mark: mark.start)


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """F1 of extents and values on GUM's dates and, where there are any, on TimeML files."""
    tagger, scores = Tagger.load(), {"GUM": Score(), "TimeML": Score()}
    path = folder / "gum_dates_entities.jsonl"
    for _, score in islice(gum(path, tagger), limit) if path.exists() else ():
        scores["GUM"].add(score)
    for file in sorted(folder.rglob("*.tml"))[:limit]:
        scores["TimeML"].add(timeml(file, tagger))
    bars = {"GUM": "", "TimeML": "HeidelTime 77.6 on TempEval-3"}
    return [
        figure
        for name, score in scores.items()
        if score.gold
        for figure in (
            Figure(name, "times, extent F1 by overlap", score.extent_f1, score.gold, "dates"),
            Figure(
                name, "times, value F1", score.value_f1, score.gold - score.open, "dates", bars[name], 0.78
            ),
        )
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("DATELINE_DATA", "../shared/data")))
    parser.add_argument("--untagged", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--genre", default="")
    options = parser.parse_args()
    tagger = NoTags() if options.untagged else Tagger.load()
    scores: dict[str, Score] = defaultdict(Score)
    path = options.data / "temporal" / "gum_dates_entities.jsonl"
    for genre, score in gum(path, tagger) if path.exists() else ():
        scores[f"GUM {genre}"].add(score)
        scores["GUM all"].add(score)
    for file in sorted(options.data.rglob("*.tml")):
        scores["TimeML"].add(timeml(file, tagger))
    if not scores:
        raise SystemExit(
            f"{options.data}: neither temporal/gum_dates_entities.jsonl nor .tml files; give --data"
        )
    for name in sorted(scores):
        if options.errors and options.genre in name and name != "GUM all":
            print(*scores[name].errors, sep="\n")
    for name in sorted(scores):
        print(scores[name].line(name))


if __name__ == "__main__":
    main()

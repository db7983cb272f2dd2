"""Event coreference across documents on ECB+ (Cybulska and Vossen 2014), by the CoNLL score.

    python -m bench.ecbplus [--data DIR] [--limit DOCUMENTS]

Mentions of events in validated sentences, within each topic; singletons count. Two settings, each with the baseline
"the same head lemma within the topic" beside it:

    gold mentions   each mention is an event, of no attack, with the places and times of its sentence; among mentions of
                    one lemma, Dateline's linking decides from the evidence of their documents, sentences, places and times
    end to end      the shipped reader's event mentions; a mention that overlaps a gold one stands for it; clusters are
                    the incidents of the topic, and what is in none is the event of its document

Dateline reads and links attacks and political acts; most of ECB+'s events (awards, arrests, trials, launches, quakes)
are none, so that the second setting is low by design. Nothing was tuned on the development topics.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.coreference import METRICS, clusters_of, conll
from bench.figures import Figure, overlaps, records, splits

from dateline.annotate.pipeline import Tools, annotate
from dateline.errors import ReaderError
from dateline.extract.reader import read_document
from dateline.model.annotation import AnnotatedDocument
from dateline.model.document import Document, Span
from dateline.model.incident import Report, ReportedEvent
from dateline.model.reading import Event, Reading
from dateline.model.vocabulary import EventType
from dateline.resolve.cluster import clusters
from dateline.resolve.compare import score
from dateline.resolve.constraints import Constraints
from dateline.resolve.link import link
from dateline.resolve.profile import Batch, Profile, batch

Labels = Mapping[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an event: where it stands, the lemma of its head, its gold chain ("" for one that was found)."""

    topic: int
    report: Report
    span: Span
    lemma: str
    chain: str


@dataclass(frozen=True, slots=True)
class Read:
    """A document of the set as annotated and read, with its validated sentences as stretches of characters."""

    topic: int
    annotated: AnnotatedDocument
    reading: Reading | None
    validated: tuple[tuple[int, int], ...]
    gold: tuple[Mention, ...]

    @property
    def document(self) -> Document:
        """The document."""
        return self.annotated.document


def read(row: Mapping[str, Any], tools: Tools) -> Read:
    """One record of the set."""
    document = Document(row["docid"], row["text"])
    annotated = annotate(document, tools).annotated
    try:
        reading = read_document(document, tools)
    except ReaderError:
        reading = None
    kept = set(row["validated_sentences"])
    validated = tuple((s["start"], s["end"]) for s in row["sentences"] if s["sent_id"] in kept)
    marked = (m for m in row["mentions"] if m["kind"] == "event" and m["in_validated_sentence"])
    gold = tuple(
        _mention(row["topic"], annotated, m["m_id"], m["start"], m["end"], m["chain"]) for m in marked
    )
    return Read(row["topic"], annotated, reading, validated, gold)


def _mention(
    topic: int, annotated: AnnotatedDocument, name: str, start: int, end: int, chain: str
) -> Mention:
    document = annotated.document
    return Mention(
        topic, Report(document.id, name), document.span(start, end), head_lemma(annotated, start, end), chain
    )


def head_lemma(annotated: AnnotatedDocument, start: int, end: int) -> str:
    """The lemma of the word that governs a stretch of characters, in lower case."""
    inside = [t for t in annotated.tokens if t.start < end and start < t.end]
    indexes = {t.index for t in inside}
    head = next((t for t in inside if t.head not in indexes), None)
    return head.lemma.lower() if head else annotated.document.text[start:end].lower()


def found_mentions(read_: Read) -> Iterator[tuple[Mention, str]]:
    """The reader's mentions in validated sentences, each with its event's id; one on a gold mention bears its name."""
    free = list(read_.gold)
    for event in read_.reading.events if read_.reading else ():
        for number, span in enumerate(event.mentions):
            at = (span.start, span.end)
            if any(overlaps(at, sentence) for sentence in read_.validated):
                same = next((m for m in free if overlaps(at, (m.span.start, m.span.end))), None)
                if same:
                    free.remove(same)
                name = same.report.event if same else f"{event.id}.{number}"
                yield _mention(read_.topic, read_.annotated, name, *at, ""), event.id


def by_lemma(mentions: Iterable[Mention]) -> Labels:
    """The baseline."""
    return {m.report: (m.topic, m.lemma) for m in mentions}


def by_linking(documents: Sequence[Read]) -> Labels:
    """Gold mentions of one lemma, grouped by Dateline's linking; those of one document are one."""
    lot = batch([_as_event(d.annotated, m) for d in documents for m in d.gold])
    lemma = by_lemma(m for d in documents for m in d.gold)
    groups: dict[Hashable, list[Profile]] = defaultdict(list)
    for one in lot.profiles:
        groups[lemma[one.report]].append(one)
    return {
        one.report: (name, number)
        for name, group in groups.items()
        for number, cluster in enumerate(_linked(replace(lot, profiles=tuple(group))))
        for one in cluster
    }


def _linked(lot: Batch) -> Iterator[list[Profile]]:
    """Clusters of mentions of one lemma."""
    told, own = lot.profiles, defaultdict(list)
    for one in told:
        own[one.report.document].append(one.report)
    scores = {
        (i, j): score(told[i], told[j], lot)
        for i, j in combinations(range(len(told)), 2)
        if told[i].report.document != told[j].report.document
    }
    together = Constraints(together=tuple(tuple(group) for group in own.values() if len(group) > 1))
    for members in clusters(lot, scores, together):
        yield [told[i] for i in members]


def _as_event(annotated: AnnotatedDocument, mention: Mention) -> ReportedEvent:
    document, span = annotated.document, mention.span
    sentence = next((s for s in annotated.sentences if s.start <= span.start < s.end), annotated.sentences[0])
    event = Event(
        mention.report.event,
        EventType.CONSULT,
        None,
        span,
        (span,),
        places=tuple(p.place for p in annotated.places if sentence.first <= p.first <= sentence.last),
        when=next((t.interval for t in annotated.times if sentence.first <= t.first <= sentence.last), None),
        evidence=(annotated.sentence_span(sentence),),
    )
    return ReportedEvent(document, event, document.id)


def by_incident(documents: Sequence[Read]) -> Labels:
    """The reader's mentions by the incidents of their topic."""
    told: dict[int, list[ReportedEvent]] = defaultdict(list)
    for d in documents:
        events = d.reading.events if d.reading else ()
        told[d.topic] += [ReportedEvent(d.document, e, d.document.id) for e in events]
    of = {r: (topic, i.id) for topic, events in told.items() for i in link(events) for r in i.reports}
    return {
        mention.report: of.get(Report(d.document.id, event), (d.document.id, event))
        for d in documents
        for mention, event in found_mentions(d)
    }


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """Each metric of each way in both settings."""
    return [f for path in splits(folder) for f in _measured(path, limit)]


def _measured(path: Path, limit: int | None) -> Iterator[Figure]:
    tools = Tools.open()
    documents = [read(row, tools) for row in records(path, limit)]
    given = [m for d in documents for m in d.gold]
    found = [m for d in documents for m, _ in found_mentions(d)]
    gold: Labels = {m.report: (m.topic, m.chain) for m in given}
    yield from _figures("gold mentions, lemma", gold, by_lemma(given), path.name)
    yield from _figures("gold mentions", gold, by_linking(documents), path.name)
    yield from _figures("end to end, lemma", gold, by_lemma(found), path.name)
    yield from _figures("end to end", gold, by_incident(documents), path.name)


def _figures(name: str, gold: Labels, found: Labels, split: str) -> Iterator[Figure]:
    right, ours = clusters_of(gold), clusters_of(found)
    yield Figure("ECB+", f"{name}: CoNLL F1", conll(right, ours), len(gold), split)
    for metric, measured in METRICS:
        yield Figure("ECB+", f"{name}: {metric} F1", measured(right, ours).f1, len(gold), split)


def main() -> None:
    """Print every figure."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=Path("../shared/data/ecbplus"))
    ask.add_argument("--limit", type=int)
    asked = ask.parse_args()
    for figure in measure(asked.data, asked.limit):
        print(
            f"{figure.metric:32} {100 * figure.value:5.1f}  {figure.n} mentions, {figure.split}", flush=True
        )


if __name__ == "__main__":
    main()

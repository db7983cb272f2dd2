"""Measure shipped weights through the runtime code: `python -m training.measure --data ../shared/data`.

Prints UPOS, XPOS, UAS and LAS (all words, punctuation too, subtypes count; gold words) on EWT dev and GUM dev, the
same by GUM genre and for sentences put in capitals, the F1 of named entities by type, and words and pieces a second.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from training.corpora import Example
from training.entities import TYPES

from dateline.annotate.lemmatiser import lemma
from dateline.annotate.tagger import WEIGHTS, Tagger, WordTags
from training import corpora

Tagged = list[list[WordTags]]


def parse_figures(examples: Sequence[Example], tagged: Tagged) -> dict[str, float]:
    """Return the percentages of words with the right upos, xpos, head (uas), and head and relation (las)."""
    right, words = Counter[str](), 0
    for example, tags in zip(examples, tagged, strict=True):
        gold = zip(example.upos, example.xpos, example.heads, example.deprels, strict=True)
        for (upos, xpos, head, deprel), found in zip(gold, tags, strict=True):
            words += 1
            right["upos"] += upos == found.upos
            right["xpos"] += xpos == found.xpos
            right["uas"] += head == found.head
            right["las"] += (head, deprel) == (found.head, found.deprel)
            right["las_plain"] += (head, deprel.split(":")[0]) == (found.head, found.deprel.split(":")[0])
    return {name: round(100 * count / words, 2) for name, count in right.items()}


def lemma_figures(examples: Sequence[Example]) -> dict[str, float]:
    """Return the percentage of right lemmas by UPOS and over all, given gold tags."""
    right, seen = Counter[str](), Counter[str]()
    for example in examples:
        for word, upos, xpos, gold in zip(
            example.words, example.upos, example.xpos, example.lemmas, strict=True
        ):
            hit = lemma(word, upos, xpos) == gold
            for kind in (upos, "ALL"):
                seen[kind] += 1
                right[kind] += hit
    return {kind: round(100 * right[kind] / seen[kind], 2) for kind in sorted(seen)}


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Return the (start, end, type) spans of BIO tags."""
    starts = [i for i, tag in enumerate(tags) if tag.startswith("B-")]
    return {(i, _end(tags, i), tags[i][2:]) for i in starts}


def _end(tags: Sequence[str], start: int) -> int:
    return next((i for i in range(start + 1, len(tags)) if not tags[i].startswith("I-")), len(tags))


def entity_figures(examples: Sequence[Example], tagged: Tagged) -> dict[str, str]:
    """Return exact-span precision, recall, F1 and the number of gold entities, by type and over all."""
    gold, found, both = Counter[str](), Counter[str](), Counter[str]()
    for example, tags in zip(examples, tagged, strict=True):
        expected = spans(example.tags)
        answer = {span for span in spans([tag.entity for tag in tags]) if _known(example.tags, span)}
        for kind in (*TYPES, "ALL"):
            here, there = (
                {span for span in group if kind in ("ALL", span[2])} for group in (expected, answer)
            )  # fmt: skip
            gold[kind] += len(here)
            found[kind] += len(there)
            both[kind] += len(here & there)
    return {kind: _line(gold[kind], found[kind], both[kind]) for kind in gold if gold[kind]}


def _known(gold: Sequence[str], span: tuple[int, int, str]) -> bool:
    """Return whether the gold says what the span's words are; in partly marked sets it may not."""
    return "?" not in gold[span[0] : span[1]]


def _line(gold: int, found: int, both: int) -> str:
    precision, recall = 100 * both / max(found, 1), 100 * both / max(gold, 1)
    harmonic = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.1f} R {recall:.1f} F1 {harmonic:.1f} (n={gold})"


def speed(folder: Path, examples: Sequence[Example], threads: int) -> str:
    """Return the load time and the words tagged a second."""
    begun = time.perf_counter()
    tagger = Tagger.load(folder, threads)
    loaded = time.perf_counter()
    tagger.tag([example.words for example in examples])
    words = sum(len(example.words) for example in examples)
    rate = words / (time.perf_counter() - loaded)
    return f"{threads} thread(s): load {loaded - begun:.2f} s, {rate:,.0f} words/s, {rate * len(examples) / words:,.0f} sentences/s"


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    tagger = Tagger.load(given.weights, given.threads)
    sets = corpora.load(given.data).dev
    print("ewt lemmas, gold tags", json.dumps(lemma_figures(sets["ewt"])))
    for name, examples in sets.items():
        tagged = tagger.tag([example.words for example in examples])
        if examples[0].heads:
            print(name, "parse", json.dumps(parse_figures(examples, tagged)))
            upper = tagger.tag([[word.upper() for word in example.words] for example in examples])
            print(name, "parse, in capitals", json.dumps(parse_figures(examples, upper)))
        if examples[0].tags:
            print(name, "entities", json.dumps(entity_figures(examples, tagged), indent=1))
    for threads in (1, 2):
        print(speed(given.weights, sets["ewt"][:1000], threads))


if __name__ == "__main__":
    main()

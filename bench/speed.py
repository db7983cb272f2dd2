"""How fast the reader reads on one and two cores, what memory it takes, how it starts and how it grows with length.

    python -m bench.speed [--articles 60] [--words 600] [--runs 3]

The texts are those of `bench.add`, joined to articles of the same length. Each row runs in a process of its own:

    reader, 1     the whole reading, in one process on one core
    reader, 2     the same by two processes of the local engine on two cores
    trees         words, tags and trees only, on one core
    spaCy         a spaCy tagger and parser trained on the same treebank (`bench.peer`), on one core

Processor time says what is left when the machine has other work; it is that of the measuring process, so that the
row of two processes has none. Memory is the highest sum over
the process group (PSS). Cold start is from the start of Python to the first reading. Growth reads one article of
each length, processor milliseconds for 100 words beside it; linear growth keeps them level.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count

from bench.add import articles, pss, tree
from bench.peer import FOLDER

LENGTHS = (300, 600, 1200, 2500, 5000, 10000, 20000)
POLL_SECONDS = 0.1
ROWS = (("reader", 1), ("reader", 2), ("trees", 1), ("spaCy", 1))


def texts(number: int, words: int) -> Iterator[str]:
    """Articles of `words` words (to the nearest whole paragraph above)."""
    paragraphs = (p for seed in count(1) for a in articles(200, seed) for p in a["text"].split("\n\n"))
    for _ in range(number):
        made: list[str] = []
        while sum(len(p.split()) for p in made) < words:
            made.append(next(paragraphs))
        yield "\n\n".join(made)


def measured(kind: str, cores: int, made: list[str]) -> dict[str, float]:
    """Read all texts; wall and processor seconds without opening the tools."""
    read = _opened(kind, cores)
    read(made[:1])
    started, before = time.perf_counter(), time.process_time()
    read(made)
    return {"wall": time.perf_counter() - started, "processor": time.process_time() - before}


def _opened(kind: str, cores: int) -> Callable[[list[str]], None]:
    if kind == "spaCy":
        import spacy

        pipeline = spacy.load(FOLDER)
        return lambda made: [None for _ in pipeline.pipe(made)] and None
    from dateline.model.document import Document

    if kind == "trees":
        from dateline.annotate.pipeline import annotate_syntax
        from dateline.annotate.tagger import Tagger

        tagger = Tagger.load()
        return lambda made: [annotate_syntax(Document("b", text), tagger) for text in made] and None
    from dateline.engines.local import InProcess, Processes
    from dateline.pipeline import make_reader

    engine = Processes(cores) if cores > 1 else InProcess()
    opened = make_reader() if cores == 1 else None
    maker = (lambda: opened) if opened else make_reader
    return lambda made: [None for _ in engine.read(maker, [Document("b", t) for t in made])] and None


def child(arguments: list[str], cores: int) -> dict[str, float]:
    """One measurement in a process of its own, held to its cores, with the group's peak memory."""
    command = ["taskset", "-c", ",".join(map(str, sorted(os.sched_getaffinity(0))[:cores]))]
    command += [sys.executable, "-m", "bench.speed", *arguments]
    memory, started = 0.0, time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            memory = max(memory, sum(map(pss, tree(process.pid))))
            time.sleep(POLL_SECONDS)
        assert process.stdout is not None
        made: dict[str, float] = json.loads(process.stdout.read() or "{}")
    return made | {"memory": memory, "whole": time.perf_counter() - started}


def table(opts: argparse.Namespace) -> None:
    """Print one row for each way of reading, with its ratio to the peer."""
    words = sum(len(t.split()) for t in texts(opts.articles, opts.words)) / opts.articles
    print(f"{opts.articles} articles of {words:.0f} words, medians of {opts.runs} runs")
    print(
        f"{'':10} {'cores':>5} {'articles/s':>10} {'words/s':>8} {'processor ms an article':>24} {'memory MB':>9}"
    )
    for kind, cores in ROWS:
        if kind == "spaCy" and not FOLDER.exists():
            print("spaCy      not measured: train it with python -m bench.peer")
            continue
        asked = [
            "--row",
            kind,
            "--cores",
            str(cores),
            "--articles",
            str(opts.articles),
            "--words",
            str(opts.words),
        ]
        runs = [child(asked, cores) for _ in range(opts.runs)]
        wall, processor, memory = (
            statistics.median(r[k] for r in runs) for k in ("wall", "processor", "memory")
        )
        print(
            f"{kind:10} {cores:5} {opts.articles / wall:10.1f} {opts.articles * words / wall:8.0f} "
            f"{f'{1000 * processor / opts.articles:.1f}' if cores == 1 else '–':>24} {memory:9.0f}"
        )
    print(f"cold start {statistics.median(cold() for _ in range(opts.runs)):.2f} s to the first reading")


def cold() -> float:
    """Seconds from the start of Python to the end of a first, short reading."""
    code = "from dateline.pipeline import make_reader; from dateline.model.document import Document; make_reader()(Document('a', 'A bomb killed two people.'))"
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - started


def growth() -> None:
    """Print processor milliseconds for 100 words by length of the article."""
    read = _opened("reader", 1)
    read(list(texts(2, 600)))
    for length in LENGTHS:
        text = next(texts(1, length))
        started = time.process_time()
        read([text])
        spent = time.process_time() - started
        print(
            f"{len(text.split()):6} words {1000 * spent:8.0f} ms {1e5 * spent / len(text.split()):6.1f} ms for 100 words"
        )


def main() -> None:
    """Measure and print; with --row, one row's figures as JSON."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--articles", type=int, default=60)
    ask.add_argument("--words", type=int, default=600)
    ask.add_argument("--runs", type=int, default=3)
    ask.add_argument("--row", help=argparse.SUPPRESS)
    ask.add_argument("--cores", type=int, default=1, help=argparse.SUPPRESS)
    opts = ask.parse_args()
    if opts.row:
        print(json.dumps(measured(opts.row, opts.cores, list(texts(opts.articles, opts.words)))))
        return
    table(opts)
    growth()


if __name__ == "__main__":
    main()

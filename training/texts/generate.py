"""Annotated sentences of our own: `python -m training.texts.generate --count N [--seed S] [--out FILE]`.

In: the tables beside this file and a seed. Out: one JSON object a line, `text`, `kind` (clause, sentence or distractor),
`register`, and `events`: start, end, type, mode, certainty of each word that names one. Certainty `none` marks a word that
names no event where it stands: denied outright, of a drill, a film, a game, a hoax, or long ago. The same seed
gives the same lines. No text of others goes in.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from training.texts.grammar import Marked, filled, framed, marked_nouns, unmarked, verb_forms, with_articles
from training.texts.names import lines

SHARES = (("clause", 0.62), ("sentence", 0.08), ("distractor", 0.3))
ASSAULTS = 0.45
"""Share of clauses that tell of attacks; the others are of politics, every type alike."""
REGISTERS = (("wire", 0.8), ("headline", 0.06), ("capitals", 0.04), ("log", 0.05), ("lower", 0.05))


@dataclass(frozen=True, slots=True)
class Text:
    """One text with its event words."""

    text: str
    kind: str
    register: str
    events: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its form, its type and mode or certainty, its template."""

    form: str
    what: str
    template: str


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of a table; in `sentences` form is the type."""
    found = []
    for line in lines(name):
        head, _, template = line.partition(" | ")
        form, _, what = head.strip().partition(" ")
        found.append(Row(form, what.strip(), template.strip()))
    return tuple(found)


def texts(count: int, seed: int) -> Iterator[Text]:
    """So many texts."""
    chance = random.Random(seed)
    kinds, weights = zip(*SHARES, strict=True)
    for _ in range(count):
        kind = chance.choices(kinds, weights)[0]
        made = {"clause": clause, "sentence": sentence, "distractor": distractor}[kind](chance)
        register = chance.choices(*zip(*REGISTERS, strict=True))[0]
        text, events = unmarked(made)
        yield Text(_dressed(text, register), kind, register, tuple(events))


def clause(chance: random.Random) -> str:
    """A clause of the tables in a frame that says how it is told."""
    row = _drawn(chance)
    family = "v" if row.form in {"v", "p"} else "a" if row.what.startswith("ASSAULT") else "q"
    frame = chance.choice([f for f in rows("frames") if f.form == family])
    kind = f"{row.what if '/' in row.what else row.what + '/'} {frame.what}"
    if family == "v":
        return framed(frame.template, verb_forms(row.template, kind, chance), chance)
    return framed(frame.template, {"NP": filled(marked_nouns(row.template, kind, chance), chance)}, chance)


def _drawn(chance: random.Random) -> Row:
    if chance.random() < ASSAULTS:
        return chance.choice(rows("assaults"))
    types = sorted({row.what for row in rows("politics")})
    wanted = chance.choice(types)
    return chance.choice([row for row in rows("politics") if row.what == wanted])


def sentence(chance: random.Random) -> str:
    """A whole text of the table `sentences`."""
    row = chance.choice(rows("sentences"))
    kind = row.form if "/" in row.form else f"{row.form}/"
    return with_articles(filled(marked_nouns(row.template, f"{kind} {row.what}", chance), chance))


def distractor(chance: random.Random) -> str:
    """A text without events, now and then with a speaker or a day."""
    text = with_articles(filled(chance.choice(lines("distractors")), chance))
    tail = chance.choice([".", ".", ".", f", {filled('{X}', chance)} said.", f" {filled('{D}', chance)}."])
    return text[0].upper() + text[1:] + tail


def _dressed(text: str, register: str) -> str:
    """The text in the letters of its register; its length stays, so that places hold."""
    if register == "capitals":
        upper = text.upper()
        return upper if len(upper) == len(text) else text
    if register == "lower":
        return text.lower() if len(text.lower()) == len(text) else text
    if register == "headline":
        return "".join(
            c.upper() if i and text[i - 1] == " " and c.islower() else c for i, c in enumerate(text)
        )
    return text


def main() -> None:
    """Write the texts."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--count", type=int, default=1000)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--out", type=Path, help="a file; standard output without it")
    asked = ask.parse_args()
    out = asked.out.open("w", encoding="utf-8") if asked.out else sys.stdout
    for text in texts(asked.count, asked.seed):
        out.write(json.dumps(asdict(text), ensure_ascii=False) + "\n")
    out.flush()


if __name__ == "__main__":
    main()

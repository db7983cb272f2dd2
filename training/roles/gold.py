"""MUC-4's templates as labels of words: who did it, who and what was hit, and with what, in a whole document.

In: a split of muc4 with `gtt_doctext` (lower case) and `gtt_templates`. Out: documents with words, sentences and, for
each role, the words that begin and continue a filler, with the incident types it has a part in. Every occurrence of a
filler's string is labelled, since scoring knows strings alone; those that the annotators pointed at weigh more.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.roles.windows import cut

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TYPES = ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")


@dataclass(frozen=True, slots=True)
class Filler:
    """The words `first` to `last` that fill a role in incidents of these types; `pointed`: by the annotators."""

    role: int
    first: int
    last: int
    types: frozenset[int]
    pointed: bool


@dataclass(frozen=True, slots=True)
class Labelled:
    """One document: its words' bounds in the text, its sentences as first and last words, fillers and incident types."""

    key: str
    text: str
    bounds: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    fillers: tuple[Filler, ...]
    types: frozenset[int]

    @property
    def words(self) -> list[str]:
        """The words as written."""
        return [self.text[a:b] for a, b in self.bounds]


def load(path: Path) -> list[Labelled]:
    """All documents of a split."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [labelled(json.loads(line)) for line in lines]


def labelled(raw: dict[str, Any]) -> Labelled:
    """One document of the corpus."""
    text = raw["gtt_doctext"]
    bounds, found = cut(text)
    at = {start: number for number, (start, _) in enumerate(bounds)}
    ends = {end: number for number, (_, end) in enumerate(bounds)}
    fillers = [
        Filler(role, at[start], ends[end], types, pointed)
        for role, start, end, types, pointed in _occurrences(text, raw["gtt_templates"])
        if start in at and end in ends
    ]
    types = frozenset(TYPES.index(_type(t)) for t in raw["gtt_templates"])
    return Labelled(raw["docid"], text, tuple(bounds), tuple(found), tuple(_longest(fillers)), types)


def _type(template: dict[str, Any]) -> str:
    kind = template["incident_type"]
    return next((t for t in TYPES if t in kind), "attack")


def _occurrences(
    text: str, templates: Sequence[dict[str, Any]]
) -> Iterator[tuple[int, int, int, frozenset[int], bool]]:
    for role, name in enumerate(ROLES):
        types: dict[str, set[int]] = {}
        pointed: set[tuple[str, int]] = set()
        for template in templates:
            for mention in (m for entity in template[name] for m in entity):
                types.setdefault(mention[0], set()).add(TYPES.index(_type(template)))
                pointed.add((mention[0], mention[1]))
        for string, kinds in types.items():
            for match in re.finditer(rf"(?<!\w){re.escape(string)}(?!\w)", text):
                yield role, match.start(), match.end(), frozenset(kinds), (string, match.start()) in pointed


def _longest(fillers: Sequence[Filler]) -> list[Filler]:
    """Without those that overlap a longer one of their role."""
    kept: list[Filler] = []
    for one in sorted(fillers, key=lambda f: (f.first - f.last, f.first)):
        if not any(one.role == o.role and one.first <= o.last and o.first <= one.last for o in kept):
            kept.append(one)
    return kept


def shown(documents: Sequence[Labelled], share: float, chance: random.Random) -> list[Labelled]:
    """Every document with an incident, and a share of those without one, drawn anew for each epoch."""
    return [d for d in documents if d.types or chance.random() < share]

"""Where something happened in words instead of a name: "the Al-Rawda quarter", "a market", "the road to Seiyun".

In: a cast and a trigger. Out: the locative phrases around it whose head is a kind of place and which the gazetteer
doesn't know, as places without coordinates; a described ground stands for itself and is never looked up.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.cast import Cast
from dateline.extract.mention import Trigger
from dateline.extract.tree import coordinated, obliques
from dateline.languages.en.grounds import DIVISIONS, GROUNDS, LOCATIVE, POINTLESS
from dateline.model.reading import Place
from dateline.model.vocabulary import PlacePrecision


def grounds(cast: Cast, trigger: Trigger, hit: tuple[int, ...]) -> Iterator[Place]:
    """The described places of a trigger in text order; `hit` are the heads of what was hit, which may stand in one."""
    seen: set[int] = set()
    for above in dict.fromkeys((trigger.token, trigger.clause, *trigger.words, *hit)):
        for marker, first in obliques(cast.annotated, above):
            if marker not in LOCATIVE:
                continue
            for index in coordinated(cast.annotated, first):
                if index not in seen:
                    seen.add(index)
                    yield from _ground(cast, index)


def _ground(cast: Cast, index: int) -> Iterator[Place]:
    token = cast.annotated.tokens[index]
    lemma = token.lemma.lower()
    if lemma not in GROUNDS | DIVISIONS or _is_named(cast, index) or _is_vague(cast, index):
        return
    argument = cast.argument(index, "ground")
    if argument is not None:
        yield Place(
            argument, precision=PlacePrecision.DISTRICT if lemma in DIVISIONS else PlacePrecision.EXACT
        )


def _is_named(cast: Cast, index: int) -> bool:
    """Whether the gazetteer's places already say it: the phrase is one, or stands right before its name."""
    return any(p.first <= index <= p.last for p in cast.annotated.places)


def _is_vague(cast: Cast, index: int) -> bool:
    """Whether the phrase could be anywhere: "other parts", "some places"."""
    below = {cast.annotated.tokens[c].lemma.lower() for c in cast.annotated.children(index)}
    return bool(below & POINTLESS)

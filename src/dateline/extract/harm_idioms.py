"""Harm told by turns of phrase: "the bodies of three men were found", "no loss of life", "attained martyrdom".

In: a cast. Out: statements, in text order. A body counts only where it is found, counted or buried, so that "the body
of evidence" and "a body of water" say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.cast import Cast
from dateline.extract.harm_statement import Statement
from dateline.extract.tree import child, is_verb, oblique, obliques, patient, subject
from dateline.languages.en.events import WAR
from dateline.languages.en.fates import WOUNDS
from dateline.languages.en.idioms import (
    BODIES,
    CARE,
    ESCAPING,
    FINDING,
    GETTING,
    LIMBS,
    LOSSES,
    MARTYRDOM,
    SACRIFICES,
    SACRIFICING,
    UNHURT,
    UTMOST,
)
from dateline.model.annotation import Token
from dateline.model.vocabulary import EntityType


def idioms(cast: Cast) -> Iterator[Statement]:
    """Statements made by turns of phrase, in text order."""
    for token in cast.annotated.tokens:
        lemma = token.lemma.lower()
        if lemma in BODIES and token.upos == "NOUN":
            yield from _by_body(cast, token)
        elif lemma in LOSSES and any(
            p == "of" and cast.annotated.tokens[i].lemma.lower() == "life"
            for p, i in obliques(cast.annotated, token.index)
        ):
            yield from _by_loss(cast, token)
        elif lemma in UNHURT:
            yield from _by_luck(cast, token)
        elif is_verb(token):
            yield from _by_verb(cast, token, lemma)


def _by_body(cast: Cast, token: Token) -> Iterator[Statement]:
    """ "The bodies of three men were recovered", "counted four bodies", "the remains of two miners were found"."""
    annotated = cast.annotated
    above = annotated.tokens[token.head] if token.head >= 0 else None
    if above is None or above.lemma.lower() not in FINDING or patient(annotated, above.index) != token.index:
        return
    owner = oblique(annotated, token.index, "of")
    if owner is not None and _are_people(cast, owner):
        yield Statement(True, token.index, owner)
    elif owner is None and _is_counted(cast, token.index):
        yield Statement(True, token.index, token.index)


def _by_luck(cast: Cast, token: Token) -> Iterator[Statement]:
    """ "A convoy set off a mine but escaped unharmed": nobody died and nobody was hurt; one unharmed guard says less."""
    above = cast.annotated.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    whole = subject(cast.annotated, token.head) if above in ESCAPING else None
    if whole is not None and not _are_people(cast, whole):
        yield Statement(True, token.index, token.index)
        yield Statement(False, token.index, token.index)


def _by_loss(cast: Cast, token: Token) -> Iterator[Statement]:
    """ "No loss of life": nobody died."""
    none = {cast.annotated.tokens[c].lemma.lower() for c in cast.annotated.children(token.index)}
    if "no" in none:
        yield Statement(True, token.index, token.index)


def _by_verb(cast: Cast, token: Token, lemma: str) -> Iterator[Statement]:
    """ "Passed away", "attained martyrdom", "receive medical attention", "buried 23 people"."""
    annotated = cast.annotated
    thing = child(annotated, token.index, "obj")
    word = annotated.tokens[thing].lemma.lower() if thing is not None else ""
    doer = subject(annotated, token.index)
    after = annotated.tokens[token.index + 1].text.lower() if token.index + 1 < len(annotated.tokens) else ""
    if doer is not None and _are_people(cast, doer):
        if (lemma == "pass" and after == "away") or (lemma in GETTING and word in MARTYRDOM):
            yield Statement(True, token.index, doer)
        elif lemma in GETTING and word in CARE and thing is not None and _is_medical(cast, thing):
            yield Statement(False, token.index, doer)
        elif lemma in SACRIFICING and word in SACRIFICES and _is_utmost(cast, thing):
            yield Statement(True, token.index, doer)
        elif lemma == "lose" and word in LIMBS:
            yield Statement(False, token.index, doer)
    if lemma in {"slit", "cut"} and word == "throat" and thing is not None:
        whose = next(
            (i for p, i in obliques(annotated, thing) if p == "of"), child(annotated, thing, "nmod:poss")
        )
        if whose is not None:
            yield Statement(True, token.index, whose)
    lost = (
        lemma == "lose"
        and thing is not None
        and _is_counted(cast, thing)
        and _is_lost_to_violence(cast, token)
    )
    if lost and thing is not None and _are_people(cast, thing):
        yield Statement(True, token.index, thing)
    if thing is not None and _are_people(cast, thing) and _is_for_wounds(cast, token):
        yield Statement(False, token.index, thing)
    buried = lemma == "bury" and doer is not None and thing is not None
    if buried and thing is not None and _is_counted(cast, thing) and _are_people(cast, thing):
        yield Statement(True, token.index, thing)


def _is_lost_to_violence(cast: Cast, token: Token) -> bool:
    """Whether people are lost to an attack, not to a rival: "lost 14 peacekeepers to roadside bombs", "in an ambush"."""
    thing = child(cast.annotated, token.index, "obj")
    below = (token.index, thing) if thing is not None else (token.index,)
    found = [i for above in below for p, i in obliques(cast.annotated, above) if p in {"to", "in"}]
    words = {cast.annotated.tokens[j].lemma.lower() for i in found for j in (i, *cast.annotated.subtree(i))}
    return bool(words & WAR)


def _is_utmost(cast: Cast, thing: int | None) -> bool:
    """Whether a sacrifice or price is that of a life: "the supreme sacrifice"."""
    return thing is not None and bool(
        {cast.annotated.tokens[c].lemma.lower() for c in cast.annotated.children(thing)} & UTMOST
    )


def _is_for_wounds(cast: Cast, token: Token) -> bool:
    """Whether a verb's object is left "with injuries", or treated "for shrapnel wounds"."""
    marks = {"leave": "with", "treat": "for"}
    mark = marks.get(token.lemma.lower())
    thing = child(cast.annotated, token.index, "obj")
    below = (token.index, thing) if thing is not None and mark == "with" else (token.index,)
    found = (i for above in below for p, i in obliques(cast.annotated, above) if p == mark)
    return mark is not None and any(cast.annotated.tokens[i].lemma.lower() in WOUNDS for i in found)


def _is_medical(cast: Cast, index: int) -> bool:
    below = {cast.annotated.tokens[i].lemma.lower() for i in cast.annotated.subtree(index)}
    return bool(below & {"medical", "hospital", "treatment"})


def _is_counted(cast: Cast, index: int) -> bool:
    return any(c.head == index or c.first <= index <= c.last for c in cast.annotated.counts)


def _are_people(cast: Cast, index: int) -> bool:
    token = cast.annotated.tokens[index]
    if token.lemma.lower() in {"people", "personnel", "other", "he", "she", "who"}:
        return True
    bare = token.upos == "NUM" and not any(t.first <= index <= t.last for t in cast.annotated.times)
    return bare or cast.entity_type(index) is EntityType.PERSON

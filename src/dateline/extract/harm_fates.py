"""What became of people by other words than those of harm: shot, struck by a bullet, in hospital, wounded in the leg.

In: a cast. Out: statements, `hit` where the words leave open whether those struck lived.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.cast import Cast
from dateline.extract.harm_statement import Statement, is_fatal
from dateline.extract.persons import is_by_age
from dateline.extract.tree import child, is_passive, is_verb, obliques, patient, subject
from dateline.languages.en.fates import (
    BODY_PARTS,
    BRINGING,
    CONDITIONS,
    FATAL,
    FATALLY,
    HOSPITALS,
    KILLING_NOUNS,
    MISSILES,
    PERSON_WORDS,
    STRIKING,
    STRIKING_NOUNS,
    SUFFERING,
    TREATING,
    UNREAL_ABOVE,
    WOUNDING,
    WOUNDS,
)
from dateline.model.annotation import AnnotatedDocument, Token
from dateline.model.vocabulary import EntityType


def fates(cast: Cast) -> Iterator[Statement]:
    """Statements of what became of people, in text order."""
    for token in cast.annotated.tokens:
        lemma = token.lemma.lower()
        if is_verb(token) and token.relation not in {"amod", "compound"}:
            yield from _by_verb(cast, token, lemma)
        elif lemma in STRIKING_NOUNS | KILLING_NOUNS:
            yield from _by_noun(cast, token, lemma)
        elif lemma in FATALLY:
            yield from _by_manner(cast, token)
        if lemma == "condition":
            yield from _by_condition(cast, token)
        elif token.upos in {"NOUN", "PROPN"} and (lemma in HOSPITALS or _is_medical_centre(cast, token)):
            yield from _by_hospital(cast, token)


def _by_verb(cast: Cast, token: Token, lemma: str) -> Iterator[Statement]:
    annotated = cast.annotated
    if lemma in WOUNDING or (lemma in STRIKING and _strikes_people(cast, token)):
        people = _struck(cast, token)
        if people is not None and _happened(annotated, token):
            fatal = is_fatal(annotated, token.index)
            yield Statement(fatal, token.index, people, hit=not fatal)
    elif lemma in SUFFERING:
        wound = child(annotated, token.index, "obj")
        people = subject(annotated, token.index)
        if wound is not None and people is not None and annotated.tokens[wound].lemma.lower() in WOUNDS:
            yield from _wounded(cast, token, wound, people)
    elif lemma in TREATING and is_passive(annotated, token.index):
        people = patient(annotated, token.index)
        if people is not None and _is_people(cast, people) and not _for_shock(annotated, token.index):
            yield Statement(False, token.index, people)
    if lemma in BRINGING and is_passive(annotated, token.index) and _is_with_wounds(annotated, token.index):
        people = patient(annotated, token.index)
        if people is not None and _is_people(cast, people) and _counts_one_or_more(cast, people):
            yield Statement(False, token.index, people)


def _is_with_wounds(annotated: AnnotatedDocument, verb: int) -> bool:
    """Whether people are brought somewhere hurt: "taken to Boulder General with injuries"."""
    return any(
        p == "with" and annotated.tokens[i].lemma.lower() in WOUNDS for p, i in obliques(annotated, verb)
    )


def _for_shock(annotated: AnnotatedDocument, verb: int) -> bool:
    """Whether somebody is treated for shock alone, which is no injury."""
    causes = {annotated.tokens[i].lemma.lower() for p, i in obliques(annotated, verb) if p == "for"}
    return causes == {"shock"}


def _wounded(cast: Cast, token: Token, wound: int, people: int) -> Iterator[Statement]:
    if _is_people(cast, people):
        words = _lemmas(cast.annotated, wound)
        if token.lemma.lower() not in {"have", "take"} or "gunshot" in words:
            yield Statement(bool(words & FATAL), token.index, people)


def _struck(cast: Cast, token: Token) -> int | None:
    """The people that a verb of wounding strikes: its object or passive subject, not the gun and not the house."""
    people = patient(cast.annotated, token.index)
    if people is None and token.xpos == "VBN":
        people = _with_those(cast.annotated, token.index)
    if people is None and token.xpos == "VBN" and token.relation in {"acl", "advcl"}:
        people = subject(cast.annotated, token.index)
    if people is None and token.xpos in {"VBN", "VBD"} and child(cast.annotated, token.index, "obj") is None:
        first = subject(cast.annotated, token.index)
        in_body = any(
            cast.annotated.tokens[i].lemma.lower() in BODY_PARTS
            for _, i in obliques(cast.annotated, token.index)
        )
        people = first if in_body or set(_around(cast, token.index)) & FATALLY else None
    return people if people is not None and _is_people(cast, people) else None


def _around(cast: Cast, index: int) -> Iterator[str]:
    tokens = cast.annotated.tokens
    return (tokens[i].text.lower() for i in (index - 1, index + 1) if 0 <= i < len(tokens))


def _with_those(annotated: AnnotatedDocument, verb: int) -> int | None:
    """The counted people right before a participle under "with": "the night ended with six guests shot"."""
    marks = {annotated.tokens[c].text.lower() for c in annotated.children(verb)}
    counted = next((c for c in annotated.counts if c.head == verb - 1), None)
    return verb - 1 if "with" in marks and counted is not None else None


def _strikes_people(cast: Cast, token: Token) -> bool:
    annotated = cast.annotated
    around = {annotated.tokens[i].lemma.lower() for _, i in obliques(annotated, token.index)}
    doer = subject(annotated, token.index)
    by = annotated.tokens[doer].lemma.lower() if doer is not None else ""
    if around & (MISSILES | BODY_PARTS) or by in MISSILES:
        return True
    if token.xpos == "VBG" and token.relation == "advcl" and _is_shooting(annotated, token.head):
        return True
    return is_passive(annotated, token.index) and not any(
        p == "by" for p, _ in obliques(annotated, token.index)
    )


def _is_shooting(annotated: AnnotatedDocument, verb: int) -> bool:
    """Whether a verb is of shooting: "fired into the crowd", "opened fire"."""
    if verb < 0:
        return False
    thing = child(annotated, verb, "obj")
    words = {annotated.tokens[i].lemma.lower() for i in (verb, *(() if thing is None else (thing,)))}
    return bool(words & {"shoot", "fire", "gunfire", "shot", "bullet", "round"})


def _happened(annotated: AnnotatedDocument, token: Token) -> bool:
    """Whether the verb tells of something done: no bare infinitive, nothing tried or threatened."""
    below = {annotated.tokens[c].lemma.lower() for c in annotated.children(token.index)}
    if below & {"would", "could", "might", "may", "should", "will", "can", "if"}:
        return False
    above = annotated.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    return above not in UNREAL_ABOVE and (token.xpos != "VB" or bool(below & {"do"}))


def _by_noun(cast: Cast, token: Token, lemma: str) -> Iterator[Statement]:
    """ "The fatal shooting of a student", "the murder of his wife", "the man's death"."""
    annotated = cast.annotated
    owners = [c for c in annotated.children(token.index) if annotated.tokens[c].deprel == "nmod:poss"]
    done = [i for p, i in obliques(annotated, token.index) if p == "of"]
    killed = lemma in KILLING_NOUNS or bool(_child_lemmas(annotated, token.index) & FATAL)
    for people in done or (owners if lemma in {"death", "murder", "killing", "slaying"} else []):
        if _is_people(cast, people):
            yield Statement(killed, token.index, people, hit=not killed)
            return


def _by_manner(cast: Cast, token: Token) -> Iterator[Statement]:
    """The number or phrase right before "fatally" where no verb stands: "four were shot, two fatally"."""
    annotated = cast.annotated
    before = annotated.tokens[token.index - 1] if token.index else None
    after = annotated.tokens[token.index + 1] if token.index + 1 < len(annotated.tokens) else None
    if before is None or (after is not None and is_verb(after)):
        return
    if before.upos in {"NUM", "NOUN", "PROPN"} and annotated.sentence_of(
        before.index
    ) == annotated.sentence_of(token.index):
        yield Statement(True, token.index, before.index)


def _by_condition(cast: Cast, token: Token) -> Iterator[Statement]:
    """ "In critical condition": the people of the clause."""
    annotated = cast.annotated
    if not _child_lemmas(annotated, token.index) & CONDITIONS:
        return
    people = _of_clause(cast, token)
    if people is not None:
        yield Statement(False, token.index, people)


def _by_hospital(cast: Cast, token: Token) -> Iterator[Statement]:
    """ "Were taken to a hospital", "three others are in hospital": people brought there, unless dead."""
    annotated = cast.annotated
    if token.relation not in {"obl", "nmod", "root", "conj"} or token.head < -1:
        return
    head = annotated.tokens[token.head] if token.head >= 0 else token
    copular = child(annotated, token.index, "cop") is not None
    if not copular and not (head.lemma.lower() in BRINGING and is_verb(head)):
        return
    people = subject(annotated, token.index) if copular else None
    if people is None and is_verb(head):
        people = patient(annotated, head.index) or subject(annotated, head.index)
    if people is not None and _is_people(cast, people) and _counts_one_or_more(cast, people):
        yield Statement(False, token.index, people)


def _is_medical_centre(cast: Cast, token: Token) -> bool:
    """Whether a house is for the hurt by its name: "Boulder Medical Center", "the trauma centre"."""
    before = cast.annotated.tokens[token.index - 1].lemma.lower() if token.index else ""
    return token.lemma.lower() in {"center", "centre"} and before in {"medical", "trauma"}


def _counts_one_or_more(cast: Cast, people: int) -> bool:
    named = cast.entity_type(people) is EntityType.PERSON or is_by_age(cast.annotated, people)
    return named or any(c.head == people for c in cast.annotated.counts)


def _of_clause(cast: Cast, token: Token) -> int | None:
    """Whom a phrase of state speaks of: its own subject, the object of its verb, or the verb's subject."""
    annotated = cast.annotated
    candidates = [subject(annotated, token.index)]
    if token.head >= 0:
        head = annotated.tokens[token.head]
        if is_verb(head):
            candidates += [patient(annotated, head.index), subject(annotated, head.index)]
        elif head.upos in {"NOUN", "PROPN", "NUM"}:
            candidates.append(head.index)
    return next((c for c in candidates if c is not None and _is_people(cast, c)), None)


def _is_people(cast: Cast, index: int) -> bool:
    """Whether a phrase is of people: persons, numbers that stand alone, "others", "victims"."""
    annotated = cast.annotated
    token = annotated.tokens[index]
    if token.text.lower() in PERSON_WORDS:
        return True
    if is_by_age(annotated, index):
        return True
    if token.upos == "NUM":
        return not any(t.first <= index <= t.last for t in annotated.times)
    if token.lemma.lower() == "people":
        return True
    if token.lemma.lower() == "total":
        return any(
            c.first <= index <= c.last and _is_people(cast, c.head)
            for c in annotated.counts
            if c.head >= 0 and c.head != index
        )
    return cast.entity_type(index) is EntityType.PERSON


def _child_lemmas(annotated: AnnotatedDocument, index: int) -> set[str]:
    return {annotated.tokens[c].lemma.lower() for c in annotated.children(index)}


def _lemmas(annotated: AnnotatedDocument, index: int) -> set[str]:
    return {annotated.tokens[i].lemma.lower() for i in annotated.subtree(index)}

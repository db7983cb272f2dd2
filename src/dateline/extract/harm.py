"""Statements of harm: who was killed or injured, how many, by which word.

Three kinds of statement: verbs ("killed four civilians", "nine were wounded", "two died"), adjectives and nouns of
state ("leaving 17 dead", "the dead were four", "143 civilian deaths"), and negations ("no casualties", "nobody was
hurt"). A statement without a number counts only where its people are single or named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.cast import Cast
from dateline.extract.harm_fates import fates
from dateline.extract.harm_idioms import idioms
from dateline.extract.harm_nouns import none_above
from dateline.extract.harm_statement import Statement
from dateline.extract.harm_words import statements
from dateline.extract.mention import Harm
from dateline.extract.persons import Person, is_by_age, person_at
from dateline.extract.tree import (
    ancestors,
    child,
    coordinated,
    is_negated,
    is_verb,
    obliques,
)
from dateline.languages.en.harm import (
    BODY_NOUNS,
    MORE,
    NOBODY,
    PAIRS,
    SEVERELY,
)
from dateline.languages.en.idioms import UNHURT
from dateline.languages.en.people import HE, SHE
from dateline.model.annotation import AnnotatedDocument
from dateline.model.document import Span
from dateline.model.values import Count
from dateline.model.vocabulary import EntityType


def find_harms(cast: Cast) -> tuple[Harm, ...]:
    """All statements of harm with a number, in text order."""
    found: list[Harm] = []
    for statement in sorted(
        (*_both(cast, statements(cast)), *fates(cast), *idioms(cast)), key=lambda s: s.token
    ):
        harm = _harm(cast, statement)
        if harm is not None and not any(_same(harm, other) for other in found):
            found.append(harm)
    return tuple(found)


def _both(cast: Cast, statements: Iterator[Statement]) -> Iterator[Statement]:
    """A statement that nobody was hurt says that nobody was killed either."""
    for statement in statements:
        yield statement
        if not statement.killed and cast.annotated.tokens[statement.token].lemma.lower() in {
            "hurt",
            "harm",
            "injure",
            "injured",
        }:
            count = _negated_count(cast.annotated, statement)
            if count is not None and count.high == 0 and _means_anyone(cast.annotated, statement.people):
                yield Statement(True, statement.token, statement.people)


def _means_anyone(annotated: AnnotatedDocument, people: int) -> bool:
    """Whether the phrase is of anyone at all and not of one group: "nobody", "anyone", "no one"."""
    token = annotated.tokens[people]
    return token.upos == "PRON" or token.lemma.lower() in {
        "nobody",
        "anyone",
        "one",
        "person",
        "people",
        "casualty",
    }


def _same(one: Harm, other: Harm) -> bool:
    same = one.killed == other.killed and one.hit == other.hit
    return same and one.count.span.overlaps(other.count.span)


def _harm(cast: Cast, statement: Statement) -> Harm | None:
    """The statement with its number and victims; None where there is no number to keep."""
    annotated = cast.annotated
    if (
        is_verb(annotated.tokens[statement.token])
        and is_negated(annotated, statement.token)
        and "without" not in _marks(annotated, statement.token)
    ):
        return None
    if _is_denied(annotated, statement.token) or _is_of_things(cast, statement):
        return None
    total = _negated_count(annotated, statement) or _people_count(cast, statement.people)
    if total is None:
        return None
    words = (
        {annotated.tokens[i].lemma.lower() for i in annotated.subtree(statement.people)}
        if statement.people != statement.token
        else set()
    )
    victims = tuple(
        v
        for i in coordinated(annotated, statement.people)
        if not is_by_age(annotated, i) and (v := cast.argument(i, "harm")) is not None
    )
    more = bool(words & MORE) or annotated.tokens[statement.people].lemma.lower() in MORE
    persons = _persons(cast, statement.people) if total.low == total.high != 0 else ()
    by_state = annotated.tokens[statement.token].lemma.lower() == "condition" and not persons and not more
    return Harm(
        statement.killed,
        total,
        statement.token,
        victims,
        statement.people,
        more=more,
        part=by_state or _is_part(annotated, statement.people),
        hit=statement.hit,
        severe=any(
            annotated.tokens[c].lemma.lower() in SEVERELY for c in annotated.children(statement.token)
        ),
        persons=persons,
    )


def _persons(cast: Cast, people: int) -> tuple[Person, ...]:
    """The people of a phrase where it names each by itself, none where it counts a group."""
    each = [i for i in _each(cast.annotated, people) if count_of(cast, i) is not None]
    if any(c.head == i or c.first <= i <= c.last for c in cast.annotated.counts for i in each):
        return ()
    if any(cast.annotated.tokens[i].lemma.lower() in PAIRS for i in each):
        return ()
    all_of_them = frozenset(each)
    return tuple(replace(person_at(cast, i), beside=all_of_them - {i}) for i in each)


_SINGLE = HE | SHE | {"another", "someone", "somebody"}


def _is_denied(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether the statement is what somebody denies: "denied that a single civilian had died".

    What an adverbial clause adds is not denied: "denied it, even as the toll climbed to 23".
    """
    below = annotated.tokens[index]
    for above in ancestors(annotated, index):
        if below.relation == "advcl":
            return False
        if annotated.tokens[above].lemma.lower() in {"deny", "refute"}:
            return True
        below = annotated.tokens[above]
    return False


def _is_of_things(cast: Cast, statement: Statement) -> bool:
    """Whether a verb of harm that things suffer too has no people: "burned two trucks", "claimed both blasts"."""
    verb, people = (cast.annotated.tokens[i] for i in (statement.token, statement.people))
    if verb.lemma.lower() == "claim" and people.upos == "NOUN":
        return cast.entity_type(people.index) is not EntityType.PERSON and people.lemma.lower() not in _LIVES
    named = people.upos in {"NOUN", "PROPN"} and cast.entity_type(people.index) is not EntityType.PERSON
    return verb.lemma.lower() == "burn" and named and people.lemma.lower() not in {"people", "other"}


_LIVES = frozenset("life people other victim person".split())


def _is_part(annotated: AnnotatedDocument, people: int) -> bool:
    """Whether the phrase is a part of people named before: "two of them", "166 of whom", "five children among them"."""
    for p, i in obliques(annotated, people):
        if p in {"of", "among"} and annotated.tokens[i].text.lower() in {
            "them",
            "whom",
            "those",
            "these",
            "which",
        }:
            return True
    return False


def _negated_count(annotated: AnnotatedDocument, statement: Statement) -> Count | None:
    """Nought, where the statement or its people are negated: "nobody was hurt", "no casualties"."""
    people = annotated.tokens[statement.people]
    if annotated.tokens[statement.token].lemma.lower() in UNHURT:
        return Count(0, 0, annotated.span(statement.token, statement.token))
    if people.lemma.lower() in NOBODY or people.text.lower() in NOBODY:
        return Count(0, 0, annotated.span(statement.people, statement.people))
    none = next((c for c in annotated.counts if c.head == statement.people and c.count.high == 0), None)
    if none is not None:
        return none.count
    if is_negated(annotated, statement.people) or none_above(annotated, statement.token):
        return Count(0, 0, annotated.span(statement.people, statement.people))
    if is_verb(annotated.tokens[statement.token]) and "without" in _marks(annotated, statement.token):
        return Count(0, 0, annotated.span(statement.people, statement.people))
    return None


def _marks(annotated: AnnotatedDocument, index: int) -> set[str]:
    return {
        annotated.tokens[c].lemma.lower()
        for c in annotated.children(index)
        if annotated.tokens[c].relation in {"mark", "case"}
    }


def _people_count(cast: Cast, people: int) -> Count | None:
    """How many people a phrase names: its numbers, and one for each single person, added over coordination."""
    total: Count | None = _in_all(cast.annotated, people)
    if total is not None:
        return total
    for each in _each(cast.annotated, people):
        one = count_of(cast, each)
        if one is None:
            continue
        total = (
            one
            if total is None
            else Count(
                total.low + one.low,
                None if total.high is None or one.high is None else total.high + one.high,
                _hull(cast.annotated, total.span, one.span),
            )
        )
    return total


def _in_all(annotated: AnnotatedDocument, people: int) -> Count | None:
    """The sum that a phrase gives itself: "a smuggler and his whole family, seven people in all"."""
    sentence = annotated.sentence_of(people)
    for count in annotated.counts:
        if not people < count.first <= min(people + 12, sentence.last):
            continue
        after = [t.text.lower() for t in annotated.tokens[count.last + 1 : count.last + 4]]
        if (
            after[:2] in (["in", "all"], ["in", "total"])
            or after[1:3] in (["in", "all"], ["in", "total"])
            or "altogether" in after[:2]
        ):
            return count.count
    return None


def _each(annotated: AnnotatedDocument, people: int) -> list[int]:
    """The phrases that add up: those coordinated, without ages and without the names of those just counted."""
    bare = annotated.tokens[people].upos == "NUM"
    beside = {
        i
        for c in annotated.children(people)
        if annotated.tokens[c].relation == "appos"
        for i in annotated.subtree(c)
    }
    named = (
        beside if any(c.first <= people <= c.last or c.head == people for c in annotated.counts) else set()
    )
    return [
        i
        for i in coordinated(annotated, people)
        if i not in named
        and (i == people or bare or annotated.tokens[i].upos != "NUM" or _is_share(annotated, i))
    ]


def _is_share(annotated: AnnotatedDocument, number: int) -> bool:
    """Whether a number counts some of a group and is no age: "a smuggler and six of his children"."""
    return any(p == "of" for p, _ in obliques(annotated, number))


def _hull(annotated: AnnotatedDocument, left: Span, right: Span) -> Span:
    return annotated.document.span(min(left.start, right.start), max(left.end, right.end))


def _is_ones_age(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether a bare number is somebody's age: "the man was 20 and in good condition"."""
    if annotated.tokens[index].upos != "NUM" or child(annotated, index, "cop") is None:
        return False
    first = child(annotated, index, "nsubj")
    return first is not None and annotated.tokens[first].xpos in {"NN", "NNP", "PRP"}


def count_of(cast: Cast, index: int) -> Count | None:
    """The number of one phrase: said, or one for a single person; None for an uncounted plural or a thing."""
    annotated = cast.annotated
    said = [c for c in annotated.counts if c.head == index or c.first <= index <= c.last]
    if said and _is_ones_age(annotated, index):
        return Count(1, 1, annotated.span(index, index))
    if said:
        return min(said, key=lambda c: abs(index - c.last)).count
    token = annotated.tokens[index]
    if token.lemma.lower() in PAIRS and token.xpos == "NN":
        return Count(2, 2, annotated.span(index, index))
    if token.text.lower() in _SINGLE or is_by_age(annotated, index):
        return Count(1, 1, annotated.span(index, index))
    if token.upos == "NUM" or token.xpos in {"NNS", "NNPS"} or token.upos not in {"NOUN", "PROPN"}:
        return None
    kind = cast.entity_type(index)
    if token.upos == "PROPN" and kind is EntityType.PLACE and not cast.is_place(index):
        kind = EntityType.PERSON
    single = kind is EntityType.PERSON and token.lemma.lower() not in BODY_NOUNS
    return Count(1, 1, annotated.span(index, index)) if single else None

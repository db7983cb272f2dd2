"""Single people that statements of harm tell of: what the words say of each, and whether two are one.

In: the head of a phrase. Out: a person with chain, name, age, sex and word. Nothing of this leaves the reader: it
serves to count each once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.extract.tree import child, subject
from dateline.languages.en.fates import ATTACKER_NOUNS, GENERIC_PEOPLE
from dateline.languages.en.harm import MORE
from dateline.languages.en.numbers import CARDINALS
from dateline.languages.en.people import FEMALE, HE, MALE, SHE
from dateline.model.annotation import AnnotatedDocument

if TYPE_CHECKING:
    from dateline.extract.cast import Cast

_AGE = re.compile(
    r"\b(\d{1,3}|[a-z]+)[- ](?:year|month|week|day)s?[- ]olds?\b|, (?:age[d]? )?(\d{1,3})\b", re.IGNORECASE
)
_SEXES = ((FEMALE | SHE | {"female", "schoolgirl"}, "f"), (MALE | HE | {"male"}, "m"))


@dataclass(frozen=True, slots=True)
class Person:
    """One mention of a single person: `definite` points back to somebody, `more` announces another, `of` is whose they are."""

    token: int
    sentence: int
    chain: int
    word: str
    name: frozenset[str] = frozenset()
    age: str = ""
    sex: str = ""
    definite: bool = False
    more: bool = False
    self_inflicted: bool = False
    of: int = -1
    beside: frozenset[int] = frozenset()

    @property
    def is_attacker(self) -> bool:
        """Whether the word says that this one did the harm."""
        return self.word in ATTACKER_NOUNS


def is_by_age(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether a phrase names a person by age alone: "the 16-year-old", "a 17 year old"."""
    before = annotated.tokens[index - 1].text.lower() if index else ""
    named = annotated.tokens[index].text.lower().endswith("old")
    return named and before in {"-", "‐", "year", "month", "week", "day"}


def person_at(cast: Cast, index: int) -> Person:
    """The person that a phrase names, with what its words say; one who hurt themselves is named by the subject."""
    annotated = cast.annotated
    if annotated.tokens[index].text.lower() in {"himself", "herself"}:
        doer = subject(annotated, annotated.tokens[index].head)
        if doer is not None and doer != index:
            return replace(person_at(cast, doer), self_inflicted=True)
    token, entity = annotated.tokens[index], cast.by_head.get(index)
    words = {annotated.tokens[i].lemma.lower() for i in annotated.subtree(index)}
    named = token.upos == "PROPN"
    return Person(
        index,
        annotated.sentence_of(index).index,
        entity.chain if entity is not None else -1,
        token.lemma.lower(),
        _name(cast, index) if named else frozenset(),
        _age(cast, index),
        _sex(token.lemma.lower()),
        definite=named or token.upos == "PRON" or bool(words & {"the", "this", "his", "her", "their"}),
        more=bool(words & (MORE | {"second", "third", "fourth", "fifth"})),
        self_inflicted=token.text.lower() in {"himself", "herself"},
        of=_owner(cast, index),
    )


def _owner(cast: Cast, index: int) -> int:
    """The chain of the one whose brother, driver or neighbour a person is; -1 for others."""
    owner = child(cast.annotated, index, "nmod:poss")
    entity = cast.by_head.get(owner) if owner is not None else None
    return entity.chain if entity is not None else -1


def _name(cast: Cast, index: int) -> frozenset[str]:
    tokens = cast.annotated.tokens
    flat = (c for c in cast.annotated.children(index) if tokens[c].relation in {"flat", "compound"})
    return frozenset(
        tokens[i].text.lower()
        for i in (index, *flat)
        if tokens[i].upos == "PROPN" and len(tokens[i].text) > 2
    )


def _age(cast: Cast, index: int) -> str:
    """The age in the phrase or right behind it, in figures."""
    annotated = cast.annotated
    below = [i for i in annotated.subtree(index) if abs(i - index) < 12]
    first, last = min([*below, index]), max([*below, index])
    end = annotated.tokens[min(last + 2, len(annotated.tokens) - 1)].end
    text = annotated.document.text[annotated.tokens[first].start : end]
    found = _AGE.search(text)
    told = next((g for g in found.groups() if g), "").lower() if found else ""
    return str(CARDINALS.get(told, told))


def _sex(word: str) -> str:
    return next((sex for words, sex in _SEXES if word in words), "")


def are_linked(one: Person, other: Person) -> bool:
    """Whether chain or name says that two mentions are of one person."""
    return (one.chain == other.chain >= 0) or bool(one.name & other.name)


def may_be_one(known: Person, mention: Person) -> bool:
    """Whether two mentions of single people can be of one: nothing that both say differs."""
    if known.token in mention.beside or mention.token in known.beside:
        return False
    if are_linked(known, mention):
        return True
    if mention.of >= 0 and mention.of == known.chain:
        return False
    if known.name and mention.name:
        return False
    if (known.age and mention.age and known.age != mention.age) or (
        known.sex and mention.sex and known.sex != mention.sex
    ):
        return False
    if mention.more:
        return False
    apart = {known.word, mention.word}
    if len(apart) == 2 and not known.name and not mention.name and not apart & GENERIC_PEOPLE:
        return mention.definite and _is_pronoun(mention)
    return mention.definite or known.sentence != mention.sentence


def _is_pronoun(mention: Person) -> bool:
    return mention.word in HE | SHE

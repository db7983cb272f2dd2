"""What stands around a run of words: the grammar of place names in news, question by question.

In: an annotated document and a run of its tokens, `first` to `last` (both included). Out: answers: is it a country,
does a person bear it, does a province follow, which word of kind belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.toponym_resolution import holder_ids
from dateline.annotate.toponyms import Looked
from dateline.knowledge.countries import country_named, region_named
from dateline.knowledge.folding import ARTICLES
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.nationalities import country_of
from dateline.knowledge.registry import Registry
from dateline.languages.en.toponyms import (
    CONNECTORS,
    DIRECTIONS,
    DIVISIONS,
    FACILITIES,
    INHABITANTS,
    KIND_BEFORE,
    NO_PLACE_AFTER,
    PLACING,
    QUALIFIERS,
    TITLES,
    UNITS,
)
from dateline.model.annotation import AnnotatedDocument, Token

ORGANISED = frozenset(
    ("armed group", "criminal group", "international organisation", "organisation", "party", "force")
)
"""Kinds of actors whose names aren't places, whatever words they hold."""


class Surroundings:
    """Answers about the runs of one document."""

    def __init__(self, annotated: AnnotatedDocument, gazetteer: Gazetteer) -> None:
        self.annotated, self.tokens, self.gazetteer = annotated, annotated.tokens, gazetteer
        self.entities = list(_entity_ends(annotated))
        self.persons = frozenset(_parts_of_persons(annotated, self.entities))
        self.registry = Registry.load()
        self.masked = frozenset(self._parts_of_actors())

    def text(self, first: int, last: int) -> str:
        """The characters of a run."""
        return self.annotated.document.text[self.tokens[first].start : self.tokens[last].end]

    def _parts_of_actors(self) -> Iterator[int]:
        """The tokens inside longer names of organisations ("Islamic State West Africa Province")."""
        words = [token.text for token in self.tokens]
        index = 0
        while index < len(words):
            found = self.registry.match_listed(words, index) if words[index][:1].isupper() else None
            if (
                found
                and found[0] > 1
                and found[1].kind in ORGANISED
                and not self._of_country(index, found[0])
            ):
                yield from range(index, index + found[0])
                index += found[0]
            else:
                index += 1

    def _of_country(self, first: int, length: int) -> bool:
        """Whether an actor's name starts with a country and goes on in lower case ("U.S. troops")."""
        return not all(
            t.text[:1].isupper() or t.text in CONNECTORS | {"-", "'s", "’s"}
            for t in self.tokens[first : first + length]
        )

    def article(self, index: int) -> bool:
        """Whether a small Arabic article joined to a capital stands here: "al-Omar"."""
        if index + 2 >= len(self.tokens):
            return False
        here, hyphen, name = self.tokens[index : index + 3]
        glued = hyphen.text in "-‑" and hyphen.start == here.end and name.start == hyphen.end
        return here.text in ARTICLES and glued and name.text[:1].isupper()

    def glued(self, last: int) -> bool:
        """Whether the word goes on behind a hyphen."""
        following = self.tokens[last + 1 : last + 3]
        return (
            len(following) == 2
            and following[0].text in {"-", "‑", "–"}
            and following[0].start == self.tokens[last].end
            and following[1].start == following[0].end
            and following[1].text[:1].isalpha()
        )

    def with_kind(self, last: int, stop: int) -> int:
        """Where the name ends with its word of kind: "Harir air base", "Konduga LGA"."""
        tokens = self.tokens
        index = last + 1
        if (
            index <= stop
            and tokens[index].text.lower() == "border"
            and tokens[index].start == tokens[last].end + 1
        ):
            return index
        while index < stop and tokens[index].text.lower() in QUALIFIERS and index - last <= 3:
            index += 1
        if index > stop or tokens[index].text.lower() not in UNITS or tokens[index].text.lower() == "state":
            return last
        if tokens[index].start != tokens[index - 1].end + 1:
            return last
        if index - last > 1 and tokens[index].text.lower() not in FACILITIES | {"field", "area"}:
            return last
        ends = (
            index < stop
            and tokens[index].text.lower() in DIVISIONS
            and tokens[index + 1].text.lower() in FACILITIES
        )
        return index + 1 if ends and tokens[index + 1].start == tokens[index].end + 1 else index

    def next(self, last: int) -> str:
        return self.tokens[last + 1].text.lower() if last + 1 < len(self.tokens) else ""

    def before(self, first: int) -> str:
        """The word before, leaving out articles, directions and words of kind: "in the northern city of X"."""
        index = first - 1
        start = self.annotated.sentence_of(first).first
        while (
            index > start
            and self.tokens[index].text.lower() in DIRECTIONS | {"the", "of", "'s", "’s"} | KIND_BEFORE
        ):
            if (
                self.tokens[index].text.lower() == "of"
                and self.tokens[index - 1].text.lower() not in KIND_BEFORE
            ):
                break
            index -= 1
        return self.tokens[index].text.lower() if index >= start else ""

    def of_kind(self, first: int) -> bool:
        """Whether "the village of" or "villages of" stands before."""
        if first < 2 or self.tokens[first - 1].text.lower() != "of":
            return False
        return self.tokens[first - 2].text.lower() in KIND_BEFORE - {
            "university",
            "republic",
            "kingdom",
            "department",
            "state",
        }

    def is_land(self, first: int, last: int) -> bool:
        """Whether the run names a country or a region."""
        text = self.text(first, last)
        return country_named(text) is not None or region_named(text) is not None

    def joins_lands(self, first: int, last: int) -> bool:
        """Whether a run joins countries or peoples by hyphens: "U.S.-Iraqi"."""
        text = self.text(first, last)
        return "-" in text and any(country_named(part) or country_of(part) for part in text.split("-"))

    def is_known(self, first: int, last: int, looked: Looked) -> bool:
        """Whether the run names a country, a region or a big province, so that it needs no other support."""
        top = looked.senses[:1]
        return self.is_land(first, last) or any(p.feature == "ADM1" and p.population > 500_000 for p in top)

    def is_people(self, first: int, last: int) -> bool:
        """Whether the run is an adjective or noun of nationality and no country's name."""
        text = self.text(first, last)
        return country_of(text) is not None and not self.is_land(first, last)

    def is_actor(self, first: int, last: int) -> bool:
        """Whether the run names an organisation of the registry; a government's house is a place after "at"."""
        actor = self.registry.match_listed([t.text for t in self.tokens[first : last + 1]], 0)
        if actor is None or actor[0] <= last - first:
            return False
        if actor[1].kind in {"office", "government", "ministry"} and self.before(first) in PLACING | {
            "to",
            "from",
        }:
            return False
        return actor[1].kind in ORGANISED or self.next(last) not in UNITS

    def is_other(self, first: int, last: int) -> bool:
        """Whether the next word makes the run part of something else: an outlet, a university, a treaty."""
        following = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        if following is None or following.start != self.tokens[last].end + 1:
            return False
        return following.text[:1].isupper() and following.text.lower() in NO_PLACE_AFTER

    def is_person(self, index: int) -> bool:
        """Whether the word is part of a person's name elsewhere and doesn't stand where a place does."""
        return self.tokens[index].text in self.persons and self.before(index) not in PLACING

    def goes_on_before(self, first: int) -> bool:
        """Whether a capitalised word stands right before: the run is the rest of a longer name."""
        before = self.tokens[first - 1] if first else None
        if before is None or first == self.annotated.sentence_of(first).first:
            return False
        return (
            before.upos == "PROPN"
            and before.end + 1 == self.tokens[first].start
            and before.text[:1].isupper()
        )

    def comes_from(self, first: int) -> bool:
        """Whether "of" or "from" after a person stands before: "Joseph Welch of Richmond", "a resident of Tabriz"."""
        if first < 2 or self.tokens[first - 1].text.lower() not in {"of", "from"}:
            return False
        bearer = self.tokens[first - 2]
        return bearer.entity[2:] == "PERSON" or bearer.lemma.lower() in INHABITANTS

    def titled(self, first: int) -> bool:
        return first > 0 and self.tokens[first - 1].text.lower() in TITLES

    def is_dateline(self, first: int, last: int) -> bool:
        """Whether the run opens a paragraph in capitals: "KABUL, 14 July -", "ERBIL (Reuters) -"."""
        sentence = self.annotated.sentence_of(first)
        if first != sentence.first:
            return False
        if self.next(last) in {":", "--", "–", "—"}:
            return True
        return self.next(last) in {",", "(", "-", "/"} and all(
            token.text.isupper() or not token.text.isalpha() for token in self.tokens[first : last + 1]
        )

    def holders(self, last: int) -> frozenset[str]:
        """The ids of the province or country that follows: "Erbil, Iraq", "Paris (Texas)", "X in Anbar"."""
        tokens = self.tokens
        index = last + 1
        if index + 1 >= len(tokens) or tokens[index].text not in {",", "(", "in"}:
            return frozenset()
        index += 1
        while index + 1 < len(tokens) and tokens[index].text.lower() in DIRECTIONS | {"in", "the"}:
            index += 1
        if not tokens[index].text[:1].isupper():
            return frozenset()
        for length in (3, 2, 1):
            end = min(index + length, len(tokens)) - 1
            text = self.annotated.document.text[tokens[index].start : tokens[end].end]
            ids = (
                holder_ids(self.gazetteer.find(text))
                if country_of(text) is None or country_named(text)
                else frozenset()
            )
            if ids:
                return ids
        return frozenset()


def _parts_of_persons(annotated: AnnotatedDocument, ends: list[int]) -> Iterator[str]:
    """The words of persons' names of two words or more."""
    for token in annotated.tokens:
        if token.entity == "B-PERSON" and ends[token.index] > token.index:
            yield from (part.text for part in annotated.tokens[token.index : ends[token.index] + 1])


def _entity_ends(annotated: AnnotatedDocument) -> Iterator[int]:
    """For every token, the last token of the tagged name that it begins or lies in; -1 outside names."""
    tokens: tuple[Token, ...] = annotated.tokens
    ends = [-1] * len(tokens)
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].entity != "O":
            follows = index + 1 < len(tokens) and tokens[index + 1].entity == "I-" + tokens[index].entity[2:]
            ends[index] = ends[index + 1] if follows else index
    yield from ends

"""Where a document names places.

In: an annotated document. Out: the runs of tokens that name places, with their senses, in text order.

    1. runs     capitalised words that belong together, longest first, with the word of kind after them
    2. judge    what the model's tags, the words around and the gazetteer say for a place
    3. agree    a name that is a place once is one elsewhere, unless a person bears it there
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.annotate.toponym_surroundings import Surroundings
from dateline.annotate.toponym_verdicts import WELL_KNOWN, Judge, Verdict
from dateline.annotate.toponyms import Looked, look_up
from dateline.knowledge.capitals import capital_country
from dateline.knowledge.countries import country_named
from dateline.knowledge.folding import fold
from dateline.knowledge.gazetteer import Gazetteer, GazetteerPlace
from dateline.languages.en.events import CALENDAR
from dateline.languages.en.toponyms import (
    CONNECTORS,
    HYPHENATED,
    ROADS,
)
from dateline.model.annotation import AnnotatedDocument

LONGEST = 6
"""Words that a place's name may have."""


@dataclass(frozen=True, slots=True)
class Name:
    """A run that names a place: tokens `first` to `last` with the word of kind."""

    first: int
    last: int
    looked: Looked
    verdict: Verdict


class Names:
    """Finds the names of one document."""

    def __init__(self, annotated: AnnotatedDocument, gazetteer: Gazetteer) -> None:
        self.around = Surroundings(annotated, gazetteer)
        self.judge = Judge(self.around)

    def find(self) -> list[Name]:
        """The names of the document's places in text order, none overlapping."""
        found = [
            name
            for sentence in self.around.annotated.sentences
            for name in self._sentence(sentence.first, sentence.last)
        ]
        found = self._listed(found)
        sure = {fold(name.looked.name) for name in found if name.verdict is Verdict.YES}
        return [name for name in found if name.verdict is Verdict.YES or fold(name.looked.name) in sure]

    def _listed(self, found: list[Name]) -> list[Name]:
        """The names, those in a list with a sure place made sure: "Kunduz, Balkh and Herat"."""
        sure = list(found)
        for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
            step = -1 if order.step == 1 else 1
            for index in order:
                here, beside = sure[index], sure[index + step]
                left, right = (beside, here) if step == -1 else (here, beside)
                between = {token.text for token in self.around.tokens[left.last + 1 : right.first]}
                if beside.verdict is Verdict.YES and between and between <= {",", "and", "or", "the"}:
                    sure[index] = replace(here, verdict=Verdict.YES)
        return sure

    def look_up(self, first: int, last: int) -> Looked:
        """The senses of the words from `first` to `last`."""
        text = self.around.text(first, last)
        seat = self._seat(text)
        if seat:
            return Looked(text, "", seat, True)
        looked = look_up(text.split(), self.around.gazetteer)
        if not looked.senses and looked.unit in ROADS | {"border"} and "-" in looked.name:
            return look_up([looked.name.partition("-")[0], looked.unit], self.around.gazetteer)
        return looked

    def _seat(self, text: str) -> tuple[GazetteerPlace, ...]:
        """The capital, for the house that a government sits in ("the White House")."""
        code = capital_country(text)
        if code is None or any(place.feature == "PPLC" for place in self.around.gazetteer.find(text)):
            return ()
        if any(p.country == code and p.population > WELL_KNOWN for p in self.around.gazetteer.find(text)):
            return ()
        return self.around.gazetteer.capital(code)

    def _sentence(self, start: int, stop: int) -> Iterator[Name]:
        index = start
        while index <= stop:
            people = self._people_end(index, stop)
            if people > index or (people == index and self.around.next(index) != "border"):
                index = people + 1
                continue
            name = self._at(index, start, stop) if self._may_start(index) else None
            if name is not None:
                yield name
                index = name.last + 1
            else:
                index = self._after(index)

    def _people_end(self, first: int, stop: int) -> int:
        """The last token of a word of nationality that starts at `first` ("Sri Lankan"), -1 where there is none."""
        if not self.around.tokens[first].text[:1].isupper():
            return -1
        for last in range(min(first + 2, stop), first - 1, -1):
            if self.around.tokens[last].text[:1].isupper() and self.around.is_people(first, last):
                return last
        return -1

    def _may_start(self, index: int) -> bool:
        token = self.around.tokens[index]
        if index in self.around.masked:
            return False
        if not (token.text[:1].isupper() or self.around.article(index)) or token.text in CALENDAR:
            return False
        return not (token.upos in {"PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX"} and token.entity == "O")

    def _after(self, index: int) -> int:
        """Where to look next: behind the whole name of a person or organisation."""
        kind = self.around.tokens[index].entity
        if kind in {"B-PERSON", "B-ORGANISATION"}:
            return self.around.entities[index] + 1
        while (
            index + 2 < len(self.around.tokens)
            and self.around.glued(index)
            and self.around.tokens[index + 2].entity[:1] != "B"
        ):
            index += 2
        return index + 1

    def _at(self, first: int, start: int, stop: int) -> Name | None:
        """The longest name of a place that starts at `first`."""
        end = self._run_end(first, stop)
        for last in range(end, first - 1, -1):
            if self._cuts(first, last, end):
                continue
            if self.around.is_actor(first, last):
                return None
            looked = self.look_up(first, last)
            verdict = self.judge.judge(first, last, looked, start)
            if verdict is not Verdict.YES and looked.senses and self._is_label(first, last, start, stop):
                verdict = Verdict.YES
            if verdict is not Verdict.NO:
                whole = self.around.with_kind(last, stop)
                if whole > last:
                    looked = self.look_up(first, whole)
                return Name(first, whole, looked, verdict)
        return None

    def _is_label(self, first: int, last: int, start: int, stop: int) -> bool:
        """Whether a name stands alone at the head of an entry: "Aden.", "Marib. Thursday:"."""
        sentences = self.around.annotated.sentences
        here = self.around.annotated.sentence_of(first)
        opens = here.index == 0 or sentences[here.index - 1].paragraph != here.paragraph
        follows = here.index + 1 < len(sentences) and sentences[here.index + 1].paragraph == here.paragraph
        named = all(t.upos == "PROPN" for t in self.around.tokens[first : last + 1])
        if not (first == start and opens and follows and named):
            return False
        rest = self.around.tokens[last + 1 : stop + 1]
        return all(not t.text[:1].isalpha() or t.text in CALENDAR for t in rest)

    def _run_end(self, first: int, stop: int) -> int:
        """The last token that may belong to the name that starts at `first`."""
        last = index = first
        words = 1
        while index < stop and words < LONGEST + 2:
            index += 1
            token = self.around.tokens[index]
            glued = self.around.tokens[index - 1].end == token.start
            if (
                token.text in {"-", "‑", "–"}
                and glued
                and index < stop
                and self.around.tokens[index + 1].start == token.end
            ):
                continue
            if token.text[:1].isupper() or token.text[:1].isdigit():
                last = index
                words += not glued
            elif token.text in CONNECTORS or (glued and token.text[:1].isalpha()):
                continue
            else:
                break
        return last

    def _cuts(self, first: int, last: int, end: int) -> bool:
        """Whether a run would end inside a hyphenated word, or on a small word."""
        tokens = self.around.tokens
        if not tokens[last].text[:1].isalnum() or (last > first and tokens[last].text in CONNECTORS):
            return True
        if self.around.glued(last) and tokens[last + 2].text not in HYPHENATED:
            return country_named(tokens[last].text) is None
        return False

"""Who a speaker is: from the source of a frame to an argument under the fullest name that the document gives.

In: an annotated document, its frames and one of them. Out: an argument, or None where nobody is named. Pronouns are
read with the habits of reports: "he said" is most often whoever spoke last, and after that the last fitting subject.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.annotate.coreference import fullest
from dateline.annotate.frame import Frame
from dateline.annotate.noun_phrases import Run, below, noun_phrase
from dateline.annotate.speaker_names import alias, fits, full_name, is_initials, last_word, lengthens
from dateline.languages.en.people import BODIES, GROUPS, PEOPLE
from dateline.languages.en.speech import RECKONINGS
from dateline.model.annotation import AnnotatedDocument, Entity, Token
from dateline.model.reading import Argument

_REACH = 8
"""Sentences back to which a pronoun looks for whoever spoke last; a quotation may fill several."""
_VAGUE = frozenset({"group", "organisation", "organization", "movement", "militia", "faction", "outfit"})
"""Words so vague that their chain's name is the better one ("the group said")."""
_SPEAKING_SELF = frozenset({"i", "we", "my", "our"})
_SUBJECT_FORM = {"his": "he", "her": "she", "its": "it", "their": "they"}
_PERSONAL = _SPEAKING_SELF | frozenset({"he", "she", "it", "they", *_SUBJECT_FORM})
_LONGEST_LABEL = 6


class Speakers:
    """The speakers of one document, by frame."""

    def __init__(self, annotated: AnnotatedDocument, frames: Sequence[Frame]) -> None:
        self.annotated = annotated
        self.frames = [frame for frame in frames if frame.source]
        self._sources: dict[int, set[Run]] = defaultdict(set)
        self._direct: dict[int, list[Frame]] = defaultdict(list)
        self._entities: dict[int, Entity] = {}
        self._chains: dict[int, list[Entity]] = defaultdict(list)
        self._same: dict[str, list[int]] = defaultdict(list)
        self._holding: dict[int, list[Frame]] = defaultdict(list)
        for token in annotated.tokens:
            self._same[token.text].append(token.index)
        for frame in self.frames:
            for first, last in frame.contents:
                for index in range(first, last + 1):
                    self._holding[index].append(frame)
            if frame.source:
                self._sources[annotated.sentence_of(frame.source[0]).index].add(frame.source)
        for frame in frames:
            if frame.direct:
                for index in range(frame.contents[0][0], frame.contents[-1][1] + 1):
                    self._direct[index].append(frame)
        for entity in annotated.entities:
            self._entities.setdefault(entity.head, entity)
            if entity.chain >= 0:
                self._chains[entity.chain].append(entity)

    def argument(self, frame: Frame) -> Argument | None:
        """The speaker of a frame: `mention` is the source as written, `name` its fullest name; None without one."""
        if frame.source is None:
            return None
        head = self.head(frame)
        entity = self._entities.get(head)
        name = self._own_words(head) if frame.verb_lemma == "(" else self._name(head)
        return Argument(self.annotated.span(*frame.source), name, entity.ref if entity else None, "speaker")

    def head(self, frame: Frame) -> int:
        """The head token of the phrase that names the speaker, pronouns followed back as far as they lead."""
        head = head_of(self.annotated, frame.source or (0, 0))
        seen: set[int] = set()
        while self.annotated.tokens[head].text.lower() in _PERSONAL and head not in seen:
            seen.add(head)
            found = self._antecedent(self.annotated.tokens[head])
            if found is None:
                return head
            head = found
        return head

    def _antecedent(self, pronoun: Token) -> int | None:
        """The head of the nearest earlier phrase that a pronoun can stand for, speakers before other subjects."""
        word = _SUBJECT_FORM.get(pronoun.text.lower(), pronoun.text.lower())
        around = self._speaker_around(pronoun.index)
        if word in _SPEAKING_SELF:
            return self._turn(pronoun.index) if around is None else around
        if around is not None and around < pronoun.index and self._fits(around, word):
            return around
        here = self.annotated.sentence_of(pronoun.index).index
        for back in range(here, max(-1, here - _REACH), -1):
            for head in self._candidates(back, pronoun.index):
                if self._fits(head, word) and not self._is_own(head, pronoun.index):
                    return head
        return self._chained(pronoun.index)

    def _fits(self, head: int, pronoun: str) -> bool:
        return fits(self.annotated, head, pronoun, self._same[self.annotated.tokens[head].text])

    def _is_own(self, head: int, pronoun: int) -> bool:
        """Whether a word stands in what the pronoun itself is said to say."""
        holding = self._holding.get(head, ())
        return any(f.source is not None and f.source[0] <= pronoun <= f.source[1] for f in holding)

    def _turn(self, index: int) -> int | None:
        """The name before the colon that opens a paragraph of a transcript ("GARCIA: I counted ...")."""
        here = self.annotated.sentence_of(index)
        opening = next(s for s in self.annotated.sentences if s.paragraph == here.paragraph)
        label = self.annotated.tokens[opening.first : opening.last + 1]
        if opening.index == here.index or len(label) > _LONGEST_LABEL or label[-1].text != ":":
            return None
        return next(
            (t.index for t in label if t.upos == "PROPN" and not opening.first <= t.head <= opening.last),
            None,
        )

    def _speaker_around(self, index: int) -> int | None:
        """The speaker of the innermost frame whose content holds a token."""
        best: Frame | None = None
        for frame in self._holding.get(index, ()):
            if frame.source and not frame.source[0] <= index <= frame.source[1]:
                best = frame if best is None or frame.size < best.size else best
        return head_of(self.annotated, best.source) if best and best.source else None

    def _candidates(self, sentence: int, before: int) -> Iterator[int]:
        """The heads of a sentence's speakers, then of its subjects, that stand before a token; the last one first."""
        for source in sorted(self._sources[sentence], reverse=True):
            if source[1] < before:
                yield head_of(self.annotated, source)
        bounds = self.annotated.sentences[sentence]
        places = range(bounds.first, min(bounds.last + 1, before))
        subjects = [i for i in places if self._is_subject(i) and not self._is_foreign(i, before)]
        same = bounds.index == self.annotated.sentence_of(before).index
        if same:
            subjects = [*(i for i in places if self._is_person(i) and i not in subjects), *subjects]
        for index in reversed(subjects) if same else sorted(subjects, key=self._depth):
            if self.annotated.tokens[index].lemma not in RECKONINGS:
                yield index
            yield from below(self.annotated, index, "nmod:poss")

    def _is_subject(self, index: int) -> bool:
        token = self.annotated.tokens[index]
        return token.upos in {"NOUN", "PROPN", "NUM"} and (token.relation == "nsubj" or token.head < 0)

    def _is_person(self, index: int) -> bool:
        """Whether a word of the pronoun's own sentence names a person, whatever its part there."""
        token = self.annotated.tokens[index]
        person = token.lemma in PEOPLE if token.upos == "NOUN" else token.entity == "B-PERSON"
        return person and token.relation in {"obl", "obj", "iobj", "nmod"} and not self._direct.get(index)

    def _is_foreign(self, index: int, pronoun: int) -> bool:
        """Whether a word is somebody's quoted word, and the pronoun isn't part of the same quotation."""
        quoting = self._direct.get(index, ())
        return bool(quoting) and not any(frame.holds(pronoun) for frame in quoting)

    def _depth(self, index: int) -> int:
        """How many heads are above a token."""
        depth = 0
        while self.annotated.tokens[index].head >= 0:
            index, depth = self.annotated.tokens[index].head, depth + 1
        return depth

    def _chained(self, index: int) -> int | None:
        """What coreference makes of a pronoun."""
        entity = self._entities.get(index)
        if entity is None or entity.chain < 0:
            return None
        best = fullest(self._chains[entity.chain])
        return best.head if self.annotated.tokens[best.head].upos != "PRON" else None

    def _name(self, head: int) -> str:
        """The fullest name of a phrase: what it is said to go by, its chain's, its apposition's, or its own words."""
        if (found := alias(self.annotated, head)) is not None:
            return found
        if (named := self._chain_name(head)) is not None:
            return named
        for index in [head, *below(self.annotated, head, "appos")]:
            if self.annotated.tokens[index].upos == "PROPN":
                return full_name(self.annotated, index, self._same[last_word(self.annotated, index)])
        return self._own_words(head)

    def _own_words(self, head: int) -> str:
        return self.annotated.span(*noun_phrase(self.annotated, head)).text

    def _chain_name(self, head: int) -> str | None:
        """The fullest name in a phrase's chain that surely names it: a longer form, or a name in apposition."""
        entity = self._entities.get(head)
        if entity is None or entity.chain < 0:
            return None
        members = self._chains[entity.chain]
        if entity.named:
            longer = [e for e in members if e.named and lengthens(e.span.text, entity.span.text)]
            return fullest(longer).span.text if longer else None
        lemma = self.annotated.tokens[head].lemma
        named = [e for e in members if e.named and (self._may_be(e, lemma) or self._is_apposed(e, lemma))]
        if not named:
            return None
        best = fullest(named)
        described = self.annotated.tokens[best.head].head
        if is_initials(best.span.text) and described >= 0:
            first = noun_phrase(self.annotated, described)[0]
            return self.annotated.span(
                min(first, best.first), max(best.last, described)
            ).text + self._bracket(best)
        return (
            self._own_words(best.head) if self.annotated.tokens[best.first].upos == "ADP" else best.span.text
        )

    def _bracket(self, entity: Entity) -> str:
        """The closing bracket after a name in brackets."""
        following = self.annotated.tokens[entity.last + 1 : entity.last + 2]
        return "".join(token.text for token in following if token.text == ")")

    def _may_be(self, named: Entity, lemma: str) -> bool:
        """Whether "the group" may mean a name; one whose own last word is another kind of body it can't."""
        return lemma in _VAGUE and self.annotated.tokens[named.head].lemma.lower() not in (
            BODIES | GROUPS
        ) - {lemma}

    def _is_apposed(self, named: Entity, lemma: str) -> bool:
        """Whether a name stands in apposition to a description with this head word ("the spokesman, X")."""
        token = self.annotated.tokens[named.head]
        above = [token.head] if token.relation == "appos" else []
        beside = [*above, *below(self.annotated, named.head, "appos")]
        return any(self.annotated.tokens[index].lemma == lemma for index in beside)


def head_of(annotated: AnnotatedDocument, run: Run) -> int:
    """The token of a run whose governor stands outside it."""
    first, last = run
    return next((i for i in range(first, last + 1) if not first <= annotated.tokens[i].head <= last), first)

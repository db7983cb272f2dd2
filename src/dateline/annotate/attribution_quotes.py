"""Who speaks between quotation marks: from stretches, trees and reported clauses to frames of direct speech.

The steps, each for the stretches that the earlier ones left open:
    1. names           nicknames, titles and words as such are nobody's speech
    2. after           "...", said X            "...?" X asked
    3. before          X said, "..."            X: "..."
    4. governed        X promised that they "will not ..."     what X called "..."
    5. enclosed        inside a reported clause: "... had won back customers, she said, thanks to "...""
    6. continued       the same paragraph goes on, or the next one opens the marks again
    7. introduced      a paragraph that is all quotation goes on from the speaker of the one before
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.annotate.frame import Frame
from dateline.annotate.noun_phrases import below, noun_phrase, speaker_of
from dateline.annotate.quote_cues import cue_after, cue_before, frame_of
from dateline.annotate.quoted import Quoted, Surroundings, is_name, is_utterance
from dateline.languages.en.speech import NAMING, RELAYING, SPEAKING, TAKING_SIDES
from dateline.model.annotation import AnnotatedDocument, Token

_GOVERNING = SPEAKING | NAMING | TAKING_SIDES | RELAYING
_SHORT = 2
"""Words up to which a stretch that nobody's verb governs is taken for a scare quote."""


def quote_frames(surroundings: Surroundings, reported: Sequence[Frame]) -> list[Frame]:
    """The direct frames of a document, one for each stretch that is somebody's words, by their start.

    `reported` are the frames of indirect speech, in whose contents a stretch may stand.
    """
    return _Search(surroundings.annotated, surroundings, reported).run()


@dataclass(slots=True)
class _Search:
    annotated: AnnotatedDocument
    surroundings: Surroundings
    reported: Sequence[Frame]
    found: dict[int, Frame] = field(default_factory=dict)

    def run(self) -> list[Frame]:
        for number, quoted in enumerate(self.surroundings.quoted):
            cue = cue_after(self.surroundings, quoted) or cue_before(self.surroundings, quoted)
            if cue is None and not is_name(self.annotated, quoted):
                cue = self._governed(quoted) or self._enclosed(quoted)
            if cue is not None:
                self.found[number] = cue
        self._continue()
        return [self.found[number] for number in sorted(self.found)]

    def _governed(self, quoted: Quoted) -> Frame | None:
        """The nearest verb or noun above the stretch that attributes, unless a reported clause lies between."""
        if (touching := self._touching(quoted)) is not None:
            return touching
        place = self._top(quoted)
        outer = self.surroundings.outer(quoted)
        for index, child in _climb(self.annotated, place):
            if self.surroundings.is_spoken(index, quoted) or (outer and not outer.holds(index)):
                continue
            token = self.annotated.tokens[index]
            if _attributes(token) and not _is_subject(self.annotated, child):
                if self._is_short(quoted) and token.lemma not in NAMING:
                    return None
                speaker = self._source_above(token, child)
                if speaker is not None:
                    return self._preferred(quoted, token, speaker)
        return None

    def _touching(self, quoted: Quoted) -> Frame | None:
        """The attributing verb that stands right before the opening mark (accused "outlaw groups" of ...)."""
        if quoted.before < 0 or self._is_short(quoted) or self.surroundings.starts_paragraph(quoted):
            return None
        token = self.annotated.tokens[quoted.before]
        outer = self.surroundings.outer(quoted)
        if not _attributes(token) or token.xpos == "VBN" or (outer and not outer.holds(token.index)):
            return None
        speaker = speaker_of(self.annotated, token.index)
        return None if speaker is None else frame_of(self.annotated, quoted, token.index, speaker)

    def _is_short(self, quoted: Quoted) -> bool:
        """Whether the marks hold one word that isn't given as somebody's name for a thing ("rejected it as "..."")."""
        if quoted.last - quoted.first >= _SHORT - 1:
            return False
        return quoted.before < 0 or self.annotated.tokens[quoted.before].lemma != "as"

    def _top(self, quoted: Quoted) -> int:
        """The token of the stretch that governs the rest of it."""
        inside = range(quoted.first, quoted.last + 1)
        tops = [i for i in inside if self.annotated.tokens[i].head not in inside]
        words = [i for i in tops if self.annotated.tokens[i].upos != "PUNCT"]
        return (words or tops or [quoted.first])[0]

    def _source_above(self, token: Token, child: int) -> int | None:
        if token.lemma in RELAYING:
            object_ = next(below(self.annotated, token.index, "obj"), None)
            return object_ if object_ != child else speaker_of(self.annotated, token.index)
        return speaker_of(self.annotated, token.index)

    def _preferred(self, quoted: Quoted, token: Token, speaker: int) -> Frame:
        """The governing verb's frame, or that of a reported clause between the verb and the stretch."""
        enclosed = self._enclosed(quoted)
        if enclosed and enclosed.cue and not self._covers(enclosed, token.index, quoted):
            return enclosed
        return frame_of(self.annotated, quoted, token.index, speaker)

    def _covers(self, enclosed: Frame, verb: int, quoted: Quoted) -> bool:
        """Whether the verb stands inside the clause that `enclosed` reports, so that it is the nearer cue."""
        around = [f for f in self.reported if f.cue == enclosed.cue and f.holds(quoted.first)]
        return any(f.holds(verb) for f in around)

    def _enclosed(self, quoted: Quoted) -> Frame | None:
        """The innermost reported clause that holds the stretch; one or two words need a nearer cue."""
        holding = [f for f in self.reported if f.holds(quoted.first) and f.holds(quoted.last) and f.source]
        if not holding or quoted.last - quoted.first < _SHORT - 1 or self.surroundings.outer(quoted):
            return None
        frame = min(holding, key=lambda f: f.size)
        return Frame(frame.source, frame.cue, ((quoted.first, quoted.last),), True, frame.verb_lemma)

    def _continue(self) -> None:
        """Give the stretches that are still open the speaker of their neighbours."""
        outer = [n for n, q in enumerate(self.surroundings.quoted) if q.stretch.depth == 0]
        for place, number in enumerate(outer):
            if number in self.found or not self._may_continue(self.surroundings.quoted[number]):
                continue
            frame = self._neighbour(outer, place) or self._introduced(self.surroundings.quoted[number])
            if frame is not None:
                quoted = self.surroundings.quoted[number]
                self.found[number] = Frame(
                    frame.source, None, ((quoted.first, quoted.last),), True, frame.verb_lemma
                )

    def _may_continue(self, quoted: Quoted) -> bool:
        return quoted.stretch.continued or (
            is_utterance(self.annotated, quoted) and not is_name(self.annotated, quoted)
        )

    def _neighbour(self, outer: list[int], place: int) -> Frame | None:
        """The frame of the stretch before in the same or a re-opened paragraph, else of the next one in it."""
        here = self.surroundings.quoted[outer[place]]
        if place:
            last = outer[place - 1]
            joined = here.stretch.continued or self.surroundings.same_paragraph(
                self.surroundings.quoted[last].last, here.first
            )
            if joined and last in self.found and self.found[last].source:
                return self.found[last]
        if place + 1 < len(outer):
            following = self.surroundings.quoted[outer[place + 1]]
            gap = following.first - here.last
            near = self.surroundings.same_paragraph(here.last, following.first) and gap <= 4
            if (near or following.stretch.continued) and outer[place + 1] in self.found:
                return self.found[outer[place + 1]]
        return None

    def _introduced(self, quoted: Quoted) -> Frame | None:
        """The speaker of the sentence before: its last frame's, else its subject where that is a person's name."""
        index = quoted.before
        if index < 0:
            return None
        here = self.annotated.sentence_of(quoted.first)
        sentence = self.annotated.sentence_of(index)
        if here.paragraph - sentence.paragraph > 1 or (
            not self.surroundings.starts_paragraph(quoted) and sentence == here
        ):
            return None
        for frame in sorted(
            [*self.found.values(), *self.reported], key=lambda f: f.cue or f.contents[0], reverse=True
        ):
            place = frame.cue or frame.contents[0]
            if (
                frame.source
                and place[0] < quoted.first
                and self._in_reach(place[0], sentence.index, here.paragraph)
            ):
                return frame
        return self._subject_frame(quoted, sentence.first, sentence.last)

    def _in_reach(self, index: int, last_sentence: int, paragraph: int) -> bool:
        """Whether a cue stands in the sentence before, or in the paragraph before a paragraph of quotation."""
        sentence = self.annotated.sentence_of(index)
        return sentence.index >= last_sentence - 1 or sentence.paragraph >= paragraph - 1

    def _subject_frame(self, quoted: Quoted, first: int, last: int) -> Frame | None:
        for index in range(first, last + 1):
            token = self.annotated.tokens[index]
            if token.relation == "nsubj" and (
                token.entity.endswith("PERSON") or token.lemma in {"he", "she"}
            ):
                source = noun_phrase(self.annotated, index)
                return Frame(source, None, ((quoted.first, quoted.last),), True, "")
        return None


def _attributes(token: Token) -> bool:
    """Whether a word above a piece of quotation makes its subject the speaker."""
    return token.lemma in _GOVERNING and token.upos in {"VERB", "AUX"}


def _climb(annotated: AnnotatedDocument, index: int) -> Iterator[tuple[int, int]]:
    """Each ancestor of a token with the child through which it is reached."""
    child, parent = index, annotated.tokens[index].head
    while parent >= 0:
        yield parent, child
        child, parent = parent, annotated.tokens[parent].head


def _is_subject(annotated: AnnotatedDocument, index: int) -> bool:
    return annotated.tokens[index].relation in {"nsubj", "csubj"}

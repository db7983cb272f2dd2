"""Which words of a document name events: the language's event tables matched against the trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.extract.lexicon import EventFrame, adjective_frames, noun_frames, verb_frames
from dateline.extract.mention import Trigger
from dateline.extract.reported import reported_act
from dateline.extract.tree import child, coordinated, is_verb, obliques, subject
from dateline.knowledge.weapons import weapon_of
from dateline.languages.en.events import CALENDAR, HAPPEN, LIGHT
from dateline.model.annotation import AnnotatedDocument, Token
from dateline.model.values import Count

_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "both"})


def find_triggers(annotated: AnnotatedDocument) -> tuple[Trigger, ...]:
    """All triggers in text order; where a light verb and a noun name one event together, the noun is it."""
    found = [t for t in (_trigger(annotated, token) for token in annotated.tokens) if t is not None]
    taken = {word for t in found for word in t.words if word != t.token}
    return tuple(t for t in found if t.token not in taken)


def _trigger(annotated: AnnotatedDocument, token: Token) -> Trigger | None:
    if is_verb(token) and token.relation not in {"amod", "compound", "aux"}:
        return _verb_trigger(annotated, token)
    if token.upos in {"NOUN", "PROPN"} and token.relation not in {"compound", "flat"}:
        return _noun_trigger(annotated, token)
    if token.upos == "ADJ" and child(annotated, token.index, "cop") is not None:
        frames = adjective_frames().get(token.lemma.lower(), ())
        return Trigger(token.index, (token.index,), frames[0], False, token.index) if frames else None
    return None


def _verb_trigger(annotated: AnnotatedDocument, token: Token) -> Trigger | None:
    found: list[tuple[EventFrame, tuple[int, ...]]] = []
    for frame in verb_frames().get(token.lemma.lower(), ()):
        words = _matching_words(annotated, token, frame.words[1:])
        if words is not None:
            found.append((frame, words))
    if not found:
        return reported_act(annotated, token)
    (frame, words), rest = found[0], tuple(f for f, _ in found[1:])
    told = reported_act(annotated, token)
    if told is not None and all(told.frame.type is not f.type for f, _ in found if "violent" not in f.flags):
        rest = (*rest, told.frame)
    points = _points_back(annotated, token.index)
    return Trigger(
        token.index, (token.index, *words), frame, False, token.index, definite=points, other_frames=rest
    )


def _points_back(annotated: AnnotatedDocument, verb: int) -> bool:
    """Whether a verb's subject is a part of what was told: "The first grenade", "Two of them", "One", "The bombs"."""
    first = subject(annotated, verb)
    if first is None:
        return False
    token = annotated.tokens[first]
    if token.upos == "NUM" or token.text.lower() in {
        "it",
        "they",
        "we",
        "one",
        "others",
        "another",
        "both",
        "he",
        "she",
    }:
        return True
    return _is_definite(annotated, token) and weapon_of([token.lemma.lower()]) is not None


def _matching_words(
    annotated: AnnotatedDocument, verb: Token, wanted: Iterable[str]
) -> tuple[int, ...] | None:
    """The tokens that stand for the other words of a frame: particles, objects, heads of phrases below the verb."""
    found: list[int] = []
    near = list(annotated.children(verb.index))
    near += [g for c in near for g in annotated.children(c)]
    near += [verb.index + 1] if verb.index + 1 < len(annotated.tokens) else []
    for word in wanted:
        match = next(
            (
                i
                for i in near
                if _is_word(annotated.tokens[i], word)
                and abs(i - verb.index) < 13
                and not _stands_with_day(annotated, i)
            ),
            None,
        )
        if match is None or annotated.sentence_of(match) is not annotated.sentence_of(verb.index):
            return None
        found.append(match)
    return tuple(dict.fromkeys(found))


def _stands_with_day(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether a preposition belongs to a date: "on Friday"."""
    head = annotated.tokens[index].head
    return head >= 0 and annotated.tokens[head].text in CALENDAR


def _is_word(token: Token, word: str) -> bool:
    return word in {token.lemma.lower(), token.text.lower()}


def _noun_trigger(annotated: AnnotatedDocument, token: Token) -> Trigger | None:
    for frame in noun_frames().get(token.lemma.lower(), ()) or noun_frames().get(token.text.lower(), ()):
        words = _preceding_words(annotated, token, frame)
        if words is not None:
            return Trigger(
                token.index,
                (*words, token.index),
                frame,
                noun=True,
                clause=_carrier(annotated, token),
                plural=token.xpos in {"NNS", "NNPS"},
                definite=_is_definite(annotated, token),
                number=_number(annotated, token),
            )
    return None


def _preceding_words(annotated: AnnotatedDocument, token: Token, frame: EventFrame) -> tuple[int, ...] | None:
    """The tokens before a noun that a frame of several words asks for ("air" of "air strike")."""
    wanted = frame.words[:-1]
    first = token.index - len(wanted)
    if first < 0:
        return None
    before = annotated.tokens[first : token.index]
    if all(_is_word(t, w) for t, w in zip(before, wanted, strict=True)):
        return tuple(t.index for t in before)
    return None


def _carrier(annotated: AnnotatedDocument, token: Token) -> int:
    """The light verb whose object or passive subject the noun is, or the noun itself."""
    if token.head < 0:
        return token.index
    governor = annotated.tokens[token.head]
    if (
        governor.lemma.lower() in LIGHT
        and is_verb(governor)
        and token.deprel in {"obj", "nsubj:pass", "nsubj"}
    ):
        return governor.index
    if governor.lemma.lower() in LIGHT and token.relation == "acl":
        return governor.index
    return token.index


def _is_definite(annotated: AnnotatedDocument, token: Token) -> bool:
    for c in annotated.children(token.index):
        word = annotated.tokens[c]
        if word.relation in {"det", "nmod"} and word.text.lower() in _POINTING:
            return True
    return False


def _number(annotated: AnnotatedDocument, token: Token) -> Count | None:
    """What counts the noun: the count mention whose head it is."""
    return next((c.count for c in annotated.counts if c.head == token.index), None)


def tells_of(annotated: AnnotatedDocument, trigger: Trigger, others: Iterable[Trigger]) -> Iterator[Trigger]:
    """The noun triggers that a verb trigger only tells of: its subject, or the phrase that says by what means."""
    if trigger.noun:
        return
    by_token = {t.token: t for t in others if t.noun}
    first = subject(annotated, trigger.token)
    if first is not None and annotated.tokens[trigger.token].lemma.lower() in HAPPEN | {trigger.frame.lemma}:
        yield from (by_token[i] for i in coordinated(annotated, first) if i in by_token)
    for preposition, index in obliques(annotated, trigger.token):
        if preposition in {"in", "by", "during", "with", "from"} and index in by_token:
            yield by_token[index]

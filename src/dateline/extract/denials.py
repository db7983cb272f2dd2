"""Who denies what: an own act, a charge that somebody made, a claim that others took part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.blame import Link, is_own
from dateline.extract.cast import Cast
from dateline.extract.tree import agent, child, is_verb, obliques, patient, subject
from dateline.languages.en.responsibility import (
    DENYING,
    DISTANCING,
    DONE,
    FALSE,
    GUILT,
    HABITUALLY,
    MOUTHPIECES,
    OWN_PART,
    PART,
    POINTING,
)
from dateline.model.annotation import Token
from dateline.model.reading import Argument, Event
from dateline.model.vocabulary import EventType, Stance

NEAR = 2
"""Sentences back in which a denied charge may have been made."""


def denials(cast: Cast, stated: Sequence[Link], events: Sequence[Event]) -> Iterator[Link]:
    """ "X denied any part", "X rejected the charge", "X dismissed the claim that Y took part", "X says that's false".

    The accused is the speaker where the denial is of an own act, the subject of the claim where it has one, else
    whoever was charged last: by one of the statements of blame and claim, or as the actor of an attack.
    """
    annotated = cast.annotated
    charged = _charged(cast, stated, events)
    for token in annotated.tokens:
        if token.upos not in {"VERB", "AUX"}:
            continue
        speaker, about = agent(annotated, token.index), _denied(cast, token)
        if speaker is None or not about:
            continue
        argument = cast.argument(speaker, "responsibility")
        own = _principal(cast, speaker) or argument
        before = _before(cast, charged, token)
        accused = _claimed_subject(cast, token) or (own if about == "own" or not before else before[-1])
        if about == "own" and (doer := _own_doer(cast, token)) is not None:
            accused = doer
        if argument is not None and accused is not None:
            yield Link(Stance.DENIES, argument, accused, token.index)


def _principal(cast: Cast, speaker: int) -> Argument | None:
    """For whom a ministry, an embassy or a spokesman denies: "Algeria's foreign ministry" for Algeria."""
    if cast.annotated.tokens[speaker].lemma.lower() not in MOUTHPIECES:
        return None
    owner = child(cast.annotated, speaker, "nmod:poss")
    return cast.argument(owner, "responsibility") if owner is not None else None


def _charged(cast: Cast, stated: Sequence[Link], events: Sequence[Event]) -> list[tuple[int, Argument]]:
    """Who is charged with something, and at which token, in text order."""
    at = {t.start: t.index for t in cast.annotated.tokens}
    found = [(link.token, link.accused) for link in stated if link.stance is not Stance.DENIES]
    for event in events:
        if event.type is EventType.ASSAULT and event.actors and event.says:
            found += [(at[m.start], event.actors[-1]) for m in event.mentions if m.start in at]
    return sorted(found, key=lambda pair: pair[0])


def _before(cast: Cast, charged: Sequence[tuple[int, Argument]], token: Token) -> list[Argument]:
    """Those charged before a token, as near as a denial answers."""
    here = cast.annotated.sentence_of(token.index).index
    return [
        accused
        for index, accused in charged
        if index < token.index
        and here - cast.annotated.sentence_of(index).index <= NEAR
        and not accused.name.lower().startswith(("a ", "an ", "one of "))
    ]


def _own_doer(cast: Cast, token: Token) -> Argument | None:
    """The speaker's own people as the clause of a denial names them: "denied that its fighters had a part"."""
    clause = child(cast.annotated, token.index, "ccomp")
    first = subject(cast.annotated, clause) if clause is not None else None
    if first is None or cast.annotated.tokens[first].upos == "PRON" or not is_own(cast, first):
        return None
    return cast.argument(first, "responsibility")


def _is_of_an_act(cast: Cast, token: Token) -> bool:
    """Whether what is denied in a clause is that the speaker, or the speaker's people, did something."""
    annotated = cast.annotated
    clause = child(annotated, token.index, "xcomp", "ccomp")
    if clause is None:
        return False
    if annotated.tokens[clause].relation == "ccomp":
        first = subject(annotated, clause)
        named = cast.argument(first, "responsibility") if first is not None else None
        speaker = agent(annotated, token.index)
        of = cast.argument(speaker, "responsibility") if speaker is not None else None
        same = named is not None and of is not None and named.name == of.name
        if first is None or not (is_own(cast, first) or same):
            return False
    if any(annotated.tokens[c].lemma.lower() in HABITUALLY for c in annotated.children(token.index)):
        return False
    return bool({annotated.tokens[i].lemma.lower() for i in annotated.subtree(clause)} & (DONE | GUILT))


def _denied(cast: Cast, token: Token) -> str:
    """ "own" for a denial of an own act, "charge" for that of a charge or a claim, "" for no denial."""
    annotated = cast.annotated
    lemma = token.lemma.lower()
    target = patient(annotated, token.index)
    about = annotated.tokens[target].lemma.lower() if target is not None else ""
    if lemma in DISTANCING:
        itself = about in {"itself", "themselves", "himself"}
        from_ = (
            annotated.tokens[i].lemma.lower() for p, i in obliques(annotated, token.index) if p == "from"
        )
        return "own" if itself and any(word in GUILT for word in from_) else ""
    if lemma == "have" and _has_none(cast, token, target):
        return "own"
    if lemma in DENYING:
        act = child(annotated, token.index, "xcomp")
        having = act is not None and annotated.tokens[act].xpos in {"VBG", "VBN"}
        if about in OWN_PART or (lemma == "deny" and (having or _is_of_an_act(cast, token))):
            return "own"
        if target is not None and annotated.tokens[target].text.lower() in {"it", "this", "that", "them"}:
            return "own"
        return "charge" if about in PART else ""
    if lemma in {"say", "call", "insist", "describe"}:
        clause = child(annotated, token.index, "ccomp", "xcomp")
        words = (
            {annotated.tokens[i].lemma.lower() for i in annotated.subtree(clause)}
            if clause is not None
            else set()
        )
        words |= (
            {annotated.tokens[i].lemma.lower() for i in annotated.subtree(target)}
            if target is not None
            else set()
        )
        pointing = words & POINTING
        return "charge" if words & FALSE and pointing and len(words) < 9 else ""
    return ""


def _has_none(cast: Cast, token: Token, target: int | None) -> bool:
    """ "Had nothing to do with", "had no hand in", said by those whom it is about."""
    if target is None:
        return False
    word = cast.annotated.tokens[target].lemma.lower()
    below = {cast.annotated.tokens[c].lemma.lower() for c in cast.annotated.children(target)}
    none = (word == "nothing" and "do" in below) or (
        word in {"hand", "part", "role", "involvement"} and "no" in below
    )
    first = subject(cast.annotated, token.index)
    return none and first is not None and is_own(cast, first)


def _claimed_subject(cast: Cast, token: Token) -> Argument | None:
    """The subject of the clause that a claim holds: "the claim … that foreign aircraft took part"."""
    target = patient(cast.annotated, token.index)
    if target is None:
        return None
    for c in cast.annotated.children(target):
        below = cast.annotated.tokens[c]
        if (
            c != token.index
            and below.deprel in {"acl", "ccomp", "acl:relcl"}
            and (first := subject(cast.annotated, c)) is not None
            and first != target
        ):
            return cast.argument(first, "responsibility")
    return _according_to(cast, target)


def _according_to(cast: Cast, target: int) -> Argument | None:
    """ "The version, spread by a portal, according to which policemen sold the route"."""
    annotated = cast.annotated
    for index in annotated.subtree(target):
        words = [t.text.lower() for t in annotated.tokens[index : index + 3]]
        if words == ["according", "to", "which"]:
            after = range(index + 3, annotated.sentence_of(index).last + 1)
            verb = next(
                (i for i in after if is_verb(annotated.tokens[i]) and subject(annotated, i) is not None), None
            )
            first = subject(annotated, verb) if verb is not None else None
            return (
                cast.argument(first, "responsibility") if first is not None and cast.is_actor(first) else None
            )
    return None

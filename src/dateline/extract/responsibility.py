"""Who blames whom, who claims an attack, who denies one: from verbs and nouns of responsibility."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.attribution import Frame
from dateline.extract.attributions import says_of
from dateline.extract.blame import Link, blames, is_own, links
from dateline.extract.cast import Cast
from dateline.extract.denials import denials
from dateline.extract.tree import agent, child, obliques, patient, subject
from dateline.languages.en.events import ADMITTING
from dateline.languages.en.responsibility import (
    CLAIMING,
    GUILT,
    OWNING,
)
from dateline.model.annotation import Token
from dateline.model.reading import Event, Responsibility
from dateline.model.vocabulary import EventType, Stance


def find_responsibility(
    cast: Cast, frames: tuple[Frame, ...], events: Sequence[Event]
) -> tuple[Responsibility, ...]:
    """All statements of responsibility in text order, each with the events it speaks of."""
    if not cast.about_violence:
        return ()
    stated = [
        *blames(cast),
        *_claims(cast, frames),
        *_quoted(cast, frames),
        *_named(cast, frames),
        *denials(cast),
    ]
    found: dict[tuple[Stance, str, str], Responsibility] = {}
    for link in sorted(stated, key=lambda k: k.token):
        sentence = cast.annotated.sentence_of(link.token)
        evidence = cast.annotated.sentence_span(sentence)
        key = (link.stance, link.speaker.name, link.accused.name)
        found.setdefault(
            key,
            Responsibility(
                link.stance, link.speaker, link.accused, _about(events, link, evidence), (evidence,)
            ),
        )
    return tuple(found.values())


def _about(events: Sequence[Event], link: Link, evidence: object) -> tuple[str, ...]:
    """The assault mentioned in the same sentence, else the last one before it."""
    assaults = [e for e in events if e.type is EventType.ASSAULT]
    start, end = getattr(evidence, "start", 0), getattr(evidence, "end", 0)
    inside = [e for e in assaults if any(start <= m.start < end for m in e.mentions)]
    before = [e for e in assaults if e.trigger.start < end]
    chosen = inside or before[-1:]
    return tuple(e.id for e in chosen[:1])


def _quoted(cast: Cast, frames: tuple[Frame, ...]) -> Iterator[Link]:
    """An assault that its actor tells of, or that somebody tells of another: "ISWAP said it had planted the device".

    Who says "we" or "it" of an attack claims it; who names another as its actor blames.
    """
    tokens = cast.annotated.tokens
    for token in tokens:
        if token.lemma.lower() not in OWNING or token.upos != "VERB":
            continue
        doer = agent(cast.annotated, token.index)
        speakers = says_of(cast, frames, token.index)
        if doer is None or not speakers or not is_own(cast, doer):
            continue
        speaker = speakers[0].speaker
        accused = cast.argument(doer, "responsibility")
        if tokens[doer].upos != "PRON" and accused is not None:
            yield Link(Stance.CLAIMS, speaker, accused, token.index)
        elif accused is None or accused.name == speaker.name or tokens[doer].text.lower() == "we":
            yield Link(Stance.CLAIMS, speaker, speaker, token.index)


def _named(cast: Cast, frames: tuple[Frame, ...]) -> Iterator[Link]:
    """Who is named as having done it: "say it was men from a camp", "say that the troops did it", "saw the hand of"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        lemma = token.lemma.lower()
        if lemma == "see" and (hand := child(annotated, token.index, "obj")) is not None:
            owner = next((i for p, i in obliques(annotated, hand) if p == "of"), None)
            if annotated.tokens[hand].lemma.lower() == "hand":
                yield from links(cast, Stance.BLAMES, token.index, (agent(annotated, token.index), owner))
            continue
        doer = _doer_of_it(cast, token)
        speakers = says_of(cast, frames, token.index) if doer is not None else ()
        accused = cast.argument(doer, "responsibility") if doer is not None else None
        if doer is None or accused is None or not speakers:
            continue
        speaker = speakers[0].speaker
        if is_own(cast, doer) or accused.name == speaker.name:
            yield Link(Stance.CLAIMS, speaker, speaker, token.index)
        elif cast.is_actor(doer):
            yield Link(Stance.BLAMES, speaker, accused, token.index)


def _doer_of_it(cast: Cast, token: Token) -> int | None:
    """The doer in "it was men from …" and "the troops did it", said by somebody; None for another clause."""
    annotated = cast.annotated
    if token.lemma.lower() == "do" and token.upos == "VERB":
        thing = child(annotated, token.index, "obj")
        if thing is not None and annotated.tokens[thing].text.lower() in {"it", "this", "that"}:
            return subject(annotated, token.index)
        return None
    if token.upos not in {"NOUN", "PROPN"} or child(annotated, token.index, "cop") is None:
        return None
    first = child(annotated, token.index, "nsubj")
    it = first is not None and annotated.tokens[first].text.lower() == "it"
    return token.index if it and cast.is_actor(token.index) else None


def _claims(cast: Cast, frames: tuple[Frame, ...]) -> Iterator[Link]:
    """ "X claimed responsibility / the attack", "X said it carried out / was behind …"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        lemma = token.lemma.lower()
        if lemma in CLAIMING and token.upos == "VERB":
            target = patient(annotated, token.index)
            about = annotated.tokens[target].lemma.lower() if target is not None else ""
            speaker = agent(annotated, token.index)
            if about in GUILT and speaker is not None and not _negated(cast, token.index):
                yield from links(cast, Stance.CLAIMS, token.index, (speaker, speaker))
        elif lemma in ADMITTING and token.upos == "VERB":
            act, speaker = child(annotated, token.index, "xcomp"), agent(annotated, token.index)
            if act is not None and annotated.tokens[act].lemma.lower() in OWNING and speaker is not None:
                yield from links(cast, Stance.CLAIMS, token.index, (speaker, speaker))
        elif lemma == "behind" and token.relation in {"case", "root", "advmod", "ccomp"}:
            yield from _behind(cast, frames, token.index)


def _negated(cast: Cast, verb: int) -> bool:
    return any(
        cast.annotated.tokens[c].lemma.lower() in {"not", "n't", "never"}
        for c in cast.annotated.children(verb)
    )


def _behind(cast: Cast, frames: tuple[Frame, ...], index: int) -> Iterator[Link]:
    """ "X said it was behind the attack" claims; "X said Y was behind the attack" blames."""
    annotated = cast.annotated
    governor = index if annotated.tokens[index].relation != "case" else annotated.tokens[index].head
    doer = subject(annotated, governor)
    speakers = says_of(cast, frames, governor)
    accused = cast.argument(doer, "responsibility") if doer is not None else None
    if accused is None or not speakers:
        return
    speaker = speakers[0].speaker
    own = speaker.name == accused.name or is_own(cast, doer if doer is not None else index)
    yield Link(Stance.CLAIMS if own else Stance.BLAMES, speaker, accused, index)

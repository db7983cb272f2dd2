"""Who blames whom, who claims an attack, who denies one: from verbs and nouns of responsibility."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.attribution import Frame
from dateline.extract.attributions import says_of
from dateline.extract.blame import Link, blames, is_own, links
from dateline.extract.cast import Cast, weapon_at
from dateline.extract.denials import denials
from dateline.extract.tree import agent, auxiliaries, child, is_negated, oblique, obliques, patient, subject
from dateline.languages.en.events import ADMITTING
from dateline.languages.en.people import HE
from dateline.languages.en.responsibility import (
    ALLEGING,
    CLAIMING,
    GUILT,
    OWNING,
    SENDING,
    STATEMENTS,
    UNKNOWN,
)
from dateline.model.annotation import Token
from dateline.model.document import Span
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
        *_alleged(cast, frames),
        *_named(cast, frames),
    ]
    stated += denials(cast, stated, events)
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


def _about(events: Sequence[Event], link: Link, evidence: Span) -> tuple[str, ...]:
    """The assault mentioned in the same sentence, else the last one before it."""
    assaults = [e for e in events if e.type is EventType.ASSAULT]
    inside = [e for e in assaults if any(evidence.start <= m.start < evidence.end for m in e.mentions)]
    before = [e for e in assaults if e.trigger.start < evidence.end]
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
        if doer is None or not speakers or not is_own(cast, doer) or not _is_done(cast, token):
            continue
        if tokens[doer].text.lower() in HE or _brings_down(cast, token):
            continue
        speaker = speakers[0].speaker
        accused = cast.argument(doer, "responsibility")
        if tokens[doer].upos != "PRON" and accused is not None:
            yield Link(Stance.CLAIMS, speaker, accused, token.index)
        elif accused is None or accused.name == speaker.name or tokens[doer].text.lower() == "we":
            yield Link(Stance.CLAIMS, speaker, speaker, token.index)


def _brings_down(cast: Cast, token: Token) -> bool:
    """Whether a weapon is what somebody says they stopped: "it shot down 14 of them"."""
    after = cast.annotated.tokens[token.index + 1 : token.index + 2]
    return token.lemma.lower() == "down" or any(t.text.lower() == "down" for t in after)


def _is_done(cast: Cast, token: Token) -> bool:
    """Whether an act is told as done: not what somebody does at large, and not what they say they don't do."""
    past = token.xpos in {"VBD", "VBN"} or "have" in auxiliaries(cast.annotated, token.index)
    return past and not _negated(cast, token.index)


def _alleged(cast: Cast, frames: tuple[Frame, ...]) -> Iterator[Link]:
    """An attack that somebody alleges of another: "so it alleges, soldiers executed …", "suggested that traffickers bombed"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        if token.lemma.lower() not in OWNING or token.upos != "VERB" or not _is_done(cast, token):
            continue
        doer, speakers = agent(annotated, token.index), says_of(cast, frames, token.index)
        accused = cast.argument(doer, "responsibility") if doer is not None else None
        if doer is None or accused is None or not speakers or is_own(cast, doer) or not cast.is_actor(doer):
            continue
        said = speakers[0]
        cue = {
            t.lemma.lower()
            for t in annotated.tokens
            if said.cue and t.start >= said.cue.start and t.end <= said.cue.end
        }
        apart = (
            accused.mention.start > said.speaker.mention.end + 1
            or accused.mention.end < said.speaker.mention.start - 1
        )
        if (
            cue & ALLEGING
            and apart
            and accused.name != said.speaker.name
            and annotated.tokens[doer].lemma.lower() not in UNKNOWN
        ):
            yield Link(Stance.BLAMES, said.speaker, accused, token.index)


def _named(cast: Cast, frames: tuple[Frame, ...]) -> Iterator[Link]:
    """Who is named as having done it: "say it was men from a camp", "say that the troops did it", "saw the hand of"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        lemma = token.lemma.lower()
        if lemma == "see" and (hand := child(annotated, token.index, "obj")) is not None:
            owner = oblique(annotated, hand, "of")
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
        if token.upos == "VERB" and (lemma in CLAIMING or lemma in ADMITTING or lemma == "boast"):
            speaker = agent(annotated, token.index)
            own = (
                speaker is not None and not _negated(cast, token.index) and not is_negated(annotated, speaker)
            )
            if own and speaker is not None and _is_owned(cast, token):
                speaker = _who_states(cast, speaker)
                yield from links(cast, Stance.CLAIMS, token.index, (speaker, speaker))
        elif (lemma == "behind" and token.relation in {"case", "root", "advmod", "ccomp"}) or (
            lemma in {"involved", "responsible"} and _negated(cast, token.index)
        ):
            yield from _behind(cast, frames, token.index)


def _is_owned(cast: Cast, token: Token) -> bool:
    """Whether what is claimed, admitted or boasted of is an attack: "claimed a bomb", "owned up to the killing", "admitted firing"."""
    annotated, lemma = cast.annotated, token.lemma.lower()
    if lemma in CLAIMING:
        target = patient(annotated, token.index)
        if target is None and lemma == "own":
            target = oblique(annotated, token.index, "to", "up", "up to")
        target = target if target is not None else _next_noun(cast, token.index)
        about = annotated.tokens[target].lemma.lower() if target is not None else ""
        if about in GUILT or (
            lemma == "claim" and target is not None and weapon_at(annotated, target) is not None
        ):
            return True
    act = child(annotated, token.index, "xcomp", "ccomp", "advcl")
    if act is None or annotated.tokens[act].xpos not in {"VBG", "VBN"}:
        return False
    return annotated.tokens[act].lemma.lower() in OWNING | SENDING


def _next_noun(cast: Cast, verb: int) -> int | None:
    """The noun right after a verb, which the tree may have given to the next clause: "claimed both blasts and said …"."""
    for token in cast.annotated.tokens[verb + 1 : verb + 5]:
        if token.upos == "NOUN":
            return token.index
        if token.upos not in {"DET", "NUM", "ADJ", "PROPN", "PART"}:
            return None
    return None


def _who_states(cast: Cast, speaker: int) -> int:
    """Whose statement it is that claims: "a statement by the group", "a message signed by the Gavilanes"."""
    annotated = cast.annotated
    if annotated.tokens[speaker].lemma.lower() not in STATEMENTS:
        return speaker
    below = [speaker, *(c for c in annotated.children(speaker) if annotated.tokens[c].relation == "acl")]
    owner = child(annotated, speaker, "nmod:poss")
    found = (
        i for b in below for p, i in obliques(annotated, b) if p in {"by", "from", "of"} and cast.is_actor(i)
    )
    return owner if owner is not None else next(found, speaker)


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
    if _negated(cast, governor) or _negated(cast, index):
        if own:
            yield Link(Stance.DENIES, speaker, speaker, index)
        return
    yield Link(Stance.CLAIMS if own else Stance.BLAMES, speaker, accused, index)

"""Who blames whom, who claims an attack, who denies one: from verbs and nouns of responsibility."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.annotate.attribution import Frame
from dateline.extract.attributions import says_of
from dateline.extract.cast import Cast
from dateline.extract.tree import agent, child, obliques, patient, subject
from dateline.languages.en.events import ADMITTING
from dateline.languages.en.people import GROUPS, PEOPLE
from dateline.languages.en.responsibility import (
    BLAMING,
    CLAIMING,
    DENYING,
    DONE,
    FALSE,
    GUILT,
    OWN_PART,
    OWNING,
    PART,
)
from dateline.model.annotation import Token
from dateline.model.reading import Argument, Event, Responsibility
from dateline.model.vocabulary import EventType, Stance


@dataclass(frozen=True, slots=True)
class _Link:
    stance: Stance
    speaker: Argument
    accused: Argument
    token: int


def find_responsibility(
    cast: Cast, frames: tuple[Frame, ...], events: Sequence[Event]
) -> tuple[Responsibility, ...]:
    """All statements of responsibility in text order, each with the events it speaks of."""
    if not cast.about_violence:
        return ()
    links = [
        *_blames(cast),
        *_claims(cast, frames),
        *_quoted(cast, frames, events),
        *_named(cast, frames),
        *_denials(cast),
    ]
    found: dict[tuple[Stance, str, str], Responsibility] = {}
    for link in sorted(links, key=lambda k: k.token):
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


def _about(events: Sequence[Event], link: _Link, evidence: object) -> tuple[str, ...]:
    """The assault mentioned in the same sentence, else the last one before it."""
    assaults = [e for e in events if e.type is EventType.ASSAULT]
    start, end = getattr(evidence, "start", 0), getattr(evidence, "end", 0)
    inside = [e for e in assaults if any(start <= m.start < end for m in e.mentions)]
    before = [e for e in assaults if e.trigger.start < end]
    chosen = inside or before[-1:]
    return tuple(e.id for e in chosen[:1])


def _blames(cast: Cast) -> Iterator[_Link]:
    """ "X accused Y of …", "X blamed Y for …", "X blamed … on Y", "… was blamed by X on Y", "X held Y responsible"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        if token.upos != "VERB" or token.lemma.lower() not in BLAMING:
            continue
        speaker, accused = agent(annotated, token.index), patient(annotated, token.index)
        on = next((i for p, i in obliques(annotated, token.index) if p in {"on", "upon"}), None)
        if on is None and accused is not None and token.lemma.lower() in {"blame", "pin"}:
            on = next((i for p, i in obliques(annotated, accused) if p in {"on", "upon"}), None)
        if token.lemma.lower() in {"blame", "pin"} and on is not None:
            accused = on
        if token.lemma.lower() in {"attribute", "ascribe"}:
            accused = next((i for p, i in obliques(annotated, token.index) if p == "to"), None)
        if token.lemma.lower() == "hold" and not any(
            annotated.tokens[i].lemma == "responsible" for i in annotated.subtree(token.index)
        ):
            continue
        yield from _links(cast, Stance.BLAMES, token.index, (speaker, accused))


def _quoted(cast: Cast, frames: tuple[Frame, ...], events: Sequence[Event]) -> Iterator[_Link]:
    """An assault that its actor tells of, or that somebody tells of another: "ISWAP said it had planted the device".

    Who says "we" or "it" of an attack claims it; who names another as its actor blames.
    """
    tokens = cast.annotated.tokens
    for token in tokens:
        if token.lemma.lower() not in OWNING or token.upos != "VERB":
            continue
        doer = agent(cast.annotated, token.index)
        speakers = says_of(cast, frames, token.index)
        if doer is None or not speakers or not _is_own(cast, doer):
            continue
        speaker = speakers[0].speaker
        accused = cast.argument(doer, "responsibility")
        if tokens[doer].upos != "PRON" and accused is not None:
            yield _Link(Stance.CLAIMS, speaker, accused, token.index)
        elif accused is None or accused.name == speaker.name or tokens[doer].text.lower() == "we":
            yield _Link(Stance.CLAIMS, speaker, speaker, token.index)


def _named(cast: Cast, frames: tuple[Frame, ...]) -> Iterator[_Link]:
    """Who is named as having done it: "say it was men from a camp", "say that the troops did it", "saw the hand of"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        lemma = token.lemma.lower()
        if lemma == "see" and (hand := child(annotated, token.index, "obj")) is not None:
            owner = next((i for p, i in obliques(annotated, hand) if p == "of"), None)
            if annotated.tokens[hand].lemma.lower() == "hand":
                yield from _links(cast, Stance.BLAMES, token.index, (agent(annotated, token.index), owner))
            continue
        doer = _doer_of_it(cast, token)
        speakers = says_of(cast, frames, token.index) if doer is not None else ()
        accused = cast.argument(doer, "responsibility") if doer is not None else None
        if doer is None or accused is None or not speakers:
            continue
        speaker = speakers[0].speaker
        if _is_own(cast, doer) or accused.name == speaker.name:
            yield _Link(Stance.CLAIMS, speaker, speaker, token.index)
        elif cast.is_actor(doer):
            yield _Link(Stance.BLAMES, speaker, accused, token.index)


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


def _is_own(cast: Cast, doer: int) -> bool:
    """Whether a speaker's words name the speaker or the speaker's own people: "it", "we", "its fighters", "our men"."""
    tokens = cast.annotated.tokens
    if tokens[doer].text.lower() in {"it", "we", "they", "he"}:
        return True
    owned = any(tokens[c].text.lower() in {"its", "our"} for c in cast.annotated.children(doer))
    return owned and (
        tokens[doer].lemma.lower() in PEOPLE | GROUPS or tokens[doer].text == tokens[doer].text.lower()
    )


def _links(cast: Cast, stance: Stance, token: int, parties: tuple[int | None, int | None]) -> Iterator[_Link]:
    if parties[0] is None or parties[1] is None:
        return
    speaker, accused = (
        cast.argument(parties[0], "responsibility"),
        cast.argument(parties[1], "responsibility"),
    )
    if (
        speaker is not None
        and accused is not None
        and (cast.is_actor(parties[1]) or stance is not Stance.BLAMES)
    ):
        yield _Link(stance, speaker, accused, token)


def _claims(cast: Cast, frames: tuple[Frame, ...]) -> Iterator[_Link]:
    """ "X claimed responsibility / the attack", "X said it carried out / was behind …"."""
    annotated = cast.annotated
    for token in annotated.tokens:
        lemma = token.lemma.lower()
        if lemma in CLAIMING and token.upos == "VERB":
            target = patient(annotated, token.index)
            about = annotated.tokens[target].lemma.lower() if target is not None else ""
            speaker = agent(annotated, token.index)
            if about in GUILT and speaker is not None and not _negated(cast, token.index):
                yield from _links(cast, Stance.CLAIMS, token.index, (speaker, speaker))
        elif lemma in ADMITTING and token.upos == "VERB":
            act, speaker = child(annotated, token.index, "xcomp"), agent(annotated, token.index)
            if act is not None and annotated.tokens[act].lemma.lower() in OWNING and speaker is not None:
                yield from _links(cast, Stance.CLAIMS, token.index, (speaker, speaker))
        elif lemma == "behind" and token.relation in {"case", "root", "advmod", "ccomp"}:
            yield from _behind(cast, frames, token.index)


def _negated(cast: Cast, verb: int) -> bool:
    return any(
        cast.annotated.tokens[c].lemma.lower() in {"not", "n't", "never"}
        for c in cast.annotated.children(verb)
    )


def _behind(cast: Cast, frames: tuple[Frame, ...], index: int) -> Iterator[_Link]:
    """ "X said it was behind the attack" claims; "X said Y was behind the attack" blames."""
    annotated = cast.annotated
    governor = index if annotated.tokens[index].relation != "case" else annotated.tokens[index].head
    doer = subject(annotated, governor)
    speakers = says_of(cast, frames, governor)
    accused = cast.argument(doer, "responsibility") if doer is not None else None
    if accused is None or not speakers:
        return
    speaker = speakers[0].speaker
    own = speaker.name == accused.name or _is_own(cast, doer if doer is not None else index)
    yield _Link(Stance.CLAIMS if own else Stance.BLAMES, speaker, accused, index)


def _denials(cast: Cast) -> Iterator[_Link]:
    """ "X denied any part", "X rejected the charge", "X dismissed the claim that Y took part", "X says that's false".

    The accused is the speaker where the denial is of an own act, the subject of the claim where it has one, else
    whoever was blamed last.
    """
    annotated = cast.annotated
    blamed = list(_blames(cast))
    for token in annotated.tokens:
        if token.upos not in {"VERB", "AUX"}:
            continue
        speaker, about = agent(annotated, token.index), _denied(cast, token)
        if speaker is None or not about:
            continue
        argument = cast.argument(speaker, "responsibility")
        before = [link.accused for link in blamed if link.token < token.index]
        accused = _claimed_subject(cast, token) or (argument if about == "own" or not before else before[-1])
        if about == "own" and (own := _own_doer(cast, token)) is not None:
            accused = own
        if argument is not None and accused is not None:
            yield _Link(Stance.DENIES, argument, accused, token.index)


def _own_doer(cast: Cast, token: Token) -> Argument | None:
    """The speaker's own people as the clause of a denial names them: "denied that its fighters had a part"."""
    clause = child(cast.annotated, token.index, "ccomp")
    first = subject(cast.annotated, clause) if clause is not None else None
    if first is None or cast.annotated.tokens[first].upos == "PRON" or not _is_own(cast, first):
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
        if first is None or not (_is_own(cast, first) or same):
            return False
    if any(
        annotated.tokens[c].lemma.lower() in {"always", "often", "repeatedly"}
        for c in annotated.children(token.index)
    ):
        return False
    return bool({annotated.tokens[i].lemma.lower() for i in annotated.subtree(clause)} & (DONE | GUILT))


def _denied(cast: Cast, token: Token) -> str:
    """ "own" for a denial of an own act, "charge" for that of a charge or a claim, "" for no denial."""
    annotated = cast.annotated
    lemma = token.lemma.lower()
    target = patient(annotated, token.index)
    about = annotated.tokens[target].lemma.lower() if target is not None else ""
    if lemma in DENYING:
        if about in OWN_PART or (lemma == "deny" and _is_of_an_act(cast, token)):
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
        pointing = words & {"that", "this", "it", "claim", "report", "allegation", "accusation", "charge"}
        return "charge" if words & FALSE and pointing and len(words) < 9 else ""
    return ""


def _claimed_subject(cast: Cast, token: Token) -> Argument | None:
    """The subject of the clause that a claim holds: "the claim … that foreign aircraft took part"."""
    target = patient(cast.annotated, token.index)
    if target is None:
        return None
    for c in cast.annotated.children(target):
        below = cast.annotated.tokens[c]
        if (
            below.deprel in {"acl", "ccomp", "acl:relcl"}
            and (first := subject(cast.annotated, c)) is not None
            and first != target
        ):
            return cast.argument(first, "responsibility")
    return None

"""Whether a word of violence stands for none: storms that kill, ministers who are fired, attacks on the budget.

In: a cast, a trigger and its roles. Out: yes or no. Every rule asks for a word that shows it; what shows nothing is not
innocent, and `violence.py` goes on.
"""

from __future__ import annotations

from dateline.extract.cast import Cast, weapon_at
from dateline.extract.mention import Trigger
from dateline.extract.roles import Roles, has_people
from dateline.extract.tree import agent, ancestors, child, obliques, patient, subject
from dateline.languages.en.events import WAR
from dateline.languages.en.innocent import (
    ABSTRACT,
    ACCIDENTAL,
    ACCIDENTS,
    DISMISSING,
    FILMED,
    ILLNESSES,
    NATURE,
    PEACEFUL,
    PITCH,
    SALUTES,
    SHARP_WORDS,
    STORIES,
)


def is_innocent(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether something around a trigger of ASSAULT shows that nobody attacks anybody."""
    return (
        _by_nature(cast, trigger)
        or _of_words(cast, trigger)
        or _of_other_sense(cast, trigger, roles)
        or _in_a_story(cast, trigger)
        or _on_the_pitch(cast, trigger, roles)
    )


def _on_the_pitch(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether the sentence is of a match, on a page about other things: "bombarded the visiting goalkeeper"."""
    if roles.weapons:
        return False
    sentence = cast.annotated.sentence_of(trigger.token)
    words = [t.text.lower() for t in cast.annotated.tokens[sentence.first : sentence.last + 1]]
    own = {cast.annotated.tokens[i].text.lower() for i in trigger.words}
    return sum(w in PITCH for w in words) > sum(w in WAR and w not in own for w in words)


def _by_nature(cast: Cast, trigger: Trigger) -> bool:
    """ "The storm hit the coast", "a heart attack", "a gas explosion", "two trains collided, killing 31"."""
    tokens = cast.annotated.tokens
    if trigger.noun:
        before = {
            tokens[c].lemma.lower() for c in cast.annotated.children(trigger.token) if c < trigger.token
        }
        exploding = trigger.frame.lemma in {"explosion", "blast"}
        return bool(before & ILLNESSES) or (exploding and bool(before & ACCIDENTAL))
    doer = agent(cast.annotated, trigger.clause)
    if doer is not None and is_natural(cast, doer):
        return True
    above = tokens[trigger.clause].head
    wrecked = (
        tokens[trigger.clause].relation == "advcl" and above >= 0 and tokens[above].lemma.lower() in ACCIDENTS
    )
    return wrecked and "harm" in trigger.frame.flags and not _names_a_weapon(cast, trigger)


def is_natural(cast: Cast, doer: int) -> bool:
    """Whether a doer is a force of nature, an animal or an illness, and has no owner who sends it."""
    token = cast.annotated.tokens[doer]
    if token.lemma.lower() in {"attack", "explosion", "blast"}:
        before = {cast.annotated.tokens[c].lemma.lower() for c in cast.annotated.children(doer)}
        return bool(before & (ILLNESSES | ACCIDENTAL))
    opens = cast.annotated.sentence_of(doer).first == doer
    word = token.lemma.lower() if token.upos == "NOUN" else token.lemma.lower().removesuffix("s")
    return word in NATURE and (token.upos == "NOUN" or opens)


def _names_a_weapon(cast: Cast, trigger: Trigger) -> bool:
    sentence = cast.annotated.sentence_of(trigger.token)
    found = (weapon_at(cast.annotated, i) for i in range(sentence.first, sentence.last + 1))
    return any(w is not None and w.mode is not None for w in found)


def _of_words(cast: Cast, trigger: Trigger) -> bool:
    """ "A fierce attack on the budget", "came under fire over the delays", "targeted the protein"."""
    annotated = cast.annotated
    below = {annotated.tokens[c].lemma.lower() for c in annotated.children(trigger.token)}
    if trigger.noun and below & SHARP_WORDS:
        return True
    if trigger.frame.words[-1] == "fire" and trigger.frame.lemma == "come":
        return any(p == "over" and not cast.is_place(i) for p, i in obliques(annotated, trigger.clause))
    aimed = [
        i
        for at in {trigger.token, trigger.clause}
        for p, i in obliques(annotated, at)
        if p in {"on", "against", "of"}
    ]
    thing = patient(annotated, trigger.token) if not trigger.noun else None
    hit = [*aimed, *([thing] if thing is not None else [])]
    return bool(hit) and all(annotated.tokens[i].lemma.lower() in ABSTRACT for i in hit)


def _of_other_sense(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """ "Fired his minister", "shot a documentary", "fought to save the boy", "fired a salute", "launched a service"."""
    if trigger.noun:
        return False
    annotated, lemma = cast.annotated, trigger.frame.lemma
    thing = patient(annotated, trigger.token)
    word = annotated.tokens[thing].lemma.lower() if thing is not None else ""
    if lemma == "fire":
        let_go = word in DISMISSING and has_people(cast, [thing] if thing is not None else [])
        return word in SALUTES or (let_go and not roles.weapons)
    if lemma == "shoot":
        return word in FILMED
    if lemma in {"fight", "battle"}:
        aim = child(annotated, trigger.token, "xcomp", "advcl")
        return aim is not None and annotated.tokens[aim].lemma.lower() in PEACEFUL
    if lemma == "launch" and thing is not None:
        return weapon_at(annotated, thing) is None and annotated.tokens[thing].upos == "NOUN"
    return False


def _in_a_story(cast: Cast, trigger: Trigger) -> bool:
    """ "The play, in which a soldier murders his wife", "the novel tells of a massacre", "the anniversary of the battle"."""
    annotated = cast.annotated
    for above in ancestors(annotated, trigger.token):
        token = annotated.tokens[above]
        if token.upos == "NOUN" and token.lemma.lower() in STORIES | {"anniversary"}:
            return True
        if token.upos == "VERB" and above != trigger.clause:
            first = subject(annotated, above)
            told = first is not None and annotated.tokens[first].lemma.lower() in STORIES
            return told and token.lemma.lower() in {"tell", "show", "depict", "portray", "recount", "follow"}
    return False

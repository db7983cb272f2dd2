"""How an assault was done: by the word that names it, by the weapons around it, by who does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.extract.cast import Cast, modifier_weapons, weapon_at
from dateline.extract.mention import EventMention, Trigger
from dateline.extract.roles import Roles
from dateline.languages.en.people import REFLEXIVE
from dateline.languages.en.targets import HELD
from dateline.model.vocabulary import EventType, Mode

_AIR = frozenset("jet warplane aircraft helicopter airforce pilot plane gunship".split())
_ON_FOOT = frozenset("storm overrun descend swoop besiege".split())
_WEAK = frozenset({None, Mode.BOMBING, Mode.RAID, Mode.SHOOTING, Mode.OTHER})


def mode_of(cast: Cast, trigger: Trigger, roles: Roles) -> Mode | None:
    """The mode of a trigger of ASSAULT, None for other types and where nothing says it."""
    if trigger.frame.type is not EventType.ASSAULT:
        return None
    if _is_suicide(cast, trigger, roles):
        return Mode.SUICIDE_BOMBING
    if _is_from_the_air_too(cast, trigger):
        return Mode.AIRSTRIKE
    own = trigger.frame.mode
    if own not in _WEAK or trigger.frame.lemma in _ON_FOOT:
        return own
    if _is_aerial(cast, trigger):
        return Mode.AIRSTRIKE
    by_weapon = next((m for m in _weapon_modes(cast, trigger, roles) if m is not None), None)
    if by_weapon is Mode.AIRSTRIKE and _is_unmanned(cast):
        return Mode.DRONE
    if by_weapon is not None and not (
        own is Mode.RAID and by_weapon is Mode.SHOOTING and trigger.frame.lemma != "ambush"
    ):
        return by_weapon
    if _from_the_air(cast, trigger, roles):
        return Mode.DRONE if _is_unmanned(cast) else Mode.AIRSTRIKE
    return own


def _is_from_the_air_too(cast: Cast, trigger: Trigger) -> bool:
    """Whether strikes of two kinds are counted together: "air and drone strikes"."""
    before = [t.text.lower() for t in cast.annotated.tokens[max(0, trigger.token - 3) : trigger.token]]
    return before[:1] in (["air"], ["aerial"]) and before[1:2] in (["and"], ["or"])


def _is_suicide(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether attackers blow themselves up: "a suicide bomber", "blew himself up"."""
    annotated = cast.annotated
    below = {annotated.tokens[c].text.lower() for c in annotated.children(trigger.token)}
    if trigger.frame.lemma in {"blow up", "detonate", "explode"} and below & REFLEXIVE:
        return True
    around = {annotated.tokens[i].lemma.lower() for r in roles.actors for i in annotated.subtree(r)}
    return "suicide" in around and "bomber" in around


def usual(cast: Cast, mentions: Sequence[EventMention]) -> Mode | None:
    """How an attack was done as far as its words let one suppose, where nothing says it.

    Who attacks a village or a post comes on foot, whatever they kill with; what is only "fired on" is shot at.
    """
    heads = cast.heads
    for mention in mentions:
        struck = (heads[r.mention] for r in mention.recipients if r.mention in heads)
        if mention.trigger.frame.lemma == "attack" and any(
            cast.annotated.tokens[i].lemma.lower() in HELD for i in struck
        ):
            return Mode.RAID
    if any(m.trigger.frame.words[-1] == "fire" and not _names_arms(cast, m) for m in mentions):
        return Mode.SHOOTING
    return None


def _names_arms(cast: Cast, mention: EventMention) -> bool:
    """Whether the mention's sentence names a weapon that tells the mode."""
    sentence = cast.annotated.sentences[mention.sentence]
    found = (weapon_at(cast.annotated, i) for i in range(sentence.first, sentence.last + 1))
    return any(w is not None and w.mode is not None for w in found)


def _is_unmanned(cast: Cast) -> bool:
    """Whether the document calls its aircraft unmanned."""
    return any(t.lemma.lower() in {"unmanned", "uncrewed", "pilotless"} for t in cast.annotated.tokens)


def _weapon_modes(cast: Cast, trigger: Trigger, roles: Roles) -> Iterator[Mode | None]:
    """The modes of the weapons that belong to the trigger, nearest first."""
    for index in (*modifier_weapons(cast.annotated, trigger.token), *roles.weapons):
        weapon = weapon_at(cast.annotated, index)
        yield weapon.mode if weapon else None
    if trigger.clause != trigger.token:
        for index in modifier_weapons(cast.annotated, trigger.clause):
            weapon = weapon_at(cast.annotated, index)
            yield weapon.mode if weapon else None


def _from_the_air(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """Whether aircraft, pilots or an air force are named as those who do it, or the noun is qualified by "air"."""
    annotated = cast.annotated
    words = {
        annotated.tokens[i].lemma.lower()
        for r in (*roles.actors, *roles.weapons)
        for i in annotated.subtree(r)
    }
    named = (cast.argument(r, "subject") for r in roles.actors)
    words |= {word for argument in named if argument is not None for word in argument.name.lower().split()}
    if words & _AIR:
        return True
    return "air" in words and "force" in words


def _is_aerial(cast: Cast, trigger: Trigger) -> bool:
    """Whether the noun is qualified by "air": "air and drone strikes", "an aerial attack"."""
    below = {cast.annotated.tokens[c].lemma.lower() for c in cast.annotated.children(trigger.token)}
    return bool(below & {"air", "aerial"})

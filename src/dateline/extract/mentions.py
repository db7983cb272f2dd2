"""From triggers to event mentions: each with its own roles, place, time, harm, certainty and speakers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.annotate.attribution import Frame
from dateline.extract.attributions import says_of
from dateline.extract.cast import Cast
from dateline.extract.certainty import certainty_of
from dateline.extract.gate import violent_sentences
from dateline.extract.harm import find_harms
from dateline.extract.headings import without_headings
from dateline.extract.hits import can_be_hit
from dateline.extract.hunches import RULE, is_sure, is_unlikely
from dateline.extract.mention import EventMention, Harm, Trigger
from dateline.extract.mode import mode_of
from dateline.extract.relevance import is_event
from dateline.extract.roles import Roles, roles_of
from dateline.extract.scope import Scope
from dateline.extract.tree import preposition
from dateline.extract.triggers import find_triggers, tells_of
from dateline.extract.victims import is_bare, victims
from dateline.extract.wrapping import without_wrapping
from dateline.languages.en.events import ELSEWHERE
from dateline.model.annotation import AnnotatedDocument, Sentence
from dateline.model.document import Span
from dateline.model.reading import Argument
from dateline.model.vocabulary import Certainty, EventType


@dataclass(frozen=True, slots=True)
class Found:
    """What the document holds before mentions are put together: mentions, and harm that no mention governs.

    `triggers` are all words that name events, those without enough around them to be a mention too.
    """

    mentions: tuple[EventMention, ...]
    loose: tuple[Harm, ...]
    triggers: tuple[Trigger, ...] = ()


def find_mentions(cast: Cast, frames: tuple[Frame, ...]) -> Found:
    """All event mentions in text order, and the statements of harm that stand outside them."""
    annotated = cast.annotated
    triggers = _kept(cast, _likely(annotated))
    harms = find_harms(cast)
    scope = Scope(annotated, triggers)
    owners = {harm.token: scope.owner(harm.token) for harm in harms}
    owned = {t.token: tuple(h for h in harms if owners[h.token] == t.token) for t in triggers}
    mentions = _attempt(cast, triggers, scope, (frames, owned))
    meant = tuple(t for t in triggers if t.token in {m.trigger.token for m in mentions})
    if len(meant) < len(triggers):
        # A place under a word that names no event after all belongs to the event above it: "at a meeting in Duluth".
        mentions = _attempt(cast, meant, Scope(annotated, meant), (frames, owned))
    mentions = without_headings(annotated, without_wrapping(annotated, mentions))
    kept = {m.trigger.token for m in mentions}
    loose = tuple(h for h in harms if owners[h.token] not in kept)
    return Found(tuple(mentions), loose, triggers)


def _attempt(
    cast: Cast,
    triggers: Sequence[Trigger],
    scope: Scope,
    around: tuple[tuple[Frame, ...], Mapping[int, tuple[Harm, ...]]],
) -> list[EventMention]:
    """The mentions that the triggers make, each with what the sentence gives it."""
    frames, owned = around
    mentions: list[EventMention] = []
    for trigger in triggers:
        mention = _mention(cast, trigger, scope, (frames, owned[trigger.token]))
        if mention is not None:
            mentions.append(_as_part(cast, mention, mentions))
    return mentions


def _likely(annotated: AnnotatedDocument) -> tuple[Trigger, ...]:
    """The triggers of the tables, without figures of speech as the trained head sees them."""
    return tuple(t for t in find_triggers(annotated) if not is_unlikely(annotated, t))


def _kept(cast: Cast, triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The triggers of the page, without assaults where it is not about violence.

    A verb that only tells of a noun's event ("an attack … wounded two") gives the noun its clause and is dropped.
    """
    if not cast.about_violence:
        told = violent_sentences(cast.annotated)
        return tuple(
            t
            for t in triggers
            if t.frame.type is not EventType.ASSAULT or cast.annotated.sentence_of(t.token).index in told
        )
    telling = {
        noun.token: verb.token
        for verb in triggers
        if verb.frame.type is EventType.ASSAULT
        for noun in tells_of(cast.annotated, verb, triggers)
        if noun.frame.type is EventType.ASSAULT
        and _meant(cast, replace(noun, clause=verb.token), False) is not None
    }
    dropped = set(telling.values())
    return tuple(_in_clause(t, telling) for t in triggers if t.token not in dropped)


def _in_clause(trigger: Trigger, telling: dict[int, int]) -> Trigger:
    verb = telling.get(trigger.token)
    return replace(trigger, clause=verb) if verb is not None and trigger.clause == trigger.token else trigger


def _mention(
    cast: Cast, trigger: Trigger, scope: Scope, around: tuple[tuple[Frame, ...], tuple[Harm, ...]]
) -> EventMention | None:
    frames, harms = around
    meant = _meant(cast, trigger, bool(harms))
    if meant is None:
        return None
    trigger, roles = meant
    certainty = certainty_of(cast.annotated, trigger)
    if certainty is None:
        return None
    sentence = cast.annotated.sentence_of(trigger.token)
    mention = EventMention(
        trigger,
        trigger.frame.type,
        mode_of(cast, trigger, roles),
        _span(cast.annotated, trigger),
        sentence.index,
        sentence.paragraph,
        certainty,
        actors=arguments(cast, roles.actors, "subject"),
        recipients=arguments(cast, _hit(cast, trigger, roles), "object"),
        weapons=arguments(cast, roles.weapons, "weapon"),
        places=scope.places(trigger.token) or scope.there(trigger.token),
        time=scope.time(trigger.token),
        harms=harms,
        says=says_of(cast, frames, trigger.token),
        apart=_is_apart(cast, sentence, trigger),
        rule=RULE if "head" in trigger.frame.flags else "noun" if trigger.noun else "verb",
    )
    return _as_threat(cast, _with_told(cast, mention))


def _is_apart(cast: Cast, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the sentence opens by turning to another happening."""
    opening = cast.annotated.tokens[sentence.first : min(sentence.first + 6, trigger.token)]
    return any(t.text.lower() in ELSEWHERE for t in opening)


def _hit(cast: Cast, trigger: Trigger, roles: Roles) -> tuple[int, ...]:
    """The recipients that the event can have been done to."""
    if trigger.frame.type in {EventType.COERCE, EventType.RETREAT}:
        return tuple(r for r in roles.recipients if cast.is_actor(r) or cast.entity_type(r) is not None)
    if trigger.frame.type is not EventType.ASSAULT:
        return roles.recipients
    return tuple(r for r in roles.recipients if can_be_hit(cast, r))


def _as_part(cast: Cast, mention: EventMention, before: Sequence[EventMention]) -> EventMention:
    """One of those just told of takes their mode and parties: "airstrikes against …, including a strike near …"."""
    stopped = "end" in mention.trigger.frame.flags
    if not stopped and (
        not mention.trigger.noun
        or preposition(cast.annotated, mention.trigger.token) not in {"including", "among"}
    ):
        return mention
    near = (
        m
        for m in reversed(before)
        if m.type is mention.type and mention.sentence - m.sentence <= (8 if stopped else 0)
    )
    whole = next(near, None)
    if whole is None:
        return mention
    if stopped:
        mode = whole.mode or mention.mode
        return replace(
            mention, mode=mode, places=mention.places or whole.places, time=mention.time or whole.time
        )
    return replace(
        mention,
        mode=mention.mode or whole.mode,
        actors=mention.actors or whole.actors,
        recipients=mention.recipients or whole.recipients,
        places=(*mention.places, *(p for p in whole.places if p not in mention.places)),
    )


_THREATENED = frozenset(
    {EventType.REJECT, EventType.SANCTION, EventType.COERCE, EventType.ASSAULT, EventType.RETREAT}
)


def _as_threat(cast: Cast, mention: EventMention) -> EventMention:
    """What somebody says they would or could do under a condition is a threat: "it would walk out unless …"."""
    if (
        mention.type not in _THREATENED
        or mention.certainty not in {Certainty.PLANNED, Certainty.POSSIBLE}
        or not mention.actors
    ):
        return mention
    for c in cast.annotated.children(mention.trigger.clause):
        marks = [
            g
            for g in cast.annotated.children(c)
            if cast.annotated.tokens[g].lemma.lower() in {"unless", "if"}
        ]
        if cast.annotated.tokens[c].relation == "advcl" and marks and not mention.trigger.noun:
            return replace(mention, type=EventType.THREATEN, mode=None, certainty=Certainty.ASSERTED)
    return mention


def _meant(cast: Cast, trigger: Trigger, harmed: bool) -> tuple[Trigger, Roles] | None:
    """The trigger under the first of its frames that fits what stands around it, with its roles.

    Where none fits, the first frame stands if the trained head is sure of it.
    """
    for frame in (trigger.frame, *trigger.other_frames):
        candidate = replace(trigger, frame=frame)
        roles = roles_of(cast, candidate)
        if is_event(cast, candidate, roles, harmed):
            return candidate, roles
    if is_sure(cast.annotated, trigger):
        frame = replace(trigger.frame, flags=trigger.frame.flags | {"head"})
        return replace(trigger, frame=frame), roles_of(cast, trigger)
    return None


def _with_told(cast: Cast, mention: EventMention) -> EventMention:
    """The mention with the victims of its harm as recipients where its own are not people."""
    if mention.type is not EventType.ASSAULT:
        return mention
    known = {a.name for a in mention.recipients}
    fresh = [v for h in mention.harms for v in victims(h) if v.name not in known]
    bare = [r for r in mention.recipients if not is_bare(r)]
    return replace(mention, recipients=(*bare, *fresh))


def arguments(cast: Cast, indexes: Iterable[int], rule: str) -> tuple[Argument, ...]:
    """The arguments headed by the tokens, without unresolved pronouns and without repeating a name."""
    found: dict[str, Argument] = {}
    for index in indexes:
        argument = cast.argument(index, rule)
        if argument is not None:
            found.setdefault(argument.name, argument)
    return tuple(found.values())


def _span(annotated: AnnotatedDocument, trigger: Trigger) -> Span:
    """The trigger's words where they touch, else its main word."""
    words = sorted(trigger.words)
    if words[-1] - words[0] == len(words) - 1:
        return annotated.span(words[0], words[-1])
    return annotated.span(trigger.token, trigger.token)

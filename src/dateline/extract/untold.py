"""An attack that no word names: people came to harm by violent means, and that is all the report says.

In: a cast, the harm that no event governs. Out: at most one mention, made where the document has no attack at all,
from the first statement of harm: "A 15-year-old boy has died from a gunshot wound."
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.cast import Cast
from dateline.extract.innocent import is_natural
from dateline.extract.lexicon import EventFrame
from dateline.extract.mention import EventMention, Harm, Trigger
from dateline.extract.scope import Scope
from dateline.extract.tree import agent, is_verb
from dateline.languages.en.events import MEANS
from dateline.model.vocabulary import Certainty, EventType, Mode


def untold(cast: Cast, loose: Sequence[Harm]) -> EventMention | None:
    """The attack that a report's harm shows; None where nobody was harmed or nothing says that it was by violence."""
    mode = _means(cast)
    told = [h for h in loose if h.count.high != 0 and not _by_nature(cast, h)]
    if mode is None or not told:
        return None
    harm = told[0]
    annotated = cast.annotated
    frame = EventFrame(
        (annotated.tokens[harm.token].lemma.lower(),), EventType.ASSAULT, mode, (), frozenset({"harm"})
    )
    trigger = Trigger(harm.token, (harm.token,), frame, False, harm.token)
    scope, sentence = Scope(annotated, (trigger,)), annotated.sentence_of(harm.token)
    return EventMention(
        trigger,
        EventType.ASSAULT,
        mode,
        annotated.span(harm.token, harm.token),
        sentence.index,
        sentence.paragraph,
        Certainty.ASSERTED,
        recipients=harm.victims,
        places=scope.places(harm.token),
        time=scope.time(harm.token),
        harms=tuple(h for h in loose if annotated.sentence_of(h.token).index == sentence.index),
        rule="harm alone",
    )


def _by_nature(cast: Cast, harm: Harm) -> bool:
    """Whether it was a storm, a boiler or a lion that did the harm."""
    doer = agent(cast.annotated, harm.token) if is_verb(cast.annotated.tokens[harm.token]) else None
    return doer is not None and is_natural(cast, doer)


def _means(cast: Cast) -> Mode | None:
    """By what means the document says that people came to harm, the first said."""
    words = (t.text.lower() for t in cast.annotated.tokens)
    found = next((MEANS[w] for w in words if w in MEANS), None)
    return Mode(found) if found is not None else None

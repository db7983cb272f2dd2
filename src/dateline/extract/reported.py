"""Acts done by saying: what a speaker says that others must do, or that it will or will not do itself.

A verb of saying or deciding goes in; a trigger of REQUEST ("said that Sudan must return the helicopter"), REJECT ("says
it will not accept refugees") or AGREE ("said it would allow inspectors") comes out, after PLOVER's codebook, which
codes an intention to cooperate as an agreement and a refusal to act as a rejection.
"""

from __future__ import annotations

from dateline.extract.lexicon import EventFrame
from dateline.extract.mention import Trigger
from dateline.extract.tree import auxiliaries, child, is_negated, subject
from dateline.languages.en.events import COOPERATIVE, OBLIGING, THREATENING, WILLING
from dateline.languages.en.speech import ANNOUNCING, SPEAKING
from dateline.model.annotation import AnnotatedDocument, Token
from dateline.model.vocabulary import EventType

_ITSELF = frozenset({"it", "they", "he", "she", "we", "i"})


def reported_act(annotated: AnnotatedDocument, token: Token) -> Trigger | None:
    """The trigger that a verb of saying and the clause below it make together, or None."""
    if token.lemma.lower() not in SPEAKING | ANNOUNCING:
        return None
    said = child(annotated, token.index, "ccomp")
    doer = child(annotated, said, "nsubj") if said is not None else None
    if said is None or doer is None or subject(annotated, token.index) is None:
        return None
    kind = _kind(annotated, said, annotated.tokens[doer].text.lower() in _ITSELF)
    if kind is None:
        return None
    frame = EventFrame((token.lemma.lower(),), kind, None, (), frozenset({"state"}))
    return Trigger(token.index, (token.index, said), frame, False, token.index)


def _kind(annotated: AnnotatedDocument, said: int, itself: bool) -> EventType | None:
    modals = auxiliaries(annotated, said)
    if modals & OBLIGING and not itself:
        return EventType.REQUEST
    if not (modals & WILLING and itself):
        return None
    if is_negated(annotated, said):
        return EventType.REJECT
    if _is_violent(annotated, said):
        return EventType.THREATEN
    return EventType.AGREE if annotated.tokens[said].lemma.lower() in COOPERATIVE else None


def _is_violent(annotated: AnnotatedDocument, said: int) -> bool:
    """Whether an act is one that somebody threatens with, done or gone on with: "will hit back", "will go on targeting"."""
    if annotated.tokens[said].lemma.lower() in THREATENING:
        return True
    going_on = annotated.tokens[said].lemma.lower() in {"go", "continue", "keep"}
    return going_on and any(
        annotated.tokens[c].upos == "VERB" and annotated.tokens[c].lemma.lower() in THREATENING
        for c in annotated.children(said)
    )

"""How the document presents an event: asserted, planned, possible, alleged, denied, general; or negated.

Read off the words above and beside the trigger: auxiliaries, governing verbs, adverbs, conditions, negation.
"""

from __future__ import annotations

from dateline.extract.mention import Trigger
from dateline.extract.tree import ancestors, auxiliaries, child, is_negated, is_verb, subject
from dateline.languages.en.events import ALLEGED, DENIED, GENERAL, PLANNED
from dateline.model.annotation import AnnotatedDocument
from dateline.model.vocabulary import Certainty, EventType

_NOBODY = frozenset({"nobody", "none", "no-one", "nothing", "neither"})
_ATTEMPTS = frozenset(
    {
        "foil",
        "thwart",
        "prevent",
        "avert",
        "stop",
        "repel",
        "repulse",
        "beat",
        "intercept",
        "try",
        "attempt",
        "fail",
        "manage",
        "continue",
        "begin",
        "start",
        "help",
    }
)


def certainty_of(annotated: AnnotatedDocument, trigger: Trigger) -> Certainty | None:
    """The certainty of a trigger, or None where the event is negated and so no event at all."""
    verb = trigger.clause
    if trigger.noun and trigger.clause == trigger.token:
        return _noun_certainty(annotated, trigger)
    if _is_denied(annotated, verb):
        return Certainty.DENIED
    if (
        is_negated(annotated, verb)
        or _nobody_does(annotated, verb)
        or (trigger.noun and is_negated(annotated, trigger.token))
    ):
        return None
    if trigger.noun and annotated.tokens[verb].lemma.lower() in PLANNED:
        return Certainty.PLANNED
    if trigger.frame.lemma == "invite" or (trigger.frame.lemma in {"promise", "pledge"}):
        return Certainty.PLANNED
    return Certainty.POSSIBLE if trigger.frame.lemma == "offer" else _modality(annotated, verb)


def _noun_certainty(annotated: AnnotatedDocument, trigger: Trigger) -> Certainty | None:
    if is_negated(annotated, trigger.token):
        return None
    words = {annotated.tokens[c].lemma.lower() for c in annotated.children(trigger.token)}
    if words & {"possible", "potential", "future", "further", "likely", "imminent"}:
        return Certainty.POSSIBLE
    if words & ALLEGED:
        return Certainty.ALLEGED
    if words & GENERAL and trigger.plural:
        return Certainty.GENERAL
    if (
        trigger.plural
        and trigger.number is None
        and not trigger.definite
        and trigger.frame.type is EventType.ASSAULT
        and not _dated(annotated, trigger.token)
    ):
        return Certainty.GENERAL
    above = annotated.tokens[trigger.token].head
    if above >= 0:
        governor = annotated.tokens[above]
        lemma = governor.lemma.lower()
        if lemma in {"fear", "threat", "risk", "possibility", "prospect", "danger", "likelihood"} or (
            lemma in {"prevent", "avoid", "avert", "deter"} and not trigger.definite
        ):
            return Certainty.POSSIBLE
        if lemma in {"plan", "prepare", "plot"} and not is_negated(annotated, above):
            return Certainty.PLANNED
        if (
            is_verb(governor)
            and trigger.definite
            and annotated.tokens[trigger.token].relation == "obj"
            and _modality(annotated, above) is Certainty.PLANNED
        ):
            return Certainty.PLANNED
        if (
            is_verb(governor)
            and not trigger.definite
            and annotated.tokens[trigger.token].relation in {"nsubj", "obj"}
        ):
            return _modality(annotated, above)
    return Certainty.ASSERTED


def _dated(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether a time or a number stands in the noun's own phrase: then its plural is of certain happenings."""
    below = set(annotated.subtree(index))
    return any(t.first in below for t in annotated.times) or any(c.first in below for c in annotated.counts)


def _modality(annotated: AnnotatedDocument, verb: int) -> Certainty:
    """The certainty that auxiliaries and governing verbs give a clause."""
    helpers = auxiliaries(annotated, verb)
    words = {annotated.tokens[c].lemma.lower() for c in annotated.children(verb)}
    if helpers & {"may", "might", "could", "can"} or words & {"perhaps", "maybe", "possibly", "probably"}:
        return Certainty.POSSIBLE
    if helpers & {"would", "'d", "’d"}:
        return Certainty.POSSIBLE if _is_conditional(annotated, verb) else Certainty.PLANNED
    if helpers & {"will", "shall", "'ll", "’ll", "wo"}:
        return Certainty.PLANNED
    if _is_conditional(annotated, verb):
        return Certainty.POSSIBLE
    if words & ALLEGED:
        return Certainty.ALLEGED
    return _from_above(annotated, verb)


def _is_conditional(annotated: AnnotatedDocument, verb: int) -> bool:
    mark = child(annotated, verb, "mark")
    return mark is not None and annotated.tokens[mark].lemma.lower() in {"if", "unless", "whether", "lest"}


def _from_above(annotated: AnnotatedDocument, verb: int) -> Certainty:
    """What a governing verb says of a clause that is its complement: planned, possible, asserted."""
    token = annotated.tokens[verb]
    if token.head < 0:
        return Certainty.ASSERTED
    governor = annotated.tokens[token.head]
    lemma = governor.lemma.lower()
    if token.relation == "conj":
        helpers = auxiliaries(annotated, verb)
        return _modality(annotated, token.head) if is_verb(governor) and not helpers else Certainty.ASSERTED
    if (
        token.relation in {"xcomp", "ccomp", "acl", "csubj", "advcl"}
        and token.xpos in {"VB", "VBG", "VBN"}
        and _is_infinitive(annotated, verb)
    ):
        if lemma in PLANNED or lemma == "go":
            return Certainty.PLANNED
        if lemma in ALLEGED or lemma in {"say", "believe", "think", "report", "claim", "know"}:
            return Certainty.ALLEGED if token.relation == "xcomp" else Certainty.ASSERTED
        if lemma in _ATTEMPTS:
            return _modality(annotated, token.head)
        return Certainty.POSSIBLE
    return Certainty.ASSERTED


def _is_infinitive(annotated: AnnotatedDocument, verb: int) -> bool:
    mark = child(annotated, verb, "mark")
    return mark is not None and annotated.tokens[mark].lemma.lower() == "to"


def _is_denied(annotated: AnnotatedDocument, verb: int) -> bool:
    """Whether the clause is the content of a denial."""
    token = annotated.tokens[verb]
    for above in ancestors(annotated, verb):
        lemma = annotated.tokens[above].lemma.lower()
        if lemma in DENIED:
            return token.relation in {"ccomp", "xcomp", "obj"}
        if is_verb(annotated.tokens[above]):
            return False
        token = annotated.tokens[above]
    return False


def _nobody_does(annotated: AnnotatedDocument, verb: int) -> bool:
    """Whether the subject is nobody: "nobody fired at anyone"."""
    first = subject(annotated, verb)
    if first is None:
        return False
    return annotated.tokens[first].lemma.lower() in _NOBODY or is_negated(annotated, first)

"""Who denies what: an own act, a charge that somebody made, a claim that others took part."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.blame import Link, blames, is_own
from dateline.extract.cast import Cast
from dateline.extract.tree import agent, child, patient, subject
from dateline.languages.en.responsibility import DENYING, DONE, FALSE, GUILT, OWN_PART, PART
from dateline.model.annotation import Token
from dateline.model.reading import Argument
from dateline.model.vocabulary import Stance


def denials(cast: Cast) -> Iterator[Link]:
    """ "X denied any part", "X rejected the charge", "X dismissed the claim that Y took part", "X says that's false".

    The accused is the speaker where the denial is of an own act, the subject of the claim where it has one, else
    whoever was blamed last.
    """
    annotated = cast.annotated
    blamed = list(blames(cast))
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
            yield Link(Stance.DENIES, argument, accused, token.index)


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

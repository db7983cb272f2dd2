"""Verbs that report: from a dependency tree to frames of indirect speech.

In: an annotated document. Out: frames for reported clauses ("said that ...", "..., officials say"), for what is said
to be so ("is believed to have ..."), for numbers that a source gives ("put the dead at 31"), and for sources that
another source cites ("the agency, quoting X, says ...").
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.attribution_contents import REPORTING, cue_of, reported, segment, trimmed
from dateline.annotate.frame import Frame
from dateline.annotate.noun_phrases import (
    Run,
    below,
    case_of,
    conjuncts,
    is_passive,
    noun_phrase,
    speaker_of,
    surface_subject,
    verb_group,
)
from dateline.languages.en.speech import (
    ANNOUNCING,
    COUNTING,
    HEARSAY_VERBS,
    MEDIA,
    NAMING,
    OWN_VOICE,
    RELAYING,
    SPEAKING,
)
from dateline.model.annotation import AnnotatedDocument, Token

_SELF = frozenset({"i", "we", "you"})


def clause_frames(annotated: AnnotatedDocument) -> Iterator[Frame]:
    """The frames of every reporting verb, in the order of the verbs; a coordinated speaker gives one frame each."""
    for token in annotated.tokens:
        if token.upos in {"VERB", "AUX", "NOUN", "ADJ"} and token.lemma in _ALL:
            yield from _frames_of(annotated, token)


_ALL = REPORTING | {"speak"} | COUNTING | ANNOUNCING | {"let", "make"}


def _frames_of(annotated: AnnotatedDocument, verb: Token) -> Iterator[Frame]:
    cue = cue_of(annotated, verb.index)
    if (content := _cleft(annotated, verb)) is not None:
        yield from frames(annotated, surface_subject(annotated, verb.index), cue, content, verb.lemma)
    elif (content := reported(annotated, verb)) is not None:
        speaker = speaker_of(annotated, verb.index)
        if _attributes(annotated, verb, speaker):
            yield from frames(annotated, speaker, cue, content, verb.lemma)
    elif (content := _hearsay(annotated, verb)) is not None:
        yield from frames(annotated, speaker_of(annotated, verb.index), cue, content, verb.lemma)
    elif (content := _counted(annotated, verb)) is not None:
        speaker = speaker_of(annotated, verb.index)
        if speaker is not None:
            yield from frames(annotated, speaker, cue, content, verb.lemma)


def _attributes(annotated: AnnotatedDocument, verb: Token, speaker: int | None) -> bool:
    """Whether a verb with a clause attributes it: not "I say", nor "he knows", but "figures show"."""
    if speaker is not None and annotated.tokens[speaker].text.lower() in _SELF:
        return False
    if verb.lemma in SPEAKING:
        return True
    return speaker is not None and (verb.lemma not in OWN_VOICE or annotated.tokens[speaker].lemma in MEDIA)


def frames(
    annotated: AnnotatedDocument, speaker: int | None, cue: Run, contents: tuple[Run, ...], lemma: str
) -> Iterator[Frame]:
    """One frame, or one for each of the coordinated speakers, or one without a source."""
    if not contents:
        return
    if speaker is None:
        yield Frame(None, cue, contents, False, lemma)
        return
    if _is_nobody(annotated, speaker):
        return
    for head in conjuncts(annotated, speaker):
        yield Frame(noun_phrase(annotated, head), cue, contents, False, lemma)


def _is_nobody(annotated: AnnotatedDocument, head: int) -> bool:
    """Whether a speaker is denied: "nobody has said", "no group claimed"."""
    words = {
        annotated.tokens[head].text.lower(),
        *(annotated.tokens[c].text.lower() for c in below(annotated, head, "det")),
    }
    return bool(words & {"nobody", "none", "no", "neither"})


def _hearsay(annotated: AnnotatedDocument, verb: Token) -> tuple[Run, ...] | None:
    """The subject and the infinitive of "X is said to ..." and "X claims to have ..."."""
    passive = is_passive(annotated, verb.index)
    if verb.lemma not in HEARSAY_VERBS or not (passive or verb.lemma in {"claim", "profess", "purport"}):
        return None
    subject = surface_subject(annotated, verb.index)
    complement = next(below(annotated, verb.index, "xcomp"), None)
    if complement is None or subject is None or annotated.tokens[complement].lemma in SPEAKING:
        return None
    own = set(annotated.subtree(complement))
    return trimmed(annotated, own | set(annotated.subtree(subject)) if passive else own)


def _cleft(annotated: AnnotatedDocument, verb: Token) -> tuple[Run, ...] | None:
    """The clause of "what X said is that ...": the verb hangs from a "what" that the clause is said to be."""
    if verb.lemma not in SPEAKING or verb.relation != "acl" or annotated.tokens[verb.head].lemma != "what":
        return None
    _, last = segment(annotated, verb.index)
    for index in range(verb.index + 1, last):
        if annotated.tokens[index].lemma == "be" and annotated.tokens[index + 1].lemma == "that":
            return trimmed(annotated, set(range(index + 1, last + 1)))
    return None


def _counted(annotated: AnnotatedDocument, verb: Token) -> tuple[Run, ...] | None:
    """What a source counts or announces: the verb's object, with the number that it is put at."""
    if is_passive(annotated, verb.index):
        return None
    if verb.lemma == "speak":
        spoken = (part for part in below(annotated, verb.index, "obl") if case_of(annotated, part) == "of")
        return next((trimmed(annotated, set(annotated.subtree(part))) for part in spoken), None)
    object_ = next(below(annotated, verb.index, "obj"), None)
    counted = verb.lemma in COUNTING and _has_number(annotated, verb, object_)
    if not counted and not (verb.lemma in ANNOUNCING and object_ is not None):
        return None
    if not counted:
        return trimmed(annotated, set(annotated.subtree(object_))) if object_ is not None else None
    _, last = segment(annotated, verb.index)
    within = {i for i in annotated.subtree(verb.index) if verb.index < i <= last}
    aside = {
        i for child in below(annotated, verb.index, "conj", "parataxis") for i in annotated.subtree(child)
    }
    return trimmed(annotated, within - aside)


def _has_number(annotated: AnnotatedDocument, verb: Token, object_: int | None) -> bool:
    """Whether a verb gives a number: "put X at N", or an object that is counted."""
    if verb.lemma in {"put", "place", "estimate"}:
        return _at_number(annotated, verb.index)
    if object_ is None:
        return False
    return any(True for _ in below(annotated, object_, "nummod")) or annotated.tokens[object_].upos == "NUM"


def _at_number(annotated: AnnotatedDocument, verb: int) -> bool:
    """Whether "at" and a number stand in a verb's phrase ("put the dead at 31", "put at 4,000 the number of")."""
    for index in annotated.subtree(verb):
        token = annotated.tokens[index]
        if token.lemma == "at" and index > verb and token.head > index:
            inside = range(index + 1, token.head + 1)
            return any(annotated.tokens[i].upos == "NUM" for i in inside)
    return False


def relayed_frames(annotated: AnnotatedDocument, found: list[Frame]) -> Iterator[Frame]:
    """Frames for the sources that a speaker cites beside a report: "the agency, quoting X, who had it from Y, says ..."."""
    for token in annotated.tokens:
        source = _source_relayed(annotated, token)
        outer = _frame_around(annotated, token, found) if source is not None else None
        if outer is not None:
            cue = verb_group(annotated, token.index)
            lemma = token.lemma if token.lemma in RELAYING else "cite"
            yield from frames(annotated, source, cue, outer.contents, lemma)


def _source_relayed(annotated: AnnotatedDocument, verb: Token) -> int | None:
    """Whom a participle cites, or from whom a speaker "had it"."""
    if verb.upos != "VERB":
        return None
    if verb.lemma in RELAYING and verb.relation in {"advcl", "acl"}:
        return _cited(annotated, verb.index)
    if verb.lemma in {"have", "hear", "get", "learn"}:
        thing = [annotated.tokens[c].text.lower() for c in below(annotated, verb.index, "obj")]
        if thing in (["it"], ["this"]):
            return next(
                (c for c in below(annotated, verb.index, "obl") if case_of(annotated, c) == "from"), None
            )
    return None


def _cited(annotated: AnnotatedDocument, verb: int) -> int | None:
    """Who is cited; "what it calls X" is X."""
    for child in below(annotated, verb, "obj", "ccomp"):
        naming = [r for r in annotated.children(child) if annotated.tokens[r].lemma in NAMING]
        naming += [child] if annotated.tokens[child].lemma in NAMING else []
        for name in naming:
            return next(below(annotated, name, "xcomp", "obj"), None)
        return child
    return None


def _frame_around(annotated: AnnotatedDocument, citing: Token, found: list[Frame]) -> Frame | None:
    """The widest frame of the sentence whose speaker or verb stands above the participle "citing"."""
    sentence = annotated.sentence_of(citing.index)
    above, here = set(), citing.head
    while here >= 0:
        above.add(here)
        here = annotated.tokens[here].head
    fitting = []
    for frame in found:
        if (
            frame.cue is None
            or not sentence.first <= frame.cue[0] <= sentence.last
            or frame.holds(citing.index)
        ):
            continue
        places = {
            *range(frame.cue[0], frame.cue[1] + 1),
            *(range(frame.source[0], frame.source[1] + 1) if frame.source else ()),
        }
        if places & above:
            fitting.append(frame)
    return max(fitting, key=lambda frame: frame.size, default=None)

"""Where words of harm stand, and which phrase names the harmed."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.entities import word_type
from dateline.extract.cast import Cast
from dateline.extract.harm_nouns import by_lives, by_noun, by_toll, number_after
from dateline.extract.harm_statement import Statement, is_fatal
from dateline.extract.persons import is_by_age
from dateline.extract.tree import (
    ancestors,
    child,
    is_verb,
    obliques,
    patient,
    subject,
)
from dateline.languages.en.fates import WOUNDING
from dateline.languages.en.harm import (
    ACTIVE_HARM,
    DEATH_NOUNS,
    DEATH_VERBS,
    HARM_ADJECTIVES,
    INJURY_NOUNS,
    LIFE_VERBS,
    PAIRS,
    TOLL_NOUNS,
)
from dateline.languages.en.idioms import FALLING
from dateline.model.annotation import AnnotatedDocument, Token
from dateline.model.vocabulary import EntityType


def statements(cast: Cast) -> Iterator[Statement]:
    """Where a word of harm and the people it speaks of stand, in any of the three kinds."""
    annotated = cast.annotated
    for token in annotated.tokens:
        lemma = token.lemma.lower()
        if lemma in ACTIVE_HARM and is_verb(token) and token.relation != "amod":
            yield from _by_verb(annotated, token, ACTIVE_HARM[lemma])
        elif is_verb(token) and (lemma in DEATH_VERBS or (lemma == "fall" and _is_bare(annotated, token))):
            people = subject(annotated, token.index)
            if people is not None:
                yield Statement(True, token.index, people)
        elif lemma in HARM_ADJECTIVES and (_is_state(token) or _own_number(annotated, token) is not None):
            yield from _by_adjective(annotated, token, HARM_ADJECTIVES[lemma])
        elif lemma in DEATH_NOUNS | INJURY_NOUNS:
            yield from by_noun(annotated, token)
        elif lemma in TOLL_NOUNS:
            yield from by_toll(annotated, token)
        elif (
            lemma == "life"
            and token.relation == "obj"
            and annotated.tokens[token.head].lemma.lower() in LIFE_VERBS
        ):
            yield from by_lives(annotated, token)


def _is_bare(annotated: AnnotatedDocument, token: Token) -> bool:
    """Whether a counted subject simply "fell", as soldiers do, and nowhere and on nothing."""
    people = subject(annotated, token.index)
    below = {annotated.tokens[c].relation for c in annotated.children(token.index)}
    counted = (
        people is not None and annotated.tokens[people].upos == "NOUN" and _is_counted(annotated, people)
    )
    return (
        counted
        and word_type(annotated.tokens[people or 0].lemma.lower()) is EntityType.PERSON
        and (not below & {"obl", "xcomp", "compound", "advmod"} or _is_in_battle(annotated, token))
    )


def _is_in_battle(annotated: AnnotatedDocument, token: Token) -> bool:
    """Whether soldiers fall where they die: "on the field of honour", "in the line of duty", "in combat"."""
    where = [i for p, i in obliques(annotated, token.index) if p in {"on", "in"}]
    return bool(where) and all(annotated.tokens[i].lemma.lower() in FALLING for i in where)


def _is_state(token: Token) -> bool:
    """Whether an adjective says what became of people, and not which are meant: after its noun, never before."""
    return token.relation not in {"amod", "compound"} or token.head < token.index


def _by_verb(annotated: AnnotatedDocument, token: Token, killed: bool) -> Iterator[Statement]:
    people = _own_number(annotated, token)
    if people is None:
        people = _left_so(annotated, token)
    if people is None:
        people = _gapped(annotated, token)
    if people is None:
        people = patient(annotated, token.index)
    if people is None:
        people = _bare_object(annotated, token)
    if people is None and token.xpos in {"VBN", "VBD"}:
        people = subject(annotated, token.index)
        if token.xpos == "VBD" and people is not None and not _is_counted(annotated, people):
            people = None
        if people is None:
            people = _number_before(annotated, token.index)
    if people is not None:
        yield Statement(killed or is_fatal(annotated, token.index), token.index, people)


def _bare_object(annotated: AnnotatedDocument, token: Token) -> int | None:
    """The number after a verb that the tree doesn't take for its object: "killed 139 civilians and maimed 203"."""
    beside = next(
        (c for c in annotated.children(token.index) if annotated.tokens[c].deprel == "obl:unmarked"), None
    )
    if (beside is not None and word_type(annotated.tokens[beside].lemma.lower()) is EntityType.PERSON) or (
        beside is not None and annotated.tokens[beside].lemma.lower() in PAIRS
    ):
        return beside
    after = next((c for c in annotated.counts if c.first == token.index + 1), None)
    return after.first if after is not None and after.head < 0 and token.relation == "conj" else None


def _gapped(annotated: AnnotatedDocument, token: Token) -> int | None:
    """The people of a participle whose verb is left out: "seven were killed and 23 persons, 12 of them pupils, injured"."""
    if token.relation != "conj" or token.xpos != "VBN" or token.head < 0:
        return None
    found = [
        c
        for c in annotated.children(token.head)
        if token.head < c < token.index
        and annotated.tokens[c].relation == "conj"
        and annotated.tokens[c].upos in {"NOUN", "NUM"}
        and _is_counted(annotated, c)
    ]
    return found[-1] if found else None


def _left_so(annotated: AnnotatedDocument, token: Token) -> int | None:
    """The phrase right before a predicate of "leaving two dead and three others wounded", however it is parsed."""
    before = token.index - 1
    if before < annotated.sentence_of(token.index).first:
        return None
    noun = annotated.tokens[before]
    left = any(annotated.tokens[i].lemma.lower() == "leave" for i in ancestors(annotated, token.index))
    if left and (noun.upos in {"NOUN", "PROPN", "NUM"} or is_by_age(annotated, before)):
        own = before if noun.relation not in {"flat", "compound"} or noun.head == token.index else noun.head
        return _first_of_list(annotated, own)
    return None


def _first_of_list(annotated: AnnotatedDocument, index: int) -> int:
    """The phrase that heads a coordination, unless a state stands between: "four soldiers and a teacher dead"."""
    token = annotated.tokens[index]
    if token.relation != "conj" or not 0 <= token.head < index:
        return index
    head = annotated.tokens[token.head]
    between = (annotated.tokens[i].lemma.lower() for i in range(head.index, index))
    named = head.upos in {"NOUN", "PROPN", "NUM"} and not any(w in HARM_ADJECTIVES for w in between)
    return head.index if named else index


def _is_counted(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether a phrase is a number or has one: the bare "five killed" of a list is passive."""
    return annotated.tokens[index].upos == "NUM" or any(c.head == index for c in annotated.counts)


def _own_number(annotated: AnnotatedDocument, token: Token) -> int | None:
    """The bare number right before a participle or adjective in a list of tolls: "Four dead, nine wounded"."""
    before = annotated.tokens[token.index - 1] if token.index else None
    if before is None or before.upos != "NUM" or before.index < annotated.sentence_of(token.index).first:
        return None
    opens = before.index == annotated.sentence_of(token.index).first
    if not opens and annotated.tokens[before.index - 1].text.lower() not in {
        ",",
        ";",
        ":",
        "and",
        "or",
        "least",
        "than",
        "-",
        "–",
        "—",
    }:
        return None
    after = annotated.tokens[token.index + 1] if token.index + 1 < len(annotated.tokens) else None
    counts_noun = before.relation == "nummod" and before.head > token.index
    return None if counts_noun or (after is not None and after.upos == "NOUN") else before.index


def _number_before(annotated: AnnotatedDocument, index: int) -> int | None:
    """The number right before a bare participle: "and six wounded"."""
    for i in range(index - 1, max(index - 4, -1), -1):
        token = annotated.tokens[i]
        if token.upos == "NUM":
            return (
                token.head
                if annotated.tokens[token.head].upos == "NOUN"
                and token.relation == "nummod"
                and token.head != index
                else i
            )
        if token.upos not in {"AUX", "ADV", "ADJ", "NOUN"} and token.text.lower() not in {
            "others",
            "other",
            "more",
        }:
            return None
    return None


def _by_adjective(annotated: AnnotatedDocument, token: Token, killed: bool) -> Iterator[Statement]:
    """ "Four dead", "left 18 dead", "six officers are dead", "the dead were four", "19 wounded"."""
    counted = next((c for c in annotated.counts if c.head == token.index), None)
    if counted is not None:
        yield Statement(killed, token.index, token.index)
        return
    if _is_outcome(annotated, token.index):
        people = child(annotated, token.index, "obj")
        if people is not None:
            yield Statement(killed, token.index, people)
        return
    people = _own_number(annotated, token)
    if people is None:
        people = _left_so(annotated, token)
    if people is None:
        people = subject(annotated, token.index)
    if people is None and token.relation in {"xcomp", "advcl", "dep", "ccomp"} and token.head >= 0:
        people = child(annotated, token.head, "obj")
    if people is None and token.relation in {"acl", "amod", "appos"} and token.head >= 0:
        people = token.head
    if people is None:
        people = _number_before(annotated, token.index)
    if people is None and token.relation == "nsubj":
        people = token.head if annotated.tokens[token.head].upos == "NUM" else None
    if people is None and token.relation in {"obj", "nmod"}:
        people = number_after(annotated, token.index)
    if people is not None:
        yield Statement(killed, token.index, people)


def _is_outcome(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether the adjective ends a verb that names its victims itself: "shot dead two riders"."""
    verb = index - 1
    if (
        verb < 0
        or annotated.tokens[verb].lemma.lower() not in WOUNDING
        or not is_verb(annotated.tokens[verb])
    ):
        return False
    return patient(annotated, verb) is not None or child(annotated, index, "obj") is not None

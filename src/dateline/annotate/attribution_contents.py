"""What a verb of saying reports: from a tree to the runs of the reported clause.

In: an annotated document and a verb. Out: the runs of its content, whether the verb governs a clause ("said that ..."),
follows it ("..., X said") or interrupts it ("The base, X said, was hit"). Semicolons bound what a speaker covers.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.attribution_brackets import bracket
from dateline.annotate.noun_phrases import Run, below, runs, verb_group
from dateline.languages.en.speech import SPEAKING, THINKING
from dateline.model.annotation import AnnotatedDocument, Token

REPORTING = SPEAKING | THINKING
_IDIOMS = {"let": frozenset({"know", "slip"}), "make": frozenset({"clear", "plain", "known", "public"})}
"""Verbs that report with a completion, and its words ("let it be known", "made clear")."""
_EDGES = frozenset({",", ".", ";", ":", "-", "–", "—", "!", "?", "...", "…"})
_CLAUSAL = frozenset({"root", "conj", "ccomp", "advcl", "acl", "parataxis", "xcomp", "csubj", "dep"})
_CONTRASTS = frozenset({"but", "while", "although", "though", "whereas"})
_QUESTION = frozenset({"whether", "if", "who", "what", "when", "where", "why", "how", "which"})


def cue_of(annotated: AnnotatedDocument, verb: int) -> Run:
    """The verb group, with what completes its sense ("made it clear", "let it be known", "point out")."""
    first, last = verb_group(annotated, verb)
    token = annotated.tokens[verb]
    if token.lemma in _IDIOMS:
        completion = _completion(annotated, verb)
        last = last if completion is None else max(last, completion)
    return first, last


def _completion(annotated: AnnotatedDocument, verb: int) -> int | None:
    """The word that makes "let" or "make" a verb of saying ("let it be known", "make clear", "make it plain")."""
    wanted = _IDIOMS[annotated.tokens[verb].lemma]
    for child in below(annotated, verb, "xcomp", "ccomp", "obj", "advmod"):
        if annotated.tokens[child].lemma in wanted:
            return child
    return None


def reported(annotated: AnnotatedDocument, verb: Token) -> tuple[Run, ...] | None:
    """The runs of the clause that a verb reports, whether the verb governs it or stands in or after it."""
    holders = [verb.index]
    if verb.lemma in _IDIOMS:
        completion = _completion(annotated, verb.index)
        if completion is None:
            return None
        holders.append(completion)
    elif verb.lemma not in REPORTING:
        return None
    place = bracket(annotated, verb.index)
    if place is not None and _is_between_commas(annotated, place):
        return trimmed(annotated, _interrupted(annotated, place))
    for holder in holders:
        clauses = list(_clauses(annotated, holder))
        if clauses and clauses[0] < verb.index:
            return _content(annotated, verb.index, clauses[0])
        if clauses:
            contents = [_content(annotated, verb.index, c) for c in clauses if c > verb.index]
            return _joined(annotated, verb.index, contents)
    return _around_parenthesis(annotated, verb)


def _is_between_commas(annotated: AnnotatedDocument, place: Run) -> bool:
    """Whether a speaker stands amid a sentence: a comma before, a comma after, words on both sides."""
    sentence = annotated.sentence_of(place[0])
    first, last = place
    if first - 1 <= sentence.first or last + 2 > sentence.last:
        return False
    return annotated.tokens[first - 1].text == "," and annotated.tokens[last + 1].text == ","


def _interrupted(annotated: AnnotatedDocument, place: Run) -> set[int]:
    """What a speaker between commas reports: all around, or the rest of the relative clause that it stands in."""
    first, last = place
    if (
        annotated.tokens[first - 2].xpos in {"WP", "WDT", "WP$", "WRB"}
        or annotated.tokens[first - 2].lemma == "that"
    ):
        return set(range(last + 1, segment(annotated, first)[1] + 1))
    return around(annotated, set(range(first, last + 1)))


def _joined(annotated: AnnotatedDocument, verb: int, contents: list[tuple[Run, ...]]) -> tuple[Run, ...]:
    """The contents of the clauses after a verb as one stretch, without what is another cue's or the cue's own."""
    indexes = {i for content in contents for first, last in content for i in range(first, last + 1)}
    if not indexes:
        return ()
    between = set(range(min(indexes), max(indexes) + 1)) - indexes
    other = {i for child in _further_cues(annotated, verb) for i in annotated.subtree(child)}
    links = {i - 1 for i in (min(other, default=0),) if i and annotated.tokens[i - 1].upos == "CCONJ"}
    return trimmed(annotated, indexes | (between - other - links))


def _further_cues(annotated: AnnotatedDocument, verb: int) -> Iterator[int]:
    """The verbs of saying that go on from a verb: "... and warned", "..., adding", "..., he said, ..."."""
    for child in below(annotated, verb, "conj", "advcl", "parataxis"):
        if annotated.tokens[child].lemma in SPEAKING:
            yield child


def _clauses(annotated: AnnotatedDocument, verb: int) -> Iterator[int]:
    """The heads of the finite clauses that are a verb's object."""
    cut = annotated.tokens[verb + 1].text == "," if verb + 1 < len(annotated.tokens) else False
    for child in sorted(annotated.children(verb), key=lambda c: ((c < verb) != cut, c)):
        token = annotated.tokens[child]
        if (
            cut
            and child > verb
            and (bracket(annotated, verb) or not any(True for _ in below(annotated, child, "nsubj")))
        ):
            continue
        that = any(annotated.tokens[m].lemma == "that" for m in below(annotated, child, "mark"))
        if token.relation == "ccomp" or (token.relation in {"advcl", "acl"} and that and child > verb):
            if not _is_open_question(annotated, verb, child):
                yield child
        elif (
            token.relation == "parataxis"
            and not cut
            and child > verb
            and _is_main_clause(annotated, verb, child)
        ):
            yield child


def _is_main_clause(annotated: AnnotatedDocument, verb: int, clause: int) -> bool:
    """Whether a parataxis under a verb is what it reports: it has a subject, and the verb no other object."""
    has_subject = any(True for _ in below(annotated, clause, "nsubj", "csubj", "expl"))
    speaks_for_itself = annotated.tokens[clause].lemma in SPEAKING
    return (
        has_subject
        and not speaks_for_itself
        and not any(True for _ in below(annotated, verb, "ccomp", "obj", "xcomp"))
    )


def _is_open_question(annotated: AnnotatedDocument, verb: int, clause: int) -> bool:
    """Whether a clause is only asked or withheld ("would not say whether ...")."""
    start = min(annotated.subtree(clause))
    asked = annotated.tokens[start].text.lower() in _QUESTION and start > verb
    withheld = any(annotated.tokens[c].lemma in {"not", "never", "n't"} for c in annotated.children(verb))
    return asked and (withheld or annotated.tokens[verb].lemma in {"wonder", "ask"})


def _content(annotated: AnnotatedDocument, verb: int, clause: int) -> tuple[Run, ...]:
    """The runs of a reported clause without the cue's own clause; one that ends its sentence reports all before it."""
    cluster = cue_cluster(annotated, verb, clause)
    if clause < verb and _ends_segment(annotated, max(cluster)):
        first, _ = segment(annotated, verb)
        indexes = set(range(first, min(i for i in cluster if i > clause)))
    elif clause < verb and (place := bracket(annotated, verb)):
        indexes = around(annotated, set(range(place[0], place[1] + 1)))
    else:
        indexes = set(annotated.subtree(clause)) - cluster
        start = next(
            (m for m in below(annotated, clause, "mark") if annotated.tokens[m].lemma == "that"), None
        )
        if start is not None and start > verb:
            indexes = {i for i in indexes if i >= start}
        indexes = {i for i in indexes if i <= _end_of_speech(annotated, verb)}
    return trimmed(annotated, indexes)


def _end_of_speech(annotated: AnnotatedDocument, verb: int) -> int:
    """The last token that a clause after its verb can reach: a semicolon ends it unless "that" follows."""
    last = annotated.sentence_of(verb).last
    for index in range(verb + 1, last):
        if annotated.tokens[index].text == ";":
            following = [annotated.tokens[i].lemma for i in range(index + 1, min(index + 3, last) + 1)]
            if "that" not in following:
                return index - 1
    return last


def around(annotated: AnnotatedDocument, own: set[int]) -> set[int]:
    """All of a segment but a phrase in its middle, and not beyond a "but" or "while" right after that phrase."""
    first, last = segment(annotated, min(own))
    end = max(own)
    after = range(end + 1, min(end + 3, last) + 1)
    if any(annotated.tokens[i].lemma in _CONTRASTS for i in after):
        last = end
    return set(range(first, last + 1)) - own


def cue_cluster(annotated: AnnotatedDocument, verb: int, clause: int) -> set[int]:
    """The tokens of a cue's own clause: the verb and all below it but the reported clause."""
    inside = set(annotated.subtree(clause)) if clause in set(annotated.subtree(verb)) else set()
    first, last = segment(annotated, verb)
    own = {i for i in annotated.subtree(verb) if i not in inside and first <= i <= last}
    if inside and clause < verb:
        own = {i for i in own if (i > clause and annotated.tokens[i].text not in _EDGES) or i == verb}
        own = _touching(own, verb)
    return own | {verb}


def _touching(own: set[int], verb: int) -> set[int]:
    """The part of the cue's clause that hangs together with its verb, commas aside."""
    kept = {verb}
    for step in (-1, 1):
        here = verb + step
        while here in own or (here + step in own):
            kept.add(here)
            here += step
    return kept


def _around_parenthesis(annotated: AnnotatedDocument, verb: Token) -> tuple[Run, ...] | None:
    """The clause into which a speaker is put in brackets or commas ("The base, officials said, was hit")."""
    if verb.head < 0 or not _may_interrupt(annotated, verb):
        return None
    first, last = segment(annotated, verb.index)
    own = {i for i in annotated.subtree(verb.index) if first <= i <= last}
    place = bracket(annotated, verb.index)
    own |= set(range(place[0], place[1] + 1)) if place else set()
    if _ends_segment(annotated, max(own)) and verb.index > verb.head:
        return trimmed(annotated, set(range(first, min(own))))
    within = {i for i in annotated.subtree(clause_head(annotated, verb.head)) if first <= i <= last} - own
    return trimmed(
        annotated, within if place is None or splits(annotated, within, own) else around(annotated, own)
    )


def splits(annotated: AnnotatedDocument, within: set[int], own: set[int]) -> bool:
    """Whether words of a clause stand on both sides of a phrase."""
    words = [i for i in within if annotated.tokens[i].upos != "PUNCT"]
    return any(i < min(own) for i in words) and any(i > max(own) for i in words)


def _may_interrupt(annotated: AnnotatedDocument, verb: Token) -> bool:
    """Whether a verb with its subject stands beside a clause rather than in it: no object, no conjunction."""
    if verb.relation not in {"parataxis", "advcl", "dep", "discourse"}:
        return False
    relations = {annotated.tokens[c].relation for c in annotated.children(verb.index)}
    relative = any(annotated.tokens[c].xpos in {"WDT", "WP", "WRB"} for c in annotated.children(verb.index))
    if "nsubj" not in relations or relative:
        return False
    if verb.relation != "parataxis" and "mark" in relations:
        return False
    return verb.lemma in {"tell", *_IDIOMS} or not relations & {"obj", "xcomp"}


def clause_head(annotated: AnnotatedDocument, index: int) -> int:
    """The predicate of the clause that a token stands in."""
    while annotated.tokens[index].relation not in _CLAUSAL and annotated.tokens[index].head >= 0:
        index = annotated.tokens[index].head
    return index


def segment(annotated: AnnotatedDocument, index: int) -> Run:
    """The part of the sentence around a token that semicolons bound."""
    sentence = annotated.sentence_of(index)
    first, last = sentence.first, sentence.last
    for here in range(sentence.first, sentence.last + 1):
        if annotated.tokens[here].text == ";":
            if here < index:
                first = here + 1
            elif here > index:
                return first, here - 1
    return first, last


def _ends_segment(annotated: AnnotatedDocument, index: int) -> bool:
    """Whether nothing but punctuation follows a token in its segment."""
    _, last = segment(annotated, index)
    return all(annotated.tokens[i].upos == "PUNCT" for i in range(index + 1, last + 1))


def trimmed(annotated: AnnotatedDocument, indexes: set[int]) -> tuple[Run, ...]:
    """The runs of a content without commas, dashes and stops at their edges."""
    found = []
    for first, last in runs(indexes):
        while first <= last and annotated.tokens[first].text in _EDGES:
            first += 1
        while last >= first and annotated.tokens[last].text in _EDGES:
            last -= 1
        if first <= last and any(annotated.tokens[i].upos != "PUNCT" for i in range(first, last + 1)):
            found.append((first, last))
    return tuple(found)

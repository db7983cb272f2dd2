"""Attribution without a verb: from a dependency tree to frames for "according to X", "by X's count", "the claim that".

In: an annotated document. Out: frames whose cue is a preposition with its noun, or a noun of saying.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.attribution_clauses import frames
from dateline.annotate.attribution_contents import around, clause_head, segment, splits, trimmed
from dateline.annotate.frame import Frame
from dateline.annotate.noun_phrases import Run, author_of, below, case_of, is_passive, phrase_head, speaker_of
from dateline.languages.en.people import BODIES, GROUPS, PEOPLE
from dateline.languages.en.speech import ANNOUNCED, CONTENT_NOUNS, HANDLING, MEDIA, RECKONINGS, SPEAKING
from dateline.model.annotation import AnnotatedDocument, Token

_ATTRIBUTING_CASES = frozenset({"by", "in", "on", "from"})
_NEAR_COLON = 6
"""Words between a word of saying and the colon that opens what was said."""
_FARTHEST_THAT = 12
"""Words between a noun of saying and its "that": "the claim by the group's so-called spokesman that ..."."""
_LONGEST_BRACKET = 9
"""Words of a source in brackets: "(the spokesman of the provincial health office)"."""
_RELATIVES = frozenset({"which", "whom"})


def phrase_frames(annotated: AnnotatedDocument) -> Iterator[Frame]:
    """The frames of prepositions and nouns that attribute, in text order."""
    for token in annotated.tokens:
        if token.text.lower() == "according" and _follows(annotated, token.index, "to"):
            yield from _according(annotated, token)
        elif token.lemma in RECKONINGS and token.relation in {"obl", "nmod", "advmod", "nsubj", "dep"}:
            yield from _reckoning(annotated, token)
        if token.upos == "NOUN" and token.lemma in CONTENT_NOUNS:
            yield from _noun_claim(annotated, token)
        if token.text == ":":
            yield from _colon(annotated, token)
        if token.text == "(":
            yield from _bracketed(annotated, token)


def _follows(annotated: AnnotatedDocument, index: int, word: str) -> bool:
    return index + 1 < len(annotated.tokens) and annotated.tokens[index + 1].text.lower() == word


def _according(annotated: AnnotatedDocument, token: Token) -> Iterator[Frame]:
    """ "According to X", X being the preposition's noun, or the author of X where X is a count or a document."""
    _, last = segment(annotated, token.index)
    start = token.index + 2
    head = start if _is_relative(annotated, start) else phrase_head(annotated, start, last + 1)
    if head is None:
        return
    cue = (token.index, token.index + 1)
    noun = annotated.tokens[head]
    if _is_relative(annotated, head):
        yield from _according_to_which(annotated, head, cue)
        return
    source = author_of(annotated, head) if noun.lemma in RECKONINGS & MEDIA else None
    content = _beside(annotated, head, {token.index, token.index + 1})
    yield from frames(annotated, head if source is None else source, cue, content, "according")


def _is_relative(annotated: AnnotatedDocument, index: int) -> bool:
    return index < len(annotated.tokens) and annotated.tokens[index].text.lower() in _RELATIVES


def _according_to_which(annotated: AnnotatedDocument, head: int, cue: Run) -> Iterator[Frame]:
    """ "The version, spread by X, according to which ...": the noun's author, or the noun itself."""
    sentence = annotated.sentence_of(head)
    nouns = (annotated.tokens[i] for i in range(cue[0] - 1, sentence.first - 1, -1))
    noun = next((t.index for t in nouns if t.upos == "NOUN" and t.lemma in CONTENT_NOUNS | MEDIA), None)
    if noun is None:
        return
    author = author_of(annotated, noun)
    by = next((i for i in range(noun, cue[0]) if annotated.tokens[i].text == "by"), None)
    if author is None and by is not None:
        author = phrase_head(annotated, by + 1, cue[0])
    clause = annotated.tokens[head].head
    inside = {i for i in annotated.subtree(clause) if i > head} if clause > head else set()
    yield from frames(
        annotated, noun if author is None else author, cue, trimmed(annotated, inside), "according"
    )


def _reckoning(annotated: AnnotatedDocument, token: Token) -> Iterator[Frame]:
    """ "By his account", "by the reckoning of X", "in X's words": the genitive or the of-phrase is the source."""
    if case_of(annotated, token.index) not in _ATTRIBUTING_CASES:
        return
    source = author_of(annotated, token.index)
    if source is None:
        return
    first = min(i for i in below(annotated, token.index, "case"))
    content = _beside(annotated, token.index, {first})
    yield from frames(annotated, source, _span(annotated, token.index, first), content, token.lemma)


def _span(annotated: AnnotatedDocument, noun: int, first: int) -> Run:
    return (first, noun) if first <= noun else (noun, noun)


def _beside(annotated: AnnotatedDocument, head: int, cue: set[int]) -> tuple[Run, ...]:
    """What an attributing phrase stands beside: the whole segment at its edges, the phrase's clause within."""
    first, last = segment(annotated, head)
    own = (set(annotated.subtree(head)) | cue) & set(range(first, last + 1))
    governor = annotated.tokens[head].head
    if governor < 0:
        return trimmed(annotated, set(range(first, last + 1)) - own)
    if _only_punctuation(annotated, max(own) + 1, last):
        return trimmed(annotated, set(range(first, min(own))))
    if _only_openers(annotated, first, min(own) - 1):
        return trimmed(annotated, set(range(max(own) + 1, last + 1)))
    within = {i for i in annotated.subtree(clause_head(annotated, governor)) if first <= i <= last} - own
    return trimmed(annotated, within if splits(annotated, within, own) else around(annotated, own))


def _only_punctuation(annotated: AnnotatedDocument, first: int, last: int) -> bool:
    return all(annotated.tokens[i].upos == "PUNCT" for i in range(first, last + 1))


def _only_openers(annotated: AnnotatedDocument, first: int, last: int) -> bool:
    """Whether nothing but a conjunction, an answer or a mark stands before."""
    return all(annotated.tokens[i].upos in {"PUNCT", "CCONJ", "INTJ"} for i in range(first, last + 1))


def _noun_claim(annotated: AnnotatedDocument, noun: Token) -> Iterator[Frame]:
    """ "The claim by X that ...", "X's statement that ...", "X made a promise that ..."."""
    that = _that_after(annotated, noun)
    if that is None:
        return
    source = author_of(annotated, noun.index)
    if source is None and annotated.tokens[noun.index + 1].text in {"by", "of", "from"}:
        source = phrase_head(annotated, noun.index + 2, that)
    if source is None:
        source = _giver(annotated, noun)
    clause = annotated.tokens[that].head
    content = {i for i in annotated.subtree(clause) if i >= that}
    yield from frames(annotated, source, (noun.index, noun.index), trimmed(annotated, content), noun.lemma)


def _that_after(annotated: AnnotatedDocument, noun: Token) -> int | None:
    """The "that" which opens a noun's clause, with nothing but the noun's own phrases between."""
    sentence = annotated.sentence_of(noun.index)
    for index in range(noun.index + 1, min(sentence.last, noun.index + _FARTHEST_THAT) + 1):
        token = annotated.tokens[index]
        if token.lemma == "that" and token.head > index and _opens_clause(annotated, token):
            return index
        if token.xpos in {"VBD", "VBZ", "VBP", "MD", "WDT", "WP"} or token.text in {",", ";", ":"}:
            return None
    return None


def _opens_clause(annotated: AnnotatedDocument, that: Token) -> bool:
    """Whether "that" is a conjunction; one that a passive has for its object is mistaken for a pronoun."""
    return that.relation == "mark" or (that.relation == "obj" and is_passive(annotated, that.head))


def _giver(annotated: AnnotatedDocument, noun: Token) -> int | None:
    """The subject of the verb that gives a claim ("X made the claim that ..."), not of one that answers it."""
    if noun.relation != "obj" or noun.head < 0 or annotated.tokens[noun.head].lemma not in HANDLING:
        return None
    return speaker_of(annotated, noun.head)


def _colon(annotated: AnnotatedDocument, colon: Token) -> Iterator[Frame]:
    """ "She carried a message from X: it would ...", "X has revised the toll: ...": a clause after a word of saying."""
    sentence = annotated.sentence_of(colon.index)
    _, last = segment(annotated, colon.index)
    after = range(colon.index + 1, last + 1)
    if not any(annotated.tokens[i].relation == "nsubj" for i in after) or _opens_quote(
        annotated, colon.index + 1
    ):
        return
    for index in range(colon.index - 1, max(sentence.first, colon.index - _NEAR_COLON) - 1, -1):
        token = annotated.tokens[index]
        source = None
        if token.upos == "NOUN" and token.lemma in ANNOUNCED:
            source = author_of(annotated, index)
            if source is None and annotated.tokens[index + 1].text in {"by", "from"}:
                source = phrase_head(annotated, index + 2, colon.index)
            source = _holder(annotated, token) if source is None else source
        elif token.upos == "VERB" and token.lemma in SPEAKING:
            source = speaker_of(annotated, index)
        if source is not None:
            yield from frames(annotated, source, (index, index), trimmed(annotated, set(after)), token.lemma)
            return


def _opens_quote(annotated: AnnotatedDocument, index: int) -> bool:
    return index < len(annotated.tokens) and annotated.tokens[index].text in {'"', "“", "‘", "'", "«"}


def _holder(annotated: AnnotatedDocument, noun: Token) -> int | None:
    """The subject of the verb whose object a noun is."""
    if noun.relation not in {"obj", "obl", "nsubj"} or noun.head < 0:
        return None
    return speaker_of(annotated, noun.head)


def _bracketed(annotated: AnnotatedDocument, opening: Token) -> Iterator[Frame]:
    """ "Two children were killed (local monitors)": who says so, in brackets after a clause or a number."""
    sentence = annotated.sentence_of(opening.index)
    closing = next(
        (i for i in range(opening.index, sentence.last + 1) if annotated.tokens[i].text == ")"), None
    )
    if closing is None or not 1 < closing - opening.index <= _LONGEST_BRACKET:
        return
    words = annotated.tokens[opening.index + 1 : closing]
    head = phrase_head(annotated, opening.index + 1, closing)
    if head is None or not _names_source(annotated, words, head):
        return
    first = _bracket_start(annotated, opening.index, closing, sentence.first)
    content = trimmed(annotated, set(range(first, opening.index)))
    yield from frames(annotated, head, (opening.index, opening.index), content, "(")


def _names_source(annotated: AnnotatedDocument, words: Sequence[Token], head: int) -> bool:
    """Whether a bracket holds only a description of people or a body: no name, no number, no verb."""
    common = annotated.tokens[head].upos == "NOUN"
    speaks = annotated.tokens[head].lemma.lower() in PEOPLE | GROUPS | BODIES
    plain = all(
        t.upos in {"NOUN", "ADJ", "DET", "ADP", "PROPN", "PART", "PUNCT"} and t.text != "," for t in words
    )
    return common and speaks and plain


def _bracket_start(annotated: AnnotatedDocument, opening: int, closing: int, start: int) -> int:
    """Where the part before a bracket begins: the sentence where the bracket ends it, else after a stop or bracket."""
    if annotated.sentence_of(opening).last - closing <= 1:
        stops = (i for i in range(opening - 1, start - 1, -1) if annotated.tokens[i].text == ")")
        return next(stops, start - 1) + 1
    ends_part = annotated.tokens[closing + 1].text in {";", ",", "."}
    marks = {";", ")", ":"} if ends_part else {";", ")", ":", ",", "or", "and"}
    stops = (i for i in range(opening - 1, start - 1, -1) if annotated.tokens[i].text in marks)
    return next(stops, start - 1) + 1

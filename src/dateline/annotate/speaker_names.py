"""What a noun phrase tells of a speaker: its name, and whether a pronoun can stand for it.

In: an annotated document and the head of a phrase. Out: names, and agreement in number, kind and gender.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate.noun_phrases import below, noun_phrase
from dateline.languages.en.people import BODIES, FEMALE, GROUPS, HE, IT, MALE, PEOPLE, SHE, THEY
from dateline.languages.en.speech import MEDIA
from dateline.model.annotation import AnnotatedDocument, Token

_NAMING = frozenset({"go", "know", "call", "name", "identify", "dub", "style", "nickname"})
_NAME_LINKS = frozenset(
    {"by", "as", "itself", "himself", "herself", "themselves", "only", "the", "name", "of", '"', "“"}
)


def fits(annotated: AnnotatedDocument, head: int, pronoun: str, same: Sequence[int] = ()) -> bool:
    """Whether a phrase agrees with a pronoun in number, kind and gender.

    `same` are the tokens with the same text, whose tags tell whether a name is a person's.
    """
    token = annotated.tokens[head]
    if token.upos == "PRON" and token.xpos == "PRP":
        return token.text.lower() == pronoun
    kind = _counted_kind(annotated, token)
    lemma = kind.lemma.lower()
    plural = token.xpos in {"NNS", "NNPS"} or (kind is not token and token.lemma.lower() != "one")
    if pronoun in THEY:
        return plural or lemma in GROUPS | BODIES or any(True for _ in below(annotated, head, "conj"))
    if plural:
        return False
    person = _is_person(annotated, kind, same)
    if pronoun in IT:
        return not person and (lemma in GROUPS | BODIES | MEDIA or token.upos == "PROPN")
    if token.upos == "PROPN" and token.entity == "O" and kind is token:
        person = True
    words = {w.lower() for w in _words(annotated, head)}
    return person and not words & (FEMALE if pronoun in HE else MALE if pronoun in SHE else frozenset())


def _counted_kind(annotated: AnnotatedDocument, token: Token) -> Token:
    """The noun that says what "one of its negotiators" or "two of the men" are; the token itself otherwise."""
    if token.upos in {"NUM", "DET", "PRON", "ADJ"} or token.lemma in {"one", "some", "many", "several"}:
        for child in below(annotated, token.index, "nmod"):
            return annotated.tokens[child]
    return token


def _is_person(annotated: AnnotatedDocument, token: Token, same: Sequence[int]) -> bool:
    """Whether a noun names one person, by the model's tag or by the word."""
    if token.upos == "PROPN":
        tags = [annotated.tokens[i].entity[2:] for i in {token.index, *same}]
        tags = [tag for tag in tags if tag]
        return _titled(annotated, token) or tags.count("PERSON") * 2 > len(tags)
    return token.lemma.lower() in PEOPLE


def _titled(annotated: AnnotatedDocument, token: Token) -> bool:
    return any(
        annotated.tokens[c].lemma.lower().rstrip(".") in PEOPLE | {"mr", "mrs", "ms"}
        for c in annotated.children(token.index)
    )


def _words(annotated: AnnotatedDocument, head: int) -> Iterator[str]:
    """The words by which a phrase and its apposition tell gender: "Mrs. X", "the spokeswoman, X"."""
    for index in [head, *below(annotated, head, "appos")]:
        first, last = noun_phrase(annotated, index)
        yield from (annotated.tokens[i].text.rstrip(".") for i in range(first, last + 1))
    governor = annotated.tokens[head]
    if governor.relation == "appos" and governor.head >= 0:
        yield annotated.tokens[governor.head].text


def alias(annotated: AnnotatedDocument, head: int) -> str | None:
    """The name in "a leader who goes by X", "a front calling itself X", "the gang known as X"."""
    token = annotated.tokens[head]
    if token.upos == "PROPN":
        return None
    sentence = annotated.sentence_of(head)
    words = annotated.tokens[head + 1 : min(sentence.last, head + 7) + 1]
    naming = next(
        (n for n, t in enumerate(words) if t.lemma in _NAMING and t.relation in {"acl", "amod"}), None
    )
    if naming is None or any(t.upos not in {"PRON", "SCONJ", "AUX", "VERB", "ADV"} for t in words[:naming]):
        return None
    for word in words[naming + 1 :]:
        if word.upos == "PROPN":
            return annotated.span(*noun_phrase(annotated, _top_of_name(annotated, word.index))).text
        if word.text.lower() not in _NAME_LINKS:
            return None
    return None


def _top_of_name(annotated: AnnotatedDocument, index: int) -> int:
    """The head of the name that begins at a token."""
    while annotated.tokens[index].relation in {"compound", "flat"} and annotated.tokens[index].head > index:
        index = annotated.tokens[index].head
    return index


def full_name(annotated: AnnotatedDocument, head: int, same: Sequence[int]) -> str:
    """The longest person's name in the document that ends in the same word, else the phrase itself.

    `same` are the indexes of the tokens with the phrase's last word.
    """
    own = noun_phrase(annotated, head)
    if not annotated.tokens[head].entity.endswith("PERSON"):
        return annotated.span(*own).text
    found = [own]
    for index in same:
        if annotated.tokens[index].upos == "PROPN" and annotated.tokens[index].entity.endswith("PERSON"):
            found.append((_name_start(annotated, index), index))
    return annotated.span(*max(found, key=lambda run: run[1] - run[0])).text


def _name_start(annotated: AnnotatedDocument, last: int) -> int:
    """Where the person's name that ends at a token begins."""
    first = last
    while first and annotated.tokens[first].entity == "I-PERSON":
        first -= 1
    return first


def last_word(annotated: AnnotatedDocument, head: int) -> str:
    """The last name in a phrase, by which its other mentions are found."""
    run = noun_phrase(annotated, head)
    names = [
        annotated.tokens[i].text for i in range(run[0], run[1] + 1) if annotated.tokens[i].upos == "PROPN"
    ]
    return names[-1] if names else annotated.tokens[run[1]].text


def is_initials(name: str) -> bool:
    """Whether a name is written in capitals only ("PDF")."""
    return name.isupper() and " " not in name


def lengthens(name: str, own: str) -> bool:
    """Whether a name holds all words of another, or is what the other's initials stand for."""
    words, own_words = _content_words(name), _content_words(own)
    if is_initials(own):
        return own in words or "".join(word[0] for word in words if word[0].isupper()) == own
    return set(own_words) <= set(words)


def _content_words(name: str) -> list[str]:
    """The words of a name without articles, titles' stops and genitive endings."""
    words = name.replace("’s", "").replace("'s", "").replace("-", " ").split()
    return [
        word.strip(".,()")
        for word in words
        if word.lower() not in {"the", "a", "an", "mr.", "mrs.", "ms.", "mr", "mrs"}
    ]

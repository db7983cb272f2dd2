"""Cues that touch a quotation: "...", said X and X said: "..."

In: the stretches of a document with the words around them. Out: for one stretch the frame of the verb of saying that
follows or leads up to it. Punctuation decides whether there is one, the tree who its subject is, and where the tree
has none, the noun phrase beside the verb.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.annotate.attribution_contents import cue_of
from dateline.annotate.frame import Frame
from dateline.annotate.noun_phrases import below, is_passive, noun_phrase, phrase_head, speaker_of
from dateline.annotate.quoted import Quoted, Surroundings
from dateline.languages.en.speech import INVERTING, MEDIA, RELAYING, SPEAKING, THINKING, UTTERING
from dateline.model.annotation import AnnotatedDocument, Token

_QUOTING = SPEAKING | UTTERING | THINKING
_OPEN_ENDS = frozenset({",", "?", "!", "…", "...", "—", "–", "-", "?!", "!!", ".."})
_ASIDE = frozenset({"acl", "advcl"})
_SHORTEST_SIGNATURE = 2
_NEAR = 12
"""Words between a verb of saying in a subordinate place and the quotation that it leads up to with a comma."""


def frame_of(annotated: AnnotatedDocument, quoted: Quoted, verb: int, speaker: int | None) -> Frame:
    """The direct frame of a stretch with a verb and its speaker."""
    source = None if speaker is None else noun_phrase(annotated, speaker)
    content = (quoted.first, quoted.last)
    return Frame(source, cue_of(annotated, verb), (content,), True, annotated.tokens[verb].lemma)


def cue_after(surroundings: Surroundings, quoted: Quoted) -> Frame | None:
    """The cue that follows the closing mark, or None."""
    annotated = surroundings.annotated
    region = surroundings.after(quoted)
    if region and (signed := _signed(annotated, quoted, region)) is not None:
        return signed
    if not region or not _invites_cue(annotated, quoted, region):
        return None
    verb = _first_cue(annotated, region)
    if verb is None:
        return None
    speaker = _speaker_after(annotated, verb, region)
    if speaker is None or (speaker not in region and annotated.tokens[verb.index].xpos != "VBG"):
        return None
    return frame_of(annotated, quoted, verb.index, speaker)


def _signed(annotated: AnnotatedDocument, quoted: Quoted, region: range) -> Frame | None:
    """The name after a dash that ends the paragraph: "..." — A. Name, farmer."""
    if annotated.tokens[region[0]].text not in {"―", "—", "–", "-", "~"} or len(region) < _SHORTEST_SIGNATURE:
        return None
    head = phrase_head(annotated, region[1], region[-1] + 1)
    verbless = all(annotated.tokens[i].upos not in {"VERB", "AUX"} for i in region)
    if head is None or annotated.tokens[head].upos != "PROPN" or not verbless:
        return None
    dash = (region[0], region[0])
    return Frame(noun_phrase(annotated, head), dash, ((quoted.first, quoted.last),), True, "—")


def _invites_cue(annotated: AnnotatedDocument, quoted: Quoted, region: range) -> bool:
    """Whether the punctuation leaves the sentence open for "said X"."""
    if any(annotated.tokens[i].upos == "CCONJ" for i in region[:2]):
        return False
    ending = annotated.tokens[quoted.last].text
    following = annotated.tokens[region[0]]
    if ending in _OPEN_ENDS or following.text == ",":
        return True
    return following.text[0].islower() and following.upos in {"VERB", "PRON", "DET"} and ending == "."


def _speaker_after(annotated: AnnotatedDocument, verb: Token, region: range) -> int | None:
    """The speaker of a cue after its quotation: its subject, or the noun beside it where the tree lacks one."""
    speaker = speaker_of(annotated, verb.index)
    if speaker is not None and (speaker in region or verb.xpos == "VBG"):
        return speaker
    inverted = all(annotated.tokens[i].upos in {"PUNCT", "ADV", "AUX"} for i in range(region[0], verb.index))
    if inverted and verb.lemma in INVERTING:
        return _noun_beside(annotated, range(verb.index + 1, region[-1] + 1))
    return _noun_beside(annotated, range(verb.index - 1, region[0] - 1, -1))


def _noun_beside(annotated: AnnotatedDocument, places: Iterable[int]) -> int | None:
    """The head of the first noun phrase among `places`."""
    allowed = set(places)
    for index in places:
        if annotated.tokens[index].upos in {"NOUN", "PROPN", "PRON"}:
            return _phrase_head(annotated, index, allowed)
    return None


def cue_before(surroundings: Surroundings, quoted: Quoted) -> Frame | None:
    """The cue that leads up to the opening mark with a comma or a colon, or None."""
    annotated = surroundings.annotated
    region = surroundings.before(quoted)
    if region and annotated.tokens[region[-1]].text in {",", ":"}:
        return _led_in(surroundings, quoted, region)
    if not region and surroundings.starts_paragraph(quoted) and quoted.before >= 0:
        sentence = annotated.sentence_of(quoted.before)
        if annotated.tokens[sentence.last].text == ":":
            return _led_in(surroundings, quoted, range(sentence.first, sentence.last + 1))
    return None


def _led_in(surroundings: Surroundings, quoted: Quoted, region: range) -> Frame | None:
    annotated = surroundings.annotated
    verb = _last_cue(annotated, region)
    colon = annotated.tokens[region[-1]].text == ":"
    if verb is not None and (colon or region[-1] - verb.index <= _NEAR or verb.relation == "root"):
        speaker = _speaker_before(surroundings, verb, region)
        if speaker is not None:
            return frame_of(annotated, quoted, verb.index, speaker)
    return _labelled(annotated, quoted, region) if colon and verb is None else None


def _speaker_before(surroundings: Surroundings, verb: Token, region: range) -> int | None:
    annotated = surroundings.annotated
    if verb.lemma in RELAYING:
        return next(below(annotated, verb.index, "obj"), None)
    speaker = speaker_of(annotated, verb.index)
    if speaker is not None and not surroundings.around(speaker):
        return speaker
    places = range(verb.index - 1, region[0] - 1, -1)
    return None if is_passive(annotated, verb.index) else _noun_beside(annotated, places)


def _labelled(annotated: AnnotatedDocument, quoted: Quoted, region: range) -> Frame | None:
    """A speaker's name and a colon before the marks; "In a statement:" gives its sentence's subject."""
    root = next((i for i in region if annotated.tokens[i].head not in region), None)
    if root is None:
        return None
    token = annotated.tokens[root]
    if token.upos in {"NOUN", "PROPN", "PRON"} and token.lemma not in MEDIA:
        source = noun_phrase(annotated, root)
    elif (subject := next(below(annotated, root, "nsubj"), None)) is not None:
        source = noun_phrase(annotated, subject)
    else:
        return None
    return Frame(source, (region[-1], region[-1]), ((quoted.first, quoted.last),), True, ":")


def _first_cue(annotated: AnnotatedDocument, region: range) -> Token | None:
    """The first verb of saying in a region, one of the main clause before one in a relative clause."""
    verbs = [annotated.tokens[i] for i in region if _is_cue(annotated.tokens[i])]
    main = [t for t in verbs if t.relation not in _ASIDE or t.xpos == "VBG"]
    return next(iter(main or verbs), None)


def _last_cue(annotated: AnnotatedDocument, region: range) -> Token | None:
    """The last verb of saying in a region that is not in a relative clause, else the last."""
    verbs = [
        annotated.tokens[i]
        for i in region
        if _is_cue(annotated.tokens[i]) or annotated.tokens[i].lemma in RELAYING
    ]
    main = [t for t in verbs if t.deprel != "acl:relcl"]
    return next(reversed(main or verbs), None)


def _is_cue(token: Token) -> bool:
    return (token.lemma in _QUOTING and token.upos in {"VERB", "AUX"}) or token.lemma == "say"


def _phrase_head(annotated: AnnotatedDocument, index: int, allowed: set[int]) -> int:
    """The head of the noun phrase that token `index` belongs to."""
    while annotated.tokens[index].head in allowed and annotated.tokens[annotated.tokens[index].head].upos in {
        "NOUN",
        "PROPN",
        "PRON",
    }:
        index = annotated.tokens[index].head
    return index

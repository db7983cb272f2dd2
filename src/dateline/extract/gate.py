"""Whether a document is about violence at all: business and sports pages borrow the words of war."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.languages.en.events import BUSINESS, SPORT, WAR
from dateline.model.annotation import AnnotatedDocument, Token

SPORT_WEIGHT = 1.5
"""Sports pages share more words with war ("shot", "attack") than business pages do."""

FEW = 3
"""So few words of sports and business are no sign of either."""


PLAIN = 3
"""Words of war that make a sentence of a sports or business page speak of real violence."""


def is_about_violence(annotated: AnnotatedDocument) -> bool:
    """Whether plain words of war outweigh those of sports and business ("shares rocketed", "the striker shot wide").

    The weights were set by hand on pages of our own.
    """
    war, borrowed, plain = _weigh(annotated.tokens)
    return war >= borrowed or plain < FEW


def violent_sentences(annotated: AnnotatedDocument) -> frozenset[int]:
    """The sentences of such a page that speak of real violence all the same: a minute's silence for people shot dead."""
    found = []
    for sentence in annotated.sentences:
        war, borrowed, _ = _weigh(annotated.tokens[sentence.first : sentence.last + 1])
        if war >= PLAIN and war > borrowed:
            found.append(sentence.index)
    return frozenset(found)


def _weigh(tokens: Sequence[Token]) -> tuple[int, float, int]:
    """Words of war; words of sports and business by weight; and those as they are."""
    words = Counter(t.text.lower() for t in tokens if t.upos in {"NOUN", "VERB", "ADJ", "PROPN"})
    war = sum(n for w, n in words.items() if w in WAR)
    sport, business = (sum(n for w, n in words.items() if w in table) for table in (SPORT, BUSINESS))
    return war, SPORT_WEIGHT * sport + business, sport + business

"""Whether a document is about violence at all: business and sports pages borrow the words of war."""

from __future__ import annotations

from collections import Counter

from dateline.languages.en.events import BUSINESS, SPORT, WAR
from dateline.model.annotation import AnnotatedDocument

SPORT_WEIGHT = 1.5
"""Sports pages share more words with war ("shot", "attack") than business pages do."""

FEW = 3
"""So few words of sports and business are no sign of either."""


def is_about_violence(annotated: AnnotatedDocument) -> bool:
    """Whether plain words of war outweigh those of sports and business ("shares rocketed", "the striker shot wide").

    The weights were set by hand on pages of our own.
    """
    words = Counter(t.text.lower() for t in annotated.tokens if t.upos in {"NOUN", "VERB", "ADJ", "PROPN"})
    war = sum(n for w, n in words.items() if w in WAR)
    sport, business = (sum(n for w, n in words.items() if w in table) for table in (SPORT, BUSINESS))
    return war >= SPORT_WEIGHT * sport + business or sport + business < FEW

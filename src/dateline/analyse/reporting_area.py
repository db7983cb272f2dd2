"""The area that a whole document is about, where its heading names one: "Tillabéri: security note, January 2024".

In: a document. Out: a province or a country as a place, or None. A claim that names neither a place nor a party
("14 attacks in the region") is about it, which stays a doubt: the heading says it, not the claim.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.document import Document, Span
from dateline.model.reading import Argument, Place
from dateline.model.vocabulary import PlacePrecision

_HEADING = re.compile(r"\s*([^:–—|]{2,60}?)\s*[:–—|]")
_LABEL = re.compile(
    r"^\s*(?:reporting )?(?:area|region|province|governorate|country)\s*:\s*([^\n.,;]{2,60})", re.I | re.M
)
_HEAD = 600
"""Characters of a text in which a label ("Area: ...") is a heading."""

_WIDE = frozenset({PlacePrecision.PROVINCE, PlacePrecision.COUNTRY})
RULE = "the document's heading"


def reporting_area(document: Document) -> Place | None:
    """A labelled area of the text's head, else what the title has before its colon or dash."""
    labelled = _LABEL.search(document.text[:_HEAD])
    titled = _HEADING.match(document.title)
    names = [match[1].strip() for match in (labelled, titled) if match]
    return next((place for place in map(_wide_place, names) if place is not None), None)


@lru_cache(maxsize=2_000)
def _wide_place(name: str) -> Place | None:
    gazetteer = Gazetteer.open()
    try:
        found = gazetteer.province(name) or next(
            (p for p in gazetteer.find(name) if p.precision in _WIDE), None
        )
    finally:
        gazetteer.close()
    if found is None:
        return None
    argument = Argument(Span(0, 0, ""), name, rule=RULE)
    return Place(argument, found.lat, found.lon, found.id, found.country, found.precision)

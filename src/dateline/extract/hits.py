"""What a phrase beside a word of violence can be: a target, a time, or the place where it was.

In: a cast and the head of a phrase. Out: answers for `roles` and `mentions`.
"""

from __future__ import annotations

from dateline.extract.cast import Cast
from dateline.languages.en.events import CALENDAR
from dateline.languages.en.targets import EXPLOSIVES, NEVER_HIT
from dateline.languages.en.toponyms import NATURAL, ROADS


def can_be_hit(cast: Cast, index: int) -> bool:
    """Whether a phrase is of somebody or something: not a time, a shot, an attack, or an amount of explosives."""
    token = cast.annotated.tokens[index]
    below = {cast.annotated.tokens[c].lemma.lower() for c in cast.annotated.children(index)}
    if token.lemma.lower() == "bomber" and "suicide" in below:
        return False
    return token.lemma.lower() not in NEVER_HIT and not below & EXPLOSIVES


def is_time(cast: Cast, index: int) -> bool:
    """Whether a phrase says when: inside an expression of time, or a day's or month's name."""
    token = cast.annotated.tokens[index]
    if token.text in CALENDAR:
        return True
    return any(t.first <= index <= t.last for t in cast.annotated.times)


def is_where(cast: Cast, marker: str, index: int) -> bool:
    """Whether a phrase says where and not at whom: "exploded in Kano", "a blast near Goma"."""
    if not cast.is_place(index):
        return False
    place = cast.places[index]
    words = {t.text.lower() for t in cast.annotated.tokens[place.first : place.last + 1]}
    return marker in {"in", "near", "outside"} or (marker == "on" and bool(words & (NATURAL | ROADS)))

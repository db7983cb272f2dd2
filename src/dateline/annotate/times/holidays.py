"""Feast days and other calendars: a year in, the day or days out.

Easter after the Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). Islamic feasts after the arithmetic
calendar (Reingold & Dershowitz, Calendrical Calculations): the sighting of the moon moves them by a day either
way, which the periods allow for. Solar Hijri dates by the 33-year rule, right for the years 1210 to 1500.
"""

from __future__ import annotations

from datetime import date

from dateline.annotate.times.periods import Period, day, shifted
from dateline.model.vocabulary import TimePrecision

_ISLAMIC_EPOCH = 227015
_SOLAR_EPOCH = 226895


def easter(year: int) -> date:
    """Easter Sunday of the western churches."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, before = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, before + 1)


def islamic(year: int, month: int, number: int) -> date:
    """The Gregorian day of a date in the arithmetic Islamic calendar."""
    days = number + 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_ISLAMIC_EPOCH - 1 + days)


def solar_hijri(year: int, month: int, number: int) -> date:
    """The Gregorian day of a date in the solar Hijri calendar of Iran and Afghanistan."""
    leaps = (8 * (year - 1) + 29) // 33
    before = (month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30
    return date.fromordinal(_SOLAR_EPOCH - 1 + 365 * (year - 1) + leaps + before + number)


def _islamic_feast(year: int, month: int, number: int, length: int) -> Period | None:
    """The feast of `length` days in the Gregorian `year`, a day wider at the start for the moon."""
    for hijri in ((year - 622) * 33 // 32 + step for step in (-1, 0, 1, 2)):
        first = islamic(hijri, month, number)
        if first.year == year:
            return Period(shifted(first, -1), shifted(first, length - 1), TimePrecision.WEEK)
    return None


_FIXED = {
    "new-year": (1, 1),
    "new-year-eve": (12, 31),
    "christmas": (12, 25),
    "christmas-eve": (12, 24),
    "boxing-day": (12, 26),
    "valentine": (2, 14),
    "may-day": (5, 1),
    "women-day": (3, 8),
    "nowruz": (3, 21),
    "halloween": (10, 31),
    "bastille-day": (7, 14),
    "fourth-of-july": (7, 4),
    "epiphany": (1, 6),
    "all-saints": (11, 1),
    "armistice": (11, 11),
    "juneteenth": (6, 19),
    "anzac": (4, 25),
    "orthodox-christmas": (1, 7),
    "patrick": (3, 17),
}

_EASTER = {
    "easter": 0,
    "easter-monday": 1,
    "good-friday": -2,
    "maundy-thursday": -3,
    "palm-sunday": -7,
    "ash-wednesday": -46,
    "pentecost": 49,
}
"""Days after Easter Sunday."""

_ISLAMIC = {
    "eid-al-fitr": (10, 1, 3),
    "eid-al-adha": (12, 10, 4),
    "ashura": (1, 10, 1),
    "arbaeen": (2, 20, 1),
    "mawlid": (3, 12, 1),
}
"""Month, day and length in days."""

_MOVING = {"thanksgiving": (11, 3, 4), "labor-day": (9, 0, 1), "king-day": (1, 0, 3)}
"""Month, weekday (Monday 0) and which of them in the month."""


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    first = date(year, month, 1)
    return shifted(first, (weekday - first.weekday()) % 7 + 7 * (number - 1))


def feast(name: str, year: int) -> Period | None:
    """The days of a feast in a Gregorian year; None where the key is unknown or the year has none."""
    if name in _FIXED:
        return day(date(year, *_FIXED[name]))
    if name in _EASTER:
        return day(shifted(easter(year), _EASTER[name]))
    if name in _MOVING:
        return day(_nth_weekday(year, *_MOVING[name]))
    return _islamic_feast(year, *_ISLAMIC[name]) if name in _ISLAMIC else None

"""What an exchange format can't hold: each loss in words, and which incidents it touches.

Nothing is dropped silently: a format lists its losses, its page repeats them, and an export counts the incidents.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.model.incident import Incident
from dateline.model.precision import acled_geo_precision, acled_time_precision, located, ucdp_date_precision
from dateline.model.vocabulary import Certainty, Mode


@dataclass(frozen=True, slots=True)
class Loss:
    """What is lost, and whether an incident loses it."""

    what: str
    touches: Callable[[Incident], bool]


INJURED = Loss("the wounded", lambda i: i.injured is not None)
CERTAINTY = Loss(
    "that it is only alleged, possible or denied", lambda i: i.certainty is not Certainty.ASSERTED
)
RANGE = Loss(
    "every toll but the lowest",
    lambda i: bool(i.killed and (i.killed.low, i.killed.high) != (i.killed.best,) * 2),
)
OPEN = Loss("that the toll is open upwards", lambda i: bool(i.killed and i.killed.high is None))
TOLL = Loss("the dead", lambda i: i.killed is not None)
WEAPONS = Loss("the weapons", lambda i: bool(i.weapons))
MODE = Loss("how it was done beyond the format's own types", lambda i: i.mode is not None)
ENDS = Loss("between which days a longer time lies", lambda i: bool(i.when and i.when.days > 1))
LAST_DAY = Loss("the last day of the interval", lambda i: bool(i.when and i.when.end != i.when.start))
ORIGINS = Loss("how many reports are independent", lambda i: len(i.reports) > 1)
ACLED_TIME = Loss(
    "a code for a time longer than a month",
    lambda i: i.when is not None and acled_time_precision(i.when) is None,
)
ACLED_PLACE = Loss(
    "a code for a place known by its country only",
    lambda i: located(i.places) is not None and acled_geo_precision(i.places) is None,
)
UCDP_TIME = Loss(
    "a code for a time longer than a year",
    lambda i: i.when is not None and ucdp_date_precision(i.when) is None,
)
PLOVER_MODE = Loss(
    "the mode, where PLOVER has none for it", lambda i: i.mode in (Mode.CLASH, Mode.RAID, Mode.OTHER)
)
LINKS = Loss("why the reports were linked, and each claim with its sentence", lambda i: len(i.reports) > 0)

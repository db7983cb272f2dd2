"""Intervals, ranges and kinds of event in words, for the reasons and messages that a person reads."""

from __future__ import annotations

from datetime import date

from dateline.model.reading import Argument, Place, Tally
from dateline.model.values import Interval
from dateline.model.vocabulary import EventType, HarmType, Mode

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ATTACKS = {
    None: ("attack", "attacks"),
    Mode.OTHER: ("attack", "attacks"),
    Mode.DRONE: ("drone attack", "drone attacks"),
    Mode.AIRSTRIKE: ("air strike", "air strikes"),
    Mode.ROCKET: ("rocket attack", "rocket attacks"),
    Mode.MISSILE: ("missile attack", "missile attacks"),
    Mode.SHELLING: ("shelling", "shellings"),
    Mode.BOMBING: ("bombing", "bombings"),
    Mode.SUICIDE_BOMBING: ("suicide bombing", "suicide bombings"),
    Mode.MINE: ("mine explosion", "mine explosions"),
    Mode.GRENADE: ("grenade attack", "grenade attacks"),
    Mode.SHOOTING: ("shooting", "shootings"),
    Mode.CLASH: ("clash", "clashes"),
    Mode.RAID: ("raid", "raids"),
    Mode.ABDUCTION: ("abduction", "abductions"),
    Mode.ARSON: ("arson attack", "arson attacks"),
    Mode.STABBING: ("stabbing", "stabbings"),
}
_HARM = {
    HarmType.KILLED: "killed",
    HarmType.INJURED: "injured",
    HarmType.DISPLACED: "displaced",
    HarmType.DETAINED: "detained",
}


def day(value: date) -> str:
    """25 July 2021."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def period(when: Interval) -> str:
    """ "on 25 July 2021" or "between 20 January and 25 July 2021"."""
    if when.start == when.end:
        return f"on {day(when.start)}"
    first = day(when.start)
    if when.start.year == when.end.year:
        first = str(when.start.day) if when.start.month == when.end.month else first.rpartition(" ")[0]
    return f"between {first} and {day(when.end)}"


def amount(low: int, high: int | None) -> str:
    """ "2", "4 to 7", "at least 17"."""
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def attacks(mode: Mode | None, count: int | None = 2) -> str:
    """ "drone attacks", or "drone attack" for one."""
    return _ATTACKS[mode][count != 1]


def counted(tally: Tally, count: int | None = 2) -> str:
    """What a tally counts: "drone attacks", "killed", "events of type CONSULT"."""
    if isinstance(tally.type, HarmType):
        return _HARM[tally.type]
    return attacks(tally.mode, count) if tally.type is EventType.ASSAULT else f"events of type {tally.type}"


def listed(named: tuple[Argument, ...] | tuple[Place, ...]) -> str:
    """Names joined as in a sentence: "Iraq and Syria"."""
    return joined([n.name for n in named])


def joined(parts: list[str]) -> str:
    """ "a, b and c"; empty for none."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"

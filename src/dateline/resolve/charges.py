"""Whether an event is only the wording of a charge: "was charged on Sunday with murder", "pleaded guilty to assault".

A charge tells of something that the document, or another, tells of in words of its own, and the day beside it is that of the
court. In: a reported event. Out: yes or no, by the words before its trigger (English).
"""

from __future__ import annotations

import re

from dateline.model.incident import ReportedEvent

_OFFENCES = frozenset("murder murders manslaughter homicide homicides assault assaults battery".split())
_REACH = 90  # characters before the trigger
_COURT = re.compile(
    r"\b(?:charg(?:e|es|ed|ing)|counts?|indict\w*|convict\w*|accused|pleads?|pleaded|pled|guilty|sentenced|arraigned|"
    r"suspicion|booked|wanted|tried|trial|fac(?:es|ed|ing))\b[^.;!?\n]*$",
    re.IGNORECASE,
)


def is_charge(source: ReportedEvent) -> bool:
    """Whether the trigger is an offence's name that a word of the courts governs in the same sentence."""
    trigger = source.event.trigger
    if trigger.text.lower() not in _OFFENCES:
        return False
    before = source.document.text[max(0, trigger.start - _REACH) : trigger.start]
    return _COURT.search(before) is not None

"""The reader's roles under the names that RAMS and WikiEvents give them, and a marked trigger's arguments.

The reader knows four roles of an event, who acts, to whom, with what, where; an ontology has names of its own for each
type. A row of `ROLES` is the start of a type, then the names of actor, recipient and weapon. What has no row takes
`OTHERS`; types of events that the reader doesn't look for stay in the count, as misses.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import overlaps

from dateline.model.document import Span
from dateline.model.reading import Event

ROLES = (
    ("conflict.attack.detonateexplode", "attacker", "target", "explosivedevice"),
    ("conflict.attack", "attacker", "target", "instrument"),
    ("conflict.demonstrate", "demonstrator", "target", ""),
    ("conflict.yield", "yielder", "recipient", ""),
    ("life.die", "killer", "victim", "instrument"),
    ("life.injure", "injurer", "victim", "instrument"),
    ("artifactexistence.damagedestroy", "damagerdestroyer", "artifact", "instrument"),
    ("justice.arrestjaildetain", "jailer", "detainee", ""),
    ("justice.investigate", "investigator", "defendant", ""),
    ("justice.", "prosecutor", "defendant", ""),
    ("contact.discussion", "participant", "participant", ""),
    ("contact.negotiate", "participant", "participant", ""),
    ("contact.collaborate", "participant", "participant", ""),
    ("contact.contact.meet", "participant", "participant", ""),
    ("contact.", "communicator", "recipient", ""),
    ("government.agreements", "participant", "participant", ""),
    ("movement.transportperson", "transporter", "passenger", "vehicle"),
    ("movement.", "transporter", "artifact", "vehicle"),
    ("transaction.", "giver", "recipient", ""),
    ("personnel.", "placeofemployment", "employee", ""),
)
OTHERS = ("participant", "recipient", "instrument")
ATTACKS = (
    "conflict.",
    "life.die",
    "life.injure",
    "artifactexistence.damagedestroy",
    "justice.arrestjaildetain",
)
"""Types that the reader is made for."""


def is_attack(kind: str) -> bool:
    """Whether a type is one that the reader is made for."""
    return kind.lower().startswith(ATTACKS)


def event_at(events: tuple[Event, ...], trigger: tuple[int, int]) -> Event | None:
    """The event of a reading with a mention over a marked trigger."""
    over = (e for e in events if any(overlaps((m.start, m.end), trigger) for m in e.mentions))
    return next(over, None)


def arguments(event: Event, kind: str) -> Iterator[tuple[str, Span]]:
    """An event's arguments under the role names of an ontology's type."""
    row = next((r[1:] for r in ROLES if kind.lower().startswith(r[0])), OTHERS)
    for name, group in zip(row, (event.actors, event.recipients, event.weapons), strict=True):
        yield from ((name, a.mention) for a in group if name)
    yield from (("place", p.argument.mention) for p in event.places)

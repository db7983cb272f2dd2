"""The sentences that stand in core properties, for people and programs that know no extension; made of values alone."""

from __future__ import annotations

from dateline.model.incident import Incident
from dateline.model.reading import Event, Tally
from dateline.model.values import Count, Interval
from dateline.share.words import described


def named_incident(incident: Incident) -> str:
    """ "drone assault at Balad, 2024-03-05"."""
    what = " ".join(
        part for part in (incident.mode and incident.mode.value, incident.type.value.lower()) if part
    )
    where = f" at {incident.places[0].name}" if incident.places else ""
    return f"{what}{where}" + (f", {_days(incident.when)}" if incident.when else "")


def described_incident(incident: Incident) -> str:
    """The incident's values in one sentence, private persons masked."""
    return described(incident, names=False)


def claimed(event: Event) -> str:
    """What one report says of one happening."""
    what = " ".join(part for part in (event.mode and event.mode.value, event.type.value.lower()) if part)
    parts = [f"{what} ({event.certainty.value})"]
    parts += [f"at {', '.join(p.name for p in event.places)}"] if event.places else []
    parts += [f"on {_days(event.when)}"] if event.when else []
    parts += [f"by {', '.join(a.name for a in event.actors)}"] if event.actors else []
    parts += [f"against {', '.join(a.name for a in event.recipients)}"] if event.recipients else []
    parts += [f"killed {_range(event.killed)}"] if event.killed else []
    parts += [f"injured {_range(event.injured)}"] if event.injured else []
    parts += [f"says {', '.join(s.speaker.name for s in event.says)}"] if event.says else []
    return "; ".join(parts)


def counted_words(tally: Tally) -> str:
    """ "at least 8 drone ASSAULT at Balad, 2024-01-01 to 2024-03-05"."""
    what = " ".join(part for part in (tally.mode and tally.mode.value, tally.type.value) if part)
    where = f" at {', '.join(p.name for p in tally.places)}" if tally.places else ""
    return f"{_range(tally.number)} {what}{where}" + (f", {_days(tally.when)}" if tally.when else "")


def _days(when: Interval) -> str:
    start, end = when.start.isoformat(), when.end.isoformat()
    return start if start == end else f"{start} to {end}"


def _range(count: Count) -> str:
    if count.high is None:
        return f"at least {count.low}"
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"

"""A record with partners: some of it marked, given and taken back, and an exchange with a partner who differs and disputes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dateline.model.marking import Marking, Target, Tlp, Words
from dateline.model.partner import Partner
from dateline.model.reading import Reading
from dateline.model.reply import Opinion
from dateline.model.values import Count
from dateline.model.vocabulary import PlacePrecision
from dateline.pipeline import relink
from dateline.record import Record
from dateline.share.exchanges import given_objects, write_stix
from dateline.share.receive import Delivery, Received, receive
from dateline.share.release import acts

from .release.test_rules import reading

START = datetime(2026, 6, 1, 9, tzinfo=UTC)
SCRIPT = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
HOSTILE = f"{SCRIPT} \u202egnihtemos\u202c {'W' * 1_500}"
CLEAR = Marking(Tlp.CLEAR)
NARROWED = replace(CLEAR, words=Words.TEXT, place=PlacePrecision.PROVINCE)
MARKINGS: Mapping[str, Marking | None] = {
    "open": replace(CLEAR, words=Words.TEXT),
    "narrowed": NARROWED,
    "described": replace(CLEAR, source="an aid organisation"),
    "amber": Marking(Tlp.AMBER),
    "unmarked": None,
    "taken": CLEAR,
    "hostile": CLEAR,
}


def counting(key: str, killed: int) -> Reading:
    """The same attack with another toll."""
    made = reading(key)
    if key == "hostile":
        made = replace(made, document=replace(made.document, title=HOSTILE, outlet=f"<b>Outlet</b> {SCRIPT}"))
    event = made.events[0]
    told = Count(killed, killed, event.killed.span if event.killed else event.trigger)
    return replace(made, events=(replace(event, killed=told),))


def keep(record: Record, markings: Mapping[str, Marking | None], *, killed: int = 4) -> None:
    """Keep a reading for each name, marked or not."""
    with record.writer("ana") as writer:
        for key, marking in markings.items():
            made = counting(key, killed)
            writer.keep_document(made.document)
            writer.keep_reading(made)
            if marking is not None:
                writer.exchange().mark(Target(key), marking, "as agreed")
    relink(record)


def know(record: Record, *partners: Partner) -> None:
    """Add partners."""
    with record.writer("ana") as writer:
        for partner in partners:
            writer.exchange().keep_partner(partner, "by agreement")


def give(record: Record, partner: str, hours: int, **act: tuple[str, ...]) -> bytes:
    """Release to a partner; the bundle of all that it has then."""
    action = acts.RETRACTED if act.get("taken_back") else acts.APPROVED
    moment = START + timedelta(hours=hours)
    acts.approve(record, partner, acts.Act(action, "weekly", **act), "ana", moment)  # type: ignore[arg-type]
    with record.view() as view:
        out = io.BytesIO()
        write_stix(given_objects(view.exchange(), partner), out)
    return out.getvalue()


def take(record: Record, content: bytes, partner: str) -> Received:
    """Keep and link what a partner sent."""
    done = receive(record, Delivery(f"{partner}.json", content), partner, unsigned=True)
    relink(record)
    return done


def exchanged(record: Record, folder: Path, said: str = "the hospital counted otherwise") -> None:
    """`north` has got what it may have, gave a report with another toll, and disputes our incident; `south` has got nothing."""
    know(record, Partner("north", "North Office", Tlp.GREEN), Partner("south", f"South {SCRIPT}", Tlp.AMBER))
    keep(record, MARKINGS)
    given = give(record, "north", 1)
    give(record, "north", 2, taken_back=("taken",))
    with Record.open(str(folder / "north.sqlite")) as theirs:
        know(theirs, Partner("home", "Home", Tlp.AMBER))
        keep(theirs, {"abroad": CLEAR}, killed=9)
        take(theirs, given, "home")
        with theirs.view() as view:
            about = next(
                o.id for o in view.exchange().received_objects("home") if o.id.startswith("incident--")
            )
        with theirs.writer("ben") as writer:
            writer.exchange().reply("home", about, Opinion.DISAGREE, said)
            writer.exchange().reply("home", about, None, f"who counted? {HOSTILE}")
        take(record, give(theirs, "home", 3), "north")

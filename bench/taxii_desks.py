"""Two desks that exchange over TAXII, each served by a process of its own and killed in the middle.

    python -m bench.taxii_desks [--incidents 1000]

North tells south of all its incidents; then it corrects one, withdraws the report of another, and south disputes a third. Every pull is
killed once on either side: the server while pages come, the client while it keeps them. Out: what both have in the end, and seconds.
"""

from __future__ import annotations

import argparse
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from argon2 import PasswordHasher
from bench.taxii_peers import processor_seconds

from dateline.errors import SourceError
from dateline.intake.fetching import Fetcher
from dateline.model.document import DateSource, Document
from dateline.model.judgement import Action, Decision
from dateline.model.marking import Marking, Target, Tlp
from dateline.model.partner import Partner
from dateline.model.reading import Argument, Attribution, Event, Place, Reader, Reading
from dateline.model.reply import Opinion
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import EventType, Mode, PlacePrecision, TimePrecision
from dateline.pipeline import relink
from dateline.record import Record
from dateline.settings import Limits
from dateline.share.receive.opinions import said_of
from dateline.share.receive.taxii import Bounds, TaxiiSource, pull
from dateline.share.release import acts

PASSWORD = "correct horse battery"
FETCHER = Fetcher(Limits(seconds=120), allow_private_addresses=True)
FIRST_DAY = date(1990, 1, 1)
DAYS_APART = 12
START_SECONDS = 120
NOW = datetime(2026, 1, 1, tzinfo=UTC)
TOWNS = (
    ("Samarra", "91597", "IQ", 34.2, 43.87),
    ("Tikrit", "90150", "IQ", 34.6, 43.68),
    ("Izyum", "707292", "UA", 49.21, 37.25),
)


def story(number: int, killed: int | None = None, version: str = "1") -> Reading:
    """An invented report of an attack of its own: another day than any other story's; `killed` is how a later reader counts."""
    town, key, country, latitude, longitude = TOWNS[number % len(TOWNS)]
    told = number % 9 + 1
    dead = told if killed is None else killed
    text = f"A drone hit {town}, killing {told}, police said."
    name = f"story-{number}"
    document = Document(
        name,
        text,
        f"Drone hits {town}",
        f"Outlet {number % 7}",
        (),
        NOW,
        DateSource.GIVEN,
        f"https://{name}.example/",
    )

    def at(words: str) -> tuple[int, int]:
        start = text.index(words)
        return start, start + len(words)

    trigger = document.span(*at("drone hit"))
    place = Place(
        Argument(document.span(*at(town)), town), latitude, longitude, key, country, PlacePrecision.TOWN
    )
    day = FIRST_DAY + timedelta(days=DAYS_APART * number)
    event = Event(
        "e1",
        EventType.ASSAULT,
        Mode.DRONE,
        trigger,
        (trigger,),
        places=(place,),
        when=Interval(day, day, TimePrecision.DAY),
        killed=Count(dead, dead, document.span(*at(f"killing {told}"))),
        says=(Attribution(Argument(document.span(*at("police")), "police")),),
        evidence=(document.span(0, len(text)),),
    )
    return Reading(document, Reader("bench", version), (event,))


@dataclass
class Desk:
    """An organisation with a record in a file."""

    name: str
    place: Path
    clock: datetime = datetime(2026, 6, 1, 9, tzinfo=UTC)

    def __post_init__(self) -> None:
        self.record = Record.open(str(self.place))

    def knows(self, other: str) -> None:
        """Add a partner with a password."""
        with self.record.writer("ana") as writer:
            credential = PasswordHasher().hash(PASSWORD)
            writer.exchange().keep_partner(Partner(other, other, Tlp.AMBER, credential=credential))

    def keeps(self, stories: Sequence[Reading]) -> None:
        """Keep readings, which everybody may have."""
        with self.record.writer("ana") as writer:
            for made in stories:
                if writer.keep_document(made.document).new:
                    writer.exchange().mark(Target(made.document.id), Marking(Tlp.CLEAR))
                writer.keep_reading(made)
        relink(self.record)

    def gives(self, other: str) -> None:
        """Release what there is."""
        self.clock += timedelta(hours=1)
        acts.approve(self.record, other, acts.Act(acts.APPROVED, "weekly"), "ana", self.clock)

    def has(self) -> frozenset[tuple[date, int | None]]:
        """The day and the toll of each incident."""
        with self.record.view() as view:
            return frozenset(
                (i.when.start, i.killed.best if i.killed else None) for i in view.incidents() if i.when
            )


class Served:
    """`dateline serve` in a process, which may be killed and started again at the same port."""

    def __init__(self, place: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = int(free.getsockname()[1])
        self._place = place
        self.url = f"http://127.0.0.1:{self._port}/taxii2/"
        self.start()

    def start(self) -> None:
        """Start it; the address stays."""
        command = [sys.executable, "-m", "dateline", "serve", "--record", str(self._place), "--rate", "10000"]
        self._process = subprocess.Popen(
            [*command, "--port", str(self._port)],
            stdout=subprocess.DEVNULL,
        )
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            assert self._process.poll() is None, "the server didn't start"
            with suppress(OSError), socket.create_connection(("127.0.0.1", self._port), timeout=1):
                return
            time.sleep(0.1)
        raise AssertionError("the server didn't start")

    @property
    def process(self) -> int:
        """The number of the server's process."""
        return self._process.pid

    def processor_seconds(self) -> float:
        """Processor time that the server took."""
        return processor_seconds(self.process)

    def kill(self) -> None:
        """End it as a loss of power would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.communicate()

    def __enter__(self) -> Served:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()


def fetch(desk: Desk, giver: str, served: Served, objects: int, kills: bool = True) -> int:
    """Pull to the end, in deliveries of one page; where `kills`, over a death of either side. How many objects were new."""
    source = TaxiiSource(served.url, giver, desk.name, PASSWORD, Bounds(objects, delivery_bytes=1))
    found = 0
    if kills:
        found += _until_the_client_dies(desk, giver, served.url, objects)
        with suppress(SourceError):
            for number, done in enumerate(pull(desk.record, source, FETCHER)):
                found += done.new
                if number == 1:
                    served.kill()
        with suppress(AssertionError):
            served.kill()
        served.start()
        source = replace(source, url=served.url)
    found += sum(done.new for done in pull(desk.record, source, FETCHER))
    relink(desk.record)
    return found


def _until_the_client_dies(desk: Desk, giver: str, url: str, objects: int) -> int:
    """A pull in a process that is killed after its second delivery; how many objects it had kept."""
    before = _received(desk, giver)
    command = [sys.executable, "-m", "bench.taxii_desks", "--pull", str(desk.place), desk.name, giver, url]
    process = subprocess.Popen([*command, "--page", str(objects)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    process.stdout.readline()
    process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return _received(desk, giver) - before


def _received(desk: Desk, giver: str) -> int:
    with desk.record.view() as view:
        return sum(1 for _ in view.exchange().received_objects(giver))


@dataclass(frozen=True)
class Outcome:
    """What both have in the end, how many objects came, what north hears about its incident, and seconds."""

    north: frozenset[tuple[date, int | None]]
    south: frozenset[tuple[date, int | None]]
    objects: int
    offered: int
    said: tuple[tuple[str, str | None, str], ...]
    faults: int
    seconds: dict[str, float]


def exchange(folder: Path, incidents: int, page: int, kills: bool = True) -> Outcome:
    """The whole exchange."""
    north, south = (Desk(name, folder / f"{name}.sqlite") for name in ("north", "south"))
    north.knows("south")
    south.knows("north")
    seconds: dict[str, float] = {}
    with _timed(seconds, "keep and release"):
        north.keeps([story(number) for number in range(incidents)])
        north.gives("south")
    with Served(north.place) as served:
        with _timed(seconds, "pull"):
            came = fetch(south, "north", served, page, kills)
        with _timed(seconds, "change and release"):
            _change(north)
            _dispute(south)
        with _timed(seconds, "pull of changes"):
            came += fetch(south, "north", served, 2, kills)
    with Served(south.place) as served, _timed(seconds, "pull of the dispute"):
        fetch(north, "south", served, 2, kills)
    with north.record.view() as view:
        offered = sum(1 for row in view.exchange().released("south", "stix") if not row.body.get("withdrawn"))
        third = next(i for i in view.incidents() if i.when and i.when.start == story(3).events[0].when.start)  # type: ignore[union-attr]
        said = tuple((s.partner, s.level, s.text) for s in said_of(view, third))
    faults = sum(len(list(desk.record.check())) for desk in (north, south))
    return Outcome(north.has(), south.has(), came, offered, said, faults, seconds)


def _change(north: Desk) -> None:
    """Correct the toll of one incident, and withdraw the only report of another."""
    north.keeps([story(1, killed=88, version="2")])
    with north.record.writer("ana") as writer:
        writer.judge(Decision(Action.RETRACT, "story-2", "it never happened"))
    relink(north.record)
    north.gives("south")


def _dispute(south: Desk) -> None:
    day = story(3).events[0].when
    assert day
    with south.record.view() as view:
        told = [found.body for found in view.exchange().received_objects("north")]
        key = next(o["id"] for o in told if o["type"] == "incident" and day.start.isoformat() in str(o))
    with south.record.writer("ben") as writer:
        writer.exchange().reply("north", key, Opinion.DISAGREE, "the hospital counted otherwise")
    south.gives("north")


class _timed:
    """Adds the seconds that a step took."""

    def __init__(self, seconds: dict[str, float], name: str) -> None:
        self._seconds, self._name = seconds, name

    def __enter__(self) -> None:
        self._started = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self._seconds[self._name] = round(time.perf_counter() - self._started, 1)


def _pull_here(place: str, name: str, giver: str, url: str, page: int) -> None:
    """Pull in this process and say a line after each delivery."""
    with Record.open(place) as record:
        for done in pull(
            record, TaxiiSource(url, giver, name, PASSWORD, Bounds(page, delivery_bytes=1)), FETCHER
        ):
            print(done.new, flush=True)


def main() -> None:
    """Exchange and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--incidents", type=int, default=1_000)
    parser.add_argument("--page", type=int, default=500)
    parser.add_argument("--pull", nargs=4, metavar=("PLACE", "NAME", "GIVER", "URL"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.pull:
        _pull_here(*given.pull, given.page)
        return
    with tempfile.TemporaryDirectory() as folder:
        done = exchange(Path(folder), given.incidents, given.page)
    print(
        f"north has {len(done.north)} incidents, south {len(done.south)}, the same: {done.north == done.south}"
    )
    print(
        f"{done.objects} of {done.offered} versions came; {done.faults} faults in the records; said: {done.said}"
    )
    print(f"seconds: {done.seconds}")


if __name__ == "__main__":
    main()

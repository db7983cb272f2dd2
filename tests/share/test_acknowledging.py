"""A partner without a network says, signed, what came and what is gone; whoever released sees who confirmed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli.application import application
from dateline.errors import MalformedSource, RefusedSource
from dateline.record import Record
from dateline.share.acknowledging import recipients, take_acknowledgement, write_acknowledgement
from dateline.share.receive import from_file

from .receive.test_receive import CLEAR, START, Desk, desks

__all__ = ["desks"]


def confirmed(desk: Desk, other: Desk, folder: Path) -> Path:
    """What one desk says of what came from another."""
    path = folder / "here.json"
    write_acknowledgement(desk.record, other.name, path, desk.private, START)
    return path


def test_a_retraction_is_confirmed_once_it_is_carried_out(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    south.takes(north.gives(south), north)
    late = north.gives(south, taken_back=("one",))
    file = confirmed(south, north, tmp_path)
    assert take_acknowledgement(north.record, "south", from_file(file), "ana") == (1,)
    with north.record.view() as view:
        (told,) = recipients(view, "one")
        assert (told.partner, told.first, told.last, told.has_it, told.confirmed) == (
            "south",
            1,
            2,
            False,
            False,
        )
    south.takes(late, north)
    file = confirmed(south, north, tmp_path)
    assert take_acknowledgement(north.record, "south", from_file(file), "ana") == (2,)
    assert take_acknowledgement(north.record, "south", from_file(file), "ana") == ()
    with north.record.view() as view:
        assert recipients(view, "one")[0].confirmed
        lines = [e for e in view.exchange().log() if e.action == "acknowledged"]
        assert [(e.item, e.detail["signed"], len(e.detail["sha256"])) for e in lines] == [
            ("1", True, 64),
            ("2", True, 64),
        ]


def test_what_was_taken_in_again_by_a_person_is_not_gone(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    south.takes(north.gives(south), north)
    south.takes(north.gives(south, taken_back=("one",)), north)
    with south.record.view() as view:
        (retraction,) = view.judgements()
    from dateline.record import deciding

    with south.record.view() as view:
        undo = deciding.undo(view, retraction.number, "we keep it")
    with south.record.writer("ben") as writer:
        writer.judge(undo)
    file = confirmed(south, north, tmp_path)
    assert take_acknowledgement(north.record, "south", from_file(file), "ana") == (1,)


def test_only_the_partner_confirms(desks: tuple[Desk, Desk], tmp_path: Path) -> None:
    north, south = desks
    north.keeps("one", CLEAR)
    south.takes(north.gives(south), north)
    delivery = from_file(confirmed(south, north, tmp_path))
    for wrong in (
        replace(delivery, signature=None),
        replace(delivery, content=delivery.content.replace(b'"gone"', b'"gone" ')),
        from_file(_by_somebody_else(north, tmp_path)),
    ):
        with pytest.raises(RefusedSource, match="signature"):
            take_acknowledgement(north.record, "south", wrong, "ana")
    assert json.loads(delivery.content)["gone"] == []


def _by_somebody_else(desk: Desk, folder: Path) -> Path:
    path = folder / "other.json"
    write_acknowledgement(desk.record, "south", path, desk.private, START)
    return path


@pytest.mark.parametrize("content", [b"[]", b'{"format": "x"}', b'{"format": "dateline acknowledgement 1"}'])
def test_what_is_no_acknowledgement_is_refused(
    desks: tuple[Desk, Desk], tmp_path: Path, content: bytes
) -> None:
    from dateline.share.bundles import write_file_and_signature

    north, south = desks
    write_file_and_signature(content, tmp_path / "x.json", south.private)
    with pytest.raises(MalformedSource):
        take_acknowledgement(north.record, "south", from_file(tmp_path / "x.json"), "ana")


def test_by_commands_alone(tmp_path: Path) -> None:
    """Two desks without a network, from keys to a confirmed retraction."""

    def run(*words: str, fails: bool = False) -> str:
        done = CliRunner().invoke(application, list(words))
        assert (done.exit_code != 0) is fails, done.output
        return done.output.strip()

    sides = {name: ["--record", str(tmp_path / f"{name}.sqlite")] for name in ("north", "south")}
    for _, place in sides.values():
        Record.open(place).close()
    keys = {name: run("partner", "key", str(tmp_path / name)) for name in sides}
    run("partner", "add", "south", "--clearance", "green", "--key", keys["south"], *sides["north"])
    run("partner", "add", "north", "--clearance", "green", "--key", keys["north"], *sides["south"])
    with Record.open(sides["north"][1]) as record:
        desk = Desk("north", record, "", "")
        desk.keeps("one", CLEAR)
    run("release", "approve", "south", "--reason", "weekly", *sides["north"])
    for number, back in enumerate((False, True), 1):
        if back:
            run("release", "retract", "south", "one", "--reason", "asked", *sides["north"])
        file = str(tmp_path / f"bundle{number}.json")
        run("release", "bundle", "south", "--key", str(tmp_path / "north"), "-o", file, *sides["north"])
        run("receive", file, "--from", "north", *sides["south"])
    here = str(tmp_path / "here.json")
    run("release", "confirm", "north", "--key", str(tmp_path / "south"), "-o", here, *sides["south"])
    said = run("release", "acknowledge", "south", "--file", here, *sides["north"])
    assert said.splitlines() == [f"release {n}: acknowledged by south, signed" for n in (1, 2)]
    told = run("release", "recipients", "one", *sides["north"])
    assert "was told that it is withdrawn since release 2, confirmed" in told
    with Record.open(sides["south"][1]) as record, record.view() as view:
        objects = view.exchange().received_objects("north")
        incident = next(o.id for o in objects if o.id.startswith("incident--"))
    run("release", "reply", "north", incident, "why?", "--ask", *sides["south"])
    run("release", "reply", "north", incident, *sides["south"], fails=True)
    run("release", "acknowledge", "south", *sides["north"], fails=True)

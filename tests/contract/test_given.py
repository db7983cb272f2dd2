"""What a partner has now, and what came from partners, asked on each store and told again in plain Python."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest

from dateline.model.marking import Tlp
from dateline.model.partner import Partner
from dateline.record import Record
from dateline.record.given import ALL, FIRST, LAST, Wanted

STAMPS = [f"2026-06-01T09:00:{second:02}.000Z" for second in range(60)]
KINDS = ("incident", "report", "location")


@dataclass(frozen=True)
class Row:
    """One version as it was given."""

    id: str
    version: str
    added: str
    body: dict[str, Any]


def history(seed: int) -> list[Row]:
    """Versions of a few objects, some withdrawn and given again."""
    drawn, found = random.Random(seed), list[Row]()
    for number in range(40):
        key = f"{drawn.choice(KINDS)}--{drawn.randrange(3)}"
        stamp = STAMPS[number]
        gone = drawn.random() < 0.25
        body = {"withdrawn": True} if gone else {"id": key, "created": STAMPS[0], "modified": stamp}
        found.append(Row(key, stamp, f"2026-06-01T10:00:{number:02}.000000Z", body))
    return found


def expected(rows: list[Row], wanted: Wanted) -> list[Row]:
    """The page, by walking over all rows."""
    shown = [
        row
        for n, row in enumerate(rows)
        if not any(r.id == row.id and r.body.get("withdrawn") for r in rows[n:])
    ]
    of = {key: [r for r in shown if r.id == key] for key in {r.id for r in shown}}

    def meant(row: Row) -> bool:
        there = {FIRST: of[row.id][0] is row, LAST: of[row.id][-1] is row, ALL: True}
        return any(there.get(name, name == row.body["modified"]) for name in wanted.versions)

    found = [
        r
        for r in shown
        if r.added > wanted.after
        and (not wanted.ids or r.id in wanted.ids)
        and (not wanted.types or r.id.partition("--")[0] in wanted.types)
        and meant(r)
    ]
    return found[: wanted.limit]


def questions() -> Iterator[Wanted]:
    """Every filter with every other."""
    afters = ("", "2026-06-01T10:00:20.000000Z")
    ids = ((), ("incident--0", "report--1", "nothing--1"))
    types = ((), ("report", "location"), ("rep",))
    versions = ((LAST,), (FIRST,), (ALL,), (FIRST, LAST), (STAMPS[7], STAMPS[30]))
    for after, some, kinds, which, limit in product(afters, ids, types, versions, (3, 100)):
        yield Wanted(after, some, kinds, which, limit)


@pytest.mark.parametrize("seed", range(3))
def test_pages_are_what_a_walk_over_all_rows_finds(record: Record, seed: int) -> None:
    rows = history(seed)
    with record.writer("ana") as writer:
        exchange = writer.exchange()
        for partner, some in (("desk", rows), ("watch", rows[::2])):
            exchange.keep_partner(Partner(partner, partner, Tlp.AMBER))
            number = exchange.keep_release(partner, "approved", "", {})
            exchange.keep_released(
                {
                    "release": number,
                    "partner": partner,
                    "kind": "stix",
                    "id": r.id,
                    "version": r.version,
                    "added": r.added,
                    "body": r.body,
                }
                for r in some
            )
    with record.view() as view:
        exchange = view.exchange()
        for wanted in questions():
            page, _ = exchange.given_page("desk", "stix", wanted)
            assert [(g.id, g.added) for g in page] == [(r.id, r.added) for r in expected(rows, wanted)], (
                wanted
            )
        everything = expected(rows, Wanted(versions=(ALL,)))
        assert {r.id for r in everything} == {r.id for r in rows if exchange.is_given("desk", "stix", r.id)}
        assert exchange.ever_given("desk", "stix", [*{r.id for r in rows}, "x--1"]) == {r.id for r in rows}
        assert exchange.newest_given("watch", "stix", [rows[0].id]) == {
            rows[0].id: next(r.body for r in reversed(rows[::2]) if r.id == rows[0].id)
        }


def test_what_came_is_found_by_what_it_points_to(record: Record) -> None:
    incident, report = (f"{kind}--00000000-0000-4000-8000-000000000001" for kind in ("incident", "report"))
    notes = [f"note--00000000-0000-4000-8000-00000000000{n}" for n in range(2)]
    ours = "incident--00000000-0000-4000-8000-000000000009"
    bodies = [
        {"id": report, "object_refs": [incident, notes[0]], "created_by_ref": "identity--1"},
        {"id": notes[0], "object_refs": [incident], "created_by_ref": "identity--2"},
        {"id": notes[1], "object_refs": [ours]},
    ]
    with record.writer("ana") as writer:
        exchange = writer.exchange()
        exchange.keep_partner(Partner("desk", "desk", Tlp.AMBER))
        release = exchange.keep_release("desk", "approved", "", {})
        given = {"release": release, "partner": "desk", "kind": "stix", "id": ours, "version": STAMPS[0]}
        exchange.keep_released([{**given, "added": "2026", "body": {"id": ours}}])
        number = exchange.keep_receipt("desk", "x.json", "stix", b"{}")
        for version in STAMPS[:2]:
            exchange.keep_received(
                {
                    "receipt": number,
                    "partner": "desk",
                    "id": b["id"],
                    "version": version,
                    "digest": version,
                    "body": {**b, "modified": version},
                }
                for b in bodies
            )
    with record.view() as view:
        exchange = view.exchange()
        assert exchange.referring("desk", [incident]) == {report, notes[0]}
        assert exchange.referring("watch", [incident]) == frozenset()
        assert exchange.about_ours("desk") == ((notes[1], ours),)
        assert exchange.newest_received("desk", [report])[report]["modified"] == STAMPS[1]
        versions = [(k.id, k.version, k.creator) for k in exchange.known_versions([notes[0], "x"])]
        assert versions == [(notes[0], v, "identity--2") for v in STAMPS[:2]]
        assert exchange.came_of([number]) == {number: (6, 0)}


def test_a_page_costs_the_same_among_many(record: Record) -> None:
    """Asked as one question, a page of these took a database of either kind half a minute."""
    with record.writer("ana") as writer:
        exchange = writer.exchange()
        number = exchange.keep_release("desk", "approved", "", {})
        row = {"release": number, "partner": "desk", "kind": "stix", "version": STAMPS[0]}
        exchange.keep_released(
            {
                **row,
                "id": f"report--{n}",
                "added": f"2026-06-01T10:00:00.{n:06}Z",
                "body": {"modified": STAMPS[0], "name": "a report of something" * 10},
            }
            for n in range(8_000)
        )
    started, after, found = time.perf_counter(), "", 0
    with record.view() as view:
        while True:
            page, more = view.exchange().given_page("desk", "stix", Wanted(after))
            after, found = page[-1].added, found + len(page)
            if not more:
                break
    assert (found, time.perf_counter() - started < 15) == (8_000, True)

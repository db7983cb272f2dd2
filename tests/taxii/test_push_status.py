"""What a partner is told of what it sends follows from what it sent alone: others may have sent anything."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.api.taxii.problems import TaxiiProblem
from dateline.api.taxii.pushes import push
from dateline.model.marking import Tlp
from dateline.model.partner import Partner
from dateline.record import Record

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
MOMENTS = ("2026-06-01T09:00:00.000Z", "2026-06-02T09:00:00.000Z")


def _object(number: int, maker: int, moment: int, name: str, revoked: bool) -> dict[str, Any]:
    made = {
        "type": "identity",
        "spec_version": "2.1",
        "id": f"identity--00000000-0000-4000-8000-{number:012}",
        "created_by_ref": f"identity--00000000-0000-4000-8000-{maker:012}",
        "created": MOMENTS[0],
        "modified": MOMENTS[moment],
        "name": name,
    }
    return {**made, "revoked": True} if revoked else made


OBJECTS = st.builds(
    _object,
    st.integers(0, 2),
    st.integers(0, 1),
    st.integers(0, 1),
    st.sampled_from(["a", "b"]),
    st.booleans(),
)
ENVELOPES = st.lists(st.lists(OBJECTS, max_size=3), max_size=3)


def told(folder: Path, others: list[list[dict[str, Any]]], own: list[list[dict[str, Any]]]) -> list[Any]:
    """What the partner is told of each of its envelopes, where others sent theirs before."""
    with Record.open(str(folder / "record.sqlite")) as record:
        with record.writer("ana") as writer:
            for name in ("north", "south"):
                writer.exchange().keep_partner(Partner(name, name, Tlp.AMBER))
        for objects in others:
            _pushed(record, "north", objects)
        return [_pushed(record, "south", objects) for objects in own]


def _pushed(record: Record, partner: str, objects: list[dict[str, Any]]) -> Any:
    try:
        status = push(record, partner, json.dumps({"objects": objects}).encode(), NOW)
    except TaxiiProblem as problem:
        return problem.status, problem.title
    return {key: value for key, value in status.items() if key != "id"}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(ENVELOPES, ENVELOPES, ENVELOPES)
def test_a_status_tells_nothing_of_what_others_sent(one: Any, other: Any, own: Any) -> None:
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        assert told(Path(first), one, own) == told(Path(second), other, own)

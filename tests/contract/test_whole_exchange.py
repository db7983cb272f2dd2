"""A whole exchange on each store: given, taken back, received, disputed, sent by others, acknowledged, and found whole afterwards."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))

from tests.share.exchanged import exchanged

from dateline.pipeline import relink
from dateline.record import Record
from dateline.share.acknowledging import recipients
from dateline.share.receive import Delivery, receive
from dateline.share.receive.mapping import mapped
from dateline.share.receive.opinions import said_of
from dateline.share.release.acts import look
from dateline.share.release.explain import Outcome

INCIDENT = {
    "type": "incident",
    "spec_version": "2.1",
    "id": "incident--00000000-0000-4000-8000-000000000077",
    "created": "2026-03-06T08:00:00.000Z",
    "modified": "2026-03-06T08:00:00.000Z",
    "name": "Car bomb in Varnesk",
    "first_seen": "2026-03-05T05:00:00Z",
    "description": "A car bomb went off beside the market hall of Varnesk in the morning, the mayor said.",
}


def test_an_exchange(record: Record, tmp_path: Path) -> None:
    exchanged(record, tmp_path)
    found = look(record, "north", datetime(2026, 7, 1, tzinfo=UTC))
    assert Counter(fate.outcome for fate in found.fates) == {
        Outcome.GIVEN: 2,
        Outcome.NARROWED: 2,
        Outcome.WITHHELD: 4,
    }
    assert len(found.preview.view.duplicates) == 1
    done = receive(
        record, Delivery("x", json.dumps({"objects": [INCIDENT]}).encode()), "north", unsigned=True
    )
    relink(record)
    with record.view() as view:
        bombed = [incident for incident in view.incidents() if incident.mode == "bombing"]
        assert [i.when.start.isoformat() for i in bombed if i.when] == ["2026-03-05"]
        assert [m.became for m in mapped(view.exchange(), done.receipt)] == ["document"]
        (ours,) = [incident for incident in view.incidents() if incident.mode == "drone"]
        assert {said.kind for said in said_of(view, ours)} == {"opinion", "question", "same"}
        assert [(r.partner, r.has_it) for r in recipients(view, "taken")] == [("north", False)]
        assert view.exchange().broken_at() is None
    assert list(record.check()) == []

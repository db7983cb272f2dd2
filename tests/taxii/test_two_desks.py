"""Two desks exchange through deaths of servers and clients, and end consistent."""

from __future__ import annotations

from pathlib import Path

from bench.taxii_desks import exchange, story


def test_a_correction_a_retraction_and_a_dispute_travel_through_kills(tmp_path: Path) -> None:
    done = exchange(tmp_path, incidents=50, page=40)
    assert done.north == done.south
    assert len(done.north) == 49, "one was withdrawn"
    corrected = story(1).events[0].when
    assert corrected and (corrected.start, 88) in done.south
    assert done.objects == done.offered, "every version came, and none twice"
    assert done.said == (("south", "disagree", "the hospital counted otherwise"),)
    assert done.faults == 0

"""Every value of a reading has a reason: a rule, a score and words of the text."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.annotate.tagger import Tagger
from dateline.extract.explain import explain, sureness
from dateline.model.document import Document
from dateline.pipeline import make_reader

TEXT = "Police said a car bomb killed four soldiers in Kabul on Monday. The army blamed the Taliban for the attack."


def test_every_value_has_a_reason() -> None:
    reading = make_reader()(Document("d", TEXT, published=datetime(2021, 7, 14, tzinfo=UTC)))
    reasons = explain(reading, sureness(reading.document, Tagger.load()))
    assert reading.events
    for event in reading.events:
        own = [r for r in reasons if r.of == event.id]
        named = [a.name for a in (*event.actors, *event.recipients, *event.weapons, *event.places)]
        assert set(named) <= {r.value for r in own}
        assert {"type", "certainty"} <= {r.field for r in own}
        assert (event.killed is None) == ("killed" not in {r.field for r in own})
    assert all(r.rule and 0 <= r.score <= 1 for r in reasons)
    assert all(TEXT[s.start : s.end] == s.text for r in reasons for s in r.words)

"""What those who release are told of each document is what the release does."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings

from dateline.model.marking import Words
from dateline.share.release import release_view
from dateline.share.release.explain import Outcome, fates

from .worlds import PARTNER, TODAY, plans, world

SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@SLOW
@given(plans())
def test_reasons_and_releases_agree(plan: dict[str, Any]) -> None:
    material = world(plan, 0).material
    seen = {r.document.id: r for r in release_view(material, PARTNER, TODAY, {}).readings}
    told = fates(material, PARTNER, TODAY)
    assert {f.theirs for f in told if f.outcome is not Outcome.WITHHELD} == seen.keys()
    assert [f.document for f in told] == [r.document.id for r in material.readings]
    for fate in told:
        assert (fate.why is not None) is (fate.outcome is Outcome.WITHHELD)
        assert bool(fate.narrowings) is (fate.outcome is Outcome.NARROWED)
        assert all(n.how and n.why for n in fate.narrowings)
        if fate.theirs:
            made = seen[fate.theirs]
            claims = len(made.events) + len(made.tallies) + len(made.responsibility)
            assert claims == fate.given <= fate.claims
            assert bool(made.document.text) is (fate.words is Words.TEXT)

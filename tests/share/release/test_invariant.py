"""Nothing leaks: records that differ only in what is withheld from a partner give it the same bytes everywhere."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, assume, given, settings

from .outputs import OUTPUTS, reached
from .worlds import plans, world

SLOW = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def later(plan: dict[str, Any]) -> dict[str, Any]:
    """The same plan before its last document came."""
    return {**plan, "documents": plan["documents"][:-1]}


@SLOW
@given(plans())
def test_secrets_change_nothing_that_a_partner_can_reach(plan: dict[str, Any]) -> None:
    one = reached(world(later(plan), 0), world(plan, 0))
    other = reached(world(later(plan), 1), world(plan, 1))
    for name, output in OUTPUTS:
        assert output(one) == output(other), name


@SLOW
@given(plans())
def test_the_worlds_differ_and_show_something(plan: dict[str, Any]) -> None:
    """The invariant's test would pass on empty or equal worlds: here are worlds of both kinds of content."""
    assume(
        any(d["way"] not in ("secret", "theirs") and not d["claims"][0]["secret"] for d in plan["documents"])
    )
    one, other = world(plan, 0), world(plan, 1)
    assert reached(one, one).view.readings
    if any(d["way"] in ("shown", "described") for d in plan["documents"]):
        assert one.readings != other.readings

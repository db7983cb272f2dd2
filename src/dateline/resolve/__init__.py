"""Readings -> incidents: the events of all reports of one happening, and the current value of each field.

    block    which pairs of events are worth comparing (time cell, place cell, rare names; families of modes)
    compare  the evidence that a pair tells of one happening, as a table of named features
    cluster  pairs -> clusters, with the events that one document keeps apart kept apart
    values   the reports of a cluster -> the incident's current values
    judged   what people decided, above both: which reports belong together (constraints), which values hold

In: reported events in any order. Out: incidents, the same whatever the order.
"""

from __future__ import annotations

from dateline.resolve.constraints import Constraints, constraints
from dateline.resolve.judged import judged
from dateline.resolve.link import link

__all__ = ["Constraints", "constraints", "judged", "link"]

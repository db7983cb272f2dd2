"""A record and a partner in, what that partner may see out: a record of its own, derived from nothing else.

    material   all that a release is worked out from, gathered from one state of the record
    rules      markings -> what of each document the partner may see, and how finely
    coarsen    places and times -> no finer than a rule allows
    redact     readings -> what is left of them, under ids of the partner's own
    decisions  people's judgements -> those that the partner may see
    compute    what is left -> incidents, tolls, verdicts and counts, linked and counted anew

The first four look at what is withheld; `compute` never sees it. That order is the whole argument for non-leakage.
"""

from __future__ import annotations

from dateline.share.release.compute import ReleasedView, release_view
from dateline.share.release.material import Material, gather

__all__ = ["Material", "ReleasedView", "gather", "release_view"]

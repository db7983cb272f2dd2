"""English words of the turns of phrase that tell of the dead and the injured."""

from __future__ import annotations

BODIES = frozenset("body corpse remains remain".split())
FINDING = frozenset("find recover count retrieve pull discover exhume bury receive".split())
"""Verbs whose object, a body, is somebody dead."""

LOSSES = frozenset({"loss"})
GETTING = frozenset("receive get attain embrace achieve undergo need require".split())
MARTYRDOM = frozenset({"martyrdom"})
CARE = frozenset("attention treatment care".split())

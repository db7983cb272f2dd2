"""English words of the turns of phrase that tell of the dead and the injured."""

from __future__ import annotations

BODIES = frozenset("body corpse remains remain coffin".split())
FINDING = frozenset("find recover count retrieve pull discover exhume bury receive leave".split())
"""Verbs whose object, a body, is somebody dead."""

UNHURT = frozenset("unharmed unhurt uninjured unscathed".split())
ESCAPING = frozenset("escape survive emerge remain leave walk get return".split())
FALLING = frozenset("field line combat battle action".split())
"""Where soldiers fall who die: "on the field of honour", "in the line of duty"."""

LOSSES = frozenset({"loss"})
GETTING = frozenset("receive get attain embrace achieve undergo need require".split())
MARTYRDOM = frozenset({"martyrdom"})
CARE = frozenset("attention treatment care".split())

SACRIFICING, SACRIFICES = frozenset("make pay".split()), frozenset("sacrifice price".split())
"""Of soldiers and policemen who died: "made the supreme sacrifice", "paid the ultimate price"."""

UTMOST = frozenset("supreme ultimate final last highest".split())
LIMBS = frozenset("leg arm hand foot eye finger limb toe thumb sight".split())
"""What somebody who is maimed has lost: "lost a leg"."""

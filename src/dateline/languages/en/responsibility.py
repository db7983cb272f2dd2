"""English words of blame, claim and denial."""

from __future__ import annotations

BLAMING = frozenset("accuse blame pin point hold implicate suspect attribute ascribe".split())
CLAIMING = frozenset("claim acknowledge admit take own assume".split())
GUILT = frozenset(
    "responsibility attack strike bombing raid assault ambush credit killing shooting explosion blast kidnapping abduction it operation".split()
)
OWNING = frozenset(
    "attack strike hit bomb shell fire launch plant detonate ambush kidnap abduct shoot raid carry target kill destroy conduct "
    "burn torch storm overrun behead execute stab assassinate eliminate blow down pound ram open".split()
)
"""Acts that whoever says they did them claims."""

DENYING = frozenset("disclaim deny reject dismiss refute disavow disown repudiate".split())
PART = frozenset(
    "involvement part role responsibility charge charges accusation accusations allegation allegations claim claims hand link links blame report reports version suggestion remark anything".split()
)
OWN_PART = frozenset(
    "involvement part role responsibility hand link links knowledge anything attack killing bombing raid shooting".split()
)
FALSE = frozenset(
    "absurd ridiculous laughable preposterous slander smear false untrue baseless unfounded fabricated fabrication invention lie lies nonsense propaganda fake groundless".split()
)

DONE = frozenset(
    "responsible involve be have take kill attack fire plant launch shoot carry hit strike bomb order stage send cross".split()
)
"""What somebody denies that their own people did: "denied that its fighters had anything to do with it"."""

ALLEGING = frozenset("allege suspect suggest believe think claim charge insist contend report".split())
"""Verbs under which another's attack is a charge against them, and no plain report."""

DISTANCING = frozenset("distance dissociate disassociate".split())
SENDING = frozenset("send order direct dispatch recruit arm".split())
"""Acts that one who boasts of an attack admits beside the attack itself."""

STATEMENTS = frozenset(
    "statement message communique communiqué leaflet video recording letter post note banner tweet audio".split()
)
"""What a group claims by: the group is who speaks."""

UNKNOWN = frozenset(
    "gunman gunmen attacker assailant man men someone suspect bomber assailants person people".split()
)
"""Doers whom nobody can blame by that word."""

MOUTHPIECES = frozenset("ministry embassy spokesman spokeswoman spokesperson".split())
"""Who denies for the one whose they are."""

POINTING = frozenset("that this it claim report allegation accusation charge".split())
"""What somebody calls false: the thing just said, or a claim by name."""

HABITUALLY = frozenset("always often repeatedly".split())
"""Beside a denial that was made again and again, and not of one act."""

"""English words of blame, claim and denial."""

from __future__ import annotations

BLAMING = frozenset("accuse blame pin hold implicate suspect attribute ascribe".split())
CLAIMING = frozenset("claim acknowledge admit take own assume".split())
GUILT = frozenset(
    "responsibility attack strike bombing raid assault ambush credit killing shooting explosion blast kidnapping abduction it operation".split()
)
OWNING = frozenset(
    "attack strike hit bomb shell fire launch plant detonate ambush kidnap abduct shoot raid carry target kill destroy conduct".split()
)
"""Acts that whoever says they did them claims."""

DENYING = frozenset("disclaim deny reject dismiss refute disavow disown repudiate".split())
PART = frozenset(
    "involvement part role responsibility charge charges accusation accusations allegation allegations claim claims hand link links blame report reports version suggestion remark anything".split()
)
OWN_PART = frozenset(
    "involvement part role responsibility hand link links anything attack killing bombing raid shooting".split()
)
FALSE = frozenset(
    "false untrue baseless unfounded fabricated fabrication invention lie lies nonsense propaganda fake groundless".split()
)

DONE = frozenset(
    "responsible involve have take kill attack fire plant launch shoot carry hit strike bomb order stage send cross".split()
)
"""What somebody denies that their own people did: "denied that its fighters had anything to do with it"."""

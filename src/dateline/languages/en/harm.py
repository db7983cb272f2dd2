"""English words of harm to people."""

from __future__ import annotations

ACTIVE_HARM = {
    "kill": True, "slay": True, "murder": True, "assassinate": True, "massacre": True, "execute": True, "martyr": True,
    "behead": True, "decapitate": True, "lynch": True, "strangle": True, "butcher": True, "liquidate": True, "bludgeon": True,
    "blind": False, "scald": False, "cripple": False, "slaughter": True, "claim": True, "neutralise": True, "neutralize": True, "eliminate": True,
    "wound": False, "injure": False, "hurt": False, "maim": False, "burn": False, "harm": False,
}  # fmt: skip
"""Verbs whose object is the harmed: True where it dies."""

DEATH_VERBS = frozenset("die perish succumb fall expire".split()) - {"fall"}
HARM_ADJECTIVES = {
    "dead": True,
    "deceased": True,
    "killed": True,
    "slain": True,
    "wounded": False,
    "injured": False,
    "hurt": False,
}
DEATH_NOUNS = frozenset("death fatality casualty killing".split())
INJURY_NOUNS = frozenset("injury casualty wounding".split())
OWN_LIFE_VERBS = frozenset("lose lay give sacrifice".split())
"""Verbs of which somebody's own life is the object: "lost their lives", "laid down his life"."""

LIFE_VERBS = OWN_LIFE_VERBS | frozenset("claim cost take".split())
TOLL_NOUNS = frozenset("toll number count figure tally".split())
MORE = frozenset("another further more additional other others".split())
NOBODY = frozenset({"nobody", "none", "no-one", "noone", "nothing"})
BODY_NOUNS = frozenset(
    "crew family crowd team group force police army staff unit band gang militia convoy".split()
)
"""Singular nouns that are more than one person, so that they don't count as one."""

PAIRS = frozenset("couple duo".split())
"""Singular nouns that are two people: "a married couple"."""

SEVERELY = frozenset("seriously critically badly severely gravely".split())
"""How those few are hurt who are counted apart from all that were struck."""

PERSONAL_HARM = frozenset(
    "kill murder assassinate execute behead wound injure stab lynch abduct kidnap maim".split()
)
"""Verbs whose object is a person, whatever the name looks like."""

TOLL_LEADS = frozenset("at to of be reach pass exceed over than least about around stand as".split())
"""What stands right before the number of a toll: "put the dead at 31", "rose to 12"."""

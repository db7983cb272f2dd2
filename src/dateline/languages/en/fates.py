"""English words that tell what became of people who were shot, hurt or found, beside the plain words of harm."""

from __future__ import annotations

WOUNDING = frozenset("shoot stab gun knife slash machine-gun hack bludgeon spear axe".split())
"""Verbs whose object is struck by a weapon: wounded, unless the text says that they died."""

STRIKING = frozenset("hit strike graze pierce".split())
"""Verbs that wound people only with a bullet, a blade or splinters as their subject, or a part of the body."""

MISSILES = frozenset(
    "bullet gunfire shot shrapnel fragment splinter round pellet slug blast crossfire buckshot knife debris".split()
)
BODY_PARTS = frozenset(
    "head face neck chest back leg arm hand foot thigh abdomen stomach shoulder torso hip knee ankle elbow wrist "
    "buttock buttocks groin eye jaw side body finger toe forearm calf cheek forehead skull pelvis rib lung".split()
)
FATALLY = frozenset("fatally mortally lethally".split())
FATAL = frozenset("fatal deadly mortal lethal".split())

STRIKING_NOUNS = frozenset("shooting stabbing wounding".split())
KILLING_NOUNS = frozenset("murder killing slaying death homicide assassination manslaughter".split())
"""Nouns whose "of" phrase (or owner) is struck, or dead: "the shooting of a student", "the deaths of five men"."""

WOUNDS = frozenset("wound injury burn laceration fracture gunshot".split())
SUFFERING = frozenset("suffer sustain receive have incur take".split())
TREATING = frozenset("treat hospitalize hospitalise".split())
BRINGING = frozenset(
    "take transport rush airlift fly bring drive admit transfer evacuate carry send be remain stay arrive find discover".split()
)
HOSPITALS = frozenset("hospital clinic infirmary surgery".split())
CONDITIONS = frozenset("critical serious stable grave fair good guarded satisfactory unstable".split())

UNREAL_ABOVE = frozenset(
    "try attempt threaten want plan intend order allow let train authorise authorize need about conspire".split()
)
"""Words over a verb of harm under which nothing has happened yet."""

ATTACKER_NOUNS = frozenset(
    "gunman shooter attacker assailant bomber suspect perpetrator killer hijacker sniper assassin robber intruder aggressor".split()
)
"""People who do harm: left out of a toll that has victims."""

GENERIC_PEOPLE = frozenset(
    "man woman boy girl person people child teen teenager youth male female victim adult kid toddler infant baby "
    "individual other one resident juvenile someone somebody old dead wounded injured".split()
)
"""Words that two mentions of one person may swap."""

PERSON_WORDS = frozenset("he she him her himself herself who others another other fourth third".split())
"""Words that stand for people without naming them, where something became of somebody."""

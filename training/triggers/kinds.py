"""What public event types are in this vocabulary: ontologies' types in, PLOVER type and mode out, or none, or unknown.

A row is the start of a type | PLOVER type, NONE where it is no event of the vocabulary, or ? where it may be | mode or -.
The first row that fits counts; what no row fits is unknown, so that its words train nothing.
"""

from __future__ import annotations

from functools import cache

KAIROS = """
conflict.attack.detonateexplode | ASSAULT | bombing
conflict.attack.bombing | ASSAULT | bombing
conflict.attack.airstrike | ASSAULT | airstrike
conflict.attack.firearm | ASSAULT | shooting
conflict.attack.stabbing | ASSAULT | stabbing
conflict.attack.hanging | ASSAULT | other
conflict.attack.strangling | ASSAULT | other
conflict.attack.setfire | ASSAULT | arson
conflict.attack.invade | ASSAULT | raid
conflict.attack.steal | ? | -
conflict.attack | ASSAULT | -
conflict.demonstrate | PROTEST | -
conflict.coup | COERCE | -
conflict.yield | RETREAT | -
conflict.defeat | ? | -
life.die.deathcausedbyviolentevents | ASSAULT | -
life.die.nonviolent | NONE | -
life.die | ? | -
life.injure.injurycausedbyviolentevents | ? | -
life.injure.illness | NONE | -
life.injure | ? | -
justice.arrestjaildetain | COERCE | -
justice.chargeindict | COERCE | -
justice.initiatejudicialprocess.chargeindict | COERCE | -
justice.judicialconsequences.convict | COERCE | -
justice.judicialconsequences.extradite | COOPERATE | -
justice.sentence | COERCE | -
justice.convict | COERCE | -
justice.releaseparole | RETREAT | -
justice.investigate | ACCUSE | -
justice | ? | -
contact.discussion.meet | CONSULT | -
contact.negotiate | CONSULT | -
contact.contact.meet | CONSULT | -
contact.requestadvise | REQUEST | -
contact.requestcommand | REQUEST | -
contact.commandorder | REQUEST | -
contact.threatencoerce | THREATEN | -
contact.funeralvigil | NONE | -
contact | ? | -
transaction.transaction.embargosanction | SANCTION | -
transaction.transfermoney.embargosanction | SANCTION | -
transaction.transferownership.embargosanction | SANCTION | -
transaction.transaction.giftgrantprovideaid | AID | -
transaction.transfermoney.giftgrantprovideaid | AID | -
transaction.transferownership.giftgrantprovideaid | AID | -
transaction.transaction.transfercontrol | ? | -
transaction | NONE | -
government.agreements.accept | AGREE | -
government.agreements.violate | REJECT | -
government.agreements | AGREE | -
government | NONE | -
movement.transportperson.evacuationrescue | AID | -
movement.transportation.evacuation | AID | -
movement | ? | -
artifactexistence.damagedestroy | ? | -
artifactexistence | NONE | -
manufacture | NONE | -
personnel.endposition.quitretire | CONCEDE | -
personnel | NONE | -
disaster | NONE | -
medical | NONE | -
inspection | NONE | -
cognitive | NONE | -
genericcrime | ? | -
"""
PLOVER = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""PLOVER's names of 2017 as the sixteen of today."""
NONE, UNKNOWN = "NONE", "?"


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    cells = ([cell.strip() for cell in line.split("|")] for line in KAIROS.strip().splitlines())
    return tuple((start, kind, "" if mode == "-" else mode) for start, kind, mode in cells)


def of_kairos(kind: str) -> tuple[str, str]:
    """PLOVER type and mode of a type of KAIROS (WikiEvents) or AIDA (RAMS)."""
    found = (row[1:] for row in _rows() if kind.lower().startswith(row[0]))
    return next(found, (UNKNOWN, ""))

"""Fine-grained event types: CASE 2021 task 2, snippets under ACLED's sub-types and a few more classes.

    python -m bench.quality --sets case

Zero-shot, as the task was set: nothing is trained on its classes. The snippet's class is made from the type and mode of
its first event of violence, protest or public force, else of its first event, and from the words of `WORDS`, which
tell classes apart that PLOVER's types and Dateline's modes do not have (disasters, chemical weapons, territory). The
first row of `WORDS` with a word in the text wins over the event where it is `first`.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from bench.figures import Figure, f1, records, splits

from dateline.annotate.pipeline import Tools
from dateline.extract.reader import read_document
from dateline.model.document import Document
from dateline.model.reading import Event

WORDS = (
    ("CHEM_WEAP", r"chemical (weapon|attack|agent)|chlorine|sarin|nerve (gas|agent)|mustard gas|poison(ous)? gas"),
    ("SEX_VIOL", r"\brap(e|ed|ing|es|ist|ists)\b|sexual(ly)?\b|molest|gang-?rape"),
    ("SUIC_BOMB", r"suicide (bomb|attack|car|vest|blast)|blew (himself|herself|themselves) up|suicide bomber"),
    ("HQ_ESTABLISHED", r"(headquarters|military base|\bbase\b|\bcamp\b).{0,60}\b(establish|set up|built|open)|(establish|set up|built|build|construct).{0,60}(headquarters|\bbase\b|bases|\bcamps?\b|outpost)"),
    ("DISR_WEAP", r"weapons? (cache|depot)|(seiz|recover|confiscat|intercept|defus|dismantl|foil|discover)\w*.{0,60}(weapon|explosive|arms|rifle|ammunition|bomb|IED|grenade|drone)|shot down|defused"),
    ("GOV_REGAINS_TERIT", r"(army|troops|forces|government|military|soldiers|police).{0,80}\b(recaptur|retak|retook|regain|liberat|re-?took|clear)\w*"),
    ("NON_STATE_ACTOR_OVERTAKES_TER", r"(rebel|militant|fighter|insurgent|taliban|isis|islamic state|jihadist|guerrilla|separatist)\w*.{0,80}\b(captur|seiz|took control|overr[au]n|took over|overtake|gain\w* control|occup)\w*"),
    ("NON_VIOL_TERRIT_TRANSFER", r"(withdr[ae]w|pull(ed)? out|retreat|hand(ed)? over).{0,80}(village|town|city|territor|area|district|positions?|base)|without (a fight|resistance|fighting)"),
    ("CHANGE_TO_GROUP_ACT", r"(merge|merged|split|joined|renam|new (group|militia|alliance|faction)|surrender|defect|form(ed)? (a|an)? ?(new|alliance))"),
    ("NATURAL_DISASTER", r"earthquake|flood|cyclone|hurricane|typhoon|landslide|tsunami|volcan|drought|magnitude|tornado|heavy rain|wildfire|avalanche|monsoon|storm"),
    ("MAN_MADE_DISASTER", r"derail|collision|collided|crash(ed)?|collapse|gas leak|oil spill|capsiz|\bfire\b.{0,40}(factory|building|hotel|warehouse)|short circuit|accident|sank\b|mine disaster|leak"),
    ("ORG_CRIME", r"drug (traffick|smuggl|cartel|lord)|cocaine|heroin|smuggl|gang\b|mafia|robbery|robbed|cartel|traffick"),
    ("ATTRIB", r"claimed responsibility|responsibility for|blamed .{0,40}(for|on)|behind the (attack|blast|bombing)|was behind"),
)  # fmt: skip
MODES = {
    "airstrike": "AIR_STRIKE", "drone": "AIR_STRIKE", "rocket": "ART_MISS_ATTACK", "missile": "ART_MISS_ATTACK",
    "shelling": "ART_MISS_ATTACK", "bombing": "REM_EXPLOS", "mine": "REM_EXPLOS", "suicide-bombing": "SUIC_BOMB",
    "grenade": "GRENADE", "abduction": "ABDUCT_DISSAP", "clash": "ARMED_CLASH", "arson": "PROPERTY_DISTRUCT",
    "shooting": "ATTACK", "stabbing": "ATTACK", "raid": "ATTACK",
}  # fmt: skip
TYPES = {
    "AGREE": "AGREEMENT", "CONSULT": "DIPLO", "SUPPORT": "DIPLO", "COOPERATE": "DIPLO", "AID": "DIPLO",
    "REQUEST": "DIPLO", "ACCUSE": "ATTRIB", "REJECT": "DIPLO", "THREATEN": "DIPLO", "SANCTION": "DIPLO",
    "COERCE": "ARREST", "RETREAT": "NON_VIOL_TERRIT_TRANSFER", "CONCEDE": "AGREEMENT", "MOBILIZE": "OTHER",
}  # fmt: skip
_STRONG = ("ASSAULT", "PROTEST", "COERCE")
_VIOLENT = re.compile(
    r"\b(riot|clash|burn|torch|stone|vandal|loot|hurl|violent|threw|set fire)", re.IGNORECASE
)
_POLICED = re.compile(
    r"tear ?gas|baton|rubber bullet|water cannon|dispers|arrest|pepper spray|lathi|detain", re.IGNORECASE
)
_FIRED = re.compile(
    r"(opened fire|shot|fired|beat|attacked|killed).{0,80}(protest|demonstrat|crowd)", re.IGNORECASE
)
_MOB = re.compile(r"\b(mob|lynch\w*|vigilante|villagers|residents|stampede)\b", re.IGNORECASE)


def class_of(text: str, events: tuple[Event, ...]) -> str:
    """The class of a snippet."""
    spoken = next((name for name, words in WORDS if re.search(words, text, re.IGNORECASE)), None)
    if spoken in {"CHEM_WEAP", "SEX_VIOL", "SUIC_BOMB"} or (spoken is not None and not events):
        return spoken
    kinds = {e.type.value for e in events}
    if "PROTEST" in kinds or re.search(r"protest|demonstrat|\brall(y|ied)\b", text, re.IGNORECASE):
        return protest(text)
    main = next((e for e in events if e.type.value in _STRONG), events[0] if events else None)
    if spoken is not None or main is None:
        return spoken or "OTHER"
    if main.type.value == "ASSAULT":
        return "MOB_VIOL" if _MOB.search(text) and main.mode is None else MODES.get(main.mode or "", "ATTACK")
    return TYPES.get(main.type.value, "OTHER")


def protest(text: str) -> str:
    """Which of the four classes of protest a text tells of."""
    if _FIRED.search(text):
        return "FORCE_AGAINST_PROTEST"
    if _VIOLENT.search(text):
        return "VIOL_DEMONSTR"
    return "PROTEST_WITH_INTER" if _POLICED.search(text) else "PEACE_PROTEST"


def measure(folder: Path, limit: int | None = None) -> list[Figure]:
    """Micro, macro and weighted F1."""
    figures, tools = [], Tools.open()
    for path in splits(folder):
        pairs = [
            (r["event_type"], class_of(r["text"], read_document(Document(r["id"], r["text"]), tools).events))
            for r in records(path, limit)
        ]
        gold, found = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
        right = Counter(g for g, f in pairs if g == f)
        parts = {c: f1(right[c] / max(1, found[c]), right[c] / gold[c]) for c in gold}
        n = len(pairs)
        figures += [
            Figure("CASE 2021", "class, micro F1", sum(right.values()) / max(1, n), n, path.name),
            Figure("CASE 2021", "class, macro F1", sum(parts.values()) / max(1, len(parts)), n, path.name),
            Figure(
                "CASE 2021",
                "class, weighted F1",
                sum(parts[c] * gold[c] for c in gold) / max(1, n),
                n,
                path.name,
            ),
        ]
    return figures

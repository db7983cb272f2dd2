"""English verbs in the forms that the clauses ask for: a lemma in; past, participle, -ing and third person out."""

from __future__ import annotations

from dataclasses import dataclass

IRREGULAR = """
beat beat beaten; become became become; begin began begun; blow blew blown; break broke broken; bring brought brought; bend bent bent; bite bit bitten; build built built
burst burst burst; buy bought bought; cast cast cast; catch caught caught; choose chose chosen; come came come; cut cut cut
deal dealt dealt; dig dug dug; do did done; draw drew drawn; drive drove driven; fall fell fallen; feed fed fed; fight fought fought
find found found; flee fled fled; fling flung flung; fly flew flown; freeze froze frozen; get got got; give gave given; go went gone
hang hung hung; have had had; hide hid hidden; hit hit hit; hold held held; keep kept kept; lay laid laid; lead led led
leave left left; lend lent lent; let let let; lie lay lain; undertake undertook undertaken; quit quit quit; light lit lit; lose lost lost; make made made; meet met met
mow mowed mown; overrun overran overrun; overthrow overthrew overthrown; pay paid paid; put put put; retake retook retaken
ride rode ridden; ring rang rung; run ran run; say said said; see saw seen; seek sought sought; send sent sent; set set set
shake shook shaken; shoot shot shot; shut shut shut; sit sat sat; slay slew slain; speak spoke spoken; split split split
spread spread spread; stand stood stood; steal stole stolen; stick stuck stuck; strike struck struck; swear swore sworn
sweep swept swept; take took taken; tear tore torn; tell told told; throw threw thrown; tread trod trodden; write wrote written
withdraw withdrew withdrawn; withhold withheld withheld; clothe clothed clothed; free freed freed; be was been
"""
_DOUBLED = frozenset(
    "stab ram plot stop drop hop rob beg grab drag rip pin plan shut swap slam club whip step gag top scrap rub jam "
    "snub ban lob admit allot fan gas gun gut ship shrug slap thud label level signal chat wed "
    " tap plug expel rebel refer commit permit".split()
)
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one verb."""

    past: str
    participle: str
    ing: str
    third: str


def _table() -> dict[str, tuple[str, str]]:
    rows = (entry.split() for line in IRREGULAR.strip().splitlines() for entry in line.split(";"))
    return {row[0]: (row[1], row[2]) for row in rows if row}


_IRREGULAR = _table()


def forms(lemma: str) -> Forms:
    """The forms of a verb of one or more words; the first word is inflected ("open fire": "opened fire")."""
    verb, _, rest = lemma.partition(" ")
    past, participle = _IRREGULAR.get(verb, (_past(verb), _past(verb)))
    found = (past, participle, _ing(verb), _third(verb))
    return Forms(*(f"{form} {rest}".strip() for form in found))


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if verb in _DOUBLED else verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    doubled = verb in _DOUBLED or verb in {
        "cut",
        "set",
        "put",
        "hit",
        "quit",
        "let",
        "run",
        "sit",
        "get",
        "overrun",
        "split",
        "dig",
    }
    return (verb + verb[-1] if doubled else verb) + "ing"


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")

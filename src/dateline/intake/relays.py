"""Whose reporting a text repeats: "Source: WT", "the Washington Times said", "(Reuters)", "as first reported by X".

In: a text, its outlet and the names that a source line gave. Out: the names of other outlets, each once, in order
of appearance. Two papers that repeat one agency are one witness, which is why the names are needed.
A name counts when it is well known, when its words are those of an outlet (Times, Radio, News Agency ...) or when the
text calls it a paper, a station or an agency, and when a verb or a preposition of reporting stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.intake.outlets import (
    AMBIGUOUS,
    BY_FORM,
    KINDS,
    NAMED_BY_END,
    NAMED_BY_START,
    NOT_OUTLETS,
    WELL_KNOWN,
)

CALENDAR = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
)
NO_NAME = rf"(?:In|On|At|By|For|From|With|But|And|When|While|After|Before|As|If|Since|{CALENDAR})(?![\w’-])"
WORD = rf"(?!{NO_NAME})[A-ZÀ-Þ][\w’'&.-]*[\w’]"
NAME = rf"{WORD}(?:[ /](?:{WORD}|of|the|de|del|la|al|el|for|and|\d+)){{0,5}}"
KNOWN = "|".join(
    re.escape(form)
    for names in WELL_KNOWN
    for form in sorted(names, key=len, reverse=True)
    if form not in AMBIGUOUS
)
CAPITALS = "|".join(sorted(form for form in AMBIGUOUS if form.isupper() and len(form) >= 3))
BY_WORDS = (
    rf"(?:{NAMED_BY_START}(?: (?:de |del |la |al-|el )?{WORD}){{1,3}}"
    rf"|(?:Post|News|Times|Star) and {NAMED_BY_END}|{WORD}(?:(?: |-)(?:{WORD}|de)){{0,3}} {NAMED_BY_END}(?: of {WORD})?(?! (?!{NO_NAME})[A-Z][a-z]))"
)
NAMED = re.compile(
    rf"(?<![\w’'-])(?:[Tt]he )?(?P<name>{KNOWN}|{CAPITALS}|{BY_WORDS})"
    rf"(?![\w-]|[’']\w(?<![’']s)| (?:Secretary|Telegram|Office|Club|Conference|Corps|Street|Square|Building|County))"
)
"""What is an outlet by its name; whether its reporting is repeated, the words around it tell."""

STATE = re.compile(
    r"(?<![\w’'-])(?:[Tt]he )?(?P<name>(?:(?:[A-Z][a-z]+(?:ian|ish|ese|i|an|ch) )?(?:state-run|state-owned|state|government-run|official))"
    r" (?:news agency|television|TV|radio|media|broadcaster|newspaper))\b"
)
"""State media are often described and not named."""

VERB = (
    r"(?:(?:has |had |have )?(?:said|reported|mentioned|published|broadcast|confirmed|announced|learned|quoted|shown)|says|reports|wrote|writes|"
    r"quotes|cited|cites|showed|shows|broadcasts|aired|airs|publishes|carried|carries|ran|claimed|claims|mentions|"
    r"noted|notes|added|adds|revealed|put the|hasn['’]t mentioned|has not mentioned|made no mention|did not mention)\b"
)
INSERT = r"(?:,? (?:quoting|citing|in|on|late|earlier)\b[^.;\n]{0,120}?,?|, [^.;\n]{2,140}?,)?"
SAYS = re.compile(rf"(?:['’]s)?(?: correspondent| reporter)?{INSERT} {VERB}")
LEADS = re.compile(
    r"\b(?:according to|reported by|reports? (?:by|from|in|on)|reporting by|quoted (?:by|in|on)|cited by|carried by|"
    r"published (?:by|in|on)|broadcast (?:by|on)|aired (?:by|on)|shown on|posted by|obtained by|told|tells|citing|"
    r"quoting|cites|quotes|(?:speaking|spoke|statement|comments|remarks) to|interview (?:with|by|in|on|given to)|interviewed by|"
    r"(?:article|commentary|story|editorial) in|colleague (?:at|from|of)|(?:correspondent|reporter) (?:of|for|from|with)|"
    rf"information from|seen by|reviewed by|per):? (?:(?:the |an? |its |their )?(?:[\w’'-]+ ){{0,4}}{KINDS} |(?:the |an? )?(?:[a-z]+-[a-z]+ ){{0,2}})$",
    re.IGNORECASE,
)
LEAD_LENGTH = 100
KIND_FIRST = re.compile(
    rf"\b(?:{KINDS}|[Ll]ocal (?:broadcaster|radio)),? (?P<name>{NAME})(?:(?=,)|{INSERT},? {VERB})"
)
NAME_FIRST = re.compile(
    rf"(?<![\w’'-])(?P<name>{NAME}), (?:an?|the|its|their) (?:[\w’'-]+ ){{0,4}}{KINDS}\b[^.;\n]{{0,80}}?,? {VERB}"
)
"""Any name that the text calls a paper, a station or an agency: "broadcaster Mosaic TV showed", "Andalus, a radio
station in ..., said"."""

OPENING = 400
SEARCHED = 100_000
"""How many characters are searched: a longer text is a collection, whose relays no longer say much."""

DATELINE = re.compile(
    rf"[A-Z][\w'’.-]*(?:[ ,/]+[A-Z][\w'’.-]*){{0,5}}(?:,? [\w., ]{{1,30}})?\s?\((?P<name>(?!{CALENDAR})[A-Z][\w’'&./ -]{{1,40}})\)\s*(?:[-–—:]|,)"
)
"""The agency in brackets after a dateline's place and date."""

BRACKETS = re.compile(r"\((?P<name>[A-Z][\w’'&./ -]{1,40})\)\s*$")
OPENING_SLASH = re.compile(r"(?P<name>[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*){0,3})\s?/\s")
COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))", re.IGNORECASE)


def find_relays(text: str, outlet: str = "", sources: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The other outlets whose reporting the text repeats; `sources` are names that a source line gave."""
    own = {_key(outlet), _key(canonical(outlet)), _key(opening_outlet(text))}
    found: dict[str, str] = {}
    for name in _names(text, sources):
        clean = _tidy(name)
        shown = canonical(clean)
        if clean and not own & {_key(shown), _key(clean)} and not NOT_OUTLETS.fullmatch(clean):
            found.setdefault(_key(shown), shown)
    return tuple(found.values())


def opening_outlet(text: str) -> str:
    """The outlet that signs the text at its top ("Harbour News/ The army ..."), "" where none does."""
    match = OPENING_SLASH.match(text)
    return match["name"] if match and (_is_outlet(match["name"]) or text[match.end(1)] == "/") else ""


def known_agencies(notice: str) -> tuple[str, ...]:
    """The well-known outlets that a copyright notice names."""
    if not COPYRIGHT.search(notice):
        return ()
    return tuple(canonical(match["name"]) for match in NAMED.finditer(notice) if _known(match["name"]))


def canonical(name: str) -> str:
    """The name as the table of well-known outlets shows it, else as it is, without "the"."""
    bare = re.sub(r"^[Tt]he ", "", name)
    return BY_FORM.get(name.casefold()) or BY_FORM.get(bare.casefold()) or bare


def _names(text: str, sources: tuple[str, ...]) -> Iterator[str]:
    for line in text[:OPENING].split("\n"):
        if match := DATELINE.match(line):
            yield from match["name"].split("/")
    for name in sources:
        yield _spelt_out(name, text)
    for match in sorted(_matches(text[:SEARCHED]), key=lambda each: each.start("name")):
        yield match["name"]
    last = text.rstrip().rsplit("\n", 1)[-1]
    if (match := BRACKETS.search(last)) and _known(match["name"]):
        yield match["name"]


def _matches(text: str) -> Iterator[re.Match[str]]:
    for pattern in (NAMED, STATE):
        for match in pattern.finditer(text):
            lead = text[max(0, match.start() - LEAD_LENGTH) : match.start()]
            if SAYS.match(text, match.end()) or LEADS.search(lead):
                yield match
    for pattern in (KIND_FIRST, NAME_FIRST):
        yield from pattern.finditer(text)


def _spelt_out(name: str, text: str) -> str:
    """Initials as the well-known name they stand for, or as a name in the text that has them."""
    if _known(name) or not re.fullmatch(r"[A-Z]{2,5}", name):
        return name
    words = r"\s".join(rf"{letter}[\w’-]+" for letter in name)
    match = re.search(rf"\b{words}\b", text)
    return match[0] if match and _is_outlet(match[0]) else name


def _known(name: str) -> bool:
    return name.casefold() in BY_FORM


def _is_outlet(name: str) -> bool:
    match = NAMED.fullmatch(name)
    return _known(name) or match is not None


def _tidy(name: str) -> str:
    return re.sub(r"(?:’s|'s)$", "", " ".join(name.split())).strip(" .,'’\"")


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", canonical(name).casefold()))

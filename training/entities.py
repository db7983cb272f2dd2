"""Named entities of the training sets, brought to one flat BIO scheme.

In: mentions of GUM (token spans with an entity type over a parsed sentence), of re3d and of WikiEvents (character
spans). Out: one BIO tag per word over PERSON ORGANISATION PLACE FACILITY NATIONALITY WEAPON VEHICLE.
The sets mark nested and nominal mentions; the reader wants names, so that every rule that picks a name is here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

TYPES = ("PERSON", "ORGANISATION", "PLACE", "FACILITY", "NATIONALITY", "WEAPON", "VEHICLE")
TAGS = ("O", *(f"{prefix}-{name}" for name in TYPES for prefix in "BI"))

GUM_TYPES = {"person": "PERSON", "organization": "ORGANISATION", "place": "PLACE"}
RE3D_TYPES = {
    "Organisation": "ORGANISATION",
    "Person": "PERSON",
    "Location": "PLACE",
    "Nationality": "NATIONALITY",
    "Weapon": "WEAPON",
    "MilitaryPlatform": "VEHICLE",
    "Vehicle": "VEHICLE",
}
KAIROS_TYPES = {
    "PER": "PERSON",
    "ORG": "ORGANISATION",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "FACILITY",
    "WEA": "WEAPON",
    "VEH": "VEHICLE",
}
ECB_TYPES = {
    "HUMAN_PART_PER": "PERSON",
    "HUMAN_PART_ORG": "ORGANISATION",
    "HUMAN_PART_MEDIA": "ORGANISATION",
    "HUMAN_PART_GPE": "PLACE",
    "HUMAN_PART_FAC": "FACILITY",
    "HUMAN_PART_VEH": "VEHICLE",
    "LOC_GEO": "PLACE",
    "LOC_FAC": "FACILITY",
}
NOMINAL_TYPES = {"WEAPON", "VEHICLE"}
"""Types of which common nouns count too; facilities must be named, as GUM leaves "the airport" unmarked here."""


def word_list(name: str) -> frozenset[str]:
    """Return the lines of `training/lists/NAME.txt`, without comments."""
    lines = (Path(__file__).parent / "lists" / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


DEMONYMS = word_list("demonyms")
FACILITIES = word_list("facilities")
WEAPONS = word_list("weapons")
VEHICLES = word_list("vehicles")
TITLES = word_list("titles")
DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "your",
        "some",
        "any",
        "in",
        "at",
        "near",
    ]
)
MODIFIERS = VEHICLES | frozenset(
    [
        "suicide",
        "petrol",
        "machine",
        "hand",
        "barrel",
        "roadside",
        "nail",
        "pipe",
        "cluster",
        "pressure",
        "cooker",
        "explosive",
        "submachine",
        "assault",
        "sniper",
        "mortar",
        "rocket",
        "ballistic",
        "cruise",
        "truck",
        "stun",
        "tear",
        "chemical",
        "nuclear",
        "anti-aircraft",
        "anti-tank",
        "anti-personnel",
    ]
)
PRONOUNS = word_list("pronouns")
COUNTRIES = word_list("countries")
EVENTS = frozenset(
    [
        "strike",
        "strikes",
        "airstrike",
        "airstrikes",
        "attack",
        "attacks",
        "hardware",
        "node",
        "unit",
        "assets",
    ]
)
LINKS = frozenset(
    [
        "of",
        "for",
        "the",
        "and",
        "&",
        "-",
        "de",
        "la",
        "del",
        "di",
        "da",
        "al",
        "el",
        "bin",
        "ibn",
        "von",
        "van",
        "du",
        "des",
        "le",
        "'",
        "'s",
        "on",
    ]
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed span of words, `end` exclusive."""

    start: int
    end: int
    type: str


def bio(size: int, mentions: Iterable[Mention]) -> list[str]:
    """Return one BIO tag per word; of overlapping mentions the longest wins."""
    tags = ["O"] * size
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        span = range(mention.start, mention.end)
        if span and all(tags[i] == "O" for i in span):
            for i in span:
                tags[i] = f"{'B' if i == mention.start else 'I'}-{mention.type}"
    return tags


def is_capital(word: str) -> bool:
    """Return whether the word opens with a capital or a digit after one (F-16, 3rd Division)."""
    return word[:1].isupper() or (len(word) > 1 and word[0].isdigit() and word[-1:].isupper())


def run_around(
    words: Sequence[str], head: int, start: int, end: int, links: frozenset[str]
) -> tuple[int, int]:
    """Return the stretch of capitalised words around `head`, inside [start, end), joined by linking words."""

    def reach(step: int, stop: int) -> int:
        edge, here = head, head + step
        while here != stop:
            if is_capital(words[here]):
                edge = here
            elif words[here].lower() not in links:
                break
            here += step
        return edge

    return reach(-1, start - 1), reach(1, end) + 1


def trimmed(words: Sequence[str], start: int, end: int, kind: str) -> tuple[int, int]:
    """Drop leading determiners, trailing possessives, and all up to a person's last title, from a span."""
    if kind == "PERSON":
        start = max((i + 1 for i in range(start, end - 1) if words[i].lower() in TITLES), default=start)
    while end - start > 1 and words[start].lower() in DETERMINERS:
        start += 1
    while end - start > 1 and words[end - 1].lower() in ("'s", "’s", "'", "’", "-"):
        end -= 1
    return start, end


def is_label(words: Sequence[str], start: int, end: int, kind: str) -> bool:
    """Return whether a trimmed span is no name: a bare title, one that opens with a link, or an event."""
    if words[start].lower() in LINKS - {"al", "el", "de", "la", "del", "bin", "ibn", "von", "van", "le"}:
        return True
    if end - start == 1 and (words[start].lower() in TITLES | PRONOUNS or not words[start][0].isalnum()):
        return kind not in NOMINAL_TYPES
    return kind in NOMINAL_TYPES and words[end - 1].lower() in EVENTS


def refined(words: Sequence[str], start: int, end: int, kind: str) -> str:
    """Return FACILITY for a place or organisation whose name says so, NATIONALITY for a demonym, else `kind`."""
    if end - start == 1 and words[start] in DEMONYMS:
        return "NATIONALITY"
    if kind == "ORGANISATION" and " ".join(words[start:end]) in COUNTRIES | {"United States", "South Korea"}:
        return "PLACE"
    last = words[end - 1].lower()
    if kind == "PLACE" and (last in FACILITIES or words[start].lower() in FACILITIES):
        return "FACILITY"
    if kind == "ORGANISATION" and last in ("airport", "hospital", "prison", "mosque", "airbase"):
        return "FACILITY"
    return kind


def lexical(words: Sequence[str], upos: Sequence[str]) -> list[Mention]:
    """Return demonyms, and weapons and vehicles named by a noun of our lists (distant supervision for GUM)."""
    found = []
    for i, (word, tag) in enumerate(zip(words, upos, strict=True)):
        if word in DEMONYMS and tag in ("ADJ", "PROPN", "NOUN"):
            found.append(Mention(i, i + 1, "NATIONALITY"))
        elif tag == "NOUN" and word.lower() in WEAPONS:
            found.append(Mention(_compound_start(words, i), i + 1, "WEAPON"))
        elif tag == "NOUN" and word.lower() in VEHICLES:
            found.append(Mention(i, i + 1, "VEHICLE"))
    return found


def _compound_start(words: Sequence[str], end: int) -> int:
    """Return where a weapon's compound (car bomb, machine gun) that ends with word `end` starts."""
    start = end
    while start > 0 and words[start - 1].lower() in MODIFIERS:
        start -= 1
    return start


def head_of(heads: Sequence[int], start: int, end: int) -> int:
    """Return the first word of the span whose head lies outside it."""
    return next((i for i in range(start, end) if not start <= heads[i] < end), start)


def gum_names(
    words: Sequence[str], upos: Sequence[str], heads: Sequence[int], mentions: Iterable[Mention]
) -> list[Mention]:
    """Return the named mentions of a GUM sentence: those whose head word is a proper noun, cut to the name."""
    found = lexical(words, upos)
    for mention in mentions:
        kind, head = GUM_TYPES.get(mention.type), head_of(heads, mention.start, mention.end)
        if kind is None or upos[head] != "PROPN":
            continue
        links = LINKS if kind == "ORGANISATION" else LINKS - {"and", "&", "on", "'s"}
        start, end = run_around(words, head, mention.start, mention.end, links)
        start, end = trimmed(words, start, end, kind)
        if not is_label(words, start, end, kind):
            found.append(Mention(start, end, refined(words, start, end, kind)))
    return found


def is_named(words: Sequence[str], lower_words: frozenset[str]) -> bool:
    """Return whether a span reads as a name: capitalised words that the text doesn't also write in lower case."""
    content = [word for word in words if word.lower() not in LINKS | DETERMINERS]
    if not content or not all(is_capital(word) for word in content):
        return False
    return len(content) > 1 or (content[0].lower() not in lower_words | PRONOUNS | TITLES)


def character_names(
    words: Sequence[str], mentions: Iterable[Mention], lower_words: frozenset[str]
) -> list[Mention]:
    """Return the mentions of a re3d or WikiEvents sentence that are names, or nominal weapons and the like."""
    found = []
    for mention in mentions:
        start, end = trimmed(words, mention.start, mention.end, mention.type)
        span = words[start:end]
        if any(word.lower() in PRONOUNS for word in span) or end - start > 8:
            continue
        if is_label(words, start, end, mention.type):
            continue
        if is_named(span, lower_words) or mention.type in NOMINAL_TYPES:
            found.append(Mention(start, end, refined(words, start, end, mention.type)))
    return found

"""Which names may be private persons', by their words alone.

In: arguments or names. Out: yes or no, and which words of a name are a person's own. The actor registry holds states, bodies,
groups and holders of public office; a name that it doesn't know and that may be a person's is taken for one: in doubt it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.knowledge.countries import country_named, region_named
from dateline.knowledge.nationalities import country_of
from dateline.languages.en.people import BODIES, GROUPS, PEOPLE
from dateline.model.reading import Argument

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?|\d+")


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Lower-case words that join the parts of a personal name.
_PARTICLES = _listed("al el bin ibn bint abu ben de del della di da dos du van von der den la le ul ud")
_TITLES = _listed("mr mrs ms miss dr prof sir sheikh haji hajji mullah imam sayyid malam alhaji señor don")
_FACILITIES = _listed(
    "airport airfield base barracks camp checkpoint hospital clinic school college market mosque church "
    "temple monastery bridge road street highway border field mine plant refinery dam port station prison "
    "jail embassy hotel stadium tower building compound centre center bazaar square park river valley "
    "lake mountain hills forest island district province region state county township village town city "
    "pipeline depot outpost"
)
# Facility words that are surnames too: with a capital they don't make a name a facility's.
_SURNAMES = _listed(
    "park lake field forest street bridge church camp mine hill hills river tower temple college island"
)
_NAMED_GROUPS = _listed(
    "ashab liwa harakat hizb jaish jaysh jabhat kataib kata'ib saraya asaib asa'ib los las "
    "cartel brigades brigade army front movement militia guards liberation revolutionary national "
    "people's popular islamic united republic armed defence defense civil joint task special corps "
    "command council congress boko"
)
_HOMES = frozenset(("home", "house", "residence", "apartment", "flat", "farm", "villa"))
_KIN = _HOMES | frozenset(("family", "relatives", "relative", "household"))


def private(argument: Argument, places: frozenset[str] = frozenset()) -> bool:
    """Whether a name may be a private person's; `places` are names of places in lower case."""
    if argument.ref or argument.name.casefold() in places:
        return False
    words = _WORD.findall(argument.name)
    if not any(w != w.swapcase() for w in words):
        return bool(words) and not all(w.isdigit() for w in words)
    return any(_personal(words, first, last) for first, last in _capitalised(words))


def names_a_home(name: str) -> bool:
    """Whether a place's name says that it is somebody's home."""
    return any(_bare(w) in _HOMES for w in _WORD.findall(name))


def personal_words(name: str) -> tuple[str, ...]:
    """The words of a name that are a person's own: without titles, particles, and words that every text has."""
    words = _WORD.findall(name)
    found = []
    for first, last in _capitalised(words):
        if _personal(words, first, last):
            run = words[first:last]
            found += [
                w for w in run if _capital(w) and _bare(w) not in _TITLES | _PARTICLES and not _known(w)
            ]
    return tuple(w for w in found if len(w) > 2)


def _capitalised(words: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Runs (first, past the last) of words with a capital, particles between them included."""
    first = None
    for index, word in enumerate((*words, "")):
        joins = _bare(word) in _PARTICLES and index + 1 < len(words) and _capital(words[index + 1])
        if _capital(word) or (joins and first is not None):
            first = index if first is None else first
        elif first is not None:
            yield first, index
            first = None


def _personal(words: Sequence[str], first: int, last: int) -> bool:
    run = [w for w in words[first:last] if _bare(w) not in _TITLES]
    titled = len(run) < last - first or (first > 0 and _bare(words[first - 1]) in PEOPLE)
    run = [w for w in run if not _known(w)]
    after = _bare(words[last]) if last < len(words) else ""
    if (
        not run
        or any(_impersonal(w) for w in run)
        or country_named(" ".join(run))
        or region_named(" ".join(run))
    ):
        return False
    if after in _KIN:
        return True
    if after in _FACILITIES | BODIES | GROUPS:
        return False
    return len(run) > 1 or titled or len(run) == len(words)


def _known(word: str) -> bool:
    """A word for a country or its people, or a person-word written with a capital, says no name."""
    return country_of(word) is not None or country_named(word) is not None or _bare(word) in PEOPLE


def _impersonal(word: str) -> bool:
    """A word of a body's or a facility's name, or letters that stand for one."""
    bare = _bare(word)
    acronym = len(word) > 1 and word.isupper() and not word.endswith(".")
    return (
        acronym
        or bare in _FACILITIES - _SURNAMES
        or bare in _NAMED_GROUPS
        or bare in (BODIES | GROUPS) - PEOPLE
    )


def _capital(word: str) -> bool:
    """Whether a word, or the part of it after a particle ("al-Masri"), begins with a capital."""
    return any(part[:1].isupper() for part in re.split(r"[-'’]", word))


def _bare(word: str) -> str:
    return word.casefold().rstrip(".").replace("’", "'").removesuffix("'s")

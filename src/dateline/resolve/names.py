"""Names as sets of telling words, so that two reports' wordings of one name can be compared.

In: a name as a document writes it. Out: its words in lower case without accents, articles and words that
any name of the kind may carry ("air base", "province", "members of"). "The airfield outside Harir" and
"Harir air base" both come out as {harir}.
"""

from __future__ import annotations

import re
import unicodedata

from dateline.model.reading import Argument

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
# What makes most news texts more than ASCII says nothing of a word.
_PLAIN = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("…", "."), ("\u00a0", " "))


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ARTICLES = _listed(
    "a an the of in on at near by to from and or for with between outside inside around along off into over "
    "its their his her our this that these those al el la las los le les de del da do du des von van der den "
    "s d one two three four five six seven eight nine ten several some many other others"
)

# Words that say what sort of place it is or where it lies, and so don't tell one place from another.
_PLACE_SORTS = _listed(
    "north south east west northern southern eastern western northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern central upper lower greater outskirts suburb suburbs "
    "city town village hamlet township district province provincial region regional governorate county state "
    "republic country area zone territory prefecture department oblast raion wilaya lga municipality "
    "locality neighbourhood neighborhood quarter border frontier capital street road highway route bridge "
    "crossing junction checkpoint base airbase air airport airfield international camp field oil outpost post "
    "market mosque church school hospital university station police army military headquarters building "
    "valley mountain hills hill river lake forest island coast coastal port harbour harbor"
)

# Words for people and bodies that any report of an attack may hold.
_PARTY_SORTS = _listed(
    "people person persons man men woman women boy boys girl girls child children civilian civilians villager "
    "villagers resident residents victim victims gunman gunmen attacker attackers assailant assailants "
    "militant militants fighter fighters rebel rebels insurgent insurgents soldier soldiers troop troops "
    "officer officers police policeman policemen force forces army military security government official "
    "officials member members group groups guard guards worker workers driver passenger passengers unknown "
    "unidentified armed house houses home homes building vehicle vehicles convoy base post checkpoint "
    "market mosque church school hospital local service old year years yearold aged age teen teenager teenagers "
    "suspect suspects student students family families"
)


def words(text: str) -> tuple[str, ...]:
    """The words of a text in order: lower case, without accents or possessive endings."""
    plain = text if text.isascii() else _without_accents(text)
    return tuple(_WORD.findall(plain.lower().replace("'s", "")))


def _without_accents(text: str) -> str:
    for mark, plain in _PLAIN:
        text = text.replace(mark, plain)
    return text if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", text))


def place_words(name: str) -> frozenset[str]:
    """The words that tell a place from others; all its words where only sorts of place are left."""
    return _telling(name, _PLACE_SORTS)


def party_words(name: str) -> frozenset[str]:
    """The words that tell a person, body or facility from others; empty for "three people"."""
    told = frozenset(w for w in words(name) if w not in _ARTICLES and w not in _PARTY_SORTS)
    return frozenset(w for w in told if not w.isdigit() and len(w) > 1)


def party_keys(arguments: tuple[Argument, ...]) -> frozenset[str]:
    """What can be shared by two lists of arguments: registry ids (as "ref:ID") and telling words."""
    keys: set[str] = set()
    for argument in arguments:
        if argument.ref:
            keys.add(f"ref:{argument.ref}")
        keys |= party_words(argument.name)
    return frozenset(keys)


def same_place_name(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one name's telling words are all in the other's."""
    return bool(left and right) and (left <= right or right <= left)


def _telling(name: str, sorts: frozenset[str]) -> frozenset[str]:
    content = [w for w in words(name) if w not in _ARTICLES]
    return frozenset(w for w in content if w not in sorts) or frozenset(content)

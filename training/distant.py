"""Entity labels for sentences that nobody marked, or marked in part; what isn't known is `?` and trains nothing.

In: a treebank sentence of EWT, or a sentence of ECB+ or event_location with some of its names marked. Out: BIO tags with
`?`. Sure things: a word that is neither a proper noun nor capitalised is outside; a country, a demonym, a listed
organisation is what it is; proper nouns joined by `flat` are a person's name, but for a few Spanish and Arabic places.
"""

from collections.abc import Sequence

from training.entities import Mention, bio, is_capital, lexical
from training.stock import column, cut
from training.stock import listed as stock_list

from training import entities

UNKNOWN = "?"
PLACE_OPENERS = frozenset(
    [
        "San",
        "Santa",
        "Sri",
        "Sao",
        "Los",
        "Las",
        "La",
        "Buenos",
        "Al",
        "El",
        "Da",
        "Rio",
        "New",
        "Mount",
        "Lake",
        "Port",
        "Fort",
        "Bin",
        "Kwik",
    ]
)


def _organisations() -> dict[str, list[tuple[str, ...]]]:
    """Return the organisations of our list and of the registry that can't be common words, by first word, longest first."""
    registered = [cut(name) for name in column("actors", "name", "aliases")]
    sure = {name for name in registered if len(name) > 1 or (name[0].isupper() and len(name[0]) > 2)}
    sure |= {tuple(line.split()) for line in stock_list("organisations")}
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(sure, key=lambda name: (-len(name), name)):
        found.setdefault(name[0], []).append(name)
    return found


ORGANISATIONS = _organisations()


def listed(words: Sequence[str]) -> list[Mention]:
    """Return the organisations of our list and the countries, unless they stand in a longer name."""
    found = []
    for i, word in enumerate(words):
        name = next((n for n in ORGANISATIONS.get(word, ()) if tuple(words[i : i + len(n)]) == n), ())
        if name and not _in_longer(words, i, i + len(name)):
            found.append(Mention(i, i + len(name), "ORGANISATION"))
        end = i + (2 if " ".join(words[i : i + 2]) in ("United States", "Saudi Arabia", "Sri Lanka") else 1)
        is_country = end > i + 1 or word in entities.COUNTRIES
        if is_country and not _in_longer(words, i, end):
            found.append(Mention(i, end, "PLACE"))
    return found


def _in_longer(words: Sequence[str], start: int, end: int) -> bool:
    """Return whether a capitalised word touches the span, or a link to one."""
    after = [*words[end : end + 2], "", ""]
    return (start > 1 and is_capital(words[start - 1])) or is_capital(after[0]) or after[0] in ("-", "&")


def people(words: Sequence[str], upos: Sequence[str], arcs: Sequence[tuple[int, str]]) -> list[Mention]:
    """Return the names that a treebank joins by `flat`: first names with what follows them; `arcs` (head, relation)."""
    found = []
    for i, word in enumerate(words):
        parts = [i, *(j for j, (head, relation) in enumerate(arcs) if head == i and relation == "flat")]
        span = range(min(parts), max(parts) + 1)
        is_name = all(upos[j] == "PROPN" and is_capital(words[j]) and words[j][0].isalpha() for j in span)
        if is_name and 1 < len(span) < 5 and word not in PLACE_OPENERS:
            found.append(Mention(span.start, span.stop, "PERSON"))
    return found


def treebank_tags(words: Sequence[str], upos: Sequence[str], arcs: Sequence[tuple[int, str]]) -> list[str]:
    """Return the tags of an EWT sentence: what the lists and `flat` tell, `?` for other proper nouns."""
    known = bio(len(words), [*lexical(words, upos), *listed(words), *people(words, upos, arcs)])
    doubtful = [tag == "PROPN" or (i > 0 and is_capital(words[i])) for i, tag in enumerate(upos)]
    return _opened(known, doubtful)


def partial_tags(words: Sequence[str], mentions: Sequence[Mention]) -> list[str]:
    """Return the tags of a sentence with some names marked: those and the lists' names, `?` for other capitals."""
    known = bio(len(words), [*mentions, *(m for m in listed(words) if not _overlaps(m, mentions))])
    lower = [word.lower() for word in words]
    nouns = entities.WEAPONS | entities.VEHICLES
    return _opened(known, [is_capital(word) or low in nouns for word, low in zip(words, lower, strict=True)])


def _overlaps(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(mention.start < other.end and other.start < mention.end for other in others)


def _opened(known: Sequence[str], doubtful: Sequence[bool]) -> list[str]:
    """Return the tags with `?` for every doubtful word that no rule named, and for hyphens between two of them."""
    tags = [UNKNOWN if tag == "O" and doubt else tag for tag, doubt in zip(known, doubtful, strict=True)]
    for i in range(1, len(tags) - 1):
        if tags[i] == "O" and tags[i - 1] == UNKNOWN and tags[i + 1] == UNKNOWN:
            tags[i] = UNKNOWN
    return tags

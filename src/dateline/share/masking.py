"""A reading or a text with the names of private persons made unreadable, at the same length, so that all spans hold.

In: JSON of a reading and the names in it that may be private persons'. Out: the same JSON; in texts each letter of such a
name, or of one of its words alone ("Exampleson said"), becomes a block; an argument that is such a name, "a person".
What the reader took for nobody's name (it is in no argument) can't be told from other words and stays.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.languages.en.people import BODIES, GROUPS, PEOPLE
from dateline.model.reading import Argument, Reading
from dateline.share.private_persons import MASK, personal_words, private

BLOCK = "█"
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"\w")


class Masker:
    """Hides the private names of one document."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = frozenset(names)
        words = {word for name in self.names for word in (name, *_parts(name))}
        listed = sorted(words, key=lambda w: (-len(w), w))
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)") if listed else None
        )

    @classmethod
    def of(cls, reading: Reading) -> Masker:
        """For the names that a reading has as arguments.

        One word with a capital is a name unless it is a common one ("Soldiers" where a sentence begins), the text has it
        in lower case too, or has it as a place. The document's own outlet and those it relays are none.
        """
        told = (*(e.places for e in reading.events), *(t.places for t in reading.tallies))
        places = frozenset(place.name.casefold() for listed in told for place in listed)
        papers = frozenset(map(_bare, (reading.document.outlet, *reading.document.relays)))
        hidden = [a for a in _arguments(reading) if private(a, places) and _bare(a.name) not in papers]
        names = {text for a in hidden for text in (a.name, a.mention.text) if personal_words(text)}
        common = {word for name in places for word in name.split()}
        common |= {word for word in _WORD.findall(reading.document.text) if word == word.lower()}
        return cls(
            name for name in names if " " in name or not (_is_common(name) or name.casefold() in common)
        )

    def text(self, said: str) -> str:
        """The text, at its length."""
        return self._pattern.sub(lambda m: _LETTER.sub(BLOCK, m[0]), said) if self._pattern else said

    def name(self, name: str) -> str:
        """A name as it is shown."""
        return MASK if name in self.names else self.text(name)

    def json(self, value: Any) -> Any:
        """JSON values, at any depth: arguments (which have a `ref`) as names, all other words as texts."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.json(item) for item in value]
        if not isinstance(value, dict):
            return value
        return {key: self._of_key(key, item, value) for key, item in value.items()}

    def _of_key(self, key: str, item: Any, whole: Mapping[str, Any]) -> Any:
        if key == "text" and "ref" in whole:
            return self.name(item)
        return item if key in _NO_WORDS else self.json(item)


def _bare(name: str) -> str:
    """A name as it is compared: "the Tigris Wire" is the outlet "Tigris Wire"."""
    return name.casefold().removeprefix("the ")


def _is_common(word: str) -> bool:
    """Whether one word with a capital is a month, a day of the week or a word for people: "Saturday", "Soldiers"."""
    low = word.casefold()
    single = f"{low[:-3]}man" if low.endswith("men") else low.removesuffix("s")
    return low in _CALENDAR or bool({low, single} & (PEOPLE | GROUPS | BODIES))


_CALENDAR = frozenset(name.casefold() for name in (*month_name, *day_name) if name)


def _parts(name: str) -> tuple[str, ...]:
    """The words by which a person of several names may be called alone."""
    return personal_words(name) if " " in name else ()


_NO_WORDS = frozenset(
    "id url ref type mode rule gazetteer_id outlet relays language published predicate stance".split()
)
"""Keys whose words are never a person's."""


def _arguments(reading: Reading) -> Iterator[Argument]:
    for event in reading.events:
        yield from (*event.actors, *event.recipients, *event.weapons, *(s.speaker for s in event.says))
    for tally in reading.tallies:
        yield from (*tally.actors, *tally.recipients, *(s.speaker for s in tally.says))
    for stance in reading.responsibility:
        yield from (stance.speaker, stance.accused)
    for relation in reading.relations:
        yield from (relation.subject, relation.object)
    yield from (quote.speaker for quote in reading.quotes if quote.speaker)

"""The extractor's working noun: one mention of an event, with what stands around it in the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.lexicon import EventFrame
from dateline.extract.persons import Person
from dateline.model.annotation import TimeMention
from dateline.model.document import Span
from dateline.model.reading import Argument, Attribution, Place
from dateline.model.values import Count, Interval
from dateline.model.vocabulary import Certainty, EventType, Mode


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event: `words` are its tokens, `clause` the verb that its arguments hang from.

    `clause` differs from `token` where a light verb carries the event ("carried out an attack"). `number` is
    what counts the events ("eight drone attacks"), `definite` says that the phrase points back; `other_frames` are
    what else the same words can mean.
    """

    token: int
    words: tuple[int, ...]
    frame: EventFrame
    noun: bool
    clause: int
    plural: bool = False
    definite: bool = False
    number: Count | None = None
    other_frames: tuple[EventFrame, ...] = ()


@dataclass(frozen=True, slots=True)
class Harm:
    """People killed or injured as one statement says: `token` is the word of harm, `victims` who they are.

    `more` says that the number adds to one given before; `part` that it is a part of one given before;
    `hit` that they were struck and the words don't say with what outcome; `persons` are single people told of one
    by one, empty where the statement counts a group; `severe` that only the badly hurt are counted.
    """

    killed: bool
    count: Count
    token: int
    victims: tuple[Argument, ...] = ()
    victim_head: int = -1
    more: bool = False
    part: bool = False
    hit: bool = False
    persons: tuple[Person, ...] = ()
    severe: bool = False


@dataclass(frozen=True, slots=True)
class EventMention:
    """One mention of an event with its own arguments.

    `time` is what its sentence says, `around` the day that the text before it speaks of.
    """

    trigger: Trigger
    type: EventType
    mode: Mode | None
    span: Span
    sentence: int
    paragraph: int
    certainty: Certainty
    actors: tuple[Argument, ...] = ()
    recipients: tuple[Argument, ...] = ()
    weapons: tuple[Argument, ...] = ()
    places: tuple[Place, ...] = ()
    time: TimeMention | None = None
    harms: tuple[Harm, ...] = ()
    says: tuple[Attribution, ...] = ()
    rule: str = ""
    around: Interval | None = None
    apart: bool = False

    @property
    def when(self) -> Interval | None:
        """The interval of the time that the sentence gives the mention."""
        return self.time.interval if self.time else None

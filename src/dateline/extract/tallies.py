"""Counts claimed over several events or over a period.

Sources: counted event nouns ("eight drone attacks"), counted verbs ("have been targeted on 11 occasions"), sums by
kind ("38 were raids"), units left out ("Nine were recorded in Sokoto"), ordinals over a window ("the fifth bombing
in six weeks"), and harm over a period ("31 people were killed" in five bombing runs, "over two million people
have been uprooted since …").
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.attribution import Frame
from dateline.extract.attributions import says_of
from dateline.extract.cast import Cast
from dateline.extract.mentions import Found
from dateline.extract.tally_counts import Counts
from dateline.extract.tally_ground import Draft, Ground
from dateline.extract.tally_harm import Tolls
from dateline.extract.tally_kinds import Kinds
from dateline.extract.tally_ordinals import Ordinals
from dateline.extract.tally_people import People
from dateline.extract.tally_periods import Periods
from dateline.extract.tally_series import Series
from dateline.model.reading import Tally
from dateline.model.vocabulary import Mode


class TallyFinder:
    """Finds one document's tallies; `used` holds the tokens of mentions that are only tallies, not events,
    `undated` those of events whose period belongs to a count."""

    def __init__(self, cast: Cast, found: Found, frames: tuple[Frame, ...]) -> None:
        ground = Ground(cast, found, frames)
        self.ground, self.used, self.undated = ground, ground.used, ground.undated
        self.counts, self.people, self.periods = Counts(ground), People(ground), Periods(ground)
        self.series, self.ordinals = Series(ground), Ordinals(ground)
        self.kinds, self.tolls = Kinds(ground), Tolls(ground)

    def tallies(self) -> tuple[Tally, ...]:
        """All tallies in text order with ids t1, t2, …; windows and places not said are taken from the one before."""
        counts, people = self.counts, self.people
        drafts = [
            *self.ordinals.of_ordinals(),
            *counts.of_nouns(),
            *counts.of_times(),
            *people.of_people(),
            *people.of_arrests(),
        ]
        drafts += counts.of_targets()
        drafts += self.kinds.of_bare_nouns()
        drafts += self.kinds.of_kinds(drafts)
        drafts += self.tolls.of_harm(drafts)
        drafts += self.tolls.parts(drafts)
        drafts += counts.without_unit(drafts)
        drafts = self.kinds.all_of_a_kind(drafts)
        drafts.sort(key=lambda d: d.count.span.start)
        for more in self.series.after(drafts):
            drafts.append(more)
            drafts.sort(key=lambda d: d.count.span.start)
        ordered = sorted(_distinct(drafts), key=lambda d: d.count.span.start)
        return tuple(self._tally(i + 1, d, ordered[:i]) for i, d in enumerate(ordered))

    def _tally(self, number: int, draft: Draft, before: Sequence[Draft]) -> Tally:
        """The draft with what it leaves unsaid taken from the tallies before it."""
        ground = self.ground
        sentence = ground.annotated.sentence_of(draft.token)
        return Tally(
            f"t{number}",
            draft.count,
            draft.type,
            None if draft.mode is Mode.OTHER else draft.mode,
            draft.actors,
            draft.recipients,
            draft.places or self.periods.places_of_list(draft, before),
            self.periods.window(draft, before),
            says_of(ground.cast, ground.frames, draft.token),
            (ground.annotated.sentence_span(sentence),),
            rule=draft.rule,
        )


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for each number and type, the first rule that found it."""
    kept: list[Draft] = []
    for draft in drafts:
        if not any(draft.count.span.overlaps(k.count.span) and draft.type is k.type for k in kept):
            kept.append(draft)
    return kept

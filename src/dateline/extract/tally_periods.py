"""The period and the places of a tally that its own sentence leaves unsaid."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.tally_ground import WINDOWS, Draft, Finder, spans_days
from dateline.model.reading import Place
from dateline.model.values import Interval


class Periods(Finder):
    """Periods and places of tallies."""

    def places_of_list(self, draft: Draft, before: Sequence[Draft]) -> tuple[Place, ...]:
        """The places of the tally before in the same paragraph, for one that names neither place nor party."""
        if draft.actors:
            return ()
        here = self.annotated.sentence_of(draft.token)
        for earlier in reversed(before):
            if self.annotated.sentence_of(earlier.token).paragraph == here.paragraph and earlier.places:
                return earlier.places
        return ()

    def window(self, draft: Draft, before: Sequence[Draft]) -> Interval | None:
        """The period of a tally: its own, its sentence's, that of the tally before, the reporting period."""
        own = [draft.time] if draft.time else self.sentence_times(draft)
        usable = [
            t for t in own if draft.rule == "compared" or (t.first not in self.compared and spans_days(t))
        ]
        if usable:
            return max(usable, key=lambda t: t.kind in WINDOWS).interval
        for earlier in reversed(before):
            near = (
                self.annotated.sentence_of(draft.token).paragraph
                - self.annotated.sentence_of(earlier.token).paragraph
            )
            if (
                near <= 1
                and earlier.rule != "compared"
                and earlier.time is not None
                and spans_days(earlier.time)
                and earlier.time.first not in self.compared
            ):
                return earlier.time.interval
        return self._running(draft, before) or self._reporting_period()

    def _running(self, draft: Draft, before: Sequence[Draft]) -> Interval | None:
        """The "since …" of an earlier tally, else the last one said, before a tally in the perfect tense."""
        if not self.is_perfect(draft.token):
            return None
        told = [d.time for d in before if d.time is not None and d.time.kind == "since"]
        said = [t for t in self.annotated.times if t.kind == "since" and t.first < draft.token]
        return (told or said)[-1].interval if told or said else None

    def _reporting_period(self) -> Interval | None:
        """The period that the first sentences give for the whole report."""
        early = [
            t
            for t in self.annotated.times
            if self.annotated.sentence_of(t.first).index <= 3
            and t.interval.days > 1
            and t.first not in self.compared
        ]
        return early[0].interval if early and early[0].interval.days <= 100 else None

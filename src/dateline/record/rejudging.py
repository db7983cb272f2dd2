"""New judgements into the incidents on record, at a cost that does not grow with the record.

    named     the events that the new judgements are about, and those of judgements that they undo
    step      documents whose events judgements let in to linking, or no longer do, are linked anew
    gather    the incidents of these events, with all that is held together with them, are made anew

What is not held together with a named event, by evidence or by a judgement, can't be moved by it, so that this gives what
linking the whole record with the same evidence gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from dateline.model.judgement import Action, Judgement
from dateline.record.incremental import Linking
from dateline.record.judging import all_judgements, on_newest
from dateline.record.linking import Note


def link_judgements(connection: Connection, after: int, note: Note) -> None:
    """Bring the incidents in line with the judgements that came after a number."""
    touched = on_newest(connection, tuple(_touched(all_judgements(connection), after)))
    named = {a.report for j in touched for a in (*j.decision.reports, *j.decision.apart)}
    retracted = {j.decision.item for j in touched if j.action is Action.RETRACT}
    linking = Linking(connection, note)
    for document in sorted({report.document for report in named}):
        if linking.is_out_of_step(document):
            linking.link(document)
    told = (linking.index.numbers_of(document).values() for document in retracted)
    linking.gather_around(linking.index.numbers_told(named).union(*told))


def _touched(made: Sequence[Judgement], after: int) -> Iterator[Judgement]:
    """The new judgements, and those that they undo, also through others."""
    by_number = {judgement.number: judgement for judgement in made}
    for judgement in made:
        one: Judgement | None = judgement if judgement.number > after else None
        while one is not None:
            yield one
            one = by_number.get(one.decision.undoes or 0)

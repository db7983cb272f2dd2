"""A new reading into the incidents on record, at a cost that does not grow with the record.

    forget    what linking knew of the document's earlier reading
    count     the words of its events, beside those of the record
    find      events that share a block with one of its events
    compare   and keep the pairs whose evidence is for one happening
    gather    the events that such pairs hold together, directly or through others, into incidents anew

Clusters never reach past the pairs whose evidence is for one happening (resolve/cluster.py joins nothing else), so
that gathering what is held together gives what gathering the whole record would give with the same evidence. What
can differ from linking the whole record at once, and is settled by that: a pair's evidence leans on how common words
were when the later report came; crowded blocks show the latest events only (IN_A_BLOCK, MOST); a word of an earlier
report that a later one has as its place finds it only while the word is rare; of more than LARGEST events held
together, only those that are held to the new report directly are gathered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from sqlalchemy import Connection, Select, func, select

from dateline.model.incident import Report, ReportedEvent
from dateline.model.judgement import Judgement
from dateline.record.judging import judgements_that_hold
from dateline.record.linking import Note, replace_some
from dateline.record.linking_index import LinkingIndex
from dateline.record.schema import readings, reports
from dateline.record.statements import parts
from dateline.resolve.block import candidate_pairs, kept_keys, sought_keys
from dateline.resolve.compare import comparable, score
from dateline.resolve.constraints import constraints
from dateline.resolve.judged import judged, retracted
from dateline.resolve.link import Linked, can_be_linked, gather
from dateline.resolve.profile import Batch, Profile, batch, counted, profiled
from dateline.resolve.within import part_of_one, within

LARGEST = 300
"""Events held together that are gathered at once."""

PART = 1000.0
"""The evidence of a pair that one document tells as one."""


def link_readings(connection: Connection, documents: Iterable[str], note: Note) -> None:
    """Bring the events of documents' newest readings into the incidents on record, one document after another."""
    linking = Linking(connection, note)
    for document in documents:
        linking.link(document)


def index_all(connection: Connection, linked: Linked) -> None:
    """Keep what linking the whole record found out, for the reports to come."""
    index = LinkingIndex(connection)
    index.clear()
    profiles = linked.batch.profiles
    newest = _newest(connection, {p.report.document for p in profiles})
    numbers = index.number([(p.report, newest[p.report.document]) for p in profiles])
    documents = {p.report.document: p.told for p in profiles}
    counts = counted(profiles, documents.values())
    index.insert_counts((kind.value, word, n) for kind, words in counts.items() for word, n in words.items())
    for one, number in zip(profiles, numbers, strict=True):
        index.keep_keys({number: kept_keys(one, linked.batch)})
    scored = {(numbers[i], numbers[j]): bits for (i, j), bits in linked.scores.items()}
    index.keep_pairs({**_for_one(scored), **_parts(profiles, numbers)})


class Linking:
    """The way of new readings and judgements into the incidents, with what people decided until now."""

    def __init__(self, connection: Connection, note: Note) -> None:
        self._connection, self._note = connection, note
        self.index = LinkingIndex(connection)
        self._judgements = judgements_that_hold(connection)
        self._retracted = frozenset(retracted(self._judgements))
        self._decided = constraints(self._judgements)
        self._bound = bound_together(self._judgements)

    def link(self, document: str) -> None:
        """Bring the events of a document's newest reading into the incidents: forget, count, find, compare, gather."""
        stale = {row.incident for row in self._connection.execute(_incidents_told_by(document))}
        left = self._forget(document)
        new = self._take_in(document)
        pairs = self._compare(new) if new else {}
        self.index.keep_pairs(pairs)
        self.gather_around({*new, *left}, stale)

    def gather_around(self, numbers: Set[int], stale: Set[str] = frozenset()) -> None:
        """Make the incidents of these events, and of all that is held together with them, anew.

        `stale` are incidents to be replaced whatever tells of them.
        """
        inside, pairs = self._held_together(numbers)
        told = self.index.told(inside)
        lot = self._batch(told)
        at = {p.report: i for i, p in enumerate(lot.profiles)}
        index = {number: at[_report(r)] for number, r in told.items()}
        scores = {
            (min(index[a], index[b]), max(index[a], index[b])): bits
            for (a, b), bits in pairs.items()
            if bits < PART
        }
        for i, j in candidate_pairs(lot):  # what was not kept then is evidence for no more than nothing
            if (i, j) not in scores:
                scores[i, j] = min(0.0, score(lot.profiles[i], lot.profiles[j], lot))
        formed = gather(lot, scores, self._decided, self._retracted)
        found = judged(formed, self._judgements)
        replace_some(self._connection, found, stale | self.index.incidents_of(inside), self._note)

    def is_out_of_step(self, document: str) -> bool:
        """Whether judgements make other events of a document linkable than those that linking knows."""
        return set(self.index.numbers_of(document)) != {r.event.id for r in self._linkable(document)}

    def _forget(self, document: str) -> set[int]:
        """Forget the document's events; the numbers of those that were in one incident with them."""
        old = self.index.numbers_of(document)
        if not old:
            return set()
        told = list(self.index.told(old.values()).values())
        taken = counted(*profiled(told))
        self.index.count({k: {w: -n for w, n in words.items()} for k, words in taken.items()})
        others = self.index.companions(old.values()) - set(old.values())
        self.index.forget(sorted(old.values()))
        return others

    def _take_in(self, document: str) -> dict[int, ReportedEvent]:
        """Number the events of the newest reading that can be linked, and count their words."""
        told = self._linkable(document)
        if not told:
            return {}
        reading = _newest(self._connection, [document])[document]
        profiles, documents = profiled(told)
        self.index.count(counted(profiles, documents))
        numbers = self.index.number([(p.report, reading) for p in profiles])
        return {number: p.source for number, p in zip(numbers, profiles, strict=True)}

    def _linkable(self, document: str) -> list[ReportedEvent]:
        newest = _newest(self._connection, [document])
        if document not in newest:
            return []
        return [r for r in self.index.read(newest[document]) if can_be_linked(r, self._decided)]

    def _compare(self, new: Mapping[int, ReportedEvent]) -> dict[tuple[int, int], float]:
        """The pairs of a new event and one on record whose evidence is for one happening."""
        lot, own = self._batch(new), {number: i for i, number in enumerate(new)}
        found = {n: set(self.index.candidates(sought_keys(lot.profiles[i], lot))) for n, i in own.items()}
        self.index.keep_keys({n: kept_keys(lot.profiles[i], lot) for n, i in own.items()})
        others = self.index.told(set().union(*found.values()))
        together = self._batch({**new, **others})
        at = {p.report: p for p in together.profiles}
        pairs = {}
        for number, candidates in found.items():
            one = at[_report(new[number])]
            for other in candidates:
                there = at[_report(others[other])]
                if comparable(one, there):
                    pairs[other, number] = score(one, there, together)
        return {**_for_one(pairs), **_parts(lot.profiles, list(new))}

    def _held_together(self, numbers: Iterable[int]) -> tuple[set[int], dict[tuple[int, int], float]]:
        """The events held together with these, directly or through others, and the pairs that hold them.

        Pairs and judgements lead on until there are too many; the other reports of an incident always come too, so
        that an incident is taken apart as a whole.
        """
        inside, waiting, followed = set(numbers), set(numbers), set[int]()
        pairs: dict[tuple[int, int], float] = {}
        while waiting:
            reached = self.index.companions(waiting)
            if len(inside) <= LARGEST:
                found = self.index.pairs_of(waiting)
                pairs |= found
                followed |= waiting
                reached |= {end for pair in found for end in pair} | self._decided_with(waiting)
            waiting = reached - inside
            inside |= waiting
        pairs |= self.index.pairs_of(inside - followed)
        return inside, {pair: bits for pair, bits in pairs.items() if inside.issuperset(pair)}

    def _decided_with(self, numbers: Iterable[int]) -> set[int]:
        """Events that judgements name together with these."""
        if not self._bound:
            return set()
        here = self.index.reports_of(numbers).values()
        return self.index.numbers_told(set().union(*(self._bound.get(report, ()) for report in here)))

    def _batch(self, told: Mapping[int, ReportedEvent]) -> Batch:
        events = list(told.values())
        return batch(events, self.index.counts(counted(*profiled(events))))


def bound_together(judgements: Iterable[Judgement]) -> dict[Report, set[Report]]:
    """For each report that judgements name, all those that they name with it."""
    found: dict[Report, set[Report]] = defaultdict(set)
    for judgement in judgements:
        named = {a.report for a in (*judgement.decision.reports, *judgement.decision.apart)}
        for report in named:
            found[report] |= named
    return found


def _incidents_told_by(document: str) -> Select[tuple[str]]:
    return select(reports.c.incident).where(reports.c.document == document)


def _report(told: ReportedEvent) -> Report:
    return Report(told.document.id, told.event.id)


def _for_one(pairs: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The pairs whose evidence is for one happening, the lower number first."""
    return {(min(p), max(p)): bits for p, bits in pairs.items() if bits > 0}


def _parts(profiles: Sequence[Profile], numbers: Sequence[int]) -> dict[tuple[int, int], float]:
    """The pairs that one document tells as one, or that it leaves open and whose evidence is for it."""
    of: dict[str, list[tuple[Profile, int]]] = defaultdict(list)
    for one, number in zip(profiles, numbers, strict=True):
        of[one.report.document].append((one, number))
    found = {}
    for group in of.values():
        for (left, i), (right, j) in combinations(group, 2):
            bits = PART if part_of_one(left, right) else within(left, right) or 0.0
            if bits > 0:
                found[min(i, j), max(i, j)] = bits
    return found


def _newest(connection: Connection, documents: Iterable[str]) -> dict[str, int]:
    """The number of each document's newest reading."""
    found: dict[str, int] = {}
    c = readings.c
    for part in parts(sorted(documents)):
        query = select(c.document, func.max(c.number).label("number")).where(c.document.in_(part))
        found.update((row.document, row.number) for row in connection.execute(query.group_by(c.document)))
    return found

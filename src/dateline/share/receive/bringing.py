"""Objects that may be kept -> the record: as they came, and a document for each report that is new or changed.

A document never changes: a newer version of a report is a document of its own, and the earlier one is retracted in the
partner's name, as is one that the partner withdrew. Nothing of ours is touched. A report that we gave is an echo and
becomes no document; one of an article that we have too counts as its copy, so that neither is a second witness.

What others wrote without our profile becomes up to two documents that count as one witness: its values, written out as
sentences, and its words, which wait to be read. An incident that a report tells of is told by that report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.model.judgement import Action, Decision
from dateline.model.reading import Reading
from dateline.record.exchange import Exchange
from dateline.record.references import all_references
from dateline.record.writer import Writer
from dateline.share.receive.checking import Checked
from dateline.share.receive.delivery import Delivery
from dateline.share.receive.foreign import misp, stix
from dateline.share.receive.foreign.told import Told
from dateline.share.receive.heads import by_report, heads, of_no_use, origin, repeats_another, touched
from dateline.share.receive.parsing import Parsed
from dateline.share.receive.retelling import retold
from dateline.share.release.ids import Ids
from dateline.share.release.material import RETOLD
from dateline.share.stix.constants import Object
from dateline.share.stix.reading import read_back
from dateline.share.stix.versions import STIX

WORDS = "-words"
"""What the id of a document ends in that holds an object's words; a later version's number follows."""

NOT_MAPPED = "not mapped"
MOST_LISTED = 1_000


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a delivery: its receipt, how many objects were new, and ids of documents and objects.

    `documents` are new, `waiting` those of them that are still to be read, `withdrawn` no longer count, `echoes` are objects
    that tell what we gave; `foreign` lists what no claim was made of.
    """

    receipt: int
    new: int
    documents: tuple[str, ...]
    withdrawn: tuple[str, ...]
    echoes: tuple[str, ...]
    foreign: tuple[str, ...]
    waiting: tuple[str, ...] = ()


@dataclass(slots=True)
class Bringing:
    """One delivery on its way into the record; `made` are the documents of each object, those of its words apart."""

    writer: Writer
    partner: str
    made: dict[str, list[str]] = field(default_factory=dict)
    retracted: set[str] = field(default_factory=set)
    documents: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    echoes: list[str] = field(default_factory=list)
    unmapped: list[str] = field(default_factory=list)

    def keep(self, delivery: Delivery, parsed: Parsed, checked: Sequence[Checked]) -> Received:
        """Keep it all."""
        writer = self.writer.exchange()
        number = writer.keep_receipt(self.partner, delivery.origin, parsed.media, delivery.content)
        writer.keep_received(one.row(number, self.partner) for one in checked)
        items = [one.item for one in checked]
        self.unmapped += [*parsed.foreign, *of_no_use(items)]
        self._bring_ours(items, number)
        self._bring_foreign(items, number)
        if self.unmapped:
            told = {"items": self.unmapped[:MOST_LISTED], "more": max(0, len(self.unmapped) - MOST_LISTED)}
            writer.note(NOT_MAPPED, self.partner, str(number), "", told)
        return Received(
            number,
            len(checked),
            tuple(self.documents),
            tuple(self.withdrawn),
            tuple(self.echoes),
            tuple(self.unmapped),
            tuple(self.waiting),
        )

    @property
    def _exchange(self) -> Exchange:
        return self.writer.exchange().exchange

    def _bring_ours(self, items: Sequence[Object], number: int) -> None:
        """What follows our profile: reports, with the parts that came before or come now."""
        keys = touched(items)
        there = self._exchange.newest_received(self.partner, keys)
        reports = [there[key] for key in keys if key in there]
        near = self._exchange.referring(self.partner, keys)
        parts = by_report(self._exchange.newest_received(self.partner, near).values())
        self._look_up([key for item in reports for key in (item["id"], origin(item))])
        for item in sorted(reports, key=repeats_another):
            self._bring_up(item, parts.get(item["id"], ()), number)

    def _bring_foreign(self, items: Sequence[Object], number: int) -> None:
        """What others wrote, reports before the incidents that they tell of."""
        keys = heads(items)
        there = self._exchange.newest_received(self.partner, keys)
        touched = [there[key] for key in keys if key in there and stix.is_foreign(there[key])]
        self._look_up([key for item in touched for key in (item["id"], *stix.members(item))])
        for item in sorted(touched, key=lambda one: one["type"] != "report"):
            self._bring_up_foreign(item, number)

    def _look_up(self, keys: Sequence[str]) -> None:
        """The documents that were made of objects, and which no longer count."""
        if keys and not self.retracted:
            self.retracted = set(self.writer.retracted())
        for known in self._exchange.made_of([key for key in keys if key not in self.made]):
            name = f"{known.object}{WORDS}" if WORDS in known.document else known.object
            there = self.made.setdefault(name, [])
            if known.document not in there:
                there.append(known.document)

    def _bring_up(self, report: Object, parts: Sequence[Object], receipt: int) -> None:
        """Let the document of a report say what its newest version says."""
        current = self._current(report["id"])
        if report.get("revoked"):
            self._retract(current, f"withdrawn by {self.partner}")
            return
        for reading in read_back([report, *parts]).readings.values():
            if self._is_ours(reading.document.id):
                self.echoes.append(report["id"])
            else:
                self._keep(report, reading, receipt)

    def _bring_up_foreign(self, head: Object, receipt: int) -> None:
        """The same for an object that others wrote: its values, and its words."""
        of = str(head["id"])
        if head.get("revoked"):
            for name in (of, f"{of}{WORDS}"):
                self._retract(self._current(name), f"withdrawn by {self.partner}")
            return
        if head["type"] == "incident" and self._is_told_by_report(of):
            return
        if head["type"] == "note" and self._is_about_ours(head):
            return
        told = misp.told_by(head) if head["type"] == misp.TYPE else stix.told_by(head, self._near(head))
        self.unmapped += (
            told.unmapped if head["type"] != misp.TYPE else [f"{of}: {one}" for one in told.unmapped]
        )
        for incident in stix.members(head) if head["type"] == "report" else ():
            for name in (incident, f"{incident}{WORDS}"):
                self._retract(self._current(name), f"told by {of}")
        reading = told.reading(of)
        if reading is not None:
            self._keep(head, reading, receipt)
        self._keep_words(of, told, receipt)

    def _is_told_by_report(self, incident: str) -> bool:
        refers = self._exchange.referring(self.partner, (incident,))
        found = self._exchange.newest_received(
            self.partner, [key for key in refers if key.startswith("report--")]
        )
        return any(stix.is_foreign(report) and not report.get("revoked") for report in found.values())

    def _is_about_ours(self, note: Object) -> bool:
        """Whether a note is about what we gave: it is shown there, and is no report."""
        refs = tuple(all_references(note))
        return bool(self._exchange.ever_given(self.partner, STIX.name, refs))

    def _near(self, head: Object) -> dict[str, Object]:
        """What stands around an object: what it points to, what points to it and to its incidents, and what those point to."""
        near, heads = {str(head["id"]): head}, {str(head["id"]), *stix.members(head)}
        for _ in range(2):
            refs = {ref for item in near.values() for ref in all_references(item)}
            wanted = (refs | self._exchange.referring(self.partner, tuple(heads))) - near.keys()
            near |= self._exchange.newest_received(self.partner, tuple(wanted))
        return near

    def _is_ours(self, document: str) -> bool:
        """Whether a document's id is one under which the partner was given a report of ours."""
        secret = self._exchange.secret()
        if secret is None:
            return False
        report = f"report--{Ids(secret, self.partner).uuid('report', document)}"
        return bool(self._exchange.ever_given(self.partner, STIX.name, (report,)))

    def _keep(self, report: Object, reading: Reading, receipt: int) -> None:
        of = str(report["id"])
        current = self._current(of)
        if current is not None and self.writer.has_reading(retold(reading, current, self.partner)):
            return
        key = self._key(of)
        made = retold(reading, key, self.partner)
        same = self.writer.exchange().same_article(made.document)
        copied = self._current(origin(report)) if repeats_another(report) else None
        copied = copied or self.writer.exchange().same_through_others(made.document, self.partner)
        self.writer.keep_document(made.document, same or copied, telling=made.reader != RETOLD)
        self.writer.keep_reading(made)
        self._made_of(of, of, key, receipt, same is not None)

    def _keep_words(self, of: str, told: Told, receipt: int) -> None:
        """Keep an object's words to be read; they tell what its values tell, and are no second witness."""
        name = f"{of}{WORDS}"
        current = self._current(name)
        key = self._key(of, WORDS)
        made = told.words(key)
        if made is None:
            self._retract(current, f"{self.partner} no longer says it in words")
            return
        if current is not None and self.writer.text_of(current) == made.text:
            return
        made = replace(made, origin=f"partner:{self.partner}")
        same = self.writer.exchange().same_article(made)
        self.writer.keep_document(made, same or self._current(of), telling=same is None)
        self._made_of(of, name, key, receipt, same is not None)
        self.waiting.append(key)

    def _key(self, of: str, suffix: str = "") -> str:
        versions = self.made.get(f"{of}{suffix}", [])
        return f"{self.partner}-{of.partition('--')[2]}{suffix}" + (
            f"-{len(versions) + 1}" if versions else ""
        )

    def _made_of(self, of: str, name: str, key: str, receipt: int, echo: bool) -> None:
        current = self._current(name)
        self.writer.exchange().keep_origin(key, receipt, self.partner, of, echo)
        self.documents.append(key)
        self.made.setdefault(name, []).append(key)
        self._retract(current, f"a newer version came from {self.partner}: {key}")

    def _current(self, of: str) -> str | None:
        """The document of an object that still counts."""
        made = self.made.get(of)
        return made[-1] if made and made[-1] not in self.retracted else None

    def _retract(self, document: str | None, reason: str) -> None:
        if document is not None:
            self.writer.judge(Decision(Action.RETRACT, document, reason))
            self.retracted.add(document)
            self.withdrawn.append(document)

"""A verified delivery -> the record: bytes and objects as they came, and a document for each report that is new or changed.

All of a delivery is kept in one transaction, or nothing but a line of the log that says why it was refused. A document never
changes: a newer version of a report is a document of its own, and the earlier one is retracted in the partner's name, as
is one that the partner withdrew. Nothing of ours is touched. A report that we gave is an echo and becomes no document; one
of an article that we have too counts as its copy, so that neither is a second witness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from dateline.errors import DatelineError, SourceError
from dateline.model.judgement import Action, Decision
from dateline.model.reading import Reading
from dateline.record import Record, View
from dateline.record.exchange import Exchange, ReceivedObject
from dateline.record.exchange_writer import ExchangeWriter
from dateline.record.writer import Writer
from dateline.share.receive.checking import Before, Checked, Known, check
from dateline.share.receive.delivery import Delivery
from dateline.share.receive.parsing import Parsed, parse
from dateline.share.receive.retelling import retold
from dateline.share.release.ids import Ids
from dateline.share.release.material import RETOLD
from dateline.share.stix.constants import Object, extended
from dateline.share.stix.reading import read_back
from dateline.share.stix.versions import STIX

REFUSED = "delivery refused"


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a delivery: its receipt, how many objects were new, and ids of documents and objects.

    `documents` are new, `withdrawn` no longer count, `echoes` are objects that tell what we gave; `foreign` hold no
    object that could be read.
    """

    receipt: int
    new: int
    documents: tuple[str, ...]
    withdrawn: tuple[str, ...]
    echoes: tuple[str, ...]
    foreign: tuple[str, ...]


Also = Callable[[ExchangeWriter, Received], None]


def receive(
    record: Record,
    delivery: Delivery,
    partner: str,
    *,
    unsigned: bool = False,
    closed: bool = True,
    also: Also = lambda writer, done: None,
) -> Received:
    """Verify, check and keep a delivery; link it afterwards. Raises SourceError, UnknownItem; then nothing was kept.

    `unsigned` takes what bears no signature, `closed` False what points to objects that come later; `also` keeps more in
    the same transaction.
    """
    with record.view() as view:
        sender = view.exchange().partner(partner)
        before = what_came(view, partner)
    try:
        content = delivery.verified(sender, unsigned=unsigned).unpacked()
        parsed = parse(content, delivery.origin)
        checked = check(parsed.objects, delivery.origin, partner, before, closed=closed)
    except SourceError as problem:
        _note_refusal(record, delivery, partner, problem)
        raise
    with record.writer(f"partner:{partner}") as writer:
        done = _Keeping(writer, partner, _given_ids(record, partner)).keep(delivery, parsed, checked)
        also(writer.exchange(), done)
        return done


def what_came(view: View, partner: str, *, alone: bool = False) -> Before:
    """What came before, from everybody; `alone` from this partner only, so that it may be told what follows from it."""
    exchange = view.exchange()
    versions: dict[tuple[str, str], Known] = {}
    makers: dict[str, Known] = {}
    kept: set[tuple[str, str]] = set()
    for found in exchange.received_objects(partner if alone else None):
        known = Known(found.partner, found.body.get("created_by_ref"), found.digest)
        versions.setdefault((found.id, found.version), known)
        makers.setdefault(found.id, known)
        if found.partner == partner:
            kept.add((found.id, found.version))
    return Before(versions, makers, frozenset(kept), frozenset(exchange.newest_released(partner, STIX.name)))


def _given_ids(record: Record, partner: str) -> frozenset[str]:
    """The ids under which the partner knows our documents."""
    with record.view() as view:
        secret = view.exchange().secret()
        if secret is None:
            return frozenset()
        ids = Ids(secret, partner)
        return frozenset(ids.of("document", document.id) for document in view.documents())


def _note_refusal(record: Record, delivery: Delivery, partner: str, problem: DatelineError) -> None:
    told = {"sha256": sha256(delivery.content).hexdigest(), "bytes": len(delivery.content)}
    with record.writer(f"partner:{partner}") as writer:
        writer.exchange().note(REFUSED, partner, delivery.origin, str(problem), told)


@dataclass(slots=True)
class _Keeping:
    """One delivery on its way into the record."""

    writer: Writer
    partner: str
    given: frozenset[str]
    made: dict[str, list[str]] = field(default_factory=dict)
    retracted: set[str] = field(default_factory=set)
    documents: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    echoes: list[str] = field(default_factory=list)

    def keep(self, delivery: Delivery, parsed: Parsed, checked: Sequence[Checked]) -> Received:
        """Keep it all."""
        writer = self.writer.exchange()
        number = writer.keep_receipt(self.partner, delivery.origin, parsed.media, delivery.content)
        writer.keep_received(
            {
                "receipt": number,
                "partner": self.partner,
                "id": one.item["id"],
                "version": one.version,
                "digest": one.digest,
                "body": one.item,
            }
            for one in checked
        )
        self.retracted = set(self.writer.retracted())
        for known in writer.exchange.received_documents():
            self.made.setdefault(known.object, []).append(known.document)
        there = newest_objects(writer.exchange, self.partner)
        parts = _by_report(there.values())
        touched = [there[key] for key in _touched(one.item for one in checked) if key in there]
        for item in sorted(touched, key=_repeats_another):
            self._bring_up(item, parts.get(item["id"], ()), number)
        return Received(
            number,
            len(checked),
            tuple(self.documents),
            tuple(self.withdrawn),
            tuple(self.echoes),
            parsed.foreign,
        )

    def _bring_up(self, report: Object, parts: Sequence[Object], receipt: int) -> None:
        """Let the document of a report say what its newest version says."""
        current = self._current(report["id"])
        if report.get("revoked"):
            self._retract(current, f"withdrawn by {self.partner}")
            return
        for reading in read_back([report, *parts]).readings.values():
            if reading.document.id in self.given:
                self.echoes.append(report["id"])
            else:
                self._keep(report, reading, current, receipt)

    def _keep(self, report: Object, reading: Reading, current: str | None, receipt: int) -> None:
        of = str(report["id"])
        versions = self.made.setdefault(of, [])
        if current is not None and self.writer.has_reading(retold(reading, current, self.partner)):
            return
        key = f"{self.partner}-{of.partition('--')[2]}" + (f"-{len(versions) + 1}" if versions else "")
        made = retold(reading, key, self.partner)
        same = self.writer.exchange().same_article(made.document)
        copied = self._current(_origin(report)) if _repeats_another(report) else None
        self.writer.keep_document(made.document, same or copied, telling=made.reader != RETOLD)
        self.writer.keep_reading(made)
        self.writer.exchange().keep_origin(key, receipt, self.partner, of, same is not None)
        self.documents.append(key)
        versions.append(key)
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


def newest_objects(exchange: Exchange, partner: str) -> dict[str, Object]:
    """The newest version of each object of a partner, by id."""
    newest: dict[str, ReceivedObject] = {}
    for found in exchange.received_objects(partner):
        if found.id not in newest or _moment(found) > _moment(newest[found.id]):
            newest[found.id] = found
    return {key: found.body for key, found in newest.items()}


def _origin(report: Object) -> str:
    """The report whose text it repeats, as the partner says, or itself."""
    return str((extended(report, "report") or {}).get("origin_ref") or report["id"])


def _repeats_another(report: Object) -> bool:
    return _origin(report) != str(report["id"])


def _moment(found: ReceivedObject) -> datetime:
    return datetime.fromisoformat(found.version)


def _touched(items: Iterable[Object]) -> list[str]:
    """The reports that objects are, or belong to."""
    found = []
    for item in items:
        found += [item["id"]] if item["type"] == "report" else []
        found += [str(ref) for ref in (_report_ref(item),) if ref]
    return list(dict.fromkeys(found))


def _by_report(items: Iterable[Object]) -> dict[object, list[Object]]:
    found: dict[object, list[Object]] = defaultdict(list)
    for item in items:
        found[_report_ref(item)].append(item)
    return found


def _report_ref(item: Mapping[str, object]) -> object:
    for kind in ("claim", "tally", "responsibility"):
        said = extended(dict(item), kind)
        if said:
            return said.get("report_ref")
    return None

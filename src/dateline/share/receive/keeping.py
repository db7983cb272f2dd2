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
from hashlib import sha256

from dateline.errors import DatelineError, SourceError
from dateline.model.judgement import Action, Decision
from dateline.model.reading import Reading
from dateline.record import Record, View
from dateline.record.exchange_writer import ExchangeWriter
from dateline.record.references import all_references
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
    try:
        content = delivery.verified(sender, unsigned=unsigned).unpacked()
        parsed = parse(content, delivery.origin)
        with record.view() as view:
            before = what_came(view, partner, parsed.objects)
        checked = check(parsed.objects, delivery.origin, partner, before, closed=closed)
    except SourceError as problem:
        _note_refusal(record, delivery, partner, problem)
        raise
    with record.writer(f"partner:{partner}") as writer:
        done = _Keeping(writer, partner).keep(delivery, parsed, checked)
        also(writer.exchange(), done)
        return done


def what_came(view: View, partner: str, objects: Sequence[object], *, alone: bool = False) -> Before:
    """What came before of these objects and of those that they point to, from everybody.

    `alone` from this partner only, so that it may be told what follows from it.
    """
    exchange, keys = view.exchange(), _named(objects)
    versions: dict[tuple[str, str], Known] = {}
    makers: dict[str, Known] = {}
    kept: set[tuple[str, str]] = set()
    for found in exchange.known_versions(keys):
        if alone and found.partner != partner:
            continue
        known = Known(found.partner, found.creator, found.digest)
        versions.setdefault((found.id, found.version), known)
        makers.setdefault(found.id, known)
        if found.partner == partner:
            kept.add((found.id, found.version))
    return Before(versions, makers, frozenset(kept), exchange.ever_given(partner, STIX.name, keys))


def _named(objects: Sequence[object]) -> list[str]:
    """The ids of objects and of what they point to; what is no object is refused later."""
    dicts = [item for item in objects if isinstance(item, dict)]
    own = [item["id"] for item in dicts if isinstance(item.get("id"), str)]
    return list(dict.fromkeys((*own, *(ref for item in dicts for ref in all_references(item)))))


def _note_refusal(record: Record, delivery: Delivery, partner: str, problem: DatelineError) -> None:
    told = {"sha256": sha256(delivery.content).hexdigest(), "bytes": len(delivery.content)}
    with record.writer(f"partner:{partner}") as writer:
        writer.exchange().note(REFUSED, partner, delivery.origin, str(problem), told)


@dataclass(slots=True)
class _Keeping:
    """One delivery on its way into the record."""

    writer: Writer
    partner: str
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
        keys = _touched(one.item for one in checked)
        there = writer.exchange.newest_received(self.partner, keys)
        touched = [there[key] for key in keys if key in there]
        near = writer.exchange.referring(self.partner, keys)
        parts = _by_report(writer.exchange.newest_received(self.partner, near).values())
        self.retracted = set(self.writer.retracted()) if touched else set()
        for known in writer.exchange.made_of(
            [key for item in touched for key in (item["id"], _origin(item))]
        ):
            self.made.setdefault(known.object, []).append(known.document)
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
            if self._is_ours(reading.document.id):
                self.echoes.append(report["id"])
            else:
                self._keep(report, reading, current, receipt)

    def _is_ours(self, document: str) -> bool:
        """Whether a document's id is one under which the partner was given a report of ours."""
        exchange = self.writer.exchange().exchange
        secret = exchange.secret()
        if secret is None:
            return False
        report = f"report--{Ids(secret, self.partner).uuid('report', document)}"
        return bool(exchange.ever_given(self.partner, STIX.name, (report,)))

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


def _origin(report: Object) -> str:
    """The report whose text it repeats, as the partner says, or itself."""
    return str((extended(report, "report") or {}).get("origin_ref") or report["id"])


def _repeats_another(report: Object) -> bool:
    return _origin(report) != str(report["id"])


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

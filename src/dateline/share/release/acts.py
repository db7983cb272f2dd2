"""Acts of release: what a partner would get, giving it, taking it back, and what the partner confirmed.

A release is worked out from one state of the record and kept in one transaction, in which nothing of what it was worked
out from may have changed; else it is worked out again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from dateline.errors import Outdated, RecordError, UnknownItem
from dateline.model.incident import Incident
from dateline.model.incident_codec import incident_from_dict
from dateline.model.partner import Partner
from dateline.record import Record, View
from dateline.record.exchange import Exchange, Released
from dateline.record.exchange_log import Entry, Lines
from dateline.share.release.compute import ReleasedView, release_view
from dateline.share.release.explain import Fate, fates
from dateline.share.release.kinds import KINDS
from dateline.share.release.material import Material, gather
from dateline.share.release.offers import INCIDENTS, Maker, Version, added, after, is_withdrawn, versions

APPROVED, RETRACTED = "approved", "retracted"
ACKNOWLEDGED = "acknowledged"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a partner would see, the versions that a release would add, and how much of the record stays away."""

    view: ReleasedView
    versions: tuple[Version, ...]
    documents_withheld: int

    def changes(self, kind: str = INCIDENTS.name) -> Counter[str]:
        """How many objects of a kind are new, changed and withdrawn."""
        return Counter(v.change for v in self.versions if v.kind == kind)


@dataclass(frozen=True, slots=True)
class Act:
    """What an act of release does besides bringing the partner up to date.

    `seen` is the state of the record that whoever approves has looked at; None where nobody did.
    """

    action: str
    reason: str
    taken_back: tuple[str, ...] = ()
    given_again: tuple[str, ...] = ()
    seen: tuple[int, ...] | None = None

    def detail(self) -> dict[str, Any]:
        """What the record keeps of it."""
        return {"taken_back": list(self.taken_back), "given_again": list(self.given_again)}


def preview(record: Record, partner: str, moment: datetime) -> Preview:
    """What a partner would get now; nothing is kept but the record's secret, where it has none."""
    return look(record, partner, moment).preview


def look(record: Record, partner: str, moment: datetime) -> Explained:
    """The same with what becomes of each document, and why."""
    secret = record_secret(record)
    with record.view() as view:
        return explained(view, partner, secret, moment)


@dataclass(frozen=True, slots=True)
class Explained:
    """A preview with the reasons behind it; `state` is that of the record it was worked out from."""

    preview: Preview
    fates: tuple[Fate, ...]
    state: tuple[int, ...]


def explained(view: View, partner: str, secret: bytes, moment: datetime) -> Explained:
    """What a partner would get now, and what becomes of each document and why. Raises UnknownItem."""
    exchange = view.exchange()
    found, material = exchange.partner(partner), gather(view, secret)
    made = _previewed(view, found, material, moment)
    return Explained(made, fates(material, found, moment.astimezone(UTC).date()), exchange.state())


TRIES = 20
"""How often a release is computed anew because somebody else changed the record meanwhile."""


def approve(record: Record, partner: str, act: Act, author: str, moment: datetime) -> tuple[int, Preview]:
    """Give a partner what it may have now, or take back documents; the release's number and what it added.

    Raises UnknownItem for a partner or a document that isn't there, Outdated where the record is no longer what was seen.
    """
    secret = record_secret(record)
    for _ in range(TRIES):
        with record.view() as view:
            found = view.exchange().partner(partner)
            for key in (*act.taken_back, *act.given_again):
                view.document(key)
            made = _previewed(view, found, _after(gather(view, secret), partner, act), moment)
            state = view.exchange().state()
        if act.seen is not None and act.seen != state:
            raise Outdated(f"{partner}: the record changed since you looked; look again, and approve then")
        with record.writer(author) as writer:
            exchange = writer.exchange()
            if exchange.exchange.state() != state:
                continue
            number = exchange.keep_release(partner, act.action, act.reason, _detail(act, made))
            last = exchange.exchange.last_added(partner)
            given_at = after(moment, last)
            exchange.keep_released(_rows(number, partner, made.versions, given_at, last))
            return number, made
    raise RecordError(
        f"{partner}: the record changed {TRIES} times while the release was made; wait until no program is adding, and approve again"
    )


def given(exchange: Exchange, partner: str, kind: str) -> tuple[Released, ...]:
    """The objects of a kind that a partner has now, those withdrawn left out, in the order of their ids."""
    newest = exchange.newest_released(partner, kind)
    return tuple(newest[key] for key in sorted(newest) if not is_withdrawn(newest[key].body))


def given_incidents(exchange: Exchange, partner: str) -> list[Incident]:
    """The incidents that a partner has now, latest first, undated last. Raises UnknownItem for no partner."""
    exchange.partner(partner)
    found = [incident_from_dict(g.body["incident"]) for g in given(exchange, partner, INCIDENTS.name)]
    return sorted(found, key=lambda i: i.when.start.toordinal() if i.when else 0, reverse=True)


def acknowledge(record: Record, partner: str, number: int, author: str, reason: str) -> None:
    """Keep that a partner confirmed a release. Raises UnknownItem where it got no such release."""
    with record.writer(author) as writer:
        exchange = writer.exchange()
        if number not in {r.number for r in exchange.exchange.releases(partner)}:
            raise UnknownItem(
                f"{number}: {partner} got no release of this number; `dateline release log` lists them"
            )
        exchange.note(ACKNOWLEDGED, partner, str(number), reason)


def acknowledged(exchange: Exchange, partner: str) -> frozenset[int]:
    """The releases that a partner confirmed."""
    return frozenset(acknowledgements(exchange, partner))


def acknowledgements(exchange: Exchange, partner: str) -> dict[int, Entry]:
    """The line of the log by which each release that a partner confirmed was confirmed first."""
    lines = exchange.log(Lines(partner, ACKNOWLEDGED, newest_first=True))
    return {int(entry.item): entry for entry in lines}


def record_secret(record: Record) -> bytes:
    """The record's secret, made where it has none yet."""
    with record.view() as view:
        found = view.exchange().secret()
    if found is not None:
        return found
    with record.writer() as writer:
        return writer.exchange().secret()


def _previewed(view: View, partner: Partner, material: Material, moment: datetime) -> Preview:
    exchange = view.exchange()
    moment = after(moment, exchange.last_added(partner.id))
    there = {kind.name: exchange.newest_released(partner.id, kind.name) for kind in KINDS}
    before = _memberships(there[INCIDENTS.name])
    seen = release_view(material, partner, moment.astimezone(UTC).date(), before)
    maker = Maker(material.secret, exchange.organisation(), exchange.replies(partner.id))
    made = tuple(
        version
        for kind in KINDS
        for version in versions(kind, kind.offered(seen, maker), there[kind.name], moment)
    )
    return Preview(seen, made, len(material.readings) - len(seen.readings))


def _memberships(released: Mapping[str, Released]) -> dict[tuple[str, str], str]:
    return {
        (report["document"], report["event"]): key
        for key, found in released.items()
        if not is_withdrawn(found.body)
        for report in found.body["incident"]["reports"]
    }


def _after(material: Material, partner: str, act: Act) -> Material:
    """The material as it is once the act is done."""
    away = (material.taken_back.get(partner, frozenset()) | set(act.taken_back)) - set(act.given_again)
    return replace(material, taken_back={**material.taken_back, partner: frozenset(away)})


def _detail(act: Act, made: Preview) -> dict[str, Any]:
    return {**act.detail(), "objects": {k.name: dict(made.changes(k.name)) for k in KINDS}}


def _rows(
    number: int, partner: str, made: Sequence[Version], moment: datetime, last: str | None
) -> list[dict[str, Any]]:
    moments = added(moment, last)
    return [
        {
            "release": number,
            "partner": partner,
            "kind": version.kind,
            "id": version.id,
            "version": version.version,
            "added": next(moments),
            "body": version.body,
        }
        for version in made
    ]

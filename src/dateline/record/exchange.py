"""The asking side of sharing: partners, markings, consents, what was released to whom, and what came from whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from dateline.errors import UnknownItem
from dateline.model.marking import Marked, Target, Tlp
from dateline.model.marking_codec import marking_from_dict
from dateline.model.partner import Partner, PartnerChange
from dateline.model.reply import Opinion, Reply
from dateline.record.exchange_log import EVERY_LINE, Entry, Lines, broken, entries
from dateline.record.exchange_tables import (
    ACTS,
    consents,
    exchange_log,
    markings,
    partner_changes,
    release_secrets,
    released_objects,
    releases,
)
from dateline.record.given import Given, Wanted, given_page, is_given
from dateline.record.incoming import Incoming, in_order
from dateline.record.schema import judgements, readings
from dateline.record.statements import batches

ORIGINATOR_LEAVES_IT_TO_US = "*"
"""The recipient of a consent that holds for every partner."""


US = "us"
"""The partner that stands for those who keep the record; nothing is released to it."""


REPLIED = "replied"
"""The action of a line of the log that is said to a partner."""


READ, PUSHED, PULLED = "read", "pushed", "pulled"
"""Actions of lines that tell of a partner's visits, and of ours to it; no release follows from them."""


@dataclass(frozen=True, slots=True)
class Release:
    """An act of release to a partner: `action` is "approved" or "retracted"."""

    number: int
    at: datetime
    author: str
    partner: str
    action: str
    reason: str
    detail: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Released:
    """One version of one object that a partner was given; `added` is when, unique and ascending for the partner."""

    number: int
    release: int
    kind: str
    id: str
    version: str
    added: str
    body: Any


class Exchange(Incoming):
    """Questions about sharing to one state of a record."""

    def partner_changes(self) -> Iterator[PartnerChange]:
        """All that was done to partners, oldest first."""
        for row in self._connection.execute(select(partner_changes).order_by(partner_changes.c.number)):
            yield PartnerChange(
                row.number,
                datetime.fromisoformat(row.at),
                row.author,
                _partner(row),
                row.removed,
                row.reason,
            )

    def partners(self) -> tuple[Partner, ...]:
        """The partners there are, by id."""
        newest = {change.partner.id: change for change in self.partner_changes()}
        return tuple(newest[key].partner for key in sorted(newest) if not newest[key].removed)

    def partner(self, key: str) -> Partner:
        """One partner. Raises UnknownItem."""
        found = next((p for p in self.partners() if p.id == key), None)
        if found is None:
            raise UnknownItem(f"{key}: no partner has this id; `dateline partner list` shows them all")
        return found

    def organisation(self) -> str:
        """The name under which this record's objects are made: the first that was given to the partner "us".

        A later name doesn't count, as only the one who made an object may change it.
        """
        names = (change.partner.name for change in self.partner_changes() if change.partner.id == US)
        return next(names, "an organisation that keeps a Dateline record")

    def markings(self) -> tuple[Marked, ...]:
        """Every marking as it was made, oldest first."""
        found = self._connection.execute(select(markings).order_by(markings.c.number))
        return tuple(
            Marked(
                row.number,
                datetime.fromisoformat(row.at),
                row.author,
                Target(row.document, row.claim, row.start, row.end, row.field, row.judgement),
                marking_from_dict(row.body),
                row.reason,
            )
            for row in found
        )

    def consents(self) -> frozenset[tuple[str, str]]:
        """Pairs of an originator and a recipient who may have what came from it."""
        newest = {
            (row.originator, row.recipient): row.given
            for row in self._connection.execute(select(consents).order_by(consents.c.number))
        }
        return frozenset(pair for pair, given in newest.items() if given)

    def secret(self) -> bytes | None:
        """The record's own secret, from which ids for partners are made; None before the first release."""
        query = select(release_secrets.c.secret).order_by(release_secrets.c.number).limit(1)
        return self._connection.execute(query).scalar()

    def releases(self, partner: str | None = None) -> tuple[Release, ...]:
        """All acts of release, or those to one partner, oldest first."""
        query = select(releases).order_by(releases.c.number)
        if partner is not None:
            query = query.where(releases.c.partner == partner)
        return tuple(
            Release(r.number, datetime.fromisoformat(r.at), r.author, r.partner, r.action, r.reason, r.detail)
            for r in self._connection.execute(query)
        )

    def released(self, partner: str, kind: str) -> Iterator[Released]:
        """Every version of every object of a kind that a partner was given, in the order of `added`."""
        c = released_objects.c
        query = select(released_objects).where(c.partner == partner, c.kind == kind).order_by(c.number)
        for row in self._connection.execute(query):
            yield _released(row)

    def released_in(self, release: int, kind: str) -> tuple[Released, ...]:
        """The versions of a kind that one release gave."""
        c = released_objects.c
        query = select(released_objects).where(c.release == release, c.kind == kind).order_by(c.number)
        return tuple(map(_released, self._connection.execute(query)))

    def versions_given(self, partner: str, kind: str, key: str) -> tuple[Released, ...]:
        """Every version of one object that a partner was given, in the order of `added`."""
        c = released_objects.c
        query = select(released_objects).where(c.partner == partner, c.kind == kind, c.id == key)
        return tuple(map(_released, self._connection.execute(query.order_by(c.added))))

    def newest_released(self, partner: str, kind: str) -> dict[str, Released]:
        """The newest version of each object of a kind that a partner was given, by id."""
        return {found.id: found for found in self.released(partner, kind)}

    def ever_given(self, partner: str, kind: str, keys: Collection[str]) -> frozenset[str]:
        """Those of some objects that a partner was ever given."""
        c, found = released_objects.c, set[str]()
        for some in batches(keys):
            query = select(c.id).where(c.partner == partner, c.kind == kind, c.id.in_(some))
            found.update(self._connection.execute(query.distinct()).scalars())
        return frozenset(found)

    def newest_given(self, partner: str, kind: str, keys: Collection[str]) -> dict[str, Any]:
        """The newest version of each of some objects that a partner was given, by id."""
        c, found = released_objects.c, dict[str, Any]()
        for some in batches(keys):
            query = select(c.number, c.id, c.body).where(c.partner == partner, c.kind == kind, c.id.in_(some))
            found |= {row.id: row.body for row in in_order(self._connection.execute(query))}
        return found

    def given_page(self, partner: str, kind: str, wanted: Wanted) -> tuple[tuple[Given, ...], bool]:
        """What a partner has now, in the order in which it was added, and whether there is more after it."""
        return given_page(self._connection, partner, kind, wanted)

    def is_given(self, partner: str, kind: str, key: str) -> bool:
        """Whether a partner has any version of an object."""
        return is_given(self._connection, partner, kind, key)

    def noted(self, partner: str, action: str, item: str) -> Mapping[str, Any] | None:
        """The detail of the newest line of an action about an item; None where there is none."""
        c = exchange_log.c
        query = select(c.detail).where(c.partner == partner, c.action == action, c.item == item)
        found: Mapping[str, Any] | None = self._connection.execute(
            query.order_by(c.number.desc()).limit(1)
        ).scalar()
        return found

    def last_added(self, partner: str) -> str | None:
        """When the last object was given to a partner."""
        query = select(func.max(released_objects.c.added)).where(released_objects.c.partner == partner)
        return self._connection.execute(query).scalar()

    def state(self) -> tuple[int, ...]:
        """Numbers that change whenever anything that a release is worked out from does."""
        queries = (select(func.max(readings.c.number)), select(func.max(judgements.c.number)))
        return (self.newest_act(), *(self._connection.execute(query).scalar() or 0 for query in queries))

    def newest_act(self) -> int:
        """The number of the log's last line but those of visits."""
        query = select(exchange_log.c.number).where(ACTS).order_by(exchange_log.c.number.desc()).limit(1)
        return self._connection.execute(query).scalar() or 0

    def replies(self, partner: str) -> tuple[Reply, ...]:
        """What was said to a partner about its objects, oldest first."""
        return tuple(
            Reply(
                entry.number,
                partner,
                entry.item,
                Opinion(entry.detail["opinion"]) if entry.detail["opinion"] else None,
                entry.detail["text"],
            )
            for entry in self.log(Lines(partner, REPLIED))
        )

    def log(self, wanted: Lines = EVERY_LINE) -> Iterator[Entry]:
        """Lines of the log, oldest first unless it is asked for otherwise."""
        return entries(self._connection, wanted)

    def count_log(self, partner: str | None = None) -> int:
        """How many lines the log has, or has about a partner."""
        query = select(func.count()).select_from(exchange_log)
        query = query if partner is None else query.where(exchange_log.c.partner == partner)
        return self._connection.execute(query).scalar() or 0

    def broken_at(self) -> int | None:
        """The first line of the log that doesn't follow from the one before it."""
        return broken(self._connection)


def _partner(row: Any) -> Partner:
    body = row.body
    return Partner(
        row.partner, body["name"], Tlp(body["clearance"]), tuple(body["keys"]), body.get("credential")
    )


def _released(row: Any) -> Released:
    return Released(row.number, row.release, row.kind, row.id, row.version, row.added, row.body)

"""What a partner is given of a view, as objects with ids: offered in one release, compared with those of the last.

A kind is a name and a function from a view to objects; a version is kept of an object when its content changes, and
a last one when it is withdrawn. Nothing in an object may depend on when or how often something else was done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from dateline.model.incident_codec import incident_to_dict
from dateline.model.marking_codec import handling_to_dict
from dateline.model.reply import Reply
from dateline.record.exchange import Released
from dateline.share.release.compute import ReleasedView

Body = dict[str, Any]
WITHDRAWN: Body = {"withdrawn": True}


@dataclass(frozen=True, slots=True)
class Maker:
    """Who makes objects: the record's secret, the name of the organisation that keeps the record, what it replies."""

    secret: bytes
    organisation: str
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of object: how a view is offered as such, how a version is dated, and how one is withdrawn.

    `dated` takes the content, the moment of its first version and that of this one; `plain` gives back the content;
    `withdrawn` gives the last version, or None for what is never withdrawn.
    """

    name: str
    offered: Callable[[ReleasedView, Maker], Mapping[str, Body]]
    dated: Callable[[Body, str, str], Body]
    plain: Callable[[Body], Body]
    withdrawn: Callable[[Body, str], Body | None]


@dataclass(frozen=True, slots=True)
class Version:
    """A version that is to be kept; `change` is "new", "changed" or "withdrawn"."""

    kind: str
    id: str
    version: str
    body: Body
    change: str


def versions(
    kind: Kind, offered: Mapping[str, Body], there: Mapping[str, Released], moment: datetime
) -> Iterator[Version]:
    """The versions that follow on what a partner has, in the order of the offer, the withdrawn last."""
    now = stamp(moment)
    for key, content in offered.items():
        kept = there.get(key)
        if kept is None:
            body = kind.dated(content, now, now)
            yield Version(kind.name, key, body.get("modified", now), body, "new")
        elif is_withdrawn(kept.body) or kind.plain(kept.body) != content:
            created = kept.body.get("created", now)
            yield Version(kind.name, key, now, kind.dated(content, created, now), "changed")
    for key in sorted(there.keys() - offered.keys()):
        last = None if is_withdrawn(there[key].body) else kind.withdrawn(there[key].body, now)
        if last is not None:
            yield Version(kind.name, key, now, last, "withdrawn")


def is_withdrawn(body: Body) -> bool:
    """Whether a version says that the object is no longer given."""
    return bool(body.get("withdrawn") or body.get("revoked"))


def stamp(moment: datetime) -> str:
    """A moment as STIX writes it: UTC with milliseconds and Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}Z"


def after(moment: datetime, last: str | None) -> datetime:
    """The moment, or one a millisecond after `last` where it isn't later: versions of one object never share a moment."""
    if last is None:
        return moment
    earliest = datetime.fromisoformat(last) + timedelta(milliseconds=1)
    return max(moment, earliest)


def added(moment: datetime, last: str | None) -> Iterator[str]:
    """Moments with microseconds and Z, strictly ascending from a moment on, each later than `last`."""
    start = moment.astimezone(UTC)
    if last is not None:
        start = max(start, datetime.fromisoformat(last) + timedelta(microseconds=1))
    while True:
        yield start.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        start += timedelta(microseconds=1)


def _incidents(view: ReleasedView, maker: Maker) -> dict[str, Body]:
    return {
        i.id: {"incident": incident_to_dict(i), "handling": handling_to_dict(view.handling(i))}
        for i in view.incidents
    }


INCIDENTS = Kind(
    "incident", _incidents, lambda body, _, __: body, lambda body: body, lambda body, now: WITHDRAWN
)

"""A partner's objects -> those that are new, or the reason to refuse the whole delivery.

One bad object refuses all: half of a delivery could say something that its sender never said. What came before stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from dateline.errors import MalformedSource, RefusedSource
from dateline.record.references import IDENTIFIER, all_references
from dateline.share.stix.constants import CANONICAL, LABELS, Object, extended

UNDATED = frozenset({"marking-definition"})
_HOLDS = ("object_refs", "created_by_ref")


@dataclass(frozen=True, slots=True)
class Known:
    """A version that came before: who sent it, who made it, and the digest of its content."""

    partner: str
    creator: str | None
    digest: str


@dataclass(frozen=True, slots=True)
class Before:
    """What came before: `versions` by id and version, who first sent each object, and which versions this sender sent.

    `ours` are ids that we gave to the sender.
    """

    versions: Mapping[tuple[str, str], Known]
    makers: Mapping[str, Known]
    kept: frozenset[tuple[str, str]]
    ours: frozenset[str]


@dataclass(frozen=True, slots=True)
class Checked:
    """An object that may be kept: its version and the digest of its content."""

    item: Object
    version: str
    digest: str

    def row(self, receipt: int, sender: str) -> dict[str, Any]:
        """As the record keeps it."""
        told = {"receipt": receipt, "partner": sender, "id": self.item["id"], "version": self.version}
        return {**told, "digest": self.digest, "body": self.item}


def check(
    objects: Sequence[Any], origin: str, partner: str, before: Before, *, closed: bool = True
) -> tuple[Checked, ...]:
    """The objects that are new, in their order. Raises MalformedSource, RefusedSource, naming the object.

    `closed` asks that every reference leads to an object that came, now or before, or that we gave.
    """
    found: dict[tuple[str, str], Checked] = {}
    for item in objects:
        one = _one(item, origin)
        key = (one.item["id"], one.version)
        if key in found and found[key].digest != one.digest:
            raise _refused(origin, one, "comes twice in one version with different content")
        _check_maker(one, origin, partner, before)
        found[key] = one
    items = [one.item for one in found.values()]
    _check_cycles(items, origin)
    if closed:
        _check_closed(items, origin, before)
    return tuple(one for key, one in found.items() if key not in before.kept)


def content_digest(item: Object) -> str:
    """SHA-256 of an object's content, however its JSON is spaced."""
    return sha256(json.dumps(item, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _one(item: Any, origin: str) -> Checked:
    """An object with its version. Raises MalformedSource for what is none."""
    key = item.get("id") if isinstance(item, dict) else None
    matched = IDENTIFIER.fullmatch(key) if isinstance(key, str) else None
    if matched is None or item.get("type") != matched[1]:
        raise MalformedSource(
            origin, f"{str(key)[:80]!r} is no id of an object of its type", "see STIX 2.1, 2.9"
        )
    if item.get("spec_version") != "2.1":
        raise MalformedSource(origin, f"{key} is not of STIX 2.1", "ask the partner for version 2.1")
    dates = [
        item.get(name) for name in ("created", "modified") if matched[1] not in UNDATED or name == "created"
    ]
    if not all(isinstance(told, str) and _is_moment(told) for told in dates):
        raise MalformedSource(origin, f"{key} has no moment of its version", "see STIX 2.1, 3.2")
    return Checked(item, str(dates[-1]), content_digest(item))


def _is_moment(told: str) -> bool:
    try:
        return told.endswith("Z") and datetime.fromisoformat(told) is not None
    except ValueError:
        return False


def _check_maker(one: Checked, origin: str, partner: str, before: Before) -> None:
    """Only who made an object may change or revoke it, and one version has one content (STIX 2.1, section 3.6)."""
    key, creator = one.item["id"], one.item.get("created_by_ref")
    if key in CANONICAL or key in LABELS:
        return
    if key in before.ours and one.item["type"] not in ("identity", "location", "marking-definition"):
        raise _refused(origin, one, "is ours, which nobody else may change or revoke")
    same = before.versions.get((key, one.version))
    if same is not None and same.digest != one.digest:
        raise _refused(origin, one, "came before in the same version with different content")
    maker = before.makers.get(key)
    if (
        maker is not None
        and maker.digest != one.digest
        and (maker.creator, maker.partner) != (creator, partner)
    ):
        what = "revoked" if one.item.get("revoked") else "changed"
        raise _refused(origin, one, f"was made by another, {maker.partner}, and may not be {what}")


def _check_cycles(items: Iterable[Object], origin: str) -> None:
    """No object holds itself, through others or by its origin."""
    edges = {item["id"]: list(_held(item)) for item in items}
    done: set[str] = set()
    for start in edges:
        path: list[tuple[str, Iterator[str]]] = [(start, iter(edges[start]))] if start not in done else []
        on_path = {start}
        while path:
            here, rest = path[-1]
            following = next((ref for ref in rest if ref in edges and ref not in done), None)
            if following is None:
                done.add(here)
                on_path.discard(here)
                path.pop()
            elif following in on_path:
                raise RefusedSource(origin, f"{following} holds itself through others", "nothing was kept")
            else:
                on_path.add(following)
                path.append((following, iter(edges[following])))


def _held(item: Object) -> Iterator[str]:
    for name in _HOLDS:
        said = item.get(name, [])
        refs = (ref for ref in (said if isinstance(said, list) else [said]) if isinstance(ref, str))
        # An identity that made itself is common, and no cycle: STIX 2.1 lets created_by_ref point to any identity.
        yield from (ref for ref in refs if name != "created_by_ref" or ref != item["id"])
    source = (extended(item, "report") or {}).get("origin_ref")
    if isinstance(source, str) and source != item["id"]:
        yield source


def _check_closed(items: Sequence[Object], origin: str, before: Before) -> None:
    there = {item["id"] for item in items} | before.makers.keys() | before.ours | CANONICAL | LABELS.keys()
    for item in items:
        lost = next((ref for ref in all_references(item) if ref not in there), None)
        if lost is not None:
            raise RefusedSource(
                origin, f"{item['id']} points to {lost}, which didn't come", "ask the partner for the whole"
            )


def _refused(origin: str, one: Checked, why: str) -> RefusedSource:
    return RefusedSource(origin, f"{one.item['id']} {why}", "nothing was kept; ask the partner")

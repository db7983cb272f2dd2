"""STIX objects without versions <-> versions of a release.

`created` is the moment of the first release of the object, `modified` that of the version: both say when something was
given, never when something was known. Objects whose id follows from their content have fixed ones. Where a report's day of
publication isn't said, STIX's required `published` is the moment of its first release, and our extension says so.
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.share.release.compute import ReleasedView
from dateline.share.release.offers import Kind, Maker
from dateline.share.stix.constants import CANONICAL, FIXED, LABELS, Object
from dateline.share.stix.export import stix_objects

_NAMES = ("name", "content")
_KEPT = "type spec_version id created_by_ref created published relationship_type source_ref sighting_of_ref".split()
"""What a revoked object keeps, as STIX requires it."""


def dated(content: Object, created: str, modified: str) -> Object:
    """A version of an object."""
    if is_fixed(content):
        return content
    dates = {"created": created, "modified": modified}
    if content["type"] == "report" and "published" not in content:
        dates["published"] = created
    return {**content, **dates}


def plain(body: Object) -> Object:
    """The content of a version, as `stix_objects` makes it."""
    if is_fixed(body):
        return body
    left = {"created", "modified"}
    if body["type"] == "report" and _document(body).get("published") is None:
        left.add("published")
    return {key: value for key, value in body.items() if key not in left}


def withdrawn(body: Object, now: str) -> Object | None:
    """The version by which its creator revokes an object (STIX 2.1, section 3.6), without what it said.

    What follows from its content alone is nobody's to revoke: it is no longer given, and its version isn't STIX. The
    objects of standards and of this profile stay (None), as others may point to them.
    """
    if body["id"] in CANONICAL:
        return None
    if is_fixed(body):
        return {**body, "withdrawn": True}
    creator = body["created_by_ref"]
    kept = {key: body[key] for key in _KEPT if key in body}
    refs = {
        "opinion": "neutral",
        "object_refs": [creator],
        "target_ref": creator,
        **dict.fromkeys(_NAMES, "withdrawn"),
    }
    empty = {key: refs[key] for key in refs if key in body}
    labels = [ref for ref in body.get("object_marking_refs", ()) if ref in LABELS]
    marked = {"object_marking_refs": labels} if labels else {}
    return {**kept, **empty, **marked, "modified": now, "revoked": True}


def is_fixed(body: Object) -> bool:
    """Whether an object's id follows from its content."""
    return body["type"] == "marking-definition" or body.get("created") == FIXED


def _offered(view: ReleasedView, maker: Maker) -> Mapping[str, Object]:
    return stix_objects(view, maker.secret, maker.organisation, maker.replies)


def _document(body: Object) -> Object:
    for said in body.get("extensions", {}).values():
        if isinstance(said, dict) and isinstance(said.get("document"), dict):
            return dict(said["document"])
    return {}


STIX = Kind("stix", _offered, dated, plain, withdrawn)

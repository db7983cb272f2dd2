"""Objects whose id follows from their content: identities, locations, caveats.

Their id is a UUID of version 5 over the content as JSON, so that one id never has two contents, whoever releases it when;
each is said to have been made at the same moment. Nothing in them is a secret's: they say no more than the values shown.
"""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid5

from dateline.model.reading import Argument, Place
from dateline.model.vocabulary import PlacePrecision
from dateline.resolve.profile import RADIUS
from dateline.share.stix.constants import FIXED, HOUSE, Object, extension


def by_content(kind: str, **values: Any) -> Object:
    """The object of a type with these values; values that are None are left out."""
    said = {key: value for key, value in values.items() if value is not None}
    told = json.dumps({"type": kind, **said}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    dates = {"created": FIXED} if kind == "marking-definition" else {"created": FIXED, "modified": FIXED}
    return {"type": kind, "spec_version": "2.1", "id": f"{kind}--{uuid5(HOUSE, told)}", **dates, **said}


def outlet(name: str, described: bool) -> Object:
    """An outlet, or the words in place of one."""
    return by_content(
        "identity",
        name=name or "a source that gives no name",
        identity_class="unspecified" if described or not name else "organization",
    )


def party(argument: Argument) -> Object:
    """An actor, recipient or speaker by the name shown; what the registry knows is an organisation."""
    return by_content(
        "identity",
        name=argument.name or "somebody",
        identity_class="organization" if argument.ref else "unspecified",
        extensions=extension("party", ref=argument.ref) if argument.ref else None,
    )


def location(place: Place) -> Object | None:
    """A place with its point and how closely that is known; None where neither point nor country is known."""
    if place.country is None and (place.lat is None or place.lon is None):
        return None
    point = place.lat is not None and place.lon is not None
    return by_content(
        "location",
        name=place.name or None,
        country=place.country,
        latitude=place.lat if point else None,
        longitude=place.lon if point else None,
        precision=RADIUS[place.precision] * 1000 if point and place.precision in _KNOWN else None,
    )


_KNOWN = frozenset(PlacePrecision) - {PlacePrecision.UNKNOWN}

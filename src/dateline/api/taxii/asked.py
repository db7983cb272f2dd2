"""The filters and the paging of a request -> which versions are wanted (TAXII 2.1, sections 3.4 and 3.5).

`next` is the date added of the last object of the page before, which the partner saw in a header: it says nothing else, and
the request is authorised anew. All filters have to hold; within one, the values between commas are alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.api.taxii.problems import TaxiiProblem
from dateline.record.given import ALL, FIRST, LAST, Wanted

MOST = 1_000
"""Objects that a page has; a larger `limit` gets this many (section 3.4 lets a server decide)."""

MATCHES = ("id", "type", "version", "spec_version")
SPEC_VERSION = "2.1"
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z")
_MATCH = re.compile(r"match\[(.*)\]")


def wanted(parameters: Mapping[str, str], one: str = "", version: str = LAST) -> Wanted | None:
    """What is asked for, of the object `one` where there is one; None where nothing can match.

    `version` is meant where none is asked for. Raises TaxiiProblem, 400, naming what is malformed.
    """
    for name in parameters:
        matched = _MATCH.fullmatch(name)
        if matched and matched[1] not in MATCHES:
            raise TaxiiProblem(400, f"match[{matched[1][:40]}] is not known; match by {', '.join(MATCHES)}")
    ids = _values(parameters, "id")
    if SPEC_VERSION not in (_values(parameters, "spec_version") or (SPEC_VERSION,)):
        return None
    if one:
        if ids and one not in ids:
            return None
        ids = (one,)
    return Wanted(
        after=max(_moment(parameters, "added_after"), _moment(parameters, "next")),
        ids=ids,
        types=_values(parameters, "type"),
        versions=tuple(_version(told) for told in _values(parameters, "version")) or (version,),
        limit=_limit(parameters),
    )


def _values(parameters: Mapping[str, str], name: str) -> tuple[str, ...]:
    told = parameters.get(f"match[{name}]")
    if told is None:
        return ()
    values = tuple(value.strip() for value in told.split(","))
    if not all(values) or "\x00" in told:
        raise TaxiiProblem(400, f"match[{name}] has an empty value; separate values with one comma")
    return values


def _limit(parameters: Mapping[str, str]) -> int:
    told = parameters.get("limit")
    if told is None:
        return MOST
    if not re.fullmatch(r"[0-9]{1,18}", told) or int(told) == 0:
        raise TaxiiProblem(400, "limit is a whole number above zero")
    return min(int(told), MOST)


def _moment(parameters: Mapping[str, str], name: str) -> str:
    """A date with microseconds and Z, as dates added are written; "" where there is none."""
    told = parameters.get(name)
    if told is None:
        return ""
    matched = _MOMENT.fullmatch(told)
    if matched is None:
        meant = "a time like 2026-03-01T09:00:00.000000Z" if name == "added_after" else "the `next` of a page"
        raise TaxiiProblem(400, f"{name} is {meant}")
    return f"{matched[1]}.{(matched[2] or '')[:6]:0<6}Z"


def _version(told: str) -> str:
    """A version as objects have it, with milliseconds; or first, last, all."""
    if told in (FIRST, LAST, ALL):
        return told
    matched = _MOMENT.fullmatch(told)
    if matched is None:
        raise TaxiiProblem(400, "match[version] is first, last, all, or a time like 2026-03-01T09:00:00.000Z")
    digits = (matched[2] or "").rstrip("0")
    return f"{matched[1]}.{digits:0<3}Z"

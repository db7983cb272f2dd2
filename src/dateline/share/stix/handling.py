"""How a thing is to be handled -> one TLP label and, beside it, the caveats that TLP doesn't know.

A caveat is said twice: as a statement for people and programs that know no more (STIX 2.1 section 7.2.1.3), and in our
extension for programs that enforce it. Who else has the thing is never said.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline.model.marking import Handling, Tlp
from dateline.share.stix.constants import LABELS, TLP_IDS, Object, extended, extension, tlp_object
from dateline.share.stix.content import by_content


def marking_objects(handling: Handling) -> tuple[Object, ...]:
    """The label's canonical object, a statement and our caveat."""
    return (tlp_object(handling.tlp), _statement(handling), _caveat(handling))


def marking_refs(handling: Handling) -> list[str]:
    """The ids of `marking_objects`."""
    return [item["id"] for item in marking_objects(handling)]


def handling_of(item: Object, known: dict[str, Object]) -> Handling | None:
    """What an object's markings come to; None where none of them is a label. `known` holds marking objects by id.

    Where there is no caveat of ours, the thing is not to be passed on.
    """
    refs = [ref for ref in item.get("object_marking_refs") or () if isinstance(ref, str)]
    label = strictest(LABELS[ref] for ref in refs if ref in LABELS)
    if label is None:
        return None
    caveats = [found for ref in refs if (found := extended(known.get(ref, {}), "caveat"))]
    ends = [date.fromisoformat(c["expires"]) for c in caveats if isinstance(c.get("expires"), str)]
    onward = bool(caveats) and all(c.get("onward") is True for c in caveats)
    return Handling(label, onward, min(ends, default=None))


def strictest(labels: Iterable[Tlp]) -> Tlp | None:
    """The strictest of several labels."""
    return max(labels, key=lambda label: label.rank, default=None)


def _statement(handling: Handling) -> Object:
    told = [
        "May be passed on within its label."
        if handling.onward
        else "Not to be passed on without the originator's consent."
    ]
    if handling.expires:
        told.append(f"Not to be released after {handling.expires.isoformat()}.")
    return by_content(
        "marking-definition", definition_type="statement", definition={"statement": " ".join(told)}
    )


def _caveat(handling: Handling) -> Object:
    expires = handling.expires.isoformat() if handling.expires else None
    return by_content(
        "marking-definition",
        name="caveat",
        extensions=extension("caveat", onward=handling.onward, expires=expires),
    )


__all__ = ["TLP_IDS", "handling_of", "marking_objects", "marking_refs", "strictest"]

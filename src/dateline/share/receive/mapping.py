"""What became of each object of a delivery: the document that was made of it or that it belongs to, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.record.exchange import Exchange
from dateline.record.incoming import HELD
from dateline.share.receive.foreign import stix
from dateline.share.stix.constants import Object, extended

REFERENCE = frozenset(
    {"identity", "location", "marking-definition", "extension-definition", "relationship", "campaign"}
)
PARTS = {"claim": "claim", "tally": "claimed total", "responsibility": "who is held responsible"}


@dataclass(frozen=True, slots=True)
class Mapped:
    """One object: its name for people, what it became in words, and the document that holds it, or None."""

    id: str
    type: str
    version: str
    name: str
    became: str
    document: str | None = None


def mapped(exchange: Exchange, receipt: int) -> Iterator[Mapped]:
    """Each object that was new in a receipt, in its order."""
    found = list(exchange.received_objects(receipt=receipt))
    wanted = {ref for one in found for ref in (one.id, _report(one.body)) if ref}
    made = {one.object: one.document for one in exchange.made_of(wanted)}
    for one in found:
        if one.partner.startswith(HELD):
            became, document = "held: it meets an object that another partner sent", None
        else:
            became, document = _became(one.body, made)
        yield Mapped(one.id, str(one.body["type"]), one.version, _name(one.body), became, document)


def _became(item: Object, made: Mapping[str, str]) -> tuple[str, str | None]:
    kind = str(item["type"])
    if item.get("revoked"):
        return "withdrawal", made.get(item["id"])
    if item["id"] in made:
        return "document", made[item["id"]]
    part = next((words for name, words in PARTS.items() if extended(item, name)), None)
    if part:
        document = made.get(_report(item) or "")
        return (part if document else f"{part}, without a document"), document
    if kind == "opinion" or extended(item, "question"):
        return "opinion" if kind == "opinion" else "question", None
    if item.get("relationship_type") == "duplicate-of":
        return "says that an incident of yours is its own", None
    if kind in REFERENCE:
        return "kept for what points to it", None
    if kind == "report" and not stix.is_foreign(item):
        return "echo of what you gave, or waits for its claims", None
    if stix.is_foreign(item):
        told = (
            "kept; what it tells is told by its report"
            if kind in stix.HEADS
            else "kept; no claim is made of it"
        )
        return told, None
    known = any(extended(item, name) for name in ("incident", "party", "caveat"))
    return ("kept; its values come with its reports" if known else "kept; no claim is made of it"), None


def _report(item: Object) -> str | None:
    said: Any = next((found for name in PARTS if (found := extended(item, name))), None)
    return str(said["report_ref"]) if said and said.get("report_ref") else None


def _name(item: Object) -> str:
    for key in ("name", "abstract", "explanation", "description", "content", "relationship_type"):
        if item.get(key):
            return str(item[key])[:300]
    return ""

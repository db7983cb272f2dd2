"""A partner's envelope -> the record, and a status that stays (TAXII 2.1, sections 4.3 and 5.5).

A delivery is kept as a whole or not at all. What a partner is told follows from what it sent and was given alone: where an
object meets one that somebody else sent, its bytes are kept for a person to look at, the log says why nothing was made of
them, and the partner is told what it would be told otherwise: that they came.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from dateline.api.taxii.problems import TaxiiProblem, nothing_here
from dateline.errors import SourceError
from dateline.record import Record
from dateline.record.exchange import PUSHED
from dateline.record.exchange_writer import ExchangeWriter
from dateline.record.incoming import HELD
from dateline.share.receive import Delivery, Received, receive
from dateline.share.receive.checking import Checked, check
from dateline.share.receive.keeping import REFUSED, what_came
from dateline.share.receive.parsing import Parsed, parse

ORIGIN = "TAXII"
HELD_BACK = "delivery held"

Status = dict[str, Any]


def push(record: Record, partner: str, content: bytes, moment: datetime) -> Status:
    """Keep what a partner sends; the status resource. Raises TaxiiProblem, 400 or 422, for what is no envelope."""
    parsed = _parsed(record, partner, content)
    status = _status(parsed, moment)
    if not parsed.objects:
        return _noted(record, partner, content, status)
    try:
        with record.view() as view:
            before = what_came(view, partner, parsed.objects, alone=True)
            checked = check(parsed.objects, ORIGIN, partner, before, closed=False)
    except SourceError as problem:
        return _refuse(record, partner, content, _failed(status, parsed, problem), problem)
    return _take(record, partner, content, status, checked)


def status_of(record: Record, partner: str, key: str) -> Status:
    """The status of a push of this partner. Raises TaxiiProblem, 404."""
    with record.view() as view:
        found = view.exchange().noted(partner, PUSHED, key) if _is_id(key) else None
    if found is None:
        raise nothing_here()
    return dict(found["status"])


def _parsed(record: Record, partner: str, content: bytes) -> Parsed:
    try:
        parsed = parse(content, ORIGIN)
    except SourceError as problem:
        _note_refusal(record, partner, content, problem)
        told = f"this can't be read: {problem.problem}"
        raise TaxiiProblem(400 if "no JSON" in problem.problem else 422, told) from problem
    if parsed.media != "stix" or not all(_is_current(item) for item in parsed.objects):
        raise TaxiiProblem(422, "send an envelope of STIX 2.1 objects, each with id, type and spec_version")
    return parsed


def _is_current(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str) and item.get("spec_version") == "2.1"


def _take(record: Record, partner: str, content: bytes, status: Status, checked: Sequence[Checked]) -> Status:
    def also(writer: ExchangeWriter, done: Received) -> None:
        _note(writer, partner, content, status)

    try:
        receive(record, Delivery(ORIGIN, content), partner, unsigned=True, closed=False, also=also)
    except SourceError as problem:
        with record.writer(f"partner:{partner}") as writer:
            exchange = writer.exchange()
            number = exchange.keep_receipt(partner, ORIGIN, "stix", content)
            exchange.keep_received(one.row(number, f"{HELD}{partner}") for one in checked)
            exchange.note(HELD_BACK, partner, str(number), str(problem))
            _note(exchange, partner, content, status)
    return status


def _refuse(record: Record, partner: str, content: bytes, status: Status, problem: SourceError) -> Status:
    _note_refusal(record, partner, content, problem)
    return _noted(record, partner, content, status)


def _note_refusal(record: Record, partner: str, content: bytes, problem: SourceError) -> None:
    with record.writer(f"partner:{partner}") as writer:
        told = {"sha256": sha256(content).hexdigest(), "bytes": len(content)}
        writer.exchange().note(REFUSED, partner, ORIGIN, str(problem), told)


def _noted(record: Record, partner: str, content: bytes, status: Status) -> Status:
    with record.writer(f"partner:{partner}") as writer:
        _note(writer.exchange(), partner, content, status)
    return status


def _note(writer: ExchangeWriter, partner: str, content: bytes, status: Status) -> None:
    detail = {"status": status, "sha256": sha256(content).hexdigest(), "bytes": len(content)}
    writer.note(PUSHED, partner, status["id"], "", detail)


def _status(parsed: Parsed, moment: datetime) -> Status:
    total = len(parsed.objects)
    return {
        "id": str(uuid4()),
        "status": "complete",
        "request_timestamp": moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "total_count": total,
        "success_count": total,
        "failure_count": 0,
        "pending_count": 0,
    }


def _failed(status: Status, parsed: Parsed, problem: SourceError) -> Status:
    """The status of a delivery that was refused: none of its objects was kept."""
    message = f"nothing of this delivery was kept: {problem.problem}"
    failures = [_detail(item, message) for item in _once(parsed.objects)]
    return {**status, "success_count": 0, "failure_count": status["total_count"], "failures": failures}


def _once(objects: Sequence[Any]) -> Sequence[Any]:
    return list({(item["id"], _version(item)): item for item in objects}.values())


def _detail(item: dict[str, Any], message: str) -> dict[str, str]:
    return {"id": item["id"], "version": _version(item), "message": message}


def _version(item: dict[str, Any]) -> str:
    return str(item.get("modified") or item.get("created") or "")


def _is_id(key: str) -> bool:
    try:
        return str(UUID(key)) == key
    except ValueError:
        return False

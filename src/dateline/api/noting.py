"""Lines of the audit log: who did what, from where."""

from __future__ import annotations

from typing import Any

from fastapi import Request

from dateline.api.desk import desk_of
from dateline.api.guards.rates import address_of
from dateline.api.principals import Principal


def note(request: Request, person: Principal, action: str, item: str = "", **detail: Any) -> None:
    """Add a line, where the record can be written at all."""
    record = desk_of(request).record
    if not record.writable:
        return
    with record.accounts() as accounts:
        accounts.note(person.name, address_of(request.scope)[:64], action, item, **detail)

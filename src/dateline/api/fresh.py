"""ETags: an answer that follows from the record alone is named by the record's version, and not sent twice.

The version is the number of the record's last change and that of the last act of sharing, so that to say "what you have is
what there is" (304) takes a look at two indexes. The name also holds who asks, as two may see different names, and the
day, as what may be released ends with one.
"""

from __future__ import annotations

from hashlib import sha256

from fastapi import Depends, Request

from dateline import __version__
from dateline.api.access import identify
from dateline.api.desk import desk_of
from dateline.api.problems import NotModified
from dateline.record.store import now


def etag(request: Request) -> None:
    """Name the answer; raise NotModified where the client has it. Who is nobody is refused by the route itself."""
    reader = identify(request, desk_of(request))
    if reader is None:
        return
    with desk_of(request).record.view() as view:
        version, shared = view.version(), view.exchange().newest_act()
    told = f"{__version__} {version} {shared} {now().date()} {reader.name} {reader.role.value}"
    tag = f'W/"{sha256(told.encode()).hexdigest()[:20]}"'
    request.state.etag = tag
    asked = request.headers.get("if-none-match", "")
    if tag in (part.strip() for part in asked.split(",")):
        raise NotModified(tag)


FRESH = Depends(etag)
"""A route's dependency: its answer follows from the record alone."""

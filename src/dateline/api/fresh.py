"""ETags: an answer that follows from the record alone is named by the record's version, and not sent twice.

The version is the number of the record's last change, so that to say "what you have is what there is" (304) takes one
look at an index. The name also holds who asks, as two may see different names.
"""

from __future__ import annotations

from hashlib import sha256

from fastapi import Depends, Request

from dateline import __version__
from dateline.api.access import Reader
from dateline.api.desk import desk_of
from dateline.api.problems import NotModified


def etag(request: Request, reader: Reader) -> None:
    """Name the answer; raise NotModified where the client has it."""
    with desk_of(request).record.view() as view:
        version = view.version()
    told = f"{__version__} {version} {reader.name} {reader.role.value}"
    tag = f'W/"{sha256(told.encode()).hexdigest()[:20]}"'
    request.state.etag = tag
    asked = request.headers.get("if-none-match", "")
    if tag in (part.strip() for part in asked.split(",")):
        raise NotModified(tag)


FRESH = Depends(etag)
"""A route's dependency: its answer follows from the record alone."""

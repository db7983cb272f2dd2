"""Answers that are not made of shapes: bytes at hand, packed or not as the client takes them."""

from __future__ import annotations

import gzip

from fastapi import Request
from starlette.responses import Response


def gzipped(request: Request, data: bytes, media_type: str) -> Response:
    """Gzipped bytes, unpacked for a client that doesn't take them so."""
    headers = {"Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(data, media_type=media_type, headers=headers | {"Content-Encoding": "gzip"})
    return Response(gzip.decompress(data), media_type=media_type, headers=headers)

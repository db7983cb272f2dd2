"""The page: the files that `npm run build` in web/ puts into api/page, or a plain page that says how to build them.

Files are looked up by starlette's StaticFiles, which serves nothing outside the folder. A path that is no file, asked for as a
page ("/incidents/i-7f3a9c"), gets the page, which reads its address itself. Names under /assets hold a digest of what is in
them, so that browsers keep them.
"""

from __future__ import annotations

from pathlib import Path

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

PAGE = Path(__file__).parent / "page"
FOREVER = "public, max-age=31536000, immutable"

UNBUILT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Dateline</title></head><body>
<h1>Dateline is running, its page is not built</h1>
<p>This installation was made from source without Node.js. To build the page, install Node.js 20 or newer, run
<code>make page</code> in Dateline's source folder, and start <code>dateline serve</code> again.</p>
<p>The API works: <a href="/api/v1/openapi.json">its description</a>, <a href="/api/v1/status">what this desk serves</a>,
<a href="/api/v1/incidents">its incidents</a>.</p>
</body></html>
"""


class Front:
    """Serves the page's files from a folder."""

    def __init__(self, folder: Path = PAGE) -> None:
        self._folder = folder
        self._files = StaticFiles(directory=folder, html=True, check_dir=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file, with the page, or with 404."""
        response = await self._answer(scope)
        await response(scope, receive, send)

    async def _answer(self, scope: Scope) -> Response:
        path = self._files.get_path(scope)
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405, "pages are only read", {"Allow": "GET, HEAD"})
        try:
            response = await self._files.get_response(path, scope)
        except HTTPException as missing:
            if missing.status_code != 404 or not _is_page(path, scope):
                raise
            return await self._page(scope)
        kept = path.startswith("assets/") and response.status_code in (200, 304)
        response.headers["Cache-Control"] = FOREVER if kept else "no-cache"
        return response

    async def _page(self, scope: Scope) -> Response:
        if not (self._folder / "index.html").is_file():
            return HTMLResponse(UNBUILT, headers={"Cache-Control": "no-cache"})
        response = await self._files.get_response("index.html", scope)
        response.headers["Cache-Control"] = "no-cache"
        return response


def _is_page(path: str, scope: Scope) -> bool:
    """Whether a browser asks for a page, and not a script for data."""
    accepts = Headers(scope=scope).get("accept", "*/*")
    return not path.startswith(("api/", "assets/")) and ("text/html" in accepts or path in (".", ""))

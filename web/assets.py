"""
Our own static files under an address that changes with their content, so that browsers may keep them for
ever.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).parent / "static"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webmanifest": "application/manifest+json",
}
FOR_EVER = "public, max-age=31536000, immutable"


class Assets:
    """
    The files of *folder*, read once. One mark stands for all of them: modules that import each other by
    relative address are then always of one build, and a page of yesterday never meets a script of today.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._files: dict[str, tuple[bytes, str]] = {}
        digest = hashlib.sha256()
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in TYPES:
                name, content = path.relative_to(folder).as_posix(), path.read_bytes()
                self._files[name] = (content, TYPES[path.suffix])
                digest.update(name.encode() + b"\0" + content + b"\0")
        self.mark = digest.hexdigest()[:12]

    def url(self, name: str) -> str:
        """The address of a file; a wrong name fails when the page is drawn, not in the browser."""
        if name not in self._files:
            raise KeyError(name)
        return f"/static/{self.mark}/{name}"

    async def serve(self, request: web.Request) -> web.Response:
        """A file; under another mark than today's it is still sent, but not to be kept."""
        found = self._files.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        content, content_type = found
        today = request.match_info["mark"] == self.mark
        response = web.Response(body=content)
        response.headers["Content-Type"] = content_type
        response.headers["Cache-Control"] = FOR_EVER if today else "no-store"
        response.enable_compression()
        return response

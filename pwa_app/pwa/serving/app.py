"""The ASGI application that answers for a static site."""

import logging
from pathlib import Path
from typing import Final
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Router
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from pwa_app.pwa.serving.caching import NO_CACHE
from pwa_app.pwa.serving.headers_file import HeadersFileError
from pwa_app.pwa.serving.negotiation import choose_encoding, etag_matches
from pwa_app.pwa.serving.site import Site, StaticFile, build_stamp, load_site

METHODS: Final = ("GET", "HEAD")

_IN_A_QUERY: Final = ":/?@!$&'()*+,;=%[]~"
_log = logging.getLogger(__name__)


def static_app(folder: Path) -> ASGIApp:
    """Make an ASGI application that serves a built site from the root of its origin.

    The folder is read into memory now, and again when `site.build_stamp` changes, so a new
    build put in the same place is seen at the next request. While the new one cannot be read
    (half copied, or with a wrong ``_headers``) the one before goes on being served.

    Ranges are not offered: a ``Range`` header is ignored and the whole file sent, which
    RFC 9110 (section 14.2) allows. Audio and video for Safari would need them.

    Args:
        folder: The site, with its ``index.html``, sidecars and ``_headers``.

    Raises:
        OSError: The folder cannot be read.
        HeadersFileError: The site's ``_headers`` file is wrong.
    """
    return Router(default=_StaticApp(folder), redirect_slashes=False)


class _StaticApp:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._site = load_site(folder)
        self._stamp = build_stamp(folder, self._site.start)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
            return
        self._reload_new_build()
        response = respond(self._site, scope)
        await response(scope, receive, send)

    def _reload_new_build(self) -> None:
        stamp = build_stamp(self._folder, self._site.start)
        # Without its first page a build is still being copied: the old one stays.
        if stamp == self._stamp or stamp[0] is None:
            return
        try:
            self._site = load_site(self._folder)
        except (OSError, HeadersFileError) as error:
            _log.error("The new build is not served yet: %s", error)
        else:
            self._stamp = stamp


def respond(site: Site, scope: Scope) -> Response:
    """Answer one HTTP request.

    Args:
        site: The build to answer from.
        scope: The request's ASGI scope; its ``path`` is percent-decoded, once.

    Returns:
        200 or 304 for a path of the site; 308 from ``/about`` to ``/about/``; 307 from ``/`` to
        a site that stands below a path; 405 for any method but GET and HEAD; 404 with the nearest
        ``404.html`` for everything else.
    """
    path: str = scope["path"]
    # What is not a file must never be kept for a year, even where all of /assets/* is.
    site_headers = site.headers_for(path) | {"cache-control": NO_CACHE}
    if scope["method"] not in METHODS:
        headers = site_headers | {"allow": ", ".join(METHODS)}
        return PlainTextResponse("Method not allowed", 405, headers)
    resource = site.resources.get(path)
    if resource is not None:
        return _file_response(resource.file, 200, resource.headers, scope)
    if path == "/" and site.start != "/":
        return RedirectResponse(quote(site.start), 307, site_headers)
    if f"{path}/" in site.resources:
        return RedirectResponse(_with_slash(path, scope["query_string"]), 308, site_headers)
    page = site.not_found_page(path)
    if page is not None:
        return _file_response(page, 404, site_headers, scope)
    return PlainTextResponse("Not found", 404, site_headers)


def _with_slash(path: str, query: bytes) -> str:
    # The path is a folder of the site, so it begins with one slash and a name: not another host.
    return quote(f"{path}/") + (f"?{quote(query, _IN_A_QUERY)}" if query else "")


def _file_response(
    file: StaticFile, status: int, site_headers: dict[str, str], scope: Scope
) -> Response:
    request = Headers(scope=scope)
    encodings = [encoding for encoding in file.representations if encoding != "identity"]
    encoding = choose_encoding(_combined(request, "accept-encoding"), encodings)
    chosen = file.representations[encoding]
    headers = dict(site_headers)
    if encodings:
        own = headers.get("vary")
        headers["vary"] = f"{own}, Accept-Encoding" if own else "Accept-Encoding"
    if status == 200:
        headers["etag"] = chosen.etag
        if etag_matches(_combined(request, "if-none-match"), chosen.etag):
            return Response(status_code=304, headers=headers)
    headers["accept-ranges"] = "none"
    headers["content-length"] = str(len(chosen.body))
    if encoding != "identity":
        headers["content-encoding"] = encoding
    body = b"" if scope["method"] == "HEAD" else chosen.body
    return Response(body, status, headers, media_type=file.media_type)


def _combined(headers: Headers, name: str) -> str | None:
    # Lines of the same name are one list (RFC 9110, section 5.3).
    return ", ".join(headers.getlist(name)) if name in headers else None

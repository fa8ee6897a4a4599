"""Who is answered, and what a browser may load: nothing but what this server itself has.

A page on the internet can make a reader's browser ask this machine under a name of its own that leads to 127.0.0.1; the
name in the request tells, so that only known ones are answered (DNS rebinding). Nothing here changes anything.
"""

from collections.abc import Awaitable, Callable, Sequence

from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
OWN_NAMES = ("127.0.0.1", "localhost")


async def with_headers(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Answer a request that only asks, with the headers that every answer has; refuse any other."""
    if request.method not in ("GET", "HEAD"):
        return Response("Pages are only read here.", status_code=405, headers={**HEADERS, "Allow": "GET, HEAD"})
    response = await answer(request)
    response.headers.update(HEADERS)
    return response


def middleware(hosts: Sequence[str]) -> list[Middleware]:
    """Return what stands before every page; only these hosts and this machine's own names are answered."""
    return [
        Middleware(BaseHTTPMiddleware, dispatch=with_headers),
        Middleware(TrustedHostMiddleware, allowed_hosts=[*OWN_NAMES, *hosts], www_redirect=False),
    ]

"""Who is answered, and what a browser may load: nothing but what this server itself has.

A page on the internet can make a reader's browser ask this machine under a name of its own that leads to 127.0.0.1; the
name in the request tells, so that only known ones are answered (DNS rebinding). It can also let a form be sent here
(CSRF): the browser then says from where, and no other page knows the token that the forms of these pages hold.
"""

import secrets
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

from starlette.exceptions import HTTPException
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
    # With no-referrer a browser sends `Origin: null` with our own forms, too (Fetch, “append a request Origin header”).
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
OWN_NAMES = ("127.0.0.1", "localhost")
WRITING = ("/review", "/undo")
"""The two addresses that write."""

LARGEST_FORM = 20_000
FORM = "application/x-www-form-urlencoded"


async def with_headers(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Answer with the headers that every answer has; refuse what is neither a question nor one of the two forms."""
    allowed = ("POST",) if request.url.path in WRITING else ("GET", "HEAD")
    if request.method not in allowed:
        headers = {**HEADERS, "Allow": ", ".join(allowed)}
        return Response("This is not done here.", status_code=HTTPStatus.METHOD_NOT_ALLOWED, headers=headers)
    response = await answer(request)
    response.headers.update(HEADERS)
    return response


def middleware(hosts: Sequence[str]) -> list[Middleware]:
    """Return what stands before every page; only these hosts and this machine's own names are answered."""
    return [
        Middleware(BaseHTTPMiddleware, dispatch=with_headers),
        Middleware(TrustedHostMiddleware, allowed_hosts=[*OWN_NAMES, *hosts], www_redirect=False),
    ]


def new_token() -> str:
    """Make the token that the forms of one start hold."""
    return secrets.token_urlsafe(32)


async def own_form(request: Request, *, token: str) -> dict[str, str]:
    """Return the fields of a form that one of these pages has sent; raise `HTTPException` for any other."""
    came_from = urlsplit(request.headers.get("origin", ""))
    if came_from.netloc != request.headers.get("host") or came_from.scheme != request.url.scheme:
        raise HTTPException(HTTPStatus.FORBIDDEN, "This was sent by another page.")
    if request.headers.get("content-type", "").partition(";")[0].strip() != FORM:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "This is no form of these pages.")
    content = b""
    async for part in request.stream():
        content += part
        if len(content) > LARGEST_FORM:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "That is more than a form of these pages holds.")
    fields = dict(parse_qsl(content.decode("utf-8", "replace"), keep_blank_values=True))
    if not secrets.compare_digest(fields.pop("token", "").encode(), token.encode()):
        raise HTTPException(HTTPStatus.FORBIDDEN, "The pages have been started again since: load this one anew.")
    return fields

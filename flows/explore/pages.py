"""Templates, and what goes wrong in words."""

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from flows.explore import words
from warehouse.folder.errors import ConfigurationError, QueryError, WarehouseError

ROOM = Path(__file__).parent

TEMPLATES = Environment(
    loader=FileSystemLoader(ROOM / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.filters.update(
    number=words.number,
    percent=words.percent,
    titled=words.titled,
    amount=words.amount,
    days=words.days,
    stated=words.stated,
    directed=words.directed,
)

Show = Callable[[Request], Response]


def page(name: str, request: Request, *, status: int = HTTPStatus.OK, **shown: object) -> HTMLResponse:
    """Fill in a template."""
    html = TEMPLATES.get_template(name).render(
        here=request.url.path,
        asked=dict(request.query_params),
        link=lambda **changes: link(request, **changes),
        warehouse=folder_of(request).name,
        token=token_of(request),
        **shown,
    )
    return HTMLResponse(html, status_code=status)


def link(request: Request, **changes: object) -> str:
    """Return this page's address with other parameters; those that are None are left out."""
    parameters = {**request.query_params, **changes}
    query = urlencode({name: value for name, value in parameters.items() if value not in (None, "")})
    return f"{request.url.path}?{query}" if query else request.url.path


def folder_of(request: Request) -> Path:
    """Return the folder of the warehouse that is shown."""
    folder = request.app.state.folder
    if not isinstance(folder, Path):
        raise TypeError("the application has no folder")
    return folder


def token_of(request: Request) -> str:
    """Return the token that the forms of this start hold; without one nothing can be written."""
    return str(request.app.state.token)


def wrong_question(request: Request, error: Exception) -> Response:
    """Say that what was asked for is not there, or cannot be asked so."""
    return page("wrong.html", request, status=HTTPStatus.NOT_FOUND, title="Not found", reason=str(error))


def wrong_warehouse(request: Request, error: Exception) -> Response:
    """Say what is the matter with the warehouse, and what to do about it."""
    return page("wrong.html", request, status=HTTPStatus.SERVICE_UNAVAILABLE, title="No answer", reason=str(error))


def wrong_address(request: Request, error: Exception) -> Response:
    """Say that there is no such page."""
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.NOT_FOUND
    if isinstance(error, HTTPException) and status != HTTPStatus.NOT_FOUND:
        return page(
            "wrong.html", request, status=status, title="Not done", reason=f"Nothing was written. {error.detail}"
        )
    reason = "There is no such page. The menu leads to those there are."
    return page("wrong.html", request, status=status, title="Not found", reason=reason)


FAILURES = {
    QueryError: wrong_question,
    WarehouseError: wrong_warehouse,
    ConfigurationError: wrong_warehouse,
    HTTPException: wrong_address,
}
"""Which page tells of which failure."""

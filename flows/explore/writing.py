"""The two forms that write: a line is added to the corrections, or taken away again."""

from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from flows.explore.pages import folder_of, page, token_of
from flows.explore.review import FACTS, line_for, lines_of
from flows.explore.safety import own_form
from tasks.settings.corrections import add_correction, remove_correction
from warehouse.browsing.corrected import FactCard, fact_card
from warehouse.folder.errors import ConfigurationError, QueryError


async def review(request: Request) -> Response:
    """Add what is filled in on a fact's page to the corrections, and show the fact again."""
    fields = await own_form(request, token=token_of(request))
    return await run_in_threadpool(add_line, request, fields)


def add_line(request: Request, fields: dict[str, str]) -> Response:
    """Add a line, or say what is wrong with it."""
    card = card_of(request, table=fields.get("table", ""), key=fields.get("key", ""))
    try:
        add_correction(folder_of(request), line_for(card, fields))
    except (QueryError, ConfigurationError) as error:
        reason = f"Nothing was written. {error}"
        return page("wrong.html", request, status=HTTPStatus.UNPROCESSABLE_ENTITY, title="Not noted", reason=reason)
    return RedirectResponse(address_of(card), status_code=HTTPStatus.SEE_OTHER)


async def undo(request: Request) -> Response:
    """Take a line of the corrections away, and show the page again that it was undone on."""
    fields = await own_form(request, token=token_of(request))
    return await run_in_threadpool(take_away, request, fields)


def take_away(request: Request, fields: dict[str, str]) -> Response:
    """Take a line away; one that is gone already stays so."""
    folder = folder_of(request)
    lines, problem = lines_of(folder)
    if problem is not None:
        raise ConfigurationError(problem)
    for line in lines:
        if line.key == fields.get("line"):
            remove_correction(folder, line.correction)
    return RedirectResponse(own_address(fields.get("back", "")), status_code=HTTPStatus.SEE_OTHER)


def card_of(request: Request, *, table: str, key: str) -> FactCard:
    """Return a fact by its table and key; raise `QueryError` where there is none."""
    card = fact_card(folder_of(request), FACTS[table], key) if table in FACTS else None
    if card is None:
        raise QueryError(f"No fact has the key {key!r}: its article may have been read again since.")
    return card


def address_of(card: FactCard) -> str:
    """Return the address of a fact's page."""
    return f"/fact/{card.record.table}/{card.row[card.record.key_name]}"


def own_address(written: str) -> str:
    """Return an address of these pages as it is; the overview's for any other."""
    parts = urlsplit(written)
    is_own = written.startswith("/") and not written.startswith(("//", "/\\")) and not parts.netloc
    return written if is_own else "/"

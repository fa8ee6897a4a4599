"""The page on which one question is asked in SQL, and its answer as a file."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Event

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from flows.explore.lists import MEDIA_TYPES, attachment, known_kind
from flows.explore.pages import folder_of, page
from warehouse.browsing.gate import MOST_ROWS, HasLeft, ask, write_answer
from warehouse.browsing.listing import FileKind
from warehouse.folder.errors import QueryError


async def show_sql(request: Request) -> Response:
    """Answer one question in SQL, as a page or as a file, for as long as the reader waits for it."""
    sql = request.query_params.get("sql", "").strip()
    kind = request.query_params.get("format")
    if not sql:
        return await run_in_threadpool(sql_page, request)
    try:
        if kind is None:
            return await while_waited_for(request, partial(answered, request, sql))
        return await while_waited_for(request, partial(answer_file, request, sql, known_kind(kind)))
    except QueryError as error:
        return await run_in_threadpool(sql_page, request, problem=str(error))


def answered(request: Request, sql: str, has_left: HasLeft) -> Response:
    """Show the first rows of an answer."""
    result = ask(folder_of(request), sql, has_left=has_left)
    return sql_page(request, columns=result.columns, rows=list(result.rows))


def sql_page(
    request: Request,
    *,
    columns: Sequence[str] = (),
    rows: Sequence[tuple[object, ...]] = (),
    problem: str | None = None,
) -> Response:
    """Show the page for questions: with the first rows of an answer, or with what is wrong."""
    is_refused = problem is not None and "format" in request.query_params
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK
    shown, has_more = rows[:MOST_ROWS], len(rows) > MOST_ROWS
    return page("sql.html", request, status=status, columns=columns, rows=shown, problem=problem, has_more=has_more)


def answer_file(request: Request, sql: str, kind: FileKind, has_left: HasLeft) -> Response:
    """Answer with all rows as a file; it is deleted once it has been sent."""
    with NamedTemporaryFile(prefix="newsledger-answer-", delete=False) as made:
        path = Path(made.name)
    try:
        write_answer(folder_of(request), sql, path, kind=kind, has_left=has_left)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return FileResponse(
        path,
        media_type=MEDIA_TYPES[kind],
        headers=attachment("answer", kind),
        background=BackgroundTask(path.unlink, missing_ok=True),
    )


async def while_waited_for(request: Request, answer: Callable[[HasLeft], Response]) -> Response:
    """Answer in another thread, and tell it once the reader has left."""
    has_left = Event()
    watching = asyncio.create_task(notice_leaving(request, has_left))
    try:
        return await run_in_threadpool(answer, has_left.is_set)
    finally:
        watching.cancel()


async def notice_leaving(request: Request, has_left: Event) -> None:
    """Set the event once the reader has left; a question has no body, so that nothing else can arrive."""
    await request.body()
    while (await request.receive())["type"] != "http.disconnect":
        pass
    has_left.set()

"""The pages that list, and the same rows as files."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response

from flows.explore.pages import folder_of, page
from flows.explore.review import lines_of
from warehouse.browsing import lists
from warehouse.browsing.gate import MOST_ROWS, ask
from warehouse.browsing.listing import FileKind, Listing, file_of, page_of
from warehouse.folder.errors import QueryError

MEDIA_TYPES: dict[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}
LAST_PAGE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """A page that lists: its query, made of what is filled in, and its template."""

    listing: Callable[[Mapping[str, str]], Listing]
    template: str


LISTS = {
    "search": ListPage(listing=lists.search, template="search.html"),
    "figures": ListPage(listing=lists.figures, template="figures.html"),
    "entities": ListPage(listing=lists.entities, template="entities.html"),
    "outlets": ListPage(listing=lists.outlets, template="outlets.html"),
    "stories": ListPage(listing=lists.stories, template="stories.html"),
    "claims": ListPage(listing=lists.claims, template="claims.html"),
    "rejections": ListPage(listing=lists.rejections, template="rejections.html"),
}
"""Each list by its address."""


def show_list(request: Request) -> Response:
    """Show a page of a list, or all of it as a file."""
    name = request.url.path.strip("/")
    listed, asked = LISTS[name], dict(request.query_params)
    kind = asked.pop("format", None)
    number = page_number(asked.pop("page", "1"))
    try:
        listing = listed.listing(asked)
    except QueryError as error:
        return page(listed.template, request, found=None, problem=str(error))
    if kind is not None:
        return as_file(request, listing, name=name, kind=kind)
    found = page_of(folder_of(request), listing, number=number)
    return page(listed.template, request, found=found, problem=None)


def show_corrections(request: Request) -> Response:
    """Show the lines of the corrections, or all of them as a file."""
    asked = dict(request.query_params)
    lines, problem = lines_of(folder_of(request))
    rows = [{"correction_id": line.key, **asdict(line.correction)} for line in lines]
    listing = lists.corrections(rows)
    kind = asked.get("format")
    if kind is not None:
        return as_file(request, listing, name="corrections", kind=kind)
    found = page_of(folder_of(request), listing, number=page_number(asked.get("page", "1")))
    return page("corrections.html", request, found=found, problem=problem)


def page_number(written: str) -> int:
    """Read the number of a page; what is none means the first one."""
    return min(int(written), LAST_PAGE) if written.isascii() and written.isdigit() and int(written) else 1


def as_file(request: Request, listing: Listing, *, name: str, kind: str) -> Response:
    """Answer with all rows of a list as a file."""
    if kind not in get_args(FileKind):
        raise QueryError(f"There are no files of the kind {kind!r}: ask for csv, json or parquet.")
    content = file_of(folder_of(request), listing, kind=kind)  # type: ignore[arg-type] # just looked at
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return Response(content, media_type=MEDIA_TYPES[kind], headers=headers)


def show_sql(request: Request) -> Response:
    """Answer one question in SQL."""
    sql = request.query_params.get("sql", "").strip()
    if not sql:
        return page("sql.html", request, columns=(), rows=[], problem=None, has_more=False)
    try:
        result = ask(folder_of(request), sql)
        rows = list(result.rows)
    except QueryError as error:
        return page("sql.html", request, columns=(), rows=[], problem=str(error), has_more=False)
    has_more = len(rows) > MOST_ROWS
    return page("sql.html", request, columns=result.columns, rows=rows[:MOST_ROWS], problem=None, has_more=has_more)

"""The pages that list, and the same rows as files."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import cast, get_args

from starlette.requests import Request
from starlette.responses import Response

from flows.explore.pages import folder_of, page
from flows.explore.review import lines_of, stated_now
from warehouse.browsing import lists
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
    found = page_of(folder_of(request), listing, number=number, stated=stated_now(folder_of(request)))
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
    folder = folder_of(request)
    content = file_of(folder, listing, kind=known_kind(kind), stated=stated_now(folder))
    return Response(content, media_type=MEDIA_TYPES[kind], headers=attachment(name, kind))


def known_kind(written: str) -> FileKind:
    """Return a kind of file; raise `QueryError` where there is none of that name."""
    if written not in get_args(FileKind):
        raise QueryError(f"There are no files of the kind {written!r}: ask for csv, json or parquet.")
    return cast("FileKind", written)


def attachment(name: str, kind: str) -> dict[str, str]:
    """Return the header that lets a browser keep a file under a name."""
    return {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}

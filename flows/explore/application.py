"""Which address shows which page. Addresses are stable: keys of articles, entities and claims are hashes of content."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from flows.explore.cards import (
    show_article,
    show_claim,
    show_entity,
    show_fact,
    show_outlet,
    show_overview,
    show_rejection,
    show_story,
)
from flows.explore.lists import LISTS, show_corrections, show_list
from flows.explore.pages import FAILURES, ROOM
from flows.explore.questions import show_sql
from flows.explore.safety import middleware, new_token
from flows.explore.writing import review, undo
from warehouse.catalogue.kept import kept_open


def application(folder: Path, *, hosts: Sequence[str] = (), can_write: bool = True) -> Starlette:
    """Make the explorer of a warehouse's folder, which answers to `hosts` beside this machine's own names.

    Where it `can_write`, facts can be corrected, hidden and confirmed: nothing but the corrections is written.
    """
    routes = [
        Route("/", show_overview),
        Route("/sql", show_sql),
        Route("/article/{article_id}", show_article),
        Route("/fact/{table}/{key}", show_fact),
        Route("/entity/{entity_id}", show_entity),
        Route("/outlet/{outlet_id}", show_outlet),
        Route("/story/{story_id}", show_story),
        Route("/claim/{claim_id}", show_claim),
        Route("/rejection/{rejection_id}", show_rejection),
        Route("/corrections", show_corrections),
        *([Route("/review", review, methods=["POST"]), Route("/undo", undo, methods=["POST"])] if can_write else []),
        *(Route(f"/{name}", show_list, name=name) for name in LISTS),
        Mount("/static", StaticFiles(directory=ROOM / "static")),
    ]
    made = Starlette(
        routes=routes, middleware=middleware(hosts), exception_handlers=dict(FAILURES), lifespan=keeping_open
    )
    made.state.folder = folder
    made.state.token = new_token() if can_write else ""
    return made


@asynccontextmanager
async def keeping_open(pages: Starlette) -> AsyncIterator[None]:
    """Keep the catalogue open for as long as the pages are served."""
    with kept_open(pages.state.folder):
        yield

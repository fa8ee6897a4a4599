"""Which address shows which page. Addresses are stable: keys of articles, entities and claims are hashes of content."""

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from flows.explore.cards import show_article, show_claim, show_entity, show_overview
from flows.explore.lists import LISTS, show_list, show_sql
from flows.explore.pages import FAILURES, ROOM
from flows.explore.safety import middleware


def application(folder: Path, *, hosts: Sequence[str] = ()) -> Starlette:
    """Make the explorer of a warehouse's folder, which answers to `hosts` beside this machine's own names."""
    routes = [
        Route("/", show_overview),
        Route("/sql", show_sql),
        Route("/article/{article_id}", show_article),
        Route("/entity/{entity_id}", show_entity),
        Route("/claim/{claim_id}", show_claim),
        *(Route(f"/{name}", show_list, name=name) for name in LISTS),
        Mount("/static", StaticFiles(directory=ROOM / "static")),
    ]
    made = Starlette(routes=routes, middleware=middleware(hosts), exception_handlers=dict(FAILURES))
    made.state.folder = folder
    return made

"""The pages of one thing: the whole warehouse, an article, a fact, an entity, an outlet, a story, a claim."""

import getpass

from starlette.requests import Request
from starlette.responses import Response

from flows.explore.charts import claim_plot, month_bars, place_points
from flows.explore.marks import KEYS, ORDER, pieces
from flows.explore.pages import folder_of, page
from flows.explore.review import actions_on, columns_of, lines_about, lines_of, reviewed_article, stated_now
from flows.explore.writing import card_of
from tasks.resolvers.entities.corrections import KINDS
from warehouse.browsing.claim import claim_card
from warehouse.browsing.overview import overview
from warehouse.browsing.sources import outlet_page, story_page
from warehouse.reading.entity_card import entity_card
from warehouse.reading.rejected import rejection_card

SHOWN = {
    "figures": ("text", "measure", "measured_of", "period", "status", "hedge", "speaker"),
    "quotations": ("text", "style", "speaker", "cue"),
    "mentions": ("text", "kind", "name", "role"),
    "citations": ("outlet", "cited_on_start", "text"),
    "dates": ("text", "start_on", "end_on"),
    "anaphors": ("text", "kind", "name"),
    "cross_references": ("text", "publication", "referenced_on"),
}
"""Columns of each kind of fact beside the text, by table; the first is the fact's name."""

UNSHOWN = frozenset({"article_id", "rule", "extractor_version", "run_id", "text", "start_char", "end_char"})
"""Columns that a fact's page tells in words of its own."""


def show_overview(request: Request) -> Response:
    """Show what the warehouse holds."""
    folder = folder_of(request)
    found = overview(folder, corrections=stated_now(folder))
    bars = month_bars(found.parts["months"], count="count", what="Articles")
    return page("overview.html", request, counts=found.counts, parts=found.parts, bars=bars)


def show_article(request: Request) -> Response:
    """Show an article, its facts marked in the text and listed beside it."""
    lines, problem = lines_of(folder_of(request))
    rows = reviewed_article(folder_of(request), request.path_params["article_id"], lines)
    text, body = str(rows.article["text"]), rows.article
    marked = list(
        pieces(text, rows.facts, start=int(str(body["body_start_char"])), end=int(str(body["body_end_char"])))
    )
    kinds = [kind for kind in ORDER if rows.facts.get(kind)]
    return page(
        "article.html",
        request,
        article=rows.article,
        marked=marked,
        facts=rows.facts,
        kinds=kinds,
        keys=KEYS,
        shown=SHOWN,
        lines=[line for line in lines if line.correction.article_id == rows.article["article_id"]],
        problem=problem,
    )


def show_fact(request: Request) -> Response:
    """Show a fact with its sentence, its columns, where it came from, and what its readers have made of it."""
    card = card_of(request, table=request.path_params["table"], key=request.path_params["key"])
    lines, problem = lines_of(folder_of(request))
    about = lines_about(card, lines)
    table = card.record.table
    return page(
        "fact.html",
        request,
        card=card,
        table=table,
        columns=[name for name in card.row if card.row[name] is not None and name not in UNSHOWN],
        right={line.correction.column: line.correction.value for line in about if line.correction.action == "correct"},
        lines=about,
        actions=actions_on(table),
        correctable=columns_of(table),
        kinds=KINDS,
        reader=reader(),
        problem=problem,
    )


def reader() -> str:
    """Return the name that this machine knows its user by; nothing where it knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name: Python below 3.13 raises KeyError
        return ""


def show_entity(request: Request) -> Response:
    """Show all that is said of an entity."""
    card = entity_card(folder_of(request), request.path_params["entity_id"])
    bars = month_bars(card.parts["months"], count="mention_count", what="Mentions")
    places = place_points([card.row, *card.parts["appears with"]])
    return page("entity.html", request, entity=card.row, parts=card.parts, bars=bars, places=places)


def show_outlet(request: Request) -> Response:
    """Show who cites an outlet, and what rests on it."""
    card = outlet_page(folder_of(request), request.path_params["outlet_id"])
    bars = month_bars(card.parts["months"], count="count", what="Citations")
    return page("outlet.html", request, outlet=card.row, parts=card.parts, bars=bars)


def show_story(request: Request) -> Response:
    """Show the versions of a story."""
    card = story_page(folder_of(request), request.path_params["story_id"])
    return page("story.html", request, versions=card.parts["versions"])


def show_rejection(request: Request) -> Response:
    """Show what was refused: why, what to do about it, and by which command it is tried again."""
    card = rejection_card(folder_of(request), request.path_params["rejection_id"])
    return page("rejection.html", request, card=card, refused=card.rejection)


def show_claim(request: Request) -> Response:
    """Show a claim: its values over time, and the sentences of each two statements side by side."""
    folder = folder_of(request)
    card = claim_card(folder, request.path_params["claim_id"], corrections=stated_now(folder))
    plot = claim_plot(card.statements)
    return page("claim.html", request, claim=card.claim, card=card, plot=plot)

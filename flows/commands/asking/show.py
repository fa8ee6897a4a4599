"""`newsledger show`: one article in the terminal, with its facts marked in the text and listed below it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.terminal import explained, folding_table, wide_console
from warehouse.reading.query import ArticleRows, article_rows

Row = Mapping[str, object]

STYLES = {
    "mentions": "cyan",
    "figures": "bold yellow",
    "quotations": "italic green",
    "anaphors": "dim cyan",
    "citations": "magenta",
    "dates": "blue",
    "cross_references": "underline",
}
"""How each kind of fact is marked in the text, the later over the earlier."""

LISTED: dict[str, tuple[str, ...]] = {
    "figures": (
        "text",
        "value",
        "value_high",
        "unit",
        "per",
        "hedge",
        "measure",
        "measured_of",
        "period_start_on",
        "period_end_on",
        "status",
        "direction",
    ),
    "quotations": ("style", "speaker", "cue_kind", "cue", "text"),
    "citations": ("outlet", "cited_on_start", "cited_on_end", "text"),
    "dates": ("text", "start_on", "end_on", "starts_at_clock", "time_zone", "precision", "modifier"),
    "mentions": ("text", "kind", "name", "role", "country_code"),
    "anaphors": ("text", "kind", "name", "role", "country_code"),
    "cross_references": ("publication", "referenced_on", "text"),
    "derived_figures": ("value", "unit", "measure", "period_start_on", "period_end_on", "formula"),
}
"""Columns listed below the text, by table; derived figures stand nowhere in it."""


def run_show(article: str, *, warehouse: Path) -> int:
    """Print the article of this key, start of a key, source or path; return the exit code."""
    return explained(lambda: print_article(article_rows(warehouse, article), console=wide_console()))


def print_article(rows: ArticleRows, *, console: Console) -> None:
    """Print header, marked text, a legend and the facts."""
    console.print(header(rows.article))
    console.print()
    console.print(marked(str(rows.article["text"]), rows.facts))
    console.print()
    legend = Text(" · ").join(Text(name.replace("_", " "), style=style) for name, style in STYLES.items())
    console.print(legend)
    for table, columns in LISTED.items():
        if rows.facts.get(table):
            console.print(listing(table, columns, rows.facts[table]))


def header(article: Row) -> Text:
    """Say what the article is and when it was published, and on what that rests."""
    names = ("publication", "volume", "issue", "headline", "byline")
    stated = [f"{name} {article[name]}" for name in names if article[name] is not None]
    lines = [f"{article['article_id']}  {article['source']}", ", ".join(stated), published(article)]
    return Text("\n".join(line for line in lines if line), style="bold")


def published(article: Row) -> str:
    """Say when the article was published, as far as it is known."""
    if article["published_on"]:
        return f"published {article['published_on']} ({article['published_on_basis']})"
    if article["published_on_low"]:
        return f"published between {article['published_on_low']} and {article['published_on_high']}"
    return "day of publication unknown"


def marked(text: str, facts: Mapping[str, Iterable[Row]]) -> Text:
    """Mark every fact in the text with the style of its table."""
    shown = Text(text)
    for table, style in STYLES.items():
        for row in facts.get(table, ()):
            shown.stylize(style, int(str(row["start_char"])), int(str(row["end_char"])))
    return shown


def listing(table: str, columns: Iterable[str], rows: Iterable[Row]) -> Table:
    """List facts in a table, leaving out columns in which there is nothing."""
    kept = [column for column in columns if any(row[column] is not None for row in rows)]
    drawn = folding_table(*kept, title=table.replace("_", " "), title_justify="left", title_style=STYLES.get(table, ""))
    for row in rows:
        drawn.add_row(*(Text("" if row[column] is None else str(row[column])) for column in kept))
    return drawn

"""`newsledger entity`: the card of a person, country, body or place, with its mentions by month drawn as bars."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.terminal import explained, folding_table, wide_console
from warehouse.reading.card import Card
from warehouse.reading.entity_card import LATEST, entity_card, write_card

Row = Mapping[str, object]

BARS = "▁▂▃▄▅▆▇█"
LONGEST_CELL = 120
UNLISTED = frozenset({"entity_id", "figure_id", "quotation_id", "latitude", "longitude", "is_change"})
"""Columns of a card's rows that JSON has alone."""


def run_entity(name: str, *, warehouse: Path, output_format: str) -> int:
    """Print the card of the entity of this name or key, as tables or as JSON; return the exit code."""
    return explained(lambda: answer(entity_card(warehouse, name), output_format=output_format))


def answer(card: Card, *, output_format: str) -> None:
    """Write a card in the format asked for to standard output."""
    if output_format == "json":
        write_card(card, sys.stdout)
        return
    print_card(card, console=wide_console())


def print_card(card: Card, *, console: Console) -> None:
    """Print what the entity is, its mentions by month, and each part of the card that has rows."""
    console.print(header(card.row))
    parts = dict(card.parts)
    months = {month: int(str(row["mention_count"])) for row in parts.pop("months") if (month := month_of(row))}
    if months:
        console.print(Text("\nmentions by month", style="italic"))
    for line in sparklines(months):
        console.print(line, highlight=False)
    for title, rows in parts.items():
        if rows:
            console.print()
            is_cut = len(rows) == LATEST.get(title)
            name = f"the latest {len(rows)} {title}" if is_cut else title
            console.print(listing(name, rows, longest=LONGEST_CELL if console.is_terminal else None))


def header(entity: Row) -> Text:
    """Say what the entity is, where it lies, and when it was seen."""
    lines = [f"{entity['name']}  {entity['entity_id']}"]
    lines.append(f"{entity['kind']}" + (f", {entity['country_code']}" if entity["country_code"] else ""))
    if entity["latitude"] is not None:
        lines.append(f"latitude {entity['latitude']}, longitude {entity['longitude']}")
    seen = f", from {entity['first_seen_on']} to {entity['last_seen_on']}" if entity["first_seen_on"] else ""
    lines.append(f"{entity['mention_count']:,} mentions{seen}")
    return Text("\n".join(lines), style="bold")


def month_of(row: Row) -> date | None:
    """Return the month of a row, where it has one."""
    month = row["month"]
    return month if isinstance(month, date) else None


def sparklines(months: Mapping[date, int]) -> list[str]:
    """Draw a line a year with a bar a month, all to one scale: `1999 ▁ ▂█  14`; a month without mentions is blank."""
    by_year: dict[int, dict[int, int]] = defaultdict(dict)
    for month, count in months.items():
        by_year[month.year][month.month] = count
    most = max(months.values(), default=0)
    years = range(min(by_year), max(by_year) + 1) if by_year else ()
    return [
        f"{year}  {''.join(bar(by_year[year].get(month, 0), most=most) for month in range(1, 13))}"
        f"  {sum(by_year[year].values()):,}"
        for year in years
    ]


def bar(count: int, *, most: int) -> str:
    """Draw a count as one of eight bars; none is blank, the most the tallest."""
    return BARS[(count * len(BARS) - 1) // most] if count else " "


def listing(title: str, rows: Iterable[Row], *, longest: int | None) -> Table:
    """Lay out the rows of a part of the card, texts cut that are longer than is said."""
    shown = [{name: value for name, value in row.items() if name not in UNLISTED} for row in rows]
    table = folding_table(*shown[0], title=title, title_justify="left")
    for row in shown:
        table.add_row(*(cell(value, longest=longest) for value in row.values()))
    return table


def cell(value: object, *, longest: int | None) -> Text:
    """Show a value, cut where it is longer than is said; nothing where there is none."""
    text = "" if value is None else " ".join(str(value).split())
    return Text(text if longest is None or len(text) <= longest else f"{text[: longest - 1]}…")

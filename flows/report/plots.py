"""Plots as inline SVG that stretches to the width there is.

Words and numbers stand beside it as text, so that they keep their size on a phone. Colours are the page's, by classes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

HEIGHT = 100
MOST_MONTHS = 240
"""Twenty years; longer archives are shown by year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Columns over time: the plot, what it says in a sentence, the ends of its axes, and the numbers behind it."""

    svg: Markup
    sentence: str
    labels: list[str]
    highest: int
    rows: list[tuple[str, int]]


def columns_over_time(months: Sequence[tuple[date, int]]) -> Columns:
    """Plot articles by month, months without any included; by year where there are too many months."""
    is_by_year = span_in_months(months) > MOST_MONTHS
    rows = by_year(months) if is_by_year else by_month(months)
    highest = max((count for _, count in rows), default=0)
    bars = Markup("").join(column(place, count, highest=highest) for place, (_, count) in enumerate(rows) if count)
    peak = max(rows, key=lambda row: row[1])[0] if rows else ""
    unit, empty = "year" if is_by_year else "month", sum(not count for _, count in rows)
    sentence = (
        f"{sum(count for _, count in rows):,} dated articles from {rows[0][0]} to {rows[-1][0]}; "
        f"most in {peak}, {highest:,}{f'; {empty:,} {unit}s without any' if empty else ''}."
        if rows
        else "No article is dated."
    )
    svg = Markup(
        '<svg class="plot columns" viewBox="0 0 {width} {height}" preserveAspectRatio="none" role="img" '
        'aria-label="{label}">{grid}{bars}</svg>'
    ).format(width=max(len(rows), 1), height=HEIGHT, label=f"Articles by {unit}. {sentence}", grid=GRID, bars=bars)
    return Columns(svg=svg, sentence=sentence, labels=ticks([name for name, _ in rows]), highest=highest, rows=rows)


GRID = Markup("").join(
    Markup('<line class="grid" x1="0" x2="100%" y1="{y}" y2="{y}"/>').format(y=y) for y in (0.5, HEIGHT / 2)
)


def column(place: int, count: int, *, highest: int) -> Markup:
    """Draw a column; even the smallest can be seen."""
    height = max(1.5, HEIGHT * count / highest)
    return Markup('<rect class="bar" x="{x}" y="{y:.2f}" width="0.8" height="{height:.2f}"/>').format(
        x=place + 0.1, y=HEIGHT - height, height=height
    )


def span_in_months(months: Sequence[tuple[date, int]]) -> int:
    """Count the months from the first to the last."""
    return 1 + number_of(months[-1][0]) - number_of(months[0][0]) if months else 0


def number_of(month: date) -> int:
    """Return the number of a month, all months counted on end."""
    return 12 * month.year + month.month - 1


def by_month(months: Sequence[tuple[date, int]]) -> list[tuple[str, int]]:
    """Return every month from the first to the last with its count."""
    counts = {number_of(month): count for month, count in months}
    first, last = min(counts, default=0), max(counts, default=-1)
    return [(f"{number // 12}-{number % 12 + 1:02}", counts.get(number, 0)) for number in range(first, last + 1)]


def by_year(months: Sequence[tuple[date, int]]) -> list[tuple[str, int]]:
    """Return every year from the first to the last with its count."""
    years = range(months[0][0].year, months[-1][0].year + 1)
    return [(str(year), sum(count for month, count in months if month.year == year)) for year in years]


def ticks(labels: Sequence[str]) -> list[str]:
    """Return the labels that stand below a plot: the first, the middle and the last."""
    if len(labels) < 3:
        return list(dict.fromkeys(labels))
    return [labels[0], labels[len(labels) // 2], labels[-1]]


def bar(count: int, *, highest: int) -> Markup:
    """Draw a bar across, its number stands beside it."""
    width = max(0.6, 100 * count / highest) if highest else 0
    return Markup(
        '<svg class="plot across" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="bar" width="{width:.2f}" height="10"/></svg>'
    ).format(width=width)


def shares(counts: Sequence[int]) -> Markup:
    """Draw parts of a whole one after the other; the table beside it says what they are."""
    total, at, parts = sum(counts), 0.0, []
    for place, count in enumerate(counts):
        width = 100 * count / total
        parts.append(
            Markup('<rect class="part-{place}" x="{x:.3f}" width="{width:.3f}" height="10"/>').format(
                place=min(place, 5), x=at, width=width
            )
        )
        at += width
    return Markup(
        '<svg class="plot whole" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        "{parts}</svg>"
    ).format(parts=Markup("").join(parts))


def strip(present: Sequence[tuple[int, int]], missing: Sequence[tuple[int, int]], *, label: str) -> Markup:
    """Draw the issues of a volume from left to right: tall where they are there, a low mark where they are missing."""
    first, last = present[0][0], present[-1][1]
    drawn = [piece("bar", low - first, high - low + 1, y=0, height=10) for low, high in present]
    drawn += [piece("gap", low - first, high - low + 1, y=7, height=3) for low, high in missing]
    return Markup(
        '<svg class="plot strip" viewBox="0 0 {width} 10" preserveAspectRatio="none" role="img" aria-label="{label}">'
        "{drawn}</svg>"
    ).format(width=last - first + 1, label=label, drawn=Markup("").join(drawn))


def piece(name: str, x: int, width: int, *, y: int, height: int) -> Markup:
    """Draw one stretch of issues."""
    return Markup('<rect class="{name}" x="{x}" y="{y}" width="{width}" height="{height}"/>').format(
        name=name, x=x, y=y, width=width, height=height
    )

"""Where the bars and points of small drawings lie: months, values of a claim, places; templates draw them as SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flows.explore.words import number

Row = Mapping[str, object]

WIDTH, BARS_HEIGHT, PLOT_HEIGHT = 720, 96, 150
MAP_SCALE = 2
"""Units of the drawing a degree."""

EDGE, LABELS = 22, 118
"""Room above, below and at the side of points, and left of them for the scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of a month: its place and size, and what is said where it is pointed at."""

    x: float
    width: float
    height: float
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Bars from the first month to the last, and the whole in words."""

    bars: tuple[Bar, ...]
    first: date
    last: date
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A statement: its day and value as a place, from where to where it can mean, and what it leads to."""

    x: float
    y: float
    low_y: float
    high_y: float
    key: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on a map of the whole Earth in equal degrees, and the entity that it leads to."""

    x: float
    y: float
    key: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """Statements over time, the lines of the scale with what stands at them, and the whole in words."""

    points: tuple[Point, ...]
    scale: tuple[tuple[float, str], ...]
    first: date
    last: date
    says: str


def month_bars(rows: Sequence[Row], *, count: str, what: str) -> Bars | None:
    """Place a bar a month, `count` high; None where no month is known."""
    counted = [(row["month"], int(str(row[count]))) for row in rows]
    dated = [(month, value) for month, value in counted if isinstance(month, date)]
    if not dated:
        return None
    first, last, highest = dated[0][0], dated[-1][0], max(value for _, value in dated)
    step = WIDTH / (months_between(first, last) + 1)
    bars = tuple(
        Bar(
            x=months_between(first, month) * step,
            width=max(step * 0.8, 0.8),
            height=max(2.0, value / highest * (BARS_HEIGHT - 4)),
            says=f"{month:%B %Y}: {value:,}",
        )
        for month, value in dated
    )
    says = f"{what} by month, {first:%B %Y} to {last:%B %Y}; at most {highest:,} in a month"
    return Bars(bars=bars, first=first, last=last, says=says)


def months_between(first: date, last: date) -> int:
    """Count the months from one to another."""
    return (last.year - first.year) * 12 + last.month - first.month


def claim_plot(rows: Sequence[Row]) -> Plot | None:
    """Place each statement by the day it was published, with the stretch that it can mean; None without a day."""
    dated = [(row["published_on"], row) for row in rows]
    stated = [(day, row) for day, row in dated if isinstance(day, date)]
    if not stated:
        return None
    ends = [float(str(row[end])) for _, row in stated for end in ("low", "high")]
    least, most = min(ends), max(ends)
    first, last = min(day for day, _ in stated), max(day for day, _ in stated)
    points = tuple(
        Point(
            x=x_of((day - first).days / ((last - first).days or 1) if last > first else (place + 0.5) / len(stated)),
            y=y_of(row["compared_value"], least=least, most=most),
            low_y=y_of(row["low"], least=least, most=most),
            high_y=y_of(row["high"], least=least, most=most),
            key=str(row["figure_id"]),
            says=f"{row['text']}, {day}",
        )
        for place, (day, row) in enumerate(stated)
    )
    lines = (least, (least + most) / 2, most)
    scale = tuple((y_of(value, least=least, most=most), number(value, 3)) for value in lines)
    says = f"{len(points)} statements, from {number(least, 3)} to {number(most, 3)}, {first} to {last}"
    return Plot(points=points, scale=scale, first=first, last=last, says=says)


def place_points(rows: Sequence[Row]) -> tuple[Place, ...]:
    """Place those entities on the map whose coordinates are known: longitude to the right, latitude upwards."""
    return tuple(
        Place(
            x=(float(str(row["longitude"])) + 180) * MAP_SCALE,
            y=(90 - float(str(row["latitude"]))) * MAP_SCALE,
            key=str(row["entity_id"]),
            says=str(row["name"]),
        )
        for row in rows
        if row["latitude"] is not None and row["longitude"] is not None
    )


def x_of(share: float) -> float:
    """Return the place of a share of the time."""
    return LABELS + EDGE + share * (WIDTH - LABELS - 2 * EDGE)


def y_of(value: object, *, least: float, most: float) -> float:
    """Return the height of a value between two others."""
    return PLOT_HEIGHT - EDGE - (float(str(value)) - least) / ((most - least) or 1.0) * (PLOT_HEIGHT - 2 * EDGE)

"""Derives the base level that a text leaves to its reader: a level and a change against a base state it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from tasks.extractors.figures.amounts import exact
from tasks.extractors.figures.comparisons import base_days
from warehouse.records import DerivedFigure, Figure

VERSION = "1"

LEVEL_KINDS = frozenset({"money", "quantity", "count"})
CERTAIN_HEDGES = frozenset({None, "just"})
"""Hedges that leave a value exact; from `about` or `more than` nothing is derived."""
LONGEST_GAP = 60
"""Characters between a level and the change said of it: `US$6.12 billion. That was 10 percent less`."""
TO_GAP = 5
"""Characters between a change and the level it leads to: `rose 7 percent to US$412 million`."""
WRITTEN_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
"""`6.12` of `US$6.12 billion`."""
ROUNDING = "to the last digit that the level states ({step})"


def derive(figures: Iterable[Figure]) -> Iterator[DerivedFigure]:
    """Yield the base levels that neighbouring figures of one article state together, in the order of their text."""
    ordered = sorted(figures, key=lambda figure: (figure.article_id, figure.start_char))
    for first, second in pairwise(ordered):
        if first.article_id != second.article_id:
            continue
        gap = second.start_char - first.end_char
        derived = None
        if gap <= LONGEST_GAP and is_level(first) and is_change(second, of=first):
            derived = base_level(first, second)
        elif gap <= TO_GAP and is_change(first, of=second) and is_level(second):
            derived = base_level(second, first)
        if derived:
            yield derived


def is_level(figure: Figure) -> bool:
    """Tell whether a figure states an exact level, written in digits."""
    is_plain = figure.value_high is None and figure.direction is None and figure.hedge in CERTAIN_HEDGES
    return figure.kind in LEVEL_KINDS and is_plain and figure.value > 0 and bool(WRITTEN_NUMBER.search(figure.text))


def is_change(figure: Figure, *, of: Figure) -> bool:
    """Tell whether a figure states an exact change of another against a base."""
    if figure.direction is None or figure.compared_with is None or figure.value_high is not None:
        return False
    if figure.hedge not in CERTAIN_HEDGES or figure.value <= 0:
        return False
    if figure.kind == "percent":
        return figure.unit == "percent" and (figure.direction == "up" or figure.value < 100)
    return (figure.kind, figure.unit) == (of.kind, of.unit) and figure.unit is not None


def base_level(level: Figure, change: Figure) -> DerivedFigure | None:
    """Return the base of a level and a change, with the formula as a reader would write it; None where none is left."""
    found = WRITTEN_NUMBER.search(level.text)
    if found is None:
        return None
    written = Decimal(found[0].replace(",", ""))
    scale = level.value / written
    step = Decimal(1).scaleb(int(written.as_tuple().exponent))
    base, operation = computed(written, change, scale=scale)
    rounded = base.quantize(step)
    if rounded <= 0:
        return None
    start_on, end_on = base_period(level, change)
    return DerivedFigure(
        article_id=level.article_id,
        level_figure_id=level.key,
        change_figure_id=change.key,
        kind=level.kind,
        value=exact(rounded * scale),
        unit=level.unit,
        formula=f"{operation} = {rounded}",
        rounding=ROUNDING.format(step=step),
        period_start_on=start_on,
        period_end_on=end_on,
        measure=level.measure,
    )


def computed(written: Decimal, change: Figure, *, scale: Decimal) -> tuple[Decimal, str]:
    """Return the base in the level's scale, unrounded, and the operation in words of arithmetic."""
    if change.kind == "percent":
        share = change.value / 100
        ratio = (1 + share if change.direction == "up" else 1 - share).normalize()
        return written / ratio, f"{written} / {ratio:f}"
    step = (change.value / scale).normalize()
    if change.direction == "up":
        return written - step, f"{written} - {step:f}"
    return written + step, f"{written} + {step:f}"


def base_period(level: Figure, change: Figure) -> tuple[date | None, date | None]:
    """Return the days of the base: as the change states them, or counted back from the level's period."""
    if change.compared_start_on and change.compared_end_on:
        return change.compared_start_on, change.compared_end_on
    if not (level.period_start_on and level.period_end_on and change.compared_with):
        return None, None
    period = (level.period_start_on, level.period_end_on)
    return base_days(change.compared_with, period=period) or (None, None)

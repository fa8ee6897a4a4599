"""Derives the base level that a text leaves to its reader: a level and a change against a base state it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from tasks.extractors.figures.kinds.amounts import exact
from tasks.extractors.figures.slots.comparisons import base_days
from warehouse.records import DerivedFigure, Figure

VERSION = "3"

LEVEL_KINDS = frozenset({"money", "quantity", "count"})
CERTAIN_HEDGES = frozenset({None, "just"})
"""Hedges that leave a value exact; from `about` or `more than` nothing is derived."""
LONGEST_GAP = 60
"""Characters between a level and the change said of it: `US$3.25 billion. That was 8 percent less`."""
TO_GAP = 10
"""Characters between a change and the level it leads to, besides the base: `rose 7 percent from 1996 to $412`."""
HALF = 50
"""The one fraction of which `half as many as` and `half less than` say the same."""
CONFIDENT = 0.5
"""Share of such answers that were right, from which on figures are compared by what they measure."""
TIME = re.compile(r"\b(?:year|quarter|month|week|period|season|half|earlier|ago|before|previous|(?:19|20)[0-9]{2})\b")
NO_LEVEL = re.compile(
    r"\b(?:plan|planned|target|goal|quota|budget|budgeted|forecast|expected|estimated?|projection|average|mean|record"
    r"|peak|high|low)\b"
)
"""Bases that are no stated time's level: `last year's target`, `the average of the past years`."""
WRITTEN_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
"""`3.25` of `US$3.25 billion`."""
ROUNDING = "to the last digit that the level states ({step})"


def derive(figures: Iterable[Figure]) -> Iterator[DerivedFigure]:
    """Yield the base levels that neighbouring figures of one article state together, in the order of their text."""
    ordered = sorted(figures, key=lambda figure: (figure.article_id, figure.start_char))
    levels = frozenset((figure.kind, figure.text) for figure in ordered)
    for first, second in pairwise(ordered):
        if first.article_id != second.article_id:
            continue
        gap = second.start_char - first.end_char
        derived = None
        if gap <= LONGEST_GAP and is_level(first) and is_change(second, of=first, levels=levels):
            derived = base_level(first, second)
        elif gap <= TO_GAP + len(first.compared_with or "") and is_change(first, of=second, levels=levels):
            derived = base_level(second, first) if is_level(second) else None
        if derived:
            yield derived


def is_level(figure: Figure) -> bool:
    """Tell whether a figure states an exact level, written in digits."""
    is_plain = figure.value_high is None and not figure.is_change and figure.hedge in CERTAIN_HEDGES
    return figure.kind in LEVEL_KINDS and is_plain and figure.value > 0 and bool(WRITTEN_NUMBER.search(figure.text))


def is_change(figure: Figure, *, of: Figure, levels: frozenset[tuple[str, str]]) -> bool:
    """Tell whether a figure states an exact change of another against a time, and none of the `levels` is its base."""
    if (
        not figure.is_change
        or figure.direction is None
        or figure.value_high is not None
        or not is_time(figure, levels=levels)
    ):
        return False
    if figure.hedge not in CERTAIN_HEDGES or figure.value <= 0 or not is_same_measure(figure, of):
        return False
    if figure.rule == "fraction" and figure.value != HALF:
        return False
    if figure.kind == "percent":
        return figure.unit == "percent" and (figure.direction == "up" or figure.value < 100)
    return (figure.kind, figure.unit) == (of.kind, of.unit) and figure.unit is not None


def is_time(figure: Figure, *, levels: frozenset[tuple[str, str]]) -> bool:
    """Tell whether a figure is compared with a time, and not with a plan, an average, another thing or a stated level.

    `levels` are the kinds and texts of the article's figures.
    """
    base = figure.compared_with
    if base is None or NO_LEVEL.search(base):
        return False
    if any(kind == figure.kind and base.startswith(text) for kind, text in levels):
        return False
    return figure.compared_start_on is not None or bool(TIME.search(base))


def is_same_measure(figure: Figure, other: Figure) -> bool:
    """Tell whether two figures are said of the same words of the text, for as good as certain."""
    if figure.measure is None or figure.measure_start_char != other.measure_start_char:
        return False
    return min(figure.measure_confidence or 0.0, other.measure_confidence or 0.0) >= CONFIDENT


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
    start_on, end_on = base_period(level, change)
    is_later = start_on and level.period_start_on and start_on >= level.period_start_on
    if rounded <= 0 or rounded == written or is_later:
        return None
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

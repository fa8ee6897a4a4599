"""Joins what the extractors found in one article: what a figure or quotation stands under, and when a figure holds."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from warehouse.records import Article, Citation, DateExpression, Fact, Figure, Quotation

VERSION = "1"

SPOKEN = frozenset({"direct", "mixed"})
"""Styles whose words are the speaker's own; they go before `indirect`."""
TERM = "term"
"""Style of what stands between marks but is nobody's statement."""
REACH = 600
"""Characters before and after a figure in which its period, and the base of its comparison, are looked for again."""

Cited = TypeVar("Cited", Figure, Quotation)


def join(article: Article, facts: Mapping[str, Sequence[Fact]]) -> dict[str, list[Fact]]:
    """Return the facts by table, figures and quotations joined to what else was found; keys and spans stay."""
    citations = stretches([fact for fact in facts.get("citations", ()) if isinstance(fact, Citation)])
    dates = [fact for fact in facts.get("dates", ()) if isinstance(fact, DateExpression)]
    quotations = [fact for fact in facts.get("quotations", ()) if isinstance(fact, Quotation)]
    figures = [fact for fact in facts.get("figures", ()) if isinstance(fact, Figure)]
    joined: dict[str, list[Fact]] = {name: list(found) for name, found in facts.items()}
    if quotations:
        joined["quotations"] = [cited(quotation, citations) for quotation in quotations]
    if figures:
        attributed = with_speakers(figures, quotations)
        joined["figures"] = [dated(article, cited(figure, citations), dates) for figure in attributed]
    return joined


def stretches(citations: Sequence[Citation]) -> list[Citation]:
    """Return the first citation, by position and then key, of each stretch of text, in the stretches' order.

    The stretches of an article do not overlap. A source note at the end of the text covers none.
    """
    first: dict[int, Citation] = {}
    for citation in sorted(citations, key=lambda one: (one.start_char, one.key)):
        if citation.covers_start_char < citation.covers_end_char:
            first.setdefault(citation.covers_start_char, citation)
    return [first[start] for start in sorted(first)]


def cited(row: Cited, citations: Sequence[Citation]) -> Cited:
    """Return a row with the citation in whose stretch it begins; the row itself where there is none."""
    index = bisect_right(citations, row.start_char, key=lambda citation: citation.covers_start_char) - 1
    if index < 0 or row.start_char >= citations[index].covers_end_char:
        return row
    return replace(row, citation_id=citations[index].key)


def with_speakers(figures: Sequence[Figure], quotations: Sequence[Quotation]) -> Iterator[Figure]:
    """Yield the figures, in the order of the text, each with the quotation that it stands in and who speaks there."""
    waiting = sorted((one for one in quotations if one.style != TERM), key=lambda one: one.start_char, reverse=True)
    begun: list[Quotation] = []
    for figure in sorted(figures, key=lambda one: (one.start_char, one.end_char)):
        while waiting and waiting[-1].start_char <= figure.start_char:
            begun.append(waiting.pop())
        begun = [quotation for quotation in begun if quotation.end_char > figure.start_char]
        around = [quotation for quotation in begun if quotation.end_char >= figure.end_char]
        quotation = min(around, key=nearness, default=None)
        yield replace(figure, quotation_id=quotation.key, speaker=quotation.speaker) if quotation else figure


def nearness(quotation: Quotation) -> tuple[bool, int, str]:
    """Order the quotations around a figure: the speaker's own words first, then the shortest."""
    return quotation.style not in SPOKEN, quotation.end_char - quotation.start_char, quotation.key


def dated(article: Article, figure: Figure, dates: Sequence[DateExpression]) -> Figure:
    """Return a figure whose period, and base of comparison, have the days that the time expressions in them have.

    Where there is not exactly one expression with days, or the base would lie in the future, those that the figure
    has stay.
    """
    low, high = max(figure.start_char - REACH, 0), figure.end_char + REACH
    if figure.period:
        places = (
            article.text.rfind(figure.period, low, figure.start_char),
            article.text.find(figure.period, figure.end_char, high),
        )
        if period := days_at(places, length=len(figure.period), dates=dates):
            figure = replace(figure, period_start_on=period[0], period_end_on=period[1])
    if figure.compared_with:
        place = article.text.find(figure.compared_with, figure.end_char, high)
        base = days_at((place,), length=len(figure.compared_with), dates=dates)
        if base and not (article.published_on and base[0] > article.published_on):
            figure = replace(figure, compared_start_on=base[0], compared_end_on=base[1])
    return figure


def days_at(places: Sequence[int], *, length: int, dates: Sequence[DateExpression]) -> tuple[date, date] | None:
    """Return the first and last day that a phrase has wherever it stands; None where two places give different ones.

    A place of -1 is none.
    """
    found = {days_between(start, start + length, dates=dates) for start in places if start >= 0}
    return found.pop() if len(found) == 1 else None


def days_between(start: int, end: int, *, dates: Sequence[DateExpression]) -> tuple[date, date] | None:
    """Return the days of the one time expression that overlaps a span; None for none, for several, for unknown days."""
    first = bisect_right(dates, start, key=lambda one: one.end_char)
    overlapping = dates[first : bisect_left(dates, end, key=lambda one: one.start_char)]
    if len(overlapping) != 1 or not (overlapping[0].start_on and overlapping[0].end_on):
        return None
    return overlapping[0].start_on, overlapping[0].end_on

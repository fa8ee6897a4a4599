"""Finds time expressions and resolves each to an interval of days: `late last month`, `in 1997`, `one year earlier`."""

import re
from collections.abc import Iterator
from datetime import date

from tasks.extractors.dates.grammar import RULES
from tasks.extractors.dates.prefixes import with_words_before
from tasks.extractors.dates.reading import Context, Found, Rule
from warehouse.records import Article, DateExpression

VERSION = "3"


def find(article: Article) -> Iterator[DateExpression]:
    """Yield the time expressions of an article's body as intervals, in the order of its text."""
    body = article.body
    for found in read(body, published_on=article.published_on):
        yield as_row(article, found)


def read(text: str, *, published_on: date | None) -> list[Found]:
    """Read the time expressions of a text: of those that overlap the leftmost, and of these the longest."""
    context = Context(text=text, published_on=published_on)
    free_from = 0
    for start, end, rule, match in candidates(text):
        if start < free_from:
            continue
        reading = rule.read(match, context)
        if reading is None:
            continue
        found = Found(start=start, end=end, rule=rule.name, reading=reading)
        context.earlier.append(with_words_before(text, found, free_from=free_from))
        free_from = end
    return context.earlier


def candidates(text: str) -> list[tuple[int, int, Rule, re.Match[str]]]:
    """Return every rule's matches, leftmost first, the longest first among these, then in the rules' order."""
    found = []
    lowered = text.lower()
    for order, rule in enumerate(RULES):
        if rule.cues and not any(cue in lowered for cue in rule.cues):
            continue
        group: int | str = "span" if "span" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(text):
            span = group if match.span(group)[0] >= 0 else 0
            found.append((match.start(span), -match.end(span), order, match))
    found.sort(key=lambda item: item[:3])
    return [(start, -end, RULES[order], match) for start, end, order, match in found]


def as_row(article: Article, found: Found) -> DateExpression:
    """Build the row of an expression; its offsets count from the start of the article's text."""
    start, end = found.start + article.body_start_char, found.end + article.body_start_char
    interval = found.reading.interval
    return DateExpression(
        article_id=article.article_id,
        start_char=start,
        end_char=end,
        text=article.text[start:end],
        rule=found.rule,
        start_on=interval.start if interval else None,
        end_on=interval.end if interval else None,
        precision=found.reading.precision,
        modifier=found.reading.modifier,
        anchor=found.reading.anchor,
        anchor_on=found.reading.anchor_on,
    )

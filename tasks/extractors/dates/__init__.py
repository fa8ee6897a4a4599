"""Finds time expressions and resolves each to an interval of days: `late last month`, `in 1997`, `one year earlier`.

- `words`: the words, and the arithmetic of days.
- `calendar`: what the calendar alone resolves.
- `relative`: what is counted from another day.
- `clocks`: times of day.
- `resolving`: the grammar, and what becomes of its matches.
"""

from collections.abc import Iterator
from datetime import date

from tasks.extractors.dates.clocks.clocks import written
from tasks.extractors.dates.clocks.days import of_open_day, with_clock
from tasks.extractors.dates.clocks.glosses import as_gloss, give_day
from tasks.extractors.dates.relative.ended import stretch_before
from tasks.extractors.dates.resolving.joined import in_order
from tasks.extractors.dates.resolving.matching import candidates
from tasks.extractors.dates.resolving.prefixes import with_words_before
from tasks.extractors.dates.words.reading import Context, Found
from warehouse.records import Article, DateExpression

VERSION = "19"


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
        found = with_words_before(text, in_order(context, found), free_from=free_from)
        add_stretch(context, found, free_from=free_from)
        add(context, found)
        free_from = end
    return context.earlier


def add_stretch(context: Context, found: Found, *, free_from: int) -> None:
    """Add the stretch that an expression ends, for what says less of it: `the past year |ended March 31`."""
    stretch = stretch_before(context, found, free_from=free_from)
    if stretch is None:
        return
    if context.earlier and context.earlier[-1].end > stretch.start:
        context.earlier.pop()
    context.earlier.append(stretch)


def add(context: Context, found: Found) -> None:
    """Add an expression to those read: a day and the time beside it are one, two clocks of a moment share its day."""
    joined = with_clock(context, found)
    if joined:
        context.earlier[-1] = joined
    else:
        give_day(context, found)
        context.earlier.append(as_gloss(context, of_open_day(context, found)))


def as_row(article: Article, found: Found) -> DateExpression:
    """Build the row of an expression; its offsets count from the start of the article's text."""
    start, end = found.start + article.body_start_char, found.end + article.body_start_char
    interval, clock = found.reading.interval, found.reading.clock
    starts_at, ends_at = written(clock) if clock else (None, None)
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
        starts_at_clock=starts_at,
        ends_at_clock=ends_at,
        time_zone=clock.zone if clock else None,
    )

"""The times that an article names, each with what it may mean and its features."""

import re
from collections.abc import Sequence
from datetime import date

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.spans import Ends, spans_of
from tasks.extractors.figures.ranking.story import Story, Timed
from tasks.extractors.figures.ranking.times.fiscal import fiscal_spans
from tasks.extractors.figures.ranking.times.undated import Readings, readings_undated
from tasks.extractors.figures.slots.periods import Period, periods_in
from warehouse.records import DateExpression

ENDS = ("first", "last")
MOST_ROWS = len(ENDS)
DIGITS = re.compile(r"\d+")
BESIDE = 25
"""Characters beside a time expression in which the next word is looked for."""
MOST_DAYS = 40_000
SINCE = re.compile(r"(?:ever\s)?since\b", re.IGNORECASE)
"""`|since 1997`."""
OPEN_SPANS, LENGTHS = ("since it", "from it to publication"), ("stretch to it", "stretch to the day", "stretch from it")
"""What alone is meant by such a time, and by one whose length is told."""
END = re.compile(r"\bend(?:\sof\b|-)", re.IGNORECASE)
RANGES = ("range from it", "range to it", "stretch of it")
"""What alone a time means that another ends or begins: `March 11| to 20`, `April|/May`, `January/|May 1986`."""
WHOLE = frozenset({"its own days", "one of its days"})
"""What `the end of 1986`, `end-May` does not mean: all of it."""


def times_of(story: Story) -> list[Timed]:
    """Return the times that an article names, those left out whose days are not known at either end."""
    article = story.article
    periods = periods_in(article.text, article.body_start_char, article.body_end_char, dates=story.dates)
    undated = readings_undated(article, story.dates)
    return [time for time in (timed(story, period, undated) for period in periods) if time.stretches]


def timed(story: Story, period: Period, undated: Readings) -> Timed:
    """Lay beside a period its time expressions, and what it may mean besides its own days."""
    text, published_on = story.article.text, story.article.published_on
    rows = story.dates_within(period.start_char, period.end_char)[:MOST_ROWS]
    stretches: list[tuple[str, Ends]] = [("its own days", (period.start_on, period.end_on))]
    for row in rows:
        stretches.append(("one of its days", (row.start_on, row.end_on)))
        stretches += spans_of(text, row, published_on=published_on)
        stretches += fiscal_spans(text, row, published_on=published_on)
        readings = undated.get(row.start_char, ())
        stretches += ((f"its days {guess}", (reading.start_on, reading.end_on)) for guess, reading in readings)
        for guess, reading in readings:
            spans = spans_of(text, reading, published_on=None)
            stretches += ((f"{name} {guess}", ends) for name, ends in spans)
    if len(rows) == len(ENDS) and all(row.precision == "day" for row in rows) and is_stated(period):
        stretches = stretches[:1]
    low = max(0, period.start_char - len("end of "))
    meant = by_their_words(text[period.start_char : period.end_char], without_repeats(stretches))
    if END.search(text, low, period.end_char) and any(name == "end of it" for name, _ in meant):
        meant = [(name, ends) for name, ends in meant if name not in WHOLE]
    ranges = [(name, ends) for name, ends in meant if name.startswith(RANGES)]
    if ranges and len(rows) == 1 and not text.startswith(" and", period.end_char):
        meant = ranges
    return Timed(
        period=period,
        row=rows[0] if rows else None,
        sentence=story.sentence_of(period.start_char),
        stretches=meant,
        features=time_features(story, period, rows[0] if rows else None) | {f"may be {name}": 1 for name, _ in meant},
    )


def is_stated(period: Period) -> bool:
    """Tell whether both ends of a time are stated, in order: `from 1 January to 15 March` means nothing besides."""
    return period.start_on is not None and period.end_on is not None and period.start_on < period.end_on


def by_their_words(phrase: str, stretches: Sequence[tuple[str, Ends]]) -> list[tuple[str, Ends]]:
    """Return what a time means by construction: `since 1997` is open, `the nine months to June` no month of June."""
    wanted = OPEN_SPANS if SINCE.match(phrase) else LENGTHS
    meant = [(name, ends) for name, ends in stretches if name.startswith(wanted)]
    return meant or list(stretches)


def without_repeats(stretches: Sequence[tuple[str, Ends]]) -> list[tuple[str, Ends]]:
    """Return the stretches that are open at one end at most, each only under its first name."""
    names: dict[Ends, str] = {}
    for name, ends in stretches:
        if ends != (None, None):
            names.setdefault(ends, name)
    return [(name, ends) for ends, name in names.items()]


def time_features(story: Story, period: Period, row: DateExpression | None) -> Features:
    """Return the features of a time by itself."""
    text, published_on = story.article.text, story.article.published_on
    words = text[period.start_char : period.end_char].lower().split()
    features = {
        "is base": int(period.is_base),
        "is of something else": int(period.is_foreign),
        f"time begins={words[0]}": 1,
        f"time ends={DIGITS.sub('#', words[-1])}": 1,
        f"before time={edge_word(text[max(0, period.start_char - BESIDE) : period.start_char], -1)}": 1,
        f"after time={edge_word(text[period.end_char : period.end_char + BESIDE], 0)}": 1,
    }
    if row:
        features |= {f"precision={row.precision}": 1, f"modifier={row.modifier}": 1, f"anchor={row.anchor}": 1}
        if row.start_on and row.end_on:
            features["days"] = days_between(row.start_on, row.end_on)
        if row.start_on and published_on:
            features["age"] = days_between(row.start_on, published_on)
            features["is today"] = int(row.start_on == published_on)
    return features


def edge_word(text: str, index: int) -> str:
    """Return the first or last word of a text in small letters, or nothing."""
    words = text.lower().split()
    return words[index] if words else ""


def days_between(first: date, last: date) -> int:
    """Count the days from one day to another, at most a hundred years."""
    return max(-MOST_DAYS, min(MOST_DAYS, (last - first).days))

"""Finds the figures of an article: amounts of money, shares, quantities, counts, rates, ages, durations, ordinals.

One pass cuts the body into tokens; a second reads numbers with what stands beside them. What can be read in two ways
becomes a `Rejection`: a made-up value is the worst error.

- `words`: the text as tokens, and what is known of words.
- `numbers`: numbers in digits and in words.
- `kinds`: kinds of amounts: quantities, shares, counts, rates, ages, ordinals.
- `money`: numbers with a currency.
- `refusals`: numbers that are no figures.
- `scanning`: one pass over the tokens that reads the amounts.
- `slots`: what the sentence says of an amount.
- `tables`: numbers laid out in rows.
- `build`: records of what is certain, rejections of what is not.
- `references`: counts that point back at what was named.
- `ranking`: what a figure says, chosen among all that the text offers by what was learned from readers.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.build import build
from tasks.extractors.figures.kinds.ages import with_ages
from tasks.extractors.figures.ranking.judging import LearnedJudge
from tasks.extractors.figures.ranking.story import read_story
from tasks.extractors.figures.ranking.telling import tell, told_row
from tasks.extractors.figures.refusals.denials import is_denied, is_set_against, is_withdrawn
from tasks.extractors.figures.scanning.inheritance import with_inherited
from tasks.extractors.figures.scanning.scan import scan
from tasks.extractors.figures.slots.periods import without_stretches
from tasks.extractors.figures.tables.tabled_amounts import with_tabled
from tasks.extractors.figures.words.context import Context, read_context
from warehouse.records import Anaphor, Article, DateExpression, Figure, Mention, Rejection

VERSION = "26"
CLOCKS = frozenset({"hour", "minute"})
"""Precisions of times of day, whose numbers are hours: `from 3 a.m. to 12 noon`."""
DAYS = CLOCKS | {"day"}
"""Precisions of times on one day, which its number may end: `noon on the 7th`."""

NAMING_DAYS = frozenset({"month and day", "day and month", "leading day", "numeric day", "weekday and number"})
"""Rules of times whose numbers name days: `ended April three to`, `Sunday, 16 and Monday, 17 May`."""


def find(
    article: Article,
    *,
    dates: Sequence[DateExpression] = (),
    mentions: Sequence[Mention] = (),
    anaphors: Sequence[Anaphor] = (),
) -> Iterator[Figure | Rejection]:
    """Yield the figures of an article in the order of its text, and a rejection for each figure in doubt.

    `dates` are the article's time expressions: without them no figure has a period. `mentions` are the things that it
    names, `anaphors` what stands for them: without them a figure belongs to nobody but what its sentence says.
    """
    context = read_context(article)
    records = list(build_by_rules(context, dates=dates))
    figures = [record for record in records if isinstance(record, Figure)]
    story = read_story(context, figures, dates=dates, mentions=mentions, anaphors=anaphors)
    told = {one.figure.key: told_row(one) for one in tell(story, LearnedJudge())}
    low = article.body_start_char
    withdrawn = {stated(figure) for figure in figures if is_withdrawn(article.text, figure.start_char, low=low)}
    for record in records:
        yield without_denied(article, told.get(record.key, record), withdrawn) if isinstance(record, Figure) else record


def stated(figure: Figure) -> tuple[str, Decimal, str | None]:
    """Return what a figure states, to compare it by."""
    return figure.kind, figure.value, figure.unit


def without_denied(article: Article, figure: Figure, withdrawn: Container[tuple[str, Decimal, str | None]]) -> Figure:
    """Return a figure without its status where it is said not to be, and without `actual` where its clause denies it.

    So it is without `actual` where a correction takes it back.
    """
    text, start, low = article.text, figure.start_char, article.body_start_char
    is_open = figure.status == "actual" and (stated(figure) in withdrawn or is_denied(text, start, low=low))
    return replace(figure, status=None) if is_open or is_set_against(text, start, low=low) else figure


def build_by_rules(context: Context, *, dates: Sequence[DateExpression]) -> Iterator[Figure | Rejection]:
    """Yield the figures with what rules alone read of their sentences, and the rejections; a date's `27th` is none."""
    named = [(one.start_char, one.end_char) for one in dates if names_day(one)]
    amounts = with_tabled(context, with_inherited(context, with_ages(context, list(scan(context, days=named)))))
    for record in build(context, amounts, dates=without_stretches(dates)):
        ordinal = record if isinstance(record, Figure) and record.kind == "ordinal" else None
        if not (ordinal and is_in_time(ordinal, dates, text=context.article.text)):
            yield record


def names_day(one: DateExpression) -> bool:
    """Tell whether the numbers of a time name days or hours: `ended April three to`, `on 23 of this month`."""
    is_numbered = one.precision == "day" and one.text.partition(" of ")[0].isdigit()
    return one.rule in NAMING_DAYS or one.precision in CLOCKS or is_numbered


def is_in_time(ordinal: Figure, dates: Sequence[DateExpression], *, text: str) -> bool:
    """Tell whether an ordinal belongs to a time: `noon on the 7th`, `the third quarter`, `Friday the 11th`."""
    return any(
        one.start_char <= ordinal.start_char < one.end_char
        or (one.precision in DAYS and one.end_char == ordinal.end_char)
        or (ordinal.unit is None and one.precision == "day" and text[one.end_char : ordinal.start_char] == " the ")
        for one in dates
    )

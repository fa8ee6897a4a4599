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
- `build`: records of what is certain, rejections of what is not.
"""

from collections.abc import Iterator, Sequence

from tasks.extractors.figures.build import build
from tasks.extractors.figures.kinds.ages import with_ages
from tasks.extractors.figures.scanning.inheritance import with_inherited
from tasks.extractors.figures.scanning.scan import scan
from tasks.extractors.figures.words.context import read_context
from warehouse.records import Article, DateExpression, Figure, Rejection

VERSION = "6"


def find(article: Article, *, dates: Sequence[DateExpression] = ()) -> Iterator[Figure | Rejection]:
    """Yield the figures of an article in the order of its text, and a rejection for each figure in doubt.

    `dates` are the article's time expressions: without them no figure has a period.
    """
    context = read_context(article)
    amounts = with_inherited(context, with_ages(context, list(scan(context))))
    yield from build(context, amounts, dates=dates)

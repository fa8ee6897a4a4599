"""Stretches that a sentence names without their days, `the two months`, `for the year`; and fiscal years by country."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from tasks.extractors.figures.ranking.spans import COUNTS, Ends, first_of_months, month_end
from tasks.extractors.figures.ranking.story import Story
from tasks.extractors.figures.words.word_lists import word_list

SEVERAL = "|".join(list(COUNTS)[1:])
MONTHS = re.compile(
    rf"\b(?:[Tt]he|[Ff]irst)\s(?P<count>{SEVERAL}|\d{{1,2}})[- ]months?\b"
    r"(?!\s(?:to|end\w*|of|from|through|ago|earlier|before|later|period))"
)
"""`the deficit for |the two months`."""
YEAR = re.compile(
    r"\b(?:[Ff]or|[Oo]ver|[Dd]uring|of) the (?:(?:full|whole|entire) )?year\b"
    r"(?!\s(?:to|end\w*|from|before|earlier|ago|ahead|which|that|begin\w*|start\w*|\d))|\b[Ff]ull[- ]year\b"
)
"""`|for the year, earnings rose`."""
FISCAL_COUNTRIES = {month: word_list(f"unnamed.{month}") for month in ("april", "july", "october")}
"""The countries whose fiscal year begins in a month other than January."""


def unnamed_stretches(text: str, low: int, high: int, last: date | None) -> Iterator[tuple[str, Ends]]:
    """Yield what the words of a sentence, `text[low:high]`, make of the last day of a time told before."""
    months = MONTHS.search(text, low, high) if last else None
    if months and last and last == month_end(last) and last.year > date.min.year + 1:
        count = COUNTS.get(months["count"]) or int(months["count"])
        if 1 < count <= max(COUNTS.values()):
            yield "the months to it", (first_of_months(last, count), last)
    if last and YEAR.search(text, low, high):
        yield "the year of it", (date(last.year, 1, 1), date(last.year, 12, 31))


def is_of_country(story: Story, name: str) -> bool:
    """Tell whether a stretch, by its kind's name, is a fiscal year of the country that the article names most."""
    month = name.rsplit(" ", 1)[-1].lower()
    return name.startswith("fiscal year") and country_of(story) in FISCAL_COUNTRIES.get(month, ())


@lru_cache(maxsize=1)
def country_of(story: Story) -> str:
    """Return the code of the country that an article names most, the first of those, in small letters."""
    codes = Counter(mention.country_code for mention in story.mentions if mention.country_code)
    return codes.most_common(1)[0][0].lower() if codes else ""

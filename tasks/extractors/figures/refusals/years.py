"""Numbers that are years: `1997`, `1997/98`, `’98`."""

import re
from calendar import month_name

from tasks.extractors.figures.numbers.scales import Numeral
from tasks.extractors.figures.words.nouns import STOP_WORDS
from tasks.extractors.figures.words.tokens import WORD, Token, at
from tasks.extractors.figures.words.word_lists import word_list

YEAR_BEFORE = word_list("years.year_before")

FIRST_RECENT, LAST_RECENT = 1900, 2030
"""Years that news speaks of."""
MONTH_AND_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])\.(?:19|20)[0-9]{2}")


def is_bare_year(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether digits alone are a year: four of them, 1000 to 2100, in no separators; to 2199 behind `by 2120`."""
    token = tokens[numeral.first]
    return (
        numeral.last == numeral.first + 1
        and len(token.text) == 4
        and token.text.isdigit()
        and (1000 <= numeral.value <= 2100 or is_far_year(tokens, numeral))
    )


def is_far_year(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether four digits are a year of the next century: behind `by` or `until`, with nothing to count."""
    is_dated = at(tokens, numeral.first - 1).lower in ("by", "until", "till", "since")
    after = at(tokens, numeral.last)
    return is_dated and 2100 < numeral.value < 2200 and (after.kind != WORD or after.lower in STOP_WORDS)


def is_year_of_money(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether four digits before a currency may be a year: `in 1987 dollars`, `the 1987 sterling rate`."""
    is_recent = is_bare_year(tokens, numeral) and FIRST_RECENT <= numeral.value <= LAST_RECENT
    return is_recent and (numeral.value % 100 != 0 or at(tokens, numeral.first - 1).lower == "in")


def may_be_far_year(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether four digits behind `by` may be a year of the next century, though a noun follows: `By 2120 seas`."""
    is_dated = at(tokens, numeral.first - 1).lower in ("by", "until", "till", "since")
    text = tokens[numeral.first].text
    return is_dated and 2100 < numeral.value < 2200 and text.isdigit() and numeral.last == numeral.first + 1


def may_be_spelled_year(tokens: list[Token], numeral: Numeral, *, has_noun: bool) -> bool:
    """Tell whether a number in words may be a year: `in September two thousand and four`, `since two thousand`."""
    before = at(tokens, numeral.first - 1)
    is_dated = before.lower in ("in", "since", "until", "till", "by") or before.text in month_name[1:]
    return is_dated and not has_noun and not numeral.in_digits and FIRST_RECENT <= numeral.value <= LAST_RECENT


def may_be_month(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether digits behind `in` may be a month and its year: `in 5.1935`."""
    is_led = at(tokens, numeral.first - 1).lower in ("in", "since", "until", "till", "by")
    return is_led and MONTH_AND_YEAR.fullmatch(tokens[numeral.first].text) is not None


def is_short_year(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether an apostrophe makes a year of two digits: `the ’98 crisis`; a straight one may open a quotation."""
    mark, digits = at(tokens, numeral.first - 1), tokens[numeral.first].text
    return mark.text in ("'", "’") and mark.end == tokens[numeral.first].start and len(digits) == len("98")


def is_pair_of_years(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether a slash joins a year and the next one: `1997/98`, `2021/2022`."""
    first, second = tokens[numeral.first].text, at(tokens, numeral.first + 2).text
    if not numeral.is_fraction or len(first) != 4 or len(second) not in (2, 4):
        return False
    return str(int(first) + 1).endswith(second)

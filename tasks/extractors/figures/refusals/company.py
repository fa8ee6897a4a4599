"""Doubts about numbers for the company they keep: rows of digits, sums, hours, scales in brackets."""

import re
from calendar import day_name, month_abbr

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.refusals.broken_numbers import doubt_of_break
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.number_words import SCALES, SHORT_SCALES
from tasks.extractors.figures.words.tokens import NUMBER, SIGN, WORD, Token, at, is_glued, past_hyphen
from tasks.extractors.figures.words.word_lists import word_list

BRACKET_REACH = 20
SCALES_ALONE = frozenset({*SCALES, *SHORT_SCALES, "000"}) - {"mil", "mill", "mm", "mn", "mns"}
"""What a bracket states the scale by."""
LONGEST_BRACKET = 7
SHARES = frozenset({"percent", "pct", "%"})
MONTHS = frozenset(month_abbr[1:])
YEAR = 4
SHORTEST_YEAR = 3
"""Digits from which a number before another one may name something: `flight 747 3 percent`."""
CLOCK_VERBS = word_list("company.clock_verbs")
"""Verbs behind which `at` and a small number are a time of day: `opens at 9 and closes at 5`."""
OFFICE_VERBS = CLOCK_VERBS | {"work", "works"}
VERB_REACH = 3
HOURS = 12
DAY_HOURS = 24
DAY_NAMES = frozenset(name.lower() for name in day_name) | {"weekday", "weekend", "daily", "today", "tomorrow"}
PRICED = word_list("company.priced")
AFTER_PRICES = word_list("company.after_prices")
"""Words beside a price or level: `valued at 4.50`, `at 4.50 each`."""
EVENTS = word_list("company.events") | {name.lower() for name in day_name}
"""What may come about at an hour: `met at 10.30`."""
CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]")
TRADED = (word_list("changes.touching") - {"off", "up", "down"}) | frozenset(
    {"closed", "traded", "stood", "ended", "finished", "quoted", "fixed"}
)
"""Verbs behind which a number between `at` and `on` is a price: `closed at 16.49 on Monday`."""
SHORTEST_POSTAL = 5
"""Digits from which one before a name may be its code: `10117 Berlin`."""
SHORTEST_CODE = 8
"""Digits from which a number without separators, name or noughts may be a code."""


def doubt_of_company(context: Context, amount: Amount) -> str | None:
    """Say why the numbers and marks around an amount make it doubtful; None where nothing does."""
    tokens = context.tokens
    return (
        doubt_of_row(tokens, amount)
        or doubt_of_number_beside(tokens, amount)
        or doubt_of_points(tokens, amount)
        or doubt_of_sum(tokens, amount)
        or doubt_of_clock(tokens, amount)
        or doubt_of_bracket(context, amount)
        or doubt_of_break(tokens, amount)
    )


def doubt_of_row(tokens: list[Token], amount: Amount) -> str | None:
    """Say why digits that count nothing may be a code, or one number of a row: `40817810`, `4509 223344`."""
    if amount.unit is not None or amount.scale is not None or not amount.in_digits:
        return None
    is_in_row = NUMBER in (at(tokens, amount.first - 1).kind, at(tokens, amount.last).kind)
    if amount.last != amount.first + 1:
        return "it stands in a row of numbers" if is_in_row else None
    text = tokens[amount.first].text
    is_code = len(text) >= SHORTEST_CODE and not text.endswith("000")
    is_postal = len(text) >= SHORTEST_POSTAL and not text.endswith("00") and at(tokens, amount.last).text.istitle()
    if text.isdigit() and (is_code or is_postal):
        return "it may be a code"
    return "it stands in a row of numbers" if is_in_row else None


def doubt_of_number_beside(tokens: list[Token], amount: Amount) -> str | None:
    """Say why a number right beside another one may be a part of it: `1 2 percent`, `3 million 200 thousand 50`.

    That of a day and of a year is none: `on May 3 5 percent`; nor is that of things counted: `12 30-year bonds`.
    """
    before, after = at(tokens, amount.first - 1), at(tokens, amount.last)
    is_open = amount.unit is None and amount.scale is not None and tokens[amount.first].text.isdigit()
    if is_open and after.kind == NUMBER and len(after.text) != YEAR:
        return "a number follows it"
    if is_after_scaled(tokens, amount):
        return "a number stands before it"
    if tokens[amount.first].kind != NUMBER or describes_noun(tokens, amount):
        return None
    is_short = before.kind == NUMBER and before.text.isdigit() and len(before.text) < SHORTEST_YEAR
    earlier = at(tokens, amount.first - 2)
    is_own = earlier.kind == SIGN or earlier.text.rstrip(".").title()[:3] in MONTHS
    return "a number stands before it" if is_short and not is_own else None


def describes_noun(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether an amount describes what the number before it counts: `12 30-year bonds`, `50 20 dollar bills`."""
    joined, unit = past_hyphen(tokens, amount.first + 1), at(tokens, amount.last - 1)
    is_compound = joined > amount.first + 1 and at(tokens, joined).kind == WORD
    is_word = unit.kind == WORD and len(unit.text) >= SHORTEST_YEAR and amount.kind != "percent"
    return is_compound or (is_word and not unit.lower.endswith("s"))


def is_after_scaled(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether a number in millions or thousands, and nothing else, stands before digits."""
    is_number = tokens[amount.first].kind == NUMBER and amount.kind != "percent"
    scale = at(tokens, amount.first - 1).lower in SCALES
    return is_number and scale and at(tokens, amount.first - 2).text.isdigit()


def doubt_of_points(tokens: list[Token], amount: Amount) -> str | None:
    """Say why two points between digits make both numbers doubtful: `1..5 million`."""
    for first, number in ((amount.last, amount.last + 2), (amount.first - 2, amount.first - 3)):
        points = at(tokens, first).text == at(tokens, first + 1).text == "."
        if points and at(tokens, number).kind == NUMBER and all(is_glued(tokens, first + step) for step in range(3)):
            return "two points touch it"
    return None


def doubt_of_sum(tokens: list[Token], amount: Amount) -> str | None:
    """Say why numbers that a plus joins are no two figures: `the 2 + 4 talks`, `P5+1`."""
    sides = ((amount.last, amount.last + 1), (amount.first - 1, amount.first - 2))
    is_joined = any(at(tokens, plus).text == "+" and at(tokens, number).kind == NUMBER for plus, number in sides)
    return "a plus joins it to another number" if is_joined and amount.in_digits else None


def doubt_of_clock(tokens: list[Token], amount: Amount) -> str | None:
    """Say why a number between `at` and `on` may be a time of day: `exploded at 16.49 on Monday`."""
    is_bare = amount.rule in ("number", "count") and amount.is_bare and amount.scale is None
    verbs = {token.lower for token in tokens[max(0, amount.first - 1 - VERB_REACH) : amount.first - 1]} & CLOCK_VERBS
    is_hour = is_bare and at(tokens, amount.first - 1).lower == "at" and amount.value in range(1, HOURS + 1)
    if is_hour and verbs and at(tokens, amount.last).lower not in ("to", "up", "down"):
        return "it may be a time of day"
    if is_hour and names_day(at(tokens, amount.last), at(tokens, amount.last + 1), at(tokens, amount.last + 2)):
        return None if at(tokens, amount.first - 2).lower in TRADED | PRICED else "it may be a time of day"
    if is_bare and is_office_hour(tokens, amount):
        return "it may be a time of day"
    if not is_bare or at(tokens, amount.first - 1).lower != "at" or not CLOCK.fullmatch(tokens[amount.first].text):
        return None
    before, after = at(tokens, amount.first - 2), at(tokens, amount.last)
    if after.lower == "on":
        return None if before.lower in TRADED else "it may be a time of day"
    is_event = before.kind == NUMBER or before.lower in CLOCK_VERBS | EVENTS
    is_event = is_event and before.lower not in TRADED | PRICED and after.lower not in AFTER_PRICES
    return "it may be a time of day" if is_event or at(tokens, amount.first - 1).text == "At" else None


def names_day(joint: Token, first: Token, second: Token) -> bool:
    """Tell whether `on` and a day follow: `on Monday`, `on 12 May`, `on May 12`."""
    is_day = first.lower in DAY_NAMES or first.text.title()[:3] in MONTHS or second.text.title()[:3] in MONTHS
    return joint.lower == "on" and is_day and (first.text[:1].isupper() or first.kind == NUMBER)


def is_office_hour(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether a number is the first or last hour of a day: `open from 9 to 5 on Sunday`, `From 9 to 5 on`."""
    for start, first in ((amount.first - 1, amount.first), (amount.first - 3, amount.first - 2)):
        words = [at(tokens, start + step).lower for step in (0, 2, 4, 5)]
        day = words[3] if words[2] == "on" else words[2]
        is_stretch = (words[0], words[1]) in (("from", "to"), ("from", "until"), ("between", "and"))
        numbers = [at(tokens, first).text, at(tokens, first + 2).text]
        are_hours = all(text.isdecimal() and 0 < int(text) <= DAY_HOURS for text in numbers)
        verbs = {token.lower for token in tokens[max(0, start - VERB_REACH) : start]} & (OFFICE_VERBS)
        opens = at(tokens, start).text.istitle()
        if is_stretch and are_hours and (verbs or opens) and day.removesuffix("s") in DAY_NAMES:
            return True
    return False


def doubt_of_bracket(context: Context, amount: Amount) -> str | None:
    """Say why a number may leave out what a bracket before it states: `sales (in millions) were 35`, `(mln rubles): 3`.

    So it may what stands there with an apostrophe for a number: `output, '000 tons: 45`.
    """
    tokens, first = context.tokens, max(context.starts[amount.first], amount.first - BRACKET_REACH)
    if amount.kind not in ("count", "money"):
        return None
    for index in range(first, amount.first):
        words = words_in_bracket(tokens, index)
        if amount.scale is None and (words & SCALES_ALONE or is_thousands(tokens, index)):
            return "a bracket before it may state its scale"
        if amount.unit is None and (words & nouns().keys() or words & SHARES or names_unit(tokens, index, words)):
            return "a bracket before it may state what it is in"
    return None


def words_in_bracket(tokens: list[Token], index: int) -> set[str]:
    """Return the few words of a bracket that opens at a token and says in what numbers are, and none of any other."""
    if tokens[index].text != "(":
        return set()
    inside = tokens[index + 1 : index + LONGEST_BRACKET]
    last = next((step for step, token in enumerate(inside) if token.text == ")"), 0)
    words = {token.lower for token in inside[:last]}
    opens = at(tokens, index + 1).lower
    is_heading = opens in ("in", "000") or opens in SCALES_ALONE | SHARES or opens in nouns()
    is_heading = is_heading or names_unit(tokens, index, words)
    is_numbered = any(token.kind == NUMBER and token.text != "000" for token in inside[:last])
    return words if is_heading and not is_numbered else set()


def names_unit(tokens: list[Token], index: int, words: set[str]) -> bool:
    """Tell whether a bracket that opens at a token holds a unit in the plural alone: `(tons)`, `(in meters)`."""
    first = index + 1 + ("in" in words)
    found = unit_at(tokens, first) if at(tokens, first).lower.endswith("s") else None
    return found is not None and at(tokens, found[1]).text == ")" and len(at(tokens, first).text) > 2


def is_thousands(tokens: list[Token], index: int) -> bool:
    """Tell whether three noughts behind an apostrophe stand for thousands at a token: `'000 tons`."""
    return tokens[index].text == "000" and at(tokens, index - 1).text in ("'", "’", "‘")

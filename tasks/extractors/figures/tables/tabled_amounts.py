"""Values of the numbers of a list, in the scale and unit that its heading says."""

import re
from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import EXACT, Amount
from tasks.extractors.figures.scanning.scan import scan
from tasks.extractors.figures.tables.finding import cells_in
from tasks.extractors.figures.tables.headings import Heading
from tasks.extractors.figures.words.context import ANYWHERE, Context, sentences_of
from tasks.extractors.figures.words.tokens import Token, tokenize

SOME = Decimal(5)
"""A number of more than one, that a heading's unit is read behind: `5 billion francs`."""
RULE = "tabled"
SIGN_FIRST = re.compile(r"(?:[A-Z]{1,2})?[$£€¥]\s*")
"""Of a heading's unit: `|$ |million`, as `$5 million`."""
MEASURED = frozenset({"money", "quantity", "rate", "percent"})
"""Kinds whose units are known: what else stands behind `in` may be anything, `in brackets`."""


def with_tabled(context: Context, amounts: list[Amount]) -> list[Amount]:
    """Return an article's amounts with those of lists and tables in the scale and unit of their headings.

    Where a heading names a scale that cannot be read with its unit, or two headings differ, its numbers are doubtful.
    """
    article = context.article
    headed: dict[int, list[Heading]] = {}
    doubts: dict[int, str] = {}
    for cell in cells_in(article.text, article.body_start_char, article.body_end_char):
        if cell.heading:
            headed.setdefault(cell.start_char, []).append(cell.heading)
        if cell.doubt:
            doubts[cell.start_char] = cell.doubt
    if not headed:
        return amounts
    units = {heading: unit_of(context, heading) for headings in headed.values() for heading in headings}
    found: dict[int, Amount] = {}
    for index, token in enumerate(context.tokens):
        headings = headed.get(token.start, [])
        tabled = amount_of(token, index, headings, [unit for one in headings if (unit := units[one])])
        if token.start in doubts:
            tabled = doubtful(token, index, doubts[token.start])
        if tabled:
            found[index] = tabled
    kept = [one for one in amounts if found.keys().isdisjoint(range(one.first, one.last))]
    return sorted([*kept, *found.values()], key=lambda one: one.first)


def amount_of(token: Token, index: int, headings: list[Heading], units: list[Amount]) -> Amount | None:
    """Return the amount of a number under some headings and the units read of them; None where they name no unit."""
    if not units and not any(heading.is_scaled for heading in headings):
        return None
    if len({(one.value, one.kind, one.unit, one.per) for one in units}) == 1:
        value = EXACT.multiply(units[0].value / SOME, number_of(token))
        return replace(units[0], value=value, first=index, last=index + 1, rule=RULE)
    if len(units) > 1:
        return doubtful(
            token, index, f"headings differ in what it is in: {' and '.join(repr(one.unit) for one in headings)}"
        )
    return doubtful(token, index, f"its unit stands in a heading and was not understood: {headings[0].unit!r}")


def number_of(token: Token) -> Decimal:
    """Return the number that a token is."""
    return Decimal(token.text.replace(",", ""))


def doubtful(token: Token, index: int, doubt: str) -> Amount:
    """Return the amount of a number that is refused, with the reason."""
    return Amount(kind="count", value=number_of(token), first=index, last=index + 1, rule=RULE, doubt=doubt)


def unit_of(context: Context, heading: Heading) -> Amount | None:
    """Return the amount that a heading's unit makes of a number; None where it makes none for certain."""
    sign = SIGN_FIRST.match(heading.unit)
    text = f"{sign[0].rstrip()}{SOME} {heading.unit[sign.end() :]}" if sign else f"{SOME} {heading.unit}"
    article = replace(context.article, text=text, body_start_char=0, body_end_char=len(text))
    tokens = tokenize(text, 0, len(text))
    starts, ends = sentences_of(tokens)
    places = {ANYWHERE: context.places[ANYWHERE]}
    amounts = list(scan(replace(context, article=article, tokens=tokens, starts=starts, ends=ends, places=places)))
    if len(amounts) != 1 or amounts[0].doubt or amounts[0].value_high is not None:
        return None
    amount = replace(amounts[0], noun_last=None)
    is_scale_alone = amount.kind == "count" and amount.scale is not None and amount.last == len(tokens)
    return amount if ((amount.unit or amount.unit_candidates) and amount.kind in MEASURED) or is_scale_alone else None

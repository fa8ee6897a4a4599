"""Doubts about amounts beside which something stands that was not understood: a sign, letters, an abbreviation.

What is landed must be all of what the text says: `5 zlt. tons` may be thousands of tons, and `$5 (million)` is not five
dollars.
"""

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.refusals.company import doubt_of_company
from tasks.extractors.figures.refusals.scales_apart import doubt_of_scale_apart, is_end
from tasks.extractors.figures.words.abbreviations import KNOWN, VOWELS, is_strange, is_unknown
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.nouns import STOP_WORDS
from tasks.extractors.figures.words.number_words import NUMBER_WORDS, ONES, SHORT_SCALES
from tasks.extractors.figures.words.tokens import (
    ABBREVIATIONS,
    BREAK,
    DASH,
    MARK,
    NUMBER,
    SIGN,
    WORD,
    Token,
    at,
    is_glued,
)
from tasks.extractors.figures.words.units import GLUED_ONLY

OPENING = frozenset("([{\"'“”‘’«‹„~≈≃<>≤≥=+-/,:;.!?…•¿¡±*")
"""Marks that may touch a number before it."""
CLOSING = frozenset(")]}\"'“”‘’»›,;:.!?…/%+")
"""Marks that may touch a number after it."""
LONG_DASHES = frozenset({"\u2014", "--", "\u2015"})
MEASURED_AFTER = ("quantity", "duration", "percent", "currency after", "age", "rate", "money rate", "inherited")
"""Rules of amounts whose unit stands behind the number and was understood."""
ZERO = frozenset({"zero", "freezing"})
TEMPERATURES = frozenset({"temperature", "temperatures", "frost", "frosts", "cold", "thermometer", "mercury"})
WEATHER_REACH = 8
OPEN_LETTERS = {"m": "meters, minutes or million", "C": "degrees", "F": "degrees", "K": "thousands or kelvins"}
LONGEST_SYMBOL = 6
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
LONGEST_PER = 2
"""Letters behind the slash of a unit: `b/d`, `kg/ha`."""


def with_doubt_of_neighbours(context: Context, amount: Amount) -> str | None:
    """Say which neighbour of an amount was not understood; None where all were."""
    tokens = context.tokens
    return doubt_of_company(context, amount) or doubt_before(tokens, amount) or doubt_after(tokens, amount)


def doubt_before(tokens: list[Token], amount: Amount) -> str | None:
    """Say what before an amount was not understood: a sign, a mark, letters, an abbreviation, a scale."""
    first = amount.first
    before = at(tokens, first - 1)
    if before.kind == SIGN and (is_glued(tokens, first) or at(tokens, first - 2).kind == WORD):
        return f"`{before.text}` before it was not understood"
    if before.kind == MARK and is_glued(tokens, first) and is_odd_mark(tokens, first - 1):
        return f"`{before.text}` touches its beginning"
    if before.kind == DASH and is_half_compound(tokens, first):
        return f"`{at(tokens, first - 2).text[:20]}` is joined to it"
    if is_behind_open_dash(tokens, first):
        return "its dash may be a minus"
    if not amount.in_digits and is_behind_point(tokens, first):
        return "it may be the decimals behind `point`"
    return doubt_of_abbreviation_before(tokens, first) if amount.in_digits else None


def is_behind_open_dash(tokens: list[Token], first: int) -> bool:
    """Tell whether a dash touches a number and not the one before it: `1998 -0.5, 1999 1.2`."""
    is_dash = at(tokens, first - 1).kind == DASH and is_glued(tokens, first) and not is_glued(tokens, first - 1)
    return is_dash and len(at(tokens, first - 1).text) == 1 and at(tokens, first - 2).kind == NUMBER


def is_behind_point(tokens: list[Token], first: int) -> bool:
    """Tell whether a number in words may be decimals: `nought point |five percent`, `two-point-|five thousand`."""
    point = first - 1 - (at(tokens, first - 1).kind == DASH)
    return at(tokens, point).lower == "point" and at(tokens, first).lower in ONES


def doubt_of_abbreviation_before(tokens: list[Token], first: int) -> str | None:
    """Say what abbreviation or scale stands before digits and was not understood."""
    before = at(tokens, first - 1)
    if before.lower in ORDINAL_ENDINGS and at(tokens, first - 2).kind == NUMBER:
        return None  # on the 17th 500 million
    if is_unknown(tokens, first - 1) or is_consonants(before):
        return f"`{before.text[:20]}` before it is an abbreviation of no known list"
    is_dotted = before.text == "." and is_glued(tokens, first - 1)
    if is_dotted and (is_unknown(tokens, first - 2) or is_consonants(at(tokens, first - 2))):
        return f"`{at(tokens, first - 2).text[:20]}` before it is an abbreviation of no known list"
    return "a scale stands before it" if is_behind_scale(tokens, first) else None


def is_consonants(token: Token) -> bool:
    """Tell whether a word is an abbreviation with a capital and no vowel, which may be a currency's: `Pts`, `Sh`."""
    letters = token.text
    is_short = token.kind == WORD and letters.isalpha() and 1 < len(letters) < LONGEST_SYMBOL
    is_titled = is_short and letters[0].isupper() and letters[1:].islower() and not VOWELS & set(token.lower)
    return is_titled and token.lower not in ABBREVIATIONS | KNOWN


def is_odd_mark(tokens: list[Token], index: int) -> bool:
    """Tell whether a mark before a number, which touches it, opens nothing: `@5`, the point of `ID.3`, `A/5`."""
    mark, earlier = tokens[index].text, at(tokens, index - 1)
    if mark not in OPENING:
        return True
    touches = is_glued(tokens, index) and earlier.kind in (WORD, NUMBER)
    return touches and (mark in "/,+" or (mark == "." and earlier.kind == WORD and len(earlier.text) <= LONGEST_SYMBOL))


def is_half_compound(tokens: list[Token], first: int) -> bool:
    """Tell whether a hyphen joins an amount to capitals or an abbreviation before it: `XY-$5 million`."""
    before, earlier = at(tokens, first - 1), at(tokens, first - 2)
    if before.text in LONG_DASHES or not is_glued(tokens, first) or not is_glued(tokens, first - 1):
        return False
    return earlier.kind == WORD and (
        (earlier.text.isupper() and len(earlier.text) > 1) or is_unknown(tokens, first - 2)
    )


def is_behind_scale(tokens: list[Token], first: int) -> bool:
    """Tell whether a scale that multiplies nothing stands before an amount: `mln 5.3`, `Sales (mln) 45`."""
    last = first - 1 - (at(tokens, first - 1).text in (")", ":", "="))
    word = at(tokens, last)
    if word.lower not in SHORT_SCALES or word.lower in ("mil", "mill"):
        return False
    owner = at(tokens, last - 1)
    return owner.kind != NUMBER and owner.lower not in NUMBER_WORDS


def doubt_after(tokens: list[Token], amount: Amount) -> str | None:
    """Say what after an amount was not understood: letters or marks that touch it, an abbreviation, a scale."""
    last = amount.last
    after = at(tokens, last)
    if is_glued(tokens, last) and (doubt := doubt_of_touching(tokens, amount)):
        return doubt
    if amount.unit == "GBP" and is_before_shillings(tokens, amount):
        return "shillings or pence follow it"
    is_measured = amount.rule.removeprefix("range of ").startswith(MEASURED_AFTER)
    if not is_measured and (is_unknown(tokens, last) or is_strange_symbol(tokens, amount)):
        return f"`{after.text[:20]}` after it is an abbreviation of no known list"
    if amount.unit is None and (doubt := doubt_of_unit_after(tokens, amount)):
        return doubt
    return doubt_of_scale_apart(tokens, amount)


def doubt_of_unit_after(tokens: list[Token], amount: Amount) -> str | None:
    """Say what after a number without unit may be its unit or currency: `20 m`, `12 below`, `5 million in euros`."""
    after = at(tokens, amount.last)
    if amount.in_digits and is_open_symbol(after) and is_end(at(tokens, amount.last + 1)):
        return f"`{after.text}` after it may be {OPEN_LETTERS.get(after.text, 'its unit')}"
    if is_slashed_symbol(tokens, amount.last):
        return f"`{after.text}/{at(tokens, amount.last + 2).text}` after it is a unit of no known list"
    if after.lower == "below" and is_of_frost(tokens, amount):
        return "it may be degrees below zero"
    if after.lower == "above" and at(tokens, amount.last + 1).lower in ZERO:
        return "it may be degrees above zero"
    if after.lower == "grand":
        return "`grand` after it is a thousand of an unknown currency"
    currency = amount.last + 1 + (at(tokens, amount.last + 1).text[:1].isupper())
    word = at(tokens, currency).lower
    is_money = after.lower == "in" and (word in nouns() or word == "currency")
    return "its currency may follow it" if is_money else None


def is_open_symbol(token: Token) -> bool:
    """Tell whether a token is a symbol that is a unit where it touches its number, as `30 l` may have one too."""
    is_word = token.lower in STOP_WORDS or token.text in ("A", "I")
    return token.text in OPEN_LETTERS or (token.text in GLUED_ONLY and not is_word)


def is_slashed_symbol(tokens: list[Token], index: int) -> bool:
    """Tell whether a unit in letters and a slash stands at a token: `1.2 mb/d`; `12 men/women` are words."""
    unit, slash, per = (at(tokens, index + step) for step in range(3))
    is_glued_on = slash.text == "/" and is_glued(tokens, index + 1) and is_glued(tokens, index + 2)
    is_short = len(unit.text) < LONGEST_SYMBOL and len(per.text) <= LONGEST_PER
    return is_glued_on and is_short and unit.kind == per.kind == WORD and unit.lower not in STOP_WORDS


def is_before_shillings(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether shillings or pence of the old money follow pounds: `£1 4s 6d`."""
    number, letter = at(tokens, amount.last), at(tokens, amount.last + 1)
    return number.kind == NUMBER and letter.text in ("s", "d") and is_glued(tokens, amount.last + 1)


def is_of_frost(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether `below` behind a number ends its clause, or the words before speak of temperatures."""
    before = {token.lower for token in tokens[max(0, amount.first - WEATHER_REACH) : amount.first]}
    following = at(tokens, amount.last + 1)
    return following.kind in (MARK, BREAK) or following.lower in ZERO or bool(before & TEMPERATURES)


def doubt_of_touching(tokens: list[Token], amount: Amount) -> str | None:
    """Say what touches an amount's end and was not understood: `5zlt`, `5&nbsp;`, `5-zlt`, `10 km/x`."""
    last = amount.last
    after, following = at(tokens, last), at(tokens, last + 1)
    if after.kind in (WORD, NUMBER, SIGN) or (after.kind == MARK and after.text not in CLOSING):
        return f"`{after.text[:20]}` touches its end"
    joins = is_glued(tokens, last + 1) and following.kind in (WORD, NUMBER, SIGN)
    is_digit = tokens[last - 1].kind == NUMBER or (len(tokens[last - 1].text) == 1 and following.kind == NUMBER)
    if joins and ((after.text in ".," and is_digit) or (after.text == "." and following.kind == NUMBER)):
        return f"`{after.text}{following.text[:20]}` touches its end"
    if after.text == "/" and is_glued(tokens, last + 1) and following.kind == DASH:
        return "shillings of the old money"
    if after.text == "/" and joins:
        return f"`/{following.text[:20]}` touches its end"
    if after.kind != DASH or after.text in LONG_DASHES or not joins:
        return None
    is_half = following.kind != WORD or is_unknown(tokens, last + 1) or following.lower in NUMBER_WORDS
    return f"`-{following.text[:20]}` is joined to it" if is_half and amount.rule != "vote" else None


def is_strange_symbol(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether capitals that are no word stand where the unit of a number alone would: `30 XUSD`, `5 Mqt`."""
    token, after = at(tokens, amount.last), at(tokens, amount.last + 1)
    if (
        not amount.in_digits
        or amount.unit is not None
        or (amount.scale is not None and not (token.text.istitle() and not VOWELS & set(token.lower)))
        or token.kind != WORD
        or not token.text.isalpha()
    ):
        return False
    is_symbol = any(letter.isupper() for letter in token.text[1:]) or len(token.text) == 1 or amount.scale is not None
    is_joined = after.kind == DASH and is_glued(tokens, amount.last + 1)
    is_last = not is_joined and (after.kind != WORD or after.lower in STOP_WORDS)
    return is_symbol and is_last and len(token.text) <= LONGEST_SYMBOL and is_strange(token.lower)

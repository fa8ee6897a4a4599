"""Reads what a number counts, and the multipliers: `Four Russian observers`, `1,200-strong`, `2.4 times more`."""

from dataclasses import replace

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.owners import is_second_count, past_owner
from tasks.extractors.figures.kinds.quantities import with_per
from tasks.extractors.figures.kinds.rates import CARRIED, per_phrase
from tasks.extractors.figures.kinds.shares import round_share
from tasks.extractors.figures.kinds.unit_parts import INCHES
from tasks.extractors.figures.numbers.numerals import read_numeral
from tasks.extractors.figures.words.abbreviations import is_strange
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.currency_codes import codes
from tasks.extractors.figures.words.nouns import FUNCTION_WORDS, counted_noun, is_phrase_word, is_plural
from tasks.extractors.figures.words.number_words import DENOMINATORS, NUMBER_WORDS, SHORT_SCALES
from tasks.extractors.figures.words.tokens import BREAK, DASH, NUMBER, WORD, Token, at, is_glued, past_hyphen
from tasks.extractors.figures.words.word_lists import word_list

COMPARING = word_list("counts.comparing")

NOT_DISTANT = frozenset({"degree", "cup", "bit", "second", "carat", "pint", "knot", "curie"})

"""Units whose names mean other things behind an adjective: `two advanced degrees`."""

LONGEST_PARAGRAPH = 500
"""Tokens before a mark of inches in which an open quotation is looked for."""
PRIMES = frozenset({"'", "’", "′"})
INCH_MARKS = frozenset({'"', "”", "″"})
QUOTATION_MARKS = frozenset('"“”')
BEFORE_DISTANT_UNITS = word_list("counts.before_distant_units")
"""The shortest adjectives between a number and its unit; a longer one is any word: `517 rushing yards`."""
SHORTEST_ADJECTIVE = 4
NO_ADJECTIVES = frozenset(DENOMINATORS) | NUMBER_WORDS | frozenset(SHORT_SCALES) | {"light", "dozen", "score", "gross"}
"""What changes the value or the unit behind it: `two light years`."""
BEFORE_FIGURES = frozenset({"in", "into", "to", "high", "mid", "low"})
"""Before `six figures` these make an open amount of it, no tables: `in the high six figures`."""
EIGHTHS = frozenset({"2", "4", "8", "16", "32", "64"})
"""Parts that markets divide a point in; `45/50 points` are two prices."""


def read_times(tokens: list[Token], amount: Amount) -> Amount | None:
    """Read multipliers: `2.4 times more`, `sixfold`, `3-fold`; `3,200 times` alone counts occasions."""
    index = amount.last + (at(tokens, amount.last).kind == DASH)
    if at(tokens, index).lower in ("fold", "x") and is_glued(tokens, index) and at(tokens, index + 1).kind != NUMBER:
        return replace(amount, kind="rate", unit="times", last=index + 1, rule="multiplier")
    if at(tokens, amount.last).lower != "times":
        return None
    last = amount.last + 1
    if at(tokens, last).lower in COMPARING or amount.value != amount.value.to_integral_value():
        return replace(amount, kind="rate", unit="times", last=last, rule="multiplier")
    per, after = per_phrase(tokens, last)
    if per:
        return replace(amount, kind="rate", unit="times", per=per, last=after, rule="rate")
    return replace(amount, kind="count", unit="time", noun_last=last, rule="count")


def read_count(tokens: list[Token], amount: Amount, *, has_decimal_comma: bool, is_fraction: bool) -> Amount:
    """Read a number of things, named after it or not."""
    length = read_marked_feet(tokens, amount) or read_marked_inches(tokens, amount)
    if found := length or read_part_of_percent(tokens, amount):
        return found
    if is_prime(tokens, amount):
        return replace(amount, doubt="an apostrophe after it may mean feet or minutes")
    if has_decimal_comma and amount.scale is None:
        return replace(amount, doubt="a decimal comma without a unit may join two numbers")
    if is_fraction:
        return read_bare_fraction(tokens, amount)
    compound = at(tokens, past_hyphen(tokens, amount.last))
    if (
        at(tokens, amount.last).kind == DASH
        and compound.kind == WORD
        and len(compound.text) > 1
        and compound.lower not in NUMBER_WORDS | FUNCTION_WORDS
    ):
        return read_compound(tokens, amount)
    return read_counted(tokens, amount)


def read_counted(tokens: list[Token], amount: Amount) -> Amount:
    """Read the noun that a number counts: right after it, behind `of the` or `other`, or before it."""
    start = amount.last
    after = at(tokens, start).lower
    if after == "of" and (owned := past_owner(tokens, start + 1)):
        owned += is_second_count(tokens, owned)
        noun, _ = counted_noun(tokens, owned, is_one=False)
        return replace(amount, unit=noun, rule="count", noun_last=start, is_bare=noun is None)
    if at(tokens, past_hyphen(tokens, start)).lower in NUMBER_WORDS:
        return replace(amount, rule="count", is_bare=True)
    start += after in ("other", "more", "additional", "further")
    start += 2 * (after == "or" and at(tokens, start + 1).lower in ("so", "more", "fewer"))
    if after == "figures" and at(tokens, amount.first - 1).lower in BEFORE_FIGURES:
        return replace(amount, last=start + 1, doubt="an open amount, such as six figures")
    noun, last = counted_noun(tokens, start, is_one=amount.value == 1)
    noun = noun if noun and len(noun) > 1 else None
    if noun is None and at(tokens, start).lower == "point" and (amount.value < 1 or describes_noun(tokens, start)):
        noun, last = "point", start + 1
    if noun and (measured := read_distant_unit(tokens, amount, last)):
        return measured
    per, after_per = per_phrase(tokens, last)
    if per:
        return replace(amount, kind="rate", unit=noun, per=per, last=after_per, rule="rate of count")
    is_some_day = noun == "day" and amount.value == 1 and not amount.in_digits  # `will one day stand down`
    noun = None if is_some_day else noun or noun_numbered(tokens, amount.first)
    unit = None if noun == "one" else noun  # 300 small ones
    return replace(amount, unit=unit, rule="count", noun_last=last, is_bare=noun is None)


def describes_noun(tokens: list[Token], index: int) -> bool:
    """Tell whether the word at a token stands before a noun of its phrase: the `point` of `a 130 point rise`."""
    after, article = at(tokens, index + 1), at(tokens, index - 2).lower
    is_noun = is_phrase_word(after) or (article in ("a", "the") and after.lower not in FUNCTION_WORDS)
    return is_noun and after.kind == WORD and after.text.islower()


def read_part_of_percent(tokens: list[Token], amount: Amount) -> Amount | None:
    """Read `0.5 of a percent`, `0.25 of a percentage point`: a decimal below one, of one of its unit."""
    is_part = 0 < amount.value < 1 and at(tokens, amount.last).lower == "of"
    found = unit_at(tokens, amount.last + 2) if is_part and at(tokens, amount.last + 1).lower in ("a", "one") else None
    if found is None or found[0].kind != "percent":
        return None
    return replace(amount, kind="percent", unit=found[0].name, last=found[1], rule="percent")


def read_marked_feet(tokens: list[Token], amount: Amount) -> Amount | None:
    """Read `5'11"`: feet and inches by their marks, in inches; either mark alone tells less."""
    numeral = read_numeral(tokens, amount.last + 1)
    is_foot = at(tokens, amount.last).text in PRIMES and is_glued(tokens, amount.last) and amount.value % 1 == 0
    if not is_foot or numeral is None or not amount.in_digits or numeral.scale or not 0 <= numeral.value < INCHES:
        return None
    if at(tokens, numeral.last).text not in INCH_MARKS or not is_glued(tokens, numeral.last):
        return None
    inches = amount.value * INCHES + numeral.value
    return replace(amount, kind="quantity", unit="inch", value=inches, last=numeral.last + 1, rule="quantity")


def read_marked_inches(tokens: list[Token], amount: Amount) -> Amount | None:
    """Read `48" wide`, where no quotation is open that the mark could close."""
    mark = at(tokens, amount.last)
    if mark.text not in ('"', "”") or not amount.in_digits or not is_glued(tokens, amount.last) or amount.scale:
        return None
    if is_glued(tokens, amount.last + 1) and at(tokens, amount.last + 1).kind in (WORD, NUMBER):
        return None
    if is_in_quotation(tokens, amount.last):
        return None
    if at(tokens, amount.first - 1).text in PRIMES and at(tokens, amount.first - 2).kind == NUMBER:
        return replace(amount, doubt="feet or minutes stand before it")
    return replace(amount, kind="quantity", unit="inch", last=amount.last + 1, rule="quantity")


def is_in_quotation(tokens: list[Token], index: int) -> bool:
    """Tell whether a quotation is open before a token in its paragraph; marks of inches open and close none."""
    first = index
    while at(tokens, first - 1).kind != BREAK and index - first < LONGEST_PARAGRAPH:
        first -= 1
    is_open = False
    for position in range(first, index):
        text = tokens[position].text
        is_inch = not is_open and is_glued(tokens, position) and at(tokens, position - 1).kind == NUMBER
        if text in QUOTATION_MARKS and not is_inch:
            is_open = text == "“" or (text == '"' and not is_open)
    return is_open


def is_prime(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether an apostrophe that opens nothing touches a number's end: `an altitude of 30' when`."""
    after = at(tokens, amount.last)
    return (
        after.text in PRIMES
        and is_glued(tokens, amount.last)
        and amount.in_digits
        and (
            at(tokens, amount.last + 1).kind == NUMBER or (after.text != "’" and not is_glued(tokens, amount.last + 1))
        )
    )


def noun_numbered(tokens: list[Token], first: int) -> str | None:
    """Return the noun of `the number of guards is 450`, where the number ends the phrase."""
    if at(tokens, first - 1).lower not in ("is", "was", "at", "to", "from", "reached", "exceeds", "be"):
        return None
    for index in range(first - 3, max(first - 14, 0), -1):
        if at(tokens, index).lower == "of" and at(tokens, index - 1).lower == "number":
            return counted_noun(tokens, index + 1, is_one=False)[0]
    return None


def read_distant_unit(tokens: list[Token], amount: Amount, last: int) -> Amount | None:
    """Read a unit of measure or time that adjectives part from its number: `517 rushing yards`, `two extra minutes`."""
    found = unit_at(tokens, last - 1)
    if found is None or found[0].name in NOT_DISTANT or at(tokens, last - 1).text[0].isupper():
        return None
    unit = found[0]
    if unit.kind not in ("quantity", "duration") or last - 1 == amount.last:
        return None
    if (carried := at(tokens, before_hyphen(tokens, last - 1))).lower in CARRIED:
        name = f"{carried.lower} {unit.name}"
        return with_per(tokens, replace(amount, kind="quantity", unit=name, last=last, rule="quantity"))
    text = tokens[amount.first].text
    is_year = len(text) == len("2005") and text.isdigit()  # the 2005 model years
    if is_year or not all(may_stand_between(token) for token in tokens[amount.last : last - 1]):
        return replace(amount, doubt="a word before its unit may be a scale")
    return with_per(tokens, replace(amount, kind=unit.kind, unit=unit.name, last=last, rule=unit.kind))


def before_hyphen(tokens: list[Token], index: int) -> int:
    """Return the index of the word before a token, past a hyphen between them."""
    return index - 1 - (at(tokens, index - 1).kind == DASH)


def may_stand_between(token: Token) -> bool:
    """Tell whether a word before a unit of measure is an adjective that leaves it as it is."""
    if token.lower in BEFORE_DISTANT_UNITS or token.kind == DASH:
        return True
    is_word = token.kind == WORD and len(token.text) >= SHORTEST_ADJECTIVE and token.text.islower()
    return is_word and token.lower not in NO_ADJECTIVES and not is_strange(token.lower)


def read_compound(tokens: list[Token], amount: Amount) -> Amount:
    """Read a number that a hyphen joins to a noun: `1,200-strong`, `11-member`, `first-team`."""
    word = at(tokens, amount.last + 1).lower
    last = amount.last + 2
    if word == "point" and at(tokens, last).kind == DASH and at(tokens, last + 1).lower in NUMBER_WORDS:
        return replace(amount, last=last + 2, doubt="decimals in words")  # two-point-five
    if word in ("something", "somethings"):
        return replace(amount, doubt="an open decade, such as thirty-something")
    if doubt := doubt_of_joined(tokens, amount, word):
        return replace(amount, last=last, doubt=doubt)
    if word == "strong":
        noun, noun_last = counted_noun(tokens, last, is_one=False)
        is_each = is_plural(at(tokens, noun_last - 1))  # 30-strong units
        return replace(amount, unit=None if is_each else noun, last=last, rule="count", noun_last=noun_last)
    return replace(amount, unit=word, rule="compound", noun_last=last)


def doubt_of_joined(tokens: list[Token], amount: Amount, word: str) -> str | None:
    """Say why a word that a hyphen joins to a number makes no count of it."""
    if is_code(at(tokens, amount.last + 1)):
        return "capitals are joined to it: law 122-FZ"
    if word == "figure":
        return "an open amount, such as a six-figure sum"
    if word in ("nil", "love") and amount.in_digits:
        return "a score: 3-nil"
    is_part = word in DENOMINATORS and word != "second"
    return "a fraction that describes a noun: three-quarter length" if is_part else None


def is_code(token: Token) -> bool:
    """Tell whether a token is two or three capitals that are no word: `FZ`, `GBP`."""
    return token.text.isupper() and len(token.text) in (2, 3) and (is_strange(token.lower) or token.text in codes())


def read_bare_fraction(tokens: list[Token], amount: Amount) -> Amount:
    """Read a fraction in digits as a share where `of` follows; otherwise it may be a date, a score or a size."""
    if at(tokens, amount.last).lower == "of" and at(tokens, amount.last + 1).lower in ("a", "an"):
        country = at(tokens, amount.last + 2).text in ("US", "U.S.")
        found = unit_at(tokens, amount.last + 2 + country)
        if found:
            return replace(amount, kind=found[0].kind, unit=found[0].name, last=found[1], rule=found[0].kind)
    point = amount.last + 2 * (at(tokens, amount.last).lower == "of" and at(tokens, amount.last + 1).lower == "a")
    if at(tokens, point).lower in ("point", "points") and tokens[amount.last - 1].text in EIGHTHS:
        return replace(amount, unit="point", last=point + 1, rule="count", noun_last=point + 1)  # 1/4 of a point
    if at(tokens, amount.last).lower == "of" and 0 < amount.value < 1:
        share = round_share(amount.value * 100)
        return replace(amount, kind="percent", unit="percent", value=share, rule="fraction")
    return replace(amount, doubt="a fraction without a unit may be a date or a score")

"""Reads shares and multipliers in words: `half`, `two thirds of`, `one in ten`, `doubled`."""

from dataclasses import replace
from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.numbers.numerals import read_numeral, scale_of_fraction
from tasks.extractors.figures.numbers.scales import Numeral, named_fraction
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.nouns import STOP_WORDS
from tasks.extractors.figures.words.number_words import DENOMINATORS, MULTIPLIERS, ONES
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued, past_hyphen
from tasks.extractors.figures.words.word_lists import word_list

ARTICLES = frozenset({"a", "an"})
PERIOD_HALVES = word_list("shares.period_halves")
"""Before `half` or `quarter` these make a stretch of the year or of a game, not a share."""
SHARE_AFTER = word_list("shares.share_after")
FALLS = word_list("shares.falls")
COUNTS_QUARTERS = frozenset(
    {"the", "these", "those", "its", "for", "in", "over", "last", "past", "first", "next", "previous"}
)
"""Before `three quarters` these make stretches of the year of them: `in the three quarters`."""
COUNTS_BEFORE_OF = frozenset({"these", "those", "last", "past", "first", "next", "previous", "straight"})
"""The same of `three quarters of`, which may be a share behind the other words."""
MOVEMENTS = word_list("shares.movements")
"""What an economy or firm does for a quarter of the year."""
HALF_YEARLY = word_list("shares.half_yearly")
"""What is told of a half of the year, and what its end stands behind: `half-year profit`, `the half-year ended`."""
GOOD = word_list("shares.good")
"""What describes a share behind its article: `a good third of`."""
RISING = word_list("changes.touching") - {"by"} - word_list("shares.taking")
"""Verbs behind which a fraction and no noun is how far something moved, `grew a third to`; what is added may be one."""
AFTER_RISE = frozenset({"to", "in", "from", "last", "since", "over", "on", "this", "against", "during"})
STEPS = frozenset({"half", "quarter", "quarters"})
"""Parts of a point without `of`: `a quarter point`, `a half-point`; `a third point` is one of several."""
SIZES = word_list("shares.sizes")
"""Behind `a third the` these make a share of it: `a third the size`."""
BOUNDS = frozenset({"than", "nearly", "almost", "about", "over", "roughly", "around", "least"})
PLURAL_VERBS = frozenset({"are", "were", "have"})
MUCH = frozenset({"much", "many"})
ROUND_BASES = frozenset({3, 4, 5, 6, 8, 10, 20, 100, 1000, 10_000, 100_000, 1_000_000})
TEN = 10
LEAST_MANY = 500
"""Of these and its multiples one may be a share, beside the round bases: `1 in 2,500`; what may be a year is none."""
LAST_YEAR = 2100
CHANCES = frozenset({"chance", "chances", "odds", "risk", "probability", "likelihood"})
"""Near `1 in` these make odds of any base: `the risk is 1 in 250`."""
CHANCE_WINDOW = 6
NO_MULTIPLE = word_list("shares.no_multiple")
VERBS_BEFORE, VERBS_AFTER = word_list("shares.verbs_before"), word_list("shares.verbs_after")
"""Beside these `double` is a verb or multiplies: `to double`, `double the trade`."""


def round_share(value: Decimal) -> Decimal:
    """Round a share that decimals cannot state exactly to a hundredth of a percent: 66.67 for two thirds."""
    return value if value == value.quantize(Decimal("0.0001")) else value.quantize(Decimal("0.01"))


def read_fraction(tokens: list[Token], index: int) -> Amount | None:
    """Read a fraction in words at a token, as a share or as a part of a unit: `a tenth of`, `half an hour`."""
    if at(tokens, index).lower not in FRACTION_STARTS:
        return read_described(tokens, index)
    first = index
    fraction, last = named_fraction(tokens, index)
    if is_part_of_year(tokens, index):
        return None
    if fraction is None or fraction >= 1 or is_mixed(tokens, index) or scale_of_fraction(tokens, last)[0]:
        return None
    if at(tokens, index).lower in ARTICLES:
        first += 1
    amount = Amount(kind="percent", value=fraction, first=first, last=last, rule="fraction", in_digits=False)
    if part := part_of_unit(tokens, amount):
        return part
    if is_share(tokens, index, last):
        return replace(amount, value=round_share(share_of(tokens, index) * 100), unit="percent")
    return None


def is_part_of_year(tokens: list[Token], index: int) -> bool:
    """Tell whether `half-year` at a token is a part of the calendar, no length: `half-year profit`, `the half-year`."""
    year = past_hyphen(tokens, index + 1)
    if at(tokens, index).lower != "half" or at(tokens, year).lower not in ("year", "yearly"):
        return False
    after = at(tokens, year + 1)
    if at(tokens, index - 1).lower in ("the", "first", "second", "last", "latest", "this", "each", "every"):
        return after.lower in HALF_YEARLY or after.kind != WORD or after.lower in STOP_WORDS
    return after.lower in HALF_YEARLY


def is_described_share(tokens: list[Token], index: int) -> bool:
    """Tell whether a fraction stands at a token, behind an article and an adjective: the third of `a good third of`."""
    is_described = at(tokens, index - 1).lower in GOOD and at(tokens, index - 2).lower in ARTICLES
    return is_described and at(tokens, index).lower in DENOMINATORS and at(tokens, index + 1).lower == "of"


def read_described(tokens: list[Token], index: int) -> Amount | None:
    """Read a fraction that an adjective parts from its article: the third of `a good third of its value`."""
    if not is_described_share(tokens, index):
        return None
    share = round_share(share_of(tokens, index) * 100)
    return Amount(
        kind="percent", value=share, first=index, last=index + 1, unit="percent", rule="fraction", in_digits=False
    )


def share_of(tokens: list[Token], index: int) -> Decimal:
    """Return the fraction at a token with all of its decimals, for rounding once only."""
    words = [at(tokens, index + step).lower for step in range(4)]
    name = next(word for word in words if word in DENOMINATORS)
    return ONES.get(words[0], Decimal(1)) / DENOMINATORS[name]


FRACTION_STARTS = frozenset({"half", "quarter"}) | ARTICLES | frozenset(ONES)


def is_mixed(tokens: list[Token], index: int) -> bool:
    """Tell whether a fraction belongs to the number before it: the half of `2 and a half`."""
    return at(tokens, index - 1).lower == "and" and at(tokens, index - 2).kind == NUMBER


def is_share(tokens: list[Token], index: int, last: int) -> bool:
    """Tell whether a fraction in words is a share of something, from the words around it."""
    before, token, after = at(tokens, index - 1), at(tokens, index), at(tokens, last)
    name = at(tokens, last - 1).lower
    is_hyphened = (before.kind == DASH and is_glued(tokens, index)) or (after.kind == DASH and is_glued(tokens, last))
    is_time = before.lower in PERIOD_HALVES or (name == "quarters" and are_of_year(tokens, index, last))
    if is_hyphened or is_time or token.lower == name == "quarter":
        return False
    if after.lower in ("of", "that") or after.lower in FALLS or compares(tokens, last) or joins(tokens, index, last):
        return True
    if name in ("half", "halves"):
        return after.lower in SHARE_AFTER or before.lower in ("by", "nearly", "almost", "over", "than", "about", "in")
    if name == "quarters" and before.lower in COUNTS_QUARTERS:
        return False
    if token.lower in ONES:
        return after.lower in SHARE_AFTER or after.kind != WORD or token.lower != "one"
    has_moved = before.lower in RISING and (after.lower in AFTER_RISE or after.kind != WORD)
    return before.lower == "by" or has_moved or is_subject(tokens, index, last)


def are_of_year(tokens: list[Token], index: int, last: int) -> bool:
    """Tell whether quarters from `index` to `last` are stretches of the year: `after three quarters of contraction`."""
    if at(tokens, last).lower != "of":
        return False
    what = at(tokens, last + 1)
    return what.lower in MOVEMENTS or what.kind == NUMBER or at(tokens, index - 1).lower in COUNTS_BEFORE_OF


def is_subject(tokens: list[Token], index: int, last: int) -> bool:
    """Tell whether a fraction is the subject of a verb in the plural, or a part of what is told: `a third were`.

    `A third was hurt` may be the third of three.
    """
    if tuple(at(tokens, index - step).lower for step in (2, 1)) in (("of", "which"), ("of", "whom")):
        return True
    return at(tokens, last).lower in PLURAL_VERBS or is_bounded(tokens, index, last)


def is_bounded(tokens: list[Token], index: int, last: int) -> bool:
    """Tell whether a bound stands before a fraction that no noun follows: `by more than a fifth,`."""
    after = at(tokens, last)
    return at(tokens, index - 1).lower in BOUNDS and (after.kind != WORD or after.lower in STOP_WORDS)


def compares(tokens: list[Token], index: int) -> bool:
    """Tell whether a comparison follows a fraction: `a third as much`, `a tenth the size`."""
    word, following = at(tokens, index).lower, at(tokens, index + 1).lower
    return (word == "as" and following in MUCH) or (word == "the" and following in SIZES)


def joins(tokens: list[Token], index: int, last: int) -> bool:
    """Tell whether a second share follows a fraction from `index` to `last`: `a third to`, `between a third and`."""
    joint = at(tokens, last).lower
    if joint not in ("to", "or") and not (joint == "and" and at(tokens, index - 1).lower == "between"):
        return False
    fraction, end = named_fraction(tokens, last + 1)
    return fraction is not None and fraction < 1 and is_share(tokens, last + 1, end)


def part_of_unit(tokens: list[Token], amount: Amount) -> Amount | None:
    """Read `half an hour`, `half a mile`, `three quarters of an hour`, `a quarter of a point` as a part of the unit."""
    after = past_hyphen(tokens, amount.last) + (at(tokens, amount.last).lower == "of")
    is_one = at(tokens, after).lower in ("one", "1") and at(tokens, after + 1).lower == "percent"
    after += is_one or at(tokens, after).lower in ARTICLES
    if at(tokens, after).lower == "century":
        return replace(amount, kind="duration", unit="century", last=after + 1, rule="duration")
    is_step = at(tokens, after - 1).lower == "of" or at(tokens, amount.last - 1).lower in STEPS
    if at(tokens, after).lower == "point" and (is_step or after > amount.last):
        return replace(amount, kind="count", unit="point", last=after + 1)
    found = unit_at(tokens, after)
    if found is None or is_nth(tokens, amount, after):
        return None
    unit, last = found
    return replace(amount, kind=unit.kind, unit=unit.name, last=last, rule=unit.kind)


def is_nth(tokens: list[Token], amount: Amount, index: int) -> bool:
    """Tell whether `a third` before a unit is the one after the second: `fell for a third day`."""
    name = at(tokens, amount.last - 1).lower
    return index == amount.last == amount.first + 1 and name in DENOMINATORS and name not in STEPS


def read_odds(tokens: list[Token], amount: Amount) -> Amount | None:
    """Read `one in ten`, `1-in-10`, `one captive in ten`, `seven out of ten`, `one of every five` as a share."""
    is_one = amount.value == 1 and not amount.in_digits
    if is_one and at(tokens, amount.last + 1).lower == "in" and (share := odds_at(tokens, amount, amount.last + 1)):
        return share
    return odds_at(tokens, amount, past_hyphen(tokens, amount.last))


def odds_at(tokens: list[Token], amount: Amount, index: int) -> Amount | None:
    """Return the share that an amount is of the number behind `in` or `out of` at a token."""
    gap = odds_gap(tokens, index)
    base = past_hyphen(tokens, index + gap)
    if not gap or amount.value != amount.value.to_integral_value() or amount.scale is not None:
        return None
    numeral = read_numeral(tokens, base)
    if numeral is None or numeral.doubt or not 0 < amount.value < numeral.value:
        return None
    if unit_at(tokens, numeral.last) or at(tokens, numeral.last).kind == NUMBER:
        return None
    if gap == 1 and not (is_round_base(tokens, amount, numeral) or is_chance(tokens, amount, numeral)):
        return None
    value = round_share(amount.value / numeral.value * 100)
    return replace(amount, kind="percent", unit="percent", value=value, last=numeral.last, rule="odds")


def odds_gap(tokens: list[Token], index: int) -> int:
    """Return how many words at a token make the number before them a share of the next: `in`, `out of`, `of every`."""
    first, second = at(tokens, index).lower, at(tokens, index + 1).lower
    if (first, second) == ("out", "of"):
        return 2 + (at(tokens, index + 2).lower == "every")
    if first in ("in", "of") and second == "every":
        return 2
    return int(first == "in")


def is_round_base(tokens: list[Token], amount: Amount, numeral: Numeral) -> bool:
    """Tell whether `in` and a number make odds, no place or date: `one in ten`, `1 in 4`, but not `five in 1998`.

    Newspapers write numbers below ten in words, and the others in digits: `one in 20`, `seven in 10`.
    """
    if numeral.in_digits:
        is_mixed = numeral.value >= TEN and (amount.value == 1 or numeral.value == TEN)
        is_many = amount.value == 1 and numeral.value >= LEAST_MANY and numeral.value % LEAST_MANY == 0
        is_many = is_many and ("," in tokens[numeral.first].text or numeral.value > LAST_YEAR)
        return (amount.in_digits or is_mixed) and (numeral.value in ROUND_BASES or is_many)
    return not amount.in_digits and (3 <= numeral.value <= 1000 or numeral.value in ROUND_BASES)


def is_chance(tokens: list[Token], amount: Amount, numeral: Numeral) -> bool:
    """Tell whether hyphens or a word of chance near it make odds of `1 in 250`."""
    if amount.value != 1 or not numeral.in_digits:
        return False
    if at(tokens, amount.last).kind == DASH and at(tokens, amount.last + 2).kind == DASH:
        return True
    near = tokens[max(amount.first - CHANCE_WINDOW, 0) : amount.first]
    return at(tokens, numeral.last).lower in CHANCES or any(token.lower in CHANCES for token in near)


def read_multiplier(tokens: list[Token], index: int) -> Amount | None:
    """Read `twice`, `doubled`, `threefold` as a rate in `times`."""
    word = at(tokens, index).lower
    if word.endswith("fold") and word[:-4] in ONES:
        return Amount(kind="rate", value=ONES[word[:-4]], first=index, last=index + 1, unit="times", rule="multiplier")
    if word not in MULTIPLIERS:
        return None
    after = at(tokens, index + 1)
    if after.lower in NO_MULTIPLE or (after.kind == DASH and is_glued(tokens, index + 1)):
        return None
    if at(tokens, past_hyphen(tokens, index + 1)).text in ("A", "B", "C"):
        return None  # a rating of double A
    if word in ("double", "triple", "treble", "quadruple") and not is_verb_or_multiple(tokens, index):
        return None
    value = Decimal(MULTIPLIERS[word])
    return Amount(
        kind="rate", value=value, first=index, last=index + 1, unit="times", rule="multiplier", in_digits=False
    )


def is_verb_or_multiple(tokens: list[Token], index: int) -> bool:
    """Tell whether `double` multiplies what follows, rather than describing it: `double the trade`, `to double`."""
    return at(tokens, index + 1).lower in VERBS_AFTER or at(tokens, index - 1).lower in VERBS_BEFORE

"""Goes through an article's tokens once and reads the amounts, passing over the numbers that are no figures."""

from collections.abc import Iterator
from dataclasses import replace

from tasks.extractors.figures.amounts import Amount
from tasks.extractors.figures.context import Context
from tasks.extractors.figures.currency_codes import codes
from tasks.extractors.figures.excluded import excluded_stretches
from tasks.extractors.figures.hedges import hedge_before
from tasks.extractors.figures.money import LOWER_CODES, adjective_lengths, signs
from tasks.extractors.figures.number_words import MULTIPLIERS, NUMBER_WORDS, ONES, ORDINALS
from tasks.extractors.figures.numerals import Numeral, read_numeral
from tasks.extractors.figures.ordinals import FUSED, read_ordinal
from tasks.extractors.figures.ranges import read_range
from tasks.extractors.figures.reader import read_amount
from tasks.extractors.figures.refusals import (
    YEAR_BEFORE,
    chain_end,
    is_bare_year,
    is_before_name,
    is_chain,
    is_designator,
    is_glued_to_word,
    is_hyphened,
    is_name_part,
    is_note_mark,
    is_street_number,
    is_vague,
)
from tasks.extractors.figures.scores import read_score, read_spoken_vote
from tasks.extractors.figures.tokens import MARK, NUMBER, SIGN, WORD, Token, at, is_glued

STARTERS = (
    NUMBER_WORDS
    | frozenset(ORDINALS)
    | frozenset(MULTIPLIERS)
    | frozenset(FUSED)
    | frozenset(f"{ten}fold" for ten in ONES)
    | frozenset({"half", "quarter", "a", "an", "minus", "negative", "absolute", "plus"})
)

COUNTING = frozenset({"number", "count", "compound"})
"""Rules of amounts without currency or unit of measure, which designators may be taken for."""
MEASURING = frozenset({"quantity", "duration", "percent"})
"""Rules of amounts whose unit follows the number."""
COUNTED_OFTEN = frozenset(
    "person troop soldier man woman child worker employee job delegate refugee ton policeman officer demonstrator protester "
    "voter student miner resident serviceman tank missile warhead company firm house home family peacekeeper unit".split()
)
"""Nouns that tell a count from a year: `2000 soldiers`."""


STARTING_KINDS = frozenset({NUMBER, SIGN})
STARTING_MARKS = frozenset("-\u2212\u2013±+½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞#")
SIGN_WORDS = frozenset({"U.S.", "US", "HK", "NZ", "NT", "Mex", "c", "D", "Rs", "Sw", "SFr", "FFr", "L", "Y", "C"})
"""Words that begin a currency sign of several tokens."""


def scan(context: Context) -> Iterator[Amount]:
    """Yield the amounts of an article in the order of its text, doubtful ones with their doubt."""
    tokens = context.tokens
    excluded = iter(
        excluded_stretches(context.article.text, context.article.body_start_char, context.article.body_end_char)
    )
    stretch = next(excluded, None)
    index = 0
    while index < len(tokens):
        token = tokens[index]
        while stretch and stretch[1] <= token.start:
            stretch = next(excluded, None)
        if stretch and stretch[0] <= token.start:
            index += 1
            continue
        if not may_start(tokens, index):
            index += 1
            continue
        amounts, index = read_at(context, index)
        yield from (amount for amount in amounts if not crosses(context, amount, stretch))


def crosses(context: Context, amount: Amount, stretch: tuple[int, int] | None) -> bool:
    """Tell whether an amount runs into a stretch that holds no figures."""
    return stretch is not None and context.tokens[amount.last - 1].end > stretch[0]


def may_start(tokens: list[Token], index: int) -> bool:
    """Tell whether an amount can begin at a token; cheap, as it is asked of every token."""
    token = tokens[index]
    if token.kind == SIGN:
        return any(near.kind == NUMBER for near in tokens[index + 1 : index + 4])
    if token.kind == NUMBER and is_glued(tokens, index) and tokens[index - 1].kind == WORD:
        return False
    if token.kind != WORD:
        return token.kind in STARTING_KINDS or token.text in STARTING_MARKS
    if token.lower in STARTERS:
        return True
    following = tokens[index + 1].kind if index + 1 < len(tokens) else MARK
    if following == NUMBER and is_glued(tokens, index + 1):
        return token.text in signs() or token.text in codes() or token.lower in LOWER_CODES
    if following in STARTING_KINDS:
        return True
    return token.text in SIGN_WORDS or (token.lower in adjective_lengths() and number_is_near(tokens, index))


def number_is_near(tokens: list[Token], index: int) -> bool:
    """Tell whether a number stands two to five tokens behind a token."""
    return any(token.kind == NUMBER for token in tokens[index + 2 : index + 6])


def read_at(context: Context, index: int) -> tuple[list[Amount], int]:
    """Return the amounts that begin at a token, none where its number is no figure, and where to go on."""
    tokens = context.tokens
    if ordinal := read_ordinal(tokens, index):
        return [ordinal], ordinal.last
    numeral = read_numeral(tokens, index) if tokens[index].kind in (NUMBER, WORD) else None
    if numeral and (end := passed_over(context, numeral)):
        return [], end
    if numeral and (score := read_score(context, numeral) or read_spoken_vote(context, numeral)):
        return list(score[0]), score[1]
    amount = read_amount(context, index)
    if amount is None:
        return [], index + 1
    if numeral and numeral.value == 1 and amount.is_bare and (joined := read_range(context, amount)):
        return [joined], joined.last
    if numeral and amount.rule in MEASURING and is_hyphened(tokens, numeral):
        return [replace(amount, doubt="a hyphen joins it to the word before")], amount.last
    if numeral and numeral.doubt and not numeral.in_digits:
        return [amount], amount.last
    if numeral and amount.rule in COUNTING and is_no_count(context, numeral, amount):
        return [], max(amount.last, numeral.last)
    if amount.doubt:
        return [amount], amount.last
    joined = read_range(context, amount)
    if joined is None:
        return [amount], amount.last
    is_address = joined.rule == "range of count" and is_street_number(tokens, joined.last)
    return ([] if is_address else [joined]), joined.last


def passed_over(context: Context, numeral: Numeral) -> int | None:
    """Return the index after a number that is no figure whatever follows it, or None where it may be one."""
    tokens = context.tokens
    if is_vague(tokens, numeral.first):
        return numeral.last
    if is_chain(tokens, numeral):
        return chain_end(tokens, numeral.first)
    if at(tokens, numeral.first - 1).lower == "first" and at(tokens, numeral.last).lower in ("months", "weeks", "days"):
        return numeral.last + 1
    if is_note_mark(tokens, numeral):
        return numeral.last
    if (
        at(tokens, numeral.last).lower in ("s", "th", "st", "nd", "rd")
        and is_glued(tokens, numeral.last)
        and numeral.in_digits
    ):
        return numeral.last + 1
    if at(tokens, numeral.last).text in ("'", "’") and at(tokens, numeral.last + 1).lower == "s":
        return numeral.last + 2
    return None


def is_no_count(context: Context, numeral: Numeral, amount: Amount) -> bool:
    """Tell whether a number without currency or unit is a year, a designator or a part of a name."""
    tokens = context.tokens
    if is_designator(tokens, numeral) or is_glued_to_word(tokens, numeral.last):
        return True
    if is_bare_year(tokens, numeral) and is_year(context, numeral, amount):
        return True
    if numeral.value == 1 and not numeral.in_digits:
        return not counts_one(context, numeral, amount)
    if is_street_number(tokens, numeral.last):
        return True
    is_capital = not numeral.in_digits and tokens[numeral.first].text[0].isupper()
    if amount.unit is None and numeral.value == 0 and not numeral.in_digits:
        return True
    if amount.unit is None and is_capital and numeral.first > context.starts[numeral.first] + 1:
        return True
    if amount.unit is None and numeral.in_digits and is_before_name(tokens, numeral.last):
        return True
    return is_name_part(tokens, numeral, context.starts[numeral.first]) and amount.unit is None


def is_year(context: Context, numeral: Numeral, amount: Amount) -> bool:
    """Tell whether four bare digits are a year here, and not a count: `the 1996 elections`, but `some 2000 soldiers`."""
    tokens = context.tokens
    before = at(tokens, numeral.first - 1)
    if before.lower in YEAR_BEFORE or before.text in ("(", "/", "'", "’", "-", "–"):
        return True
    if hedge_before(tokens, numeral.first):
        return False
    if not 1900 <= numeral.value <= 2030:
        return amount.unit is None
    return amount.unit not in COUNTED_OFTEN or amount.noun_last != numeral.last + 1


def counts_one(context: Context, numeral: Numeral, amount: Amount) -> bool:
    """Tell whether `one` counts: `one of the captives`, `just one area`; the rest is decided by what else is counted."""
    tokens = context.tokens
    after, before = at(tokens, numeral.last), at(tokens, numeral.first - 1)
    if after.lower == "of" and after.kind == WORD:
        return at(tokens, numeral.last + 1).lower not in ("a", "them")
    if before.lower in ("just", "only", "than", "least") and amount.unit:
        return True
    return amount.unit in context.counted

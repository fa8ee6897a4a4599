"""Goes through an article's tokens once and reads the amounts, passing over the numbers that are no figures."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.hedges import hedge_before
from tasks.extractors.figures.kinds.ordinals import FUSED, read_ordinal
from tasks.extractors.figures.money.currencies import adjective_lengths, signs_and_codes
from tasks.extractors.figures.numbers.digits import VULGAR_FRACTIONS
from tasks.extractors.figures.numbers.numerals import read_numeral
from tasks.extractors.figures.numbers.scales import ARTICLES, Numeral
from tasks.extractors.figures.refusals.excluded import excluded_stretches
from tasks.extractors.figures.refusals.refusals import (
    YEAR_BEFORE,
    chain_end,
    doubt_of_currency,
    doubt_of_name,
    is_bare_year,
    is_before_name,
    is_chain,
    is_designator,
    is_glued_to_word,
    is_hyphened,
    is_name_part,
    is_note_mark,
    is_pair_of_years,
    is_short_year,
    is_street_number,
    is_tied_to_letters,
    is_vague,
    may_be_currency,
)
from tasks.extractors.figures.scanning.ranges import read_range
from tasks.extractors.figures.scanning.reader import read_amount_of
from tasks.extractors.figures.scanning.scores import read_score, read_spoken_vote
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.number_words import (
    DENOMINATORS,
    GROUPS,
    MULTIPLIERS,
    NUMBER_WORDS,
    ONES,
    ORDINALS,
    SHORT_SCALES,
)
from tasks.extractors.figures.words.tokens import DASH, NUMBER, SIGN, WORD, Token, at, is_glued, past_hyphen
from tasks.extractors.figures.words.word_lists import word_list

STARTERS = (
    NUMBER_WORDS
    | frozenset(ORDINALS)
    | frozenset(MULTIPLIERS)
    | frozenset(FUSED)
    | frozenset(f"{ten}fold" for ten in ONES)
    | frozenset(VULGAR_FRACTIONS)
    | frozenset({"half", "quarter", "minus", "negative", "absolute", "plus"})
)

AFTER_ARTICLE = NUMBER_WORDS | frozenset(DENOMINATORS) | frozenset(GROUPS) | frozenset(SHORT_SCALES)
"""Words that make a number, a share or an ordinal of the article before them."""
COUNTING = frozenset({"number", "count", "compound"})
"""Rules of amounts without currency or unit of measure, which designators may be taken for."""
MEASURING = frozenset({"quantity", "duration", "percent"})
"""Rules of amounts whose unit follows the number."""
COUNTED_OFTEN = word_list("scan.counted_often")
"""Nouns that tell a count from a year: `2000 soldiers`."""


LONGEST_SENTENCE = 1500
"""Tokens; a longer one is no sentence, and what words around a number say of it is unsure."""
STARTING_KINDS = frozenset({NUMBER, SIGN})
NEGATIVE_MARKS = frozenset("-\u2212\u2013")
STARTING_MARKS = frozenset("±+#")
ENDINGS = frozenset({"s", "th", "st", "nd", "rd"})
"""Glued to digits these make a decade or an ordinal of them."""
SIGN_WORDS = frozenset({"U.S.", "US", "HK", "NZ", "NT", "Mex", "S", "c", "D", "Rs", "Sw", "SFr", "FFr", "L", "Y", "C"})
"""Words that begin a currency sign of several tokens."""


def scan(context: Context) -> Iterator[Amount]:
    """Yield the amounts of an article in the order of its text, doubtful ones with their doubt."""
    tokens, words = context.tokens, starting_words()
    excluded = iter(
        excluded_stretches(context.article.text, context.article.body_start_char, context.article.body_end_char)
    )
    stretch = next(excluded, None)
    index, count = 0, len(tokens)
    while index < count:
        token = tokens[index]
        if token.kind == WORD and token.lower not in words:
            index += 1
            continue
        while stretch and stretch[1] <= token.start:
            stretch = next(excluded, None)
        if index - context.starts[index] > LONGEST_SENTENCE:
            yield overlong(context, index)
            index = context.ends[index]
        elif (stretch and stretch[0] <= token.start) or not may_start(tokens, index):
            index += 1
        else:
            amounts, index = read_at(context, index)
            yield from (amount for amount in amounts if not crosses(context, amount, stretch))


def overlong(context: Context, index: int) -> Amount:
    """Return the rest of a sentence of more words than any writer's as one doubt: a table, or no text at all."""
    doubt = f"it stands behind {LONGEST_SENTENCE:,} words and marks without the end of a sentence, as in a table"
    last = context.ends[index]
    return Amount(kind="count", value=Decimal(0), first=index, last=last, rule="overlong", doubt=doubt)


def crosses(context: Context, amount: Amount, stretch: tuple[int, int] | None) -> bool:
    """Tell whether an amount runs into a stretch that holds no figures."""
    return stretch is not None and context.tokens[amount.last - 1].end > stretch[0]


@cache
def starting_words() -> frozenset[str]:
    """Return, in small letters, every word that an amount can begin with."""
    return STARTERS | ARTICLES | frozenset(map(str.lower, signs_and_codes())) | frozenset(adjective_lengths())


def may_start(tokens: list[Token], index: int) -> bool:
    """Tell whether an amount can begin at a token; cheap, as it is asked of every token."""
    token = tokens[index]
    if token.kind == WORD:
        return token.lower in STARTERS or may_start_after_article(tokens, index) or may_start_money(tokens, index)
    if token.kind == NUMBER:
        return True
    if token.kind == SIGN:
        return any(near.kind == NUMBER for near in tokens[index + 1 : index + 4])
    if token.kind == DASH:
        return token.text in NEGATIVE_MARKS and at(tokens, index + 1).kind in STARTING_KINDS
    return token.text in STARTING_MARKS


def may_start_after_article(tokens: list[Token], index: int) -> bool:
    """Tell whether an article may begin an amount: `a hundred`, `a dollar and 42 cents`."""
    if tokens[index].lower not in ARTICLES:
        return False
    following = at(tokens, index + 1)
    return following.lower in AFTER_ARTICLE or at(tokens, index + 2).lower == "and"


def may_start_money(tokens: list[Token], index: int) -> bool:
    """Tell whether a word can be, or begin, a currency's sign, code or name before its number."""
    token = tokens[index]
    if token.text in signs_and_codes():
        return token.text in SIGN_WORDS or at(tokens, index + 1).kind in STARTING_KINDS
    return token.lower in adjective_lengths() and number_is_near(tokens, index)


def number_is_near(tokens: list[Token], index: int) -> bool:
    """Tell whether a number stands two to five tokens behind a token."""
    return any(token.kind == NUMBER for token in tokens[index + 2 : index + 6])


def read_at(context: Context, index: int) -> tuple[list[Amount], int]:
    """Return the amounts that begin at a token, none where its number is no figure, and where to go on."""
    tokens = context.tokens
    if ordinal := read_ordinal(tokens, index):
        return [ordinal], ordinal.last
    numeral = read_numeral(tokens, index)
    if numeral and is_tied_to_letters(tokens, numeral):
        return tied_to_letters(tokens, numeral)
    if numeral and (end := passed_over(context, numeral)):
        return [], end
    if numeral and (score := read_score(context, numeral) or read_spoken_vote(context, numeral)):
        return list(score[0]), score[1]
    amount = read_amount_of(context, index, numeral)
    if amount and numeral:
        amount = judged(context, amount, numeral)
    if amount is None:
        return [], past_joined(tokens, numeral.last) if numeral else index + 1
    return with_range(context, amount)


def past_joined(tokens: list[Token], index: int) -> int:
    """Return the index after the number that a dash joins to a designator before it: the 7 of `pp. 5-7`."""
    joined = past_hyphen(tokens, index)
    return joined + (joined > index and at(tokens, joined).kind == NUMBER)


def tied_to_letters(tokens: list[Token], numeral: Numeral) -> tuple[list[Amount], int]:
    """Return a doubt about a number that letters touch, where they may be a currency: `SR10 billion`; else a name."""
    if not may_be_currency(tokens, numeral):
        return [], numeral.first + 1
    doubt = f"`{tokens[numeral.first - 1].text}` before it may be a currency"
    amount = Amount(
        kind="money",
        value=numeral.value,
        first=numeral.first - 1,
        last=numeral.last,
        rule="currency before",
        doubt=doubt,
    )
    return [amount], numeral.last


def with_range(context: Context, amount: Amount) -> tuple[list[Amount], int]:
    """Return an amount or the range that it begins, none for the numbers of a house, and where to go on."""
    joined = None if amount.doubt else read_range(context, amount)
    if joined and joined.rule == "range of count" and is_street_number(context.tokens, joined.last):
        return [], joined.last
    return [joined or amount], (joined or amount).last


def judged(context: Context, amount: Amount, numeral: Numeral) -> Amount | None:
    """Return an amount, with its doubt where the word before its number gives one; None where it is no figure."""
    if amount.rule in MEASURING and is_hyphened(context.tokens, numeral):
        return replace(amount, doubt="a hyphen joins it to the word before")
    if numeral.doubt and not numeral.in_digits:
        return amount
    begins_range = numeral.value == 1 and amount.is_bare and read_range(context, amount) is not None
    if amount.rule not in COUNTING or begins_range:
        return amount
    if is_no_count(context, numeral, amount):
        doubt = doubt_of_name(context.tokens, numeral)
        return replace(amount, doubt=doubt) if doubt else None
    if is_short_year(context.tokens, numeral):
        return None if amount.is_bare else replace(amount, doubt="an apostrophe before it may make a year of it")
    doubt = doubt_of_currency(context.tokens, numeral) if amount.is_bare else None
    return replace(amount, doubt=doubt) if doubt else amount


def passed_over(context: Context, numeral: Numeral) -> int | None:
    """Return the index after a number that is no figure whatever follows it, or None where it may be one."""
    tokens = context.tokens
    after = at(tokens, numeral.last)
    if is_vague(tokens, numeral.first) or is_note_mark(tokens, numeral) or is_pair_of_years(tokens, numeral):
        return numeral.last
    if is_chain(tokens, numeral):
        return chain_end(tokens, numeral.first)
    if at(tokens, numeral.first).lower == "one" and at(tokens, past_hyphen(tokens, numeral.last)).lower == "two":
        return numeral.last + 2  # a one-two punch
    is_decade = numeral.in_digits and after.lower in ENDINGS and is_glued(tokens, numeral.last)
    is_stretch = at(tokens, numeral.first - 1).lower == "first" and after.lower in ("months", "weeks", "days")
    if is_decade or is_stretch:
        return numeral.last + 1
    return numeral.last + 2 if after.text in ("'", "’") and at(tokens, numeral.last + 1).lower == "s" else None


def is_no_count(context: Context, numeral: Numeral, amount: Amount) -> bool:
    """Tell whether a number without currency or unit is a year, a designator or a part of a name."""
    tokens = context.tokens
    if is_designator(tokens, numeral, has_noun=amount.unit is not None):
        return True
    if amount.last == numeral.last and is_glued_to_word(tokens, numeral.last):
        return True
    if is_bare_year(tokens, numeral) and is_year(context, numeral, amount):
        return True
    if numeral.value == 1 and not numeral.in_digits:
        return not counts_one(context, numeral, amount)
    if amount.rule == "compound" and numeral.value == 0:
        return True
    return is_street_number(tokens, numeral.last) or is_in_name(context, numeral, has_noun=amount.unit is not None)


def is_in_name(context: Context, numeral: Numeral, *, has_noun: bool) -> bool:
    """Tell whether a number belongs to a name rather than counting: `the Big Eight`, `787 Dreamliner`, `iPhone 14`."""
    tokens, start = context.tokens, context.starts[numeral.first]
    if has_noun:
        return is_name_part(tokens, numeral, start, has_noun=True)
    if not numeral.in_digits:
        is_capital = tokens[numeral.first].text[0].isupper() and numeral.first > start + 1
        return numeral.value == 0 or is_capital
    return is_before_name(tokens, numeral.last) or is_name_part(tokens, numeral, start, has_noun=False)


def is_year(context: Context, numeral: Numeral, amount: Amount) -> bool:
    """Tell whether four bare digits are a year here, and not a count: `the 1996 polls`, but `some 2000 soldiers`."""
    tokens = context.tokens
    before = at(tokens, numeral.first - 1)
    if before.lower in YEAR_BEFORE or before.text in ("(", "/", "'", "’", "-", "–"):
        return True
    is_recent = 1900 <= numeral.value <= 2030
    if hedge_before(tokens, numeral.first) and not (is_recent and before.lower in ("a", "an")):  # `under a 1994 accord`
        return False
    if not is_recent:
        return amount.unit is None
    return amount.unit not in COUNTED_OFTEN or amount.noun_last != numeral.last + 1


def counts_one(context: Context, numeral: Numeral, amount: Amount) -> bool:
    """Tell whether `one` counts: `one of the captives`, `just one area`, or what is counted elsewhere too."""
    tokens = context.tokens
    after, before = at(tokens, numeral.last), at(tokens, numeral.first - 1)
    if after.lower == "of" and after.kind == WORD:
        return at(tokens, numeral.last + 1).lower not in ("a", "them")
    if before.lower in ("just", "only", "than", "least") and amount.unit:
        return True
    return amount.unit in context.counted

"""Reads ordinals that count an occurrence: `the third time`, `the seventh day`, `the 10th straight record`."""

from decimal import Decimal

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.shares import is_described_share
from tasks.extractors.figures.numbers.digits import digits_value
from tasks.extractors.figures.words.nouns import ALREADY_PLURAL, STOP_WORDS, is_plural, singular
from tasks.extractors.figures.words.number_words import NUMBER_WORDS, ORDINALS, SCALES, TENS
from tasks.extractors.figures.words.tokens import DASH, NUMBER, SIGN, WORD, Token, at, is_glued, without_possessive
from tasks.extractors.figures.words.word_lists import word_list

FUSED = {ten + ordinal: tens + units for ten, tens in TENS.items() for ordinal, units in ORDINALS.items() if units < 10}
"""Ordinals in one word: `thirtyfirst`."""
ENDINGS = frozenset({"st", "nd", "rd", "th"})
OVER = frozenset({"over", "under", "above", "below", "than"})
PART_BEFORE = frozenset({"of", "lower", "higher", "less", "more", "are", "were", "have"}) | OVER
TITLES = word_list("ordinals.titles")
UNITS = word_list("ordinals.units")
FORMATIONS = UNITS | {"battery", "command", "flotilla", "force", "group", "wing"}
"""What ends the name of something that has a number: `37th Air Army`, `9th National Congress`."""
LONGEST_FORMATION = 4
LONGEST_MONTH = 31
SUPERLATIVES = word_list("ordinals.superlatives")
"""What describes the noun behind it, which a name may part from it: `the fifth biggest US carrier`."""
PERIODS = word_list("ordinals.periods")
IDIOMS = {
    "first": word_list("ordinals.idioms_of_first"),
    "second": word_list("ordinals.idioms_of_second"),
    "third": word_list("ordinals.idioms_of_third"),
    "fourth": frozenset({"estate"}),
    "fifth": frozenset({"column", "columns", "columnist", "columnists", "amendment"}),
}
"""Words after an ordinal that make a fixed phrase of it, in which nothing is counted."""


def read_ordinal(tokens: list[Token], index: int) -> Amount | None:
    """Return the ordinal that begins at a token, with the noun it counts, or None."""
    found = ordinal_value(tokens, index)
    if found is None:
        return None
    value, last = found
    if is_refused(tokens, index, last, value=value):
        return None
    noun = ordinal_noun(tokens, last, is_definite=at(tokens, index - 1).lower == "the")
    if value == 1 and noun != "time" and last - index == 1 and at(tokens, index).kind != NUMBER:
        return None
    return Amount(
        kind="ordinal",
        value=value,
        first=index,
        last=last,
        unit=noun,
        rule="ordinal",
        in_digits=tokens[index].kind == NUMBER,
    )


def ordinal_value(tokens: list[Token], index: int) -> tuple[Decimal, int] | None:
    """Return an ordinal's number and the index after it: `third`, `21st`, `twenty-fifth`, `three hundredth`."""
    token, after = tokens[index], at(tokens, index + 1)
    if token.kind == NUMBER:
        if after.lower not in ENDINGS or not is_glued(tokens, index + 1) or is_stones(tokens, index):
            return None
        value = digits_value(token.text)
        return (value, index + 2) if value is not None and value == value.to_integral_value() else None
    if token.lower in TENS:
        unit = index + 1 + (after.kind == DASH)
        value = ORDINALS.get(at(tokens, unit).lower)
        return (TENS[token.lower] + value, unit + 1) if value and value < 10 else None
    value = FUSED.get(token.lower) or ORDINALS.get(token.lower)
    return (value, index + 1) if value else None


def past_ordinal(tokens: list[Token], index: int) -> int | None:
    """Return the index after an ordinal of two words at a token, of which neither is a number: `twenty-first`."""
    found = ordinal_value(tokens, index) if tokens[index].lower in TENS else None
    return found[1] if found else None


def is_stones(tokens: list[Token], index: int) -> bool:
    """Tell whether `st` behind digits is stones, and no ending: `12st`, `21st 4lb`."""
    text = tokens[index].text
    if at(tokens, index + 1).text != "st":
        return False
    has_pounds = at(tokens, index + 2).kind == NUMBER and at(tokens, index + 3).lower in ("lb", "lbs")
    return has_pounds or not text.endswith("1") or text.endswith("11")


def is_refused(tokens: list[Token], index: int, last: int, *, value: Decimal) -> bool:
    """Tell whether an ordinal names a unit, a title, a stretch of time or an idiom, or is a fraction or a second."""
    before, after = at(tokens, index - 1), at(tokens, last)
    word = at(tokens, last - 1).lower
    if (before.kind == DASH and is_glued(tokens, index)) or (after.kind == DASH and is_glued(tokens, last)):
        return True
    if after.lower in UNITS | PERIODS | TITLES or after.lower in IDIOMS.get(word, ()):
        return True
    is_moment = word == "second" and before.lower in ("every", "each")  # 16 trillion operations every second
    is_moment = is_moment and (after.kind != WORD or after.lower in STOP_WORDS)
    is_moment = is_moment or is_described_share(tokens, index)
    if is_moment or before.lower in ("one", "per", "split") or (before.lower == "a" and is_part(word, after)):
        return True
    if tokens[index].kind == NUMBER and is_formation(tokens, last):
        return True
    if tokens[index].kind == NUMBER and value <= LONGEST_MONTH and is_day(tokens, index, last):
        return True
    is_name = after.kind == WORD and after.text[0].isupper() and tokens[index].text[0].isupper()
    return is_name or (value == 1 and after.lower != "time")


def is_day(tokens: list[Token], index: int, last: int) -> bool:
    """Tell whether an ordinal in digits is a day: `by the 31st of the month`, `sells on the 17th 500 million`."""
    words = [at(tokens, last + step).lower for step in range(3)]
    is_of_month = words[0] == "of" and words[2] == "month"
    before = [at(tokens, index - step).lower for step in (2, 1)]
    return is_of_month or (before == ["on", "the"] and at(tokens, last).kind in (NUMBER, SIGN))


def is_formation(tokens: list[Token], index: int) -> bool:
    """Tell whether capitals behind a number go on to what it names: `37th |Air Army`; not `100th |Boeing 747`."""
    for step in range(LONGEST_FORMATION):
        token = at(tokens, index + step)
        if token.kind != WORD or not token.text[0].isupper():
            return False
        if without_possessive(token.lower) in FORMATIONS:
            return True
    return False


def is_part(word: str, after: Token) -> bool:
    """Tell whether an ordinal behind `a` is a fraction, or a unit of time: `a third of`, `a third over`, `a second`."""
    return after.lower in PART_BEFORE or (word == "second" and after.kind != WORD)


def ordinal_noun(tokens: list[Token], index: int, *, is_definite: bool) -> str | None:
    """Return the noun after an ordinal: the last word of the phrase before a preposition, verb or mark.

    Behind `the` it is who owns the rest, `the 31st wave's losses`, but not in the plural: `the fifth women's title`.
    """
    noun = None
    for step in range(4):
        token = at(tokens, index + step)
        if token.kind != WORD or token.lower in STOP_WORDS or (noun is not None and token.lower.endswith("ed")):
            break
        if token.lower in SCALES or token.lower in NUMBER_WORDS:
            return None  # the fifth |billion-dollar deal, the seventh |five-year plan
        noun = token
        owner = without_possessive(token.lower)
        if is_definite and owner not in (token.lower, *ALREADY_PLURAL) and not owner.endswith("men"):
            return owner
        if is_plural(token):
            break
    if noun is None or noun.lower in SUPERLATIVES:
        return None
    return singular(noun.text) if is_plural(noun) else noun.lower

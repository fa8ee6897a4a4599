"""Numbers that are no figures by their form: marks of notes, chains of numbers, vague amounts, `5G`."""

from tasks.extractors.figures.kinds.ordinals import is_stones, ordinal_value
from tasks.extractors.figures.numbers.scales import HUNDRED, Numeral
from tasks.extractors.figures.refusals.designators import is_in_code, is_lettered
from tasks.extractors.figures.refusals.joined_numbers import joined_end
from tasks.extractors.figures.refusals.years import is_pair_of_years
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.number_words import SCALES, VAGUE_BEFORE
from tasks.extractors.figures.words.tokens import BREAK, DASH, MARK, NUMBER, WORD, Token, at, is_glued, past_hyphen

OPEN_SCALES = frozenset(SCALES) | {"hundred", "hundreds", "dozen", "dozens"}


def is_note_mark(context: Context, numeral: Numeral) -> bool:
    """Tell whether a number stands alone in brackets, or opens a line as a list's or note's number."""
    tokens = context.tokens
    before, after = at(tokens, numeral.first - 1), at(tokens, numeral.last)
    if before.text in ("(", "[") and after.text in (")", "]"):
        return True
    opens_line = before.kind == BREAK or "\n" in context.article.text[before.end : tokens[numeral.first].start]
    return (
        opens_line
        and numeral.in_digits
        and after.text in (".", ")")
        and numeral.value < 1000
        and at(tokens, numeral.last + 1).kind != BREAK
    )


def is_vague(tokens: list[Token], first: int) -> bool:
    """Tell whether the word before leaves it open: `several hundred`, `a couple of thousand`, `a year or two`."""
    if tokens[first].lower == "two" and at(tokens, first - 1).lower == "or":
        return at(tokens, first - 2).kind == WORD and at(tokens, first - 3).lower in ("a", "an", "another")
    is_of = at(tokens, first - 1).lower == "of"
    return at(tokens, first - 1 - is_of).lower in VAGUE_BEFORE and tokens[first].lower in OPEN_SCALES


def is_chain(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether a number is a link of three or more joined by hyphens or points: `3888-2-1`, `202-483-7000`."""
    following = at(tokens, numeral.last)
    if following.kind != DASH or not is_glued(tokens, numeral.last) or not is_glued(tokens, numeral.last + 1):
        return False
    second = numeral.last + 1
    return (
        at(tokens, second).kind == NUMBER
        and at(tokens, second + 1).kind == DASH
        and at(tokens, second + 2).kind == NUMBER
        and is_glued(tokens, second + 1)
        and is_glued(tokens, second + 2)
    )


def chain_end(tokens: list[Token], index: int) -> int:
    """Return the index after a chain of numbers joined by hyphens."""
    while (
        at(tokens, index).kind in (NUMBER, DASH)
        and (at(tokens, index + 1).kind in (NUMBER, DASH))
        and is_glued(tokens, index + 1)
    ):
        index += 1
    return index + 1


def is_glued_to_word(tokens: list[Token], last: int) -> bool:
    """Tell whether letters or marks that are no unit touch a number's end: `5G`, `747s`, `3D`."""
    after = at(tokens, last)
    return is_glued(tokens, last) and (after.kind == WORD or (after.kind == MARK and after.text in "_@\\^=*"))


ENDINGS = frozenset({"s", "th", "st", "nd", "rd"})
"""Glued to digits these make a decade or an ordinal of them."""


def passed_over(context: Context, numeral: Numeral) -> int | None:
    """Return the index after a number that is no figure whatever follows it, or None where it may be one."""
    tokens = context.tokens
    after = at(tokens, numeral.last)
    if is_vague(tokens, numeral.first) or is_note_mark(context, numeral) or is_pair_of_years(tokens, numeral):
        return numeral.last
    if is_chain(tokens, numeral):
        return chain_end(tokens, numeral.first)
    if end := joined_end(tokens, numeral) or past_spoken_ordinal(tokens, numeral):
        return end
    if at(tokens, numeral.first).lower == "one" and at(tokens, past_hyphen(tokens, numeral.last)).lower == "two":
        return numeral.last + 2  # a one-two punch
    is_decade = numeral.in_digits and after.lower in ENDINGS and is_glued(tokens, numeral.last)
    is_decade = is_decade and not is_stones(tokens, numeral.last - 1)
    is_stretch = at(tokens, numeral.first - 1).lower == "first" and after.lower in ("months", "weeks", "days")
    if is_decade or is_stretch or is_in_code(tokens, numeral) or is_lettered(tokens, numeral):
        return numeral.last + 1
    return numeral.last + 2 if after.text in ("'", "’") and at(tokens, numeral.last + 1).lower == "s" else None


def past_spoken_ordinal(tokens: list[Token], numeral: Numeral) -> int | None:
    """Return the index after an ordinal of more than a hundred in words: `the two hundred and fiftieth anniversary`."""
    if numeral.in_digits or numeral.value < HUNDRED or numeral.value % HUNDRED:
        return None
    index = past_hyphen(tokens, numeral.last)
    has_and = at(tokens, index).lower == "and"
    index = past_hyphen(tokens, index + has_and)
    found = ordinal_value(tokens, index) if at(tokens, index).kind == WORD else None
    return found[1] if found and found[0] < HUNDRED else None

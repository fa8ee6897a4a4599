"""Tells the numbers that are no figures: dates, years, times, designators, notes, telephone numbers, vague amounts."""

from tasks.extractors.figures.kinds.hedges import hedge_before
from tasks.extractors.figures.numbers.scales import Numeral
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.number_words import SCALES, VAGUE_BEFORE
from tasks.extractors.figures.words.tokens import BREAK, DASH, MARK, NUMBER, WORD, Token, at, is_glued
from tasks.extractors.figures.words.word_lists import word_list

YEAR_BEFORE = word_list("refusals.year_before")
DESIGNATORS = word_list("refusals.designators")
"""Nouns that a number after them names, not counts."""
INDICES = frozenset({"DAX", "CAC", "FTSE", "SMI", "MDAX", "TSX", "TOPIX", "Nikkei", "Euronext", "Fortune"})
NOT_BEFORE_WORDS = frozenset({"i", "in", "top", "day", "week", "point", "am", "big", "unit", "act"})
"""Designators that are common words before a number in words: `in two`."""
STRICT_DESIGNATORS = word_list("refusals.strict_designators")
OPEN_SCALES = frozenset(SCALES) | {"hundred", "hundreds", "dozen", "dozens"}
HYPHENS = frozenset("-\u2010\u2011")
PREFIX_WORDS = frozenset({"sub", "minus", "plus", "negative", "under", "over"})
LONGEST_CURRENCY_SIGN = 4
STREETS = word_list("refusals.streets")


def is_bare_year(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether digits alone are a year: four of them, 1000 to 2100, in no separators."""
    token = tokens[numeral.first]
    return (
        numeral.last == numeral.first + 1
        and len(token.text) == 4
        and token.text.isdigit()
        and 1000 <= numeral.value <= 2100
    )


def is_designator(tokens: list[Token], numeral: Numeral, *, has_noun: bool) -> bool:
    """Tell whether a number names something: `MiG-29`, `Resolution 1244`, `TV-6`, `Game 6`, `version 2`."""
    first = numeral.first
    before, earlier = at(tokens, first - 1), at(tokens, first - 2)
    if before.kind == DASH and is_glued(tokens, first) and is_glued(tokens, first - 1):
        return is_tied_to_name(tokens, numeral)
    if before.kind == WORD:
        if before.lower == "of" and earlier.text == "Group":
            return True
        return is_after_designator(before, numeral, has_noun=has_noun, has_separator="," in tokens[first].text)
    if before.text == ")":
        return earlier.kind == WORD and earlier.text.isupper() and numeral.in_digits
    return (before.text in (".", ":") and earlier.lower in DESIGNATORS) or (before.text == "#" and numeral.in_digits)


def is_tied_to_name(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether a hyphen ties a number to a name or to a designator: `MiG-29`, the 200 of `A330-200`."""
    before, earlier = at(tokens, numeral.first - 1), at(tokens, numeral.first - 2)
    if earlier.kind == NUMBER:
        return is_glued(tokens, numeral.first - 2) and at(tokens, numeral.first - 3).kind == WORD
    is_hyphen = before.text in HYPHENS or (numeral.in_digits and earlier.text.isupper())
    return is_hyphen and earlier.kind == WORD and earlier.lower not in PREFIX_WORDS


def is_after_designator(before: Token, numeral: Numeral, *, has_noun: bool, has_separator: bool) -> bool:
    """Tell whether the noun before a number is numbered by it: `Game 6`, but not `last week 300 miners`.

    Behind a common noun in small letters a number with a noun of its own counts; in words only some nouns number,
    and of numbers with a separator even fewer: `on the first day 5,000 came`.
    """
    if before.lower not in DESIGNATORS or (has_separator and before.lower not in STRICT_DESIGNATORS):
        return False
    if has_noun and before.text.islower() and before.lower not in STRICT_DESIGNATORS:
        return False
    return numeral.in_digits or before.lower not in NOT_BEFORE_WORDS


def is_name_part(tokens: list[Token], numeral: Numeral, sentence_start: int, *, has_noun: bool) -> bool:
    """Tell whether digits follow a capitalised name that they belong to: `iPhone 14`, `Fortune 100`, `Big 12`."""
    before = at(tokens, numeral.first - 1)
    if not numeral.in_digits or before.kind != WORD or numeral.scale is not None:
        return False
    is_capital = any(letter.isupper() for letter in before.text) if not has_noun else is_index(before)
    return is_capital and numeral.first - 1 > sentence_start


def is_index(before: Token) -> bool:
    """Tell whether a word is a stock index that a number is part of: the 30 of `DAX 30 shares` counts nothing."""
    return before.text in INDICES


def is_note_mark(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether a number stands alone in brackets, or opens a line as a list's or note's number."""
    before, after = at(tokens, numeral.first - 1), at(tokens, numeral.last)
    if before.text in ("(", "[") and after.text in (")", "]"):
        return True
    return (
        before.kind == BREAK
        and numeral.in_digits
        and after.text in (".", ")")
        and numeral.value < 1000
        and at(tokens, numeral.last + 1).kind != BREAK
    )


def is_vague(tokens: list[Token], first: int) -> bool:
    """Tell whether the word before leaves the amount open: `several hundred`, `a few thousand`."""
    return at(tokens, first - 1).lower in VAGUE_BEFORE and tokens[first].lower in OPEN_SCALES


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


def is_street_number(tokens: list[Token], last: int) -> bool:
    """Tell whether a street's name follows within three capitalised words: `16 Industrial Avenue`."""
    for step in range(4):
        token = at(tokens, last + step)
        if token.kind != WORD or not token.text[0].isupper():
            return False
        if step and token.lower in STREETS:
            return True
    return False


def is_glued_to_word(tokens: list[Token], last: int) -> bool:
    """Tell whether letters or marks that are no unit touch a number's end: `5G`, `747s`, `3D`."""
    after = at(tokens, last)
    return is_glued(tokens, last) and (after.kind == WORD or (after.kind == MARK and after.text in "_@\\^=*"))


def is_before_name(tokens: list[Token], last: int) -> bool:
    """Tell whether a capitalised word follows a number that has the form of a designator: `787 Dreamliner`."""
    after, number = at(tokens, last), at(tokens, last - 1)
    if not number.text.isdigit() or len(number.text) > 4 or hedge_before(tokens, last - 1):
        return False
    return after.kind == WORD and after.text[0].isupper() and not after.text.isupper()


def is_tied_to_letters(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether letters touch the beginning of digits: `Q2`, `SR10 billion`."""
    return numeral.in_digits and is_glued(tokens, numeral.first) and tokens[numeral.first - 1].kind == WORD


def may_be_currency(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether the capital letters before digits may be a currency's: the number has a scale or separators."""
    letters = tokens[numeral.first - 1].text
    is_grouped = numeral.value >= 1000 and (numeral.last > numeral.first + 1 or "," in tokens[numeral.first].text)
    is_large = numeral.scale is not None or is_grouped
    return is_large and letters[0].isupper() and len(letters) <= LONGEST_CURRENCY_SIGN


def doubt_of_name(tokens: list[Token], numeral: Numeral) -> str | None:
    """Say why a number that seems to be a part of a name may be a figure: a word that touches it, or its separators."""
    before, after = at(tokens, numeral.first - 1), at(tokens, numeral.last)
    if is_glued(tokens, numeral.last) and after.kind == WORD and after.text.islower() and len(after.text) > 2:
        return f"`{after.text[:20]}` touches the number's end"
    has_name = before.kind == WORD and before.text[0].isupper() and before.lower not in DESIGNATORS
    if has_name and numeral.value >= 1000 and "," in tokens[numeral.first].text:
        return f"`{before.text[:20]}` before it may be a currency or a name"
    return None


def doubt_of_currency(tokens: list[Token], numeral: Numeral) -> str | None:
    """Say why a scaled number that counts nothing may be money: what stands before it: `ZK 5 million`, `rubles 5bn`."""
    before = at(tokens, numeral.first - 1)
    if before.lower in nouns() and numeral.scale is not None and numeral.in_digits:
        return f"`{before.text}` before it may be its currency"
    is_initials = before.kind == WORD and before.text.isupper() and before.text.isalpha() and 1 < len(before.text) <= 3
    if not is_initials or numeral.scale is None or not numeral.in_digits:
        return None
    return f"`{before.text}` before it may be a currency"


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


def is_hyphened(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether a hyphen joins digits to a word before them that is no number, sign or bound: `Rotterdam-5 km`."""
    first = numeral.first
    before, earlier = at(tokens, first - 1), at(tokens, first - 2)
    if not numeral.in_digits or before.text not in HYPHENS:
        return False
    if not is_glued(tokens, first) or not is_glued(tokens, first - 1):
        return False
    return earlier.kind == WORD and earlier.lower not in PREFIX_WORDS | {"to", "and", "or"}

"""Numbers that name what they stand with: `MiG-29`, `Resolution 1244`, `iPhone 14`, `16 Industrial Avenue`."""

from tasks.extractors.figures.kinds.hedges import hedge_before
from tasks.extractors.figures.numbers.scales import Numeral
from tasks.extractors.figures.words.nouns import STOP_WORDS, is_plural, singular
from tasks.extractors.figures.words.number_words import SHORT_SCALES
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued
from tasks.extractors.figures.words.verbs import MODALS, PAST_FORMS, PRESENT_FORMS, ends_as_participle
from tasks.extractors.figures.words.word_lists import word_list

DESIGNATORS = word_list("designators.designators")
"""Nouns that a number after them names, not counts."""
CAPITALISED = word_list("designators.capitalised")
"""Words that do so with a capital: `Project 956`, but not `a series 4-2`."""
WORKS = word_list("designators.works")
NOT_BEFORE_WORKS = frozenset({"each", "every", "one", "second", "world", "in", "per", "a", "for"})
WORK_REACH = 4
OF_WORKS = word_list("designators.of_works")
"""Verbs of a film or series, which look like nouns that its number could count."""
LISTING = frozenset({",", "and", "or", "to", "through"})
"""What parts the numbers of a list."""
SHARES = frozenset({"percent", "pct", "%"})
LONGEST_PLACE = 4
LONGEST_LIST = 20
TIMES = frozenset({"day", "week", "season", "round", "game", "group", "class", "point", "act"})
"""Designators whose plural in small letters seldom numbers: `on days 30 or 40 came`."""
NUMBER_SIGNS = frozenset({"no", "nos"})
SHORT_PLURALS = frozenset({"arts", "sects", "secs", "chaps", "figs", "regs", "paras"})
"""Plurals that number with a full stop between: `Arts. 5 and 6`; that of `volumes. 12 men` ends a sentence."""
COUNTING_SUBJECTS = MODALS | {"they", "we", "you", "who", "to", "now", "still", "already"}
"""What stands before `number` where it is a verb: `they number 90`."""
INDICES = frozenset({"DAX", "CAC", "FTSE", "SE", "SMI", "MDAX", "TSX", "TOPIX", "Nikkei", "Euronext", "Fortune"})
NOT_BEFORE_WORDS = frozenset({"i", "in", "top", "day", "week", "point", "am", "big", "unit", "act"})
"""Designators that are common words before a number in words: `in two`."""
STRICT_DESIGNATORS = word_list("designators.strict_designators")
HYPHENS = frozenset("-\u2010\u2011")
BOUNDS = frozenset({"under", "over"})
"""Joined to a bare number by a hyphen these name those who are younger or older: `the under-21 team`."""
SIGNS = frozenset({"sub", "minus", "plus", "negative"})
PREFIX_WORDS = BOUNDS | SIGNS
STREETS = word_list("designators.streets")


def is_designator(tokens: list[Token], numeral: Numeral, *, has_noun: bool) -> bool:
    """Tell whether a number names something: `MiG-29`, `Resolution 1244`, `TV-6`, `Game 6`, `version 2`."""
    first = numeral.first
    before, earlier = at(tokens, first - 1), at(tokens, first - 2)
    if is_joined(tokens, first):
        return is_tied_to_name(tokens, numeral)
    if before.kind == WORD and before.lower not in LISTING:
        is_listed = not has_noun and begins_list_of_designators(tokens, numeral)
        if (
            is_listed
            or is_titled(tokens, numeral, has_noun=has_noun)
            or (before.lower == "of" and earlier.text == "Group")
        ):
            return True
        is_named = is_after_designator(before, numeral, has_noun=has_noun, has_separator="," in tokens[first].text)
        return is_named and not is_verb_of_number(tokens, numeral)
    if before.lower in LISTING:
        return numeral.in_digits and is_in_list_of_designators(tokens, first, has_noun=has_noun)
    if before.text == ")":
        return earlier.kind == WORD and earlier.text.isupper() and numeral.in_digits
    return (before.text in (".", ":") and earlier.lower in DESIGNATORS) or (before.text == "#" and numeral.in_digits)


def is_titled(tokens: list[Token], numeral: Numeral, *, has_noun: bool) -> bool:
    """Tell whether digits are the title of a work named before them: `the hit series 24 returns`, `the film 300`."""
    before, earlier, after = (at(tokens, index) for index in (numeral.first - 1, numeral.first - 2, numeral.last))
    near = {token.lower for token in tokens[max(0, numeral.first - WORK_REACH) : numeral.first - 1]}
    is_work = before.lower in WORKS and earlier.kind == WORD and not near & NOT_BEFORE_WORKS
    is_verb = after.lower in OF_WORKS
    return numeral.in_digits and numeral.scale is None and is_work and (is_verb or not has_noun)


def is_lettered(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether a capital that may be a unit touches a number that names something: the 949A of `Project 949A`."""
    after = at(tokens, numeral.last)
    is_code = after.kind == WORD and len(after.text) == 1 and after.text.isupper() and is_glued(tokens, numeral.last)
    is_code = is_code and after.lower not in SHORT_SCALES
    return numeral.in_digits and is_code and is_designator(tokens, numeral, has_noun=False)


def is_in_list_of_designators(tokens: list[Token], first: int, *, has_noun: bool) -> bool:
    """Tell whether a number stands in a list that a plural designator heads: the 18 of `Sections 1, 5 and 18`.

    So do `No.` and `Nos.`: `posts No. 11 and 12`. A name in the plural heads none whose last number counts something:
    `among Hutus 40 and 50 families`.
    """
    index = first - 1
    while index > first - LONGEST_LIST and (at(tokens, index).lower in LISTING or at(tokens, index).kind == NUMBER):
        index -= 1
    head = at(tokens, index)
    if at(tokens, index + 1).kind != NUMBER:
        return False
    sign = at(tokens, index - 1) if head.text == "." else head
    is_plural_sign = head.lower.endswith("s") and bool({head.lower, singular(head.lower)} & DESIGNATORS)
    if sign.lower in NUMBER_SIGNS or (head.text == "." and sign.lower in SHORT_PLURALS) or is_plural_sign:
        return True
    return not has_noun and (is_plural_head(head) or is_series_name(tokens, index))


def begins_list_of_designators(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether a plural designator stands before a number that another one follows: the 1 of `annexes 1 to 3`."""
    head, joint, second = (at(tokens, index) for index in (numeral.first - 1, numeral.last, numeral.last + 1))
    is_list = numeral.in_digits and joint.lower in LISTING and second.kind == NUMBER
    after = at(tokens, numeral.last + 2)
    ends = after.kind != WORD or after.lower in STOP_WORDS | PAST_FORMS or ends_as_participle(after.lower)
    return is_list and is_plural_head(head) and ends


def is_plural_head(token: Token) -> bool:
    """Tell whether a token is a plural that numbers: `annexes`, or one with a capital: `Destroyers 136 and 137`."""
    one = singular(token.lower)
    is_verb = token.lower in PRESENT_FORMS | STOP_WORDS
    return one != token.lower and (one in DESIGNATORS - TIMES or (token.text[0].isupper() and not is_verb))


def is_series_name(tokens: list[Token], index: int) -> bool:
    """Tell whether the plural of a designator ends at a token: the `s` of `MiG-29s 52 and 54`, not of `the 1980s`."""
    before = at(tokens, index - 1)
    is_number = at(tokens, index).text == "s" and before.kind == NUMBER and is_glued(tokens, index)
    return is_number and is_joined(tokens, index - 1) and at(tokens, index - 3).text[:1].isupper()


def is_verb_of_number(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether `number` before a number is the verb: `his men number 150,000`, `the tribe numbers 300`.

    It is none in `patent number 5,123,456` and before a list: `side numbers 548 and 572`.
    """
    verb, before, joint = (at(tokens, index) for index in (numeral.first - 1, numeral.first - 2, numeral.last))
    has_separator = "," in tokens[numeral.first].text
    if verb.lower == "numbers":
        goes_on = joint.kind == DASH or (joint.lower in LISTING and at(tokens, numeral.last + 1).kind == NUMBER)
        return not goes_on or (has_separator and joint.lower == "to")
    return verb.lower == "number" and (before.lower in COUNTING_SUBJECTS or (has_separator and is_plural(before)))


def is_tied_to_name(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether a hyphen ties a number to a name or to a designator: `MiG-29`, the 200 of `A330-200`."""
    before, earlier = at(tokens, numeral.first - 1), at(tokens, numeral.first - 2)
    if earlier.kind == NUMBER:
        return is_glued(tokens, numeral.first - 2) and at(tokens, numeral.first - 3).kind == WORD
    is_hyphen = before.text in HYPHENS or (numeral.in_digits and earlier.text.isupper())
    return is_hyphen and earlier.kind == WORD and earlier.lower not in SIGNS


def is_joined(tokens: list[Token], first: int) -> bool:
    """Tell whether a hyphen joins a token to what stands before it: the 29 of `MiG-29`."""
    return at(tokens, first - 1).kind == DASH and is_glued(tokens, first) and is_glued(tokens, first - 1)


def is_in_code(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether a hyphen ties a number to a name, and capital letters end it: `R-29RM`, `Mi-38P`."""
    after = at(tokens, numeral.last)
    if not is_joined(tokens, numeral.first):
        return False
    is_ended = after.kind == WORD and is_glued(tokens, numeral.last) and after.text.isupper()
    return numeral.in_digits and is_ended and is_tied_to_name(tokens, numeral)


def is_after_designator(before: Token, numeral: Numeral, *, has_noun: bool, has_separator: bool) -> bool:
    """Tell whether the noun before a number is numbered by it: `Game 6`, but not `last week 300 miners`.

    Behind a common noun in small letters a number with a noun of its own counts; in words only some nouns number,
    and of numbers with a separator even fewer: `on the first day 5,000 came`.
    """
    is_named = before.lower in DESIGNATORS or (before.text.istitle() and before.lower in CAPITALISED)
    if numeral.scale is not None or not is_named:
        return False
    if has_separator and before.lower not in STRICT_DESIGNATORS:
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
    is_capital = is_capital or (not has_noun and is_series_name(tokens, numeral.first - 1))
    if not has_noun and is_share_of_name(tokens, numeral.first):
        return False
    if "," in tokens[numeral.first].text and is_in_place(tokens, numeral.first - 1):
        return False
    is_inside = numeral.first - 1 > sentence_start
    return is_capital and (is_inside or (not has_noun and is_named_elsewhere(tokens, numeral.first - 1)))


def is_share_of_name(tokens: list[Token], first: int, *, steps: int = 0) -> bool:
    """Tell whether a number goes on a list of what each name has of a whole: the 30 of `Exxon 40 percent, Arco 30`."""
    index = first - 1
    while index > first - LONGEST_PLACE and at(tokens, index).kind == WORD and at(tokens, index).text[0].isupper():
        index -= 1
    if index == first - 1 or at(tokens, index).lower not in (",", "and") or steps > LONGEST_LIST:
        return False
    index -= 1 + (at(tokens, index - 1).text == ",")
    if at(tokens, index).kind == NUMBER:
        return is_share_of_name(tokens, index, steps=steps + 1)
    is_share = at(tokens, index).lower in SHARES and at(tokens, index - 1).kind == NUMBER
    return is_share and at(tokens, index - 2).text[:1].isupper()


def is_in_place(tokens: list[Token], index: int) -> bool:
    """Tell whether `in` and a name in capitals end at a token, so that a number behind is none of it: `in Denmark`."""
    first = index
    while first > index - LONGEST_PLACE and at(tokens, first).kind == WORD and at(tokens, first).text[0].isupper():
        first -= 1
    return first < index and at(tokens, first).text == "in"


def is_named_elsewhere(tokens: list[Token], index: int) -> bool:
    """Tell whether the first word of a sentence stands with its capital behind a small word elsewhere: it is a name."""
    word = tokens[index].text
    return any(
        token.text == word and at(tokens, place - 1).text.islower()
        for place, token in enumerate(tokens)
        if place != index
    )


def is_index(before: Token) -> bool:
    """Tell whether a word is a stock index that a number is part of: the 30 of `DAX 30 shares` counts nothing."""
    return before.text in INDICES


def is_street_number(tokens: list[Token], last: int) -> bool:
    """Tell whether a street's name follows within three capitalised words: `16 Industrial Avenue`."""
    for step in range(4):
        token = at(tokens, last + step)
        if token.kind != WORD or not token.text[0].isupper():
            return False
        if step and token.lower in STREETS:
            return True
    return False


def is_before_name(tokens: list[Token], last: int) -> bool:
    """Tell whether a capitalised word follows a number that has the form of a designator: `787 Dreamliner`."""
    after, number = at(tokens, last), at(tokens, last - 1)
    if not number.text.isdigit() or len(number.text) > 4 or hedge_before(tokens, last - 1):
        return False
    return after.kind == WORD and after.text[0].isupper() and not after.text.isupper()


def is_hyphened(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether a hyphen joins digits to a word before them that is no number, sign or bound: `Rotterdam-5 km`."""
    first = numeral.first
    before, earlier = at(tokens, first - 1), at(tokens, first - 2)
    if not numeral.in_digits or before.text not in HYPHENS:
        return False
    if not is_glued(tokens, first) or not is_glued(tokens, first - 1):
        return False
    return earlier.kind == WORD and earlier.lower not in PREFIX_WORDS | {"to", "and", "or"}

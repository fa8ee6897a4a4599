"""Reads what a rate is stated per: `a month`, `per thousand cubic meters`, `/kg`, `-a-day`, `to the dollar`."""

from tasks.extractors.figures.numbers.digits import digits_value
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.nouns import FUNCTION_WORDS, is_plural, singular
from tasks.extractors.figures.words.number_words import SCALES, SHORT_SCALES
from tasks.extractors.figures.words.tokens import BREAK, DASH, MARK, NUMBER, WORD, Token, at, is_glued
from tasks.extractors.figures.words.word_lists import word_list

PER_ARTICLES = frozenset({"a", "an", "each", "every"})
PER_WORDS = PER_ARTICLES | {"per"}
PER_NOUNS = word_list("rates.per_nouns")
"""Nouns that `a` makes a rate with; after `per` any noun does."""
POINTS_IN_TIME = frozenset({"earlier", "ago", "before", "later", "after"})
"""After a unit of time these make a date of it: `8 percent a year earlier`."""
PREPOSITIONS = word_list("rates.prepositions")
ABBREVIATED = {"shr": "share", "share": "share"}
"""What a sum is stated by behind a slash: `31 cts/shr`."""
ROUND = frozenset({"thousand", "million", "billion"})
"""Numbers that a rate is stated per so many of in words too: `per 1,000 people` as `per thousand people`."""
LONGEST_BRACKET = 9
"""Tokens of a bracket between a sum and what it is per."""
CARRIED = frozenset({"passenger", "tonne", "ton", "seat", "vehicle", "freight", "man", "person", "worker", "staff"})
"""Right before a unit these multiply it: `2 billion passenger miles`, `300 man-hours`."""
MOST_DESCRIBING = 2
"""Words between `per` and its noun: `per fully diluted share`."""
SILENT = frozenset({"common", "ordinary", "fully", "primary", "outstanding"})
"""What describes a share and leaves it one."""
NO_RATE = frozenset({"se", "diem"})
"""What stands behind `per` in Latin, and is nothing that is counted."""


def per_phrase(tokens: list[Token], index: int, *, any_noun: bool = False) -> tuple[str | None, int]:
    """Return what stands after `per`, `a`, `/` at a token, in the singular, and the index after it; None without.

    `any_noun` lets `a` take any noun that ends its phrase, as it does after money: `US$10 million a boat`.
    """
    token = at(tokens, index)
    if token.text == "/" and is_glued(tokens, index) and is_glued(tokens, index + 1):
        found = unit_at(tokens, index + 1)
        if found is None and any_noun and at(tokens, index + 1).lower in ABBREVIATED:
            return ABBREVIATED[at(tokens, index + 1).lower], index + 2
        return (found[0].name, found[1]) if found else (None, index)
    if token.kind == DASH and is_glued(tokens, index) and at(tokens, index + 1).lower in PER_WORDS:
        return hyphened_per(tokens, index + 1)
    if token.lower == "daily" and (ends_phrase(tokens, index + 1) or at(tokens, index + 1).lower in ("and", "or")):
        return "day", index + 1  # 80,000 barrels daily; what is so `annually` stays a quantity
    if token.lower not in PER_WORDS:
        return None, index
    is_open = token.lower == "per" or (any_noun and token.lower in ("a", "an") and ends_phrase(tokens, index + 2))
    return per_noun(tokens, index + 1, is_open=is_open)


def per_behind_bracket(tokens: list[Token], index: int) -> str | None:
    """Return what stands after `per` behind a bracket that begins or ends at a token: `3,200 rubles ($130) a month`."""
    closing = next((step for step in range(index, index + LONGEST_BRACKET) if at(tokens, step).text == ")"), None)
    if closing is None or at(tokens, index).text not in ("(", ")"):
        return None
    return per_phrase(tokens, closing + 1)[0]


def ends_phrase(tokens: list[Token], index: int) -> bool:
    """Tell whether a mark or a preposition stands at a token, so that the word before it ends a noun phrase."""
    token = at(tokens, index)
    return token.kind in (MARK, BREAK) or token.lower in PREPOSITIONS


def hyphened_per(tokens: list[Token], index: int) -> tuple[str | None, int]:
    """Read the end of `12-cent-a-share`, `barrel-a-day`."""
    first = index + 1 + (at(tokens, index + 1).kind == DASH)
    per, last = per_noun(tokens, first, is_open=False)
    return (per, last) if per else (None, index - 1)


def per_noun(tokens: list[Token], index: int, *, is_open: bool) -> tuple[str | None, int]:
    """Return the unit or noun at a token, with a scale before it: `thousand cubic meters`."""
    is_per = at(tokens, index - 1).lower == "per"
    number = number_of(at(tokens, index)) if is_per else None
    scale = number or scale_word(at(tokens, index).lower)
    scaled = scale is not None
    first = index + scaled
    token = at(tokens, first)
    if scale and is_per and (token.kind != WORD or token.lower in FUNCTION_WORDS):
        return scale, first
    found = unit_at(tokens, first)
    if found and at(tokens, found[1]).lower in POINTS_IN_TIME:
        return None, index - 1
    if found and found[0].kind in ("quantity", "duration"):
        name, last = found[0].name, found[1]
    elif token.kind != WORD or token.lower in NO_RATE or token.lower in FUNCTION_WORDS:
        return None, index - 1
    elif is_per and (described := described_noun(tokens, first)):
        name, last = described
    elif is_open or token.lower in PER_NOUNS:
        name, last = singular(token.lower) if number and is_plural(token) else token.lower, first + 1
        name = ABBREVIATED.get(name, name)
    else:
        return None, index - 1
    return (f"{scale} {name}" if scaled else name), last


def described_noun(tokens: list[Token], first: int) -> tuple[str, int] | None:
    """Return what a rate is stated per where words before it describe it, and the index after it; None without any.

    Of `per preference share` it is all of that, of `per common share` but `share`: those are meant where none is named.
    """
    for last in range(first + 1, first + 1 + MOST_DESCRIBING):
        before, noun = at(tokens, last - 1), at(tokens, last)
        found = unit_at(tokens, last)
        is_unit = found is not None and found[0].kind in ("quantity", "duration") and found[1] == last + 1
        is_whole = before.lower in PER_NOUNS and not (is_unit and before.lower in CARRIED)
        if is_whole or not (is_describing(before) and is_describing(noun)):
            return None
        if is_unit or noun.lower in PER_NOUNS:
            words = [token.lower for token in tokens[first : last + 1]]
            return " ".join(word for word in words if word not in SILENT), last + 1
    return None


def is_describing(token: Token) -> bool:
    """Tell whether a token is a word of content in small letters."""
    return token.kind == WORD and token.text.islower() and token.lower not in FUNCTION_WORDS


def number_of(token: Token) -> str | None:
    """Return the whole number that a rate is stated per so many of: `per 1,000 people`, which are a thousand."""
    value = digits_value(token.text) if token.kind == NUMBER else None
    if value is None or value <= 1 or value % 1:
        return None
    name = next((name for name, power in SCALES.items() if power == value), None)
    return name if name in ROUND else f"{value:f}"


def scale_word(word: str) -> str | None:
    """Return the scale that a word or its abbreviation names, `million` for `mln`; None for any other word."""
    if word == "hundred" or word in SCALES:
        return word
    value = SHORT_SCALES.get(word)
    return next((name for name, power in SCALES.items() if power == value), None)

"""Reads a letter behind a number: a scale (`1.2m people`, `5m tonnes`, `300k jobs`) or metres (`30m high`)."""

from dataclasses import replace

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.quantities import read_unit
from tasks.extractors.figures.money.money_amounts import money_after
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.nouns import counted_noun
from tasks.extractors.figures.words.number_words import LETTER_SCALES, MILLION
from tasks.extractors.figures.words.tokens import DASH, NUMBER, SIGN, WORD, Token, at, is_glued
from tasks.extractors.figures.words.word_lists import word_list

COUNTED = word_list("letters.counted")
"""Nouns that are counted by the million and stand behind no length: `1.2m people`."""
DIMENSIONS = word_list("letters.dimensions")
"""Words right behind a length: `30m high`, `50m apart`, `a 255m long quay`."""
LENGTH_WORDS = word_list("letters.length_words")
"""Words near a number that make its `m` metres: `a depth of 30m`."""
KINDS_OF_SHARES = frozenset({"share", "shares", "stock", "stocks", "unit", "units"})
"""Behind `B` these are of a kind, not billions: `3 B shares`."""
PEOPLED = frozenset({"city", "town", "nation", "country", "population", "state", "province", "region", "island"})
"""Of these so many live: `a city of 1.2m`."""
RACES = frozenset({"race", "races", "run", "runs", "walk", "walks", "course", "courses", "event", "events"})
"""Behind `k` these are of so many kilometers: `a 10K race`."""
LENGTHS = frozenset({"m", "x", "×", "by", "cm", "ft", "meter", "meters", "metre", "metres", "feet"})
WINDOW = 12
"""Tokens on either side in which a word of length is looked for."""


def read_letter(context: Context, amount: Amount) -> Amount | None:
    """Return the amount of a number with the letter behind it as its scale, or None where there is no such letter.

    An `m` without anything that tells million from metres is a doubt.
    """
    tokens = context.tokens
    token = at(tokens, amount.last)
    if token.text == "MM" and is_glued(tokens, amount.last) and amount.scale is None:
        scaled = replace(amount, value=amount.value * MILLION, scale=MILLION, last=amount.last + 1)
        return money_after(context, scaled) or replace(scaled, doubt="`MM` may be millimeters or million")
    scale = LETTER_SCALES.get(token.lower)
    if scale is None or amount.scale is not None or token.text in ("t", "T") or is_exponent(tokens, amount.last + 1):
        return None
    if dotted := read_dotted(context, replace(amount, value=amount.value * scale, scale=scale, last=amount.last + 2)):
        return dotted
    before_sign = at(tokens, amount.last + 1).kind == SIGN and is_glued(tokens, amount.last + 1)  # 30 M$
    scaled = replace(amount, value=amount.value * scale, scale=scale, last=amount.last + 1)
    is_loose = token.text == "k" or (token.text == "B" and at(tokens, amount.last + 1).lower not in KINDS_OF_SHARES)
    if not is_loose and not is_glued(tokens, amount.last) and not before_sign:
        return money_after(context, scaled) if token.text in ("m", "M", "b", "K") else None  # 3.4 m dlrs
    found = read_unit(tokens, scaled) or money_after(context, scaled) or read_counted(tokens, scaled, letter=token)
    if found or token.text != "m" or is_length(context, amount.last + 1):
        return found
    return replace(amount, last=amount.last + 1, doubt="`m` may be metres or million")


def read_dotted(context: Context, scaled: Amount) -> Amount | None:
    """Read the money behind a scale of one letter with a full stop: `4 m. marks`; None where no currency follows."""
    tokens = context.tokens
    is_dotted = at(tokens, scaled.last - 1).text == "." and is_glued(tokens, scaled.last - 1)
    return money_after(context, scaled) if is_dotted and at(tokens, scaled.last).kind == WORD else None


def is_exponent(tokens: list[Token], index: int) -> bool:
    """Tell whether digits touch a letter behind it: the 2 of `60m2`."""
    return at(tokens, index).kind == NUMBER and is_glued(tokens, index)


def read_counted(tokens: list[Token], amount: Amount, *, letter: Token) -> Amount | None:
    """Return an amount as a count where its letter is no metre: any but `m`, and `m` before people: `3.5m Germans`."""
    noun, last = counted_noun(tokens, amount.last, is_one=False)
    last_word = at(tokens, last - 1)
    if letter.lower == "m" and not (noun and (last_word.lower in COUNTED or last_word.text[0].isupper())):
        return None
    if letter.lower == "k" and at(tokens, amount.last).lower in RACES:
        return replace(amount, doubt="it may be the kilometers of a race")
    is_code = noun is None and (letter.lower == "b" or tokens[amount.first].text == "401")
    doubt = f"`{letter.text}` may be a part of a code" if is_code else None
    return replace(amount, unit=noun, noun_last=last, rule="count", is_bare=noun is None, doubt=doubt)


def is_length(context: Context, index: int) -> bool:
    """Tell whether the words behind an `m`, or around it in its sentence, speak of a length; not `a city of 1.2m`."""
    tokens = context.tokens
    if at(tokens, index - 3).lower == "of" and at(tokens, index - 4).lower in PEOPLED:
        return False
    following = index + (at(tokens, index).kind == DASH)
    is_product = at(tokens, index).lower in ("x", "×", "by") and at(tokens, index + 1).kind == NUMBER
    is_product = is_product and at(tokens, index + 2).lower in LENGTHS  # not 1.7m by 1 January
    if is_product or at(tokens, following).lower in DIMENSIONS:
        return True
    first, last = max(context.starts[index - 1], index - WINDOW), min(context.ends[index - 1], index + WINDOW)
    return any(token.lower in LENGTH_WORDS for token in tokens[first:last])

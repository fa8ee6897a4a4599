"""Finds the phrase that says what a figure measures, by the words around it: `bilateral trade`, `copper`, `stake`."""

import re

from tasks.extractors.figures.amounts import Amount
from tasks.extractors.figures.nouns import FUNCTION_WORDS, STOP_WORDS, counted_noun
from tasks.extractors.figures.tokens import WORD, Token, at, is_glued
from tasks.extractors.figures.word_lists import word_list

SUBJECT_VERBS = word_list("measures.subject_verbs")
"""Verbs whose subject is what is measured; of any other verb it is not."""
BETWEEN = word_list("measures.between")
"""What may stand between such a verb and the figure, or between the subject and the verb."""
NO_MEASURE = word_list("measures.no_measure")
"""Comparatives and words of time and place, which say when, where or how much and not what."""
PHRASE = 6
BACK = 8

BETWEEN_TWO = re.compile(
    r"\bbetween\s((?:the\s)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3}\sand\s(?:the\s)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3})"
)
"""`between Russia and China`."""


def measure_of(tokens: list[Token], amount: Amount, *, start: int) -> tuple[int, int] | None:
    """Return the first token and the one after the last of what an amount measures; `start` begins its sentence."""
    if amount.kind in ("ordinal", "age"):
        return None
    if amount.kind == "count":
        return counted_phrase(tokens, amount.last, amount.noun_last)
    if amount.kind == "duration":
        return introduced_phrase(tokens, amount.last)
    return (
        noun_before_of(tokens, amount.first, start=start)
        or introduced_phrase(tokens, amount.last)
        or subject_before(tokens, amount.first, start=start)
        or phrase_after(tokens, amount.last)
    )


def counted_phrase(tokens: list[Token], last: int, noun_last: int | None) -> tuple[int, int] | None:
    """Return the noun phrase that a count counts: `foreign companies`; of `nine of the 28 cars`, the cars."""
    if at(tokens, last).lower == "of":
        first = last + 1
        while at(tokens, first).lower in FUNCTION_WORDS or at(tokens, first).kind == "number":
            first += 1
        noun, noun_last = counted_noun(tokens, first, is_one=False)
        return (first, noun_last) if noun else None
    return (last, noun_last) if noun_last and noun_last > last and at(tokens, last).kind == WORD else None


def noun_before_of(tokens: list[Token], first: int, *, start: int) -> tuple[int, int] | None:
    """Return the noun phrase before `of` and a figure: `a deposit of 500,000 hryvnyas`, `growth of 2 percent`."""
    index = first - 1
    while index > start and at(tokens, index).lower in BETWEEN:
        index -= 1
    if at(tokens, index).lower != "of":
        return None
    begin = index
    while begin > start and begin > index - 3 and is_phrase_token(tokens, begin - 1):
        begin -= 1
    return (begin, index) if begin < index else None


def introduced_phrase(tokens: list[Token], last: int) -> tuple[int, int] | None:
    """Return the noun phrase behind `in` or `of` after a figure: `$20 billion in bilateral trade`, `tons of copper`."""
    if at(tokens, last).lower not in ("in", "of") or at(tokens, last).kind != WORD:
        return None
    first = last + 1
    while at(tokens, first).lower in ("the", "its", "their", "a", "an", "all", "his", "her"):
        first += 1
    if at(tokens, last).lower == "in" and not at(tokens, first).text[:1].islower():
        return None
    return phrase_after(tokens, first)


def phrase_after(tokens: list[Token], first: int) -> tuple[int, int] | None:
    """Return the noun phrase that begins at a token: words up to the next preposition, verb or mark."""
    if at(tokens, first).text == "-" and is_glued(tokens, first):
        first += 1
    index = first
    while index < first + PHRASE and is_phrase_token(tokens, index):
        index += 1
    return (first, index) if index > first and at(tokens, first).kind == WORD else None


def is_phrase_token(tokens: list[Token], index: int) -> bool:
    """Tell whether a token can stand in a noun phrase: a word that is no function word or verb, or an inner hyphen."""
    token = at(tokens, index)
    if token.kind == WORD:
        return token.lower not in STOP_WORDS and token.lower not in NO_MEASURE
    return token.text == "-" and is_glued(tokens, index) and is_glued(tokens, index + 1)


def subject_before(tokens: list[Token], first: int, *, start: int) -> tuple[int, int] | None:
    """Return the subject of the verb before a figure: `bilateral trade amounted to just US$6.12 billion`."""
    index = first - 1
    while index > start and at(tokens, index).lower in BETWEEN:
        index -= 1
    if at(tokens, index).lower not in SUBJECT_VERBS:
        return None
    while index > start and (at(tokens, index).lower in SUBJECT_VERBS or at(tokens, index).lower in BETWEEN):
        index -= 1
    last = index + 1
    while index >= max(start, last - BACK) and is_subject_token(tokens, index):
        index -= 1
    begin = index + 1
    while begin < last and (at(tokens, begin).lower in FUNCTION_WORDS or is_possessive(at(tokens, begin))):
        begin += 1
    return (begin, last) if begin < last and at(tokens, begin).kind == WORD else None


def is_possessive(token: Token) -> bool:
    """Tell whether a word says whose: `Tajikistan's`."""
    return token.lower.endswith(("'s", "’s"))


def is_subject_token(tokens: list[Token], index: int) -> bool:
    """Tell whether a token can stand in a subject, which may hold prepositions and articles."""
    return is_phrase_token(tokens, index) or at(tokens, index).lower in ("of", "the", "over", "on", "a", "in", "for")


def measured_of(text: str, start: int, end: int) -> str | None:
    """Return whose a figure of the sentence between two offsets is: `Russia and China`."""
    found = BETWEEN_TWO.search(text, start, end)
    return found[1] if found else None

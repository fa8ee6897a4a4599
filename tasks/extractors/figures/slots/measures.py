"""Finds the phrase that says what a figure measures, by the words around it: `bilateral trade`, `copper`, `stake`."""

from dataclasses import replace

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.slots.named_phrases import PLACING, introduced_phrase, named_phrase, noun_before_of
from tasks.extractors.figures.slots.phrases import Phrase, phrase_after, phrase_before
from tasks.extractors.figures.slots.predicates import (
    REACH,
    Predicate,
    is_elliptic,
    is_level_verb,
    is_subject_verb,
    object_before,
    paid_by_subject,
    predicate_before,
    subject_before,
)
from tasks.extractors.figures.words.currency_codes import place_keys
from tasks.extractors.figures.words.noun_words import DETERMINERS
from tasks.extractors.figures.words.tokens import WORD, Token, at
from tasks.extractors.figures.words.verbs import BE_FORMS, LEVEL_FORMS, NOUNS_TOO
from tasks.extractors.figures.words.word_lists import word_list

AGGREGATES = word_list("measures.aggregates")
"""What a country or party has as a whole: before these, its adjective says whose it is (`Chinese exports`)."""
PURPOSES = frozenset({"for", "on"})
ENDING_ASIDE = frozenset({",", ")", "("})


def measure_of(tokens: list[Token], amount: Amount, *, start: int) -> Phrase | None:
    """Return the phrase that an amount measures by the words of its own; `start` begins its sentence."""
    if amount.kind in ("ordinal", "age"):
        return None
    start = max(start, amount.first - REACH)
    found = (
        share_subject(tokens, amount, start=start)
        or named_phrase(tokens, amount, start=start)
        or phrase_of_predicate(tokens, amount, start=start)
        or introduced_phrase(tokens, amount, words=PLACING)
        or noun_before_of(tokens, amount.first, start=start, is_empty=True)
    )
    return owned(tokens, found) if found else None


def share_subject(tokens: list[Token], amount: Amount, *, start: int) -> Phrase | None:
    """Return what is brought to a share of something else: `cut the deficit to 6 percent of GDP`."""
    if amount.kind != "percent" or at(tokens, amount.last).lower != "of":
        return None
    predicate = predicate_before(tokens, amount.first, start=start)
    if is_subject_verb(tokens, predicate) and at(tokens, predicate.index).lower not in BE_FORMS:
        return subject_before(tokens, predicate.index, start=start)
    return object_before(tokens, predicate.index, start=start) if predicate.preposition in ("to", "at") else None


def phrase_of_predicate(tokens: list[Token], amount: Amount, *, start: int) -> Phrase | None:
    """Return the subject or object that an amount completes: `trade amounted to`, `cut spending by`."""
    predicate = predicate_before(tokens, amount.first, start=start)
    if verb := verb_of_subject(tokens, amount, predicate, start=start):
        return subject_before(tokens, verb, start=start)
    if amount.kind == "duration":
        return None
    if predicate.preposition in ("by", "to", "at", "from", "for"):
        return object_or_ellipsis(tokens, predicate, start=start)
    if at(tokens, amount.first - 1).lower == "worth":
        return phrase_before(tokens, predicate.index + 1, start=start)
    return appositive(tokens, amount, predicate, start=start) or purpose(tokens, amount)


def verb_of_subject(tokens: list[Token], amount: Amount, predicate: Predicate, *, start: int) -> int | None:
    """Return the verb whose subject an amount measures: `exports |doubled`, `fell to`, `costs Minsk`; None without."""
    if amount.rule == "multiplier" and is_level_verb(tokens, amount.first):
        return amount.first
    if amount.kind == "duration":
        is_measured = is_level_verb(tokens, predicate.index) and predicate.preposition != "in"  # `fell in two years`
        return predicate.index if is_measured else None
    if is_subject_verb(tokens, predicate):
        return predicate.index
    return paid_by_subject(tokens, predicate.index, start=start) if predicate.preposition is None else None


def object_or_ellipsis(tokens: list[Token], predicate: Predicate, *, start: int) -> Phrase | None:
    """Return what is set to a figure, sold for it, or stands at it without a verb: `put the arrears at`."""
    found = object_before(tokens, predicate.index, start=start)
    if found or predicate.preposition == "from":
        return found
    phrase = phrase_before(tokens, predicate.index + 1, start=start)
    if phrase is None or phrase.last != predicate.index + 1:
        return None
    before = at(tokens, phrase.first - 1)
    if predicate.preposition == "at" and before.lower in LEVEL_FORMS and before.lower not in NOUNS_TOO | BE_FORMS:
        return subject_before(tokens, phrase.first - 1, start=start)
    if predicate.preposition == "for":
        return phrase if before.lower in DETERMINERS else None
    return phrase if is_elliptic(tokens, phrase) else None


def appositive(tokens: list[Token], amount: Amount, predicate: Predicate, *, start: int) -> Phrase | None:
    """Return the noun that a figure between commas explains, or that ends with a colon: `The gap, 2.9 billion, is`."""
    mark = at(tokens, predicate.index).text
    if mark == ":" or (mark == "," and at(tokens, amount.last).text in ENDING_ASIDE):
        phrase = phrase_before(tokens, predicate.index, start=start)
        return phrase if phrase and phrase.last == predicate.index else None
    return None


def purpose(tokens: list[Token], amount: Amount) -> Phrase | None:
    """Return what money is for: `spent 480 million forints on the bridge`, `set aside 5 million for roads`."""
    if amount.kind != "money" or at(tokens, amount.last).lower not in PURPOSES:
        return None
    phrase = phrase_after(tokens, amount.last + 1)
    return phrase if phrase and at(tokens, phrase.first).text.islower() else None


def owned(tokens: list[Token], phrase: Phrase) -> Phrase | None:
    """Return a phrase without the adjective of a country that says whose it is: `Chinese exports`."""
    first, last = phrase.first, phrase.last
    head = next((step for step in range(first, last) if at(tokens, step).lower in AGGREGATES), None)
    if phrase.owner is not None or head is None:
        return phrase
    after = first
    while after < head and (is_country(tokens, after) or (after > first and is_country(tokens, after + 1))):
        after += 1
    return replace(phrase, first=after, owner=(first, after)) if after > first else phrase


def is_country(tokens: list[Token], index: int) -> bool:
    """Tell whether a token is the adjective of a country."""
    token = at(tokens, index)
    return token.kind == WORD and token.text[0].isupper() and token.lower in place_keys()[0]

"""Finds the phrase that says what a figure measures, by the words around it: `bilateral trade`, `copper`, `stake`."""

from dataclasses import replace

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.slots.comparatives import CHANGE_NOUNS
from tasks.extractors.figures.slots.phrases import EMPTY_NOUNS, Phrase, is_time_token, phrase_after, phrase_before
from tasks.extractors.figures.slots.predicates import (
    REACH,
    Predicate,
    is_elliptic,
    is_level_verb,
    is_softener,
    is_subject_verb,
    object_before,
    paid_by_subject,
    predicate_before,
    subject_before,
)
from tasks.extractors.figures.words.currency_codes import place_keys
from tasks.extractors.figures.words.noun_words import DETERMINERS, is_noun_word, is_possessive
from tasks.extractors.figures.words.nouns import counted_noun
from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued
from tasks.extractors.figures.words.verbs import BE_FORMS, LEVEL_FORMS, MODALS, NOUNS_TOO
from tasks.extractors.figures.words.word_lists import word_list

AGGREGATES = word_list("measures.aggregates")
"""What a country or party has as a whole: before these, its adjective says whose it is (`Chinese exports`)."""
PARTITIVE, PLACING = frozenset({"of"}), frozenset({"in"})
PURPOSES = frozenset({"for", "on"})
NO_THINGS = frozenset({None, "point", "time"})
"""Units of counts that are no things."""
NO_PURPOSE = frozenset({"terms", "behalf", "fear", "lack", "example", "instance", "sale", "average", "paper", "board"})
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


def named_phrase(tokens: list[Token], amount: Amount, *, start: int) -> Phrase | None:
    """Return the phrase that an amount's own noun phrase names: what it counts, `tons of copper`, `a loss of`."""
    if amount.kind == "count":
        return counted_phrase(tokens, amount) or noun_before_of(tokens, amount.first, start=start)
    if amount.kind == "duration":
        return described_phrase(tokens, amount)
    if amount.rule == "multiplier" and at(tokens, amount.first - 1).lower in MODALS | {"to"}:
        return phrase_after(tokens, amount.last)  # `wants to double its exports`
    if amount.rule == "rate of count":
        return phrase_after(tokens, amount.first)
    if amount.kind in ("quantity", "percent") and at(tokens, amount.last).lower == "of":
        return introduced_phrase(tokens, amount, words=PARTITIVE)
    return (
        noun_before_of(tokens, amount.first, start=start)
        or described_phrase(tokens, amount)
        or introduced_phrase(tokens, amount, words=PARTITIVE)
    )


def share_subject(tokens: list[Token], amount: Amount, *, start: int) -> Phrase | None:
    """Return what is brought to a share of something else: `cut the deficit to 6 percent of GDP`."""
    if amount.kind != "percent" or at(tokens, amount.last).lower != "of":
        return None
    predicate = predicate_before(tokens, amount.first, start=start)
    if is_subject_verb(tokens, predicate) and at(tokens, predicate.index).lower not in BE_FORMS:
        return subject_before(tokens, predicate.index, start=start)
    return object_before(tokens, predicate.index, start=start) if predicate.preposition in ("to", "at") else None


def counted_phrase(tokens: list[Token], amount: Amount) -> Phrase | None:
    """Return the noun phrase that a count counts: `foreign companies`; of `nine of the 28 cars`, the cars."""
    if amount.rule == "compound" or at(tokens, amount.last - 1).lower == "strong":
        return described_phrase(tokens, amount)
    if amount.unit in NO_THINGS:
        return None
    last, noun_last = amount.last, amount.noun_last
    if at(tokens, last).lower == "of":
        first = last + 1
        while at(tokens, first).lower in DETERMINERS or at(tokens, first).kind == NUMBER or is_number(tokens, first):
            first += 1
        noun, noun_last = counted_noun(tokens, first, is_one=False)
        return Phrase(first=first, last=noun_last) if noun else None
    if noun_last is None or noun_last <= last or at(tokens, last).kind != WORD:
        return None
    return Phrase(first=last, last=noun_last)


def is_number(tokens: list[Token], index: int) -> bool:
    """Tell whether a token is a number in words, or a part of one."""
    return at(tokens, index).lower in NUMBER_WORDS


def described_phrase(tokens: list[Token], amount: Amount) -> Phrase | None:
    """Return the noun that an amount describes: `a six-day tour`, `a 25 percent stake`, `half the herd`."""
    first = amount.last
    if at(tokens, first).kind == DASH and is_glued(tokens, first):
        first += 1
    if amount.kind == "duration" and at(tokens, amount.last - 2).kind != DASH:
        return None
    if at(tokens, first).lower in ("the", "its", "their", "this", "of") and amount.kind == "percent":
        return phrase_after(tokens, first + (at(tokens, first).lower == "of"))
    if not is_noun_word(tokens, first) or is_possessive(tokens, first):
        return None
    phrase = phrase_after(tokens, first)
    if phrase and at(tokens, phrase.last - 1).lower in CHANGE_NOUNS and at(tokens, phrase.last).lower in ("in", "of"):
        return phrase_after(tokens, phrase.last + 1)
    return phrase


def noun_before_of(tokens: list[Token], first: int, *, start: int, is_empty: bool = False) -> Phrase | None:
    """Return the noun phrase before `of` and a figure: `a deposit of 500,000 hryvnyas`, `growth of 2 percent`.

    A noun that says nothing of what is measured, as in `a total of 5 tons`, is returned where `is_empty` asks for it.
    """
    index = first - 1
    while index > start and is_softener(tokens, index):
        index -= 1
    if at(tokens, index).lower != "of":
        return None
    phrase = phrase_before(tokens, index, start=start)
    return phrase if phrase and (at(tokens, phrase.last - 1).lower in EMPTY_NOUNS) == is_empty else None


def introduced_phrase(tokens: list[Token], amount: Amount, *, words: frozenset[str]) -> Phrase | None:
    """Return the noun phrase behind `in` or `of` after a figure: `$20 billion in bilateral trade`, `tons of copper`."""
    last = amount.last + (at(tokens, amount.last).lower == "worth")
    word = at(tokens, last).lower
    if word not in words or (word == "in" and amount.kind not in ("money", "quantity")):
        return None
    phrase = phrase_after(tokens, last + 1)
    if phrase is None or at(tokens, phrase.last - 1).lower in NO_PURPOSE:
        return None
    if word == "of":
        return phrase
    is_time = is_time_token(tokens, phrase.last)  # `in the new quarter`
    return phrase if at(tokens, phrase.first).text.islower() and not is_time else None


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

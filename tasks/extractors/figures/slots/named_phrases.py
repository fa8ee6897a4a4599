"""What is measured, by an amount's own noun phrase: what it counts, `tons of copper`, `a loss of`, `a six-day tour`."""

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.slots.comparatives import CHANGE_NOUNS
from tasks.extractors.figures.slots.phrases import EMPTY_NOUNS, Phrase, phrase_after, phrase_before
from tasks.extractors.figures.slots.predicates import is_softener
from tasks.extractors.figures.slots.time_phrases import is_time_token
from tasks.extractors.figures.words.noun_words import DETERMINERS, is_noun_word, is_possessive
from tasks.extractors.figures.words.nouns import counted_noun
from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued
from tasks.extractors.figures.words.verbs import MODALS

PARTITIVE, PLACING = frozenset({"of"}), frozenset({"in"})
NO_THINGS = frozenset({None, "point", "time"})
"""Units of counts that are no things."""
NO_PURPOSE = frozenset({"terms", "behalf", "fear", "lack", "example", "instance", "sale", "average", "paper", "board"})


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

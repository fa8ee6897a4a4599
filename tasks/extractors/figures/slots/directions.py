"""Reads the direction of a change: `rose 7 percent`, `cut spending by 6 percent`, `10 percent less than`."""

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.slots.comparatives import DOWN_NOUNS, TURNED, UP_NOUNS, is_multiple, side_after
from tasks.extractors.figures.slots.predicates import (
    DETERMINERS_AND_MORE,
    JOINING,
    REACH,
    is_level_verb,
    is_softener,
    object_before,
    predicate_before,
)
from tasks.extractors.figures.words.noun_words import is_adverb, is_noun_word
from tasks.extractors.figures.words.tokens import MARK, WORD, Token, at
from tasks.extractors.figures.words.verbs import BE_FORMS, LEVEL_FORMS, NOUNS_TOO, all_forms
from tasks.extractors.figures.words.word_lists import word_list

UP_FORMS = all_forms(word_list("directions.up_verbs"))
DOWN_FORMS = all_forms(word_list("directions.down_verbs"))
"""Verbs that make the figure after them a change."""
LOSING_FORMS = all_forms(word_list("directions.losing_verbs"))
"""Verbs that make a change of a share after them alone: `lost a quarter of their value`."""
MOTION_FORMS = all_forms(word_list("directions.motion_verbs")) | BE_FORMS
"""Verbs that are none of level and whose adverb says the direction: `moved |up 5 percent`, `was |down`."""
CHANGING = frozenset({"percent", "money", "quantity", "count", "rate"})
AFTER = 3
STEPS = frozenset({"percent", "money", "quantity", "rate"})
"""Kinds that state a change right behind a verb: `rose 7 percent`; a count needs `by`."""


def direction_of(tokens: list[Token], amount: Amount, *, start: int) -> str | None:
    """Return up or down where an amount states a change, by the words around it; `start` begins its sentence."""
    if amount.kind not in CHANGING:
        return None
    if side := side_after(tokens, amount.last, kind=amount.kind):
        return side
    if is_multiple(tokens, amount.last):
        return multiple_direction(tokens, amount)
    if amount.rule == "multiplier" and at(tokens, amount.first).lower in UP_FORMS:
        return "up"
    return noun_direction(tokens, amount) or verb_direction(tokens, amount, start=max(start, amount.first - REACH))


def multiple_direction(tokens: list[Token], amount: Amount) -> str | None:
    """Return the direction of a multiple: `three times as much as`, `half as many as`; none of `double the price`."""
    if at(tokens, amount.last).lower not in ("as", "what"):
        return None
    return "up" if amount.kind != "percent" or amount.value >= 100 else "down"


def noun_direction(tokens: list[Token], amount: Amount) -> str | None:
    """Return the direction that a noun gives: `a loss of $2.2 billion`, `a 25 percent drop`."""
    first, last = amount.first, amount.last
    while is_softener(tokens, first - 1):
        first -= 1
    nouns = [at(tokens, first - 2).lower] if at(tokens, first - 1).lower == "of" else []
    if amount.kind == "percent" and at(tokens, last).kind == WORD:
        nouns += [at(tokens, last + step).lower for step in range(AFTER)]
    if any(noun in UP_NOUNS for noun in nouns):
        return "up"
    return "down" if any(noun in DOWN_NOUNS for noun in nouns) else None


def verb_direction(tokens: list[Token], amount: Amount, *, start: int) -> str | None:
    """Return the direction of the verb that an amount completes: `rose 7 percent`, `cut spending by 6 percent`."""
    predicate = predicate_before(tokens, amount.first, start=start)
    if predicate.preposition not in (None, "by"):
        return None
    index = predicate.index
    is_step = predicate.preposition == "by" or amount.kind in STEPS
    turned = next((step for step in range(index + 1, amount.first) if is_turn(tokens, step)), None)
    if turned is not None:
        return turn_direction(tokens, turned) if is_step else None
    word = at(tokens, index).lower
    if amount.kind == "percent" and predicate.preposition is None and word in LOSING_FORMS:
        return "down"
    if predicate.preposition is None and word not in LEVEL_FORMS:
        return None  # `raised 3 billion rubles`
    if predicate.preposition == "by" and side_of(word) is None:
        phrase = object_before(tokens, index, start=start)
        index = verb_of_object(tokens, phrase.first, start=start) if phrase else index
    return side_of(at(tokens, index).lower) if is_step and is_change_verb(tokens, index) else None


def verb_of_object(tokens: list[Token], first: int, *, start: int) -> int:
    """Return the token before an object and its articles: the `cut` of `cut the subsidy by`."""
    index = first - 1
    while index > start and (at(tokens, index).lower in DETERMINERS_AND_MORE or at(tokens, index).lower.endswith("s")):
        index -= 1
    return index


def side_of(word: str) -> str | None:
    """Return the direction of a verb's form, or None where it has none."""
    if word in UP_FORMS:
        return "up"
    return "down" if word in DOWN_FORMS else None


def is_change_verb(tokens: list[Token], index: int) -> bool:
    """Tell whether a word is a verb here, and not the noun of the same form."""
    return at(tokens, index).lower not in NOUNS_TOO or is_level_verb(tokens, index) or not is_noun_word(tokens, index)


def is_turn(tokens: list[Token], index: int) -> bool:
    """Tell whether a token is `up` or `down`, and not part of `up to`."""
    return at(tokens, index).lower in TURNED and at(tokens, index + 1).lower != "to"


def turn_direction(tokens: list[Token], index: int) -> str | None:
    """Return the direction of `up` or `down` behind a subject, a mark or a verb of motion; none of `makes up`."""
    before = at(tokens, index - 1)
    is_joined = before.kind in (MARK, "break") or before.lower in JOINING
    is_moved = before.lower in MOTION_FORMS or is_adverb(before) or is_level_verb(tokens, index - 1)
    return at(tokens, index).lower if is_joined or is_moved or is_noun_word(tokens, index - 1) else None

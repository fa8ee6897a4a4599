"""Reads the ages that no unit names: `aged 7, 9 and 14`, `Ivan Petrov, 42,`, `the age of 21`, `she was 35`."""

from dataclasses import replace

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.kinds.unit_parts import AGE_WORDS
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.nouns import STOP_WORDS, VERBS
from tasks.extractors.figures.words.tokens import BREAK, WORD, Token, at
from tasks.extractors.figures.words.verbs import PAST_FORMS, ends_as_participle
from tasks.extractors.figures.words.word_lists import word_list

PRONOUNS = frozenset({"he", "she", "who", "i"})
BEING = frozenset({"was", "is", "turned", "turns", "am"})
AGED = frozenset({"aged", "age", "ages"})
BETWEEN_PERSON_AND_AGE = frozenset({"of", "over", "under", "above", "below", "between"})
PLACING = frozenset({"in", "at", "near", "from", "to", "on", "of", "the"})
"""Before a name these make a place of it, or something: `in Grozny, 30, wounded by shells`."""
PLACES = frozenset({"in", "at", "near", "on"})
"""Of these, what never says where a person is from: `Ali Khan of Grozny, 45, was hurt`."""
ADULT, OLDEST = 16, 120
OLD = AGE_WORDS | {"age"}
PEOPLE = word_list("ages.people")
"""Before `of` or `over` and a number alone these make it an age: `a boy of twelve`, `women over 55`."""


def with_ages(context: Context, amounts: list[Amount]) -> list[Amount]:
    """Return the amounts with those that are ages made so."""
    found: list[Amount] = []
    for amount in amounts:
        before = found[-1] if found else None
        found.append(
            replace(
                amount, kind="age", unit=amount.unit if amount.kind == "duration" else "year", rule="age", is_bare=False
            )
            if is_age(context.tokens, amount, before)
            else amount
        )
    return with_ages_before(context.tokens, found)


def with_ages_before(tokens: list[Token], amounts: list[Amount]) -> list[Amount]:
    """Return the amounts with the ages of a list whose last states it: the 3 of `they are 3, 5 and 7 years old`."""
    found = list(amounts)
    for index in range(len(found) - 2, -1, -1):
        amount, after = found[index], found[index + 1]
        is_stated = after.kind == "age" and after.rule == "age" and after.unit is not None
        is_open = amount.is_bare and amount.scale is None and amount.kind == "count" and not amount.doubt
        last = at(tokens, after.last - 1).lower in OLD or after.inherited == "unit"
        if is_stated and is_open and last and is_list_step(tokens, amount.last, after.first) and amount.value <= OLDEST:
            found[index] = replace(amount, kind="age", unit=after.unit, rule="age", is_bare=False, inherited="unit")
    return found


def is_age(tokens: list[Token], amount: Amount, before: Amount | None) -> bool:
    """Tell whether an amount without a unit, or in years, is an age from the words around it."""
    words = [at(tokens, amount.first - step).lower for step in range(1, 5)]
    if amount.doubt or amount.kind not in ("count", "duration") or not 0 < amount.value <= OLDEST:
        return False
    if (
        words[0] in AGED
        or (words[0] in ("under", "over") and words[1] in AGED)
        or words[:2] in (["of", "age"], ["of", "ages"], ["between", "aged"])
        or (words[:2] == ["both", ","] and at(tokens, amount.last).text == ",")  # two guards, both 19,
    ):
        return True
    if amount.kind == "duration" or not amount.is_bare or amount.value != amount.value.to_integral_value():
        return False
    follows_age = before is not None and before.kind == "age" and is_list_step(tokens, before.last, amount.first)
    follows_age = follows_age and at(tokens, amount.last).lower != "of"  # 40 years old, one of twelve
    of_people = words[0] in BETWEEN_PERSON_AND_AGE and words[1] in PEOPLE and not_a_noun(at(tokens, amount.last))
    return follows_age or of_people or is_apposition(tokens, amount) or is_said_of_person(tokens, amount, words)


def not_a_noun(token: Token) -> bool:
    """Tell whether no noun follows that the number could count."""
    return token.kind != WORD or token.lower in STOP_WORDS


def is_list_step(tokens: list[Token], start: int, end: int) -> bool:
    """Tell whether only a comma, `and` or `or` stands between two numbers."""
    return 0 < end - start <= 2 and all(at(tokens, index).lower in (",", "and", "or") for index in range(start, end))


def is_apposition(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether a number stands between commas after a capitalised name: `Petrov, 42, said`."""
    if (
        at(tokens, amount.first - 1).text != ","
        or at(tokens, amount.last).text not in (",", ".")
        or not amount.in_digits
    ):
        return False
    name, given = at(tokens, amount.first - 2), at(tokens, amount.first - 3)
    following = at(tokens, amount.last + 1)
    is_placed = given.lower in PLACES or (given.lower == "from" and not at(tokens, amount.first - 4).text[:1].isupper())
    if is_placed and name.text[:1].isupper():
        return False
    is_name = name.kind == WORD and name.text[0].isupper() and given.lower not in PLACING
    is_whole_name = is_name and given.kind == WORD and given.text[0].isupper()
    if is_whole_name and amount.value >= 1 and following.kind in (WORD, BREAK):
        return True
    is_adult = ADULT <= amount.value <= OLDEST and name.kind == WORD
    return is_adult and (
        following.lower in VERBS
        or (is_name and following.text.islower() and is_past(following.lower))
        or following.lower in ("who", "of", "from", "told", "whose", "and", "a")
    )


def is_past(word: str) -> bool:
    """Tell whether a word in small letters has the form of a verb in the past: `left`, `dismissed`."""
    return word in PAST_FORMS or ends_as_participle(word)


def is_said_of_person(tokens: list[Token], amount: Amount, words: list[str]) -> bool:
    """Tell whether a bare number is said of a person: `she was 35`, `he will be 30 by`."""
    if at(tokens, amount.last).kind == WORD and at(tokens, amount.last).lower not in (
        "when",
        "by",
        "at",
        "and",
        "in",
        "last",
        "this",
        "but",
        "years",
    ):
        return False
    if words[0] in BEING and words[1] in PRONOUNS:
        return True
    if words[0] in ("turned", "turns") and at(tokens, amount.last).kind != WORD:
        return True
    return words[0] == "be" and words[1] in ("will", "would") and words[2] in PRONOUNS

"""Finds what a number counts: the head of the noun phrase after it, in the singular, by closed lists and endings."""

import csv
from calendar import day_name, month_abbr, month_name
from functools import cache
from pathlib import Path

from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued, past_hyphen
from tasks.extractors.figures.words.word_lists import word_list

PLURAL_MODIFIERS = word_list("nouns.plural_modifiers")
"""Plurals that stand before the noun they describe: `two weapons caches`."""
PARTICIPLES = frozenset({"missing", "working", "living", "remaining", "dying"})
NUMBERED = word_list("designators.designators") | word_list("designators.capitalised")
"""Nouns that a number behind them names: the `Type` of `five Type 42 destroyers`."""
LONGEST_CODE = 3
LONGEST_MODEL = 4
"""Digits of a model: `Boeing 747`, `Peugeot 3008`."""
PHRASE_LIMIT = 7
"""Words between a number and the noun it counts: `15 former Soviet defense industry workers`."""

FUNCTION_WORDS = word_list("nouns.function_words")
VERBS = word_list("nouns.verbs")
"""Verbs that follow a number or a counted noun; after them no noun of the same phrase comes."""

STOP_WORDS = FUNCTION_WORDS | VERBS
NOUNS_TOO = word_list("nouns.nouns_too")
"""Verb forms that are nouns right after a number: `112 votes`."""


@cache
def irregular_plurals() -> dict[str, str]:
    """Read the singular of each plural that no ending tells, and of the nouns that are the same in both."""
    with Path(__file__).with_name("irregular_plurals.csv").open(encoding="utf-8", newline="") as lines:
        return {row["plural"]: row["singular"] for row in csv.DictReader(lines)}


MONTHS = frozenset(month_name[1:])
"""Of these none is counted: `UP 1 APRIL`."""
CALENDAR = frozenset(day_name) | frozenset(month_abbr) | MONTHS
"""Names behind which digits are days and counts, not models."""
IRREGULAR = irregular_plurals()
"""Plurals that no ending tells, and nouns that are the same in both."""

ALREADY_PLURAL = frozenset(word for word in IRREGULAR if not word.endswith("s") or IRREGULAR[word] != word) | frozenset(
    {"series", "species", "headquarters", "barracks", "works"}
)
SINGULAR_IN_S = ("ss", "us", "is", "'s", "’s", "ous")
NOT_PLURAL = word_list("nouns.not_plural")


def counted_noun(tokens: list[Token], index: int, *, is_one: bool) -> tuple[str | None, int]:
    """Return the singular of the noun that a number before `index` counts, and the index after it; None without one."""
    head, last = None, index
    position = index
    while position < index + PHRASE_LIMIT:
        position = past_hyphen(tokens, position)
        token = at(tokens, position)
        if head is None and (after := past_designator(tokens, position)):
            if at(tokens, after - 1).lower == "s":
                return "".join(part.text for part in tokens[position : after - 1]), after
            position = after
            continue
        is_noun_too = position == index and token.lower in NOUNS_TOO
        if not is_phrase_word(token) and not is_noun_too and not describes_plural(tokens, position):
            if token.text == "," and head is None and position > index and is_adjective_list(tokens, position):
                position += 1
                continue
            break
        is_whole = head is not None and not may_describe(head, token)
        if is_whole and not is_one:
            break
        if is_one or (is_plural(token) and not (head is None and is_acronym(tokens, position))):
            head, last = token.text, position + 1
        elif is_whole:
            break
        position += 1
    if head is None or head.title() in MONTHS:
        return None, index
    return singular(head) if not is_one else head.lower(), last


def is_acronym(tokens: list[Token], index: int) -> bool:
    """Tell whether capitals that end in S are letters before the noun that is counted: `14 AIDS patients`."""
    token, after = at(tokens, index), at(tokens, past_hyphen(tokens, index + 1))
    is_capital = token.kind == WORD and token.text.isupper() and token.text.endswith("S")
    return is_capital and is_phrase_word(after) and after.text.islower()


def describes_plural(tokens: list[Token], index: int) -> bool:
    """Tell whether a participle right before a plural describes it: `300 missing sailors`, not `300 missing in`."""
    word, after = at(tokens, index).lower, at(tokens, index + 1)
    return word in PARTICIPLES and is_phrase_word(after) and is_plural(after) and after.text.islower()


def may_describe(head: str, token: Token) -> bool:
    """Tell whether a plural may describe the noun behind it: `weapons caches`, `AWACS planes`, `cosmetics brands`."""
    is_acronym = len(head) > len("SAMS") and head.isupper()
    is_name = head.istitle() and token.text.islower() and is_plural(token)
    is_trade = head.lower().endswith("ics") and token.text.islower() and is_plural(token)
    return head.lower() in PLURAL_MODIFIERS or is_acronym or is_name or is_trade


def past_designator(tokens: list[Token], index: int) -> int | None:
    """Return the index after a designator inside a noun phrase; None without one.

    Such is the `Su-27` of `15 Su-27 fighters`, the `Type 42` of `five Type 42 destroyers`, and the `Volvo 240` of
    `12 Volvo 240 cars`.
    """
    token, number = at(tokens, index), at(tokens, index + 1)
    if number.kind == NUMBER and token.text[:1].isupper() and token.lower in NUMBERED:
        return index + 2 + (at(tokens, index + 2).kind == WORD and is_glued(tokens, index + 2))
    if after := past_lettered(tokens, index) or past_model(tokens, index):
        return after
    is_one = (
        at(tokens, index + 1).kind == DASH
        and at(tokens, index).kind == WORD
        and at(tokens, index + 2).kind == NUMBER
        and is_glued(tokens, index + 1)
        and is_glued(tokens, index + 2)
    )
    if not is_one:
        return None
    return index + 3 + (at(tokens, index + 3).kind == WORD and is_glued(tokens, index + 3))


def past_lettered(tokens: list[Token], index: int) -> int | None:
    """Return the index after a name with a code of capitals: the `Gonets-D1` of `seven Gonets-D1 satellites`."""
    code = at(tokens, index + 2)
    is_joined = at(tokens, index + 1).kind == DASH and is_glued(tokens, index + 1) and is_glued(tokens, index + 2)
    if not (is_joined and is_model_code(code) and at(tokens, index).text[:1].isupper()):
        return None
    return index + 3 + (at(tokens, index + 3).kind == NUMBER and is_glued(tokens, index + 3))


def past_model(tokens: list[Token], index: int) -> int | None:
    """Return the index after a model inside a counted phrase: the `Bell 412 SP` of `18 Bell 412 SP helicopters`.

    A name and digits are one where the plural that is counted follows: of `12 Tuesday 4 players` they are none.
    """
    if not is_named_model(tokens, index):
        return None
    after = index + 2
    while is_model_code(at(tokens, after)):
        after += 1
    noun = at(tokens, after)
    return after if is_phrase_word(noun) and noun.text.islower() and is_plural(noun) else None


def is_named_model(tokens: list[Token], index: int) -> bool:
    """Tell whether a name and the digits behind it may be a model: `Leopard 2`, `A320`, but not `March 2`."""
    name, number = at(tokens, index), at(tokens, index + 1)
    is_number = number.kind == NUMBER and number.text.isdigit() and len(number.text) <= LONGEST_MODEL
    is_name = name.kind == WORD and name.text[0].isupper() and name.text not in CALENDAR
    return is_number and is_name and not (is_plural(name) or name.lower.endswith(("'s", "’s")))


def is_model_code(token: Token) -> bool:
    """Tell whether a token is one of the codes in capitals of a model: the `SP` of `Bell 412 SP`."""
    return token.kind == WORD and token.text.isupper() and len(token.text) <= LONGEST_CODE


def is_phrase_word(token: Token) -> bool:
    """Tell whether a word can belong to the noun phrase after a number."""
    return token.kind == WORD and (token.lower not in STOP_WORDS or token.text == "US")


def is_adjective_list(tokens: list[Token], comma: int) -> bool:
    """Tell whether a comma joins two adjectives before a noun: `two large, modern plants`."""
    before, after = at(tokens, comma - 1), at(tokens, comma + 1)
    following = at(tokens, comma + 2)
    if after.text[:1].isupper() and following.text[:1].isupper():
        return False  # `152 idled, Offshore Data Services said`
    return is_phrase_word(before) and is_phrase_word(after) and is_phrase_word(following) and is_plural(following)


def is_plural(token: Token) -> bool:
    """Tell whether a word looks like a noun in the plural."""
    word = token.lower
    if word in NOT_PLURAL or len(word) < 3:
        return token.text.endswith("s") and token.text[:-1].isupper()
    if word in ALREADY_PLURAL or word.endswith(("men", "children", "people", "folk")):
        return True
    return word.endswith("s") and not word.endswith(SINGULAR_IN_S)


def singular(noun: str) -> str:
    """Return the singular of a plural noun, in lower case unless it is a name or initials."""
    word = noun.lower()
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("men"):
        return word[:-3] + "man"
    if noun[:-1].isupper() and noun.endswith("s"):
        return noun[:-1]
    for ending, replacement in (
        ("ies", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
        ("zzes", "zz"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + replacement
    if word.endswith("oes"):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word

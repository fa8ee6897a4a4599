"""Currencies named before and after a number: `French francs`, `new Taiwan dollars`, `kopecks`."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from tasks.extractors.figures.money.currency_places import (
    Meaning,
    of_families,
    older_issue,
    resolve,
    speaks_of_euros_alone,
)
from tasks.extractors.figures.words.compound_units import unit_at
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.currency_codes import nouns, place_keys, valid_on
from tasks.extractors.figures.words.nouns import STOP_WORDS
from tasks.extractors.figures.words.number_words import MILLION
from tasks.extractors.figures.words.tokens import DASH, NUMBER, WORD, Token, at, is_glued, past_hyphen
from tasks.extractors.figures.words.word_lists import word_list

UNSAFE_NOUNS = word_list("currency_names.unsafe_nouns") - {"dinar", "som", "birr", "rand"}
"""Names that are other words too: money only with a scale, a large number, or the place nearby."""
NEVER_ALONE = word_list("currency_names.never_alone")
"""Names so common as other words that alone they raise no doubt either: `Spartak won`."""
SUMS = frozenset({"sum", "sums"})
LEAST_SUM = 20
"""Fewer may be sums of any money in Uzbekistan too, `gave two sums to the fund`, and are refused."""
SINGULAR_ONLY_TIED = frozenset({"mark", "crown"})
"""Names that in the singular are money only behind a hyphen, one, or a large number before a noun.

`Below the four thousand mark` and `broke the 4 million mark` are none."""
GEMS = frozenset({"gold", "diamond", "diamonds", "emerald", "ruby", "sapphire", "stone", "ring"})
"""What is measured in carats."""
RIGHTS = ["drawing", "rights"]
ECU = (["currency", "unit"], ["currency", "units"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """A currency found beside a number: what it means, how many of it make one, and the token after it."""

    meaning: Meaning
    last: int
    parts: Decimal = Decimal(1)
    is_name: bool = False
    doubt: str | None = None


@cache
def minor_units() -> dict[str, tuple[tuple[str, ...], Decimal]]:
    """Return, for each name of a minor unit, the families of its currency and how many make one."""
    with Path(__file__).with_name("minor_units.csv").open(encoding="utf-8", newline="") as lines:
        return {
            form: (tuple(row["families"].split("|")), Decimal(row["parts"]))
            for row in csv.DictReader(lines)
            for form in row["forms"].split("|")
        }


TOUCHING_SCALES = frozenset({"m", "mn", "bn", "tn"})
"""Scales that papers print right behind the digits."""


def named_before(context: Context, index: int) -> Currency | None:
    """Return the currency that an adjective and a singular name state before digits: `Malaysian ringgit 42`."""
    adjective, noun_index = adjective_at(context.tokens, index)
    last = noun_index + 1
    if adjective is None and is_title_of_sum(context.tokens, index):
        families = nouns()[at(context.tokens, index).lower]
        return Currency(meaning=resolve(context, families=families, adjective=None, index=index), last=last)
    if adjective is None or at(context.tokens, last).kind != NUMBER:
        return None
    if at(context.tokens, noun_index).lower.endswith("s") or unit_at(context.tokens, last + 1):
        return None  # the Swiss franc 7.3 pct
    families = nouns()[at(context.tokens, noun_index).lower]
    meaning = resolve(context, families=families, adjective=adjective, index=noun_index)
    return Currency(meaning=meaning, last=last) if meaning.code else None


def is_title_of_sum(tokens: list[Token], index: int) -> bool:
    """Tell whether a currency with a capital stands before digits that a scale touches: `Euros 300m`."""
    name, number, scale = (at(tokens, index + step) for step in range(3))
    is_name = name.text.istitle() and name.lower in nouns()
    return is_name and number.kind == NUMBER and scale.lower in TOUCHING_SCALES and is_glued(tokens, index + 2)


def named_currency(context: Context, index: int, *, value: Decimal, is_scaled: bool) -> Currency | None:
    """Return the currency named at a token, with its adjective: `French francs`, `new Taiwan dollars`, `rubles`."""
    tokens = context.tokens
    adjective, noun_index = adjective_at(tokens, index)
    form = at(tokens, noun_index).lower.removesuffix("'").removesuffix("’")
    families = nouns().get(form)
    if families is None:
        return drawing_rights(tokens, index) or (of_unknown_place(context, index) if is_scaled else None)
    last = noun_index + 1
    if form in ("pound", "pounds") and at(tokens, last).lower == "sterling":
        return Currency(meaning=Meaning(code="GBP"), last=last + 1, is_name=True)
    meaning = resolve(context, families=families, adjective=adjective, index=noun_index)
    if is_prefix(tokens, noun_index) or (meaning.code is None and meaning.candidates is None):
        return None
    if at(tokens, index).lower == "old" and noun_index > index:
        meaning = older_issue(meaning, families)
    is_large = is_scaled and value >= MILLION and is_before_noun(at(tokens, last))
    if (
        form in SINGULAR_ONLY_TIED
        and value != 1
        and not is_large
        and at(tokens, index - 1).kind != DASH
        and not adjective
    ):
        return None
    is_plain = value < 1000 and value == value.to_integral_value() and not is_scaled
    is_local = meaning.is_local and not (form in SUMS and value < LEAST_SUM)
    is_unsafe = form in UNSAFE_NOUNS and not adjective and not is_local and is_plain
    is_unsafe = is_unsafe and not (at(tokens, last).kind == NUMBER and at(tokens, last + 1).lower in minor_units())
    if is_unsafe and form in NEVER_ALONE:
        return None
    doubt = f"`{form}` may be no currency here" if is_unsafe else None
    return Currency(meaning=meaning, last=last, is_name=True, doubt=doubt)


def is_prefix(tokens: list[Token], index: int) -> bool:
    """Tell whether a hyphen makes a prefix of `euro`: `13 Euro-bonds`, not `a 5 euro-a-day rise`."""
    is_joined = at(tokens, index).lower == "euro" and past_hyphen(tokens, index + 1) > index + 1
    return is_joined and at(tokens, index + 2).lower not in ("a", "an", "per")


def of_unknown_place(context: Context, index: int) -> Currency | None:
    """Return the currency, with all its codes, that an adjective of no known place leaves open: `Islamic dinars`."""
    adjective, families = at(context.tokens, index), nouns().get(at(context.tokens, index + 1).lower)
    is_adjective = adjective.kind == WORD and adjective.text.istitle() and adjective.lower not in STOP_WORDS
    if families is None or not is_adjective or at(context.tokens, index + 1).lower in UNSAFE_NOUNS:
        return None
    codes = sorted({one.code for one in valid_on(list(of_families(families)), context.day)})
    return Currency(meaning=Meaning(candidates="|".join(codes)), last=index + 2, is_name=True)


def is_before_noun(token: Token) -> bool:
    """Tell whether a noun may follow: `a 5 million mark loan`, but `passed the 100 million mark`."""
    return token.kind == WORD and token.lower not in STOP_WORDS


def minor_of_named(context: Context, index: int) -> Currency | None:
    """Return the minor unit behind the name of its currency at a token: `euro cents`, `Swiss franc centimes`."""
    first = at(context.tokens, index).lower
    if first not in nouns() and first not in adjective_lengths():
        return None
    adjective, noun_index = adjective_at(context.tokens, index)
    families = nouns().get(at(context.tokens, noun_index).lower)
    name = past_hyphen(context.tokens, noun_index + 1)
    found = minor_units().get(at(context.tokens, name).lower)
    if found is None or families is None:
        return None
    meaning = resolve(context, families=families, adjective=adjective, index=index)
    return Currency(meaning=meaning, last=name + 1, parts=found[1], is_name=True)


def adjective_at(
    tokens: list[Token], index: int, *, names: Mapping[str, object] | None = None
) -> tuple[str | None, int]:
    """Return the longest adjective of a currency's place that starts at a token, and the index after it.

    One of `names` must follow it: by default the name of a currency.
    """
    by_adjective, _ = place_keys()
    names = nouns() if names is None else names
    if at(tokens, index).lower in ("new", "old", "redenominated") and at(tokens, index + 1).lower in nouns():
        return None, index + 1
    longest = adjective_lengths().get(at(tokens, index).lower, 0)
    for length in range(longest, 0, -1):
        words = " ".join(at(tokens, index + step).lower for step in range(length))
        following = past_hyphen(tokens, index + length)
        if words in by_adjective and at(tokens, following).lower in names:
            return words, following
    return None, index


@cache
def adjective_lengths() -> dict[str, int]:
    """Return, for each word that begins a place's adjective, how many words the longest such adjective has."""
    lengths: dict[str, int] = {}
    for adjective in place_keys()[0]:
        words = adjective.split()
        lengths[words[0]] = max(lengths.get(words[0], 0), len(words))
    return lengths


def drawing_rights(tokens: list[Token], index: int) -> Currency | None:
    """Return the unit of account named at a token: `special drawing rights`, `SDRs`, `European currency units`."""
    if at(tokens, index).lower == "european" and [token.lower for token in tokens[index + 1 : index + 3]] in ECU:
        return Currency(meaning=Meaning(code="XEU"), last=index + 3, is_name=True)
    if at(tokens, index).lower == "special" and [token.lower for token in tokens[index + 1 : index + 3]] == RIGHTS:
        return Currency(meaning=Meaning(code="XDR"), last=index + 3, is_name=True)
    if at(tokens, index).text in ("SDR", "SDRs"):
        return Currency(meaning=Meaning(code="XDR"), last=index + 1, is_name=True)
    return None


def is_carat(tokens: list[Token], index: int) -> bool:
    """Tell whether `ct` behind a number is a carat: `an 18 ct gold ring`, `an 18ct ring`; not `an 18 ct gain`."""
    return is_glued(tokens, index) or at(tokens, index + 1).lower in GEMS


def minor_currency(context: Context, index: int) -> Currency | None:
    """Return the minor unit named at a token: `cents`, `kopecks`, `pence`."""
    first = at(context.tokens, index).lower
    if first not in minor_units() and first not in adjective_lengths():
        return None
    adjective, noun_index = adjective_at(context.tokens, index, names=minor_units())
    found = minor_units().get(at(context.tokens, noun_index).lower)
    if found is None:
        return None
    if at(context.tokens, noun_index).lower == "ct" and is_carat(context.tokens, noun_index):
        return None
    families, parts = found
    if families == ("dollar",) and adjective is None and speaks_of_euros_alone(context.article.text):
        families = ("EUR",)
    meaning = resolve(context, families=families, adjective=adjective, index=noun_index)
    return Currency(meaning=meaning, last=noun_index + 1, parts=parts, is_name=True)

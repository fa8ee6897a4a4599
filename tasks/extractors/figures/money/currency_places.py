"""Decides which of the currencies of one name is meant: by the adjective, the sentence's place, the article's place."""

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from tasks.extractors.figures.words.context import ANYWHERE, Context
from tasks.extractors.figures.words.currency_codes import Currency, currencies, distance, nouns, place_keys, valid_on
from tasks.extractors.figures.words.tokens import SIGN

EUROS = re.compile(r"€|\b(?:[Ee]uros?|EUR)\b")
WITH_DOLLARS = frozenset({"canadian", "australian", "new zealand", "hong kong", "singapore"})
"""Places whose press means dollars of their own by `dollars` alone."""
DOLLARS = re.compile(r"\$|\b[Dd]ollars?\b|\bUSD\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A currency code; or, where it is not certain, the possible codes separated by `|`, and no code."""

    code: str | None = None
    candidates: str | None = None
    is_local: bool = False


@cache
def default_places() -> dict[str, str]:
    """Read the place meant by a currency's name where nothing else is said; a name not there is never guessed."""
    with Path(__file__).with_name("default_places.csv").open(encoding="utf-8", newline="") as lines:
        return {row["currency"]: row["place"] for row in csv.DictReader(lines)}


@cache
def of_families(families: tuple[str, ...]) -> tuple[Currency, ...]:
    """Return the currencies whose names end in one of some words: `ruble`, `koruna` or `krona`."""
    return tuple(currency for currency in currencies() if currency.family in families)


def resolve(context: Context, *, families: tuple[str, ...], adjective: str | None, index: int) -> Meaning:
    """Return the code that a currency's name stands for at a token, on the article's day and in its place."""
    if len(families) == 1 and families[0].isupper():
        return Meaning(code=families[0])
    pool = list(of_families(families))
    if adjective is not None:
        keys = place_keys()[0][adjective]
        pool = [currency for currency in pool if currency.place in keys]
        return chosen(pool, context.day)
    if families == ("dollar",):
        return bare_dollar(context, pool, index)
    if contrasted := contrasted_with(context, families, pool, index):
        return contrasted
    local = stated_elsewhere(context, families, pool, index) or local_currencies(context, pool, index)
    if local is not None:
        return local
    return default_meaning(pool, context.day, families)


def bare_dollar(context: Context, pool: list[Currency], index: int) -> Meaning:
    """Return the dollar meant by `$` or `dollars` alone: the United States', unless the article says otherwise.

    It may say that all its sums are in another. Where it states a sum in another, `30 million Canadian dollars`, or
    tells of Canada and never of America, bare `dollars` may be either. A bare `$` is not, unless the place stands right
    before it.
    """
    stated = place_keys()[0].get(context.tokens[index - 1].lower, ()) if index and is_sign(context, index) else ()
    told = [currency for currency in pool if currency.place in stated and currency.code != "USD"]
    if told:
        return Meaning(candidates="|".join(sorted({"USD", *(one.code for one in valid_on(told, context.day))})))
    keys = place_keys()[0].get(context.dollars_of or "", ())
    other = [currency for currency in pool if currency.place in keys]
    if other:
        return chosen(other, context.day)
    places = context.named_dollars or told_of(context)
    if places and not is_sign(context, index):
        named = [currency for currency in pool if currency.place in places]
        return Meaning(candidates="|".join(sorted({"USD", *(one.code for one in valid_on(named, context.day))})))
    return Meaning(code="USD")


def told_of(context: Context) -> frozenset[str]:
    """Return the place with dollars of its own that an article's first sentence tells of, where it names no America.

    A sentence of the currency itself, `the Canadian dollar rose`, tells nothing.
    """
    first = context.places.get(context.starts[0], frozenset()) if context.starts else frozenset()
    if "us" in context.places[ANYWHERE] or not first & WITH_DOLLARS:
        return frozenset()
    sentence = context.tokens[: context.ends[0]]
    is_of_money = any(nouns().get(token.lower) == ("dollar",) and not token.lower.endswith("s") for token in sentence)
    return frozenset() if is_of_money else first & WITH_DOLLARS


def is_sign(context: Context, index: int) -> bool:
    """Tell whether a token is a currency's sign, so that the place before it may be its: `Australian $12 million`."""
    return context.tokens[index].kind == SIGN


def older_issue(meaning: Meaning, families: tuple[str, ...]) -> Meaning:
    """Return the currency that `old` before a name means: the last one that the meant one replaced, if there is one."""
    issues = of_families(families)
    meant = next((currency for currency in issues if currency.code == meaning.code), None)
    if meant is None:
        return meaning
    older = [issue for issue in issues if issue.place == meant.place and issue.until < meant.since]
    return Meaning(code=max(older, key=end_of).code) if older else Meaning(candidates=meaning.code)


def end_of(currency: Currency) -> date:
    """Return the last day on which a currency was tender."""
    return currency.until


def chosen(pool: list[Currency], day: date | None) -> Meaning:
    """Return the one currency of a pool that is valid on a day, or the candidates."""
    valid = valid_on(pool, day)
    if day:
        tender = [currency for currency in valid if distance(currency, day) == 0]
        valid = tender or valid
    if len(valid) == 1:
        rivals = sorted({currency.code for currency in pool})
        return Meaning(code=valid[0].code, candidates="|".join(rivals) if day is None and len(rivals) > 1 else None)
    if not valid:
        return Meaning()
    return Meaning(candidates="|".join(currency.code for currency in valid))


def speaks_of_euros_alone(text: str) -> bool:
    """Tell whether a text names euros and no dollars, so that cents in it are theirs: `a dividend of 75 cents`."""
    return EUROS.search(text) is not None and DOLLARS.search(text) is None


def stated_elsewhere(context: Context, families: tuple[str, ...], pool: list[Currency], index: int) -> Meaning | None:
    """Return the one currency of this name that the article names in full: `two Jordanian dinars … one dinar`.

    The sentence may speak of other places alone: `Minsk paid 5 rubles` beside Russian rubles elsewhere.
    """
    places = {currency.place for currency in pool}
    keys = context.named_money.get(families, frozenset()) & places
    near = context.places.get(context.starts[index], frozenset()) & places
    if len(keys) != 1 or (near and not near & keys):
        return None
    meaning = chosen([currency for currency in pool if currency.place in keys], context.day)
    return Meaning(code=meaning.code, candidates=meaning.candidates, is_local=True)


def contrasted_with(context: Context, families: tuple[str, ...], pool: list[Currency], index: int) -> Meaning | None:
    """Return what a bare name may mean before the first one with its place: `5 rubles or 212,000 Belarusian rubles`."""
    last = context.ends[index]
    named = [place for place in range(index + 1, last) if is_named(context, place, families)]
    if not named or any(is_named(context, place, families) for place in range(index)):
        return None
    keys = place_keys()[0][context.tokens[named[0] - 1].lower]
    other = chosen([currency for currency in pool if currency.place in keys], context.day)
    default = default_meaning(pool, context.day, families)
    if other.code is None or default.code == other.code:
        return None
    if default.code is None:
        return default  # `30 crowns or 20 Danish crowns`
    return Meaning(candidates="|".join(sorted((default.code, other.code))))


def is_named(context: Context, index: int, families: tuple[str, ...]) -> bool:
    """Tell whether a token names a currency of some families, with its place before it."""
    word, before = context.tokens[index].lower, context.tokens[index - 1].lower
    return index > 0 and nouns().get(word) == families and before in place_keys()[0]


def local_currencies(context: Context, pool: list[Currency], index: int) -> Meaning | None:
    """Return the currency of the one place that the sentence, or else the article, names; None where none is."""
    places = {currency.place for currency in pool}
    if len(places) < 2:
        return None
    found = context.places.get(context.starts[index], frozenset()) & places or context.places[ANYWHERE] & places
    local = [currency for currency in pool if currency.place in found]
    if context.day:
        local = [currency for currency in local if distance(currency, context.day) == 0]
    meaning = chosen(local, context.day)
    if meaning.code is None:
        return None
    return Meaning(code=meaning.code, candidates=meaning.candidates, is_local=True)


def default_meaning(pool: list[Currency], day: date | None, families: tuple[str, ...]) -> Meaning:
    """Return the currency that a bare name means by default, or the candidates where there is no default."""
    for family in families:
        place = default_places().get(family)
        if place is not None:
            default = [currency for currency in pool if currency.place == place]
            return chosen(default, day)
    return chosen(pool, day)


def resolve_rupees(context: Context, index: int) -> Meaning:
    """Return what `Rs`, or rupees counted in lakhs, mean: the rupee of the place, or India's with the candidates."""
    meaning = resolve(context, families=("rupee",), adjective=None, index=index)
    return meaning if meaning.code else Meaning(code="INR", candidates=meaning.candidates)

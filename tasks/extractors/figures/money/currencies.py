"""Reads currencies before and after a number: signs, codes, names, adjectives, minor units."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from tasks.extractors.figures.money.currency_places import (
    Meaning,
    older_issue,
    resolve,
    resolve_rupees,
    speaks_of_euros_alone,
)
from tasks.extractors.figures.numbers.scales import SCALE_WORDS
from tasks.extractors.figures.words.context import ANYWHERE, Context
from tasks.extractors.figures.words.currency_codes import codes, nouns, place_keys
from tasks.extractors.figures.words.nouns import STOP_WORDS
from tasks.extractors.figures.words.number_words import LETTER_SCALES, SCALES
from tasks.extractors.figures.words.tokens import DASH, NUMBER, SIGN, WORD, Token, at, is_glued, tokenize
from tasks.extractors.figures.words.word_lists import word_list

UNSAFE_CODES = word_list("currencies.unsafe_codes")
"""Codes that are English words, names or initials: money only before a number that has a scale or separators."""
UNSAFE_NOUNS = word_list("currencies.unsafe_nouns") - {"dinar", "som", "birr", "rand"}
"""Names that are other words too: money only with a scale, a large number, or the place nearby."""
NEVER_ALONE = word_list("currencies.never_alone")
"""Names so common as other words that alone they raise no doubt either: `Spartak won`."""
SINGULAR_ONLY_TIED = frozenset({"mark", "crown", "franc"})
"""Names that in the singular are money only behind a hyphen or one: `below the four thousand mark`."""
LOWER_CODES = {"usd": "USD", "eur": "EUR", "gbp": "GBP", "chf": "CHF", "jpy": "JPY", "uah": "UAH"}
"""Codes that are no word in small letters, as some archives print them."""
CODES_AFTER = word_list("currencies.codes_after")
"""Unsafe codes that are safe after a number that no noun follows."""
SPACED_SIGNS = frozenset({"US", "U.S.", "HK", "NZ", "NT", "Mex", "S", "c"})
"""Letters that may stand a space before their `$`: `US $7.2 billion`."""
RIGHTS = ["drawing", "rights"]
PLACES_OF_LETTERS = {
    "rand": frozenset({"south african", "namibian"}), "naira": frozenset({"nigerian"}), "riyal": frozenset({"saudi"}),
}  # fmt: skip
"""Places of which an article must speak for `R250,000` to be rand, `N5bn` naira, `SR10m` riyals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A currency sign: what it reads as, and where it may stand (`both`, `before`, `after`, `glued`, `spaced`)."""

    reading: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """A currency found beside a number: what it means, how many of it make one, and the token after it."""

    meaning: Meaning
    last: int
    parts: Decimal = Decimal(1)
    is_name: bool = False
    doubt: str | None = None


@cache
def signs() -> dict[str, list[tuple[tuple[str, ...], Sign]]]:
    """Return the signs by their first token, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Sign]]] = {}
    with Path(__file__).with_name("currency_signs.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            parts = tuple(token.text for token in tokenize(row["sign"], 0, len(row["sign"])))
            found.setdefault(parts[0], []).append((parts, Sign(reading=row["reading"], position=row["position"])))
    for forms in found.values():
        forms.sort(key=lambda form: -len(form[0]))
    return found


@cache
def signs_and_codes() -> frozenset[str]:
    """Return every word or mark that is a currency's code, or that begins its sign."""
    return codes() | frozenset(signs()) | frozenset(LOWER_CODES)


@cache
def minor_units() -> dict[str, tuple[tuple[str, ...], Decimal]]:
    """Return, for each name of a minor unit, the families of its currency and how many make one."""
    with Path(__file__).with_name("minor_units.csv").open(encoding="utf-8", newline="") as lines:
        return {
            form: (tuple(row["families"].split("|")), Decimal(row["parts"]))
            for row in csv.DictReader(lines)
            for form in row["forms"].split("|")
        }


def currency_before(context: Context, index: int) -> Currency | None:
    """Return the currency sign or code that stands at a token, before a number."""
    tokens = context.tokens
    found = sign_at(tokens, index, before=True)
    if found and is_of_place(context, found[0]):
        sign, last = found
        return Currency(meaning=sign_meaning(context, sign, index), last=last)
    token = at(tokens, index)
    code = token.text if token.text in codes() else LOWER_CODES.get(token.text)
    if code and is_code_before(tokens, index):
        return Currency(meaning=Meaning(code=code), last=index + 1)
    return named_before(context, index)


def is_of_place(context: Context, sign: Sign) -> bool:
    """Tell whether the article speaks of the place that letters need to be a currency's sign; most signs need none."""
    places = PLACES_OF_LETTERS.get(sign.reading)
    return places is None or not places.isdisjoint(context.places[ANYWHERE])


def named_before(context: Context, index: int) -> Currency | None:
    """Return the currency that an adjective and a singular name state before digits: `Malaysian ringgit 42`."""
    adjective, noun_index = adjective_at(context.tokens, index)
    last = noun_index + 1
    if adjective is None or at(context.tokens, last).kind != NUMBER:
        return None
    if at(context.tokens, noun_index).lower.endswith("s"):
        return None
    families = nouns()[at(context.tokens, noun_index).lower]
    meaning = resolve(context, families=families, adjective=adjective, index=noun_index)
    return Currency(meaning=meaning, last=last) if meaning.code else None


def is_code_before(tokens: list[Token], index: int) -> bool:
    """Tell whether a currency's code stands before its amount, and is not a word in capitals."""
    following = at(tokens, index + 1)
    if following.kind != NUMBER:
        return following.kind == SIGN and at(tokens, index + 2).kind == NUMBER
    if tokens[index].text not in UNSAFE_CODES:
        return True
    scaled = at(tokens, index + 2).lower in ("million", "billion", "trillion", "bn", "m")
    return scaled or "," in following.text


def sign_at(tokens: list[Token], index: int, *, before: bool) -> tuple[Sign, int] | None:
    """Return the currency sign at a token, on one side of a number, and the index after it."""
    for parts, sign in signs().get(at(tokens, index).text, ()):
        if any(at(tokens, index + step).text != part for step, part in enumerate(parts)):
            continue
        if all(is_glued(tokens, index + step) for step in range(1, len(parts))) or is_spaced_sign(parts):
            last = index + len(parts)
            if is_placed(tokens, index, last, sign=sign, before=before):
                return sign, last
    return None


def is_spaced_sign(parts: tuple[str, ...]) -> bool:
    """Tell whether a sign keeps its meaning with a space inside: `US $`."""
    return parts[0] in SPACED_SIGNS and parts[1:] == ("$",)


def is_placed(tokens: list[Token], first: int, last: int, *, sign: Sign, before: bool) -> bool:
    """Tell whether a sign stands where it may, on its side of the number."""
    is_word = tokens[first].kind == WORD and tokens[last - 1].kind == WORD
    if before:
        if sign.position == "after":
            return False
        if sign.position == "glued" and (not is_glued(tokens, last) or is_lone_digit(tokens, last)):
            return False
        if sign.position == "spaced" and (at(tokens, last).kind != NUMBER or at(tokens, last + 1).lower not in SCALES):
            return False
        return not (first > 0 and is_glued(tokens, first) and tokens[first - 1].kind == WORD)
    if sign.position not in ("both", "after"):
        return False
    following = at(tokens, last)
    touches = is_glued(tokens, last) and following.kind in (WORD, NUMBER)
    return not touches and not (is_word and following.kind == DASH and is_glued(tokens, last))


def is_lone_digit(tokens: list[Token], index: int) -> bool:
    """Tell whether one digit without a scale stands at a token, which after letters is a model: `PS5`, `R2`."""
    following = at(tokens, index + 1).lower
    return len(at(tokens, index).text) == 1 and following not in SCALE_WORDS and following not in LETTER_SCALES


def sign_meaning(context: Context, sign: Sign, index: int) -> Meaning:
    """Return what a sign stands for in this article."""
    if len(sign.reading) == 3 and sign.reading.isupper():
        return Meaning(code=sign.reading)
    if sign.reading == "yen-sign":
        return resolve(context, families=("yen", "yuan"), adjective=None, index=index)
    families = nouns().get(sign.reading, (sign.reading,))
    if sign.reading == "rupee":
        return resolve_rupees(context, index)
    return resolve(context, families=families, adjective=None, index=index)


def currency_after(context: Context, index: int, *, value: Decimal, is_scaled: bool) -> Currency | None:
    """Return the currency that stands at a token, after a number: `$`, `USD`, `French francs`, `-yen`, `kopecks`."""
    tokens = context.tokens
    if at(tokens, index).kind == DASH and is_glued(tokens, index) and is_glued(tokens, index + 1):
        index += 1
    token = at(tokens, index)
    if token.kind not in (WORD, SIGN) and token.text not in signs():
        return None
    if found := sign_at(tokens, index, before=False):
        sign, last = found
        if token.text in ("$", "#") and at(tokens, last).kind == NUMBER and is_glued(tokens, last):
            return None
        return Currency(meaning=sign_meaning(context, sign, index), last=last)
    if token.text in codes() and is_code_after(tokens, index):
        return Currency(meaning=Meaning(code=token.text), last=index + 1)
    if token.lower == "p" and is_glued(tokens, index) and value < 1000 and value not in (480, 720):
        return Currency(meaning=Meaning(code="GBP"), last=index + 1, parts=Decimal(100))
    return named_currency(context, index, value=value, is_scaled=is_scaled) or minor_currency(context, index)


def is_code_after(tokens: list[Token], index: int) -> bool:
    """Tell whether capitals after a number are its currency's code, and not a noun's initials or the next amount's."""
    following = at(tokens, index + 1)
    if following.kind == NUMBER and is_glued(tokens, index + 1):
        return False
    is_safe = tokens[index].text not in UNSAFE_CODES or tokens[index].text in CODES_AFTER
    return is_safe and not is_noun_next(tokens, index + 1)


def is_noun_next(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun follows, so that capitals before it are initials and no currency: `300 ANG airmen`."""
    token = at(tokens, index)
    return token.kind == WORD and token.lower not in STOP_WORDS and token.lower not in SCALES


def named_currency(context: Context, index: int, *, value: Decimal, is_scaled: bool) -> Currency | None:
    """Return the currency named at a token, with its adjective: `French francs`, `new Taiwan dollars`, `rubles`."""
    tokens = context.tokens
    adjective, noun_index = adjective_at(tokens, index)
    form = at(tokens, noun_index).lower.removesuffix("'").removesuffix("’")
    families = nouns().get(form)
    if families is None:
        return drawing_rights(tokens, index)
    last = noun_index + 1
    if form in ("pound", "pounds") and at(tokens, last).lower == "sterling":
        return Currency(meaning=Meaning(code="GBP"), last=last + 1, is_name=True)
    meaning = resolve(context, families=families, adjective=adjective, index=noun_index)
    if meaning.code is None and meaning.candidates is None:
        return None
    if at(tokens, index).lower == "old" and noun_index > index:
        meaning = older_issue(meaning, families)
    if form in SINGULAR_ONLY_TIED and value != 1 and at(tokens, index - 1).kind != DASH and not adjective:
        return None
    is_plain = value < 1000 and value == value.to_integral_value() and not is_scaled
    is_unsafe = form in UNSAFE_NOUNS and not adjective and not meaning.is_local and is_plain
    if is_unsafe and form in NEVER_ALONE:
        return None
    doubt = f"`{form}` may be no currency here" if is_unsafe else None
    return Currency(meaning=meaning, last=last, is_name=True, doubt=doubt)


def adjective_at(tokens: list[Token], index: int) -> tuple[str | None, int]:
    """Return the longest adjective of a currency's place that starts at a token, and the index after it."""
    by_adjective, _ = place_keys()
    if at(tokens, index).lower in ("new", "old", "redenominated") and at(tokens, index + 1).lower in nouns():
        return None, index + 1
    longest = adjective_lengths().get(at(tokens, index).lower, 0)
    for length in range(longest, 0, -1):
        words = " ".join(at(tokens, index + step).lower for step in range(length))
        if words in by_adjective and at(tokens, index + length).lower in nouns():
            return words, index + length
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
    """Return the Fund's unit of account where it is named at a token: `special drawing rights`, `SDRs`."""
    if at(tokens, index).lower == "special" and [token.lower for token in tokens[index + 1 : index + 3]] == RIGHTS:
        return Currency(meaning=Meaning(code="XDR"), last=index + 3, is_name=True)
    if at(tokens, index).text in ("SDR", "SDRs"):
        return Currency(meaning=Meaning(code="XDR"), last=index + 1, is_name=True)
    return None


def minor_currency(context: Context, index: int) -> Currency | None:
    """Return the minor unit named at a token: `cents`, `kopecks`, `pence`."""
    adjective, noun_index = None, index
    by_adjective, _ = place_keys()
    if at(context.tokens, index).lower in by_adjective and at(context.tokens, index + 1).lower in minor_units():
        adjective, noun_index = at(context.tokens, index).lower, index + 1
    found = minor_units().get(at(context.tokens, noun_index).lower)
    if found is None:
        return None
    families, parts = found
    if families == ("dollar",) and adjective is None and speaks_of_euros_alone(context.article.text):
        families = ("EUR",)
    meaning = resolve(context, families=families, adjective=adjective, index=noun_index)
    return Currency(meaning=meaning, last=noun_index + 1, parts=parts, is_name=True)

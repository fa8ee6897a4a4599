"""An article as the figure extractor sees it: its tokens, its sentences, and where and when it is set."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tasks.extractors.figures.words.currency_codes import names_by_first_word, nouns, place_keys
from tasks.extractors.figures.words.nouns import counted_noun
from tasks.extractors.figures.words.number_words import NUMBER_WORDS, SCALES, SHORT_SCALES
from tasks.extractors.figures.words.tokens import NUMBER, Token, at, sentence_bounds, tokenize, without_possessive
from tasks.extractors.vocabulary.datelines import certain_datelines
from warehouse.records import Article

ANYWHERE = -1
"""Key under which the places of the whole article stand."""
MEANT_DOLLARS = re.compile(
    r"\b(?:figures|amounts|sums|prices)\b[^.]{0,20}?\b(?:are )?in (\w+(?: \w+)?) dollars\b", re.IGNORECASE
)
"""`All figures are in Canadian dollars.`"""
MODEL_DIGITS = (3, 4)
MODELS = frozenset({"Model", "Type", "Series"})
MORE_THAN_ONE = NUMBER_WORDS - {"one"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """An article's tokens, the first token of each one's sentence, the places named, and the day its money is of."""

    article: Article
    tokens: list[Token]
    starts: list[int]
    ends: list[int]
    places: dict[int, frozenset[str]]
    named_money: dict[tuple[str, ...], frozenset[str]]
    counted: frozenset[str]
    dollars_of: str | None
    named_dollars: frozenset[str]
    naming_numbers: frozenset[str]
    day: date | None


def read_context(article: Article) -> Context:
    """Cut an article's body into tokens and sentences, and date it."""
    tokens = tokenize(article.text, article.body_start_char, article.body_end_char)
    starts, ends = sentences_of(tokens, behind=[end for _, end in certain_datelines(article.text)])
    return Context(
        article=article,
        tokens=tokens,
        starts=starts,
        ends=ends,
        places=places_named(tokens, starts),
        named_money=money_named(tokens),
        counted=nouns_counted(tokens),
        dollars_of=dollars_meant(article.text),
        named_dollars=dollars_named(tokens),
        naming_numbers=numbers_naming(tokens),
        day=article.published_on or article.published_on_low or article.published_on_high,
    )


def sentences_of(tokens: list[Token], *, behind: Sequence[int] = ()) -> tuple[list[int], list[int]]:
    """Return, for each token, the index of the first token of its sentence, and the one after its last.

    `behind` are offsets at which a sentence begins as well: right after a dateline.
    """
    starts: list[int] = []
    ends: list[int] = []
    openings = {bisect_left(tokens, offset, key=lambda token: token.start) for offset in behind}
    for first, last in pairwise(sorted({*sentence_bounds(tokens), *openings})):
        starts += [first] * (last - first)
        ends += [last] * (last - first)
    return starts, ends


def places_named(tokens: list[Token], starts: list[int]) -> dict[int, frozenset[str]]:
    """Return the keys of the places named in each sentence, by its first token, and of all under -1."""
    names = names_by_first_word()
    found: dict[int, set[str]] = {ANYWHERE: set()}
    for index, token in enumerate(tokens):
        first = without_possessive(token.text)
        if first not in names:
            continue
        for words, keys in names[first]:
            if all(without_possessive(at(tokens, index + step).text) == word for step, word in enumerate(words)):
                found.setdefault(starts[index], set()).update(keys)
                found[ANYWHERE].update(keys)
                break
    return {start: frozenset(keys) for start, keys in found.items()}


def money_named(tokens: list[Token]) -> dict[tuple[str, ...], frozenset[str]]:
    """Return the keys of the places whose currency an article names in full, by the families of the name."""
    by_adjective, families_of = place_keys()[0], nouns()
    found: dict[tuple[str, ...], set[str]] = {}
    for before, token in pairwise(tokens):
        if token.lower in families_of:
            keys = by_adjective.get(before.lower, ())
            found.setdefault(families_of[token.lower], set()).update(keys)
    return {families: frozenset(keys) for families, keys in found.items()}


def dollars_named(tokens: list[Token]) -> frozenset[str]:
    """Return the keys of the places other than the United States whose dollars an article states a sum in."""
    by_adjective, families_of = place_keys()[0], nouns()
    found: set[str] = set()
    for index, token in enumerate(tokens):
        if token.lower[:1] != "d" or families_of.get(token.lower) != ("dollar",):
            continue
        words = [at(tokens, index - step).lower for step in (3, 2, 1)]
        for length in (2, 1):
            before = at(tokens, index - 1 - length)
            if before.kind == NUMBER or before.lower in SCALES or before.lower in SHORT_SCALES:
                found.update(by_adjective.get(" ".join(words[-length:]), ()))
    return frozenset(found - {"us"})


def dollars_meant(text: str) -> str | None:
    """Return the adjective of the dollars that a text says all its sums are in, in small letters."""
    said = MEANT_DOLLARS.search(text) if "dollars" in text else None
    return said[1].lower() if said else None


def numbers_naming(tokens: list[Token]) -> frozenset[str]:
    """Return the digits that name a model or a firm: `the 9370 Harbor System`, `3's marketing director`."""
    digits = [index for index, token in enumerate(tokens) if token.kind == NUMBER and token.text.isdigit()]
    return frozenset(tokens[index].text for index in digits if is_model(tokens, index) or is_firm(tokens, index))


def is_model(tokens: list[Token], index: int) -> bool:
    """Tell whether digits name a model: `the Model 930`, or before a name of two words: `the 9370 Harbor System`.

    Those of `600 National Video stores` count.
    """
    is_named = at(tokens, index + 1).text.istitle() and at(tokens, index + 2).text.istitle()
    is_model = len(tokens[index].text) in MODEL_DIGITS and is_named
    if len(tokens[index].text) in MODEL_DIGITS and at(tokens, index - 1).text in MODELS:
        return True
    return is_model and counted_noun(tokens, index + 1, is_one=False)[0] is None


def is_firm(tokens: list[Token], index: int) -> bool:
    """Tell whether what one digit names owns what follows."""
    owner = (at(tokens, index + 1).text, at(tokens, index + 2).lower)
    return len(tokens[index].text) == 1 and owner in (("'", "s"), ("’", "s"))


def nouns_counted(tokens: list[Token]) -> frozenset[str]:
    """Return the nouns that an article counts by a number other than one; none where it has no `one`."""
    if not any(token.lower == "one" for token in tokens):
        return frozenset()
    numbers = [index for index, token in enumerate(tokens) if token.kind == NUMBER or token.lower in MORE_THAN_ONE]
    found = (counted_noun(tokens, index + 1, is_one=False)[0] for index in numbers)
    return frozenset(filter(None, found))

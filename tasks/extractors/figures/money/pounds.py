"""Tells pounds of money from pounds of weight."""

from dataclasses import replace

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.money.currency_names import Currency
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.number_words import MILLION
from tasks.extractors.figures.words.tokens import DASH, Token, at
from tasks.extractors.figures.words.word_lists import word_list

WEIGHT_WORDS = word_list("pounds.weight_words")
MONEY_WORDS = word_list("pounds.money_words")
WEIGHING = frozenset({"weigh", "weighs", "weighed", "weighing"})
TELLING = WEIGHING | MONEY_WORDS
PACKS = frozenset(
    {"bale", "bales", "bag", "bags", "sack", "sacks", "box", "boxes", "bundle", "bundles", "drum", "drums"}
)
"""What is packed by weight: `bales of 375 pounds each`."""
WINDOW = 30
"""Tokens on either side in which words of weight or of money are looked for."""


def as_weight(context: Context, amount: Amount, currency: Currency) -> Amount | None:
    """Read pounds as a weight where the sentence says so; doubt them where it says neither weight nor money."""
    tokens = context.tokens
    first = max(context.starts[amount.first], amount.first - WINDOW)
    last = min(context.ends[amount.first], amount.last + WINDOW)
    words = {token.lower for token in tokens[first:last]}
    if currency.is_name and at(tokens, currency.last - 2).lower in (
        "british",
        "egyptian",
        "lebanese",
        "irish",
        "syrian",
    ):
        return None
    is_packed = at(tokens, amount.first - 1).lower == "of" and at(tokens, amount.first - 2).lower in PACKS
    if is_packed or weighs(tokens[first : amount.first]):
        return replace(amount, kind="quantity", unit="pound", last=currency.last, rule="quantity")
    hyphened = at(tokens, amount.last).kind == DASH
    of_stuff = at(tokens, currency.last).lower == "of"
    is_weight = hyphened or of_stuff or words & WEIGHT_WORDS or at(tokens, currency.last).lower == "per"
    if amount.scale and amount.scale >= MILLION and "weight" not in words:
        return None
    if is_weight and not (words & MONEY_WORDS and not of_stuff and not hyphened):
        return replace(amount, kind="quantity", unit="pound", last=currency.last, rule="quantity")
    if words & MONEY_WORDS or amount.scale or currency.meaning.code:
        return None
    return replace(amount, last=currency.last, doubt="pounds of money or of weight")


def weighs(tokens: list[Token]) -> bool:
    """Tell whether of the words of weighing and of money before an amount one of weighing is the nearest."""
    near = next((token.lower for token in reversed(tokens) if token.lower in TELLING), None)
    return near in WEIGHING

"""Numbers that what stands before them makes doubtful: letters that may be a currency, a name, what is traded."""

from itertools import takewhile

from tasks.extractors.figures.kinds.amounts import Amount
from tasks.extractors.figures.numbers.scales import Numeral
from tasks.extractors.figures.refusals.designators import DESIGNATORS
from tasks.extractors.figures.words.context import Context
from tasks.extractors.figures.words.currency_codes import names_by_first_word, nouns
from tasks.extractors.figures.words.nouns import is_named_model, is_phrase_word, is_plural
from tasks.extractors.figures.words.number_words import SCALES
from tasks.extractors.figures.words.tokens import DASH, WORD, Token, at, is_glued
from tasks.extractors.figures.words.word_lists import word_list

LONGEST_CURRENCY_SIGN = 4
TRADED = word_list("doubts.traded")
"""What is traded in a currency, whose name in the singular describes it."""
LONGEST_PHRASE = 3
SPELLED_BELOW = 10
PLACING = frozenset({"in", "at", "near", "on", "from", "inside", "around", "outside", "across", "over", "to"})
"""Words before a name that say where, or whom: behind it something else begins: `in Gaza 3 people died`."""
TELLING = frozenset({"told", "tells", "gave", "sold", "sent", "owes", "owed", "cost", "won", "gives", "offered"})
"""Verbs behind which a name may be whom: `told the Guardian 12 people had died`."""
OWNERS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "your", "my", "these", "those", "new", "used"}
)


def is_tied_to_letters(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether letters touch the beginning of digits: `Q2`, `SR10 billion`."""
    return numeral.in_digits and is_glued(tokens, numeral.first) and tokens[numeral.first - 1].kind == WORD


def may_be_currency(tokens: list[Token], numeral: Numeral) -> bool:
    """Tell whether the capital letters before digits may be a currency's: the number has a scale or separators."""
    letters = tokens[numeral.first - 1].text
    is_grouped = numeral.value >= 1000 and (numeral.last > numeral.first + 1 or "," in tokens[numeral.first].text)
    is_large = numeral.scale is not None or is_grouped
    return is_large and letters[0].isupper() and len(letters) <= LONGEST_CURRENCY_SIGN


def doubt_of_name(tokens: list[Token], numeral: Numeral) -> str | None:
    """Say why a number that seems to be a part of a name may be a figure: a word that touches it, or its separators."""
    before, after = at(tokens, numeral.first - 1), at(tokens, numeral.last)
    if is_glued(tokens, numeral.last) and after.kind == WORD and after.text.islower() and len(after.text) > 2:
        return f"`{after.text[:20]}` touches the number's end"
    has_name = before.kind == WORD and before.text[0].isupper() and before.lower not in DESIGNATORS
    if has_name and numeral.value >= 1000 and "," in tokens[numeral.first].text:
        return f"`{before.text[:20]}` before it may be a currency or a name"
    return None


def doubt_of_model(context: Context, amount: Amount, numeral: Numeral) -> str | None:
    """Say why digits behind a name may be its model's, not a count: `sold Leopard 2 tanks`, `its Fokker 50 aircraft`.

    Nothing below ten is written in digits where it counts (the rule of most newspapers), unless a place or a month
    stands before it; larger ones are doubtful where the words before the name tell that a phrase goes on.
    """
    tokens, name = context.tokens, numeral.first - 1
    is_alone = amount.unit is not None and numeral.last == numeral.first + 1 and numeral.in_digits
    if not is_alone or not is_named_model(tokens, name) or name <= context.starts[numeral.first]:
        return None
    before = at(tokens, name - 1)
    is_place = tokens[name].text in names_by_first_word() or before.lower in PLACING
    is_led = before.lower in OWNERS and at(tokens, name - 2).lower not in PLACING | TELLING
    if is_place or not (numeral.value < SPELLED_BELOW or is_led):
        return None
    return f"`{tokens[name].text[:20]}` before it may be what it numbers"


def doubt_of_currency(tokens: list[Token], numeral: Numeral) -> str | None:
    """Say why a scaled number that counts nothing may be money: what stands before it: `ZK 5 million`, `rubles 5bn`.

    So may a bare one right behind a currency's name be: `Kuwaiti dinars 30`, `a dollar fifty`.
    """
    before = at(tokens, numeral.first - 1)
    if before.lower in nouns() and numeral.scale is not None and numeral.in_digits:
        return f"`{before.text}` before it may be its currency"
    is_sum = before.lower in nouns() and (
        before.lower.endswith("s") or at(tokens, numeral.first - 2).lower in ("a", "one")
    )
    if is_sum:
        return f"`{before.text}` before it may be its currency"
    is_initials = before.kind == WORD and before.text.isupper() and before.text.isalpha() and 1 < len(before.text) <= 3
    if not is_initials or numeral.scale is None or not numeral.in_digits:
        return None
    return f"`{before.text}` before it may be a currency"


def is_in_table(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether decimals stand before a noun in capitals, as prices of a table do: `85.00 COTTONSEED MEAL`."""
    noun = at(tokens, amount.last)
    is_decimal = "." in tokens[amount.first].text and amount.unit not in (None, "point")
    return is_decimal and amount.scale is None and noun.text.isupper() and noun.text.isalpha() and len(noun.text) > 2


def names_market(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether a currency in the singular names a thing: `one dollar straight`, `two million-dollar homes`."""
    name, noun = at(tokens, amount.last - 1), at(tokens, amount.last)
    joint, scale = at(tokens, amount.last - 2), at(tokens, amount.last - 3)
    if amount.in_digits or name.lower.endswith("s"):
        return False
    if joint.kind != DASH:
        return noun.lower in TRADED and amount.scale is None
    is_open = scale.lower in SCALES and at(tokens, amount.last - 4).kind == WORD and amount.last - 4 >= amount.first
    phrase = [at(tokens, amount.last + step) for step in range(LONGEST_PHRASE)]
    return is_open and any(is_plural(token) for token in takewhile(is_phrase_word, phrase))

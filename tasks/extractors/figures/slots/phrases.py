"""Noun phrases around a token, and whose they are said to be.

`the number of tanks in Central Europe` is cut to `number of tanks`: what follows `of`, `for` and `on` says what is
meant, a place or party behind another preposition says where and whose.
"""

from dataclasses import dataclass, replace

from tasks.extractors.figures.slots.time_phrases import LONGEST_ASIDE, is_time_token, past_aside, past_time
from tasks.extractors.figures.words.currency_codes import nouns
from tasks.extractors.figures.words.noun_words import (
    DETERMINERS,
    KEPT,
    is_noun_word,
    is_of,
    is_possessive,
    is_verb_behind,
)
from tasks.extractors.figures.words.nouns import VERBS
from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from tasks.extractors.figures.words.tokens import MARK, NUMBER, WORD, Token, at
from tasks.extractors.figures.words.units import lexicon
from tasks.extractors.figures.words.word_lists import word_list

OWNING = frozenset({"in", "at", "between", "among", "of"})
"""Before a place or party these say whose a figure is: `unemployment in Germany`, `trade between the two`."""
LIMITS = frozenset({"ceiling", "limit", "cap", "quota", "total", "average"})
"""What these are set on is what is measured: `the ceiling on the number of guards`."""
EMPTY_NOUNS = word_list("phrases.empty_nouns")
"""Nouns that say nothing of what is measured: `a total of 5 tons`, `from a peak of`."""
PAIRING = frozenset({"between", "among"})
LONGEST = 7
"""Words of the longest run that is taken for one noun phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Tokens `first` to `last` (not included), and the tokens that say whose it is, where any do."""

    first: int
    last: int
    owner: tuple[int, int] | None = None


def phrase_after(tokens: list[Token], first: int) -> Phrase | None:
    """Return the noun phrase that begins at a token, past its articles, without its possessor."""
    while at(tokens, first).lower in DETERMINERS or at(tokens, first).kind == NUMBER:
        first += 1
    while at(tokens, first).lower in NUMBER_WORDS:
        first += 1
    begin, index, owner = first, first, None
    while index < first + LONGEST and (is_noun_word(tokens, index) or is_possessive(tokens, index)):
        if index > begin and is_verb_behind(tokens, index, first=first):
            break
        index += 1
        if is_possessive(tokens, index - 1):
            owner, begin = (begin, index), index
    if index == begin or at(tokens, begin).kind != WORD:
        return None
    if at(tokens, index).lower == "and" and is_joined(tokens, index + 1):
        index += 2
    return Phrase(first=begin, last=index, owner=owner)


def is_joined(tokens: list[Token], index: int) -> bool:
    """Tell whether one noun alone stands at a token, so that `and` before it joins it: `tons of flour and grain`."""
    follows = at(tokens, index + 1)
    is_end = follows.kind in (MARK, "break") or is_of(follows.lower)
    return at(tokens, index).text.islower() and is_noun_word(tokens, index) and is_end


def phrase_before(tokens: list[Token], last: int, *, start: int) -> Phrase | None:
    """Return the noun phrase that ends before a token, cut to what it says; `start` bounds how far back it may go."""
    last = past_time(tokens, past_aside(tokens, last, start=start), start=start)
    first = run_before(tokens, last, start=start)
    if first == last or is_amount(tokens, first):
        return None
    first, joined = with_joined(tokens, first, start=start)
    before = first - 1
    owner = None
    if is_possessive(tokens, before):
        owner = (owner_start(tokens, before, start=start), before + 1)
        before = owner[0] - 1
    dated = before
    while before > start and (at(tokens, before).lower in DETERMINERS or is_time_token(tokens, before)):
        dated -= at(tokens, before).lower in DETERMINERS
        before -= 1
    phrase = Phrase(first=first, last=last, owner=owner)
    word = at(tokens, before).lower
    if word == "and" and (pairing := pairing_before(tokens, before, start=start)):
        head = phrase_before(tokens, pairing, start=start)
        named = pairing + 1 + (at(tokens, pairing + 1).lower in DETERMINERS)
        return replace(head, owner=head.owner or (named, last)) if head else phrase
    if before < start or not is_of(word):
        return phrase
    head = phrase_before(tokens, before, start=start) if before > start else None
    if head and before != dated:
        return head
    return attached(tokens, phrase, head=head, word=word, is_pair=joined)


def is_amount(tokens: list[Token], first: int) -> bool:
    """Tell whether a noun is the unit or currency of the number before it: the `rubles` of `600 rubles`."""
    before = at(tokens, first - 1)
    is_number = before.kind == NUMBER or before.lower in NUMBER_WORDS
    return is_number and (at(tokens, first).lower in nouns() or at(tokens, first).lower in lexicon()[0])


def pairing_before(tokens: list[Token], index: int, *, start: int) -> int | None:
    """Return the `between` that the `and` at a token belongs to: `trade between the province of Omsk |and`."""
    for step in range(index - 1, max(start - 1, index - LONGEST_ASIDE), -1):
        if tokens[step].lower in PAIRING:
            return step
        if tokens[step].kind != WORD or tokens[step].lower in VERBS:
            return None
    return None


def attached(tokens: list[Token], phrase: Phrase, *, head: Phrase | None, word: str, is_pair: bool) -> Phrase:
    """Return what a noun and the phrase behind its preposition mean together; without a noun, the phrase alone."""
    if head is None:
        return phrase
    if word in KEPT and at(tokens, head.last - 1).lower in LIMITS:
        return phrase
    is_name = at(tokens, phrase.last - 1).text[:1].isupper()
    is_new = word in ("at", "with", "on") and at(tokens, phrase.first - 1).lower in ("a", "an")
    if is_new or (word == "with" and not is_name):
        return phrase
    if word in KEPT and (word == "of" or not is_name):
        return replace(head, last=phrase.last)
    owns = word in OWNING or (word in KEPT and is_name)
    return replace(head, owner=head.owner or ((phrase.first, phrase.last) if owns or is_pair else None))


def run_before(tokens: list[Token], last: int, *, start: int) -> int:
    """Return the first token of the run of noun words that ends before a token; that token itself where none is."""
    first = last
    while first > start and last - first < LONGEST and is_noun_word(tokens, first - 1):
        if is_possessive(tokens, first - 1):
            break
        first -= 1
    if first < last and at(tokens, first).kind != WORD:  # the hyphen of `three-room apartment`
        is_counted = first > start and (at(tokens, first - 1).kind == NUMBER or at(tokens, first - 1).kind == WORD)
        first += -1 if is_counted else 1
    return first


def with_joined(tokens: list[Token], first: int, *, start: int) -> tuple[int, bool]:
    """Return where a phrase begins with what `and` joins to it, and whether the two are a pair behind `between`."""
    if at(tokens, first - 1).lower != "and" or first - 1 <= start:
        return first, False
    other = run_before(tokens, first - 1, start=start)
    if other == first - 1:
        return first, False
    before = other - 1
    while before > start and at(tokens, before).lower in DETERMINERS:
        before -= 1
    if at(tokens, before).lower in PAIRING:
        return other, True
    begins = other == start or is_possessive(tokens, other - 1) or at(tokens, other - 1).lower in DETERMINERS
    return (other, False) if begins or is_of(at(tokens, other - 1).lower) else (first, False)


def owner_start(tokens: list[Token], index: int, *, start: int) -> int:
    """Return the first token of the possessor that ends at a token: `the central bank's` begins at `central`."""
    first = index if at(tokens, index).kind == WORD else index - 1
    while first > start and index - first < LONGEST and is_noun_word(tokens, first - 1):
        first -= 1
    return first

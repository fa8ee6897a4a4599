"""Words of time, place and asides between a noun and its verb, which are passed over to find the noun."""

from tasks.extractors.figures.words.noun_words import DETERMINERS, TIME_WORDS, is_adverb
from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from tasks.extractors.figures.words.tokens import NUMBER, WORD, Token, at
from tasks.extractors.figures.words.verbs import AUXILIARIES
from tasks.extractors.figures.words.word_lists import word_list

TIME_PREPOSITIONS = frozenset({"in", "on", "by", "during", "since", "until", "for", "over", "at", "from", "through"})
TIME_JOINERS = word_list("time_phrases.time_joiners")
COUNTED_TIMES = frozenset({"days", "weeks", "months", "quarters", "years"})
RELATIVES = frozenset({"which", "that", "who"})
LONGEST_ASIDE = 16
"""Tokens of the longest aside between commas or brackets that is passed over."""


def past_time(tokens: list[Token], last: int, *, start: int) -> int:
    """Return the index before the words of time and adverbs that end before a token: `exports last year |rose`."""
    while last > start:
        index = last
        while index > start and is_time_token(tokens, index - 1):
            index -= 1
        if index < last:
            while index > start and joins_times(tokens, index - 1):
                index -= 1
            if index > start and at(tokens, index - 1).lower in TIME_PREPOSITIONS:
                index -= 1
        elif is_adverb(at(tokens, index - 1)):
            index -= 1
        if index == last:
            return last
        last = index
    return last


def joins_times(tokens: list[Token], index: int) -> bool:
    """Tell whether a token stands within words of time: `the first |nine months |of 1997`."""
    is_counting = at(tokens, index).lower in NUMBER_WORDS and at(tokens, index + 1).lower in COUNTED_TIMES
    return at(tokens, index).lower in TIME_JOINERS or is_counting or is_time_token(tokens, index)


def is_time_token(tokens: list[Token], index: int) -> bool:
    """Tell whether a token names a time: a month, `year`, a day's or a year's number behind one."""
    token = at(tokens, index)
    if token.kind == NUMBER:
        before = at(tokens, index - 1).lower
        is_year = len(token.text) == 4 and token.text.isdigit() and token.text[0] in "12"
        return before in TIME_WORDS or (is_year and (before in TIME_PREPOSITIONS or before in TIME_JOINERS))
    if token.lower == "last" and at(tokens, index - 1).lower in AUXILIARIES:
        return False
    return token.kind == WORD and token.lower in TIME_WORDS and token.lower not in DETERMINERS


def past_aside(tokens: list[Token], last: int, *, start: int) -> int:
    """Return the index before an aside that ends before a token: `Inflation|, economists predict, will`."""
    token = at(tokens, last - 1)
    if token.lower in RELATIVES:
        return last - 2 if at(tokens, last - 2).text == "," else last - 1
    closing = {",": ",", ")": "("}.get(token.text)
    if closing is None:
        return last
    for index in range(last - 2, max(start, last - LONGEST_ASIDE), -1):
        if tokens[index].text == closing:
            return index
    return last

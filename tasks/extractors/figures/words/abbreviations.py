"""Tells the abbreviations that no list knows, `zlt`, `bbn.`, `miljrd`, from English words."""

from difflib import get_close_matches
from functools import cache

from tasks.extractors.figures.words.currency_codes import codes, nouns
from tasks.extractors.figures.words.number_words import NUMBER_WORDS, SCALES, SHORT_SCALES
from tasks.extractors.figures.words.tokens import ABBREVIATIONS, DASH, NUMBER, WORD, Token, at, is_glued, past_hyphen
from tasks.extractors.figures.words.units import lexicon, rows_of
from tasks.extractors.figures.words.word_lists import word_list

LONGEST_SHORT_WORD = 5
"""Letters of the longest words of which the list of short words is whole: a longer unknown one is taken for a word."""
VOWELS = frozenset("aeiouy")
KNOWN = word_list("abbreviations.known")
"""Abbreviations of news that change no number beside them: `vs 35 mln`, `shrs 1,200,000`."""
NO_SCALES = word_list("abbreviations.no_scales")
"""Words that are written almost as a scale is: `bullion`."""
LIKENESS = 0.84
"""Share of letters in common, as `difflib` counts them, from which a word may be a misspelt scale: `milllion`."""


@cache
def known_words() -> frozenset[str]:
    """Return, in small letters, the short words of English and every abbreviation that some list of figures knows."""
    english = {word for row in rows_of("short_words.csv") for word in row["words"].split()}
    units = {
        part.lower() for forms in lexicon() for entries in forms.values() for parts, _ in entries for part in parts
    }
    money = set(nouns()) | {code.lower() for code in codes()}
    return frozenset(english | units | money | KNOWN | NUMBER_WORDS | set(SHORT_SCALES) | ABBREVIATIONS)


def is_unknown(tokens: list[Token], index: int) -> bool:
    """Tell whether a word in small letters at a token is an abbreviation, or a misspelt scale, that no list knows."""
    token = at(tokens, index)
    if token.kind != WORD or not token.text[0].islower() or not token.text.isalpha():
        return False
    if len(token.text) == 1 and past_hyphen(tokens, index + 1) > index + 1:
        return False  # 12 million e-mails
    if is_cut_short(tokens, index):
        return token.lower not in ABBREVIATIONS | KNOWN
    return is_strange(token.lower)


@cache
def is_strange(word: str) -> bool:
    """Tell whether a word is short or has no vowels and is in no list, or looks like a scale."""
    if word in known_words():
        return False
    return len(word) <= LONGEST_SHORT_WORD or not VOWELS & set(word) or is_like_scale(word)


def is_like_scale(word: str) -> bool:
    """Tell whether a word that is no scale is spelt almost as one."""
    return word not in NO_SCALES and bool(get_close_matches(word, SCALES, n=1, cutoff=LIKENESS))


def is_cut_short(tokens: list[Token], index: int) -> bool:
    """Tell whether a full stop after a token ends no sentence, so that it is an abbreviation: `5 bbn. dollars`."""
    stop, after = at(tokens, index + 1), at(tokens, index + 2)
    if stop.text != "." or not is_glued(tokens, index + 1) or len(tokens[index].text) > LONGEST_SHORT_WORD:
        return False
    return after.kind in (NUMBER, DASH) or after.text[:1].islower()

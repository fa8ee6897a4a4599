"""Tells the words that can stand in a noun phrase from verbs, adverbs and function words, by lists and endings."""

from tasks.extractors.figures.words.nouns import FUNCTION_WORDS, PLURAL_MODIFIERS, VERBS
from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from tasks.extractors.figures.words.tokens import MARK, NUMBER, WORD, Token, at, is_glued
from tasks.extractors.figures.words.verbs import (
    AUXILIARIES,
    NOUNS_TOO,
    OTHER_FORMS,
    PAST_FORMS,
    SURE_FORMS,
    ends_as_participle,
)
from tasks.extractors.figures.words.word_lists import word_list

TIME_WORDS = word_list("noun_words.time_words")
"""Words of time and place and comparatives, which say when, where or how much and not what."""
DETERMINERS = word_list("noun_words.determiners")
KEPT = frozenset({"of", "for", "on", "per"})
"""What follows these belongs to the phrase: `price of bread`, `tariffs for grain`, `yield on the bonds`."""
DROPPED = word_list("noun_words.prepositions_dropped")
COMPASS = frozenset({"north", "south", "east", "west"})
"""Capital, these begin a name: `South Korea's debt`."""
ADVERBS = word_list("noun_words.adverbs")
ADJECTIVES_IN_LY = word_list("noun_words.adjectives_in_ly")
NO_NOUNS = (
    FUNCTION_WORDS
    | TIME_WORDS
    | NUMBER_WORDS
    | ADVERBS
    | ((VERBS | AUXILIARIES | PAST_FORMS | OTHER_FORMS | SURE_FORMS) - NOUNS_TOO)
)
"""What never stands in a noun phrase, but for exceptions."""
SUBJECT_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "which", "that"})


def is_noun_word(tokens: list[Token], index: int) -> bool:
    """Tell whether a token can stand in a noun phrase: a word that is no verb, adverb, number or function word."""
    token = at(tokens, index)
    word = token.lower
    if token.kind != WORD:
        return token.text == "-" and is_glued(tokens, index) and is_glued(tokens, index + 1)
    if word in NO_NOUNS:
        return is_noun_after_all(tokens, index)
    if word in NOUNS_TOO:
        return not is_used_as_verb(tokens, index)
    if word.endswith("ly"):
        return word in ADJECTIVES_IN_LY or token.text[0].isupper()
    return not ends_as_participle(word) or is_attributive(tokens, index)


def is_noun_after_all(tokens: list[Token], index: int) -> bool:
    """Tell whether a word of a closed list belongs to a noun phrase here: `North` Korea, `per` capita income."""
    token = tokens[index]
    if token.lower == "per":
        return at(tokens, index + 1).lower == "capita"
    return token.lower in COMPASS and token.text[0].isupper()


def is_used_as_verb(tokens: list[Token], index: int) -> bool:
    """Tell whether a word that is a noun as often as a verb is a verb here: after a pronoun, `to` or an auxiliary."""
    before = at(tokens, index - 1).lower
    if before in SUBJECT_PRONOUNS or before == "to" or before in AUXILIARIES:
        return True
    after = at(tokens, index + 1)
    return before not in DETERMINERS and (after.lower in DETERMINERS or after.kind == NUMBER) and not is_of(before)


def is_of(word: str) -> bool:
    """Tell whether a preposition before a word makes a noun of it."""
    return word in KEPT or word in DROPPED


def is_attributive(tokens: list[Token], index: int) -> bool:
    """Tell whether a participle stands before the noun it describes: `planned tax receipts`."""
    before, after = at(tokens, index - 1), at(tokens, index + 1)
    follows_noun = before.kind == WORD and not is_opening(before.lower)
    is_last = after.kind != WORD or ends_as_participle(after.lower)
    return not follows_noun and not is_last and is_noun_word(tokens, index + 1)


def is_opening(word: str) -> bool:
    """Tell whether a noun phrase can begin right after a word."""
    return word in FUNCTION_WORDS or word in NUMBER_WORDS or word in VERBS or word.endswith(("'s", "’s", "ly"))


def is_verb_behind(tokens: list[Token], index: int, *, first: int) -> bool:
    """Tell whether a word in `-s` behind a noun is its verb: `recruits |deserts`, `a shipment |disappears`."""
    word, before, after = at(tokens, index).lower, at(tokens, index - 1).lower, at(tokens, index + 1)
    if not word.endswith("s") or word.endswith(("'s", "’s")) or is_noun_word(tokens, index + 1):
        return False
    is_one = at(tokens, first - 1).lower in ("a", "an", "every", "each")
    is_plural = before.endswith("s") and before not in PLURAL_MODIFIERS
    return is_one or is_plural or after.lower in ("the", "a", "an", "its", "their")


def is_possessive(tokens: list[Token], index: int) -> bool:
    """Tell whether a token ends what owns the next: `Tajikistan's`, `drivers'`."""
    token = at(tokens, index)
    if token.kind == MARK:
        return token.text in "'’" and is_glued(tokens, index) and at(tokens, index - 1).lower.endswith("s")
    return token.kind == WORD and token.lower.endswith(("'s", "’s"))


def is_adverb(token: Token) -> bool:
    """Tell whether a word only colours the verb beside it: `now`, `sharply`."""
    return token.kind == WORD and (token.lower in ADVERBS or (token.lower.endswith("ly") and token.text.islower()))

"""Finds what stands before a figure: the verb it completes and that verb's subject, or the noun it is said of."""

from dataclasses import dataclass

from tasks.extractors.figures.slots.phrases import Phrase, phrase_before
from tasks.extractors.figures.slots.time_phrases import past_time
from tasks.extractors.figures.words.noun_words import is_adverb
from tasks.extractors.figures.words.tokens import WORD, Token, at
from tasks.extractors.figures.words.verbs import (
    AUXILIARIES,
    BE_FORMS,
    LEVEL_FORMS,
    MODALS,
    NOUNS_TOO,
    PARTICIPLES,
    SETTING_FORMS,
    SETTING_PARTICIPLES,
    ends_as_participle,
)
from tasks.extractors.figures.words.word_lists import word_list

SOFTENERS = word_list("predicates.softeners")
"""What may stand between a verb or preposition and its figure: `rose by just over 5 percent`."""
LEVELLING = frozenset({"below", "above", "beyond", "past"})
"""With these too a verb leads to a level: `fell below $12`."""
PREPOSITIONS = frozenset({"by", "to", "at", "from", "for", "of", "in", "with", "between", "around"})
RAISING = word_list("predicates.raising")
"""What may stand between a subject and its verb: `is expected to reach`, `continued to fall`."""
BEFORE_NOUNS = word_list("predicates.before_nouns")
"""Behind these a word that may be noun or verb is a noun: `the rise`, `annual exports`."""
LONGEST_PAYER = 4
COST_FORMS = frozenset({"cost", "costs", "costing"})
SETTING = frozenset({"at", "to", "by", "for"})
JOINING = frozenset({"and", "but", "before", "after", "while", "then", "or"})
PRONOUNS = frozenset({"it", "they", "he", "she", "this", "that", "these", "those", "which"})
REACH = 40
"""Tokens before a figure in which what it is said of is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """What a figure completes: the token of its verb or noun, and the preposition between the two, if any."""

    index: int
    preposition: str | None


def predicate_before(tokens: list[Token], first: int, *, start: int) -> Predicate:
    """Return what stands before the figure at token `first`, past softeners, a preposition and words of time."""
    preposition = None
    index = first - 1
    while index > start:
        word = at(tokens, index).lower
        if word == "to" and at(tokens, index - 1).lower == "up":
            index -= 1
        elif word in LEVELLING and preposition is None:
            preposition = "to"
        elif word in PREPOSITIONS and preposition is None:
            preposition = word
        elif word not in SOFTENERS and not is_adverb(at(tokens, index)):
            break
        index -= 1
    index = past_time(tokens, index + 1, start=start) - 1
    if preposition in ("to", "at", "by"):
        index = past_place(tokens, index, start=start)
    return Predicate(index=index, preposition=preposition)


def paid_by_subject(tokens: list[Token], index: int, *, start: int) -> int | None:
    """Return the verb before who pays or gets a figure: `gas will |cost Minsk $62`, `the road costs it 18 million`."""
    for verb in range(index, max(index - LONGEST_PAYER, start), -1):
        if at(tokens, verb).lower in COST_FORMS and not is_noun_here(tokens, verb):
            return verb
        if at(tokens, verb).kind != WORD:
            return None
    return None


def is_softener(tokens: list[Token], index: int) -> bool:
    """Tell whether a token before a figure only softens it: `about`, the `to` of `up to`."""
    word = at(tokens, index).lower
    return word in SOFTENERS or (word == "to" and at(tokens, index - 1).lower == "up")


def past_place(tokens: list[Token], index: int, *, start: int) -> int:
    """Return the index before a place between a verb and its figure: `closed |in London at`."""
    step = index
    while step > start and at(tokens, step).text[:1].isupper():
        step -= 1
    is_place = step < index and at(tokens, step).lower in ("in", "on")
    return step - 1 if is_place and at(tokens, step - 1).lower in LEVEL_FORMS else index


def is_level_verb(tokens: list[Token], index: int) -> bool:
    """Tell whether a token is a verb whose subject is measured, and no noun of the same form."""
    word = at(tokens, index).lower
    if word in LEVEL_FORMS:
        return word not in NOUNS_TOO or not is_noun_here(tokens, index)
    return word in SETTING_PARTICIPLES and is_passive(tokens, index)


def is_subject_verb(tokens: list[Token], predicate: Predicate) -> bool:
    """Tell whether the subject of a predicate is what is measured: `fell to`, `were planned at`, `was sold for`."""
    if is_level_verb(tokens, predicate.index):
        return True
    word = at(tokens, predicate.index).lower
    is_participle = word in PARTICIPLES or ends_as_participle(word)
    return is_participle and predicate.preposition in SETTING and is_passive(tokens, predicate.index)


def is_noun_here(tokens: list[Token], index: int) -> bool:
    """Tell whether a word that may be noun or verb is a noun: after an article, preposition or adjective."""
    return at(tokens, index - 1).lower in BEFORE_NOUNS


def is_passive(tokens: list[Token], index: int) -> bool:
    """Tell whether a form of `be` makes a participle passive: `will be reduced by`, `is valued at`."""
    step = index - 1
    while is_adverb(at(tokens, step)):
        step -= 1
    return at(tokens, step).lower in BE_FORMS


def subject_before(tokens: list[Token], verb: int, *, start: int) -> Phrase | None:
    """Return the subject of the verb at a token: past auxiliaries, adverbs and `is expected to`."""
    index = chain_start(tokens, verb, start=start)
    if is_left_open(tokens, index):
        earlier = verb_before(tokens, index, start=start) if at(tokens, index - 1).lower in JOINING else None
        return phrase_before(tokens, earlier, start=start) if earlier else None
    return phrase_before(tokens, index, start=start)


def verb_before(tokens: list[Token], index: int, *, start: int) -> int | None:
    """Return where the chain of verbs before a token begins: `The boats |were built in Riga and displaced`."""
    for step in range(index - 1, start, -1):
        if is_verb(tokens, step):
            first = chain_start(tokens, step, start=start)
            return None if is_left_open(tokens, first) else first
    return None


def chain_start(tokens: list[Token], verb: int, *, start: int) -> int:
    """Return the first token of the chain of verbs that ends at a verb: `is expected to rise` begins at `is`."""
    index = verb
    while index > start:
        token = at(tokens, index - 1)
        word = token.lower
        is_auxiliary = word in AUXILIARIES and token.text != "May"
        if not (is_auxiliary or word in RAISING or is_adverb(token) or word == "than"):
            break
        index -= 1
    return index


def is_left_open(tokens: list[Token], index: int) -> bool:
    """Tell whether the subject of a chain of verbs is one named before: a pronoun, or `and may shrink`."""
    before = at(tokens, index - 1)
    if before.text == ",":
        return at(tokens, index).lower.endswith("ing")
    return before.lower in PRONOUNS - {"which", "that"} or before.lower in JOINING


def object_before(tokens: list[Token], index: int, *, start: int) -> Phrase | None:
    """Return the object of a verb that sets it to a figure: `cut defense spending by`, `put the arrears at`."""
    phrase = phrase_before(tokens, index + 1, start=start)
    if phrase is None:
        return None
    for step in range(phrase.last - 2, phrase.first, -1):  # `the council cut heating subsidies by`
        if at(tokens, step).lower in SETTING_FORMS:
            return Phrase(first=step + 1, last=phrase.last)
    before = phrase.first - 1 if phrase.owner is None else min(phrase.owner[0], phrase.first) - 1
    while before > start and at(tokens, before).lower in DETERMINERS_AND_MORE:
        before -= 1
    is_set = at(tokens, before).lower in SETTING_FORMS
    return phrase if is_set else None


DETERMINERS_AND_MORE = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "these", "our", "all"})


def is_elliptic(tokens: list[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is the subject of a verb left out: `exports rose by a quarter, imports by 31 percent`."""
    before = at(tokens, phrase.first - 1)
    return before.text in ",;(" or before.lower in ("and", "with", "while")


def is_verb(tokens: list[Token], index: int) -> bool:
    """Tell whether a token is a modal, an auxiliary, or a verb of level or setting."""
    token = at(tokens, index)
    if token.kind != WORD:
        return False
    word = token.lower
    return word in MODALS or word in AUXILIARIES or is_level_verb(tokens, index)

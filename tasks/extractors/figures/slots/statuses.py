"""Tells an actual figure from a target, an estimate, a forecast or a claim, by the verb and words that govern it."""

from tasks.extractors.figures.slots.predicates import is_level_verb
from tasks.extractors.figures.words.noun_words import DETERMINERS, is_adverb, is_noun_word
from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from tasks.extractors.figures.words.tokens import WORD, Token, at
from tasks.extractors.figures.words.verbs import (
    BE_FORMS,
    MODALS,
    NOUNS_TOO,
    OTHER_FORMS,
    PARTICIPLES,
    PAST_FORMS,
    PRESENT_FORMS,
    ends_as_participle,
)
from tasks.extractors.figures.words.word_lists import word_list

STATUSES = {
    word: status for status in ("target", "forecast", "estimate", "claim") for word in word_list(f"statuses.{status}")
}
"""Words that give a figure its status."""
RESOLVING = word_list("statuses.resolving")
"""Verbs that make a target of what they lead to with `to`: `agreed to limit`, `is to lay off`."""
PLANS = word_list("statuses.plans")
"""What a present verb makes a target: `the budget foresees`, `the plan calls for`."""
PLANNING = word_list("statuses.planning")
SAYING = word_list("statuses.saying")
HAVING = frozenset({"has", "have", "had", "having"})
PAST_BE = frozenset({"was", "were"})
PRESENT_BE = frozenset({"is", "are"})
PUTTING = frozenset({"put", "puts", "putting"})
SPEAKERS = frozenset({"he", "she", "it", "they"})
VERB_FORMS = BE_FORMS | PAST_FORMS | PARTICIPLES | OTHER_FORMS | PRESENT_FORMS
TELLING = frozenset(STATUSES) | RESOLVING | PLANNING | PUTTING | HAVING | VERB_FORMS
"""Words that may say something of a figure before them, besides those in `-ed`; of any other no more is asked."""
REACH = 18
"""Tokens before the figure, within its sentence, in which what governs it is looked for."""
AFTER = 14
JOINING = frozenset({"and", "but"})
ENDING = frozenset({";", ":"})


def status_of(tokens: list[Token], first: int, last: int, *, start: int, end: int) -> str | None:
    """Return the status of the figure at tokens `first` to `last`, by the words from `start` to `end`, or None."""
    found = status_before(tokens, first, start=max(start, first - REACH))
    return found[0] if found else status_after(tokens, last, end=min(end, last + AFTER))


def status_before(tokens: list[Token], first: int, *, start: int) -> tuple[str | None] | None:
    """Return what the words before a figure make of it, in a tuple, as that may be nothing; None if they are silent."""
    weak: tuple[str | None] | None = None
    leads = False
    is_verb = ends_as_participle(at(tokens, first).lower)  # `doubled` is figure and verb in one
    for index in range(first - 1 + is_verb, start - 1, -1):
        token = tokens[index]
        if token.text in ENDING:
            break
        word = token.lower
        if word == "to" and at(tokens, index + 1).kind == WORD:
            leads = True
        if word not in TELLING and not word.endswith("ed"):
            continue
        if leads and (word in RESOLVING or (word in BE_FORMS and at(tokens, index + 1).lower == "to")):
            return ("target",)
        status = named_status(tokens, index) or verb_status(tokens, index, start=start)
        if status is None:
            continue
        if status == "present" or word in PAST_BE or word == "had":
            weak = weak or ((status,) if status != "present" else (None,))
        elif status != "actual" or weak is None:
            return (status,)
    return weak


def named_status(tokens: list[Token], index: int) -> str | None:
    """Return the status that a word names: `goal`, `expects`, `put` with `at`, `calls` with `for`."""
    word = tokens[index].lower
    if word in PUTTING:
        return "estimate" if any(at(tokens, index + step).lower == "at" for step in range(1, 10)) else "actual"
    if word in PLANNING:
        has_plan = any(at(tokens, index - step).lower in PLANS for step in range(1, 6))
        return "target" if has_plan else STATUSES.get(word)
    return STATUSES.get(word) if tokens[index].text != "May" else None


def verb_status(tokens: list[Token], index: int, *, start: int) -> str | None:
    """Return actual or claim for a verb in the past, `present` for one in the present, None for no finite verb."""
    word = tokens[index].lower
    if word in PRESENT_BE:
        return "present"
    if word in PAST_BE or word == "had":
        return told(tokens, index, start=start)
    if word in ("has", "have") and helper_of(tokens, index, start=start) not in MODALS | {"to"}:
        return "present"
    if word in HAVING or word in SAYING or not is_verb_here(tokens, index):
        return "present" if is_present(tokens, index, start=start) else None
    helper = helper_of(tokens, index, start=start)
    if helper in PRESENT_BE:
        return "present"
    return None if helper in MODALS or helper == "to" else told(tokens, index, start=start)


def is_present(tokens: list[Token], index: int, *, start: int) -> bool:
    """Tell whether a word is a verb in the present, and depends on no other."""
    word = tokens[index].lower
    if word in PRESENT_FORMS:
        return is_level_verb(tokens, index) and helper_of(tokens, index, start=start) not in MODALS | {"to"}
    return word in OTHER_FORMS and not word.endswith("ing")


def is_verb_here(tokens: list[Token], index: int) -> bool:
    """Tell whether a word in a past form is a verb, and no noun or adjective: not `planned receipts`, `the cut`."""
    token = tokens[index]
    is_past = token.lower in PAST_FORMS or token.lower in PARTICIPLES or ends_as_participle(token.lower)
    if not is_past or not token.text.islower():
        return False
    before = at(tokens, index - 1).lower
    if token.lower in NOUNS_TOO and (before in DETERMINERS or before == "of"):
        return False
    return not (ends_as_participle(token.lower) and is_noun_word(tokens, index))


def helper_of(tokens: list[Token], index: int, *, start: int) -> str:
    """Return the word that begins a verb's chain: the `to` of `to have shot`, the `will` of `will be reduced`."""
    step = index - 1
    while step > start and (
        at(tokens, step).lower in HAVING | BE_FORMS - PRESENT_BE - PAST_BE
        or at(tokens, step).lower in ("not", "been", "be")
        or is_adverb(at(tokens, step))
    ):
        step -= 1
    return at(tokens, step).lower


def told(tokens: list[Token], index: int, *, start: int) -> str:
    """Return claim for a past verb in what someone said: `he said that 60 operators had quit`; else actual."""
    for step in range(index - 1, start, -1):
        word = tokens[step].lower
        if word == "that" and tokens[step - 1].lower in SAYING:
            return "claim"
        if word in SPEAKERS and tokens[step - 1].lower in SAYING and tokens[step + 1].lower == "had":
            return "claim"
    return "actual"


def status_after(tokens: list[Token], last: int, *, end: int) -> str | None:
    """Return the status of a figure that is, or stands in, the subject: `two thirds of the trams stood idle`."""
    for index in range(last, end):
        word = tokens[index].lower
        if word in ENDING or (word in JOINING and not begins_noun(tokens, index + 1)):
            return None
        if tokens[index].kind != WORD:
            continue
        status = "actual" if word in HAVING else named_status(tokens, index) or verb_status(tokens, index, start=last)
        if status == "present":
            return after_be(tokens, index) if word in PRESENT_BE else None
        if status:
            return status
    return None


def begins_noun(tokens: list[Token], index: int) -> bool:
    """Tell whether a noun phrase or a number begins at a token."""
    token = at(tokens, index)
    return token.kind != WORD or token.lower in DETERMINERS | NUMBER_WORDS or is_noun_word(tokens, index)


def after_be(tokens: list[Token], index: int) -> str | None:
    """Return the status of what follows `is` or `are`: `are expected to`, `are to leave`."""
    for step in range(index + 1, index + 4):
        if status := STATUSES.get(at(tokens, step).lower):
            return status
    return "target" if at(tokens, index + 1).lower == "to" else None

"""Levels that something is said to have come to: `rose 7 percent to |$5 million`, `ended 30 cents down at |$8.40`."""

import re

from tasks.extractors.figures.ranking.certain.hedged import words_before
from tasks.extractors.figures.ranking.stances import NONE
from tasks.extractors.figures.ranking.story import Story
from tasks.extractors.figures.slots.directions import DOWN_FORMS, UP_FORMS
from tasks.extractors.figures.words.number_words import NUMBER_WORDS
from tasks.extractors.figures.words.verbs import all_forms
from tasks.extractors.figures.words.word_lists import word_list
from warehouse.records import Figure

NO_LEVELS = all_forms(word_list("moves.no_levels"))
"""Verbs of change whose `to` leads to somebody, or to a length: `extended to |300 workers`."""
FORMS = {
    "up": (UP_FORMS | all_forms(word_list("moves.rising"))) - NO_LEVELS,
    "down": (DOWN_FORMS | all_forms(word_list("moves.falling"))) - NO_LEVELS,
}
VERB = re.compile(rf"\b(?:{'|'.join(sorted(FORMS['up'] | FORMS['down']))})\b")
HEDGED = (
    r"\s(?:(?:an?|about|around|some|just|nearly|almost|over|under|(?:more|less) than|as (?:high|low|much|little) as"
    r"|up to|only|its|new|record|provisional|high|low|level|peak|of|the)\s)*$"
)
TO = re.compile(rf"\sto{HEDGED}")
HOW_FAR = (
    r"(?:\s(?:by|from|an?|about|around|some|just|nearly|almost|more|less|only|slightly|sharply|[\d$£€][\w%./,$£€-]*"
    rf"|{'|'.join(sorted(NUMBER_WORDS))})\b(?:\s[\w%./-]+){{0,4}}?)"
)
STOOD = re.compile(
    rf"(?<!ended )(?<!wound )(?<!came )(?<!comes )(?<!boils )\b(?P<side>up|down)(?P<far>{HOW_FAR})?"
    rf"\s(?P<to>at|to){HEDGED}"
)
"""`up 3 cents at |$8.40`, `down to |$9 million`; what ends up or comes down to so much has not moved."""
GOING_FORMS = all_forms(word_list("moves.going"))
GOING = re.compile(rf"\b(?:{'|'.join(sorted(GOING_FORMS))})\s$")
"""Before `up to`, which elsewhere is a bound: `went |up to $5 million`."""
WORD = (
    r"(?:\s(?!(?:and|but|or|while|that|which|who|as|when|because|after|before|with|to)\s)"
    r"(?:[\w%./$£€'’-]|,(?=\d))+)"
)
GAP = re.compile(rf"{WORD}{{0,8}}")
"""Between a verb and `to`: its object and how far, within one clause."""
STEP = re.compile(rf"(?:\s\w+ly)?(?:\s(?:by|in|from|[\d$£€]|{'|'.join(sorted(NUMBER_WORDS))})\S*\b.*)?")
"""The same without an object, which is what a count behind `to` may be brought to: `cut supplies to |40 firms`."""
DEFINITE = re.compile(r"\b(?:the|its|their|this|that|any)\s$")
"""Before a noun of change that something else may happen to: `halted the |rise to`."""
NEGATED = re.compile(
    r"(?:\b(?:not|never|fail\w*\sto|refus\w+\sto|rather\sthan|instead\sof)|n['’]t)\s(?:(?!only\b|just\b|merely\b)\w+\s){0,2}$"
)
"""Before a verb: nothing came to that level."""


def moved_to(story: Story, figure: Figure) -> str | None:
    """Return up or down where the words before a level say that something came to it, `NONE` where they deny that.

    On the labels of the articles learned from verbs are right 286 times in 289, `up` and `down` 26 times in 26.
    """
    before = words_before(story, figure)
    stood = STOOD.search(before)
    if stood and is_stand(stood, before, figure):
        return stood["side"]
    return by_verb(before, figure)


def is_stand(stood: re.Match[str], before: str, figure: Figure) -> bool:
    """Tell whether `up` or `down` and `at` or `to` tell of a level: not `set up at 30 sites`, nor `up to $5`."""
    is_bound = stood["side"] == "up" and stood["to"] == "to" and not GOING.search(before, 0, stood.start())
    return bool(stood["far"]) or (figure.kind != "count" and not is_bound)


def by_verb(before: str, figure: Figure) -> str | None:
    """Return the way of the last verb of change before `to`, where nothing but its object and how far lies between."""
    leading = TO.search(before)
    verbs = list(VERB.finditer(before, 0, leading.start())) if leading else []
    if leading is None or not verbs:
        return None
    verb = verbs[-1]
    gap = STEP if figure.kind == "count" else GAP
    is_said = gap.fullmatch(before, verb.end(), leading.start()) and GAP.fullmatch(before, verb.end(), leading.start())
    if not is_said or DEFINITE.search(before, 0, verb.start()):
        return None
    if NEGATED.search(before, 0, verb.start()):
        return NONE
    return "up" if verb[0] in FORMS["up"] else "down"

"""Which way a figure went, where words leave no doubt of it, and which figures went no way."""

import re
from bisect import bisect_left

from tasks.extractors.figures.ranking.certain.beside import restated
from tasks.extractors.figures.ranking.certain.hedged import HAD, REACH
from tasks.extractors.figures.ranking.certain.moves import moved_to
from tasks.extractors.figures.ranking.levels import moved_from
from tasks.extractors.figures.ranking.stances import NONE
from tasks.extractors.figures.ranking.story import Story
from tasks.extractors.figures.slots.comparatives import DOWN_NOUNS, UP_NOUNS
from warehouse.records import Figure

UNTURNED = frozenset({"duration", "age"})
"""Kinds that go no way: on the labels 312 of 315 do not."""
TURNED_BY_RULE = frozenset({"percent", "count"})
"""Kinds of which the rules' direction is right 420 times in 436 on the labels."""
SEVERAL = frozenset({"money", "quantity", "count", "rate"})
"""Kinds of levels; of a share it is not said whether it is one."""
MULTIPLE = "times"
AGAIN = re.compile(r"\s+as\s+\w+\s+again\b")
"""Behind a share: `half |as large again`."""
APPOSED = re.compile(
    r"\s*(?:,|\(|-+)?\s*(?:(?:or|which (?:was|is)|an?|up|down|by|about|some|nearly|almost|more than|only|just)\s+)*"
)
"""Between a level and its change: `$5 million, a |10 percent drop`, `$5 million, or |7 percent more`."""

NOUNS = {"up": UP_NOUNS - {"gain", "raise"}, "down": DOWN_NOUNS - {"loss", "discount", "shortfall"}}
"""Nouns of change that amounts stand before; a gain or loss may be one of business."""
OF_CHANGE = {
    side: re.compile(
        r"[- ](?:(?!(?:of|in|to|on|by|for|from|and|or|the|an?)\b)\w[\w-]*[- ]){0,2}?"
        rf"(?:{'|'.join(sorted(nouns))})s?\b"
    )
    for side, nouns in NOUNS.items()
}
"""Behind an amount: `a $9 million |drop`, `the $4 billion |tax cuts`."""
COUNTED_OUT = re.compile(r"[- ]jobs?[- ](?:losses|cuts?)\b|-[a-z]+[- ](?:reductions?|cuts?)\b")
"""The same behind a count: `6,000 |job losses`, `a 300|-car reduction`."""

LEVEL = (
    r"(?:\s(?:(?!(?:each|apiece|per)\b)[\w'’./-]+\s?){1,5}?)?(?P<again>,?\sor\s(?:about\s)?[\w$£€.,-]+(?:\s[\w/]+){0,4}?)?"
    r"(?:,| \(| --?)\s?"
)
"""Between a level and what is said of it: `$4 million| in May, or 20 cents a share, |down from`."""
SIDE_BEHIND = re.compile(
    rf"{LEVEL}(?:(?:slightly|sharply|well)\s)?(?P<side>up|down|off)\s"
    r"(?:(?:by|about|around|some|nearly|almost|just|over|more than|less than|slightly|sharply|an?)\s)*"
    r"(?P<from>from\b|one\b|half\b)?"
)
NOUN_BEHIND = re.compile(
    rf"{LEVEL}(?:an?|the)\s(?:[\w.%$£€/-]+\s){{0,3}}?(?P<noun>{'|'.join(sorted(NOUNS['up'] | NOUNS['down']))})"
    r"\s(?:of|from|on|over)\b"
)
STOOD = re.compile(
    r"(?:,|\b(?:was|were|is|are|be|and|closed?|ended|finished|trad(?:ed|ing)|revenues?|sales|shares?|prices?|volume|output"
    r"|production|profits?|earnings))\s(?P<side>up|down|off)"
    r"\s(?:(?:by|about|around|some|nearly|almost|just|over|more than)\s)*$"
)
"""Before a change: `sales were off |7 percent`; not `paid off |$5 million`, `set up |40 stalls`."""
NOUN_OF = re.compile(
    rf"\b(?P<noun>{'|'.join(sorted(NOUNS['up'] | NOUNS['down']))})s?\sof"
    r"\s(?:(?:an?|about|around|some|nearly|almost|only)\s)*$"
)
"""The same behind a noun: `an increase of |40 cents`."""
STOOD_BEHIND = re.compile(r"\s(?:(?P<up>up|higher)|down|lower)\s(?:at|on|from)\b")
"""Behind a change: `30 cents |down at`."""

OWN = re.compile(rf"\b{HAD}$")
"""Before what somebody has, which did not move itself: on the labels 33 of 33 did not."""
RAISED = re.compile(
    r"\brais(?:e|ed|es|ing)\s"
    r"(?:(?:up to|as much as|between|from|about|around|some|a total of|at least|more than|nearly)\s)*$"
)
"""Before money that is brought in; on the labels 17 of 17 are no change."""
BASE = re.compile(
    r"\b(?:(?:against|versus|vs|verses|compared (?:with|to)|than)(?!\s(?:more|less|fewer)\b)"
    r"(?:\s(?:the|an?|its|their|some|about|around|only|just|revised|provisional|estimated|and|still|[a-z]+wards?"
    r"|(?:last|the previous) (?:year|month|quarter)['’]s)\b)*"
    r"|from(?:\s(?:an?|some|about|around|only|just|revised|provisional|[a-z]+wards?)\b)*"
    r"|(?:from|above|below|than|over)\s(?:(?:the|an?|its|their|recent|previous|early|all-time|record|last|first|second|third"
    r"|fourth|fiscal|quarter|year|[\w]+['’]s|\d{4})\s){0,5}(?:level|record|high|low|peak|average|close|net)\sof)\s$"
)
"""Before what a level is compared with."""
BOUND = re.compile(r"\b(?:more|less|fewer|higher|lower|rather|other)\sthan\s$")
"""Before a bound: `rose to more than |$5`."""


def certain_direction(story: Story, figure: Figure) -> str | None:
    """Return the direction that words leave no doubt of, `NONE` where it is sure that there is none, None elsewhere.

    It is what the rules read of a share, count or multiple, what a level's base, change or verb says, the noun behind a
    change. On the labels multiples (`three times as much as`) are right 8 times in 8.
    """
    if figure.kind in UNTURNED:
        return NONE
    if sure := by_rule(story, figure) or moved_from(story, figure):
        return sure
    if is_unmoved(story, figure):
        return NONE
    if figure.direction:
        return of_change(story, figure)
    return changed_beside(story, figure) or of_change(story, figure) or of_level(story, figure)


def by_rule(story: Story, figure: Figure) -> str | None:
    """Return the rules' direction of a share, count or multiple, and up of a share that is as large again."""
    if AGAIN.match(story.article.text, figure.end_char):
        return "up"
    return figure.direction if figure.kind in TURNED_BY_RULE or figure.unit == MULTIPLE else None


def changed_beside(story: Story, figure: Figure) -> str | None:
    """Return the direction of the change right behind a level, right 7 times in 7 on the labels."""
    behind = bisect_left(story.figure_starts, figure.end_char)
    change = next(iter(story.figures[behind : behind + 1]), None)
    if change is None or change.direction is None or change.value_high:
        return None
    is_said = APPOSED.fullmatch(story.article.text, figure.end_char, change.start_char)
    return change.direction if is_said and (change.kind == "percent" or change.unit == figure.unit) else None


def of_change(story: Story, figure: Figure) -> str | None:
    """Return the way of an amount beside a noun of change, or behind `up`, `down` or `off`: right 185 times in 187."""
    text, low = story.article.text, max(0, figure.start_char - REACH)
    told = STOOD.search(text, low, figure.start_char) or NOUN_OF.search(text, low, figure.start_char)
    if told:
        return "up" if told[1] == "up" or told[1] in NOUNS["up"] else "down"
    if figure.kind == "count":
        return "down" if COUNTED_OUT.match(text, figure.end_char) else None
    if behind := STOOD_BEHIND.match(text, figure.end_char):
        return "up" if behind["up"] else "down"
    return next((side for side, nouns in OF_CHANGE.items() if nouns.match(text, figure.end_char)), None)


def of_level(story: Story, figure: Figure) -> str | None:
    """Return the way of a level by what is said behind it or before it."""
    said = said_behind(story, figure) if figure.kind in SEVERAL else None
    last = restated(story, figure)
    return said or moved_to(story, figure) or (last.direction if last else None)


def is_unmoved(story: Story, figure: Figure) -> bool:
    """Tell whether a figure did not move itself: what is compared with, what somebody has, money that is raised."""
    text, low = story.article.text, max(0, figure.start_char - REACH)
    is_raised = figure.kind == "money" and RAISED.search(text, low, figure.start_char) is not None
    return is_raised or (figure.kind in SEVERAL and is_base(story, figure)) or is_had(story, figure)


def is_had(story: Story, figure: Figure) -> bool:
    """Tell whether a figure is of what somebody has, and no change of it."""
    text = story.article.text
    is_change = any(nouns.match(text, figure.end_char) for nouns in OF_CHANGE.values())
    return not is_change and OWN.search(text, max(0, figure.start_char - REACH), figure.start_char) is not None


def is_base(story: Story, figure: Figure) -> bool:
    """Tell whether a figure only says what another one is compared with, right 230 times in 231."""
    text, low = story.article.text, max(0, figure.start_char - REACH)
    if any(nouns.match(text, figure.end_char) for nouns in OF_CHANGE.values()):
        return False
    return bool(BASE.search(text, low, figure.start_char)) and not BOUND.search(text, low, figure.start_char)


def said_behind(story: Story, figure: Figure) -> str | None:
    """Return up or down where that is said behind a level: `, down from`, `, off |7 percent`, `, an increase of`.

    On the labels of the articles learned from it is right 44 times in 44.
    """
    text, starts = story.article.text, story.figure_starts
    if noun := NOUN_BEHIND.match(text, figure.end_char):
        return "up" if noun["noun"] in NOUNS["up"] else "down"
    said = SIDE_BEHIND.match(text, figure.end_char)
    if said is None:
        return None
    between = bisect_left(starts, said.start("side")) - bisect_left(starts, figure.end_char)
    is_followed = said["from"] or said.end() in starts
    return ("up" if said["side"] == "up" else "down") if is_followed and between <= bool(said["again"]) else None

"""When a figure holds, where words leave no doubt of it."""

import re
from datetime import date

from tasks.extractors.figures.ranking.certain.certainties import CERTAIN
from tasks.extractors.figures.ranking.certain.hedged import HEDGES, REACH
from tasks.extractors.figures.ranking.certain.turned import is_base
from tasks.extractors.figures.ranking.judging import Choice
from tasks.extractors.figures.ranking.spans import shifted_year
from tasks.extractors.figures.ranking.story import Days, Story, Told
from warehouse.records import Figure

IN_TIME = re.compile(r"(?:in|during|at)\s")
SAID_OF_IT = re.compile(rf"\b(?:that|this)\s(?:is|was|were|would be){HEDGES}", re.IGNORECASE)
"""Right before a change: `That was |10 percent less`."""
SAME = r"(?:in|for|during) the (?:same|corresponding|comparable)\s"
YEAR_BACK = re.compile(
    rf"(?:\s[\w-]+){{0,3}}?,?\s(?P<when>(?:{SAME}\w+\s)?(?:a|one) year (?:ago|earlier|before|previously)"
    rf"|{SAME}\w+\slast year)\b"
)
"""Behind what a level is compared with: `from |$5 million| a year earlier`, `in the same month last year`."""
SAME_OF_YEAR = re.compile(
    rf"(?:\s[\w-]+){{0,3}}?,?\s(?P<when>{SAME}(?:\w+\s){{0,2}}?(?:(?:of|in)\s)?(?P<year>(?:19|20)\d\d)"
    r"(?:\s(?:period|months?|quarter))?)\b"
)
"""The same with the year: `in the same months of 1986`, `in the same 1986 period`."""


def certain_period(story: Story, figure: Figure) -> Choice[Days] | None:
    """Return when a figure holds that a time follows at once, or that hangs on the time of the figure before it."""
    return time_behind(story, figure) or period_before(story, figure) or compared_period(story, figure)


def time_behind(story: Story, figure: Figure) -> Choice[Days] | None:
    """Return the time right behind a figure, if it means but one: `$5 million |in the year ended March 31, 1997`.

    On the labels of the articles learned from it is right 45 times in 45. Of what others may mean one is chosen.
    """
    text, start = story.article.text, figure.end_char + 1
    time = next((time for time in story.times if time.period.start_char == start), None)
    is_one = time and figure.kind != "duration" and text[start - 1] == " " and len(time.stretches) == 1
    if time is None or not is_one or not IN_TIME.match(text, start):
        return None
    ((_, (first, last)),) = time.stretches
    days = Days(start_on=first, end_on=last, text=text[start : time.period.end_char])
    return Choice(answer=days, confidence=CERTAIN)


def period_before(story: Story, figure: Figure) -> Choice[Days] | None:
    """Return when a change holds that is said of the figure before: `It was $6 million. That was |10 percent less`.

    On the labels it is that figure's period 3 times in 3.
    """
    last = story.told[-1] if story.told else None
    if last is None or last.period is None or not figure.direction:
        return None
    is_next = story.sentence_of(figure.start_char) - last.sentence <= 1
    before = story.article.text[max(0, figure.start_char - REACH) : figure.start_char]
    if not (is_next and SAID_OF_IT.search(before)):
        return None
    return Choice(answer=last.period, confidence=last.confidences.get("period", 0.0))


def compared_period(story: Story, figure: Figure) -> Choice[Days] | None:
    """Return when that was which a level is compared with: as long before it as the words behind say.

    On the labels of the articles learned from it is right wherever the period of the level is.
    """
    text = story.article.text
    of_year = SAME_OF_YEAR.match(text, figure.end_char)
    said = of_year or YEAR_BACK.match(text, figure.end_char)
    if said is None or not is_base(story, figure):
        return None
    level = level_before(story, figure)
    last = (level.period.end_on or level.period.start_on) if level and level.period else None
    if level is None or level.period is None or last is None:
        return None
    years = int(of_year["year"]) - last.year if of_year else -1
    if years >= 0 or last.year + years <= date.min.year + 1:
        return None
    first, end = shifted_year(level.period.ends, years)
    days = Days(start_on=first, end_on=end, text=said["when"])
    return Choice(answer=days, confidence=level.confidences.get("period", 0.0))


def level_before(story: Story, figure: Figure) -> Told | None:
    """Return what was told of the last figure of the sentence in the same unit that is no base itself."""
    sentence = story.sentence_of(figure.start_char)
    earlier = (one for one in reversed(story.told) if one.sentence == sentence and one.figure.unit == figure.unit)
    return next((one for one in earlier if not is_base(story, one.figure)), None)

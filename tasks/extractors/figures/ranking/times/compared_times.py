"""Times that only say what a figure is compared with: `sold 5 million tons, 8 percent more than |in 1996`."""

from bisect import bisect_left

from tasks.extractors.figures.ranking.spans import Ends
from tasks.extractors.figures.ranking.story import Story, Timed
from tasks.extractors.figures.slots.periods import Period
from warehouse.records import Figure

COMPARING = frozenset({"than", "from", "on", "over", "below", "above", "against", "versus", "with"})
BEFORE = 12
LONGEST_BRACKET = 60
NO_COMPARISON = ("as ", "as of ", "as at ", "as on ")
"""Before a time these make it no base: `as of |June`."""


def compared_times(story: Story, figure: Figure) -> frozenset[Ends]:
    """Return the stretches that a figure does not hold for, as its sentence names them only to compare with.

    On the labels one of these is a figure's period once in 108.
    """
    here = story.times_by_sentence.get(story.sentence_of(figure.start_char), ())
    bases = [time for time in here if is_compared_with(story, figure, time)]
    if not bases:
        return frozenset()
    others = {ends for time in here if time not in bases for _, ends in time.stretches}
    return frozenset(ends for time in bases for _, ends in time.stretches if ends not in others)


def is_compared_with(story: Story, figure: Figure, time: Timed) -> bool:
    """Tell whether a time behind a figure is the base of that figure, or of another one between the two."""
    period = time.period
    if not period.is_base or period.start_char < figure.end_char or has_length(time):
        return False
    if story.article.text[max(0, period.start_char - BEFORE) : period.start_char].lower().endswith(NO_COMPARISON):
        return False
    starts = story.figure_starts
    is_another_between = bisect_left(starts, period.start_char) > bisect_left(starts, figure.end_char)
    is_own = (period.start_on, period.end_on) == (figure.compared_start_on, figure.compared_end_on)
    between = story.article.text[figure.end_char : period.end_char].lower().split()
    return is_another_between or (is_own and not COMPARING.isdisjoint(between))


def has_length(time: Timed) -> bool:
    """Tell whether a time is one end of a stretch whose length is told: `over a 12-year span from 2001`."""
    return any(name.startswith("stretch") for name, _ in time.stretches)


def is_of_bracket(story: Story, figure: Figure, period: Period) -> bool:
    """Tell whether a time stands in brackets behind a figure that hold another one: `$5 (|first half of 2003|: $4)`."""
    text = story.article.text
    opened = text.rfind("(", figure.end_char, max(figure.end_char, period.start_char))
    if opened < 0 or ")" in text[opened : period.start_char]:
        return False
    closed = text.find(")", period.end_char, period.end_char + LONGEST_BRACKET)
    return bisect_left(story.figure_starts, opened) < bisect_left(story.figure_starts, max(opened, closed))

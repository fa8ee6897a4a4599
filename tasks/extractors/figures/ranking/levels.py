"""How a figure stands to others in the same unit: `$4 million, against |$3 million`, `from 12 tons to |11`."""

import calendar
import re
from collections.abc import Iterator

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.story import CONTENT_OR_MARK, Story, Told, are_alike
from tasks.extractors.figures.words.word_lists import word_list
from warehouse.records import Figure

BASES = word_list("levels.bases")
"""Words between a figure and what it is compared with."""
BESIDE = 3
"""Figures before and behind one among which the next in its unit is sought: amounts in other currencies lie between."""
NEAR = 16
"""Words between two figures that are set beside each other."""

OR_SO = r"(?:,?\sor\s[\w.$£€-]+(?:\s[\w/]+){0,4}?)?"
"""A figure said otherwise: `$4 million|, or 20 cents a share`."""
FROM = re.compile(
    rf"(?:\s*\([^)]{{0,60}}\))?{OR_SO}"
    r"(?:\s+(?!and\b|but\b|while\b|with\b)[\w.'’/-]+){0,8}?,?\s+(?:(?:and|or)\s)?"
    r"(?:(?:up|down)\s)?from\s+(?:(?!high\b|low\b|peak\b)[\w.'’-]+\s+){0,3}"
)
"""Between a level and what it was before: `$4 million| (3 million euros) in May, up from a revised |$3 million`."""
MEANT = (
    r"(?:targets?|goals?|aims?|plans?|planned|quotas?|budget|norm|limit|capacity"
    r"|forecast|expect|predict|project|estimate)"
)
"""What begins words for a level that is only meant to be."""
AGAINST = re.compile(
    rf"(?:\s*\([^)]{{0,60}}\))?{OR_SO}(?:\s+(?!(?:and|but|while|with|up|down)\b)[\w'’/-]+){{0,8}}?,?\s+"
    rf"(?:against|compared (?:with|to)|versus|verses|vs)\s+(?:(?!high\b|low\b|peak\b|{MEANT})[\w'’-]+\s+){{0,3}}"
)
"""Between a level and one that it is set against: `90 tons in May, against some |80`; not `against a target of |80`."""
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
TIME = (
    r"(?:period|year|quarter|month|week|weekend|day|night|half|season|time|stage|date|term|decade|century|session"
    rf"|spring|summer|autumn|fall|winter|[A-Z]\w+day|{'|'.join(MONTHS)})s?\b"
)
"""A time that a base may be of: `in the same |1997 period`; not `in comparable |wards`."""
EARLIER = re.compile(
    rf"(?:\s*\([^)]{{0,60}}\))?{OR_SO}(?:\s+(?!loss)[\w'’-]+){{0,3}}?,?\s+(?:(?:in|for|during|at|of)\s)?(?:the |its )?"
    r"(?:(?:a|one) (?:year|month|quarter|week) (?:ago|earlier|before|previously)"
    rf"|(?:last|previous|prior|preceding|same|comparable|corresponding)\s(?:[\w-]+\s){{0,2}}?{TIME}"
    rf"|year-ago\b|year-earlier\b|(?P<month>{'|'.join(MONTHS)})\b(?:,?\s(?P<of_year>(?:19|20)\d\d)\b)?"
    r"|(?P<year>(?:19|20)\d\d)\b)"
)
"""What says, behind a base, that it was before: `90 tons against |80| in the same period`."""
HALF = 6
"""Months within which the one before another is meant: of `in May, against 80 in June` June is the later."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LED_AS_BASE = re.compile(
    r"\b(?:from|against|versus|vs|than|compared (?:with|to)|compares with|comparing with|between)\s+"
    r"(?:[\w.'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a figure that is a base itself."""
REACH = 50
MANIFOLD = 3
"""A sum so many times a rate is no rate: `93 cents a share, compared with |$6 million`."""


def moved_from(story: Story, figure: Figure) -> str | None:
    """Return the direction of a level behind which stands what it was before; None where none does.

    On the labels of the articles learned from it is right 101 times in 103.
    """
    number, text = story.figure_starts.index(figure.start_char), story.article.text
    behind = story.figures[number + 1 : number + 1 + BESIDE]
    base = next((one for one in behind if is_base_of(one, figure)), None)
    if base is None or figure.value_high or base.value_high or figure.value == base.value:
        return None
    is_led = LED_AS_BASE.search(text, max(0, figure.start_char - REACH), figure.start_char)
    if is_led or not (FROM.fullmatch(text, figure.end_char, base.start_char) or was_before(text, figure, base)):
        return None
    return "up" if figure.value > base.value else "down"


def was_before(text: str, figure: Figure, base: Figure) -> bool:
    """Tell whether a level is set against an earlier one; of shares that change it says nothing of their direction."""
    is_against = figure.kind != "percent" and AGAINST.fullmatch(text, figure.end_char, base.start_char)
    earlier = EARLIER.match(text, base.end_char) if is_against else None
    if earlier is None:
        return False
    said = text[max(0, figure.start_char - REACH) : base.start_char]
    if year := earlier["year"] or earlier["of_year"]:
        return all(other > year for other in YEAR.findall(said))
    return earlier["month"] is None or all(is_before(earlier["month"], month) for month in MONTH.findall(said))


def is_before(month: str, other: str) -> bool:
    """Tell whether the last month of a name is rather before another one than behind it: December before March."""
    return 0 < (MONTHS[other] - MONTHS[month]) % len(MONTHS) <= HALF


def level_features(story: Story, figure: Figure, told: Told) -> Features:
    """Return whether a figure is more or less than those beside it, and than the last of what it measures."""
    text = story.article.text
    features = {"is compared by rule": int(figure.compared_with is not None)}
    behind = next(beside(story, figure, step=1), None)
    if behind:
        gap = CONTENT_OR_MARK.findall(text[figure.end_char : behind.start_char].lower())
        if len(gap) <= NEAR:
            link = next((word for word in gap if word in BASES), "none")
            features |= {
                f"{side_of(figure, behind)} than behind": 1,
                f"{side_of(figure, behind)} than behind, {link}": 1,
            }
    before = next(beside(story, figure, step=-1), None)
    if before:
        gap = CONTENT_OR_MARK.findall(text[before.end_char : figure.start_char].lower())
        if len(gap) <= NEAR:
            link = f"{word_before(text, before)} {gap[-1] if gap else ''}"
            features |= {
                f"{side_of(figure, before)} than before": 1,
                f"{side_of(figure, before)} than before, {link}": 1,
            }
    return features | measured_before(story, figure, told)


def beside(story: Story, figure: Figure, *, step: int) -> Iterator[Figure]:
    """Yield the figures in the same unit behind one, or before it where `step` is -1."""
    number = story.figure_starts.index(figure.start_char)
    for away in range(1, BESIDE + 1):
        place = number + step * away
        if 0 <= place < len(story.figures) and is_comparable(story.figures[place], figure):
            yield story.figures[place]


def is_comparable(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are of one kind and unit."""
    return one.kind == other.kind and one.unit == other.unit and one.per == other.per


def is_base_of(base: Figure, figure: Figure) -> bool:
    """Tell whether a figure may be what another was before; of a rate it need not say again what that is per."""
    is_near = figure.kind == "rate" and figure.value < MANIFOLD * base.value and base.value < MANIFOLD * figure.value
    return is_comparable(base, figure) or (is_near and base.per is None and base.unit == figure.unit)


def side_of(figure: Figure, other: Figure) -> str:
    """Return how a figure stands to another: `more`, `less` or `same`."""
    return "more" if figure.value > other.value else "less" if figure.value < other.value else "same"


def word_before(text: str, figure: Figure) -> str:
    """Return the word before a figure, or nothing."""
    words = CONTENT_OR_MARK.findall(text[max(0, figure.start_char - NEAR) : figure.start_char].lower())
    return words[-1] if words else ""


def measured_before(story: Story, figure: Figure, told: Told) -> Features:
    """Return how a figure stands to the last one that measures the same, and as what that was stated."""
    measure = told.measure
    if measure is None:
        return {}
    last = story.latest(
        1, lambda one: one.measure and is_comparable(one.figure, figure) and are_alike(one.measure.text, measure.text)
    )
    if not last:
        return {}
    features = {
        f"{side_of(figure, last[0].figure)} than last measured": 1,
        f"status of last measured={last[0].status}": 1,
        f"direction of last measured={last[0].direction}": 1,
        "is of last measured's time": int(last[0].period is not None and last[0].period == told.period),
    }
    first, other = told.period and told.period.start_on, last[0].period and last[0].period.start_on
    if first and other and first != other:
        features[f"{side_of(figure, last[0].figure)} than last measured, {'later' if first > other else 'earlier'}"] = 1
    return features

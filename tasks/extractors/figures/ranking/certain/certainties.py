"""What words leave no doubt of, whatever was learned: decided by construction, each where it is right on the labels."""

import re
from datetime import date

from tasks.extractors.figures.ranking.certain.beside import (
    country_of_measure,
    gapped_measure,
    gapped_owner,
    owner_before,
    voted_for,
)
from tasks.extractors.figures.ranking.certain.hedged import HEDGES, REACH
from tasks.extractors.figures.ranking.certain.turned import is_base
from tasks.extractors.figures.ranking.judging import Choice
from tasks.extractors.figures.ranking.spans import shifted_year
from tasks.extractors.figures.ranking.story import Days, Phrase, Story, Told, phrase_of
from tasks.extractors.figures.ranking.ways import Standpoint
from warehouse.records import Figure

MEASURED_BY_OF = frozenset({"money", "quantity"})
CERTAIN = 0.97
BROUGHT = re.compile(
    rf"\b(?:rais|increas|bring|brought|lower|cut|reduc|boost|lift|expand|doubl)[a-z]*\s(?:it|this)\s(?:(?:up|down)\s)?to{HEDGES}"
)
"""Right before a level: `raise it to |$20 billion`."""
SAID_OF_IT = re.compile(rf"\b(?:that|this)\s(?:is|was|were|would be){HEDGES}", re.IGNORECASE)
"""Right before a change: `That was |10 percent less`."""

BILATERAL = re.compile(
    r"(?:total\s)?(?:bilateral|mutual|two-way)\s(?:\w+\s)?(?:trade|commerce|turnover)\b", re.IGNORECASE
)
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
LOOKING_BACK = re.compile(r"\b(?:past|last)\s$", re.IGNORECASE)


def certain_measure(story: Story, place: Standpoint) -> Choice[Phrase] | None:
    """Return what an amount is of, where the rules are right 62 times in 64 on the labels: `40 tons of |steel`.

    What `it` is that is brought to a level, the figure before measures: `they want to raise it to |$20 billion`.
    """
    figure = place.figure
    if named := gapped_measure(story, place):
        return Choice(answer=named, confidence=CERTAIN)
    last = brought_to(story, figure)
    if last and last.measure:
        return Choice(answer=last.measure, confidence=last.confidences.get("measure", 0.0))
    phrase = phrase_of(figure.measure, figure.measure_start_char, figure.measure_end_char)
    if figure.kind not in MEASURED_BY_OF or phrase is None or phrase.start_char < figure.end_char:
        return None
    is_of = story.article.text[figure.end_char : phrase.start_char].split() == ["of"]
    return Choice(answer=phrase, confidence=CERTAIN) if is_of else None


def measures_nothing(story: Story, figure: Figure) -> bool:
    """Tell whether a duration only says how far back something is looked at: `over the past |five years`.

    On the labels such a one measures nothing, of nobody, 22 times in 23.
    """
    before = story.article.text[max(0, figure.start_char - REACH) : figure.start_char]
    return figure.kind == "duration" and LOOKING_BACK.search(before) is not None


def certain_owner(story: Story, figure: Figure, measure: Phrase | None) -> Choice[Phrase] | None:
    """Return the two names that the rules read something to be between: `trade between Ys and Thule`.

    Whose `it` is that is brought to a level, the figure before says; what is bilateral is of the two countries that the
    article names together, nearest to the figure.
    """
    last = brought_to(story, figure)
    if last and last.owner:
        return Choice(answer=last.owner, confidence=last.confidences.get("owner", 0.0))
    if (
        named := gapped_owner(story, figure)
        or voted_for(story, figure)
        or (measure and (owner_before(story, figure, measure) or country_of_measure(story, figure, measure)))
    ):
        return Choice(answer=named, confidence=CERTAIN)
    if measure and BILATERAL.match(measure.text) and story.pairs:
        return Choice(
            answer=min(story.pairs, key=lambda pair: abs(pair.start_char - figure.start_char)), confidence=CERTAIN
        )
    phrase = phrase_of(figure.measured_of, figure.measured_of_start_char, figure.measured_of_end_char)
    if phrase is None or not story.article.text.endswith("between ", 0, phrase.start_char):
        return None
    names = story.mentions_within(phrase.start_char, phrase.end_char)
    is_named = len(names) > 1 and (names[0].start_char, names[-1].end_char) == (phrase.start_char, phrase.end_char)
    return Choice(answer=phrase, confidence=CERTAIN) if is_named else None


def certain_period(story: Story, figure: Figure) -> Choice[Days] | None:
    """Return when a change holds that is said of the figure before, and what is compared with it, if that says when.

    `It was $6 million. That was |10 percent less` is of that figure's period 3 times in 3 on the labels.
    """
    last = story.told[-1] if story.told else None
    if last is None:
        return None
    is_next = story.sentence_of(figure.start_char) - last.sentence <= 1
    before = story.article.text[max(0, figure.start_char - REACH) : figure.start_char]
    if last.period and figure.direction and is_next and SAID_OF_IT.search(before):
        return Choice(answer=last.period, confidence=last.confidences.get("period", 0.0))
    return compared_period(story, figure)


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


def brought_to(story: Story, figure: Figure) -> Told | None:
    """Return what was told of the figure before a level that `it` is brought to, no further back than a sentence."""
    last = story.told[-1] if story.told else None
    if last is None or story.sentence_of(figure.start_char) - last.sentence > 1:
        return None
    return last if BROUGHT.search(story.article.text[max(0, figure.start_char - REACH) : figure.start_char]) else None

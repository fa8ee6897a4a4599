"""What words leave no doubt of, whatever was learned: decided by construction, each where it is right on the labels."""

import re

from tasks.extractors.figures.ranking.certain.beside import (
    country_of_measure,
    gapped_measure,
    gapped_owner,
    owner_before,
    voted_for,
)
from tasks.extractors.figures.ranking.certain.hedged import HEDGES, REACH
from tasks.extractors.figures.ranking.judging import Choice
from tasks.extractors.figures.ranking.story import Phrase, Story, Told, phrase_of
from tasks.extractors.figures.ranking.ways import Standpoint
from warehouse.records import Figure

MEASURED_BY_OF = frozenset({"money", "quantity"})
CERTAIN = 0.97
BROUGHT = re.compile(
    rf"\b(?:rais|increas|bring|brought|lower|cut|reduc|boost|lift|expand|doubl)[a-z]*\s(?:it|this)\s(?:(?:up|down)\s)?to{HEDGES}"
)
"""Right before a level: `raise it to |$20 billion`."""

BILATERAL = re.compile(
    r"(?:total\s)?(?:bilateral|mutual|two-way)\s(?:\w+\s)?(?:trade|commerce|turnover)\b", re.IGNORECASE
)
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


def brought_to(story: Story, figure: Figure) -> Told | None:
    """Return what was told of the figure before a level that `it` is brought to, no further back than a sentence."""
    last = story.told[-1] if story.told else None
    if last is None or story.sentence_of(figure.start_char) - last.sentence > 1:
        return None
    return last if BROUGHT.search(story.article.text[max(0, figure.start_char - REACH) : figure.start_char]) else None

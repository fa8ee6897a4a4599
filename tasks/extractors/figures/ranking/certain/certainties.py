"""What words leave no doubt of, whatever was learned: decided by construction, each where it is right on the labels."""

import re
from bisect import bisect_left

from tasks.extractors.figures.ranking.certain.beside import gapped_measure, gapped_owner, owner_before, voted_for
from tasks.extractors.figures.ranking.judging import Choice
from tasks.extractors.figures.ranking.levels import moved_from
from tasks.extractors.figures.ranking.story import Days, Phrase, Story, Told, phrase_of
from tasks.extractors.figures.ranking.ways import Standpoint
from tasks.extractors.figures.words.nouns import FUNCTION_WORDS
from tasks.extractors.figures.words.word_lists import word_list
from warehouse.records import Figure

MEASURED_BY_OF = frozenset({"money", "quantity"})
CERTAIN = 0.97
IMAGINED = (frozenset({"would", "have"}), frozenset({"could", "have"}), frozenset({"might", "have"}))
ASSERTING = word_list("certainties.asserting")
"""Verbs by which the text itself leaves a statement to whoever makes it."""
REACH = 100
HEDGES = (
    r"\s+(?:(?:an?|about|around|some|at least|just|nearly|almost|over|more than|up to|less than|between|roughly"
    r"|approximately|only|no more than)\s+)*$"
)
DOING = r"\s+to(?:\s+(?!from\b|the\b|its\b|their\b|his\b|her\b)[a-z]+){1,4}"
"""`to cut spending by`; what hangs on a definite thing is none: `to merge the |six`."""
NO_DEED = rf"(?:{'|'.join(sorted(FUNCTION_WORDS - {'&'}))}|some|any|blame|date|say|be (?:found|seen|heard|had))"
TO_DO = rf"\s+to(?!\s{NO_DEED}\b)(?:\s+(?!from\b)[a-z]+){{1,4}}"
"""`is to rise by`; not `is to the south of`, `is to some extent`."""
NAMED_DEED = r"(?:\s+(?!from\b|the\b|its\b|their\b|be\b|have\b)[a-z]+){1,3}"
"""`must pay`; not `must have cost`, `must already have cost`, `must be`."""
NAMED = r"(?:\s+(?!from\b)[a-z]+){0,3}"
STATING = {
    "target": re.compile(
        rf"\b(?:(?:goals?|targets?|aims?|objectives?|quotas?)\s(?:of|is|was|at){NAMED}"
        rf"|(?<!than-)(?:planned|targeted|budgeted|targeting)"
        rf"|(?:is|are){TO_DO}|must{NAMED_DEED}"
        rf"|(?:plans?|aims?|intends?|hopes?|planning|aiming|intend|hope|pledged|vowed|aimed|hoped){DOING}){HEDGES}"
    ),
    "estimate": re.compile(
        rf"\b(?:(?<!than-)estimated(?:\s(?:at|to be))?|estimates{NAMED}|estimates?\s(?:of|is|at|was)"
        rf"|(?<!will )(?:puts?|putting|estimated?)(?:\s(?!from\b)[\w'’-]+){{1,5}}\sat){HEDGES}"
    ),
    "forecast": re.compile(
        rf"\b(?:(?:forecasts|predicts|forecasting|predicting|projects){NAMED}"
        rf"|(?:forecast|predicted|expected|projected|likely)(?:{DOING}|\sat)"
        rf"|(?:forecasts?|predictions?|projections?|expectations)\s(?:of|for|is){NAMED}"
        rf"|(?<!than-)(?:projected|predicted)){HEDGES}"
    ),
}
"""Words right before a figure, within its sentence: `the goal of`, `plans to cut`, `an estimated`, `expected to reach`.

On the labels they are right each of 23, 14 and 39 times.
"""

AIMED_AT = re.compile(r"[ -](?:[a-z]+ )?(?:targets?|goals?|objectives?)\b")
"""Right behind a figure, `a $20 billion |trade target`; on the labels it is one 5 times in 5."""

TO_COME = re.compile(rf"(?:\s+(?!that\b|which\b|who\b)[a-z-]+){{0,3}}\s+(?:is|are){TO_DO}")
"""Behind a figure in the subject: `90 tanks |are to go`."""

TURNED_BY_RULE = frozenset({"percent", "count"})
"""Kinds of which the rules' direction is right 420 times in 436 on the labels."""
MULTIPLE = "times"
AGAIN = re.compile(r"\s+as\s+\w+\s+again\b")
"""Behind a share: `half |as large again`."""
APPOSED = re.compile(
    r"\s*(?:,|\(|-+)?\s*(?:(?:or|which (?:was|is)|an?|up|down|by|about|some|nearly|almost|more than|only|just)\s+)*"
)
"""Between a level and its change: `$5 million, a |10 percent drop`, `$5 million, or |7 percent more`."""

BROUGHT = re.compile(
    rf"\b(?:rais|increas|bring|brought|lower|cut|reduc|boost|lift|expand|doubl)[a-z]*\s(?:it|this)\s(?:(?:up|down)\s)?to{HEDGES}"
)
"""Right before a level: `raise it to |$20 billion`."""


SAID_OF_IT = re.compile(rf"\b(?:that|this)\s(?:is|was|were|would be){HEDGES}", re.IGNORECASE)
"""Right before a change: `That was |10 percent less`."""

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
        or (measure and owner_before(story, figure, measure))
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


def brought_to(story: Story, figure: Figure) -> Told | None:
    """Return what was told of the figure before a level that `it` is brought to, no further back than a sentence."""
    last = story.told[-1] if story.told else None
    if last is None or story.sentence_of(figure.start_char) - last.sentence > 1:
        return None
    return last if BROUGHT.search(story.article.text[max(0, figure.start_char - REACH) : figure.start_char]) else None


def certain_status(story: Story, place: Standpoint) -> str | None:
    """Return what the verbs over a figure, or the words right before it, leave no doubt of.

    `would have been 8 percent higher` is hypothetical 5 times in 5 on the labels; `claims that 9 fell` a claim.
    """
    if place.verb:
        auxiliaries = {word.lower for word in place.sentence.children(place.verb.index) if word.dep == "aux"}
        if any(auxiliaries >= imagined for imagined in IMAGINED):
            return "hypothetical"
    if place.figure.status == "claim" and is_under(place, ASSERTING):
        return "claim"
    return stated_status(story, place.figure)


def certain_direction(story: Story, figure: Figure) -> str | None:
    """Return the direction that the rules read of a share, count or multiple, or of a level by its base or change.

    On the labels multiples (`three times as much as`) are right 8 times in 8, levels by the change beside them 7 in 7.
    """
    if AGAIN.match(story.article.text, figure.end_char):
        return "up"
    if figure.direction and (figure.kind in TURNED_BY_RULE or figure.unit == MULTIPLE):
        return figure.direction
    if moved := moved_from(story, figure):
        return moved
    if figure.direction:
        return None
    behind = bisect_left(story.figure_starts, figure.end_char)
    change = next(iter(story.figures[behind : behind + 1]), None)
    if change is None or change.direction is None or change.value_high:
        return None
    is_said = APPOSED.fullmatch(story.article.text, figure.end_char, change.start_char)
    return change.direction if is_said and (change.kind == "percent" or change.unit == figure.unit) else None


def stated_status(story: Story, figure: Figure) -> str | None:
    """Return the status that the words right before a figure state, or what it is behind it, or None."""
    if figure.kind != "count" and AIMED_AT.match(story.article.text, figure.end_char):
        return "target"
    if TO_COME.match(story.article.text, figure.end_char):
        return "target"
    opens, _ = story.spans[story.sentence_of(figure.start_char)]
    before = story.article.text[max(opens, figure.start_char - REACH) : figure.start_char].lower()
    return next((status for status, words in STATING.items() if words.search(before)), None)


def is_under(place: Standpoint, verbs: frozenset[str]) -> bool:
    """Tell whether a figure hangs on one of these verbs."""
    return any(word.lemma in verbs for word in place.sentence.above(place.head.index))

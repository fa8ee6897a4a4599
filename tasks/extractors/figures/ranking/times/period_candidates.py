"""When a figure may hold: the times named around it, those of the figures before it, and the day of publication."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.sentences import head_of
from tasks.extractors.figures.ranking.spans import Ends, shifted_back, shifted_year
from tasks.extractors.figures.ranking.story import (
    Candidate,
    Days,
    Phrase,
    Story,
    Timed,
    Told,
    are_alike,
)
from tasks.extractors.figures.ranking.times.compared_times import compared_times, is_of_bracket
from tasks.extractors.figures.ranking.times.named_times import BESIDE, edge_word
from tasks.extractors.figures.ranking.times.published import market_words, times_of_publication
from tasks.extractors.figures.ranking.times.standing import days_features, is_base, timed_before
from tasks.extractors.figures.ranking.times.unnamed import is_of_country, unnamed_stretches
from tasks.extractors.figures.ranking.ways import Standpoint, verb_above, way_features
from tasks.extractors.figures.slots.periods import Period
from warehouse.records import Figure

SENTENCES_BACK = 3
CARRIED_FROM, SHIFTED_FROM, DIFFERENT = 10, 2, 4
"""How many figures before one may hand their period on, how many one counted from theirs, and how many in all."""
BREAKS = re.compile(r"[,;:()]")
YEAR_BACK = re.compile(
    r"(?:\W|\w+\s){0,3}?(?:(?:a |one )?year (?:ago|earlier|before|previously)|last year"
    r"|the (?:previous|prior|preceding) year|(?:the )?(?:same|comparable|corresponding|year-ago|year-earlier))"
)
"""`|a year earlier`, `|in the same period`, right behind a figure."""
STEP_BACK = re.compile(
    r"(?:\W|\w+\s){0,3}?(?:(?:last|previous|prior|preceding) (?:month|quarter|week)"
    r"|a (?:month|quarter|week) (?:ago|earlier|before))"
)
BEHIND = 60
TO_DATE = re.compile(
    r"\b(?:year[- ]to[- ]date|so far this year|since the (?:start|beginning) of (?:the|this) year)\b", re.IGNORECASE
)


def period_features(story: Story, place: Standpoint, measure: Phrase | None) -> Features:
    """Return what all candidates of a figure share; `measure` is what it measures."""
    figure, text = place.figure, story.article.text
    sentence = story.sentence_of(figure.start_char)
    opens, _ = story.spans[sentence]
    times = story.times_by_sentence.get(sentence, ())
    before = timed_before(story, 1)
    head = place.sentence.within(measure.start_char, measure.end_char) if measure else []
    features = place.features | {
        "times in sentence": len(times),
        "times before": len([time for time in times if time.period.start_char < figure.start_char]),
        "number of sentence": sentence,
        "is first": int(not before),
        "none held last": int(bool(before) and before[0].period is None),
        "last in this sentence": int(bool(before) and before[0].sentence == sentence),
        "article has a day": int(story.article.published_on is not None),
        "market words of article": market_words(text),
        f"sentence begins={edge_word(text[opens : opens + BESIDE], 0)}": 1,
    }
    return features | {f"measured={head_of(head).lemma}": 1} if head else features


def period_candidates(story: Story, place: Standpoint, measure: Phrase | None) -> list[Candidate[Days]]:
    """Return the times that a figure may hold for, each once with the features of all ways that lead to it.

    What its sentence names only to compare with is none of them.
    """
    figure = place.figure
    compared = compared_times(story, figure)
    found: dict[Ends, Candidate[Days]] = {}
    for candidate in (
        *named_times(story, place),
        *carried_times(story, figure, measure),
        *counted_times(story, figure, measure),
        *times_of_publication(story, place, measure),
    ):
        if candidate.answer.ends in compared:
            continue
        known = found.setdefault(candidate.answer.ends, candidate)
        if known is not candidate:
            for name, number in candidate.features.items():
                known.features.setdefault(f"also {name}", number)
    return [
        Candidate(answer=one.answer, features=one.features | days_features(story, place, one.answer.ends))
        for one in found.values()
    ]


def named_times(story: Story, place: Standpoint) -> Iterator[Candidate[Days]]:
    """Yield what the times of the figure's sentence, of those before it, and of the first one may mean."""
    figure = place.figure
    sentence = story.sentence_of(figure.start_char)
    numbers = range(sentence, max(0, sentence - SENTENCES_BACK) - 1, -1)
    near = [time for number in numbers for time in story.times_by_sentence.get(number, ())]
    near.sort(key=lambda time: abs(time.period.start_char - figure.start_char))
    lead = story.times_by_sentence.get(1 if sentence == 0 else 0, []) if sentence == 0 or 0 not in numbers else []
    opens, closes = story.spans[sentence]
    before = story.spans[max(0, sentence - 1)][0]
    says_to_date = bool(TO_DATE.search(story.article.text, before, closes))
    for time in near + lead:
        period = time.period
        if is_of_bracket(story, figure, period):
            continue
        shared = time.features | time_place_features(story, place, time) | held_before(story, figure, time)
        shared["sentences back"] = sentence - time.sentence
        text = story.article.text[period.start_char : period.end_char]
        first, last = period.start_on, period.end_on
        if says_to_date and first and last and last.year == first.year and (first.month, last.month) != (1, 12):
            days = Days(start_on=date(last.year, 1, 1), end_on=last, text=text)
            yield Candidate(answer=days, features=shared | {"means=the year to it": 1})
        for name, ends in (*time.stretches, *unnamed_stretches(story.article.text, opens, closes, last)):
            days = Days(start_on=ends[0], end_on=ends[1], text=text)
            own = {f"means={name}": 1, "is the country's year": int(is_of_country(story, name))}
            yield Candidate(answer=days, features=shared | own)


def time_place_features(story: Story, place: Standpoint, time: Timed) -> Features:
    """Return how a time stands to a figure of the same sentence, and whether the rules chose it."""
    figure, period = place.figure, time.period
    features: Features = {}
    if figure.period_start_on or figure.period_end_on:
        is_rules = (figure.period_start_on, figure.period_end_on) == (period.start_on, period.end_on)
        features["is the rule's"] = 1 if is_rules else -1
    if figure.compared_start_on:
        is_base = (figure.compared_start_on, figure.compared_end_on) == (period.start_on, period.end_on)
        features["is compared with"] = int(is_base)
    if time.sentence != story.sentence_of(figure.start_char):
        return features | since_features(story, figure, period)
    return features | gap_features(story, figure, period) | parsed_time_features(place, time)


def since_features(story: Story, figure: Figure, period: Period) -> Features:
    """Return how many times and figures stand between a time of another sentence and a figure."""
    low, high = sorted((period.start_char, figure.start_char))
    return {
        "times since it": bisect_left(story.times, high, key=start_of) - bisect_left(story.times, low, key=start_of),
        "figures since it": bisect_left(story.figure_starts, high) - bisect_left(story.figure_starts, low),
    }


def start_of(time: Timed) -> int:
    """Return the offset of a time."""
    return time.period.start_char


def gap_features(story: Story, figure: Figure, period: Period) -> Features:
    """Return what lies between a figure and a time of its sentence."""
    times = story.times_by_sentence.get(story.sentence_of(figure.start_char), ())
    is_before = period.start_char < figure.start_char
    low, high = (period.end_char, figure.start_char) if is_before else (figure.end_char, period.start_char)
    gap = story.article.text[low:high]
    last = bisect_left(story.figure_starts, period.start_char) - 1
    nearest = story.figures[last] if last >= 0 else figure
    is_near = period.start_char - nearest.end_char < BESIDE and nearest.key != figure.key
    is_its = f"{is_base(story.article.text, nearest)}" if is_near else "none"
    return {
        f"time is behind base={is_its}, {is_base(story.article.text, figure)}": 1,
        "time is before": int(is_before),
        "gap": len(gap),
        "gap in words": len(gap.split()),
        "breaks between": len(BREAKS.findall(gap)),
        "figures in gap": bisect_left(story.figure_starts, high) - bisect_left(story.figure_starts, low),
        "times in gap": len([one for one in times if low <= one.period.start_char < high]),
    }


def parsed_time_features(place: Standpoint, time: Timed) -> Features:
    """Return the features of the way from a figure to a time of its sentence."""
    stretch = time.row or time.period
    words = place.sentence.within(stretch.start_char, stretch.end_char)
    if not words:
        return {}
    head = head_of(words)
    features = dict(way_features(place, head))
    verb = verb_above(place.sentence, head)
    if verb:
        features[f"verb of time={verb.lemma}"] = 1
        features["same verb"] = int(place.verb is not None and place.verb.index == verb.index)
    return features


def held_before(story: Story, figure: Figure, time: Timed) -> Features:
    """Return how lately a figure before was found to hold for a time."""
    sentence = story.sentence_of(figure.start_char)
    for back, told in enumerate(timed_before(story, CARRIED_FROM)):
        if told.period and told.period.ends == (time.period.start_on, time.period.end_on):
            return {
                "held before": 1,
                "held figures back": back,
                "held in this sentence": int(told.sentence == sentence),
                "same unit": int(told.figure.unit == figure.unit),
            }
    return {}


def carried_times(story: Story, figure: Figure, measure: Phrase | None) -> Iterator[Candidate[Days]]:
    """Yield the periods of the figures before one, each as of the last figure that holds for it."""
    text = story.article.text
    behind = text[figure.end_char : figure.end_char + BEHIND]
    latest = timed_before(story, CARRIED_FROM)
    seen: set[Ends] = set()
    for back, told in enumerate(latest):
        if told.period is None or told.period.ends in seen or len(seen) == DIFFERENT:
            continue
        seen.add(told.period.ends)
        gap = text[told.figure.end_char : figure.start_char].lower()
        is_rules = (figure.period_start_on, figure.period_end_on) == told.period.ends
        features = {
            "is carried": 1,
            f"gap begins={edge_word(gap, 0)}": 1,
            f"gap ends={edge_word(gap, -1)}": 1,
            "gap": len(gap),
            "same period": int("same period" in behind or "same period" in gap),
            "is the rule's": int(is_rules) if figure.period_start_on else -1,
            "held by": len([one for one in latest if one.period and one.period.ends == told.period.ends]),
            "different since": len(seen),
        }
        stood = stood_before(story, figure, told, back=back, measure=measure)
        yield Candidate(answer=told.period, features=features | stood)


def stood_before(story: Story, figure: Figure, told: Told, *, back: int, measure: Phrase | None) -> Features:
    """Return how a figure stands to one before it."""
    other = told.figure
    starts = (
        time.period.start_char
        for number in (told.sentence, story.sentence_of(figure.start_char))
        for time in story.times_by_sentence.get(number, ())
    )
    text = story.article.text
    own, its = is_base(text, figure), is_base(text, other)
    return {
        f"base {its} to {own}": 1,
        "figures back": back,
        "sentences back": story.sentence_of(figure.start_char) - told.sentence,
        "same unit": int(other.unit == figure.unit),
        "same measure": int(bool(measure and told.measure and are_alike(measure.text, told.measure.text))),
        f"word before it={word_before(text, other)}": 1,
        "times since": len({start for start in starts if other.end_char <= start < figure.start_char}),
    }


def word_before(text: str, figure: Figure) -> str:
    """Return the word before a figure in small letters."""
    return edge_word(text[max(0, figure.start_char - BESIDE) : figure.start_char], -1)


def counted_times(story: Story, figure: Figure, measure: Phrase | None) -> Iterator[Candidate[Days]]:
    """Yield the times counted from those of the figures before: a year earlier, a step back, the year to date."""
    text = story.article.text
    behind = text[figure.end_char : figure.end_char + BEHIND].lower()
    around = text[max(0, figure.start_char - BEHIND) : figure.end_char + BEHIND].lower()
    shared = {
        "is a year back": int(bool(YEAR_BACK.match(behind))),
        "is a step back": int(bool(STEP_BACK.match(behind))),
        f"word before={word_before(text, figure)}": 1,
        f"last base={last_step(story, word_before(text, figure))}": 1,
        "year behind": int("year" in behind),
        "to date": int("to date" in around or "to-date" in around),
    }
    for back, told in enumerate(timed_before(story, SHIFTED_FROM)):
        if told.period:
            near = shared | stood_before(story, figure, told, back=back, measure=measure)
            for name, ends in counted_from(told.period.ends):
                days = Days(start_on=ends[0], end_on=ends[1], text=None)
                yield Candidate(answer=days, features=near | {f"means={name}": 1})


def last_step(story: Story, word: str) -> str:
    """Return how the last figure behind the same word was counted from the one before: `from 3 mln a year before`."""
    latest = timed_before(story, CARRIED_FROM)
    for told, earlier in pairwise(latest):
        if told.period and earlier.period and word_before(story.article.text, told.figure) == word:
            names = [name for name, ends in counted_from(earlier.period.ends) if ends == told.period.ends]
            return names[0] if names else "same" if told.period.ends == earlier.period.ends else "other"
    return "none"


def counted_from(ends: Ends) -> Iterator[tuple[str, Ends]]:
    """Yield the stretches that are named by their distance from another."""
    yield "a year before", shifted_year(ends, -1)
    first, last = ends
    if first is None or last is None:
        return
    before = shifted_back(ends)
    if before:
        yield "the one before", before
    if (first.month, last.month) != (1, 12):
        yield "the year to date", (date(last.year, 1, 1), last)

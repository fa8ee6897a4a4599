"""When a figure may hold: the times named around it, those of the figures before it, and the day of publication."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.sentences import head_of
from tasks.extractors.figures.ranking.spans import Ends, shifted_back, shifted_year, spans_of
from tasks.extractors.figures.ranking.story import FARTHEST_BACK, Candidate, Days, Story, Timed, Told
from tasks.extractors.figures.ranking.ways import Standpoint, verb_above, way_features
from tasks.extractors.figures.slots.periods import Period, periods_in
from tasks.extractors.figures.words.word_lists import word_list
from warehouse.records import DateExpression, Figure

SENTENCES_BACK = 3
CARRIED_FROM, SHIFTED_FROM = 3, 2
"""How many figures before one may hand their period on, and how many one counted from theirs."""
MOST_ROWS = 2
DIGITS = re.compile(r"\d+")
BREAKS = re.compile(r"[,;:()]")
BESIDE = 25
"""Characters beside a time expression in which the next word is looked for."""
MARKET = word_list("period_candidates.market")
"""Words of markets, whose prices are of the day of the news."""
LOOKED_AROUND = (160, 100)
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
MOST_DAYS = 40_000


def times_of(story: Story) -> list[Timed]:
    """Return the times that an article names, those left out whose days are not known at either end."""
    article = story.article
    periods = periods_in(article.text, article.body_start_char, article.body_end_char, dates=story.dates)
    return [time for time in (timed(story, period) for period in periods) if time.stretches]


def timed(story: Story, period: Period) -> Timed:
    """Lay beside a period its time expressions, and what it may mean besides its own days."""
    rows = [row for row in story.dates if period.start_char <= row.start_char < period.end_char][:MOST_ROWS]
    published_on = story.article.published_on
    stretches: list[tuple[str, Ends]] = [("its own days", (period.start_on, period.end_on))]
    for row in rows:
        stretches.append(("one of its days", (row.start_on, row.end_on)))
        stretches += spans_of(story.article.text, row, published_on=published_on)
    return Timed(
        period=period,
        row=rows[0] if rows else None,
        sentence=story.sentence_of(period.start_char),
        stretches=without_repeats(stretches),
        features=time_features(story, period, rows[0] if rows else None)
        | {f"may be {name}": 1 for name, _ in stretches},
    )


def without_repeats(stretches: Sequence[tuple[str, Ends]]) -> list[tuple[str, Ends]]:
    """Return the stretches that are open at one end at most, each only under its first name."""
    names: dict[Ends, str] = {}
    for name, ends in stretches:
        if ends != (None, None):
            names.setdefault(ends, name)
    return [(name, ends) for ends, name in names.items()]


def time_features(story: Story, period: Period, row: DateExpression | None) -> Features:
    """Return the features of a time by itself."""
    text, published_on = story.article.text, story.article.published_on
    words = text[period.start_char : period.end_char].lower().split()
    features = {
        "is base": int(period.is_base),
        "is of something else": int(period.is_foreign),
        f"time begins={words[0]}": 1,
        f"time ends={DIGITS.sub('#', words[-1])}": 1,
        f"before time={edge_word(text[max(0, period.start_char - BESIDE) : period.start_char], -1)}": 1,
        f"after time={edge_word(text[period.end_char : period.end_char + BESIDE], 0)}": 1,
    }
    if row:
        features |= {f"precision={row.precision}": 1, f"modifier={row.modifier}": 1, f"anchor={row.anchor}": 1}
        if row.start_on and row.end_on:
            features["days"] = days_between(row.start_on, row.end_on)
        if row.start_on and published_on:
            features["age"] = days_between(row.start_on, published_on)
            features["is today"] = int(row.start_on == published_on)
    return features


def edge_word(text: str, index: int) -> str:
    """Return the first or last word of a text in small letters, or nothing."""
    words = text.lower().split()
    return words[index] if words else ""


def days_between(first: date, last: date) -> int:
    """Count the days from one day to another, at most a hundred years."""
    return max(-MOST_DAYS, min(MOST_DAYS, (last - first).days))


def period_candidates(story: Story, place: Standpoint) -> list[Candidate[Days]]:
    """Return the times that a figure may hold for, each once."""
    figure = place.figure
    found: dict[Ends, Candidate[Days]] = {}
    for candidate in (
        *named_times(story, place),
        *carried_times(story, figure),
        *counted_times(story, figure),
        *times_of_publication(story, place),
    ):
        found.setdefault(candidate.answer.ends, candidate)
    return list(found.values())


def named_times(story: Story, place: Standpoint) -> Iterator[Candidate[Days]]:
    """Yield what the times of the figure's sentence, of those before it, and of the first one may mean."""
    figure = place.figure
    sentence = story.sentence_of(figure.start_char)
    numbers = range(max(0, sentence - SENTENCES_BACK), sentence + 1)
    near = [time for number in numbers for time in story.times_by_sentence.get(number, ())]
    lead = story.times_by_sentence.get(0, [])[:1] if sentence > SENTENCES_BACK else []
    for time in near + lead:
        period = time.period
        shared = time.features | time_place_features(story, place, time) | held_before(story, figure, time)
        shared["sentences back"] = sentence - time.sentence
        text = story.article.text[period.start_char : period.end_char]
        for name, ends in time.stretches:
            days = Days(start_on=ends[0], end_on=ends[1], text=text)
            yield Candidate(answer=days, features=shared | {f"means={name}": 1})


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
        return features
    return features | gap_features(story, figure, period) | parsed_time_features(place, time)


def gap_features(story: Story, figure: Figure, period: Period) -> Features:
    """Return what lies between a figure and a time of its sentence."""
    times = story.times_by_sentence.get(story.sentence_of(figure.start_char), ())
    is_before = period.start_char < figure.start_char
    low, high = (period.end_char, figure.start_char) if is_before else (figure.end_char, period.start_char)
    gap = story.article.text[low:high]
    return {
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


def timed_before(story: Story, count: int) -> list[Told]:
    """Return what was told of the figures before that may hold for a time, the latest first."""
    return story.latest(count, lambda told: told.figure.kind != "age")


def carried_times(story: Story, figure: Figure) -> Iterator[Candidate[Days]]:
    """Yield the periods of the figures before one."""
    text = story.article.text
    for back, told in enumerate(timed_before(story, CARRIED_FROM)):
        if told.period is None:
            continue
        gap = text[told.figure.end_char : figure.start_char].lower()
        behind = text[figure.end_char : figure.end_char + BEHIND]
        is_rules = (figure.period_start_on, figure.period_end_on) == told.period.ends
        features = {
            "is carried": 1,
            f"gap begins={edge_word(gap, 0)}": 1,
            f"gap ends={edge_word(gap, -1)}": 1,
            "gap": len(gap),
            "same period": int("same period" in behind or "same period" in gap),
            "is the rule's": int(is_rules) if figure.period_start_on else -1,
        }
        yield Candidate(answer=told.period, features=features | stood_before(story, figure, told, back=back))


def stood_before(story: Story, figure: Figure, told: Told, *, back: int) -> Features:
    """Return how a figure stands to one before it."""
    return {
        "figures back": back,
        "sentences back": story.sentence_of(figure.start_char) - told.sentence,
        "same unit": int(told.figure.unit == figure.unit),
    }


def counted_times(story: Story, figure: Figure) -> Iterator[Candidate[Days]]:
    """Yield the times counted from those of the figures before: a year earlier, a step back, the year to date."""
    text = story.article.text
    behind = text[figure.end_char : figure.end_char + BEHIND].lower()
    around = text[max(0, figure.start_char - BEHIND) : figure.end_char + BEHIND].lower()
    shared = {
        "is a year back": int(bool(YEAR_BACK.match(behind))),
        "is a step back": int(bool(STEP_BACK.match(behind))),
        f"word before={edge_word(text[max(0, figure.start_char - BESIDE) : figure.start_char], -1)}": 1,
        "year behind": int("year" in behind),
        "to date": int("to date" in around or "to-date" in around),
    }
    for back, told in enumerate(timed_before(story, SHIFTED_FROM)):
        if told.period:
            near = shared | stood_before(story, figure, told, back=back)
            for name, ends in counted_from(told.period.ends):
                days = Days(start_on=ends[0], end_on=ends[1], text=None)
                yield Candidate(answer=days, features=near | {f"means={name}": 1})


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


def times_of_publication(story: Story, place: Standpoint) -> Iterator[Candidate[Days]]:
    """Yield the times that go by the day of publication: that day, the one before, the year, until and from then."""
    figure = place.figure
    today = story.article.published_on
    if today is None:
        return
    sentence = story.sentence_of(figure.start_char)
    before = [told.period for told in timed_before(story, FARTHEST_BACK)]
    low, high = LOOKED_AROUND
    around = story.article.text[max(0, figure.start_char - low) : figure.end_char + high].lower()
    shared = {
        "times in sentence": len(story.times_by_sentence.get(sentence, ())),
        "number of sentence": sentence,
        "none held last": int(bool(before) and before[0] is None),
        f"tag of verb={place.verb.tag if place.verb else 'none'}": 1,
        **{f"says {word}": 1 for word in MARKET & set(around.split())},
    }
    for name, ends in named_by_publication(today):
        held = [period is not None and period.ends == ends for period in before]
        features = shared | {f"means={name}": 1, "held last": int(held[:1] == [True]), "held before": int(any(held))}
        yield Candidate(answer=Days(start_on=ends[0], end_on=ends[1], text=None), features=features)


def named_by_publication(today: date) -> Iterator[tuple[str, Ends]]:
    """Yield the stretches of time that a text leaves to the day of its publication."""
    yield "today", (today, today)
    yield "yesterday", (today - timedelta(days=1), today - timedelta(days=1))
    yield "this year", (date(today.year, 1, 1), date(today.year, 12, 31))
    yield "until today", (None, today)
    yield "from today", (today, None)

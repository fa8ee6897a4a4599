"""The times that a text leaves to its day of publication: `the index closed at 2,383`."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from tasks.extractors.figures.ranking.sentences import head_of
from tasks.extractors.figures.ranking.spans import Ends
from tasks.extractors.figures.ranking.story import FARTHEST_BACK, Candidate, Days, Phrase, Story
from tasks.extractors.figures.ranking.times.standing import timed_before
from tasks.extractors.figures.ranking.ways import Standpoint
from tasks.extractors.figures.words.word_lists import word_list

MARKET = word_list("published.market")
"""Words of markets, whose prices are of the day of the news."""
LOOKED_AROUND = (160, 100)
WORD = re.compile(r"[a-z]+")


def times_of_publication(story: Story, place: Standpoint, measure: Phrase | None) -> Iterator[Candidate[Days]]:
    """Yield the times that go by the day of publication: that day, until and from then."""
    figure = place.figure
    today = story.article.published_on
    if today is None:
        return
    before = [told.period for told in timed_before(story, FARTHEST_BACK)]
    low, high = LOOKED_AROUND
    around = story.article.text[max(0, figure.start_char - low) : figure.end_char + high].lower()
    shared = {
        f"tag of verb={place.verb.tag if place.verb else 'none'}": 1,
        **{f"says {word}": 1 for word in MARKET & set(WORD.findall(around))},
        "market words": len(MARKET & set(WORD.findall(around))),
        "market words of lead": len(MARKET & story.lead_words),
        f"measured={measured_noun(place, measure)}": 1,
        **{f"lead says {word}": 1 for word in MARKET & story.lead_words},
    }
    for name, ends in named_by_publication(today):
        held = [period is not None and period.ends == ends for period in before]
        features = shared | {f"means={name}": 1, "held last": int(held[:1] == [True]), "held before": int(any(held))}
        yield Candidate(answer=Days(start_on=ends[0], end_on=ends[1], text=None), features=features)


@lru_cache(maxsize=1)
def market_words(text: str) -> int:
    """Count the words of markets that an article has."""
    return len(MARKET & set(WORD.findall(text.lower())))


def measured_noun(place: Standpoint, measure: Phrase | None) -> str:
    """Return the noun of what a figure measures, or nothing."""
    words = place.sentence.within(measure.start_char, measure.end_char) if measure else []
    return head_of(words).lemma if words else ""


def named_by_publication(today: date) -> Iterator[tuple[str, Ends]]:
    """Yield the stretches of time that a text leaves to the day of its publication."""
    yield "today", (today, today)
    yield "until today", (None, today)
    yield "from today", (today, None)

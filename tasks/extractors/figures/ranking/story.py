"""An article as its figures are read: its facts by sentence, and what has been said of the figures before."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice, pairwise
from typing import Generic, TypeVar

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.noun_phrases import NounPhrase
from tasks.extractors.figures.ranking.sentences import Sentence, outside_datelines, parse_sentences, sentence_spans
from tasks.extractors.figures.ranking.spans import Ends
from tasks.extractors.figures.slots.periods import Period, without_stretches
from tasks.extractors.figures.words.context import Context
from warehouse.records import Anaphor, Article, DateExpression, Figure, Mention

CONTENT = re.compile(r"[\w%]+")
CONTENT_OR_MARK = re.compile(r"[\w%]+|[^\s\w]")
SMALL_WORDS = frozenset(
    {"a", "an", "the", "of", "in", "on", "for", "its", "their", "his", "her", "this", "that", "total"}
)
COUNTRY_KINDS = frozenset({"place", "nationality"})
"""Kinds of mentions that name a country where they have its code: `China`, `Chinese`."""
NATIONS = frozenset({"england", "scotland", "scottish", "wales", "welsh", "northern ireland"})
"""Parts of a country that are nations by themselves, with its code: Scotland's exports are not Britain's."""
FARTHEST_BACK = 30
"""Figures before one that are looked at for what it shares with them."""
ENOUGH_IN_COMMON = (2, 3)
"""Share of the longer phrase's words that both must have to say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A stretch of the article; `name` is what tells one owner from another."""

    start_char: int
    end_char: int
    text: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A stretch of time, open where an end is None, and the words of the text that name it."""

    start_on: date | None
    end_on: date | None
    text: str | None

    @property
    def ends(self) -> tuple[date | None, date | None]:
        """The first and the last day."""
        return self.start_on, self.end_on


Answer = TypeVar("Answer", Phrase, Days)
"""What a slot may hold: a measure or an owner, or a period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Generic[Answer]):
    """An answer that the text offers, and the features of its own."""

    answer: Answer
    features: Features


@dataclass(slots=True, kw_only=True)
class Told:
    """What has been said of a figure; `sentence` is the number of its sentence."""

    figure: Figure
    sentence: int
    measure: Phrase | None = None
    owner: Phrase | None = None
    period: Days | None = None
    status: str | None = None
    direction: str | None = None
    is_reference: bool = False
    confidences: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Timed:
    """A time named in the text: its period, first row and sentence, the stretches it may mean, and its features."""

    period: Period
    row: DateExpression | None
    sentence: int
    stretches: list[tuple[str, Ends]]
    features: Features


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Named:
    """A named thing of the article: its mentions and their keys, the fullest of them, and its rank in the text."""

    key: str
    mentions: list[Mention]
    keys: frozenset[str]
    fullest: Mention
    rank: int


@dataclass(eq=False, kw_only=True)
class Story:
    """The facts of an article, its sentences' offsets, those parsed by number, and the figures told of so far."""

    article: Article
    figures: list[Figure]
    dates: Sequence[DateExpression]
    mentions: list[Mention]
    anaphors: Sequence[Anaphor]
    spans: list[tuple[int, int]]
    parsed: dict[int, Sentence]
    times: list[Timed] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    phrases: dict[int, list[tuple[NounPhrase, Phrase]]] = field(default_factory=dict)

    @cached_property
    def opens(self) -> list[int]:
        """The first offset of each sentence."""
        return [start for start, _ in self.spans]

    @cached_property
    def figure_starts(self) -> list[int]:
        """The first offset of each figure."""
        return [figure.start_char for figure in self.figures]

    def sentence_of(self, offset: int) -> int:
        """Return the number of the sentence that an offset is in."""
        return bisect_right(self.opens, offset) - 1

    def parsed_at(self, offset: int) -> Sentence | None:
        """Return the parsed sentence that an offset is in."""
        return self.parsed.get(self.sentence_of(offset))

    @cached_property
    def mention_starts(self) -> list[int]:
        """The first offset of each mention."""
        return [mention.start_char for mention in self.mentions]

    @cached_property
    def named(self) -> dict[str, Named]:
        """The named things in the order of their first mention, by what tells one from another."""
        groups: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            groups.setdefault(name_of(mention), []).append(mention)
        return {
            key: Named(
                key=key,
                mentions=mentions,
                keys=frozenset(mention.key for mention in mentions),
                fullest=max(mentions, key=fullness),
                rank=rank,
            )
            for rank, (key, mentions) in enumerate(groups.items())
        }

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that the article names, in small letters."""
        return frozenset(mention.text.lower() for mention in self.mentions if mention.kind == "place")

    @cached_property
    def pairs(self) -> list[Phrase]:
        """The stretches that name two countries together, where the article so names no others: `Ys and Thule`."""
        found: list[Phrase] = []
        sides: set[frozenset[str | None]] = set()
        for one, other in pairwise(self.mentions):
            is_pair = one.kind == other.kind == "place" and one.country_code != other.country_code
            if is_pair and self.article.text[one.end_char : other.start_char] == " and ":
                text = self.article.text[one.start_char : other.end_char]
                found.append(Phrase(start_char=one.start_char, end_char=other.end_char, text=text, name=text.lower()))
                sides.add(frozenset({one.country_code, other.country_code}))
        return found if len(sides) == 1 and None not in next(iter(sides)) else []

    @cached_property
    def lead_words(self) -> frozenset[str]:
        """The words of the first sentence, in small letters."""
        return frozenset(CONTENT.findall(self.article.text[slice(*self.spans[0])].lower()))

    @cached_property
    def times_by_sentence(self) -> dict[int, list[Timed]]:
        """The times that the text names, by the number of their sentence."""
        found: dict[int, list[Timed]] = {}
        for time in self.times:
            found.setdefault(time.sentence, []).append(time)
        return found

    @cached_property
    def named_times(self) -> dict[Ends, list[int]]:
        """The numbers of the sentences that name a stretch of time, by all that each time may mean."""
        found: dict[Ends, list[int]] = {}
        for time in self.times:
            for _, ends in time.stretches:
                found.setdefault(ends, []).append(time.sentence)
        return found

    def latest(self, count: int, is_wanted: Callable[[Told], object]) -> list[Told]:
        """Return what was told of the last figures that are wanted, at most `count`, the latest first."""
        recent = (told for told in reversed(self.told[-FARTHEST_BACK:]) if is_wanted(told))
        return list(islice(recent, count))

    @cached_property
    def anaphors_by_sentence(self) -> dict[int, list[Anaphor]]:
        """The phrases that stand for somebody named, by the number of their sentence."""
        found: dict[int, list[Anaphor]] = {}
        for anaphor in self.anaphors:
            found.setdefault(self.sentence_of(anaphor.start_char), []).append(anaphor)
        return found

    def anaphors_in(self, sentence: Sentence, mention_keys: frozenset[str]) -> list[Anaphor]:
        """Return the phrases of a sentence that stand for one of these mentions."""
        here = self.anaphors_by_sentence.get(sentence.number, ())
        return [anaphor for anaphor in here if anaphor.mention_id in mention_keys]

    def mentions_within(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin in a stretch of the text."""
        return self.mentions[bisect_right(self.mention_starts, start - 1) : bisect_right(self.mention_starts, end - 1)]

    @cached_property
    def date_starts(self) -> list[int]:
        """The first offset of each time expression."""
        return [row.start_char for row in self.dates]

    def dates_within(self, start: int, end: int) -> Sequence[DateExpression]:
        """Return the time expressions that begin in a stretch of the text."""
        return self.dates[bisect_left(self.date_starts, start) : bisect_left(self.date_starts, end)]

    @cached_property
    def dated_words(self) -> dict[int, frozenset[int]]:
        """The words of time expressions, by the number of their sentence."""
        found: dict[int, set[int]] = {}
        for row in self.dates:
            sentence = self.parsed_at(row.start_char)
            if sentence:
                words = sentence.within(row.start_char, row.end_char)
                found.setdefault(sentence.number, set()).update(word.index for word in words)
        return {number: frozenset(words) for number, words in found.items()}


def read_story(
    context: Context,
    figures: Sequence[Figure],
    *,
    dates: Sequence[DateExpression],
    mentions: Sequence[Mention],
    anaphors: Sequence[Anaphor],
) -> Story:
    """Parse the sentences of an article's figures, and lay its facts beside them, but those of a dateline."""
    ordered = sorted(figures, key=lambda figure: figure.start_char)
    spans = sentence_spans(context)
    parsed = parse_sentences(context.article, ordered, spans)
    return Story(
        article=context.article,
        figures=ordered,
        dates=outside_datelines(context, without_stretches(dates)),
        mentions=sorted(outside_datelines(context, mentions), key=lambda mention: mention.start_char),
        anaphors=anaphors,
        spans=spans,
        parsed={sentence.number: sentence for sentence in parsed},
    )


def name_of(mention: Mention) -> str:
    """Return what tells one named thing from another: its entity, its country, or what it goes by in the article."""
    is_whole = mention.kind in COUNTRY_KINDS and mention.text.lower() not in NATIONS
    return mention.entity_id or (is_whole and mention.country_code) or mention.name


def fullness(mention: Mention) -> tuple[bool, int, int]:
    """Order the mentions of one thing: a country's own name, the one with most words, the first of those."""
    return mention.kind != "nationality", len(mention.text.split()), -mention.start_char


def phrase_of(text: str | None, start: int | None, end: int | None) -> Phrase | None:
    """Return a phrase that the rules found; None where they found none."""
    if text is None or start is None or end is None:
        return None
    return Phrase(start_char=start, end_char=end, text=text, name=text.lower())


@lru_cache(maxsize=65_536)
def content_words(phrase: str) -> frozenset[str]:
    """Return the words of a phrase that carry its meaning, in the singular."""
    words = CONTENT.findall(phrase.lower().replace("’s", "").replace("'s", ""))
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words) - SMALL_WORDS


def are_alike(one: str, other: str) -> bool:
    """Tell whether two phrases say the same: the same words of content, or two in three of the longer one's."""
    first, second = content_words(one), content_words(other)
    part, whole = ENOUGH_IN_COMMON
    is_near = whole * len(first & second) >= part * max(len(first), len(second))
    return first == second or (bool(first and second) and is_near)

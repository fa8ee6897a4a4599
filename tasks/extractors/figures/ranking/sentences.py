"""Sentences as parsed: words with their places in the article, how they hang together, and the figures among them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from tasks.extractors.figures.ranking.readings import Reading, read_sentence
from tasks.extractors.figures.words.context import Context
from tasks.extractors.model import parse
from tasks.extractors.vocabulary.datelines import certain_datelines
from warehouse.records import Article, Fact, Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc

FactT = TypeVar("FactT", bound=Fact)

LONGEST_SENTENCE = 1_500
"""Characters of a sentence; longer ones are lists or no prose, which a parser reads neither well nor fast."""
VERBS = frozenset({"VERB", "AUX"})
UNTOLD = frozenset({"ordinal"})
"""Kinds of figures of which nothing is told but their rank."""
NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Word:
    """A word of a parse; `head`, `left` and `right` are indices: what it hangs on, the edges of what hangs on it.

    `label` is how it hangs on its head; a preposition has one of its own, with its name.
    """

    index: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    label: str
    head: int
    left: int
    right: int
    is_glued: bool
    start_char: int
    end_char: int


@dataclass(eq=False)
class Sentence:
    """The words of a sentence, those of each figure in it by the figure's key, and its number in the article."""

    start_char: int
    end_char: int
    number: int
    words: list[Word]
    figures: list[Figure]
    left_out: set[str]

    @cached_property
    def ways_up(self) -> list[list[int]]:
        """For each word, itself and all that it hangs on, up to the root."""
        return [list(way_up(self.words, word.index)) for word in self.words]

    @cached_property
    def places(self) -> dict[str, list[Word]]:
        """The words of each figure that the parser read."""
        found = {one.key: self.within(one.start_char, one.end_char) for one in self.figures}
        return {key: words for key, words in found.items() if words and key not in self.left_out}

    @cached_property
    def figure_at(self) -> dict[int, str]:
        """The figure's key, for each word of a figure."""
        return {word.index: key for key, words in self.places.items() for word in words}

    @cached_property
    def starts(self) -> list[int]:
        """The first offset of each word."""
        return [word.start_char for word in self.words]

    def within(self, start: int, end: int) -> list[Word]:
        """Return the words that overlap a stretch of the article."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_left(self.starts, end)
        return [word for word in self.words[first:last] if word.start_char < end and word.end_char > start]

    def above(self, index: int) -> Iterator[Word]:
        """Yield a word and all that it hangs on, upwards."""
        return (self.words[step] for step in self.ways_up[index])

    def hangs_on(self, index: int, head: int) -> bool:
        """Tell whether a word hangs on another, directly or not."""
        return index != head and head in self.ways_up[index]

    def children(self, index: int) -> Iterator[Word]:
        """Yield what hangs directly on a word."""
        word = self.words[index]
        return (one for one in self.words[word.left : word.right + 1] if one.head == index and one.index != index)


def way_up(words: Sequence[Word], index: int) -> Iterator[int]:
    """Yield the index of a word and of all that it hangs on."""
    yield index
    while words[index].head != index:
        index = words[index].head
        yield index


def head_of(words: Sequence[Word]) -> Word:
    """Return the word of a stretch that the others hang on: the last that hangs on none of them."""
    inside = {word.index for word in words}
    tops = [word for word in words if word.head not in inside or word.head == word.index]
    return tops[-1] if tops else words[-1]


def sentence_spans(context: Context) -> list[tuple[int, int]]:
    """Return the first and last offset of each sentence of an article's body, a dateline before it left out."""
    firsts = sorted(set(context.starts))
    ends = [context.ends[first] for first in firsts]
    tokens = context.tokens
    spans = [(tokens[first].start, tokens[last - 1].end) for first, last in zip(firsts, ends, strict=True)]
    left_out = certain_datelines(context.article.text)
    return [(next((high for low, high in left_out if low <= start < high < end), start), end) for start, end in spans]


def outside_datelines(context: Context, facts: Iterable[FactT]) -> list[FactT]:
    """Return the facts that do not stand in a dateline of the article."""
    left_out = certain_datelines(context.article.text)
    return [
        fact
        for fact in facts
        if fact.rule != "dateline" and not any(low <= fact.start_char < high for low, high in left_out)
    ]


def parse_sentences(article: Article, figures: Sequence[Figure], spans: Sequence[tuple[int, int]]) -> list[Sentence]:
    """Parse, in one batch, the sentences with figures to tell of; what is too long for the parser is left out.

    `spans` are the offsets of all the article's sentences; the figures are in the order of the text.
    """
    wanted = []
    starts = [figure.start_char for figure in figures]
    for number, (start, end) in enumerate(spans):
        inside = figures[bisect_left(starts, start) : bisect_left(starts, end)]
        if end - start < LONGEST_SENTENCE and any(figure.kind not in UNTOLD for figure in inside):
            wanted.append((number, start, end, inside, read_sentence(article.text, start, end, inside)))
    documents = parse([reading.text for *_, reading in wanted])
    return [
        Sentence(start, end, number, words_of(document, reading, end), list(inside), reading.left_out)
        for (number, start, end, inside, reading), document in zip(wanted, documents, strict=True)
    ]


def words_of(document: "Doc", reading: Reading, end: int) -> list[Word]:
    """Return the words of a parse, placed in the article; `end` is the offset after the sentence."""
    offsets = [*reading.offsets, end]
    return [
        Word(
            index=token.i,
            text=token.text,
            lower=token.lower_,
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            label=f"prep:{token.lower_}" if token.dep_ == "prep" else token.dep_,
            head=token.head.i,
            left=token.left_edge.i,
            right=token.right_edge.i,
            is_glued=not token.whitespace_,
            start_char=offsets[token.idx],
            end_char=offsets[token.idx + len(token) - 1] + 1,
        )
        for token in document
    ]

"""What a figure may measure: the noun phrases of its sentence, and what the figures before it measure."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.noun_phrases import OPENERS, NounPhrase, noun_phrases
from tasks.extractors.figures.ranking.sentences import Sentence
from tasks.extractors.figures.ranking.story import CONTENT_OR_MARK, Candidate, Phrase, Story, Told, are_alike
from tasks.extractors.figures.ranking.ways import Standpoint, way_features
from tasks.extractors.figures.slots.measures import AGGREGATES
from tasks.extractors.figures.words.word_lists import word_list
from warehouse.records import Figure, Mention

CARRIED_FROM = 5
"""How many figures before one may hand their measure on."""
RECENT = 3
BARE = word_list("measure_candidates.bare")
"""Nouns that alone say nothing of what is measured: `the |total| was 40`; on the labels right 8 times in 362."""
TELLING = word_list("measure_candidates.telling")
"""Words between two figures that say how the second hangs on the first."""
WORDS_LOOKED_AT = 12
NUMERAL = re.compile(r"\W*[\d.,]+\W*[a-z]{0,2}\W*|[A-Z]")
"""A number that no figure was made of, or the letter of an interview, which measure nothing: `300m`, `A`."""
ESTIMATING = frozenset({"put", "estimate", "reckon"})
SUFFIX = 3
WIDEST_NAME = 100
"""Characters before a stretch in which a name that reaches into it begins."""


def measure_features(place: Standpoint) -> Features:
    """Return what all candidates of a figure share."""
    return place.features | {"no measure by rule": int(place.figure.measure is None)}


def measure_candidates(story: Story, place: Standpoint) -> list[Candidate[Phrase]]:
    """Return the phrases that a figure may measure."""
    before = story.latest(CARRIED_FROM, lambda told: told.measure)
    return [*named_here(story, place, before), *carried(story, place.figure, before)]


def named_here(story: Story, place: Standpoint, before: Sequence[Told]) -> Iterator[Candidate[Phrase]]:
    """Yield the noun phrases of a figure's sentence."""
    sentence = place.sentence
    phrases = phrases_in(story, sentence)
    heads = sorted({noun_phrase.head.index for noun_phrase, _ in phrases})
    recent = {told.measure.text for told in before[:RECENT] if told.measure}
    ways: dict[int, Features] = {}
    for noun_phrase, phrase in phrases:
        head = noun_phrase.head
        if head.dep == "dative" or (head.dep == "nsubj" and sentence.words[head.head].lemma in ESTIMATING):
            continue  # whom something is owed, paid or lent; who puts it at so much
        if head.lemma in BARE and phrase.text.lower() == head.lower:
            continue
        if NUMERAL.fullmatch(phrase.text) or is_of_next(story, place.figure, phrase):
            continue
        if head.index not in ways:
            ways[head.index] = head_features(place, noun_phrase, heads=heads)
        features = ways[head.index] | form_features(story, place, noun_phrase, phrase)
        if any(are_alike(phrase.text, text) for text in recent):
            features["was measured before"] = 1
        yield Candidate(answer=phrase, features=features)


def is_of_next(story: Story, figure: Figure, phrase: Phrase) -> bool:
    """Tell whether a phrase behind `on` is what the next figure is of: earned `$5 on |sales| of $40`."""
    behind = bisect_left(story.figure_starts, phrase.end_char)
    following = next(iter(story.figures[behind : behind + 1]), None)
    if following is None or phrase.start_char < figure.end_char:
        return False
    text = story.article.text
    is_on = text.endswith("on ", figure.end_char, phrase.start_char)
    return is_on and text[phrase.end_char : following.start_char].split()[:1] == ["of"]


def phrases_in(story: Story, sentence: Sentence) -> list[tuple[NounPhrase, Phrase]]:
    """Return the noun phrases of a sentence with their places; those that the article writes otherwise are left out."""
    cached = story.phrases.get(sentence.number)
    if cached is None:
        closed = story.dated_words.get(sentence.number, frozenset())
        pairs = ((one, placed(story, sentence, one)) for one in noun_phrases(sentence, closed=closed))
        cached = story.phrases[sentence.number] = [(one, phrase) for one, phrase in pairs if phrase]
    return cached


def placed(story: Story, sentence: Sentence, noun_phrase: NounPhrase) -> Phrase | None:
    """Return a phrase as the article writes it; None where a bracket that the parser was spared stands in it.

    None too where it begins within a word that the parser cut: the `-M` of `Topol-M`.
    """
    words = sentence.words[noun_phrase.first : noun_phrase.last]
    start, end = words[0].start_char, words[-1].end_char
    text = story.article.text[start:end]
    if text[0] in "-–" or "".join(text.split()) != "".join(word.text.strip() for word in words):
        return None
    return Phrase(start_char=start, end_char=end, text=text, name=text.lower())


def head_features(place: Standpoint, noun_phrase: NounPhrase, *, heads: Sequence[int]) -> Features:
    """Return the features of a phrase's noun and of the way to it."""
    head, figure = noun_phrase.head, place.figure
    first, last = place.words[0].index, place.words[-1].index
    low, high = (head.index, first) if head.index < first else (last, head.index)
    unit = figure.unit.split()[-1].lower() if figure.unit else None
    features = way_features(place, head) | {
        "nouns between": sum(low < one < high for one in heads),
        f"noun={head.lemma}": 1,
        f"ending={head.lemma[-SUFFIX:]}": 1,
        "is name": int(head.pos == "PROPN"),
        "is plural": int(head.tag in ("NNS", "NNPS")),
        "is counted": int(figure.kind in ("count", "rate") and head.lemma == unit),
        "is subject": int(place.subject is not None and place.subject.index == head.index),
        "is an aggregate": int(head.lower in AGGREGATES),
    }
    if place.verb and head.head == place.verb.index:
        features[f"to the verb={head.dep}"] = 1
    return features


def form_features(story: Story, place: Standpoint, noun_phrase: NounPhrase, phrase: Phrase) -> Features:
    """Return the features of how a phrase is cut and what it begins with."""
    words, first = place.sentence.words, noun_phrase.first
    features = {
        f"form={noun_phrase.form}": 1,
        "words": noun_phrase.last - first,
        f"name in it={named_in(story, phrase.start_char, phrase.end_char)}": 1,
        f"determiner={determiner(place.sentence, first)}": 1,
        "begins with adjective": int(words[first].pos == "ADJ"),
        "begins with capital": int(words[first].text[0].isupper()),
    }
    if place.figure.measure:
        features["is the rule's"] = int(are_alike(place.figure.measure, phrase.text))
    return features


def named_in(story: Story, start: int, end: int) -> str:
    """Return the kind of the first name that overlaps a stretch, with `, all` where it is all of it."""
    mention = first_mention(story, start, end)
    if mention is None:
        return "none"
    return f"{mention.kind}{', all' if mention.start_char <= start and mention.end_char >= end else ''}"


def first_mention(story: Story, start: int, end: int) -> Mention | None:
    """Return the first mention that overlaps a stretch of the text."""
    around = story.mentions_within(start - WIDEST_NAME, end)
    return next((mention for mention in around if mention.end_char > start), None)


def determiner(sentence: Sentence, first: int) -> str:
    """Return what stands before a phrase: an article or hedge by its name, `possessive`, or `other`."""
    if not first:
        return "other"
    before = sentence.words[first - 1]
    if before.lower in OPENERS:
        return before.lower
    return "possessive" if before.tag in ("POS", "PRP$") else "other"


def carried(story: Story, figure: Figure, before: Sequence[Told]) -> Iterator[Candidate[Phrase]]:
    """Yield what the figures before one measure, each phrase once."""
    seen: set[str] = set()
    for back, told in enumerate(before):
        if told.measure and told.measure.text not in seen:
            seen.add(told.measure.text)
            features = carried_features(story, figure, told) | {"figures back": back}
            if figure.measure:
                features["is the rule's"] = int(are_alike(figure.measure, told.measure.text))
            yield Candidate(answer=told.measure, features=features)


def carried_features(story: Story, figure: Figure, told: Told) -> Features:
    """Return how a figure stands to one before it whose measure it may share."""
    other = told.figure
    gap = CONTENT_OR_MARK.findall(story.article.text[other.end_char : figure.start_char].lower())
    features = {
        "is carried": 1,
        "sentences back": story.sentence_of(figure.start_char) - told.sentence,
        "same unit": int(other.unit == figure.unit),
        "same kind": int(other.kind == figure.kind),
        f"kind before={other.kind}": 1,
        f"gap begins={gap[0] if gap else ''}": 1,
        f"gap ends={gap[-1] if gap else ''}": 1,
        "gap": len(gap),
        "times apart": orders_apart(figure.value, other.value),
    }
    return features | {f"in gap={word}": 1 for word in set(gap[:WORDS_LOOKED_AT]) & TELLING}


def orders_apart(value: Decimal, other: Decimal) -> int:
    """Return how far two values are apart, in tenths of the order of magnitude; 0 where one of them is 0."""
    if not value or not other:
        return 0
    return round(10 * abs(math.log10(abs(value)) - math.log10(abs(other))))

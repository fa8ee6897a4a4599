"""What stands right beside a figure or its measure: nouns and names of clauses without a verb, owners, candidates."""

import re
from itertools import pairwise

from tasks.extractors.figures.ranking.measure_candidates import BARE, phrases_in
from tasks.extractors.figures.ranking.story import COUNTRY_KINDS, Phrase, Story, Told, name_of, phrase_of
from tasks.extractors.figures.ranking.ways import Standpoint
from tasks.extractors.figures.words.word_lists import word_list
from warehouse.records import Figure, Mention

OWNING = frozenset({"person", "organization", "place"})
"""Kinds of names that own figures."""
ACTING = frozenset({"person", "organization"})
NATIONAL = word_list("beside.national")
"""Nouns, in the singular, for what a country has as a whole."""
JOINT = re.compile(r"(?:\s+[\w'’/.-]+){0,5}?(?:[,;]|,?\s+(?:and|while|but))\s+(?:(?:the|its|his|her|their|an?)\s+)?")
"""Between a figure and a clause that leaves its verb out: ` in May, and its `."""
TURNING = frozenset(
    {"change", "reduction", "increase", "rise", "drop", "fall", "gain", "equivalent", "group", "number"}
)
"""Nouns for what a figure is, not for what is measured: `$5, a |reduction| of 10 percent`."""
HEDGED = r"(?:(?:an?|about|around|some|nearly|almost|only|just|another)\s+)*"
GAP = re.compile(rf"(?:['’]s?)?,?\s+(?:at\s+)?{HEDGED}")
"""Between a name and a figure without a verb: `Ruston |about| $3 million`, `Estonia|'s, |4,300`."""
GAP_OF_NOUN = re.compile(rf"(?:\s*[-–—:,])?\s+(?:(?:of|to|at|by)\s+)?{HEDGED}")
"""The same between what is measured and a figure: `imports |- |$5`, `and a profit |of |$5`."""
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\s+(?:[a-z-]+\s+){0,2}")
"""Between an owner and what is measured: `Norvik|'s net |profit`."""
MEASURED = re.compile(
    rf"(?:[,;]|\b(?:and|while|but))\s+(?:(?:its|the)\s+)?({'|'.join(sorted(word_list('gapping.money_nouns')))})\b"
)
FOR = re.compile(r"(?:\s+(?:would|will)\s+vote|\s+voted|\s+votes?)?\s+for\s+(?:the\s+)?")
VOTE = re.compile(r"\b(?:vote[sd]?|voting|voters?|polls?|ballots?)\b")
OR = re.compile(rf"(?:\s[a-z]+){{0,2}},?\sor\s{HEDGED}")
"""Between a figure and one that restates it: `13,000 |tons, or about| 57 percent`."""
REACH = 60
"""Characters around what is measured, or behind a share, in which its owner is looked for."""


def gapped_measure(story: Story, place: Standpoint) -> Phrase | None:
    """Return the noun phrase between a comma or `and` and a figure, in a clause that leaves its verb out.

    `Exports came to $5 billion, |imports| to $3 billion`. On the labels such a one is measured 31 times in 33.
    """
    last, figure, text = last_here(story, place.figure), place.figure, story.article.text
    if last is None:
        return None
    noun = MEASURED.search(text, last.figure.end_char, figure.start_char)  # a parser may take it for a verb
    found = (
        phrase_of(noun[1], *noun.span(1))
        if noun and GAP_OF_NOUN.fullmatch(text, noun.end(1), figure.start_char)
        else None
    )
    for noun_phrase, phrase in phrases_in(story, place.sentence):
        if phrase.start_char < last.figure.end_char or phrase.end_char > figure.start_char:
            continue
        is_noun = noun_phrase.head.pos == "NOUN" and noun_phrase.head.lemma not in BARE | TURNING
        is_gap = GAP_OF_NOUN.fullmatch(text, phrase.end_char, figure.start_char)
        if is_noun and is_gap and JOINT.fullmatch(text, last.figure.end_char, phrase.start_char):
            found = phrase if found is None or len(phrase.text) > len(found.text) else found
    return found


def gapped_owner(story: Story, figure: Figure) -> Phrase | None:
    """Return the name between a comma or `and` and a figure, in a clause that leaves its verb out.

    `Norvik earned $2 million and |Ruston| $3 million`.
    """
    last, text = last_here(story, figure), story.article.text
    if last is None or last.figure.unit != figure.unit:
        return None
    for mention in story.mentions_within(last.figure.end_char, figure.start_char):
        parted = JOINT.fullmatch(text, last.figure.end_char, mention.start_char)
        if parted and mention.kind in OWNING and GAP.fullmatch(text, mention.end_char, figure.start_char):
            return named(mention)
    return None


def owner_before(story: Story, figure: Figure, measure: Phrase) -> Phrase | None:
    """Return the owner whose possessive stands before what is measured, or the two that a hyphen joins there.

    `|Norvik|'s sales`, `|Russian-Chinese| trade`. On the labels the first is right 145 times in 157.
    """
    text, first = story.article.text, measure.start_char
    if story.sentence_of(first) != story.sentence_of(figure.start_char):
        return None
    near = story.mentions_within(first - REACH, measure.end_char)
    is_named = any(one.kind in OWNING and one.start_char >= first for one in near)
    for mention in near:
        if mention.kind in OWNING and not is_named and POSSESSIVE.fullmatch(text, mention.end_char, first):
            return named(mention)
    for one, other in pairwise(near):
        is_pair = one.kind == other.kind and text[one.end_char : other.start_char] == "-"
        if is_pair and (one.start_char == first or text[other.end_char : first].isspace()):
            return phrase_of(text[one.start_char : other.end_char], one.start_char, other.end_char)
    return None


def country_of_measure(story: Story, figure: Figure, measure: Phrase) -> Phrase | None:
    """Return the country whose adjective opens what is measured, of nouns of whole countries: `|Dutch| exports rose`.

    Not where a body or somebody is named before in the sentence, whose it may be.
    """
    first = measure.start_char
    number = story.sentence_of(first)
    words = measure.text.lower().split()
    is_far = number != story.sentence_of(figure.start_char)
    if is_far or figure.kind == "duration" or words[-1].rstrip("s") not in NATIONAL:
        return None
    near = story.mentions_within(first - REACH, measure.end_char)
    country = next((one for one in near if is_its_country(story, one, measure)), None)
    others = story.mentions_within(story.spans[number][0], country.start_char) if country else []
    if country is None or any(one.kind in ACTING for one in others):
        return None
    return named(country if country.kind == "place" else story.named[name_of(country)].fullest)


def is_its_country(story: Story, mention: Mention, measure: Phrase) -> bool:
    """Tell whether a mention names a country, and opens a measure or stands right before it."""
    is_first = mention.start_char == measure.start_char and mention.end_char < measure.end_char
    is_before = story.article.text[mention.end_char : measure.start_char] == " "
    return mention.country_code is not None and mention.kind in COUNTRY_KINDS and (is_first or is_before)


def voted_for(story: Story, figure: Figure) -> Phrase | None:
    """Return whom a share of votes is for: `21 percent would vote for |Orlov|, 12 percent for |Lobov|`."""
    opens, closes = story.spans[story.sentence_of(figure.start_char)]
    if figure.kind != "percent" or not VOTE.search(story.article.text, opens, closes):
        return None
    for mention in story.mentions_within(figure.end_char, min(figure.end_char + REACH, closes)):
        if mention.kind in OWNING and FOR.fullmatch(story.article.text, figure.end_char, mention.start_char):
            return named(mention)
    return None


def last_here(story: Story, figure: Figure) -> Told | None:
    """Return what was told of the figure before one, where that stands in its sentence."""
    last = story.told[-1] if story.told else None
    return last if last and last.sentence == story.sentence_of(figure.start_char) else None


def restated(story: Story, figure: Figure) -> Told | None:
    """Return what was told of the figure before one that only says it otherwise: `13,000 tons, or |57 percent`."""
    last = last_here(story, figure)
    return last if last and OR.fullmatch(story.article.text, last.figure.end_char, figure.start_char) else None


def named(mention: Mention) -> Phrase | None:
    """Return a mention as a phrase."""
    return phrase_of(mention.text, mention.start_char, mention.end_char)

"""Whose a figure may be: the named things around it, noun phrases of its sentence, and the owners before it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.measure_candidates import SUFFIX, determiner, named_in, phrases_in
from tasks.extractors.figures.ranking.noun_phrases import NounPhrase
from tasks.extractors.figures.ranking.sentences import Sentence, Word, head_of
from tasks.extractors.figures.ranking.story import Candidate, Named, Phrase, Story, Told, are_alike, name_of, phrase_of
from tasks.extractors.figures.ranking.ways import Standpoint, dependency_way, way_features
from tasks.extractors.figures.words.word_lists import word_list
from warehouse.records import Figure, Mention

PRONOUNS = word_list("owner_candidates.pronouns")
BODIES = word_list("owner_candidates.bodies")
"""Nouns by which a text calls a body that it has named: `the company`."""
FORMS = frozenset({"base", "cut", "joined behind", "with of", "with in"})
RECENT = 4
CARRIED_FROM = 3
NEAREST_NAMES, MOST_MENTIONS = 12, 100
"""Named things before a figure that may own it, the nearest ones, and the mentions among which they are sought."""
FAR_SENTENCES, FAR_NAMES, FAR_CHARS = 9, 50, 9_999
"""What counts as the distance of a name that stands nowhere before the figure."""


@dataclass(eq=False, kw_only=True)
class Measured:
    """Where a figure stands, and the words of its sentence that say what it measures, if they do."""

    place: Standpoint
    words: list[Word]

    @cached_property
    def head(self) -> Word | None:
        """The noun of the measure."""
        return head_of(self.words) if self.words else None

    @cached_property
    def possessor(self) -> Word | None:
        """The word before the measure that says whose it is: `Latvia| 's exports`, `|its exports`."""
        first = self.words[0].index if self.words else 0
        if not first:
            return None
        before = self.place.sentence.words[first - 1]
        if before.tag == "POS":
            return self.place.sentence.words[max(first - 2, 0)]
        return before if before.tag == "PRP$" else None


def measured(place: Standpoint, measure: Phrase | None) -> Measured:
    """Return where a figure stands with the words of its measure."""
    return Measured(place=place, words=place.sentence.within(measure.start_char, measure.end_char) if measure else [])


def owner_features(around: Measured) -> Features:
    """Return what all candidates of a figure share."""
    subject, possessor = around.place.subject, around.possessor
    features = around.place.features | {
        "subject is pronoun": int(subject is not None and subject.lower in PRONOUNS),
        "subject is body": int(subject is not None and subject.lemma in BODIES),
        "measure has possessor": int(possessor is not None),
        "measure has pronoun": int(possessor is not None and possessor.tag == "PRP$"),
    }
    return features | {f"subject is={subject.pos}": 1} if subject else features


def owner_candidates(story: Story, around: Measured) -> list[Candidate[Phrase]]:
    """Return what a figure may belong to."""
    figure = around.place.figure
    before = story.latest(RECENT, lambda told: told.owner)
    found = [
        Candidate(
            answer=Phrase(
                start_char=named.fullest.start_char,
                end_char=named.fullest.end_char,
                text=named.fullest.text,
                name=named.key,
            ),
            features=name_features(story, named, around, before=before),
        )
        for named in near(story, figure)
    ]
    found += unnamed_owners(story, around)
    found += owners_before(story, figure, before, known={one.answer.name for one in found})
    return with_owner_by_rule(figure, found)


def with_owner_by_rule(figure: Figure, found: list[Candidate[Phrase]]) -> list[Candidate[Phrase]]:
    """Mark the candidates that say what the rules do, and add the rules' owner where none does."""
    ruled = phrase_of(figure.measured_of, figure.measured_of_start_char, figure.measured_of_end_char)
    if ruled is None:
        return found
    marked = [(one, are_alike(one.answer.text, ruled.text)) for one in found]
    answered = [
        Candidate(answer=one.answer, features=one.features | {"is the rule's": 1 if same else -1})
        for one, same in marked
    ]
    is_there = any(same for _, same in marked)
    return answered if is_there else [*answered, Candidate(answer=ruled, features={"is the rule's": 2})]


def near(story: Story, figure: Figure) -> list[Named]:
    """Return the named things that may own a figure: of its sentence, of the first one, and the nearest before it."""
    start, end = story.spans[story.sentence_of(figure.start_char)]
    names = {
        name_of(mention) for mention in (*story.mentions_within(start, end), *story.mentions_within(*story.spans[0]))
    }
    nearest: set[str] = set()
    before = bisect_left(story.mention_starts, figure.start_char)
    for mention in reversed(story.mentions[max(0, before - MOST_MENTIONS) : before]):
        if len(nearest) < NEAREST_NAMES:
            nearest.add(name_of(mention))
    named = (story.named[name] for name in names | nearest)
    return sorted((one for one in named if may_own(one, figure)), key=lambda one: one.rank)


def may_own(named: Named, figure: Figure) -> bool:
    """Tell whether a count can be that of a named thing: weapons are what is counted, `six Kilo submarines`."""
    return not (figure.kind == "count" and named.fullest.kind == "weapon")


def name_features(story: Story, named: Named, around: Measured, *, before: Sequence[Told]) -> Features:
    """Return the features of a named thing as the owner of a figure."""
    figure = around.place.figure
    return {
        "is named": 1,
        f"kind of name={named.fullest.kind}": 1,
        "rank of name": named.rank,
        "mentions": len(named.mentions),
        "is in the lead": int(named.mentions[0].start_char < story.spans[0][1]),
        "is country": int(named.fullest.country_code is not None),
        **distance_features(story, figure, named),
        **owned_before(story, figure, named.key, before),
        **local_features(story, named, around),
    }


def distance_features(story: Story, figure: Figure, named: Named) -> Features:
    """Return how far before a figure a thing is named, and what is named between."""
    earlier = bisect_left(named.mentions, figure.start_char, key=place_of)
    if not earlier:
        return {"sentences back": FAR_SENTENCES, "characters back": FAR_CHARS, "names between": FAR_NAMES}
    last = named.mentions[earlier - 1]
    between = story.mentions_within(last.start_char + 1, figure.start_char)
    sentence = story.sentence_of(figure.start_char)
    return {
        "mentions before": earlier,
        "sentences back": sentence - story.sentence_of(last.start_char),
        "characters back": figure.start_char - last.start_char,
        "names between": len({mention.name for mention in between}),
        "is last of its kind": int(all(mention.kind != named.fullest.kind for mention in between)),
    }


def place_of(mention: Mention) -> int:
    """Return where a mention begins."""
    return mention.start_char


def owned_before(story: Story, figure: Figure, name: str, before: Sequence[Told]) -> Features:
    """Return how lately a thing was found to own a figure."""
    names = [told.owner.name for told in before if told.owner]
    if name not in names:
        return {}
    back = names.index(name)
    sentence = story.sentence_of(figure.start_char)
    return {
        "owned before": 1,
        "owned figures back": back,
        "owned in this sentence": int(before[back].sentence == sentence),
        "owned last": int(back == 0),
    }


def local_features(story: Story, named: Named, around: Measured) -> Features:
    """Return the features of a thing that the figure's sentence names, or stands for without its name."""
    place = around.place
    sentence = place.sentence
    low = bisect_left(named.mentions, sentence.start_char, key=place_of)
    here = named.mentions[low : bisect_left(named.mentions, sentence.end_char, key=place_of)]
    features = {"mentions in sentence": len(here)} | anaphor_features(story, named, around)
    places = [(one, words) for one in here if (words := sentence.within(one.start_char, one.end_char))]
    if not places:
        return features
    best, words = min(places, key=lambda pair: nearness(place, *pair))
    features |= word_features(around, head_of(words))
    return features | {"is nationality": int(best.kind == "nationality")}


def nearness(place: Standpoint, mention: Mention, words: list[Word]) -> tuple[bool, int]:
    """Order the mentions of one thing in a sentence: the subject first, then the nearest to the figure."""
    is_subject = place.subject is not None and head_of(words).index == place.subject.index
    return not is_subject, abs(mention.start_char - place.figure.start_char)


def anaphor_features(story: Story, named: Named, around: Measured) -> Features:
    """Return whether a phrase of the figure's sentence stands for a thing, and where it stands."""
    sentence, subject, possessor = around.place.sentence, around.place.subject, around.possessor
    features: Features = {}
    for anaphor in story.anaphors_in(sentence, named.keys):
        words = sentence.within(anaphor.start_char, anaphor.end_char)
        if words:
            head = head_of(words).index
            features["is meant here"] = 1
            features["is meant by subject"] = int(subject is not None and head == subject.index)
            features["is meant by possessor"] = int(possessor is not None and head == possessor.index)
    return features


def word_features(around: Measured, word: Word) -> Features:
    """Return the features of the way from a figure, and from its measure, to a word."""
    place, subject = around.place, around.place.subject
    features = dict(way_features(place, word))
    features["is subject"] = int(subject is not None and subject.index == word.index)
    features["is over subject"] = int(subject is not None and word.index in place.sentence.ways_up[subject.index])
    if place.verb and word.head == place.verb.index:
        features[f"to the verb={word.dep}"] = 1
    return features | measure_features(place.sentence, around, word)


def measure_features(sentence: Sentence, around: Measured, word: Word) -> Features:
    """Return how a word stands to the measure of the figure."""
    if around.head is None:
        return {}
    features = {
        "is in measure": int(around.words[0].index <= word.index <= around.words[-1].index),
        "is possessor": int(around.possessor is not None and around.possessor.index == word.index),
        "is under measure": int(sentence.hangs_on(word.index, around.head.index)),
        "is over measure": int(sentence.hangs_on(around.head.index, word.index)),
        "from measure": word.index - around.head.index,
    }
    way = dependency_way(sentence, around.head, word)
    if way:
        up, _, down = way
        features[
            f"way from measure={'>'.join(one.label for one in up[:3])}|{'>'.join(one.label for one in down[:3])}"
        ] = 1
    return features


def unnamed_owners(story: Story, around: Measured) -> Iterator[Candidate[Phrase]]:
    """Yield the noun phrases of the figure's sentence that are no name by themselves."""
    ways: dict[int, Features] = {}
    for noun_phrase, phrase in phrases_in(story, around.place.sentence):
        name = named_in(story, phrase.start_char, phrase.end_char)
        is_only_name = name.endswith(", all") and noun_phrase.form == "base"
        if noun_phrase.form in FORMS and not is_only_name:
            index = noun_phrase.head.index
            if index not in ways:
                ways[index] = word_features(around, noun_phrase.head)
            features = ways[index] | noun_features(around.place.sentence, noun_phrase, name)
            yield Candidate(answer=phrase, features=features)


def noun_features(sentence: Sentence, noun_phrase: NounPhrase, name: str) -> Features:
    """Return the features of a phrase by itself."""
    head = noun_phrase.head
    return {
        "is unnamed": 1,
        f"form={noun_phrase.form}": 1,
        "words": noun_phrase.last - noun_phrase.first,
        f"noun={head.lemma}": 1,
        f"ending={head.lemma[-SUFFIX:]}": 1,
        "is name": int(head.pos == "PROPN"),
        "is plural": int(head.tag in ("NNS", "NNPS")),
        f"name in it={name}": 1,
        f"determiner={determiner(sentence, noun_phrase.first)}": 1,
    }


def owners_before(
    story: Story, figure: Figure, before: Sequence[Told], *, known: set[str]
) -> Iterator[Candidate[Phrase]]:
    """Yield the owners of the figures before one that are not among the `known` candidates."""
    sentence = story.sentence_of(figure.start_char)
    for back, told in enumerate(before[:CARRIED_FROM]):
        if told.owner and told.owner.name not in known:
            features = {
                "is carried": 1,
                "figures back": back,
                "sentences back": sentence - told.sentence,
                "same unit": int(told.figure.unit == figure.unit),
            }
            yield Candidate(answer=told.owner, features=features)

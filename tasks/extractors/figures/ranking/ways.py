"""The way through a sentence from a figure to another word, as features."""

from dataclasses import dataclass, field
from functools import cached_property

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.sentences import VERBS, Sentence, Word, head_of
from warehouse.records import Figure

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
SHARING_CLAUSES = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "aux"})
"""Clauses that have the subject of the clause they hang on, where they have none of their own."""
MOST_CLAUSES = 6
FAR = 30
"""Length of the way between words of which neither hangs on anything of the other's."""
MARKS = frozenset(';:-()"')
MOST_FIGURES = 4
NO_PREPOSITION = "none"


@dataclass(eq=False)
class Standpoint:
    """A figure in its sentence: its words, and what they hang on."""

    sentence: Sentence
    figure: Figure
    words: list[Word]
    ways: dict[int, Features] = field(default_factory=dict)

    @cached_property
    def head(self) -> Word:
        """The word of the figure that its other words hang on."""
        return head_of(self.words)

    @cached_property
    def verb(self) -> Word | None:
        """The verb over the figure."""
        return verb_above(self.sentence, self.head)

    @cached_property
    def subject(self) -> Word | None:
        """The subject of that verb, its own or one that it shares."""
        return subject_of(self.sentence, self.verb) if self.verb else None

    @cached_property
    def features(self) -> Features:
        """The figure itself and its surroundings."""
        return figure_features(self)


def standpoint(sentence: Sentence | None, figure: Figure) -> Standpoint | None:
    """Return where a figure stands; None where the parser did not read it."""
    words = sentence.places.get(figure.key) if sentence else None
    return Standpoint(sentence=sentence, figure=figure, words=words) if sentence and words else None


def verb_above(sentence: Sentence, word: Word) -> Word | None:
    """Return the nearest verb that a word is or hangs on."""
    return next((one for one in sentence.above(word.index) if one.pos in VERBS), None)


def subject_of(sentence: Sentence, verb: Word) -> Word | None:
    """Return the subject of a verb: its own, the noun that its clause describes, or that of the clause over it."""
    for _ in range(MOST_CLAUSES):
        own = next((one for one in sentence.children(verb.index) if one.dep in SUBJECTS), None)
        if own or verb.dep in ("relcl", "acl"):
            return own or sentence.words[verb.head]
        if verb.dep not in SHARING_CLAUSES or verb.head == verb.index:
            return None
        over = verb_above(sentence, sentence.words[verb.head])
        if over is None:
            return None
        verb = over
    return None


def figure_features(place: Standpoint) -> Features:
    """Return the features of a figure by itself: its kind, the words beside it, what governs it."""
    words, figure = place.sentence.words, place.figure
    first, last = place.words[0].index, place.words[-1].index
    features = {
        f"kind={figure.kind}": 1,
        f"led by={leading_preposition(place.sentence, place.head)}": 1,
        f"figure is={place.head.label}": 1,
        f"word before={words[first - 1].lower if first else '^'}": 1,
        f"word after={words[last + 1].lower if last + 1 < len(words) else '$'}": 1,
        "number in sentence": min(list(place.sentence.places).index(figure.key), MOST_FIGURES),
    }
    if place.verb:
        features[f"verb={place.verb.lemma}"] = 1
        features[f"verb tag={place.verb.tag}"] = 1
    if figure.unit:
        features[f"unit={figure.unit.split()[-1].lower()}"] = 1
    return features


def leading_preposition(sentence: Sentence, word: Word) -> str:
    """Return the preposition that governs a word within its clause; `verb` where the verb itself does."""
    for one in sentence.above(word.index):
        if one.dep == "prep":
            return one.lower
        if one.pos in VERBS:
            return "verb"
    return NO_PREPOSITION


def way_features(place: Standpoint, word: Word) -> Features:
    """Return the features of the way from a figure to a word, found once for each word."""
    known = place.ways.get(word.index)
    if known is None:
        known = place.ways[word.index] = order_features(place, word) | dependency_features(place, word)
    return known


def order_features(place: Standpoint, word: Word) -> Features:
    """Return the features of where a word stands from a figure: before or behind, how far, and what lies between."""
    words, figure_at = place.sentence.words, place.sentence.figure_at
    first, last = place.words[0].index, place.words[-1].index
    is_before = word.index < first
    distance = first - word.index if is_before else word.index - last
    between = words[word.index + 1 : first] if is_before else words[last + 1 : word.index]
    features = {
        "is before": int(is_before),
        "distance": distance,
        "place": -distance if is_before else distance,
        f"is={word.label}": 1,
        "figures between": len({figure_at[one.index] for one in between if one.index in figure_at}),
        "verbs between": len([one for one in between if one.pos in VERBS]),
        "commas between": len([one for one in between if one.text == ","]),
        "marks between": len([one for one in between if one.text in MARKS]),
    }
    over = words[word.head]
    if word.dep == "pobj":
        features[f"governed by={over.lower}"] = 1
    if over.dep == "pobj":
        features[f"governed over it by={words[over.head].lower}"] = 1
    return features


def dependency_features(place: Standpoint, word: Word) -> Features:
    """Return the features of the dependencies between a figure and a word."""
    found = dependency_way(place.sentence, place.head, word)
    if found is None:
        return {"steps": FAR}
    up, top, down = found
    downwards = ">".join(one.label for one in down[:3])
    return {
        "steps": len(up) + len(down),
        "steps up": len(up),
        "steps down": len(down),
        f"way={'>'.join(one.label for one in up[:4])}|{downwards}": 1,
        f"way's top={'>'.join(one.dep for one in up[-2:])}|{'>'.join(one.dep for one in down[:2])}": 1,
        f"way down={'>'.join(one.label for one in down[:2])}": 1,
        f"top={top.lemma}": 1,
        f"top is={top.pos}": 1,
    }


def dependency_way(sentence: Sentence, start: Word, end: Word) -> tuple[list[Word], Word, list[Word]] | None:
    """Return the words up from `start`, the word over both, and those down to `end`; None where no word is."""
    up, down = sentence.ways_up[start.index], sentence.ways_up[end.index]
    over = {index: step for step, index in enumerate(up)}
    meeting = next((step for step, index in enumerate(down) if index in over), None)
    if meeting is None:
        return None
    words, top = sentence.words, down[meeting]
    return [words[index] for index in up[: over[top]]], words[top], [words[index] for index in reversed(down[:meeting])]

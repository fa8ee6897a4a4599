"""As what a figure is stated, and whether it went up or down: the features by which both are told."""

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.sentences import VERBS
from tasks.extractors.figures.ranking.story import Days, Story
from tasks.extractors.figures.ranking.ways import Standpoint

NONE = "none"
"""The class of figures that have no status, or no direction."""
STATUSES = ("actual", "target", "estimate", "forecast", "hypothetical", "claim", NONE)
DIRECTIONS = ("up", "down", NONE)
MOST_VERBS = 4
WORDS_BEFORE, WORDS_BEHIND, WORDS_RIGHT_BEFORE = 8, 6, 3


def stance_features(story: Story, place: Standpoint, *, period: Days | None) -> Features:
    """Return the features of a figure by which it is told as what it is stated."""
    figure, today = place.figure, story.article.published_on
    features = {
        f"status by rule={figure.status}": 1,
        f"direction by rule={figure.direction}": 1,
        f"hedge={figure.hedge}": 1,
    }
    if period and today:
        features["is to come"] = int(period.start_on is not None and period.start_on > today)
        features["ends later"] = int(period.end_on is not None and period.end_on > today)
        features["is past"] = int(period.end_on is not None and period.end_on < today)
    return features | place.features | verb_features(place) | word_features(place)


def verb_features(place: Standpoint) -> Features:
    """Return the verbs and nouns that a figure hangs on, with their auxiliaries, negations and conjunctions."""
    sentence = place.sentence
    over = list(sentence.above(place.head.index))
    features = {f"noun over={word.lemma}": 1 for word in over if word.pos == "NOUN"}
    for step, verb in enumerate([word for word in over if word.pos in VERBS][:MOST_VERBS]):
        features |= {f"verb {step}={verb.lemma}": 1, f"tag {step}={verb.tag}": 1, f"verb over={verb.lemma}": 1}
        for word in sentence.children(verb.index):
            if word.dep in ("aux", "auxpass", "mark"):
                features[f"{word.dep} {min(step, 1)}={word.lower}"] = 1
            elif word.dep == "neg":
                features[f"negated {min(step, 1)}"] = 1
    root = next((word for word in sentence.words if word.dep == "ROOT"), None)
    return features | {f"root={root.lemma}": 1, f"tag of root={root.tag}": 1} if root else features


def word_features(place: Standpoint) -> Features:
    """Return the words around a figure, and the verbs of its sentence."""
    words = place.sentence.words
    first, last = place.words[0].index, place.words[-1].index
    return {
        **{f"before: {word.lemma}": 1 for word in words[max(0, first - WORDS_BEFORE) : first]},
        **{f"right before: {word.lower}": 1 for word in words[max(0, first - WORDS_RIGHT_BEFORE) : first]},
        **{f"behind: {word.lemma}": 1 for word in words[last + 1 : last + 1 + WORDS_BEHIND]},
        **{f"in sentence: {word.lemma}": 1 for word in words if word.pos in VERBS},
    }

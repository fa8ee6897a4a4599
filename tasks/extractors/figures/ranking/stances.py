"""As what a figure is stated, and whether it went up or down: the features by which both are told."""

from tasks.extractors.figures.ranking.forests import Features
from tasks.extractors.figures.ranking.levels import level_features
from tasks.extractors.figures.ranking.sentences import VERBS, Word
from tasks.extractors.figures.ranking.story import CONTENT_OR_MARK, Story, Told, content_words
from tasks.extractors.figures.ranking.ways import Standpoint
from tasks.extractors.figures.words.word_lists import word_list

NONE = "none"
"""The class of figures that have no status, or no direction."""
STATUSES = ("actual", "target", "estimate", "forecast", "hypothetical", "claim", NONE)
DIRECTIONS = ("up", "down", NONE)
TURNS = {
    "up": word_list("directions.up_verbs") | word_list("comparatives.up_nouns") | word_list("comparatives.up_words"),
    "down": word_list("directions.down_verbs")
    | word_list("comparatives.down_nouns")
    | word_list("comparatives.down_words")
    | word_list("directions.losing_verbs"),
}
WIDER_TURNS = {"up": word_list("stances.rising"), "down": word_list("stances.falling")}
CARRYING = VERBS | {"NOUN", "ADJ", "ADV"}
"""Words that carry what a sentence says."""
NEAR = 6
"""Words between two figures that stand to each other."""
MOST_VERBS = 4
WORDS_BEFORE, WORDS_BEHIND, WORDS_RIGHT_BEFORE = 8, 6, 3


def stance_features(story: Story, place: Standpoint, told: Told) -> Features:
    """Return the features of a figure by which it is told as what it is stated; `told` is what it says besides."""
    figure, today, period = place.figure, story.article.published_on, told.period
    features = {
        f"status by rule={figure.status}": 1,
        f"direction by rule={figure.direction}": 1,
        f"hedge={figure.hedge}": 1,
    }
    if period and today:
        features["is to come"] = int(period.start_on is not None and period.start_on > today)
        features["ends later"] = int(period.end_on is not None and period.end_on > today)
        features["is past"] = int(period.end_on is not None and period.end_on < today)
    if told.measure:
        features |= {f"measured: {word}": 1 for word in content_words(told.measure.text)}
    features |= neighbour_features(story, place) | turn_features(place) | level_features(story, figure, told)
    features |= wider_turn_features(place)
    return features | place.features | verb_features(place) | word_features(place)


def neighbour_features(story: Story, place: Standpoint) -> Features:
    """Return how a figure stands to those right before and behind it: `|11 pct to 54,982`, `|3 mln from 2 mln`."""
    text, figure = story.article.text, place.figure
    number = story.figure_starts.index(figure.start_char)
    features: Features = {}
    last = story.told[-1] if story.told else None
    if last:
        gap = CONTENT_OR_MARK.findall(text[last.figure.end_char : figure.start_char].lower())
        link = gap[-1] if gap and len(gap) <= NEAR else "far"
        features |= {
            f"status before={last.status}": 1,
            f"direction before={last.direction}": 1,
            f"link={link}": 1,
            f"direction and link={last.direction}, {link}, {last.figure.unit == figure.unit}": 1,
            f"status and link={last.status}, {link}": 1,
            "same sentence before": int(last.sentence == place.sentence.number),
        }
    for behind in story.figures[number + 1 : number + 2]:
        gap = CONTENT_OR_MARK.findall(text[figure.end_char : behind.start_char].lower())
        if len(gap) <= NEAR:
            features |= {
                f"link behind={gap[-1] if gap else ''}": 1,
                f"unit behind is same={behind.unit == figure.unit}": 1,
            }
            features |= {f"in link behind={word}": 1 for word in gap}
    return features


def turn_features(place: Standpoint) -> Features:
    """Return the nearest words of rising and falling: over the figure, before, and behind it."""
    words, features = place.sentence.words, Features()
    first, last = place.words[0].index, place.words[-1].index
    for word in place.sentence.above(place.head.index):
        if turn := turn_of(word):
            features[f"turn over={turn}"] = 1
            features[f"turn over as {word.pos}={turn}"] = 1
            break
    before = next((word for word in reversed(words[:first]) if turn_of(word)), None)
    behind = next((word for word in words[last + 1 :] if turn_of(word)), None)
    if before:
        features |= {f"turn before={turn_of(before)}": 1, "to turn before": first - before.index}
    if behind:
        features |= {f"turn behind={turn_of(behind)}": 1, "to turn behind": behind.index - last}
    return features


def turn_of(word: Word) -> str | None:
    """Return up or down where a word says so: `rose`, `the fall`, `higher`."""
    for turn, words in TURNS.items():
        if word.lemma in words or word.lower in words:
            return turn
    return None


def wider_turn_features(place: Standpoint) -> Features:
    """Return the nearest words of a wider list of rising and falling, also of those of the narrow one."""
    words, features = place.sentence.words, Features()
    first, last = place.words[0].index, place.words[-1].index
    over = next((turn for word in place.sentence.above(place.head.index) if (turn := wider_turn_of(word))), None)
    before = next((word for word in reversed(words[:first]) if wider_turn_of(word)), None)
    behind = next((word for word in words[last + 1 :] if wider_turn_of(word)), None)
    if over:
        features[f"wider turn over={over}"] = 1
    if before:
        features[f"wider turn before={wider_turn_of(before)}"] = 1
        features["to wider turn before"] = first - before.index
    if behind:
        features[f"wider turn behind={wider_turn_of(behind)}"] = 1
        features["to wider turn behind"] = behind.index - last
    return features


def wider_turn_of(word: Word) -> str | None:
    """Return up or down by a narrow or a wider list."""
    for turn, words in WIDER_TURNS.items():
        if word.lemma in words or word.lower in words:
            return turn
    return turn_of(word)


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
        **{f"in sentence: {word.lemma}": 1 for word in words if word.pos in CARRYING},
    }

"""Parts of speech by the model's own rules over tags, looked up instead of matched.

The attribute ruler of an English model has some 180 rules, nearly all about a single word: its tag, its dependency and
whether it is one of some words. spaCy tries all of them at each word, which is a third of the time of a parse. What
they make of a word follows from these three and from the few other rules that match around it, and is learned from the
ruler itself when it is first met.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, MorphAnalysis, Token

Pattern = list[dict[str, Any]]
Key = tuple[int, int, int, tuple[int, ...]]
"""The word where some rule names it, or else 0; its tag; its dependency; the other rules that match about it."""
Attributes = tuple[int, "MorphAnalysis", int, int, int]
"""Part of speech, features, the lemma, or 0 where it is regular, tag and dependency."""
NONE: tuple[int, ...] = ()
SEEN = frozenset({"DEP", "LOWER", "TAG"})
"""What of a word the rules may ask for, to be looked up."""


class AttributeRules:
    """What the rules of a ruler make of words, as far as it is known."""

    def __init__(self, ruler: "AttributeRuler") -> None:
        """Tell the rules about a word of its own from the others, which are matched as before."""
        from spacy.matcher import Matcher  # noqa: PLC0415 (two seconds that no command's --help should take)

        self._ruler = ruler
        self._others = Matcher(ruler.vocab, validate=False)
        self._others_by_key: dict[int, tuple[int, int]] = {}
        self._words: set[int] = set()
        self._known: dict[Key, Attributes] = {}
        for number, (pattern, index) in enumerate(patterns_of(ruler)):
            if is_of_one_word(pattern):
                self._words.update(ruler.vocab.strings.add(word) for word in words_of(pattern[0]))
            else:
                self._others.add(str(number), [pattern])
                self._others_by_key[ruler.vocab.strings[str(number)]] = number, index

    def annotate(self, document: "Doc") -> None:
        """Set part of speech, features and irregular lemma of each word, as the ruler does."""
        keys = self._keys(document)
        if not self._known.keys() >= set(keys):
            self._ruler(document)
            self._known.update((key, attributes_of(token)) for key, token in zip(keys, document, strict=True))
            return
        for key, token in zip(keys, document, strict=True):
            token.pos, token.morph, token.lemma, tag, dep = self._known[key]
            if key[-1]:
                token.tag, token.dep = tag, dep

    def _keys(self, document: "Doc") -> list[Key]:
        """Return what the rules see of each word."""
        rows = document.to_array(["LOWER", "TAG", "DEP"]).tolist()
        keys = [(lower if lower in self._words else 0, tag, dep, NONE) for lower, tag, dep in rows]
        for place, numbers in self._others_about(document).items():
            keys[place] = (*keys[place][:-1], tuple(sorted(numbers)))
        return keys

    def _others_about(self, document: "Doc") -> dict[int, list[int]]:
        """Return the numbers of the other rules that match, by the place of the word that each is about."""
        found: dict[int, list[int]] = defaultdict(list)
        for key, start, end in self._others(document, allow_missing=True):
            number, index = self._others_by_key[key]
            found[start + index if index >= 0 else end + index].append(number)
        return found


def attributes_of(token: "Token") -> Attributes:
    """Return what a ruler has set of a word."""
    return token.pos, token.morph, token.lemma, token.tag, token.dep


def patterns_of(ruler: "AttributeRuler") -> Iterator[tuple[Pattern, int]]:
    """Yield the patterns of every rule, each with the index of the word in it that the rule is about."""
    rules: list[Any] = ruler.patterns  # what spaCy says of their types is too wide
    for rule in rules:
        yield from ((pattern, rule["index"]) for pattern in rule["patterns"])


def is_of_one_word(pattern: Pattern) -> bool:
    """Tell whether a rule is about a single word, and asks for nothing but what is looked up."""
    if len(pattern) > 1 or not pattern[0].keys() <= SEEN:
        return False
    asked = pattern[0].get("LOWER", "")
    return isinstance(asked, str) or asked.keys() == {"IN"}


def words_of(asked: Mapping[str, Any]) -> list[str]:
    """List the words that a rule about a single word names."""
    words = asked.get("LOWER", {"IN": []})
    return [words] if isinstance(words, str) else words["IN"]

"""Noun phrases of a parsed sentence, several for each noun: with and without what describes it before and behind."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from tasks.extractors.figures.ranking.sentences import NOUNS, Sentence, Word
from tasks.extractors.figures.words.word_lists import word_list

UNIT_WORDS = word_list("noun_phrases.unit_words")
"""Words of amounts, which are never what an amount measures."""
OPENERS = word_list("noun_phrases.openers")
"""Articles, possessives and hedges: no part of a phrase that begins with one."""
ENDING_MARKS = frozenset(',()":;')
EDGE_TAGS = frozenset({"POS", "PRP$", "DT", "WDT", "WP$", "IN", "TO", "VBD", "VBZ", "VBP", "MD"})
EDGE_DEPS = frozenset({"det", "poss", "predet", "preconj"})
CLAUSE_TAGS = frozenset({"WDT", "WP", "VBD", "VBZ", "VBP", "IN", "TO", "MD", "VBG"})
"""Tags of words that end what a preposition governs."""
LONGEST_COMPLEMENT = 7
LONGEST_CHAIN = 9
"""Words from a preposition to the end of what it governs, and to that of a second one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NounPhrase:
    """Words `first` to `last`, not included, around a noun; `form` says how it was cut."""

    first: int
    last: int
    head: Word
    form: str


def noun_phrases(sentence: Sentence, *, closed: Set[int]) -> list[NounPhrase]:
    """Return the phrases of a sentence that hold no figure and none of the `closed` words, such as dates."""
    closed = closed | sentence.figure_at.keys()
    heads = [word for word in sentence.words if is_head(sentence, word, closed=closed)]
    return [phrase for head in heads for phrase in phrases_of(sentence, head, closed=closed)]


def is_head(sentence: Sentence, word: Word, *, closed: Set[int]) -> bool:
    """Tell whether a noun can be the head of a phrase that an amount measures."""
    if word.pos not in NOUNS or word.index in closed or word.dep == "compound" or word.lower in UNIT_WORDS:
        return False
    is_first_part = (
        word.is_glued and word.index + 1 < len(sentence.words) and sentence.words[word.index + 1].text == "-"
    )
    return not is_first_part and any(map(str.isalpha, word.text))


def phrases_of(sentence: Sentence, head: Word, *, closed: Set[int]) -> Iterator[NounPhrase]:
    """Yield the phrases around one noun."""
    first, last = left_edge(sentence, head, closed=closed), head.index + 1
    yield NounPhrase(first=first, last=last, head=head, form="base")
    if first < head.index - 1:
        yield NounPhrase(first=first + 1, last=last, head=head, form="cut")
    joined = joined_left(sentence, first, closed=closed)
    if joined is not None:
        yield NounPhrase(first=joined, last=last, head=head, form="joined before")
    joined = joined_right(sentence, last, closed=closed)
    if joined is not None:
        yield NounPhrase(first=first, last=joined, head=head, form="joined behind")
    for form, end in complements(sentence, head, closed=closed):
        yield NounPhrase(first=first, last=end, head=head, form=form)


def left_edge(sentence: Sentence, head: Word, *, closed: Set[int]) -> int:
    """Return where a noun's phrase begins: after what is no part of it, articles and hedges left out."""
    words, first = sentence.words, head.index
    while first > head.left:
        before = words[first - 1]
        if before.index in closed or before.tag in EDGE_TAGS or before.text in ENDING_MARKS:
            break
        if before.text == "-" and before.is_glued and first >= 2 and first - 2 not in closed:
            first -= 2
            continue
        if before.dep in EDGE_DEPS or not sentence.hangs_on(before.index, head.index):
            break
        first -= 1
    while first < head.index and is_opener(words[first]):
        first += 1
    return first


def is_opener(word: Word) -> bool:
    """Tell whether a phrase does not begin with this word."""
    return word.lower in OPENERS or word.text in ("-", "&") or word.dep == "cc"


def joined_left(sentence: Sentence, first: int, *, closed: Set[int]) -> int | None:
    """Return where a phrase begins that shares its head with the one before: `gold and |currency reserves`."""
    words = sentence.words
    if first < 2 or words[first - 1].dep != "cc" or first - 2 in closed:
        return None
    if words[first - 2].pos not in NOUNS | {"ADJ"}:
        return None
    step = first - 2
    while step > 0 and step - 1 not in closed and describes(words[step - 1]):
        step -= 1
    return step


def describes(word: Word) -> bool:
    """Tell whether a word describes the noun behind it, or is the hyphen of one that does."""
    return word.dep in ("compound", "amod") or word.text == "-"


def joined_right(sentence: Sentence, last: int, *, closed: Set[int]) -> int | None:
    """Return the end of a phrase that goes on behind `and`: `oil| and gas`."""
    words = sentence.words
    if last >= len(words) or words[last].dep != "cc":
        return None
    step = last + 1
    while step < min(len(words), last + 4) and step not in closed and words[step].pos in NOUNS | {"ADJ"}:
        step += 1
    return step if step > last + 1 else None


def complements(sentence: Sentence, head: Word, *, closed: Set[int]) -> Iterator[tuple[str, int]]:
    """Yield the ends of a noun's phrase with the preposition behind it, and with the one behind that."""
    words = sentence.words
    leading = next((one for one in sentence.children(head.index) if one.dep == "prep" and one.index > head.index), None)
    if leading is None or leading.index > head.index + 2:
        return
    limit = leading.right + 1
    end = complement_end(sentence, leading.index + 1, limit, closed=closed)
    if is_complement(sentence, leading.index, end, longest=LONGEST_COMPLEMENT):
        yield f"with {leading.lower}", end
    if end < limit and words[end].tag == "IN" and end not in closed:
        further = complement_end(sentence, end + 1, limit, closed=closed)
        if further > end + 1 and is_complement(sentence, leading.index, further, longest=LONGEST_CHAIN):
            yield f"with two, {leading.lower}", further


def complement_end(sentence: Sentence, start: int, limit: int, *, closed: Set[int]) -> int:
    """Return where what a preposition governs ends, at most at `limit`."""
    words, step = sentence.words, start
    while step < limit and step not in closed and words[step].text not in ENDING_MARKS:
        if words[step].tag in CLAUSE_TAGS:
            break
        step += 1
    return step


def is_complement(sentence: Sentence, preposition: int, end: int, *, longest: int) -> bool:
    """Tell whether a preposition governs words up to a noun, and not too many of them."""
    return end > preposition + 1 and end - preposition <= longest and sentence.words[end - 1].pos in NOUNS

"""Whether two articles tell the same story, word by word, and what differs.

A later version keeps whole passages of the earlier one, with their numbers. Two reports of a kind, of two days or two
companies, share their phrases, but these are cut up by other numbers, days and names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from tasks.resolvers.stories.wording import Wording, is_telling

PASSAGE_WORDS = 8
"""Words in common, one after the other, that count as a passage: half a sentence."""

LEAST_PASSAGES = 0.5
"""Share of the shorter text's words that must stand in passages common to both."""

LEAST_TELLING = 0.75
"""Share of the numbers, days and months of the paragraphs that both have which must be the same in both: a correction
changes one, the next day's report most."""

LEAST_TELLING_ANYWHERE = 0.4
"""Share of the numbers, days and months of the text with fewer of them that must stand somewhere in the other one."""

FEWEST_TELLING = 3
"""Numbers of a text below which it says nothing how many of them stand in the other one."""

LEAST_NAMES = 0.6
"""Share of the names of the text with fewer of them that must stand in the other one."""

SHORT_WORDS = 120
"""Words of a text below which the names of both first paragraphs must not be all different: two firms that raise the
same price by the same sum say so in the same words."""

LEAST_HEADLINE = 0.5
"""Share of the shorter headline's words that must stand in the other one, where the bodies are short."""

KEPT, CHANGED = 1.0, 0.5
"""Share of a paragraph's words in common from which it is the same, or the same one changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What two texts have in common: the share of the longer one's words, and what becomes of paragraphs.

    Added are those of the second text, removed those of the first. It is a copy where it says nothing that the first
    does not.
    """

    common_share: float
    added_count: int = 0
    removed_count: int = 0
    changed_count: int = 0
    is_copy: bool = True

    def in_words(self) -> str | None:
        """Say what differs: `2 paragraphs added, 1 changed`; None where nothing does."""
        counts = {"added": self.added_count, "changed": self.changed_count, "removed": self.removed_count}
        said = [f"{count} {what}" for what, count in counts.items() if count]
        if not said:
            return None
        number, _, rest = said[0].partition(" ")
        noun = "paragraph" if number == "1" else "paragraphs"
        return ", ".join([f"{number} {noun} {rest}", *said[1:]])


def likeness(first: Wording, second: Wording) -> Likeness | None:
    """Compare two texts, the second of which came later; None where they do not tell the same story."""
    if first.words == second.words and first.headline == second.headline:
        return Likeness(common_share=1.0)
    if not may_be_same(first, second):
        return None
    blocks = [
        (block.src_start, block.dest_start, block.src_end - block.src_start)
        for block in LCSseq.opcodes(first.words, second.words)
        if block.tag == "equal"
    ]
    in_first = covered(first, [(start, size) for start, _, size in blocks])
    in_second = covered(second, [(start, size) for _, start, size in blocks])
    if not is_same(first, second, blocks, in_first if len(first.words) <= len(second.words) else in_second):
        return None
    return Likeness(
        common_share=round(sum(size for *_, size in blocks) / max(len(first.words), len(second.words)), 3),
        added_count=sum(share < CHANGED for share in in_second),
        removed_count=sum(share < CHANGED for share in in_first),
        changed_count=max(sum(CHANGED <= share < KEPT for share in shares) for shares in (in_first, in_second)),
        is_copy=all(share >= KEPT for share in in_second),
    )


def may_be_same(first: Wording, second: Wording) -> bool:
    """Tell quickly whether two texts have enough numbers and names in common, wherever they stand."""
    fewer = min(first.telling.total(), second.telling.total())
    if fewer >= FEWEST_TELLING and (first.telling & second.telling).total() < LEAST_TELLING_ANYWHERE * fewer:
        return False
    (names, lead_names), (other_names, other_lead_names) = first.names, second.names
    if len(names & other_names) < LEAST_NAMES * min(len(names), len(other_names)):
        return False
    is_short = min(len(first.words), len(second.words)) < SHORT_WORDS
    if is_short and lead_names and other_lead_names and not lead_names & other_lead_names:
        return False
    return have_like_headlines(first, second)


def have_like_headlines(first: Wording, second: Wording) -> bool:
    """Tell whether two texts have similar headlines, if both are so short that these count."""
    if not first.headline or not second.headline:
        return True
    shorter, longer = sorted((set(first.headline), set(second.headline)), key=len)
    return len(shorter & longer) >= LEAST_HEADLINE * len(shorter)


def is_same(first: Wording, second: Wording, blocks: Sequence[tuple[int, int, int]], shares: Sequence[float]) -> bool:
    """Tell whether two texts have enough passages in common, and the same numbers in the paragraphs that both have.

    `shares` are those of the shorter text's paragraphs that stand in blocks.
    """
    shorter, side = (first, 0) if len(first.words) <= len(second.words) else (second, 1)
    if sum(block[2] for block in blocks if block[2] >= PASSAGE_WORDS) < LEAST_PASSAGES * len(shorter.words):
        return False
    telling = sum(
        is_telling(word)
        for (start, end), share in zip(spans(shorter), shares, strict=True)
        if share >= CHANGED
        for word in shorter.words[start:end]
    )
    common = sum(is_telling(word) for block in blocks for word in shorter.words[block[side] : block[side] + block[2]])
    return telling - common <= 1 or common >= LEAST_TELLING * telling  # one number may be a correction


def covered(text: Wording, blocks: Sequence[tuple[int, int]]) -> list[float]:
    """Return the share of each paragraph's words that stands in blocks."""
    is_common = bytearray(len(text.words))
    for start, size in blocks:
        is_common[start : start + size] = b"\1" * size
    return [sum(is_common[start:end]) / (end - start) for start, end in spans(text)]


def spans(text: Wording) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph begins and ends among a text's words."""
    return pairwise((*text.paragraph_starts, len(text.words)))

"""Writes a paragraph as a parser reads it best: speech that is a clause of its own shrinks to a placeholder.

`“We can add,” said Lobov. “They should.”` is read as `"Yes," said Lobov. "Yes."`; where the words belong to the
writer's sentence only the marks go: `told reporters that “this does not mean war”` is read without them. What was cut
or put in is remembered, so that every character of a reading leads back to the article.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tasks.extractors.quotations.marks.clauses import ends_sentence, is_clause
from tasks.extractors.quotations.marks.nicknames import nicknames
from tasks.extractors.quotations.marks.pairs import Stretch
from tasks.extractors.quotations.marks.sentences import clauses, sentences
from tasks.extractors.quotations.marks.statements import Attribution

PLACEHOLDER = "Yes"
"""Stands for a clause of speech: the parser attaches an interjection to the verb of speech every time."""
OTHER_SPACE = re.compile(r"[^\S ]|[\ud800-\udfff]")
"""What the parser would take for a word or cannot read: a line break, a non-breaking space, half of a character."""
UNNAMED = (
    r", (?:who|which) (?:asked|declined|wished|requested|wanted|preferred|refused|did not want|does not want|asks) "
    r"(?:not )?to (?:be|remain|stay|go) (?:named|identified|quoted|anonymous|unnamed|unidentified)(?: by name)?,"
    r"|, (?:speaking|who spoke) on (?:the )?condition of anonymity,"
)
"""What is said of who is not named, between commas; the parser takes what he says next for more of it."""
REMARK = re.compile(UNNAMED + r"|\set al\.?(?=\s)|\s(?:\([^()\n]{1,30}\)|<[A-Z][A-Z.\d]{0,9}>)|<(?=[A-Z])|(?<=[\w.])>")
"""What leads the parser astray after a name, ` (D-Calif.)`, ` (TMD)`, ` <ARKN.O>`, or around it: `<Arkon Inc>`."""
LONGEST_KEPT = 400
"""Characters of a quotation inside a sentence that the parser is given; more tells it nothing about the speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a reading: where it begins there and in the article, and the stretch that it stands for, if any."""

    reading_start: int
    text_start: int
    stretch: int | None
    is_placeholder: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A sentence of a reading with what leads back from it to the article, and who passes it on, cut from it."""

    reading: str
    offset: int
    pieces: Sequence[Piece]
    relay: Attribution | None = None

    def piece_at(self, place: int) -> Piece:
        """Find the piece that a character of the reading lies in."""
        index = bisect.bisect_right(self.pieces, self.offset + place, key=reading_start) - 1
        return self.pieces[index]

    def text_offset(self, place: int) -> int:
        """Give the offset in the article of a character of the reading."""
        piece = self.piece_at(place)
        if piece.is_placeholder:
            return piece.text_start
        return piece.text_start + self.offset + place - piece.reading_start

    def stretches(self) -> Iterator[int]:
        """Yield the numbers of the stretches that the sentence holds, in order."""
        first = bisect.bisect_right(self.pieces, self.offset, key=reading_start) - 1
        last = None
        for piece in self.pieces[first:]:
            if piece.reading_start >= self.offset + len(self.reading):
                return
            if piece.stretch is not None and piece.stretch != last:
                yield piece.stretch
                last = piece.stretch


@dataclass(slots=True)
class Writer:
    """Collects the parts of a reading."""

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0

    def add(self, part: str, *, text_start: int, stretch: int | None = None, is_placeholder: bool = False) -> None:
        """Append a part; an empty one leaves no piece."""
        if part:
            piece = Piece(
                reading_start=self.length, text_start=text_start, stretch=stretch, is_placeholder=is_placeholder
            )
            self.pieces.append(piece)
            self.parts.append(part)
            self.length += len(part)

    def add_plain(self, text: str, *, start: int, end: int) -> None:
        """Append the writer's own words, without nicknames and short remarks in brackets, `(R-Fla.)`."""
        remarks = (remark.span() for remark in REMARK.finditer(text, start, end))
        for first, last in sorted([*remarks, *nicknames(text, start=start, end=end)]):
            self.add(text[start:first], text_start=start)
            start = last
        self.add(text[start:end], text_start=start)


def reading_start(piece: Piece) -> int:
    """Give the offset of a piece in its reading, the key that pieces are ordered by."""
    return piece.reading_start


def frames(
    text: str, *, start: int, end: int, stretches: Sequence[Stretch], first: int
) -> tuple[list[Frame], frozenset[int]]:
    """Read the paragraph `text[start:end]` as a list of sentences.

    Its stretches are numbered from `first`; the numbers of those that are clauses of their own come second.
    """
    writer = Writer()
    whole = set()
    place = start
    was_clause = False
    for number, stretch in enumerate(stretches, first):
        writer.add_plain(text, start=place, end=stretch.start)
        before = text[max(start, stretch.start - 60) : stretch.start].rstrip()
        was_clause = is_clause(text, stretch, before=before, follows_mixed=number > first and not was_clause)
        if was_clause:
            whole.add(number)
            ending = placeholder_ending(text, stretch, end=end)
            opening = '"' if not before or text[stretch.start - 1].isspace() else ' "'
            closing = '" ' if text[stretch.end : stretch.end + 1].isalnum() else '"'
            writer.add(
                f"{opening}{PLACEHOLDER}{ending}{closing}",
                text_start=stretch.start,
                stretch=number,
                is_placeholder=True,
            )
        else:
            kept = kept_words(text[stretch.inner_start : stretch.inner_end])
            writer.add(kept, text_start=stretch.inner_start, stretch=number)
            if len(kept) < stretch.inner_end - stretch.inner_start:
                ending = "." if ends_sentence(text, stretch, end=end) else ","
                writer.add(ending, text_start=stretch.inner_end, stretch=number, is_placeholder=True)
        place = stretch.end
    writer.add_plain(text, start=place, end=end)
    reading = OTHER_SPACE.sub(" ", "".join(writer.parts))
    return list(frames_of(reading, writer.pieces)), frozenset(whole)


def frames_of(reading: str, pieces: Sequence[Piece]) -> Iterator[Frame]:
    """Yield the clauses with a speaker of their own of each sentence of a reading."""
    quoted = [piece.reading_start for piece in pieces if piece.stretch is not None]
    for sentence in sentences(reading):
        for start, end in clauses(reading, *sentence, quoted=quoted):
            yield Frame(reading=reading[start:end], offset=start, pieces=pieces)


def placeholder_ending(text: str, stretch: Stretch, *, end: int) -> str:
    """Choose the punctuation inside a placeholder's marks: a comma where the sentence goes on, a period at its end."""
    if ends_sentence(text, stretch, end=end):
        return "."
    if text[stretch.end : stretch.end + 1] in set(",.;:—–"):
        return ""
    return ","


def kept_words(words: str) -> str:
    """Cut quoted words after their first sentence, and at a length that the parser has use for."""
    first = next(sentences(words), (0, 0))
    kept = words[: first[1]] if first[1] < len(words) else words
    if len(kept) <= LONGEST_KEPT:
        return kept
    return kept[: kept.rfind(" ", 0, LONGEST_KEPT)] if " " in kept[:LONGEST_KEPT] else kept[:LONGEST_KEPT]

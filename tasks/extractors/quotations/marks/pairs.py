"""Pairs quotation marks, paragraph by paragraph, in every style of mark that news is printed with.

`“…”`, `"…"`, `‘…’`, `'…'`, ` ``…'' `, `''…''`, `«…»`, `»…«`, `„…“`, nested in one another. A mark's direction is read
from its shape, from what stands on either side of it and from what is open. Apostrophes, elisions (`'em`, `'90s`)
and feet and inches (`6'2"`) are no marks.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from tasks.extractors.quotations.marks.marks import CLOSING, OPENING, Mark, marks

ELISION = re.compile(r"(?:em|til|tis|twas|cause|round|bout|n|nuff|[0-9]0s?|[0-9]{2}s?)\b", re.IGNORECASE)
"""What follows an apostrophe that stands for left-out letters: `'em`, `'til`, `'90s`, rock `'n'` roll."""
HEIGHT = re.compile(r"[0-9]['’]\s?[0-9]{1,2}$")
"""Feet and inches before the mark for inches: `6'2`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of text between two marks: offsets with the marks and without them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    is_closed: bool
    is_double: bool


@dataclass(slots=True)
class Opened:
    """A mark that waits for its partner, with the offset of the first mark of its own shape opened inside it."""

    mark: Mark
    next_alike: Mark | None = None


def outermost_stretches(text: str, *, start: int, end: int) -> list[Stretch]:
    """Pair the marks of the paragraph `text[start:end]`; return the stretches that lie in no other, in order."""
    stretches = sorted(paired(text, start=start, end=end), key=lambda stretch: (stretch.start, -stretch.end))
    outermost: list[Stretch] = []
    for stretch in stretches:
        if outermost and stretch.start < outermost[-1].end:
            continue
        if any(character.isalnum() for character in text[stretch.inner_start : stretch.inner_end]):
            outermost.append(stretch)
    return outermost


def paired(text: str, *, start: int, end: int) -> Iterator[Stretch]:
    """Yield a stretch for every pair, and for every double mark left open at the paragraph's end."""
    found = marks(text, start=start, end=end)
    has_later_single = followed(found, closes_single)
    has_later_double = followed(found, attrgetter("is_double"))
    opened: list[Opened] = []
    for index, mark in enumerate(found):
        later = has_later_double[index] if mark.is_double else has_later_single[index]
        if closes(mark, opened, text=text, has_later=later):
            while opened[-1].mark.is_double != mark.is_double:
                opened.pop()
            yield between(text, opened.pop().mark, mark)
        elif opens(mark, opened, text=text, has_later=later):
            note_alike(opened, mark)
            opened.append(Opened(mark))
    for unclosed in opened:
        stop = unclosed.next_alike.start if unclosed.next_alike else end
        if unclosed.mark.is_double and unclosed.mark.end < stop:
            yield until(text, unclosed.mark, stop)
            if stop == end:
                return


def followed(found: Sequence[Mark], is_wanted: Callable[[Mark], bool]) -> list[bool]:
    """Say for each mark whether one that is wanted comes after it."""
    answers = []
    seen = False
    for mark in reversed(found):
        answers.append(seen)
        seen = seen or is_wanted(mark)
    return answers[::-1]


def closes_single(mark: Mark) -> bool:
    """Tell whether a single mark can end a stretch."""
    return not mark.is_double and mark.can_close and mark.glyph in "’'›‘"


def closes(mark: Mark, opened: list[Opened], *, text: str, has_later: bool) -> bool:
    """Tell whether the mark ends the innermost open stretch of its family."""
    if not opened:
        return False
    if mark.is_double:
        waiting = opened[-1] if opened[-1].mark.is_double or len(opened) == 1 else opened[-2]
        return waiting.mark.is_double and closes_double(mark, waiting.mark, text=text)
    is_innermost = not opened[-1].mark.is_double
    return is_innermost and mark.can_close and not is_plural_possessive(mark, text=text, has_later=has_later)


def closes_double(mark: Mark, waiting: Mark, *, text: str) -> bool:
    """Tell whether a double mark ends the stretch that another began."""
    is_empty = waiting.end == mark.start and mark.glyph not in CLOSING
    if is_empty or HEIGHT.search(text, max(0, mark.start - 5), mark.start):
        return False
    if mark.glyph in "«»" and waiting.glyph in "«»":
        return mark.glyph != waiting.glyph
    if mark.can_open != mark.can_close:
        return mark.can_close
    return mark.glyph not in OPENING


def is_plural_possessive(mark: Mark, *, text: str, has_later: bool) -> bool:
    """Tell whether a closing single mark is rather the apostrophe of `the workers' rights`."""
    follows = text[mark.end : mark.end + 2]
    return has_later and text[mark.start - 1] == "s" and follows[:1] == " " and follows[1:].islower()


def opens(mark: Mark, opened: list[Opened], *, text: str, has_later: bool) -> bool:
    """Tell whether the mark begins a stretch."""
    if not mark.is_double:
        is_open = bool(opened) and not opened[-1].mark.is_double
        is_elision = ELISION.match(text, mark.end) is not None
        return mark.can_open and has_later and not is_open and not is_elision and mark.glyph not in "’›"
    if mark.glyph == "''" and not mark.can_open:
        return False
    if mark.can_open:
        return True
    if any(waiting.mark.is_double for waiting in opened[:2]):
        return False
    before = text[mark.start - 1 : mark.start]
    return mark.glyph in "«»" or (has_later and before in (",", ":", " ", "") and mark.glyph not in CLOSING)


def note_alike(opened: list[Opened], mark: Mark) -> None:
    """Remember on every open stretch that a mark of its own shape was opened inside it.

    A stretch that is never closed then ends there: `"One. "Two," he said` lost the mark after `One.`
    """
    if opened and mark.is_double and opened[-1].mark.glyph == mark.glyph and opened[-1].next_alike is None:
        opened[-1].next_alike = mark


def between(text: str, opening: Mark, closing: Mark) -> Stretch:
    """Make the stretch between a mark and its partner."""
    inner_start, inner_end = trimmed(text, opening.end, closing.start)
    return Stretch(
        start=opening.start,
        end=closing.end,
        inner_start=inner_start,
        inner_end=inner_end,
        is_closed=True,
        is_double=opening.is_double,
    )


def until(text: str, opening: Mark, stop: int) -> Stretch:
    """Make the stretch from a mark that was never closed to where it must end."""
    inner_start, inner_end = trimmed(text, opening.end, stop)
    return Stretch(
        start=opening.start,
        end=inner_end,
        inner_start=inner_start,
        inner_end=inner_end,
        is_closed=False,
        is_double=opening.is_double,
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the white space at both ends."""
    part = text[start:end]
    if not part.strip():
        return start, start
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())

"""Pairs quotation marks, paragraph by paragraph, in every style of mark that news is printed with.

`“…”`, `"…"`, `‘…’`, `'…'`, ` ``…'' `, `''…''`, `«…»`, `»…«`, `„…“`, nested in one another. A mark's direction is read
from its shape, from what stands on either side of it and from what is open. Apostrophes, elisions (`'em`, `'90s`),
feet and inches (`6'2"`) and the values in markup (`<a href="…">`) are no marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARK = re.compile(r"``|''|[\"“”„‟«»‘’'`‹›‚]")
MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,1000}>")
"""A tag of HTML or XML: `<tweet author="…">`; the marks in it quote nobody."""

DOUBLE = frozenset('"“”„‟«»') | {"``", "''"}
OPENING = frozenset("“„‟«‘‹‚`") | {"``"}
CLOSING = frozenset("”»’›")
BEFORE_OPENING = frozenset("([{—–-/…=:;,.>")
AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…<*")
ELISION = re.compile(r"(?:em|til|tis|twas|cause|round|bout|n|nuff|[0-9]0s?|[0-9]{2}s?)\b", re.IGNORECASE)
"""What follows an apostrophe that stands for left-out letters: `'em`, `'til`, `'90s`, rock `'n'` roll."""

HEIGHT = re.compile(r"[0-9]['’]\s?[0-9]{1,2}$")
"""Feet and inches before the mark for inches: `6'2`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark as it stands: its place, its glyph, whether it is a double one, and what its neighbours let it do."""

    start: int
    end: int
    glyph: str
    is_double: bool
    can_open: bool
    can_close: bool


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
    has_later_single = later_singles(found)
    has_later_double = later_doubles(found)
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


def marks(text: str, *, start: int, end: int) -> list[Mark]:
    """List the marks of a paragraph, without those in markup."""
    tags = [tag.span() for tag in MARKUP.finditer(text, start, end)]
    found = []
    tag_index = 0
    for match in MARK.finditer(text, start, end):
        while tag_index < len(tags) and tags[tag_index][1] <= match.start():
            tag_index += 1
        if tag_index < len(tags) and tags[tag_index][0] < match.start():
            continue
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        found.append(
            Mark(
                start=match.start(),
                end=match.end(),
                glyph=match.group(),
                is_double=match.group() in DOUBLE,
                can_open=may_open(before, after),
                can_close=may_close(before, after),
            )
        )
    return found


def may_open(before: str, after: str) -> bool:
    """Tell whether a mark between these two characters can begin a stretch."""
    return (before.isspace() or before in BEFORE_OPENING or before in DOUBLE or before in "‘'") and not (
        after.isspace() or after in ".,;:!?)]}"
    )


def may_close(before: str, after: str) -> bool:
    """Tell whether a mark between these two characters can end a stretch."""
    return not before.isspace() and (
        after.isspace() or after in AFTER_CLOSING or after in DOUBLE or after in "’'" or not after.isalnum()
    )


def later_singles(found: list[Mark]) -> list[bool]:
    """Say for each mark whether a single mark that can close comes after it."""
    answers = [False] * len(found)
    seen = False
    for index in range(len(found) - 1, -1, -1):
        answers[index] = seen
        mark = found[index]
        seen = seen or (not mark.is_double and mark.can_close and mark.glyph in "’'›‘")
    return answers


def later_doubles(found: list[Mark]) -> list[bool]:
    """Say for each mark whether a double mark comes after it."""
    return running_doubles(found)[::-1]


def running_doubles(found: list[Mark]) -> list[bool]:
    """Say for each mark, counted from the last, whether a double mark has been seen before it."""
    answers = []
    seen = False
    for mark in reversed(found):
        answers.append(seen)
        seen = seen or mark.is_double
    return answers


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

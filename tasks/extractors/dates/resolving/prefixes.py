"""Words before an expression that make another one of it: a part of it, a time before or after it, its early days."""

import dataclasses

from tasks.extractors.dates.calendar.parts import part_before
from tasks.extractors.dates.relative.offsets import offset_before
from tasks.extractors.dates.words.modifiers import edge_before, side_before
from tasks.extractors.dates.words.reading import Found


def with_words_before(text: str, found: Found, *, free_from: int) -> Found:
    """Return an expression with the words before it that belong to it, as far as none before it holds them.

    `Two days after the first Monday of May` is read from its end: May, its first Monday, the day two days later.
    """
    start, reading = found.start, found.reading
    for before in () if reading.clock else (part_before, offset_before):
        wider = before(text, start, end=found.end, reading=reading)
        if wider and wider[0] >= free_from:
            start, reading = wider
    first, modifier = edge_before(text, start)
    modifier = modifier or side_before(text, first)
    reading = dataclasses.replace(reading, modifier=modifier)
    return dataclasses.replace(found, start=max(first, free_from), reading=reading)

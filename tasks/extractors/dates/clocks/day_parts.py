"""Bare hours beside a part of the day, which tells which half of it: `tonight at 8`, `at 10:30 tomorrow morning`."""

import re

from tasks.extractors.dates.clocks.clocks import MINUTE, on_day_spoken_of, precision_of
from tasks.extractors.dates.clocks.times import DIAL_HOUR, on_dial
from tasks.extractors.dates.words.lexicon import WEEKDAY
from tasks.extractors.dates.words.reading import Clock, Context, Reading

PART = rf"(?:[Tt]onight|(?:[Tt]his|[Tt]omorrow|[Yy]esterday|{WEEKDAY})\s+(?:morning|afternoon|evening|night))"
HOUR = rf"(?P<hour>{DIAL_HOUR})(?::(?P<minute>{MINUTE}))?"
NOTHING_COUNTED = r"(?=\s*[,.;)](?!\d)|\s*$|\s+(?:in|on|and|but|to|for|with|when|as|the|he|she|it|they)\b)"

HOUR_AFTER = re.compile(rf"\b{PART},?\s+at\s+(?:about\s+)?(?P<span>{HOUR}){NOTHING_COUNTED}")
"""`8` of `tonight at 8`; not of `tonight at 8 theaters`."""
HOUR_BEFORE = re.compile(rf"\b[Aa]t\s+(?:about\s+)?(?P<span>{HOUR})(?=\s+{PART}\b)")
"""`10` of `at 10 tomorrow morning`."""


def read_hour_of_part(match: re.Match[str], context: Context) -> Reading | None:
    """Read an hour of the dial; the day beside it, with its part, makes it certain."""
    dial = on_dial(match["hour"], match["minute"])
    clock = Clock(first=dial, last=dial, is_certain=False)
    return on_day_spoken_of(context, match, clock=clock, precision=precision_of(match["minute"]))

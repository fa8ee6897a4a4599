"""A sentence with figures as a parser reads it best: figures in plain digits, bracketed equivalents left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from warehouse.records import Figure

UNREADABLE = re.compile(r"[^\S ]|[\ud800-\udfff]")
"""White space other than a blank, and halves of characters, which the parser does not take."""
PER = re.compile(r"\s(?:a|an|per|each|/|every)\s.*$|/.*$", re.DOTALL)
"""What a rate is per: `$5 |a barrel`."""
NUMERAL = re.compile(r"^\D{0,4}?\d[\d,./-]*(?:\s(?:mln|bln|billion|million|trillion|thousand|tln|m|bn))?(?=\s|$|-)")
PLAIN_NUMERAL = "12"
CURRENCY_CODE = re.compile(r"[A-Z]{3}")
LONGEST_BRACKET = 60
"""Characters from a bracketed figure to the end of its bracket."""


@dataclass(slots=True)
class Reading:
    """The text for the parser, for each of its characters the offset in the article, and the figures left out."""

    parts: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The text for the parser, as long as the list of offsets."""
        return UNREADABLE.sub(" ", "".join(self.parts))

    def take(self, text: str, start: int, end: int) -> None:
        """Take over a stretch of the article as it stands."""
        self.parts.append(text[start:end])
        self.offsets += range(start, end)

    def write(self, words: str, at: int) -> None:
        """Write other words in place of what stands at an offset."""
        self.parts.append(words)
        self.offsets += [at] * len(words)


def read_sentence(text: str, start: int, end: int, figures: Sequence[Figure]) -> Reading:
    """Return the reading of `text[start:end]`; `figures` are those that begin in it, in order."""
    reading = Reading()
    position = start
    for figure in figures:
        if figure.start_char < position:
            reading.left_out.add(figure.key)
            continue
        bracket = bracket_around(text, figure, low=position, high=end)
        if bracket:
            opening, closing = bracket
            reading.take(text, position, position + len(text[position:opening].rstrip()))
            reading.left_out.add(figure.key)
            position = closing
            continue
        reading.take(text, position, figure.start_char)
        reading.write(plain(figure), figure.start_char)
        position = figure.end_char
    reading.take(text, position, max(position, end))
    return reading


def bracket_around(text: str, figure: Figure, *, low: int, high: int) -> tuple[int, int] | None:
    """Return the offsets of the brackets around a figure that restates the one before: `20 marks |(11 dollars)|`."""
    if figure.equivalent_figure_id is None or not text[low : figure.start_char].rstrip().endswith("("):
        return None
    closing = text.find(")", figure.end_char, min(high, figure.end_char + LONGEST_BRACKET))
    return (text.rindex("(", low, figure.start_char), closing + 1) if closing >= 0 else None


def plain(figure: Figure) -> str:
    """Write a figure in a form that parsers know: `$12`, `12%`, `12 tons`."""
    is_money_rate = figure.kind == "rate" and bool(CURRENCY_CODE.fullmatch(figure.unit or ""))
    if figure.kind == "money" or is_money_rate:
        per = PER.search(figure.text)
        return f"${PLAIN_NUMERAL}{per[0] if per else ''}"
    if figure.kind == "percent":
        return f"{PLAIN_NUMERAL}%"
    numeral = NUMERAL.match(figure.text)
    return PLAIN_NUMERAL + figure.text[numeral.end() :] if numeral else figure.text

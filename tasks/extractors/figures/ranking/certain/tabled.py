"""What the numbers of tables and lists say, by their rows and headings: no sentence says it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from tasks.extractors.figures.ranking.spans import Ends, shifted_year
from tasks.extractors.figures.ranking.story import FARTHEST_BACK, Days, Phrase, Story, Told, phrase_of
from tasks.extractors.figures.tables.cells import Cell, start_of
from tasks.extractors.figures.tables.finding import cells_in
from tasks.extractors.figures.tables.headings import Heading
from tasks.extractors.figures.tables.tabled_amounts import RULE
from warehouse.records import DateExpression, Figure

BY_ROW = 0.9
"""How sure what rows and headings say is: of 70 numbers read by eye in wire news, 64 had the right measure."""
BRACKETED = re.compile(
    r"(?:\bwith\b|\bthose\b|[,;(])(?:(?!\bwith\b|\bthose\b)[^,;(]){0,80}(?:,\s)?\bin (?:brackets|parenthes[ei]s)\b",
    re.IGNORECASE,
)
"""What a heading says of the numbers in brackets: `with those of February 1986 in brackets`."""
YEAR_BACK = re.compile(r"\byear[- ](?:ago|earlier|before)|\b(?:previous|last|prior) year|\bsame\b|\bcorresponding\b")
"""In a heading: the brackets are of a year before."""
SIGN = re.compile(r"\b(?:profit|loss)\b")
LONGEST_LINE = 60
"""Characters of a line over rows with `vs` that says when they hold."""
HEADING_DISTANCE = 400
SHORTEST = 80
"""Days of a quarter, at least."""
SPAN = re.compile(r"\d|\b(?:year|month|quarter|half|week|season)\b", re.IGNORECASE)
"""In a time of the sentence before a list: `on Monday` says when that was given out, not when it holds."""
TITLE = re.compile(r"\s*(?P<title>[A-Z][^\s\d:;,.()]*(?: [^\s\d:;,.()]+){0,6}?)[ ,:(]*")
HEAD = re.compile(r"\S+(?:[^\S\n\t]\S+)*")
"""Heads of columns stand two blanks or a tab apart: `|Feb 1987|   |Jan 1987|`."""
MOST_UNDATED = 2
"""Columns of a list: the number, and the one in brackets."""


def tabled(story: Story, figure: Figure) -> Told | None:
    """Return what the row and the heading of a figure say of it; None for one that stands in neither."""
    article = story.article
    cell = cell_at(cells_in(article.text, article.body_start_char, article.body_end_char), figure)
    if cell is None:
        return None
    told = Told(
        figure=figure, sentence=story.sentence_of(figure.start_char), status="actual", direction=figure.direction
    )
    if cell.is_labelled:
        by_label(story, told, cell)
    elif cell.heading is None:
        by_versus(story, told, cell)
    elif figure.rule == RULE:
        by_heading(story, told, cell, cell.heading)
    else:
        return None
    return told


def cell_at(cells: Sequence[Cell], figure: Figure) -> Cell | None:
    """Return the cell that a figure stands in, under the first of its headings; None where it stands in none."""
    behind = bisect_right(cells, figure.start_char, key=start_of)
    if not behind:
        return None
    cell = cells[bisect_left(cells, cells[behind - 1].start_char, key=start_of)]
    return cell if figure.end_char <= cell.end_char else None


def by_label(story: Story, told: Told, cell: Cell) -> None:
    """Note what a labelled row says: its label, or what stands over the column, of what the label names."""
    told.direction = None
    label = stretch(story, cell.label_start_char, cell.label_end_char)
    days = days_at(story, *cell.head) if cell.head else None
    if days or cell.columns == 1:
        note(told, "measure", label)
        note(told, "period", days)
    elif cell.head:
        note(told, "measure", stretch(story, *cell.head))
        note(told, "owner", label)


def by_versus(story: Story, told: Told, cell: Cell) -> None:
    """Note what a row with `vs` says: its label with the sign behind it, and a year before on its second side."""
    text = story.article.text
    first, last = cell.label_start_char, cell.label_end_char
    before = text[cell.start_char : told.figure.start_char]
    sign = SIGN.search(before)
    if sign and cell.column == 0:
        last = cell.start_char + sign.end()
    elif sign:
        first, last = cell.start_char + sign.start(), cell.start_char + sign.end()
    note(told, "measure", stretch(story, first, last))
    over = days_over(story, cell)
    days = over and (over.ends if cell.column == 0 else shifted_year(over.ends, -1))
    note(told, "period", Days(start_on=days[0], end_on=days[1], text=None) if days else None)


def days_over(story: Story, cell: Cell) -> Days | None:
    """Return when the rows around a cell hold, where a line over them says so: `Year ended March 31`."""
    text = story.article.text
    low = max(story.article.body_start_char, cell.label_start_char - HEADING_DISTANCE)
    end = cell.label_start_char
    for line in reversed(text[low:end].split("\n")):
        start = end - len(line)
        if line.strip() and " vs" not in line:
            here = [time for time in story.times if start <= time.period.start_char and time.period.end_char <= end]
            if len(line) > LONGEST_LINE or len(here) != 1:
                return None
            whole = [ends for name, ends in here[0].stretches if name == "stretch to it" or is_long(ends)]
            return Days(start_on=whole[0][0], end_on=whole[0][1], text=None) if whole else None
        end = start - 1
    return None


def is_long(ends: Ends) -> bool:
    """Tell whether a stretch of time is of several months, as companies report them."""
    first, last = ends
    return first is not None and last is not None and (last - first).days >= SHORTEST


def by_heading(story: Story, told: Told, cell: Cell, heading: Heading) -> None:
    """Note what a row of a list says: its label, or whose it is where that is a name; the rest is as told before."""
    last = next(iter(story.latest(1, lambda one: one.figure.kind != "count" and one.measure)), None)
    measure, owner = (last.measure, last.owner) if last else (None, None)
    sure = last.confidences if last else {}
    label = stretch(story, cell.label_start_char, cell.label_end_char)
    over, title = head_of(story, cell, heading), title_of(story, heading)
    days = days_at(story, *over) if over else None
    if over and days is None:
        note(told, "measure", stretch(story, *over))
        note(told, "owner", label)
    elif is_owner(story, label):
        note(told, "owner", label)
        if title:
            measure, sure = title, {}
        note(told, "measure", measure, confidence=sure.get("measure", BY_ROW if title else 0.0))
    else:
        note(told, "measure", label)
        if title and (named := place_in(story, title)):
            owner, sure = named, {"owner": BY_ROW}
        note(told, "owner", owner, confidence=sure.get("owner", 0.0))
    note(told, "period", days or days_of_column(story, cell, heading, is_headed=over is not None))


def title_of(story: Story, heading: Heading) -> Phrase | None:
    """Return what a heading says before its unit, where that is a title: `|Exports of fish|, $ million`."""
    text = story.article.text
    title = TITLE.fullmatch(text, heading.start_char, heading.unit_start_char)
    if title is None or (heading.start_char and text[heading.start_char - 1] != "\n"):
        return None
    return stretch(story, *title.span("title"))


def days_of_column(story: Story, cell: Cell, heading: Heading, *, is_headed: bool) -> Days | None:
    """Return when the numbers of a column hold whose head tells no time; None where that is not said of it."""
    if cell.column is None or (cell.columns > MOST_UNDATED and not is_headed):
        return None
    main = days_of(story, heading)
    ends = main if is_headed or cell.column == 0 else bracketed_days(story, heading, main)
    return Days(start_on=ends[0], end_on=ends[1], text=None) if ends else None


def head_of(story: Story, cell: Cell, heading: Heading) -> tuple[int, int] | None:
    """Return the offsets of what stands over a cell's column, where each has a head; the labels' own may have one."""
    heads = column_heads(story, heading) if cell.column is not None else []
    if cell.column is None or cell.columns == 1 or len(heads) not in (cell.columns, cell.columns + 1):
        return None
    return heads[cell.column - cell.columns]


def column_heads(story: Story, heading: Heading) -> list[tuple[int, int]]:
    """Return the offsets of the heads of columns in the last line over a table."""
    text = story.article.text
    low = heading.unit_start_char
    end = low + len(text[low : heading.end_char].rstrip())
    line = max(text.rfind("\n", low, end) + 1, low)
    return [head.span() for head in HEAD.finditer(text, line, end)]


def days_at(story: Story, start: int, end: int) -> Days | None:
    """Return the days of the time expression that is the whole of a stretch."""
    for row in story.dates_within(start, end):
        if (row.start_char, row.end_char) == (start, end):
            return Days(start_on=row.start_on, end_on=row.end_on, text=row.text)
    return None


def is_owner(story: Story, label: Phrase) -> bool:
    """Tell whether a row is named by a place that the article names anywhere, or by a body: `BRAZIL 5,200`."""
    here = story.mentions_within(label.start_char, label.end_char)
    is_body = len(here) == 1 and here[0].kind == "organization" and here[0].text == label.text
    return is_body or label.name in story.places


def place_in(story: Story, title: Phrase) -> Phrase | None:
    """Return the place that a title is of: `Spending of |Latvia|`; None where it names none, or several."""
    here = [one for one in story.mentions_within(title.start_char, title.end_char) if one.kind == "place"]
    return phrase_of(here[0].text, here[0].start_char, here[0].end_char) if len(here) == 1 else None


def days_of(story: Story, heading: Heading) -> Ends | None:
    """Return when a list holds: as its heading says, or as the sentence before it does."""
    said = BRACKETED.search(story.article.text, heading.start_char, heading.end_char)
    rows = placed(story, heading.start_char, said.start() if said else heading.unit_start_char)
    if rows:
        return rows[-1].start_on, rows[-1].end_on
    sentence = max(story.sentence_of(heading.start_char) - 1, 0)
    here = [one.period for one in story.told[-FARTHEST_BACK:] if one.sentence == sentence and one.period]
    if here:
        return here[0].ends
    rows = [row for row in placed(story, *story.spans[sentence]) if SPAN.search(row.text) and not is_ahead(story, row)]
    named = {(row.start_on, row.end_on) for row in rows}
    return named.pop() if len(named) == 1 else None


def is_ahead(story: Story, row: DateExpression) -> bool:
    """Tell whether a time is yet to come, for which a table says nothing: `due by March 2000`."""
    return bool(row.start_on and story.article.published_on and row.start_on > story.article.published_on)


def bracketed_days(story: Story, heading: Heading, main: Ends | None) -> Ends | None:
    """Return when the numbers in brackets hold, where the heading says so."""
    said = BRACKETED.search(story.article.text, heading.start_char, heading.end_char)
    if said is None:
        return None
    earlier = shifted_year(main, -1) if main else None
    rows = placed(story, said.start(), said.end())
    if rows:
        own = rows[-1].start_on, rows[-1].end_on
        return earlier if earlier and is_within(earlier, own) else own
    return earlier if YEAR_BACK.search(said[0]) else None


def placed(story: Story, start: int, end: int) -> list[DateExpression]:
    """Return the time expressions of a stretch whose days are known."""
    return [row for row in story.dates_within(start, end) if row.start_on and row.end_on]


def is_within(ends: Ends, others: Ends) -> bool:
    """Tell whether a stretch of time lies within another."""
    return (others[0] or date.min) <= (ends[0] or date.min) and (ends[1] or date.max) <= (others[1] or date.max)


def stretch(story: Story, start: int, end: int) -> Phrase:
    """Return a stretch of the text as a phrase."""
    text = story.article.text[start:end].rstrip()
    return Phrase(start_char=start, end_char=start + len(text), text=text, name=text.lower())


def note(told: Told, slot: str, answer: Phrase | Days | None, *, confidence: float = BY_ROW) -> None:
    """Note an answer, if there is one, and how sure it is."""
    if answer:
        setattr(told, slot, answer)
        told.confidences[slot] = confidence

"""Finds the sources that an article names in parentheses or in numbered notes: `(Itar-Tass, Xinhua, October 22)`.

- `outlets`: what a name says of its kind, and words that show it to be none.
- `cities`, `groups`: `(Birmingham, May 15)`, `Russian agencies`.
- `printed_names`: what stands around an outlet's name.
- `misprints`: one letter amiss.
- `parentheses`, `brackets`: where sources may stand.
- `sources`: what stands inside.
- `notes`: the numbered list at an article's end.
- `earlier_issues`: the publication's own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.extractors.citations.brackets import Bracketed, bracketed
from tasks.extractors.citations.earlier_issues import earlier_issues
from tasks.extractors.citations.misprints import misprinted_outlet
from tasks.extractors.citations.notes import Note, find_notes, note_of
from tasks.extractors.citations.outlets import kind_of
from tasks.extractors.citations.sources import Source, read_sources
from tasks.extractors.dates.calendar.cited_days import CitedDays, resolve
from tasks.extractors.vocabulary.outlets import Outlet, known_outlet
from warehouse.records import PARAGRAPH_BREAK, Article, Citation

VERSION = "7"

SENTENCE_END = re.compile(r"[\s.,;:!?\"”’]*")

AFTER_UNDATED = re.compile(r"\s*(?:[.!?;,]|$)|\s+[A-Z“\"]")
"""What may follow a source without a date: the sentence's end or the next sentence, not `(NTV) reported`."""

INITIAL = re.compile(r"\b[A-Z]")
EXPANSION_REACH = 80
"""Characters before an acronym that its expansion may fill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parenthesis:
    """A parenthesis or note that names sources, and the stretch of text that rests on them."""

    form: str
    start: int
    end: int
    sources: tuple[Source, ...]
    days_text: str
    note_number: int | None
    covers_start: int
    covers_end: int


def find(article: Article) -> Iterator[Citation]:
    """Yield one row per outlet and date of each source named in parentheses or in the notes at the end."""
    notes = list(find_notes(article.text, start=article.body_start_char))
    found = [*find_parentheses(article, notes=notes), *(as_parenthesis(article, note) for note in notes)]
    named = (row for parenthesis in found for row in rows(article, parenthesis))
    yield from sorted([*named, *earlier_issues(article)], key=lambda row: row.start_char)


def find_parentheses(article: Article, *, notes: list[Note]) -> Iterator[Parenthesis]:
    """Yield the body's brackets that name sources, each with the run of text since the one before it."""
    text = article.text
    breaks = [article.body_start_char]
    breaks += [m.end() for m in PARAGRAPH_BREAK.finditer(text, article.body_start_char, article.body_end_char)]
    covered = (article.body_start_char, article.body_start_char)
    free_from = article.body_start_char
    for found in bracketed(text, start=article.body_start_char, end=article.body_end_char):
        start, end, content = found.start, found.end, text[found.content_start : found.content_end]
        if start < free_from:
            continue
        note = note_of(text[start:end], at=start, notes=notes)
        sources = note.sources if note else tuple(read_sources(content))
        if not sources or not (note or is_source(text, found, sources=sources)):
            continue
        paragraph_start = free_from if is_alone(text, start, end) else breaks[bisect_right(breaks, start) - 1]
        run = trimmed(text, max(paragraph_start, free_from), start)
        covered = run if run[0] < run[1] else covered
        yield Parenthesis(
            form="note mark" if note else found.form,
            start=start,
            end=end,
            sources=sources,
            days_text=text[note.content_start : note.end] if note else content,
            note_number=note.number if note else None,
            covers_start=covered[0],
            covers_end=covered[1],
        )
        free_from = end


def is_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a bracket is all that its line holds: then it is cited for all since the one before it."""
    before, behind = text.rfind("\n", 0, start), text.find("\n", end)
    line = text[before + 1 : behind if behind >= 0 else len(text)]
    return not line.replace(text[start:end], "", 1).strip(" \t\r.")


def is_source(text: str, found: Bracketed, *, sources: tuple[Source, ...]) -> bool:
    """Tell sources from what brackets hold otherwise: an acronym, or an editor's words within a quotation.

    In square brackets and braces a known outlet and a date must stand; where a parenthesis is not closed nothing else.
    """
    if found.form == "parenthesis":
        return not is_acronym(text, start=found.start, end=found.end, sources=sources)
    known = [bool(outlet_of(source)) or bool(source.group) for source in sources]
    if not all(source.days for source in sources) or not any(known):
        return False
    last = max(days.end for source in sources for days in source.days)
    return found.form == "bracket" or (all(known) and found.content_start + last == found.content_end)


def outlet_of(source: Source) -> Outlet | None:
    """Return the known outlet that a source names, though it may be misprinted beside a date."""
    name = source.group or source.outlet_text
    return known_outlet(name) or (misprinted_outlet(name) if source.days else None)


def is_acronym(text: str, *, start: int, end: int, sources: tuple[Source, ...]) -> bool:
    """Tell an acronym, `Independent Television (NTV) said`, `the Associated Press (AP)`, from an undated source."""
    if any(source.days for source in sources):
        return False
    initials = "".join(INITIAL.findall(text, max(0, start - EXPANSION_REACH), start))
    return initials.endswith(text[start + 1 : end - 1]) or not AFTER_UNDATED.match(text, end)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a stretch by the punctuation at its start and the white space at its end."""
    first = SENTENCE_END.match(text, start, end)
    start = first.end() if first else start
    return start, start + len(text[start:end].rstrip())


def as_parenthesis(article: Article, note: Note) -> Parenthesis:
    """Treat a note as what it is, a source named in the text, which itself covers nothing."""
    return Parenthesis(
        form="note",
        start=note.start,
        end=note.end,
        sources=note.sources,
        days_text=article.text[note.content_start : note.end],
        note_number=note.number,
        covers_start=note.start,
        covers_end=note.start,
    )


def rows(article: Article, found: Parenthesis) -> Iterator[Citation]:
    """Yield a row for each outlet and each day or range of days; the same pair twice is one row."""
    seen = set()
    for source in found.sources:
        for days in source.days or (None,):
            row = as_row(article, found, source=source, days=days)
            if (row.outlet, row.cited_on_start) not in seen:
                seen.add((row.outlet, row.cited_on_start))
                yield row


def as_row(article: Article, found: Parenthesis, *, source: Source, days: CitedDays | None) -> Citation:
    """Build the row of one outlet and date."""
    name = source.group or source.outlet_text
    outlet = outlet_of(source)
    published_on = article.published_on or article.published_on_high
    first, last = resolve(days, published_on=published_on) if days else (None, None)
    return Citation(
        article_id=article.article_id,
        start_char=found.start,
        end_char=found.end,
        text=article.text[found.start : found.end],
        rule=found.form,
        outlet=outlet.name if outlet else name,
        outlet_text=source.outlet_text,
        outlet_kind="group" if source.group else outlet.kind if outlet else kind_of(name),
        outlet_place=source.place,
        cited_on_start=first,
        cited_on_end=last,
        cited_on_text=found.days_text[days.start : days.end] if days else None,
        cited_by=source.cited_by,
        note_number=found.note_number,
        covers_start_char=found.covers_start,
        covers_end_char=found.covers_end,
    )

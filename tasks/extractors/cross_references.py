"""Finds references to other articles of the publications that are known: `(see the Monitor, March 12)`."""

import re
from collections.abc import Iterator

from tasks.extractors.citations.cited_days import CitedDays, find_days, resolve
from warehouse.records import Article, CrossReference

VERSION = "2"

PUBLICATIONS = (
    "Monitor",
    "Prism",
    "Fortnight in Review",
    "China Brief",
    "Eurasia Daily Monitor",
    "EDM",
    "North Caucasus Weekly",
    "North Caucasus Analysis",
    "Chechnya Weekly",
    "Russia and Eurasia Review",
    "Russia's Week",
    "Terrorism Monitor",
    "Terrorism Focus",
)
"""Titles of the Jamestown Foundation, whose briefs refer to one another."""

TITLE = re.compile(
    r"(?P<publication>" + "|".join(re.escape(name) for name in sorted(PUBLICATIONS, key=len, reverse=True)) + r")\b"
)

REFERENCE = re.compile(
    r"\b(?:[Ss]ee|SEE|[Cc]f\.|[Cc]ompare|[Aa]s (?:reported|noted|discussed) in)\s+(?:also\s+)?(?:[Tt]he\s+)?"
    r"(?:[Jj]amestown(?:['’]s|\s+Foundation(?:['’]s)?)?\s+)?(?=[A-Z])"
)
"""What leads into a reference: `see the`, `See also`, `as reported in the`, `see Jamestown's`."""

REACH = 160
"""Characters after the lead that a reference's titles and days are looked for in."""

END = re.compile(r"[.)\]]\s|[)\]]|\.$|\n\s*\n")
"""What ends a reference: a closing bracket, or a period that stands before white space."""

ABBREVIATION = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.", re.IGNORECASE)


def find(article: Article) -> Iterator[CrossReference]:
    """Yield one row per publication and day that the body refers its reader to."""
    free_from = article.body_start_char
    for lead in REFERENCE.finditer(article.text, article.body_start_char, article.body_end_char):
        if lead.start() < free_from:
            continue
        end = reference_end(article.text, start=lead.end(), limit=article.body_end_char)
        yield from rows(article, start=lead.start(), end=end, titles_from=lead.end())
        free_from = end


def reference_end(text: str, *, start: int, limit: int) -> int:
    """Return where the sentence or bracket that holds the reference ends; `Oct. 3` does not end it."""
    stretch = ABBREVIATION.sub(lambda month: month[0][:-1] + "_", text[start : min(limit, start + REACH)])
    end = END.search(stretch)
    return start + (end.start() if end else len(stretch))


def rows(article: Article, *, start: int, end: int, titles_from: int) -> Iterator[CrossReference]:
    """Yield the rows of one reference: each title with the days written after it, or without a day."""
    text = article.text
    titles = list(TITLE.finditer(text, titles_from, end))
    if not titles or titles[0].start() != titles_from:
        return
    span = widened(text, start, end) or (start, last_end(text, titles=titles, end=end))
    for index, title in enumerate(titles):
        stop = titles[index + 1].start() if index + 1 < len(titles) else end
        written = text[title.end() : stop]
        days = [day for run in find_days(written) for day in run]
        for day in days or (None,):
            yield as_row(article, span=span, title=title, day=day)


def widened(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the brackets around a reference that fills them; None where it stands in running text."""
    if start and text[start - 1] in "([" and text[end : end + 1] in (")", "]"):
        return start - 1, end + 1
    return None


def last_end(text: str, *, titles: list[re.Match[str]], end: int) -> int:
    """Return where the last title or the last day after it ends."""
    title_end = titles[-1].end()
    days = [day for run in find_days(text[title_end:end]) for day in run]
    return title_end + (days[-1].end if days else 0)


def as_row(article: Article, *, span: tuple[int, int], title: re.Match[str], day: CitedDays | None) -> CrossReference:
    """Build the row of one publication and day."""
    written = article.text[title.end() :]
    published_on = article.published_on or article.published_on_high
    return CrossReference(
        article_id=article.article_id,
        start_char=span[0],
        end_char=span[1],
        text=article.text[span[0] : span[1]],
        rule="reference",
        publication=title["publication"],
        referenced_on=resolve(day, published_on=published_on)[0] if day else None,
        referenced_on_text=written[day.start : day.end] if day else None,
    )

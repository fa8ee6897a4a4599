"""Finds references to other articles of the publications that are known: `(see the Monitor, March 12)`.

- `leads`: what leads into a reference.
- `issues`: which issue it means.
"""

import re
from collections.abc import Iterator

from tasks.extractors.cross_references.issues import Issue, issue_by_word, issues_after, issues_reported
from tasks.extractors.cross_references.leads import LEAD, REPORTED, TITLE
from warehouse.records import Article, CrossReference

VERSION = "3"

REACH = 160
"""Characters after the lead that a reference's titles and days are looked for in."""

END = re.compile(r"[.)\]]\s|[)\]]|\.$|\n\s*\n")
"""What ends a reference: a closing bracket, or a period that stands before white space."""

ABBREVIATION = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Vol|No)\.", re.IGNORECASE)


def find(article: Article) -> Iterator[CrossReference]:
    """Yield one row per publication and day that the body refers its reader to."""
    free_from = article.body_start_char
    for lead in LEAD.finditer(article.text, article.body_start_char, article.body_end_char):
        if lead.start() < free_from:
            continue
        end = reference_end(article.text, start=lead.end(), limit=article.body_end_char)
        found = list(reported(article, lead, end=end) if lead["report"] else referred(article, lead, end=end))
        yield from found
        free_from = max(free_from, *(row.end_char for row in found)) if found else free_from


def reference_end(text: str, *, start: int, limit: int) -> int:
    """Return where the sentence or bracket that holds the reference ends; `Oct. 3` does not end it."""
    stretch = ABBREVIATION.sub(lambda month: month[0][:-1] + "_", text[start : min(limit, start + REACH)])
    end = END.search(stretch)
    return start + (end.start() if end else len(stretch))


def referred(article: Article, lead: re.Match[str], *, end: int) -> Iterator[CrossReference]:
    """Yield the rows of a reference: each title with the days written beside it, or without a day."""
    text, published_on = article.text, article.published_on or article.published_on_high
    titles = list(TITLE.finditer(text, lead.end(), end))
    if not titles or titles[0].start() != lead.end():
        return
    named: dict[tuple[object, ...], tuple[str, Issue]] = {}
    last = titles[0].end()
    for index, title in enumerate(titles):
        stop = titles[index + 1].start() if index + 1 < len(titles) else end
        issues = issues_after(text[title.end() : stop], published_on=published_on)
        last = title.end() + issues[-1].end
        if index == 0 and issues[0].written is None:
            issues = before_title(article, lead) or issues
        for issue in issues:  # the same one named twice is one row
            key = (title["publication"], issue.referenced_on, issue.volume, issue.number)
            named.setdefault(key, (title["publication"], issue))
    start = lead.start("see") if lead["see"] else lead.start("bracket")
    span = widened(text, start, end) or (start, last)
    rule = "reference" if lead["see"] else "bracketed"
    for publication, issue in named.values():
        yield as_row(article, span=span, publication=publication, issue=issue, rule=rule)


def before_title(article: Article, lead: re.Match[str]) -> list[Issue]:
    """Return the issue that is named before its title: `yesterday's Monitor`, `the March 12 Monitor`."""
    if lead["relative"]:
        return [issue_by_word(lead["relative"], published_on=article.published_on)]
    if lead["day_before"]:
        return issues_after(lead["day_before"], published_on=article.published_on or article.published_on_high)
    return []


def reported(article: Article, lead: re.Match[str], *, end: int) -> Iterator[CrossReference]:
    """Yield the rows of `As the Monitor reported on March 12`; a report without a day leads nowhere."""
    title = TITLE.match(article.text, lead.end(), end)
    verb = REPORTED.match(article.text, title.end(), end) if title else None
    if title is None or verb is None:
        return
    published_on = article.published_on or article.published_on_high
    for issue in issues_reported(article.text[verb.end() : end], published_on=published_on):
        span = lead.start("report"), verb.end() + issue.end
        yield as_row(article, span=span, publication=title["publication"], issue=issue, rule="report")


def widened(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the brackets around a reference that fills them; None where it stands in running text."""
    if start and text[start - 1] in "([" and text[end : end + 1] in (")", "]"):
        return start - 1, end + 1
    return None


def as_row(article: Article, *, span: tuple[int, int], publication: str, issue: Issue, rule: str) -> CrossReference:
    """Build the row of one publication and issue."""
    return CrossReference(
        article_id=article.article_id,
        start_char=span[0],
        end_char=span[1],
        text=article.text[span[0] : span[1]],
        rule=rule,
        publication=publication,
        referenced_on=issue.referenced_on,
        referenced_on_text=issue.written,
        referenced_volume=issue.volume,
        referenced_issue=issue.number,
    )

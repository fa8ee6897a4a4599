"""Whether the words around an expression speak of what has been or of what is to come."""

import re

from tasks.extractors.dates.reading import Context

REACH = 110
"""Characters before and after an expression that are searched for its verb."""

BOUNDARY = re.compile(r"[.!?;]\s|[.!?][\"”’]|\n[^\S\n]*\n")
FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|would|to be|is to|are to|due|expected|expects?|scheduled|slated|plans?|planned|planning"
    r"|set (?:for|to)|going to|upcoming|forthcoming|payable|deadline|until|effective|may|might|should|intends?|hopes?"
    r"|aims?)\b|['’]ll\b"
)
PAST = re.compile(
    r"\b(?:\w{2,20}ed|said|was|were|had|has|have|been|told|met|left|rose|fell|made|came|took|held|began|won|lost|sent"
    r"|put|went|gave|saw|found|hit|sold|bought|brought|broke|became|led|spoke|grew|paid|kept|quit|flew|ran|shot|wrote"
    r"|got|drew|fought|taught|caught|sought|thought|stood|understood|withdrew|threw|knew|chose|drove|swore|struck|swept"
    r"|felt|dealt|spent|built|fled|heard|stole|shook|sank|hung|dug|lay|did|fed|bore|rode|forced|overtook|undertook|since)\b"
)
CITATION = re.compile(r"\([A-Z][^()]{0,100}$")
"""What stands before a date cited in parentheses: `(Itar-Tass, `."""

PAST_WORD = re.compile(r"\b(?:ended|since|dated|last|of)\s+$")

TURN = 25
"""Characters by which the verb before an expression may be farther than the one after it and still count."""


def direction(context: Context, *, start: int, end: int) -> str | None:
    """Return past or future by the verb nearest to an expression in its clause, or None where there is none."""
    before, after = clause(context.text, start=start, end=end)
    if CITATION.search(before) or PAST_WORD.search(before):
        return "past"
    near_before, near_after = nearest_before(before), nearest_after(after)
    if near_before and (near_after is None or near_before[0] <= near_after[0] + TURN):
        return near_before[1]
    return near_after[1] if near_after else None


def clause(text: str, *, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after an expression, up to the sentence's limits."""
    before = BOUNDARY.split(text[max(0, start - REACH) : start])[-1]
    after = BOUNDARY.split(text[end : end + REACH], maxsplit=1)[0]
    return before, after


def nearest_before(text: str) -> tuple[int, str] | None:
    """Return the distance and the tense of the last verb of a text."""
    found = [(len(text) - match.end(), "future") for match in FUTURE.finditer(text)]
    found += [(len(text) - match.end(), "past") for match in PAST.finditer(text)]
    return min(found, default=None)


def nearest_after(text: str) -> tuple[int, str] | None:
    """Return the distance and the tense of the first verb of a text."""
    found = [(match.start(), "future") for match in FUTURE.finditer(text)]
    found += [(match.start(), "past") for match in PAST.finditer(text)]
    return min(found, default=None)

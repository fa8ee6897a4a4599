"""Whether the words around an expression speak of what has been or of what is to come."""

import re

from tasks.extractors.dates.reading import Context

REACH = 110
"""Characters before and after an expression that are searched for its verb."""

BOUNDARY = re.compile(r"[.!?;]\s|[.!?][\"”’]|\n[^\S\n]*\n")
FUTURE = (
    r"(?:will|shall|would|to|may|might|should|must|can)(?: not)? be \w+|will|shall|won['’]t|would|is to|are to|due"
    r"|expected|expects?|scheduled|slated|plans?|planned|planning|set (?:for|to)|going to|upcoming|forthcoming|payable"
    r"|deadline|until|effective|may|might|should|intends?|hopes?|aims?"
)
PAST = (
    r"\w{2,20}ed|said|was|were|had|has|have|been|told|met|left|rose|fell|made|came|took|held|began|won|lost|sent|put"
    r"|went|gave|saw|found|hit|sold|bought|brought|broke|became|led|spoke|grew|paid|kept|quit|flew|ran|shot|wrote|got"
    r"|drew|fought|taught|caught|sought|thought|stood|understood|withdrew|threw|knew|chose|drove|swore|struck|swept|felt"
    r"|dealt|spent|built|fled|heard|stole|shook|sank|hung|dug|lay|did|fed|bore|rode|overtook|undertook|since"
)
VERB = re.compile(rf"\b(?:(?P<future>{FUTURE})|(?:{PAST}))\b|(?P<contracted>['’]ll)\b")
"""Words that tell the time spoken of, verbs above all; `will be held` is one, and no `held`."""

CITATION = re.compile(r"\([A-Z][^()]{0,100}$")
"""What stands before a date cited in parentheses: `(Itar-Tass, `."""

PAST_WORD = re.compile(r"\b(?:ended|since|dated|last|of)\s+$")

TURN = 25
"""Characters by which the verb before an expression may be farther than the one after it and still count."""


def direction(context: Context, *, start: int, end: int) -> str | None:
    """Return past or future by the verb nearest to an expression in its clause, None where there is none.

    A day that a source in parentheses is cited for is past whatever the verb: `cited`.
    """
    before, after = clause(context.text, start=start, end=end)
    if CITATION.search(before):
        return "cited"
    if PAST_WORD.search(before):
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
    verbs = list(VERB.finditer(text))
    return (len(text) - verbs[-1].end(), tense_of(verbs[-1])) if verbs else None


def nearest_after(text: str) -> tuple[int, str] | None:
    """Return the distance and the tense of the first verb of a text."""
    first = VERB.search(text)
    return (first.start(), tense_of(first)) if first else None


def tense_of(verb: re.Match[str]) -> str:
    """Return past or future."""
    return "future" if verb["future"] or verb["contracted"] else "past"

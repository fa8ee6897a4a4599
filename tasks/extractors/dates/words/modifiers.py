"""Words before an expression that say which part of it, or which side of it, is meant: `early March`, `since 1994`."""

import re

EDGES = {
    "early": "early",
    "earlier": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "later": "late",
    "end": "late",
    "close": "late",
}
"""`earlier this year` is its early part and `later this year` its late one, as TIMEX3 marks them (START, END)."""

EDGE_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<word>early|late|mid|middle|earlier|later|end(?=-))(?:[- ]in)?(?:\s+|-)"
    r"|(?:the\s+)?(?:very\s+)?(?P<part>end|beginning|start|middle|close)\s+of\s+)(?:the\s+)?$",
    re.IGNORECASE,
)

SIDES = {
    "since": "since",
    "until": "until",
    "till": "until",
    "through": "until",
    "by": "by",
    "before": "before",
    "after": "after",
    "about": "about",
    "around": "about",
    "circa": "about",
}
SIDE_BEFORE = re.compile(r"(?<!\w)(?P<word>" + "|".join(SIDES) + r")\s+(?:the\s+)?$", re.IGNORECASE)

REACH = 40
"""Characters before an expression that are searched; the longest is `the very beginning of the`."""


def edge_before(text: str, start: int) -> tuple[int, str | None]:
    """Return where an expression begins with its edge word, and early, mid or late; its own start without one."""
    from_char = max(0, start - REACH)
    match = EDGE_BEFORE.search(text[from_char:start])
    if not match:
        return start, None
    return from_char + match.start(), EDGES[(match["word"] or match["part"]).lower()]


def side_before(text: str, start: int) -> str | None:
    """Return before, after, since, until, by or about where such a word stands before the expression."""
    match = SIDE_BEFORE.search(text[max(0, start - REACH) : start])
    return SIDES[match["word"].lower()] if match else None

"""Tells an actual figure from a target, an estimate, a forecast or a claim, by the nearest word that says so."""

from tasks.extractors.figures.tokens import Token
from tasks.extractors.figures.word_lists import word_list

STATUSES = {
    word: status
    for status in ("target", "forecast", "estimate", "claim", "actual")
    for word in word_list(f"statuses.{status}")
}
"""Words that give a figure its status; past verbs make it actual."""
WEAK = frozenset({"was", "were", "had", "may", "put"})
"""Verbs that leave a stronger word before them its say: `is expected`, `goal was`."""
NO_VERBS = word_list("statuses.no_verbs")
SAYING = frozenset({"said", "says", "told", "stated", "declared", "insisted", "complained", "answers"})
REACH = 14
"""Tokens before the figure, within its sentence, in which a word of status is looked for."""
AFTER = 6


def status_of(tokens: list[Token], first: int, last: int, *, start: int, end: int) -> str | None:
    """Return the status of the figure at tokens `first` to `last` of the sentence `start` to `end`, or None."""
    weak = None
    for index in range(first - 1, max(start, first - REACH) - 1, -1):
        token = tokens[index]
        if token.text == ";":
            break
        status = STATUSES.get(token.lower) or past_status(token)
        if status is None:
            continue
        if status == "actual" and is_reported(tokens, index, start=start):
            return "claim"
        if token.lower not in WEAK:
            return status
        weak = weak or status
    for index in range(last, min(end, last + AFTER)):
        status = STATUSES.get(tokens[index].lower)
        if status and status != "actual" and tokens[index].lower not in WEAK:
            return status
        if weak is None and past_status(tokens[index]) == "actual":
            weak = "actual"
    return weak


def past_status(token: Token) -> str | None:
    """Return actual for what looks like a past verb: a word in `-ed` in small letters."""
    return "actual" if token.lower.endswith("ed") and token.text.islower() and token.lower not in NO_VERBS else None


def is_reported(tokens: list[Token], index: int, *, start: int) -> bool:
    """Tell whether a past verb stands in what someone said: `he said that 60 operators had quit`."""
    for step in range(index - 1, max(index - REACH, start), -1):
        if tokens[step].lower == "that" and tokens[step - 1].lower in SAYING:
            return True
    return False

"""Tells a figure that compares from one that states a level: `10 percent less than`, `three times as much as`."""

from tasks.extractors.figures.words.tokens import WORD, Token, at
from tasks.extractors.figures.words.verbs import MODALS
from tasks.extractors.figures.words.word_lists import word_list

UP_WORDS = word_list("comparatives.up_words")
DOWN_WORDS = word_list("comparatives.down_words")
"""Words right after a figure that say how it stands to the base behind them."""
UP_NOUNS, DOWN_NOUNS = word_list("comparatives.up_nouns"), word_list("comparatives.down_nouns")
CHANGE_NOUNS = UP_NOUNS | DOWN_NOUNS
"""Nouns that make a change of the figure before or behind them: `a loss of $2.2 billion`, `a 12 percent increase`."""
SIDES = UP_WORDS | DOWN_WORDS
TURNED = frozenset({"up", "down"})


def is_comparison(tokens: list[Token], first: int, last: int, *, kind: str) -> bool:
    """Tell whether the figure at tokens `first` to `last` says how one thing stands to another."""
    return (
        (kind == "percent" and at(tokens, last).lower in CHANGE_NOUNS)
        or side_after(tokens, last, kind=kind) is not None
        or at(tokens, first - 1).lower in TURNED
        or (is_multiple(tokens, last))
    )


def side_after(tokens: list[Token], last: int, *, kind: str) -> str | None:
    """Return up or down by the comparative behind a figure and the noun it counts: `2,300 people higher than`."""
    for index in range(last, last + (3 if kind in ("count", "quantity") else 1)):
        word = at(tokens, index).lower
        if word in SIDES and follows_comparison(tokens, index, kind=kind):
            return "up" if word in UP_WORDS else "down"
        if at(tokens, index).kind != WORD:
            return None
    return None


def follows_comparison(tokens: list[Token], index: int, *, kind: str) -> bool:
    """Tell whether `more` or `below` at a token compares: before `than`, `from`, or right behind a share."""
    after = at(tokens, index + 1)
    if after.lower in ("than", "from", "on", "last", "the", "plan"):
        return True
    return kind == "percent" and at(tokens, index).lower != "up"


def is_multiple(tokens: list[Token], last: int) -> bool:
    """Tell whether a figure multiplies a base behind it: `twice as much as`, `half the number`, `ten times what`."""
    words = [at(tokens, last + step).lower for step in range(2)]
    if words[0] == "as" and words[1] in ("much", "many", "high", "large", "big", "long"):
        return True
    if at(tokens, last - 2).lower in VERBS_NEXT:  # `wants to double its exports`
        return False
    return at(tokens, last - 1).lower in ("twice", "double", "triple", "times") and words[0] in BASES_NEXT


VERBS_NEXT = MODALS | {"to", "and"}
BASES_NEXT = frozenset({"what", "the", "that", "its", "last", "their"})

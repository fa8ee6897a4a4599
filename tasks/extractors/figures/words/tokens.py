"""Cuts a text into tokens and sentences, in one pass, so that everything after it looks at tokens only."""

import re
from dataclasses import dataclass

from tasks.extractors.figures.words.word_lists import word_list

WORD, NUMBER, SIGN, DASH, BREAK, MARK = "word", "number", "sign", "dash", "break", "mark"

TOKEN = re.compile(
    r"(?P<word>U\.S(?![\w.])|[^\W\d_](?:\.(?:[^\W\d_]\.)+|[a-z]*[^\W\d_]*(?:['’][^\W\d_]+)?))"  # U.S., two, Russia's
    r"|(?P<break>\n[^\S\n]*\n\s*)"
    r"|(?P<number>(?:(?<![\w.])\.)?[0-9]+"  # 6.12, 1,234,567, 1.234,5, .5, 1'234'567
    r"(?:[.,\u00a0\u202f\u2009][0-9]+|['’][0-9]{3}(?![0-9]))*)"
    r"|(?P<sign>[$£€¥¢฿\u20a0-\u20c0\uffe0\uffe1\uffe5])"  # the Unicode category of currency signs
    r"|(?P<dash>[-\u2010-\u2015\u2212]+)"  # hyphen, en and em dash, minus
    r"|(?P<mark>\S)"
)
"""Every alternative eats at least one character and none can match in two ways: the pass is linear.

Words come first because most tokens are words, and small letters are named as the ones that are cheapest to tell.
"""

WHOLE = {"U.S": "u.s."}
"""Initials without their last point, and the word that they are."""

STOPS = frozenset(".!?")
CLOSING_MARKS = frozenset("\"'”’)]»")
ENDING_MARKS = STOPS | CLOSING_MARKS
ABBREVIATIONS = word_list("tokens.abbreviations")
"""Words whose full stop does not end a sentence (lower case, without it)."""


@dataclass(slots=True)
class Token:
    """A stretch of text without white space inside, and its place in the article's text.

    Not frozen: an article has thousands, and a frozen one takes three times as long to make.
    """

    kind: str
    text: str
    lower: str
    start: int
    end: int


END = Token(BREAK, "", "", -1, -1)
"""Stands where a text has no token: before its first and after its last."""


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `text` between two offsets, which stay offsets into `text`."""
    return [
        Token(match.lastgroup or MARK, match[0], WHOLE.get(match[0]) or match[0].lower(), match.start(), match.end())
        for match in TOKEN.finditer(text, start, end)
    ]


def sentence_bounds(tokens: list[Token]) -> list[int]:
    """Return the index of the first token of each sentence, and the number of tokens."""
    bounds = [0]
    for index, token in enumerate(tokens):
        if token.kind != BREAK and token.text not in ENDING_MARKS:
            continue
        if token.kind == BREAK or ends_sentence(at(tokens, index - 1), token, at(tokens, index + 1)):
            bounds.append(index + 1)
    if bounds[-1] < len(tokens):
        bounds.append(len(tokens))
    return bounds


def ends_sentence(before: Token, token: Token, following: Token) -> bool:
    """Tell whether a sentence ends with this token, from the one before and the one after it."""
    if token.text in CLOSING_MARKS:
        return before.text in STOPS and following.start > token.end and begins_sentence(following)
    if token.text not in STOPS or following.start == token.end:
        return False
    if token.text == "." and (before.lower in ABBREVIATIONS or (before.kind == WORD and len(before.text) == 1)):
        return False
    return begins_sentence(following)


def begins_sentence(token: Token) -> bool:
    """Tell whether a sentence can begin with this token."""
    return token.kind != WORD or token.text[0].isupper()


def at(tokens: list[Token], index: int) -> Token:
    """Return the token at an index, or `END` where there is none."""
    return tokens[index] if 0 <= index < len(tokens) else END


def without_possessive(word: str) -> str:
    """Return a word without what makes it a possessor: the `Moldova` of `Moldova's leu`."""
    return word.removesuffix("'s").removesuffix("’s")


def past_hyphen(tokens: list[Token], index: int) -> int:
    """Return the index after a hyphen inside a compound, `go-betweens`; the same index where there is none."""
    is_inside = at(tokens, index).kind == DASH and is_glued(tokens, index) and is_glued(tokens, index + 1)
    return index + 1 if is_inside else index


def is_glued(tokens: list[Token], index: int) -> bool:
    """Tell whether no white space stands between the token before `index` and the token there."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start

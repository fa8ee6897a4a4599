"""Tells whether quoted words are a clause of their own, and whether the writer's sentence ends with them."""

import re

from tasks.extractors.quotations.lexicon.cues import is_speech_form, kind_of
from tasks.extractors.quotations.marks.pairs import Stretch

SENTENCE_END = re.compile(r"[.?!…][\"”’'»)\]]{0,3}$")
CLAUSE_END = re.compile(r"(?:[.?!…,]|--|[—–-])[\"”’'»\s]{0,4}$")
LEADING_CONJUNCTION = re.compile(r"(?:^|[.?!…]\s)(?:But|And|So|Yet|Still|Well|Or)$")
LAST_WORD = re.compile(r"([A-Za-z]+)$")
INVERTED = re.compile(r"\s*[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}(?:,\s[^,\n\"“”]{1,60},)?\s+([a-z]+)")
"""A name and a verb after a closing mark: ` Clinton asked`, ` Rep. Ann Lee, D-Md., asked`."""
CONTINUED = ("?", "!", "…", "...", "—", "–", "--")
"""Marks at the end of a quotation after which its sentence may go on."""
GOES_ON = frozenset({"went", "goes"})


def is_clause(text: str, stretch: Stretch, *, before: str, follows_mixed: bool) -> bool:
    """Tell whether quoted words are a clause of their own rather than part of the writer's sentence."""
    words = text[stretch.inner_start : stretch.inner_end]
    ends_as_clause = CLAUSE_END.search(words) is not None or text[stretch.end : stretch.end + 1] in set(",.:;—–")
    is_capital = next((character for character in words if character.isalnum()), "a").isupper()
    is_long = words.count(" ") >= 3
    if not before or SENTENCE_END.search(before) or LEADING_CONJUNCTION.search(before):
        return ends_as_clause
    if before[-1] == ":":
        return is_capital or is_long
    if before[-1] in ",;—–-":
        is_capital = is_capital and (words.count(" ") >= 2 or SENTENCE_END.search(words) is not None)
        return (is_capital or (is_long and not follows_mixed)) and ends_as_clause
    word = LAST_WORD.search(before)
    return word is not None and is_capital and words.count(" ") >= 1 and is_speech_form(word.group(1))


def ends_sentence(text: str, stretch: Stretch, *, end: int) -> bool:
    """Tell whether the writer's sentence ends with the stretch: `… program. … for that.” Zhu added`."""
    if SENTENCE_END.search(text[stretch.inner_start : stretch.inner_end][-4:]) is None:
        return False
    following = text[stretch.end : min(end, stretch.end + 80)].lstrip()
    if not following:
        return True
    if may_go_on(text, stretch) and names_speaker(following):
        return False
    return not following[0].islower() and following[0] not in ",.;:—–-"


def may_go_on(text: str, stretch: Stretch) -> bool:
    """Tell whether a quotation ends with a mark that a sentence may go on after, as in `“Why?” Petrov asked`."""
    last = text[max(stretch.inner_start, stretch.inner_end - 4) : stretch.inner_end].rstrip("\"”’'»")
    return last.endswith(CONTINUED)


def names_speaker(following: str) -> bool:
    """Tell whether a text begins with a name and a verb that say who spoke, rather than a sentence of its own."""
    inverted = INVERTED.match(following)
    if inverted is None:
        return False
    is_speech = kind_of(inverted.group(1)) is not None or inverted.group(1) in GOES_ON
    return is_speech and not following[inverted.end() :].startswith((":", ' "', " “", ", “", ', "'))

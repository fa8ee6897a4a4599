"""Tells where a clause ends that a verb reports: the parser hangs some of its words elsewhere."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import reports_of
from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.quotations.syntax.grammar import SUBJECTS
from tasks.extractors.quotations.syntax.subjects import goes_on_from
from tasks.extractors.vocabulary.nouns import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REASONS = words_for("reason or condition")
"""What begins a clause that belongs to the reported one right before it: `said he would stay unless …`."""
OCCASIONS = words_for("occasion to speak")
"""When or where somebody spoke, together with what carries words (`in a letter`)."""
CONCESSIONS = frozenset({"although", "though", "while", "even"})
"""What begins, after a comma, the writer's own remark on a report: `claimed that it was legal, although …`."""


def clause_end(clause: "Token", after: Sequence["Token"] = ()) -> int:
    """Give the number of the last word of a reported clause; `after` are the words beside it under the same verb."""
    last = int(clause.right_edge.i)
    for child in sorted(after, key=number_of):
        if follows(child, last) and goes_on(child):
            last = int(child.right_edge.i)
    return before_remark(clause, last)


def follows(child: "Token", last: int) -> bool:
    """Tell whether what a child heads begins right after a word; before a second clause, marks and `and` may stand."""
    gap = child.doc[last + 1 : child.left_edge.i]
    if child.dep_ == "ccomp" and child.left_edge.i > last:
        return all(token.dep_ in ("punct", "cc") for token in gap)
    return bool(child.left_edge.i == last + 1)


def number_of(token: "Token") -> int:
    """Give the number of a word in its sentence."""
    return int(token.i)


def goes_on(child: "Token") -> bool:
    """Tell whether a phrase right after a clause belongs to it: `agreed to sell tanks | to Sudan`, `| unless …`.

    The occasion on which something was said does not: `said he would resign | in an interview`.
    """
    if child.dep_ == "prep":
        return not any(tells_occasion(noun) for noun in child.children if noun.dep_ == "pobj")
    return child.dep_ == "ccomp" or (child.dep_ == "advcl" and child.doc[child.left_edge.i].lower_ in REASONS)


def tells_occasion(noun: "Token") -> bool:
    """Tell whether a noun names an occasion to speak, or what carries words: a briefing, a statement."""
    return noun.lemma_.lower() in OCCASIONS or noun_kind(noun.lemma_) == "carrier"


def before_remark(clause: "Token", last: int) -> int:
    """Give the number of the last word before the writer's own remark at the end of a reported clause.

    That is a concession after a comma (`…, although he refused`), or a second verb of speech with the first one's
    speaker (`said she regretted it and promised to …`).
    """
    cut = last
    for token in clause.subtree:
        first = token.left_edge.i
        if clause.i < first <= cut and token.right_edge.i >= last and is_remark(token, clause):
            cut = first - 1
    return cut


def is_remark(token: "Token", clause: "Token") -> bool:
    """Tell whether what a word heads is the writer's addition to a reported clause."""
    document = token.doc
    first = token.left_edge.i
    if token.dep_ == "conj" and token.head.i == clause.i:
        return shares_speaker(token, clause)
    return token.dep_ == "advcl" and document[first].lower_ in CONCESSIONS and is_parted(document, first)


def is_parted(document: "Doc", place: int) -> bool:
    """Tell whether a comma or a dash stands before a word; the hyphen of `Su-27` has no space before it."""
    mark = document[place - 1]
    return mark.text == "," or (mark.text in ("-", "–", "—") and place > 1 and bool(document[place - 2].whitespace_))


def shares_speaker(verb: "Token", clause: "Token") -> bool:
    """Tell whether a verb joined to a reported clause is rather joined to the verb that reports it."""
    has_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    if has_subject or not reports_of(verb.text):
        return False
    return verb.tag_ == clause.head.tag_ or goes_on_from(verb, clause.head)

"""What a sentence reports without quotation marks, as words of a parse."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Words of a sentence that are reported, by the numbers of the first and last, and what reports them.

    `subject` is the word for the one who says so; nothing where nobody is named, as in `it was reported that`. `gap`
    holds the numbers of the first and last word of what is put into the statement and no part of it:
    `Such action, | they said, | might help`; `clauses` says of the parts on either side whether each is a clause.
    """

    first: int
    last: int
    cue: "Token"
    subject: "Token | None"
    rule: str
    gap: tuple[int, int] | None = None
    clauses: tuple[bool, bool] = (False, False)


def is_main(report: Report, last: int) -> bool:
    """Tell whether a report is what its sentence tells, up to the last word: `Lobov denied | that he had gone`."""
    document = report.cue.doc
    verb = report.cue
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
    is_rest = all(token.is_punct for token in document[report.last + 1 : last + 1])
    return is_rest and (verb.dep_ == "ROOT" or report.rule in ("sentence around", "according to"))

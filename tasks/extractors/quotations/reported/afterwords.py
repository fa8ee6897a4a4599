"""Tells whether what follows an attribution is said as well: `…, he said, | revising an earlier estimate` is not."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import forms_after, kind_of
from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.quotations.reported.report import Report
from tasks.extractors.vocabulary.nouns import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Token

BROKEN_OFF = frozenset({"PRP", "PRP$", "DT", "IN", "TO"})
"""Tags of the words that no aside ends with."""
DASHES = frozenset({"--", "-", "–", "—"})
DONE_IN_SPEAKING = words_for("done in speaking")
ALLUDING = re.compile(
    r"(?:in|with) (?:an? )?(?:(?:apparent|clear|obvious|veiled) )?(?:reference|allusion|response|reply)\b"
)
"""What somebody's words are meant for: `, in an apparent reference to the strike`."""


def is_new(word: "Token") -> bool:
    """Tell whether a word after an attribution begins another one, or the writer's words: `but`, `blaming rebels`.

    So does what somebody did in speaking: `, revising an earlier estimate`, `, in reference to the strike`.
    """
    if word.pos_ == "CCONJ" or (word.tag_ == "VBG" and kind_of(word.text) in ("speech", "naming", "attitude")):
        return True
    does = word.tag_ == "VBG" and (word.lemma_ in DONE_IN_SPEAKING or any(map(is_of_words, word.children)))
    return does or ALLUDING.match(word.doc[word.i :].text) is not None


def is_of_words(thing: "Token") -> bool:
    """Tell whether an object is what somebody says or has said: `withdrawing his | threat`."""
    carries = noun_kind(thing.lemma_) == "carrier" or bool(forms_after(thing.lemma_, part="noun"))
    return thing.dep_ == "dobj" and carries


def within_dashes(report: Report) -> Report:
    """End a report with the aside between dashes that it begins in: `a sum -- some say |$2 million| -- was named`.

    Where somebody speaks of himself, or breaks off at a small word, he only halts: `I think if we — she may go home`.
    """
    document = report.cue.doc
    dashes = [token.i for token in document if token.text in DASHES and token.i > 0 and token.nbor(-1).whitespace_]
    opening = next((dash for dash in reversed(dashes) if dash < report.cue.i), None)
    closing = next((dash for dash in dashes if dash > max(report.first, report.cue.i)), None)
    if opening is None or closing is None or report.gap or not opening < report.first < closing < report.last:
        return report
    halts = document[closing - 1].tag_ in BROKEN_OFF or (report.subject is not None and report.subject.lower_ == "i")
    return report if halts else replace(report, last=closing - 1)

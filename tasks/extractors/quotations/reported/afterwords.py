"""Tells whether what follows an attribution is said as well: `…, he said, | revising an earlier estimate` is not."""

import re
from typing import TYPE_CHECKING

from tasks.extractors.quotations.lexicon.cues import forms_after, kind_of
from tasks.extractors.quotations.lexicon.tables import words_for
from tasks.extractors.vocabulary.nouns import noun_kind

if TYPE_CHECKING:
    from spacy.tokens import Token

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

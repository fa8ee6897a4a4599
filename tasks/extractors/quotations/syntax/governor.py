"""What attributes words to somebody, as words of a parse."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """A word that governs quoted words, the word for the one who says them, and the rule by which both were found."""

    cue: "Token"
    subject: "Token"
    rule: str

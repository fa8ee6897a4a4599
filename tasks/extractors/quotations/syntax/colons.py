"""Finds who is named before a colon that quoted words follow."""

from typing import TYPE_CHECKING

from tasks.extractors.quotations.syntax.governor import Governor
from tasks.extractors.quotations.syntax.grammar import FINITE_OR_MODAL
from tasks.extractors.quotations.syntax.sources import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Doc


def follows_colon(document: "Doc", *, inside: frozenset[int]) -> bool:
    """Tell whether a colon stands before quoted words, as in `Petrov had one wish: “…”`."""
    return any(token.text == ":" for token in document[max(0, min(inside) - 2) : min(inside)])


def label_of(document: "Doc", *, inside: frozenset[int]) -> Governor | None:
    """Find who is named without any verb before a colon: `A senior aide: “…”`, `Petrov on the dam: “…”`."""
    if not follows_colon(document, inside=inside):
        return None
    before = document[: min(inside)]
    if any(token.tag_ in FINITE_OR_MODAL for token in before):
        return None
    top = next((token for token in before if token.head.i == token.i or token.head.i >= len(before)), None)
    return (
        Governor(cue=document[len(before) - 1], subject=top, rule="label")
        if top is not None and can_speak(top)
        else None
    )

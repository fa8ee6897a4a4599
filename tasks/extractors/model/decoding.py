"""The steps of a transition parser over many texts at once, with the values that spaCy's own loop computes.

spaCy's `greedy_parse` releases the interpreter's lock and takes it again for every text at every step, which costs a
third of its time. Here each step is one call for all texts that are not done; the lock is held throughout.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline.transition_parser import Parser
    from spacy.tokens import Doc


FEWEST_TEXTS = 2
"""Below, a step in Python costs more than the lock."""


def decode(parser: "Parser", documents: Sequence["Doc"]) -> Sequence[Any]:
    """Return the final state of a parser or entity recogniser for each document, as its `predict` does."""
    if len(documents) < FEWEST_TEXTS:
        few: Sequence[Any] = parser.predict(documents)
        return few
    states: Sequence[Any] = parser.moves.init_batch(documents)
    unfinished = [state for state in states if not state.is_final()]
    if not unfinished:
        return states
    steps = parser.model.predict(documents)
    while unfinished:
        unfinished = parser.transition_states(unfinished, steps.predict(unfinished))
    steps.clear_memory()
    return states

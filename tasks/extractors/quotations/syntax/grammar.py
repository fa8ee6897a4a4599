"""Tags and relations of the parser that more than one rule tests for."""

FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of a verb that stands for itself: `said`, `says`, `say`."""
FINITE_OR_MODAL = FINITE | {"MD"}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HIGHEST_CLIMB = 12
"""Steps from a word to the top of a sentence; no sentence of news is deeper."""
NOTHING_QUOTED: frozenset[int] = frozenset()
"""The quoted words to keep away from, where nothing is quoted."""

"""Tells figures of what did not come about: `did not lose $5 million`, `denied taking $2 million`, `not 50`.

What is asked did not come about either, as far as the text says: `asked whether 40 had left`.
"""

import re

REACH = 100
DENIED = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|was|were|is|are)(?: not|n['’]t)|never|neither|nor|den(?:y|ies|ied|ying)"
    r"|not true that|no longer|whether|(?:ask|wonder|doubt|question|unclear|uncertain)(?:s|ed|ing)? if)\b"
    r"(?! (?:only|just|until|merely|simply|even|more|less|fewer)\b)"
    r"(?:(?!\b(?:because|after|but|which|who|whose|although|despite|since|when|than|until|unless|as|if)\b)"
    r"[^,;:.?!()“”\"\n])*$|\bnot (?:the |about |some )?$",
    re.IGNORECASE,
)
"""A denial or a question and the rest of its clause, up to a figure."""


def is_denied(text: str, start: int, *, low: int) -> bool:
    """Tell whether the clause before a figure, no further back than `low`, denies or asks what it is stated for."""
    return DENIED.search(text, max(low, start - REACH), start) is not None


SET_AGAINST = re.compile(r"(?:,|--|[—–]) (?:and )?not (?:the |about |some )?$")
"""What stands before a figure that another one is set against: `$3.5 billion, not $3 billion`."""
LONGEST_AGAINST = 16


def is_set_against(text: str, start: int, *, low: int) -> bool:
    """Tell whether the figure that begins here is named only for what it is not."""
    return SET_AGAINST.search(text, max(low, start - LONGEST_AGAINST), start) is not None


CORRECTION_REACH = 300
CORRECTION = re.compile(r"\b(?:[Cc]orrection|CORRECTION|[Cc]larification|an earlier version)\b")
WITHDRAWN = re.compile(r"\b(?:not|instead of|rather than) (?:the |about |some )?$")
"""What stands before the figure that a correction takes back: `It was $40 million, not $4 million`."""


def is_withdrawn(text: str, start: int, *, low: int) -> bool:
    """Tell whether the figure that begins here is one that a correction, no further back than `low`, takes back."""
    before = max(low, start - CORRECTION_REACH)
    return WITHDRAWN.search(text, before, start) is not None and CORRECTION.search(text, before, start) is not None

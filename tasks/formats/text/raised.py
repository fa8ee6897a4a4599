"""Digits above the line, which are no digits of the number before them: a mark of a note, an exponent, a numerator."""

RAISED = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def raised(text: str) -> str:
    """Return raised characters as Unicode has them (`12` with a note 3 as `12³`, not `123`); letters stay."""
    return text.translate(RAISED)

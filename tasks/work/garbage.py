"""How often Python looks for what only refers to itself: seldom, for hardly anything here does.

After every 700 new objects, as Python has it, a twentieth of the time of extracting goes into looking, and a fifth of
that of importing Prefect and Great Expectations (decision 0099).
"""

import gc

NEW_OBJECTS = 50_000
"""Objects made, and not yet let go of, between two looks at the youngest; some ten megabytes."""
LOOKS_BETWEEN_GENERATIONS = 20


def collect_seldom() -> None:
    """Have this process look for such objects seldom."""
    gc.set_threshold(NEW_OBJECTS, LOOKS_BETWEEN_GENERATIONS, LOOKS_BETWEEN_GENERATIONS)

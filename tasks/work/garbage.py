"""How often Python looks for what only refers to itself: seldom, for hardly anything here does; and what Arrow keeps.

After every 700 new objects, as Python has it, a twentieth of the time of extracting goes into looking, and a fifth of
that of importing Prefect and Great Expectations (decision 0099).
"""

import gc
import os

NEW_OBJECTS = 50_000
"""Objects made, and not yet let go of, between two looks at the youngest; some ten megabytes."""
LOOKS_BETWEEN_GENERATIONS = 20


def collect_seldom() -> None:
    """Have this process look for such objects seldom."""
    gc.set_threshold(NEW_OBJECTS, LOOKS_BETWEEN_GENERATIONS, LOOKS_BETWEEN_GENERATIONS)


def keep_nothing_of_arrows() -> None:
    """Have Arrow, which is not loaded yet, take its memory from the system, here and in all that is started here.

    Its own allocator keeps what threads let go of: over 60 shards that landed the process grew by 95 megabytes, not 45.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")

"""Globs matched part by part while a folder is walked, so that no folder is entered that cannot match.

A pattern is its parts: `19*/**/*.txt` is `("19*", "**", "*.txt")`. A state is the number of parts matched so far; a
set of states is carried down the folders. The empty pattern matches all.
"""

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

MAGIC = re.compile(r"[*?\[]")

Pattern = tuple[str, ...]
States = frozenset[int]


def split_glob(glob: str) -> tuple[str, Pattern]:
    """Split a glob into the folder before its first wildcard and the pattern below it."""
    parts = glob.split("/")
    first = next(at for at, part in enumerate(parts) if MAGIC.search(part))
    folder = "/".join(parts[:first]) or ("/" if first else ".")
    return folder, tuple(part for part in parts[first:] if part)


def start_states(pattern: Pattern) -> States:
    """Return the states before any name is seen."""
    return with_skipped(pattern, [0])


def next_states(pattern: Pattern, states: States, name: str) -> States:
    """Return the states after a name; empty where nothing below it can match."""
    if is_match(pattern, states):
        return states
    kept = (state for state in states if pattern[state] == "**")
    passed = (state + 1 for state in states if pattern[state] != "**" and fnmatchcase(name, pattern[state]))
    return with_skipped(pattern, [*kept, *passed])


def with_skipped(pattern: Pattern, states: Iterable[int]) -> States:
    """Add the states behind each `**`, which may stand for no folder at all."""
    reached: set[int] = set()
    for first in states:
        state = first
        reached.add(state)
        while state < len(pattern) and pattern[state] == "**":
            state += 1
            reached.add(state)
    return frozenset(reached)


def is_match(pattern: Pattern, states: States) -> bool:
    """Tell whether the names so far match the whole pattern, and with them all that lies below."""
    return len(pattern) in states

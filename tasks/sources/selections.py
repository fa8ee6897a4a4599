"""Which sources a path of the command line stands for, whether they are there at present or not."""

import os
from dataclasses import dataclass
from functools import partial, reduce

from tasks.sources.globs import MAGIC, Pattern, is_match, next_states, split_glob, start_states
from tasks.sources.locations import absolute


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A file, folder or archive and, of a glob, the pattern that what lies below it must match."""

    root: str
    pattern: Pattern = ()

    def holds(self, source_path: str) -> bool:
        """Tell whether a file is the root itself, a member of it, or lies below it and matches."""
        if source_path == self.root or source_path.startswith((f"{self.root}!", f"{self.root}#")):
            return not self.pattern
        folder = f"{self.root.rstrip('/')}/"
        if not source_path.startswith(folder):
            return False
        path = source_path.removeprefix(folder).partition("!")[0]
        return self.matches(path) or ("#" in path and self.matches(path.rpartition("#")[0]))

    def matches(self, path: str) -> bool:
        """Tell whether a path below the root matches the pattern."""
        step = partial(next_states, self.pattern)
        return is_match(self.pattern, reduce(step, path.split("/"), start_states(self.pattern)))


def selection_of(path: str) -> Selection:
    """Read a path as reading the sources does: what exists by its very name is no glob."""
    if os.path.lexists(path) or not MAGIC.search(path):
        return Selection(root=absolute(path))
    folder, pattern = split_glob(path)
    return Selection(root=absolute(folder), pattern=pattern)

"""What is new, changed or stale, and by which version: the one place that decides what a run does again.

- `versions`: the versions of all that decided what a run has landed.
- `causes`: why something is done again, and how much of it.
- `files`: which files are not held as they are now.
- `backlog`: which stored articles were found by earlier versions.
- `volumes`: which volumes have not been dated as they are now.
- `entities`: whether entities follow from the mentions and rules of today.
"""

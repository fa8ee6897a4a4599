"""Cuts and parses files that hold many articles.

- `__main__`: the command, `python -m benchmarks.containers`.
"""

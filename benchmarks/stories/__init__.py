"""How right and how quick articles that tell the same story are found: `python -m benchmarks.stories`.

- `wording`: news-like sentences and reports of a kind, of the benchmark's own.
- `planting`: pairs of which it is known whether they tell the same story.
- `__main__`: the command.
"""

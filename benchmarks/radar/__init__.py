"""How well reports that contradict each other are found, and how fast.

- `wordings`: quantities, parties, sources and sentences.
- `amounts`: how amounts are written.
- `planting`: pairs of reports that are known to disagree, or to agree.
- `scoring`: what the radar makes of them.
- `scale`: generated statements by the million.
- `__main__`: the command, `python -m benchmarks.radar`.
"""

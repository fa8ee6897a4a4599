"""What the commands cost, in this checkout and in an earlier state of it, measured in turns.

- `rules`: extractors that need no model, and hostile texts.
- `parsed`: which sentences are parsed, and what for.
- `archives`: archives of so many articles, generated or real.
- `stages`: the stages of an ingest, timed within it.
- `commands`: commands run in a checkout: processor time, wall time, memory.
- `kernels`: what multiplies the model's matrices.
- `unchanged`: an ingest that finds nothing new.
- `comparison`: two checkouts in turns, at several sizes.
- `tables`: what was measured, in words.
- `plot`: what an article costs at each size.
- `__main__`: all of it.
"""

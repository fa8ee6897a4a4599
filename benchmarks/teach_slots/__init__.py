"""Teaches what figures say, from labels made by reading, and scores what was learned.

- `labels`: what readers wrote down, and whether an answer agrees with it.
- `lessons`: the labelled articles as the extractor reads them, each candidate with whether a reader accepts it.
- `own_cases`: half of our own cases as lessons of measures and periods.
- `growing`: trees grown from lessons, as plain numbers.
- `trials`: how right a judge is on labelled articles.
- `confidences`: how sure each score is.
- `agreement`: how far two readers agree.
- `__main__`: the command, `python -m benchmarks.teach_slots`.
"""

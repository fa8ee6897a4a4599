"""The words of time expressions, and the arithmetic of days.

- `word_lists`: lists of words, by name.
- `lexicon`: words, numbers, and pieces of patterns.
- `cues`: words without which a rule need not be tried.
- `intervals`: days, weeks, months, quarters and years as intervals.
- `reading`: what rules are made of, and what they return.
- `modifiers`: `early`, `since`, `by`.
- `stated_years`: the year written beside a day or month.
- `tense`: whether past or future is spoken of.
- `nearest`: which year or week is meant where none is written.
"""

"""One number, in digits, in words, or in both.

- `digits`: every style of separator.
- `scales`: `million`, `bn`, `and a half`.
- `digit_numerals`: numbers that begin with digits.
- `word_numerals`: numbers that begin with a word.
- `numerals`: any number.
"""

"""Words for people that more than one extractor reads by.

- `tables`: the lists, and how they are read.
- `nouns`: common nouns for those who speak, and for what carries their words.
- `given_names`: names of men and of women.
"""

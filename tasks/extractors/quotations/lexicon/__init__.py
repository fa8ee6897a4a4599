"""The words that introduce speech, and the titles of those who speak.

- `tables`: the lists, and how they are read.
- `cues`: verbs, nouns and phrases of speech, with all their forms.
- `genders`: men and women by title, given name and surname.
"""

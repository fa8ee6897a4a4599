"""The words that introduce speech, and the words for those who speak.

- `tables`: the lists, and how they are read.
- `cues`: verbs, nouns and phrases of speech, with all their forms.
- `nouns`: common nouns for speakers, and for what carries their words.
- `genders`: men and women by title, given name and surname.
"""

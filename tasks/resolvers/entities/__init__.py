"""Which real thing a mention refers to, across all articles.

- `lists`: names of one person or thing.
- `folding`: what the spellings of a name have in common.
- `people`: one person, or two who may be meant.
- `bodies`: bodies, weapons, events and places.
- `entities`: one entity per real thing.
- `corrections`: the user's own, which win.
"""

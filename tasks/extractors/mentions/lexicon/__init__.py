"""Names known beforehand, and how names are compared.

- `tables`: the lists, and how a name is looked up in them.
- `tokens`: words of a text with their places.
- `spans`: candidates for mentions.
- `index`: where names out of a list stand in a text.
- `lexicon`: names known, and words that are none.
- `spelling`: names as they are compared.
- `headwords`: what a name says of its own kind.
- `titles`: titles before a person's name.
- `countries`: countries, peoples and capitals by code.
- `cities`: cities of the world.
- `locations`: where a place lies.
"""

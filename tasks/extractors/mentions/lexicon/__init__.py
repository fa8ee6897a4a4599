"""Names known beforehand, and how names are compared.

- `tables`: the lists, and how a name is looked up in them.
- `tokens`: words of a text with their places.
- `spans`: candidates for mentions.
- `index`: where names out of a list stand in a text.
- `countries`: countries, peoples and capitals by code.
- `lexicon`: names known, and words that are none.
- `spelling`: names as they are compared.
- `organizations`: international organizations and their acronyms.
- `headwords`: what a name says of its own kind.
- `titles`: titles before a person's name.
- `firms`: what nobody but a firm has and does.
- `regions`: regions of countries, and the states of the United States.
- `cities`: cities of the world.
- `locations`: where a place lies.
"""

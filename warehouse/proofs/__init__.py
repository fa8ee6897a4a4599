"""What is proved of a warehouse: rows against texts, references against rows, and what readers see against the ledger.

- `fault`: what a proof finds.
- `files`: the bytes of each published file.
- `texts`: articles and facts against the stored texts.
- `references`: keys, references and kept bytes.
- `entities`: the tables of the whole corpus.
- `star`: keys and links of the marts.
- `index`: the index of words against the stored texts.
- `published`: what readers see against the ledger.
- `prove`: all of it.
"""

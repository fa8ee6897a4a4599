"""What the marts promise, in the formats of other tools: texts made from the marts' own descriptions, none by hand.

- `tables`: the marts and their columns, as a database describes them.
- `types`: DuckDB's types in the words of each format.
- `data_contract`: the Open Data Contract Standard.
- `data_package`: Frictionless Data Package.
- `croissant`: MLCommons Croissant.
- `metrics`: what may be counted and added.
- `semantic_model`: Open Semantic Interchange, which is now Apache Ossie.
- `files`: all of them, by the names of their files.
"""

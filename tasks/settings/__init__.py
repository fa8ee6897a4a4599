"""What the user writes beside the warehouse, and nobody else.

- `configuration`: `newsledger.toml`: model, engine, limits, formats, publications, history, catalogue.
- `corrections`: `corrections.csv`: what mentions refer to.
"""

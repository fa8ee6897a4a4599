"""What the user writes beside the warehouse, and nobody else.

- `corrections`: `corrections.csv`: what mentions refer to, and the right values of facts.
- `configuration`: `newsledger.toml`: model, engine, limits, formats, publications, history, catalogue.
"""

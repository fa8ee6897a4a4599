"""Quoted stretches, how a parser reads a text that holds them, and which of them are nobody's words.

- `paragraphs`: within which marks are paired.
- `sentences`: minding abbreviations.
- `marks`: quotation marks one by one.
- `pairs`: the stretches between them.
- `clauses`: quoted words that are a clause of their own.
- `nicknames`: `Luis “El Gordo” Perez`.
- `statements`: what is known of a statement.
- `frames`: a paragraph as a parser reads it best.
- `titles`: titles of works.
- `terms`: scare quotes and words under discussion.
"""

"""Who speaks: the article's names, and whom a pronoun or an office means.

- `aliases`: other names that the text itself gives.
- `appositions`: `Orlova, a captain`.
- `cast`: the table of names.
- `narrator`: who `I` is.
- `pronouns`: who `he` is.
- `resolution`: a speaker as written, resolved.
"""

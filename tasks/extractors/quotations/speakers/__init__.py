"""Who speaks: the article's names, and whom a pronoun or an office means.

- `aliases`: other names that the text itself gives.
- `appositions`: `Orlova, a captain`.
- `cast`: the table of names.
- `gender_inference`: men and women, by names and pronouns.
- `narrator`: who `I` is.
- `pronouns`: who `he` is.
- `assembly`: the table put together.
- `roles`: who holds a role, who owns words.
- `epithets`: whom a phrase describes anew.
- `outlets`: whom words were told to that passes them on.
- `bodies`: which body a noun alone means.
- `resolution`: a speaker as written, resolved.
"""

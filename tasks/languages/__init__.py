"""Which language a text is in: what the extractors read is English, and nothing else is read as if it were.

- `detection`: the language of a text, where that is sure.
- `passages`: the parts of a body in other languages than English, and the article without them.
"""

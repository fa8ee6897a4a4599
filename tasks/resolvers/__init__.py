"""What is known only across an article or across all of them: publication dates, entities, links.

- `publication_dates`: when an article was published that does not say so.
- `derived_figures`: the base that a level and a change imply.
- `versions`: by what version an article's facts are found.
- `findings`: all that is found in one article: dated, extracted, joined, derived.
- `stories`: which articles tell the same story, across all articles.
- `entities`: which real thing a mention refers to, across all articles.
- `fact_corrections`: right values of facts, by the user.
"""

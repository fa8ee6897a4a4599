"""The text as tokens, and what is known of its words.

- `word_lists`: the lists of words, by name.
- `tokens`: tokens and sentences.
- `number_words`: words that numbers are written with.
- `verbs`: which words are verbs.
- `nouns`: what a number counts.
- `noun_words`: words that can stand in a noun phrase.
- `units`: units of measure, time and share.
- `compound_units`: units made of others.
- `scaled_units`: `bcm`, `bpd`.
- `currency_codes`: which code a currency's name stands for on a day.
- `abbreviations`: abbreviations that no list knows.
- `context`: the article as the extractor sees it.
"""

"""Which articles tell the same story: copies, corrected versions, updates; and not two reports of a kind.

- `wording`: an article's words as they are compared.
- `sketches`: by what similar articles are found without reading them.
- `candidates`: which sketches are similar, of near days.
- `shelf`: the words of articles where those of any one are at hand.
- `comparison`: whether two texts tell the same story, and what differs.
- `versions`: the articles of one story in order: which one counts, and what each repeats or revises.
- `telling`: the stories of all articles, where only what has changed is looked at.
"""

VERSION = "4"
"""Version of all that decides which articles tell the same story."""

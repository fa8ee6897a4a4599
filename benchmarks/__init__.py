"""How right and how quick the extractors and the search are: each measure one command.

- `scoring`: which found rows belong to which gold ones.
- `accuracy`: how right the extractors are on cases of our own.
- `publication_dates`: how well articles without a date are dated.
- `teach_slots`: teaches what figures say from labels made by reading, and scores it.
- `numerals`, `rendering`: random figures in hundreds of styles.
- `renderings`: reads them back.
- `unknown_neighbours`: figures beside which something unknown stands.
- `marts`: marts and views on a large archive.
- `pages`: milliseconds a page of the explorer.
- `entities`: entities of millions of mentions.
- `stories`: articles that tell the same story.
- `search`: the index of words.
- `radar`: how well reports that contradict each other are found, and how fast.
- `generated_articles`: an archive of any size.
- `engines`: what several processes gain, and what the flow costs.
- `checks`: what checks cost an ingest.
- `containers`: files of many articles, cut and parsed.
- `growth`: what piles up over many small ingests.
- `schedule`: what piles up over weeks of scheduled runs.
- `speed`: articles per second; `names_speed`: names beside the bare model.
- `otherwise`: real articles with other digits and surnames.
"""

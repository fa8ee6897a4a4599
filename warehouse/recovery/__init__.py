"""What is damaged is found, and made again from what is intact, as far as the warehouse alone can do that.

- `damage`: which parts cannot be read.
- `heads`: `HEAD.json` and `history.jsonl` again.
- `tables`: tables without the rows that are lost.
- `marts`: what the marts know of lost articles.
- `mend`: all of it, ahead of what only the stages can do.
"""

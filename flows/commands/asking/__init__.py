"""Commands that read the ledger.

- `sql`: one query, or a prompt.
- `export`: rows as files for other tools.
- `show`: one article with its facts marked.
- `entity`: the card of one entity.
- `explore`: pages for a browser.
- `status`: what the ledger holds, and what was rejected.
- `report`: one page of HTML on all of it.
- `rejected`: what was refused, and what to do about it.
- `history`: what the runs did.
- `diff`: what changed between two of them, and why.
"""

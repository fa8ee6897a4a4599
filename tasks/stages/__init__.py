"""The steps of the flow, in its order: each loads, lets something pure compute, and saves.

- `read`: look at every file, pack the new and changed ones into shards.
- `parse`: make articles of them, by their format.
- `check`: hold articles, and later facts, against their expectations.
- `date_articles`: date a volume's articles together.
- `extract`: find the facts.
- `land`: put a shard's rows into the ledger.
- `settle_dates`: date again the volumes that have changed as a whole.
- `refresh`: pack articles whose extractors have changed, to be extracted from again.
- `resolve_entities`: say which real thing each mention refers to.
- `check_corpus`: hold the whole against its expectations.
- `publish`: remove what is gone, enter the run, show what has landed.

Beside the flow, for `newsledger verify`:

- `verify_facts`: extract again, and compare.
- `verify_entities`: resolve again, and compare.

In both, before entities are resolved and compared:

- `stories`: which articles tell the same story.

Beside the flow:

- `again`: what was lost, or refused, is packed into shards again.
"""

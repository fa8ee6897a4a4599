"""Which articles tell the same story, across all that the ledger holds.

- `tell_stories`: bring the table of stories to what the ledger holds.
- `verify_stories`: beside the flow: put all stories together again, and compare.
"""

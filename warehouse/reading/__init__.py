"""Questions to a warehouse, for the command line; quick to import.

- `json_text`: JSON with exact numbers.
- `nearest`: names that may have been meant.
- `query`: any SQL, status, one article.
- `rejected`: what was refused.
- `as_of`: the same of an earlier state.
- `run_history`: what the runs did.
- `changes`: what differs between two states, and why.
- `card`: all that is said of one thing.
- `entity_card`: one entity.
- `report`: what the report tells.
- `frames`: tables as frames of pandas.
- `ranges`: stored rows a range of articles at a time.
- `stored`: all that a warehouse holds, for proofs.
"""

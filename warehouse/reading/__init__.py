"""Questions to a warehouse, for the command line; quick to import.

- `json_text`: JSON with exact numbers.
- `query`: any SQL, status, one article.
- `entity_card`: one entity.
- `ranges`: stored rows a range of articles at a time.
- `stored`: all that a warehouse holds, for proofs.
"""

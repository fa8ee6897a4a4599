"""How right and how quick the extractors are: each measure one command."""

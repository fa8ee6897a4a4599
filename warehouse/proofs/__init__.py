"""What is proved of a warehouse: rows against texts, books against rows, and what readers see against the ledger."""

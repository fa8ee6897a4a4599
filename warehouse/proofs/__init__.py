"""What is proved of a warehouse: rows against texts, references against rows, and what readers see against the ledger."""

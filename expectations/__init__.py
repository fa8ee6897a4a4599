"""What the ledger demands of its tables: one Great Expectations suite a table, and the code that runs them."""

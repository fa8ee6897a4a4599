"""What the ledger demands of its tables: one Great Expectations suite a table, and the code that runs them.

- `deferring`: modules that nobody has asked anything of yet.
- `demands`: words shared by the suites.
- `facts`: what every fact must be.
- `articles`, `mentions`, `anaphors`, `quotations`, `citations`, `cross_references`, `dates`: a suite a table.
- `figures`, `derived_figures`: a suite each, and the kinds they share.
- `corpus`: suites of the ledger and the marts as a whole.
- `suites`: all of them by table.
- `own_rules`: the user's own.
- `check`: runs one.
- `data_docs`: Great Expectations' own pages.
"""

from expectations.deferring import defer

# Great Expectations imports these for three of its demands, none of them ours, and for their charts: 0.9 of the 2.3
# seconds of the processor that it takes to import, and 75 of 143 MB.
defer("scipy.stats", "altair")

"""The command line: a thin layer over the flows and the warehouse.

Commands import what they need when they run: Prefect and Great Expectations take seconds to import, and a query must
not wait for them.

- `app`: what all commands share: where the warehouse is, how an answer is written.
- `running`: commands that bring something into the ledger.
- `asking`: commands that read it.
- `keeping`: commands that prove and mend it.
"""

from flows.cli import running, asking, keeping  # isort: skip - in the order in which `--help` lists the commands
from flows.cli.app import app

__all__ = ["app", "asking", "keeping", "running"]

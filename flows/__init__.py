"""What runs: the Prefect flows and the command line, each a table of contents of the stages in `tasks`."""

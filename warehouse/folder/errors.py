"""What can go wrong in a warehouse, one class for each thing that a caller does about it."""


class WarehouseError(Exception):
    """The warehouse's folder cannot be read or written: nothing half-done was published; the user must act."""


class BusyError(WarehouseError):
    """Another process writes the warehouse: whoever can wait tries again."""


class PassingError(WarehouseError):
    """The disk, or the network below it, refused what it may take a minute later: the same work is tried again."""


class DamageError(WarehouseError):
    """A part of the warehouse is damaged or lost: a repair makes it again."""


class ConfigurationError(Exception):
    """What the user set for the warehouse cannot be used; the message names file, setting and what is allowed."""


class RowError(ValueError):
    """A row does not fit its table: the stage that made it must be repaired, or the row refused."""

    def __init__(self, *, table: str, column: str, row: int, reason: str) -> None:
        """Name the place and say what is wrong with it; rows are counted from 0."""
        super().__init__(f"{table}.{column}, row {row}: {reason}")
        self.table = table
        self.column = column
        self.row = row
        self.reason = reason


class QueryError(ValueError):
    """The user asked for something that cannot be answered: the question must be put differently."""

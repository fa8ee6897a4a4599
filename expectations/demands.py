"""Words shared by the suites: how severe a failure is, why it is one, and what to do about it."""

from typing import Final

from great_expectations.expectations.metadata_types import FailureSeverity

CRITICAL: Final = FailureSeverity.CRITICAL
"""Our own mistake, such as a key that is not unique: the shard stops and nothing of it lands."""

WARNING: Final = FailureSeverity.WARNING
"""A row that is not to be trusted: it goes to the rejections, the others land."""


INFO: Final = FailureSeverity.INFO
"""Something rare that may be true all the same: the row lands, the check says how many there are."""

REPORT: Final = "Report the file: this is a fault of Newsledger, not of the text."


def because(reason: str, *, repair: str = REPORT, may_be_accepted: bool = True) -> dict[str, object]:
    """Say why a failure is one and what to do about it, in the form that an expectation's `meta` takes.

    What the proofs of the ledger rest on, such as keys and offsets, may not be accepted by a person all the same.
    """
    return {"reason": reason, "repair": repair, "may_be_accepted": may_be_accepted}

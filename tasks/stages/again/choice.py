"""Which rejections `newsledger replay` puts through again, without Prefect: its settings are made after this."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from warehouse.folder.errors import QueryError
from warehouse.ledger.landed import all_landed, landed_values
from warehouse.ledger.ledger import Ledger
from warehouse.records import Rejection, Run

SHORTEST_KEY = 4
"""Characters of a rejection's key that are asked for at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayChoice:
    """Which rejections are put through again; what is null does not restrict.

    `since` is a run, by its key or the start of it, or a day: what runs from then on were the first to refuse.
    """

    rule: str | None = None
    since: str | None = None
    key: str | None = None


def chosen(ledger: Ledger, choice: ReplayChoice) -> list[Rejection]:
    """Return the rejections chosen; raise `QueryError` where the choice names no run or no rejection that is there.

    Figures that were too doubtful to be read are left out unless their rule is named: without another version of the
    extractor nothing can come of them.
    """
    rejections = all_landed(ledger, Rejection)
    if choice.key is not None:
        return [one_of(rejections, choice.key)]
    if choice.rule and choice.rule not in {rejection.rule for rejection in rejections}:
        known = "; ".join(sorted({rejection.rule for rejection in rejections}))
        raise QueryError(f"No rule {choice.rule!r} has refused anything. The rules that there are: {known or 'none'}.")
    first = first_run(choice.since, runs=landed_values(ledger, Run, "run_id")) if choice.since else ""
    return [
        rejection
        for rejection in rejections
        if (rejection.run_id or "") >= first
        and (rejection.rule == choice.rule if choice.rule else rejection.stage != "extract" or not rejection.article_id)
    ]


def one_of(rejections: Sequence[Rejection], key: str) -> Rejection:
    """Return the rejection that a key, or the start of one, names; raise `QueryError` for none or several."""
    found = [each for each in rejections if len(key) >= SHORTEST_KEY and each.key.startswith(key)]
    if len(found) != 1:
        meant = "More than one rejection's key begins" if found else "No rejection's key begins"
        raise QueryError(f"{meant} with {key!r}. `newsledger rejected` lists them with their keys.")
    return found[0]


def first_run(since: str, *, runs: Collection[str]) -> str:
    """Return the key, or the start of the keys, of the first run that is meant; keys of runs begin with their time."""
    if any(run.startswith(since) for run in runs):
        return min(run for run in runs if run.startswith(since))
    try:
        return f"{datetime.fromisoformat(since):%Y%m%d}"
    except ValueError:
        raise QueryError(
            f"{since!r} is neither a run nor a day such as 2026-03-01. `newsledger history` lists the runs."
        ) from None

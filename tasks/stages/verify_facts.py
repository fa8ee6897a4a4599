"""Proof of values: the facts of every article of the ledger are found again, wherever the engine does it."""

from collections.abc import Iterator
from pathlib import Path

from tasks.engines.ahead import map_ahead
from tasks.engines.engine import Engine
from tasks.extractors.model import chosen_model
from tasks.resolvers.findings import ARTICLES_AT_ONCE
from tasks.resolvers.versions import pipeline_version
from tasks.work.verification import Keys, Verification
from warehouse.proofs.fault import Fault
from warehouse.reading.stored import stored_keys

KNOWN_AT_ONCE = 512
"""Articles taken together that hardly need the model: to open the warehouse's tables takes as long as fifty of them."""


def verify_values(folder: Path, *, engine: Engine, is_deep: bool) -> Iterator[Fault]:
    """Yield a fault for each stored row that extracting again does not give, and for each that it gives in addition.

    Where it `is_deep`, the model reads every text again, else only those whose rows need not be what landed.
    """
    job = Verification(folder=folder, model=chosen_model(), version=pipeline_version(), is_deep=is_deep)
    keys = stored_keys(folder)
    size = ARTICLES_AT_ONCE if is_deep else KNOWN_AT_ONCE
    parts = (Keys(tuple(keys[at : at + size])) for at in range(0, len(keys), size))
    for results in map_ahead(engine, job, parts):
        for faults in results:
            yield from faults

"""Proof of values: every article of the ledger is extracted from again, wherever the engine does it."""

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


def verify_values(folder: Path, *, engine: Engine) -> Iterator[Fault]:
    """Yield a fault for each stored row that extracting again does not give, and for each that it gives in addition."""
    job = Verification(folder=folder, model=chosen_model(), version=pipeline_version())
    keys = stored_keys(folder)
    parts = (Keys(tuple(keys[at : at + ARTICLES_AT_ONCE])) for at in range(0, len(keys), ARTICLES_AT_ONCE))
    for results in map_ahead(engine, job, parts):
        for faults in results:
            yield from faults

"""`newsledger verify`: prove the whole warehouse, and name what is off."""

from itertools import chain
from pathlib import Path
from typing import Literal

from flows.terminal import DONE, FAILED, complain, explained, wide_console
from tasks.engines.choice import EngineChoice
from warehouse.folder.errors import ConfigurationError
from warehouse.proofs.files import prove_files
from warehouse.proofs.prove import prove
from warehouse.reading.query import status
from warehouse.records import Article

MOST_FAULTS_SHOWN = 100

Depth = Literal["quick", "usual", "deep"]
"""What is proved of values: nothing; what can be without the model; everything, by reading all texts again."""
PROVED: dict[Depth, str] = {
    "quick": "place and key",
    "usual": "place, key and value",
    "deep": "place, key and value, each text read again",
}


def run_verify(*, warehouse: Path, quick: bool, deep: bool, engine: EngineChoice) -> int:
    """Print every fault and return 1 if there is one, else say what was proved and return 0."""
    faults: list[str] = []
    code = explained(
        lambda: faults.extend(found_faults(warehouse, depth=depth_of(quick=quick, deep=deep), engine=engine))
    )
    if code != DONE:
        return code
    for fault in faults[:MOST_FAULTS_SHOWN]:
        complain(fault)
    if faults:
        complain(faults_in_words(len(faults)))
        return FAILED
    wide_console().print(proof_in_words(warehouse, depth=depth_of(quick=quick, deep=deep)), highlight=False)
    return DONE


def depth_of(*, quick: bool, deep: bool) -> Depth:
    """Say how deep two switches ask to go; raise `ConfigurationError` where they contradict each other."""
    if quick and deep:
        raise ConfigurationError("--quick leaves values alone, --deep reads every text again: take one of them.")
    return "quick" if quick else "deep" if deep else "usual"


def faults_in_words(count: int) -> str:
    """Say that rows are off, and what to do."""
    return (
        f"{count:,} rows or files are not what they should be. `newsledger repair` makes damaged files again; "
        "for rows, ingest the files concerned into a new warehouse."
    )


def proof_in_words(warehouse: Path, *, depth: Depth) -> str:
    """Say that every row is proved, and of what."""
    rows = sum(status(warehouse).row_counts.values())
    return f"All {rows:,} rows are proved: {PROVED[depth]}."


def found_faults(warehouse: Path, *, depth: Depth, engine: EngineChoice) -> list[str]:
    """Describe every fault in a line."""
    from tasks.engines.choice import working_with
    from tasks.extractors.model import reading_with
    from tasks.settings.configuration import read_configuration
    from tasks.stages.read import FILES_IN_A_SHARD
    from tasks.stages.stories.verify_stories import verify_stories
    from tasks.stages.verify_entities import verify_entities
    from tasks.stages.verify_facts import verify_values
    from tasks.work.preloading import preloaded

    changed = [f"{fault.table}: {fault.reason}" for fault in prove_files(warehouse)]
    if changed:
        return changed  # what such files say of rows is nothing to go by
    configuration = read_configuration(warehouse)
    choice = configuration.engine.overridden(engine)
    is_much = depth == "deep" and status(warehouse).row_counts[Article.table] > FILES_IN_A_SHARD
    with (
        reading_with(configuration.model),
        working_with(choice, is_much=is_much, preloaded=preloaded(configuration.model)) as workers,
    ):
        proofs = [prove(warehouse)]
        if depth != "quick":
            proofs.append(verify_values(warehouse, engine=workers, is_deep=depth == "deep"))
            proofs += [verify_stories(warehouse), verify_entities(warehouse)]
        return [f"{f.table} {f.key} {f.column}: {f.reason}" for f in chain(*proofs)]

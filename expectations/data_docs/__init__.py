"""Great Expectations' own Data Docs: a page for each suite, and one for how a frame of its table does on it."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import great_expectations
import pandas as pd
from great_expectations import Checkpoint, ExpectationSuite, ValidationDefinition
from great_expectations.data_context.types.base import ProgressBarsConfig

from expectations.suites import SUITES


def build_data_docs(frames: Iterable[tuple[str, pd.DataFrame]], folder: Path) -> Path:
    """Check each frame by the suite of its table and write the pages below a folder; return their index."""
    logging.getLogger("great_expectations").setLevel(logging.WARNING)
    context = great_expectations.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    store = {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder.resolve())}
    for name in list(context.get_site_names()):
        context.delete_data_docs_site(name)
    site = {
        "class_name": "SiteBuilder",
        "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
        "store_backend": store,
    }
    context.add_data_docs_site("newsledger", cast("Any", site))
    source = context.data_sources.add_pandas("ledger")
    for table, frame in frames:
        batch = source.add_dataframe_asset(table).add_batch_definition_whole_dataframe("all")
        suite = context.suites.add(ExpectationSuite(name=table, expectations=SUITES[table].expectations))
        validation = context.validation_definitions.add(ValidationDefinition(name=table, data=batch, suite=suite))
        checkpoint = context.checkpoints.add(Checkpoint(name=table, validation_definitions=[validation]))
        checkpoint.run(batch_parameters={"dataframe": frame})
    context.build_data_docs()
    return folder / "index.html"

"""Great Expectations' own Data Docs: a page for each suite, and one for how the frame of a table does on its suite."""

import logging
from collections.abc import Iterable
from copy import copy
from pathlib import Path
from typing import Any, cast

import great_expectations
import pandas as pd
from great_expectations import Checkpoint, ExpectationSuite, ValidationDefinition
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.expectations.expectation import Expectation

from expectations.suites import CORPUS_SUITES, SUITES


def build_data_docs(frames: Iterable[tuple[str, pd.DataFrame]], folder: Path) -> Path:
    """Check each frame by the suite of its table and write the pages below a folder; return their index.

    What is demanded of the whole is shown without an outcome: the surveys that it is demanded of are made by a run.
    """
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
        suite = context.suites.add(ExpectationSuite(name=table, expectations=copies(SUITES[table])))
        validation = context.validation_definitions.add(ValidationDefinition(name=table, data=batch, suite=suite))
        checkpoint = context.checkpoints.add(Checkpoint(name=table, validation_definitions=[validation]))
        checkpoint.run(batch_parameters={"dataframe": frame})
    for name, of_the_whole in CORPUS_SUITES.items():
        context.suites.add(ExpectationSuite(name=f"whole_{name}", expectations=copies(of_the_whole)))
    context.build_data_docs()
    return folder / "index.html"


def copies(suite: ExpectationSuite) -> list[Expectation]:
    """Copy what a suite demands: a context gives what it takes keys, by which no other suite may have it."""
    return [copy(expectation) for expectation in suite.expectations]

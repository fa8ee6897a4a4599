"""All surveys of a state of the ledger and its marts, one connection for all of them."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from warehouse.folder import layout, lock
from warehouse.ledger.head import Head
from warehouse.marts.marts import marts_name, refresh_marts
from warehouse.records import Measurement
from warehouse.surveys.corpus import Row, survey_duplicates, survey_volumes, whole_table
from warehouse.surveys.measures import measured, survey_presence, survey_shares
from warehouse.surveys.tables import survey_columns, survey_keys, survey_references
from warehouse.views.workspace import create_marts, workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed:
    """The surveys by name, tables and marts that are looked at whole, and the measurements among the surveys."""

    surveys: dict[str, list[Row]]
    tables: dict[str, pd.DataFrame]
    measurements: list[Measurement]


def survey(folder: Path, head: Head, *, run_id: str, tables: Collection[str] = ()) -> Surveyed:
    """Make the marts of a state where they are not made yet, and survey them and the ledger.

    `tables` names further tables, or marts as `marts.fct_figures`, that are wanted whole.
    Raises WarehouseError where the disk or the folder refuses.
    """
    folder = folder.resolve()
    with workspace(folder, head) as connection:
        with lock.held(folder / layout.PUBLICATION_LOCK):
            refresh_marts(folder, head, opened=connection)
        create_marts(connection, folder / layout.MARTS_STORE / marts_name(head))
        now = measured(connection, run_id=run_id)
        surveys = {
            "keys": survey_keys(connection),
            "columns": survey_columns(connection),
            "references": survey_references(connection),
            "volumes": survey_volumes(connection),
            "shares": survey_shares(connection, now),
            "presence": survey_presence(connection, now),
            "duplicates": survey_duplicates(connection),
        }
        whole = {"entities": whole_table(connection, "internal.entities")}
        whole |= {table: whole_table(connection, table) for table in tables}
    return Surveyed(surveys=surveys, tables=whole, measurements=now)

"""The deployed flows. Each ends in a state that says in words what it did, or with the sentence that the CLI prints."""

import time
from collections.abc import Callable
from pathlib import Path

from prefect import flow
from prefect.artifacts import create_link_artifact, create_markdown_artifact
from prefect.client.schemas.objects import State
from prefect.logging import get_run_logger
from prefect.runtime import deployment
from prefect.states import Completed, Failed

from flows.commands.ingest import Order, count_if_unchanged, nothing_to_do
from flows.commands.keeping import maintain as maintenance
from flows.commands.keeping import verify as verification
from flows.gauges import write_metrics
from flows.ingest import ingest
from flows.lineage.events import lineage_of
from flows.operation import forms
from flows.operation.attempts import Patience, patiently
from flows.operation.inbox import Filing, file_away, filing_for, published_outcomes
from flows.operation.on_page import ProgressBar, show_rejections
from flows.operation.quietness import quieten
from flows.progress import reporting_also_to
from flows.report.page import write_report
from flows.summary import in_words
from tasks.engines.choice import EngineChoice
from tasks.formats import Wish
from tasks.sources import NothingFound
from tasks.sources.settling import settling
from warehouse.folder import layout
from warehouse.folder.errors import ConfigurationError, WarehouseError
from warehouse.remote.working_copy import Access, at_hand

MOST_FAULTS_LISTED = 1000
"""Lines of the artifact that lists what `verify` found; whoever has more repairs first."""


@flow(name="ingest-inbox", log_prints=True)
def ingest_inbox(  # noqa: PLR0913 - the fields of a form
    inbox: str = forms.INBOX,
    warehouse: str = forms.WAREHOUSE,
    *,
    format_name: forms.FormatName = forms.FORMAT_NAME,
    settle_seconds: forms.Seconds = forms.SETTLE_SECONDS,
    landed_folder: str = forms.LANDED_FOLDER,
    rejected_folder: str = forms.REJECTED_FOLDER,
    engine: forms.EngineChosen = forms.ENGINE,
    workers: forms.Count = forms.WORKERS,
    cluster: str = forms.CLUSTER,
    wait_minutes: forms.Minutes = forms.WAIT_MINUTES,
    retry_delays: forms.Delays = forms.RETRY_DELAYS,
) -> State:
    """Ingest what is new or changed in an inbox; complete also where files were rejected, and say how many."""
    patience = Patience(wait_seconds=60 * wait_minutes, retry_delays=tuple(retry_delays))
    order = Order(
        paths=[inbox],
        format_name=None if format_name == forms.AS_SHOWN else format_name,
        engine=forms.engine_chosen(engine, workers=workers, cluster=cluster),
    )

    def work() -> State:
        filing = filing_for(inbox, landed=landed_folder, rejected=rejected_folder)
        with at_hand(warehouse, Access.WRITING) as opened, settling(settle_seconds):
            return ingested(order, opened.folder, filing=filing)

    return concluded(work, patience=patience)


@flow(name="maintain", log_prints=True)
def maintain(
    warehouse: str = forms.WAREHOUSE,
    *,
    retention_hours: forms.Hours = forms.RETENTION_HOURS,
    wait_minutes: forms.Minutes = forms.WAIT_MINUTES,
    retry_delays: forms.Delays = forms.RETRY_DELAYS,
) -> State:
    """Merge small files, delete what neither readers nor the history need, clear away what crashes left; report."""
    patience = Patience(wait_seconds=60 * wait_minutes, retry_delays=tuple(retry_delays))

    def work() -> State:
        with at_hand(warehouse, Access.WRITING) as opened:
            return maintained(opened.folder, retention_hours=retention_hours)

    return concluded(work, patience=patience)


@flow(name="verify", log_prints=True)
def verify(  # noqa: PLR0913 - the fields of a form
    warehouse: str = forms.WAREHOUSE,
    *,
    quick: bool = forms.QUICK,
    deep: bool = forms.DEEP,
    engine: forms.EngineChosen = forms.ENGINE,
    workers: forms.Count = forms.WORKERS,
    cluster: str = forms.CLUSTER,
    retry_delays: forms.Delays = forms.RETRY_DELAYS,
) -> State:
    """Prove every row from the stored text; fail where one is not proved, with an artifact that names them."""
    patience = Patience(wait_seconds=0, retry_delays=tuple(retry_delays))
    choice = forms.engine_chosen(engine, workers=workers, cluster=cluster)

    def work() -> State:
        with at_hand(warehouse, Access.READING) as opened:
            if opened.remark:
                get_run_logger().warning(opened.remark)
            return verified(opened.folder, depth=verification.depth_of(quick=quick, deep=deep), engine=choice)

    return concluded(work, patience=patience)


def concluded(work: Callable[[], State], *, patience: Patience) -> State:
    """Return the state in which the work ends; a failure that the user can mend is one that says how."""
    if deployment.id:  # the process is this run's alone
        quieten()
    try:
        return patiently(work, patience=patience, say=get_run_logger().warning)
    except (WarehouseError, ConfigurationError, NothingFound) as error:
        return Failed(message=str(error))


def ingested(order: Order, warehouse: Path, *, filing: Filing) -> State:
    """Run the ingest if there is anything to do, which reports to this flow's run, and move what is done with."""
    started_at = time.time()
    (inbox,) = order.paths
    held = count_if_unchanged(order.paths, warehouse=warehouse, wish=Wish(format_name=order.format_name))
    if held is None:
        with reporting_also_to(ProgressBar()), lineage_of(order.paths, warehouse=warehouse) as lineage:
            summary = ingest.fn(order.paths, str(warehouse), format_name=order.format_name, engine=order.engine)
            lineage.run_id, lineage.row_counts = summary.run.run_id, summary.row_counts
        show_rejections(summary.refused_files)
        done = f"{in_words(summary)}."
    else:
        done = nothing_to_do(held)
    moved_count = 0
    if filing.is_asked_for:
        moved_count = file_away(inbox, outcomes=published_outcomes(warehouse), filing=filing, before=started_at)
    write_metrics(warehouse)
    return Completed(message=f"{done} {moved_count:,} moved out of the inbox." if moved_count else done)


def maintained(warehouse: Path, *, retention_hours: int) -> State:
    """Maintain the warehouse, and list the steps in an artifact."""
    *steps, total = maintenance.in_words(maintenance.perform(warehouse, retention_hours=retention_hours))
    create_markdown_artifact("\n".join(f"- {line}" for line in [*steps, total]), key="maintenance")
    write_metrics(warehouse)
    page = warehouse / layout.REPORT
    verdict = write_report(warehouse, page)
    create_link_artifact(page.resolve().as_uri(), key="report", link_text="Report", description=verdict.in_a_line())
    return Completed(message=total)


def verified(warehouse: Path, *, depth: verification.Depth, engine: EngineChoice) -> State:
    """Verify the warehouse; list what is off in an artifact."""
    faults = verification.found_faults(warehouse, depth=depth, engine=engine)
    if not faults:
        return Completed(message=verification.proof_in_words(warehouse, depth=depth))
    listed = "\n".join(f"- {fault}" for fault in faults[:MOST_FAULTS_LISTED])
    create_markdown_artifact(listed, key="faults", description="Rows that are not what they should be")
    return Failed(message=verification.faults_in_words(len(faults)))

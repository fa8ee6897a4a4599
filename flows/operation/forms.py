"""The parameters of the deployed flows, each a field of the form on Prefect's page: title, help, default.

Prefect 3.8 titles a field by the parameter's name unless the schema's own extras say otherwise, and takes what a value
must be from its type alone.
"""

from typing import Annotated, Literal

from pydantic import Field

from tasks.engines.choice import EngineChoice

FormatName = Literal["as each file shows", "monitor", "plain"]
"""The formats that `tasks/formats` knows, which a test compares, and none of them in particular.

Not None, for which Prefect's page has a switch instead of one more entry in the list.
"""

EngineChosen = Literal["as is fitting", "local", "processes", "dask", "ray"]
"""The engines, which a test compares, and none of them in particular."""

Seconds = Annotated[float, Field(ge=0)]
Minutes = Annotated[float, Field(ge=0)]
Hours = Annotated[int, Field(ge=0)]
Count = Annotated[int, Field(ge=0)]
Delays = list[Seconds]

INBOX = Field(
    default="inbox",
    description="What to ingest: a folder, a file, a pattern such as `news/**/*.txt`, or an archive.",
    json_schema_extra={"title": "Inbox"},
)
WAREHOUSE = Field(
    default="ledger",
    description="Folder of the warehouse, below the worker's working directory if relative; or s3://BUCKET/PREFIX.",
    json_schema_extra={"title": "Warehouse"},
)
AS_SHOWN: FormatName = "as each file shows"
FORMAT_NAME = Field(
    default=AS_SHOWN,
    description="Read every file in this format, or each in the one that it shows or newsledger.toml gives it.",
    json_schema_extra={"title": "Format of the files"},
)
SETTLE_SECONDS = Field(
    default=10,
    description="Files that changed within so many seconds are still being written: the next run takes them.",
    json_schema_extra={"title": "Time to settle"},
)
LANDED_FOLDER = Field(
    default="",
    description="Folder beside the inbox to move files to once they have landed; empty to leave them where they are.",
    json_schema_extra={"title": "Move landed files to"},
)
REJECTED_FOLDER = Field(
    default="",
    description="Folder beside the inbox to move files to that were rejected; empty to leave them where they are.",
    json_schema_extra={"title": "Move rejected files to"},
)
WAIT_MINUTES = Field(
    default=60,
    description="How long to wait, in minutes, while another run writes the same warehouse.",
    json_schema_extra={"title": "Wait for another run"},
)
RETRY_DELAYS = Field(
    default=[30.0, 120.0, 600.0],
    description="Seconds to wait before each new attempt after a failure of disk or network that may pass. "
    "An empty list means one attempt.",
    json_schema_extra={"title": "Pauses before new attempts"},
)
AS_FITTING: EngineChosen = "as is fitting"
ENGINE = Field(
    default=AS_FITTING,
    description="Where facts are found. As is fitting: as newsledger.toml says, else in processes for much work.",
    json_schema_extra={"title": "Engine"},
)
WORKERS = Field(
    default=0,
    description="How many processes work on this machine; 0 for as many as newsledger.toml says, or as it has cores.",
    json_schema_extra={"title": "Workers"},
)
CLUSTER = Field(
    default="",
    description="Address of a cluster of Dask's or Ray's, such as tcp://10.0.0.5:8786, whose workers see the "
    "warehouse's folder at the same path; empty for none.",
    json_schema_extra={"title": "Cluster"},
)
RETENTION_HOURS = Field(
    default=168,
    description="How old, in hours, a file must be that no state kept needs, before it is deleted.",
    json_schema_extra={"title": "Retention"},
)
QUICK = Field(
    default=False,
    description="Check places and keys only; extract nothing again.",
    json_schema_extra={"title": "Quick"},
)
DEEP = Field(
    default=False,
    description="Let the model read every text again, also where rows are known to be those that landed.",
    json_schema_extra={"title": "Deep"},
)


def engine_chosen(name: EngineChosen, *, workers: int, cluster: str) -> EngineChoice:
    """Read the three fields: what says nothing in particular is left to the warehouse's settings."""
    return EngineChoice.model_validate(
        {"name": None if name == AS_FITTING else name, "workers": workers or None, "cluster": cluster or None}
    )

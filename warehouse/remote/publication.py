"""`PUBLISHED.json`: the one object that names all that is published, replaced last and only over the one before.

What it names stays until another one has taken its place; so a reader, or a crash, finds the old state or the new.
"""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, ValidationError

from warehouse.folder.errors import DamageError, WarehouseError
from warehouse.ledger.head import LAYOUT, later_layout
from warehouse.remote.requests import Bucket, ConditionError, ObjectMissingError

POINTER = "PUBLISHED.json"
"""Its key below the prefix."""


class StoredFile(BaseModel):
    """Where the content of a warehouse's file is: the object's key below the prefix, its tag, and its bytes."""

    model_config = ConfigDict(frozen=True)

    key: str
    e_tag: str
    size: int


class Publication(BaseModel):
    """What is published: each file of the warehouse by its path in the folder, and the upload that published it."""

    model_config = ConfigDict(frozen=True)

    layout: int = LAYOUT
    upload: str
    files: Mapping[str, StoredFile]


def read_publication(bucket: Bucket) -> tuple[Publication, str] | None:
    """Read what is published, and the tag of the object that says so; None where nothing has ever been.

    Raise `WarehouseError` where it is damaged, or of a later version of Newsledger.
    """
    try:
        content, e_tag = bucket.read(POINTER)
    except ObjectMissingError:
        return None
    try:
        publication = Publication.model_validate_json(content)
    except ValidationError as error:
        raise DamageError(
            f"{bucket.address.url}/{POINTER} is damaged ({error.error_count()} faults). "
            "Bring back an earlier version of this object, which the bucket keeps where versioning is on."
        ) from error
    if publication.layout > LAYOUT:
        raise later_layout(bucket.address.url, publication.layout)
    return publication, e_tag


def write_publication(bucket: Bucket, publication: Publication, *, over: str | None) -> str:
    """Publish in place of the publication with the tag given (None: the first); return the new tag.

    Raise `WarehouseError` where somebody else has published since.
    """
    try:
        return bucket.write(POINTER, publication.model_dump_json().encode(), over=over)
    except ConditionError:
        # A request that was answered too late is sent again, and meets what it has written itself.
        found = read_publication(bucket)
        if found and found[0].upload == publication.upload:
            return found[1]
    raise overtaken(bucket)


def has_moved_on(bucket: Bucket, *, e_tag: str | None) -> bool:
    """Tell whether something else is published than the publication with the tag given, None for none."""
    return bucket.has_changed(POINTER, e_tag=e_tag) if e_tag else read_publication(bucket) is not None


def overtaken(bucket: Bucket) -> WarehouseError:
    """Build the error for a run that somebody else has overtaken."""
    return WarehouseError(
        f"{bucket.address.url}: another writer has published since this run began, so nothing of it was published. "
        "Run the same command again."
    )

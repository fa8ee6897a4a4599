"""The marts under names that stay, `marts/figures.parquet`, for readers that know no publication.

Each object is replaced whole, but not all of them at one moment: a crash between two leaves some older than others
until the next run. `marts.json` says which are shown, and is away while they are being changed.
"""

import json

from warehouse.folder import layout
from warehouse.remote.publication import Publication
from warehouse.remote.requests import Bucket, ObjectMissingError, each

SHOWN = "marts.json"
"""Key of the object that names what each of the marts' objects was copied from, by its tag."""


def show_marts(bucket: Bucket, publication: Publication) -> None:
    """Let the marts' objects be those of a publication; the bucket copies what differs."""
    sources = {shown_name(path): stored for path, stored in publication.files.items() if is_mart(path)}
    wanted = {name: stored.e_tag for name, stored in sources.items()}
    before = shown(bucket)
    if before == wanted:
        return
    bucket.delete([SHOWN])
    changed = [name for name, e_tag in wanted.items() if before.get(name) != e_tag]
    each(lambda name: bucket.copy(sources[name].key, name), changed)
    there = {listed.key for listed in bucket.list_all() if listed.key.startswith(f"{layout.MARTS}/")}
    bucket.delete(there - wanted.keys())
    bucket.write(SHOWN, json.dumps(wanted).encode(), over=None)


def is_mart(path: str) -> bool:
    """Tell whether a file of the warehouse belongs to the marts."""
    return path.startswith(f"{layout.MARTS_STORE}/")


def shown_name(path: str) -> str:
    """Return the key under which a mart's file is shown: `marts/…` for `.marts/12-…/…`."""
    return f"{layout.MARTS}/{path.split('/', maxsplit=2)[2]}"


def shown(bucket: Bucket) -> dict[str, str]:
    """Return what is shown, by key; nothing where that is not known."""
    try:
        content, _ = bucket.read(SHOWN)
        found = json.loads(content)
    except (ObjectMissingError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}

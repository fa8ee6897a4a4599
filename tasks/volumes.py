"""Which volumes hold articles that have not been dated together yet, decided by what the ledger holds of them."""

from collections import defaultdict
from collections.abc import Sequence

from tasks.configuration import Configuration
from tasks.resolvers import publication_dates
from tasks.resolvers.publication_dates.publications import Publication, normal_name, volume_days
from tasks.versions import pipeline_version
from warehouse.landed import Dating, landed_datings
from warehouse.ledger import Ledger
from warehouse.records import content_key
from warehouse.settled import read_settled, write_settled


def unsettled_volumes(ledger: Ledger, *, configuration: Configuration) -> list[frozenset[str]]:
    """Return the articles' keys of each volume that has gained, lost or changed articles since it was dated whole.

    So has one that a run was killed over, and one whose publication the configuration describes in another way.
    """
    settled = read_settled(ledger.folder)
    return [
        frozenset(dating.article_id for dating in datings)
        for name, datings in sorted(volumes(ledger).items())
        if settled.get(name) != fingerprint(datings, publications=configuration.publications)
    ]


def note_settled(ledger: Ledger, *, configuration: Configuration) -> None:
    """Write down that every volume, as the ledger holds it now, has been dated whole."""
    publications = configuration.publications
    write_settled(
        ledger.folder,
        {name: fingerprint(datings, publications=publications) for name, datings in volumes(ledger).items()},
    )


def volumes(ledger: Ledger) -> dict[str, list[Dating]]:
    """Gather the dates of all articles by volume, such as `monitor 4`; articles without a volume are left out."""
    found: dict[str, list[Dating]] = defaultdict(list)
    for dating in landed_datings(ledger):
        if dating.publication is not None and dating.volume is not None:
            found[f"{normal_name(dating.publication)} {dating.volume}"].append(dating)
    return found


def fingerprint(datings: Sequence[Dating], *, publications: tuple[Publication, ...]) -> str:
    """Hash all that decides how a volume is dated, and the dates it has."""
    days = volume_days(datings[0].publication, datings[0].volume, also=publications)
    return content_key(publication_dates.VERSION, pipeline_version(), days, *sorted(datings))

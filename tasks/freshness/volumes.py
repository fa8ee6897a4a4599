"""Volumes of publications: the articles that are dated together, and which volumes are to be dated again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tasks.resolvers import publication_dates
from tasks.resolvers.publication_dates.publications import Publication, normal_name, volume_days
from tasks.resolvers.versions import pipeline_version
from tasks.settings.configuration import Configuration
from warehouse.ledger.landed import Dating, landed_datings
from warehouse.ledger.ledger import Ledger
from warehouse.ledger.settled import read_settled, write_settled
from warehouse.records import Article, content_key


def unsettled_volumes(ledger: Ledger, *, configuration: Configuration) -> list[frozenset[str]]:
    """Return the articles' keys of each volume that has gained, lost or changed articles since it was dated whole.

    So has one that a run was killed over, and one whose publication the configuration describes in another way.
    """
    settled = read_settled(ledger.folder)
    return [
        frozenset(dating.article_id for dating in datings)
        for name, datings in sorted(by_volume(landed_datings(ledger)).items())
        if settled.get(name) != fingerprint(datings, publications=configuration.publications)
    ]


def note_settled(ledger: Ledger, *, configuration: Configuration) -> None:
    """Write down that every volume, as the ledger holds it now, has been dated whole."""
    publications = configuration.publications
    volumes = by_volume(landed_datings(ledger))
    settled = {name: fingerprint(datings, publications=publications) for name, datings in volumes.items()}
    write_settled(ledger.folder, settled)


def by_volume(datings: Iterable[Dating]) -> dict[str, list[Dating]]:
    """Gather the dates of articles by volume; those without one are left out."""
    found: dict[str, list[Dating]] = defaultdict(list)
    for dating in datings:
        name = volume_name(dating)
        if name is not None:
            found[name].append(dating)
    return found


def volume_name(article: Article | Dating) -> str | None:
    """Name an article's volume, such as `monitor 4`, in one way for all spellings of its publication."""
    if article.publication is None or article.volume is None:
        return None
    return f"{normal_name(article.publication)} {article.volume}"


def fingerprint(datings: Sequence[Dating], *, publications: tuple[Publication, ...]) -> str:
    """Hash all that decides how a volume is dated, and the dates it has."""
    days = volume_days(datings[0].publication, datings[0].volume, also=publications)
    return content_key(publication_dates.VERSION, pipeline_version(), days, *sorted(datings))

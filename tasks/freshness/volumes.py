"""Volumes of publications: the articles that are dated together, and which volumes are to be dated again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from tasks.resolvers import publication_dates
from tasks.resolvers.publication_dates.corrected import CORRECTION
from tasks.resolvers.publication_dates.publications import normal_name, volume_days
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
        if settled.get(name) != fingerprint(datings, configuration=configuration)
    ]


def corrected_alone(ledger: Ledger, *, configuration: Configuration) -> frozenset[str]:
    """Return the keys of articles without a volume whose day is not the one that the user has set, or no more sets."""
    days = configuration.corrected_days
    return frozenset(
        dating.article_id
        for dating in landed_datings(ledger)
        if volume_name(dating) is None and is_otherwise(dating, days.get(dating.article_id))
    )


def is_otherwise(dating: Dating, corrected: date | None) -> bool:
    """Tell whether an article's day is another than the user's; without one, whether it still is the user's."""
    if corrected is None:
        return dating.published_on_basis == CORRECTION
    return (dating.published_on, dating.published_on_basis) != (corrected, CORRECTION)


def note_settled(ledger: Ledger, *, configuration: Configuration) -> None:
    """Write down that every volume, as the ledger holds it now, has been dated whole."""
    volumes = by_volume(landed_datings(ledger))
    settled = {name: fingerprint(datings, configuration=configuration) for name, datings in volumes.items()}
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


def fingerprint(datings: Sequence[Dating], *, configuration: Configuration) -> str:
    """Hash all that decides how a volume is dated, and the dates it has."""
    days = volume_days(datings[0].publication, datings[0].volume, also=configuration.publications)
    ids = {dating.article_id for dating in datings}
    corrected = sorted(item for item in configuration.corrected_days.items() if item[0] in ids)
    return content_key(publication_dates.VERSION, pipeline_version(), days, *sorted(datings), *corrected)

"""Measures how well articles without a date are dated: `python -m benchmarks.publication_dates`.

Makes synthetic volumes of 250 issues, dates their articles alone, by the whole volume and by one article in twelve of
it, and writes the share of exact days, of days within one, and of stated intervals that hold the true day (the
year of an article without any clue always does, and is left out).
"""

import sys
import time
from collections.abc import Callable, Mapping
from datetime import date

from tasks.resolvers.publication_dates import date_article, date_volume
from tests.support.synthetic_volume import SyntheticVolume, make_volume, one_in
from warehouse.records import Article

YEARS = (1996, 1997, 1998, 1999, 2000)
ISSUES = 250
TWELVE = 12

Dated = Mapping[str, Article]


def main() -> None:
    """Write a line for each way of dating: its shares over all volumes, and the time of one volume."""
    volumes = [make_volume(year=year, issue_count=ISSUES, seed=year) for year in YEARS]
    for name, way in WAYS.items():
        started = time.process_time()
        shares = [measured(way(volume), volume.published_on) for volume in volumes]
        seconds = (time.process_time() - started) / len(volumes)
        means = [f"{label} {sum(share[label] for share in shares) / len(shares):.3f}" for label in shares[0]]
        sys.stdout.write(f"{name:22} {'  '.join(means)}  {seconds:.1f} s a volume\n")


def alone(volume: SyntheticVolume) -> Dated:
    """Date every article by itself."""
    return {article.article_id: date_article(article) for article in volume.articles}


def whole(volume: SyntheticVolume) -> Dated:
    """Date all articles of a volume together."""
    return date_volume(volume.articles)


def sampled(volume: SyntheticVolume) -> Dated:
    """Date one article in twelve, as from a volume of which little is left."""
    return date_volume(one_in(volume.articles, TWELVE, seed=1))


WAYS: dict[str, Callable[[SyntheticVolume], Dated]] = {
    "each article alone": alone,
    "whole volume": whole,
    "one article in twelve": sampled,
}


def measured(dated: Dated, truth: Mapping[str, date]) -> dict[str, float]:
    """Return the shares of articles dated exactly, within a day, not at all, and with a right interval."""
    pairs = [(article, truth[key]) for key, article in dated.items()]
    known = [(article.published_on, day) for article, day in pairs if article.published_on]
    held = [
        article.published_on_low <= day <= article.published_on_high
        for article, day in pairs
        if article.published_on_low and article.published_on_high and article.published_on_basis != "volume"
    ]
    return {
        "exact": sum(found == day for found, day in known) / len(pairs),
        "within a day": sum(abs((found - day).days) <= 1 for found, day in known) / len(pairs),
        "undated": 1 - len(known) / len(pairs),
        "interval holds": sum(held) / len(held),
    }


if __name__ == "__main__":
    main()

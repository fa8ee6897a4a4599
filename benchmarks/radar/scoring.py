"""What the radar makes of planted pairs: which conflicts it finds, and which harmless pairs it takes for one."""

import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.radar.planting import Planted, text_of
from warehouse.catalogue.reader import connect

COMMAND = "import sys; from flows.cli import app; sys.exit(app())"
FOUND = """
FROM marts.fct_claim_pairs AS pairs
JOIN articles AS one ON one.article_id = pairs.article_id
JOIN articles AS other ON other.article_id = pairs.other_article_id
SELECT DISTINCT one.source, other.source, pairs.relation
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A planted pair, and all that the radar says of its two articles."""

    pair: Planted
    relations: frozenset[str]

    @property
    def is_alarm(self) -> bool:
        """Tell whether the radar sees a conflict."""
        return "conflict" in self.relations


def write_archive(folder: Path, pairs: Iterable[Planted], *, seed: int) -> None:
    """Write each report as an article of its own."""
    source = random.Random(seed)  # noqa: S311 - nothing secret
    folder.mkdir(parents=True)
    for pair in pairs:
        for side, report in zip("ab", pair.reports, strict=True):
            (folder / f"{pair.name}-{side}.txt").write_text(text_of(report, source), encoding="utf-8")


def ingest(folder: Path, *, warehouse: Path) -> None:
    """Ingest the articles by the command itself."""
    arguments = ["ingest", str(folder), "--format", "plain", "--warehouse", str(warehouse)]
    subprocess.run([sys.executable, "-c", COMMAND, *arguments], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def outcomes(warehouse: Path, pairs: Iterable[Planted]) -> list[Outcome]:
    """Ask the radar about each pair."""
    with connect(warehouse) as connection:
        rows = connection.execute(FOUND).fetchall()
    found: dict[str, set[str]] = {}
    for one, other, relation in rows:
        name, name_of_other = one[: -len("-a.txt")], other[: -len("-a.txt")]
        if name == name_of_other:
            found.setdefault(name, set()).add(relation)
    return [Outcome(pair=pair, relations=frozenset(found.get(pair.name, ()))) for pair in pairs]


def report(found: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines that tell how well conflicts were found, way by way."""
    conflicts = [outcome for outcome in found if outcome.pair.relation == "conflict"]
    harmless = [outcome for outcome in found if outcome.pair.relation != "conflict"]
    yield f"conflicts found   {share(conflicts)}"
    yield f"false alarms      {share(harmless)} of harmless pairs"
    by_way: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in found:
        by_way.setdefault((outcome.pair.relation, outcome.pair.way), []).append(outcome)
    for (relation, way), of_way in by_way.items():
        called = Counter(" and ".join(sorted(outcome.relations)) or "none" for outcome in of_way)
        told = ", ".join(f"{name} {count}" for name, count in called.most_common())
        yield f"  {relation:12} {way:34} {told}"


def share(found: Sequence[Outcome]) -> str:
    """Say how many are alarms."""
    alarms = sum(outcome.is_alarm for outcome in found)
    return f"{alarms / max(1, len(found)):.3f} ({alarms} of {len(found)})"


def miss(outcome: Outcome, articles: Path) -> str:
    """Show a pair that was taken for what it is not."""
    told = ", ".join(sorted(outcome.relations)) or "none"
    bodies = [
        (articles / f"{outcome.pair.name}-{side}.txt").read_text(encoding="utf-8").partition("\n\n")[2] for side in "ab"
    ]
    return f"\n{outcome.pair.name}, {outcome.pair.way}: {told}\n{''.join(bodies)}"

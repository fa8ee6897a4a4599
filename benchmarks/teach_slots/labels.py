"""Labels made by reading: what every figure of some articles says, as offsets and words, without the texts."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tasks.extractors.figures.ranking.stances import NONE
from tasks.extractors.figures.ranking.story import Days, Phrase, are_alike
from warehouse.records import Figure

LABELS = Path(__file__).parent.parent / "labels"
SECOND_READING = "again.jsonl"
"""The file of articles that were read a second time, by another reader."""
CLOSE = Decimal("1e-6")
ALL_SLOTS = frozenset({"measure", "owner", "period", "status", "direction"})
CHECK_SHARE = 30
"""Percent of the articles that nothing is learned from, so that what is learned is checked on them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a reader says of one figure; of each slot the answers that a careful reader accepts, the best one first.

    A slot that the text does not fill has none; then `NONE` is the status and the direction. `taught` are the slots
    that are learned from and scored.
    """

    start_char: int
    end_char: int
    value: Decimal
    measure: tuple[str, ...]
    owner: tuple[str, ...]
    period: tuple[tuple[date | None, date | None], ...]
    status: tuple[str, ...]
    direction: tuple[str, ...]
    taught: frozenset[str] = ALL_SLOTS

    def accepts(self, slot: str, answer: object) -> bool:
        """Tell whether an answer to a slot is one that a reader accepts; None is none."""
        if isinstance(answer, Phrase):
            wordings: tuple[str, ...] = getattr(self, slot)
            return any(are_alike(answer.text, wording) for wording in wordings)
        if isinstance(answer, Days):
            return answer.ends in self.period
        return answer in getattr(self, slot)

    def states(self, slot: str) -> bool:
        """Tell whether the text fills a slot."""
        return bool(getattr(self, slot)) and getattr(self, slot)[0] != NONE


def read_labels(folder: Path) -> dict[str, list[Label]]:
    """Read the labels of every article of a folder, by the article's key; second readings are left out."""
    paths = sorted(path for path in folder.glob("*.jsonl") if path.name != SECOND_READING)
    return {key: labels for path in paths for key, labels in read_file(path)}


def read_file(path: Path) -> Iterator[tuple[str, list[Label]]]:
    """Yield the articles of one file with their labels."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["id"], [label_of(figure) for figure in row["figures"]]


def label_of(row: Mapping[str, Any]) -> Label:
    """Read one label."""
    statuses = [row["status"] or NONE, *(NONE if one == "null" else one for one in listed(row.get("status_also")))]
    periods = [(row["period_start"], row["period_end"]), tuple(row.get("period_also") or (None, None))]
    return Label(
        start_char=row["start"],
        end_char=row["end"],
        value=Decimal(row["value"]),
        measure=wordings(row, "measure"),
        owner=wordings(row, "of"),
        period=tuple((day(first), day(last)) for first, last in periods if first or last),
        status=tuple(statuses),
        direction=(row["direction"] or NONE,),
    )


def wordings(row: Mapping[str, Any], slot: str) -> tuple[str, ...]:
    """Return the wordings of a slot that readers accept, the best one first."""
    return (row[slot], *listed(row.get(f"{slot}_also"))) if row[slot] else ()


def listed(value: str | Sequence[str] | None) -> Sequence[str]:
    """Return what may be one value, several, or none as a list."""
    return [value] if isinstance(value, str) else value or []


def day(written: str | None) -> date | None:
    """Read a day."""
    return date.fromisoformat(written) if written else None


def matched(figures: Iterable[Figure], labels: Iterable[Label]) -> dict[str, Label]:
    """Return the label of each figure that has the place and the value of one, by the figure's key."""
    waiting = list(figures)
    found: dict[str, Label] = {}
    for label in labels:
        same = next((figure for figure in waiting if is_same(figure, label)), None)
        if same:
            waiting.remove(same)
            found[same.key] = label
    return found


def is_same(figure: Figure, label: Label) -> bool:
    """Tell whether a figure is the one that a label speaks of."""
    overlaps = figure.start_char < label.end_char and label.start_char < figure.end_char
    return overlaps and abs(figure.value - label.value) <= abs(label.value) * CLOSE


def is_check(article_id: str) -> bool:
    """Tell whether an article is one that nothing is learned from, by a hash of its key."""
    return share_of(article_id) < CHECK_SHARE


def share_of(article_id: str) -> int:
    """Place an article among a hundred shares of equal chance."""
    return int.from_bytes(hashlib.blake2b(article_id.encode(), digest_size=4).digest(), "big") % 100

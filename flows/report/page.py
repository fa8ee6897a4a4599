"""The page itself: what the warehouse says, laid out by `report.html` with nothing fetched and no script."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from flows.report import plots
from flows.report.verdict import Verdict, verdict_on
from warehouse.folder.files import failures_explained
from warehouse.reading.report import ReportedWarehouse, Volume, in_words, plain_measure, report_on
from warehouse.reading.run_history import RunReport

TEMPLATE = Path(__file__).parent / "report.html"

HEADLINE_TABLES = ("articles", "figures", "mentions", "quotations", "citations", "entities")

MOST_VOLUMES = 200

ESCAPED_BREAKS = re.compile(r"(?:\\n)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A volume as it is drawn: its plot, and in words what of it is there and what is missing."""

    volume: Volume
    svg: Markup
    missing: str


def write_report(warehouse: Path, path: Path) -> Verdict:
    """Write the report on a warehouse to a file; return what it says at a glance.

    Raises WarehouseError where there is no warehouse, it is damaged, or the file cannot be written.
    """
    told = report_on(warehouse)
    verdict = verdict_on(told)
    page = render(told, verdict=verdict, name=warehouse.resolve().name, made_at=datetime.now(UTC))
    with failures_explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    return verdict


def render(told: ReportedWarehouse, *, verdict: Verdict, name: str, made_at: datetime) -> str:
    """Lay the page out."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(asked=asked, count=count, elapsed=elapsed, marked=marked, moment=moment)
    environment.filters.update(measure=plain_measure, words=words)
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    return template.render(
        name=name,
        made_at=made_at,
        told=told,
        verdict=verdict,
        headline_tables=HEADLINE_TABLES,
        run=told.runs[0] if told.runs else None,
        versions=changed_versions(told.runs),
        passed=passed_by_suite(told.checks),
        failed=[check for check in told.checks if not check["is_success"]],
        months=plots.columns_over_time(told.months),
        plots=plots,
        publications=by_publication(told.volumes[:MOST_VOLUMES]),
        volume_count=len(told.volumes),
        most_volumes=MOST_VOLUMES,
    )


def count(value: object) -> str:
    """Write a number with commas; a share as per cent."""
    return f"{value:.1%}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)


def moment(value: datetime) -> Markup:
    """Write a time, by the minute, in UTC."""
    return Markup('<time datetime="{iso}">{shown} UTC</time>').format(
        iso=value.isoformat(timespec="seconds"), shown=f"{value:%Y-%m-%d %H:%M}"
    )


def elapsed(taken: timedelta) -> str:
    """Write how long something took: `39 seconds`, `5 minutes`, `2 hours 10 minutes`."""
    seconds = round(taken.total_seconds())
    if seconds < 120:
        return f"{seconds} {'second' if seconds == 1 else 'seconds'}"
    hours, minutes = divmod(round(seconds / 60), 60)
    parts = ((hours, "hour"), (minutes, "minute"))
    return " ".join(f"{number} {noun if number == 1 else noun + 's'}" for number, noun in parts if number)


def asked(parameters: str) -> str:
    """Write what a run was asked to do, without what was left as usual: `paths /inbox; prune`."""
    given: dict[str, Any] = json.loads(parameters)
    return "; ".join(
        name if value is True else f"{name} {', '.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in given.items()
        if value not in (None, False, [], "")
    )


def words(name: object) -> str:
    """Write the name of a table or a column in words."""
    return str(name).replace("_", " ")


def marked(excerpt: str, start: int | None, end: int | None) -> Markup:
    """Write an excerpt with the place concerned marked, if it is known, and line breaks as `¶`."""
    if start is None or end is None:
        return Markup("{}").format(lines_shown(excerpt))
    pieces = (excerpt[:start], excerpt[start:end], excerpt[end:])
    return Markup("{}<mark>{}</mark>{}").format(*map(lines_shown, pieces))


def lines_shown(excerpt: str) -> str:
    r"""Write line breaks, which excerpts have as `\n`, as readers know them."""
    return ESCAPED_BREAKS.sub(" ¶ ", excerpt)


def changed_versions(runs: list[RunReport]) -> list[tuple[str, str, str]]:
    """List what the last run did with another version than the run before: name, before, now."""
    if len(runs) < 2:
        return []
    now, before = (flat_versions(str(run.run["versions"])) for run in runs[:2])
    names = sorted(now.keys() | before.keys())
    return [
        (name, before.get(name, "none"), now.get(name, "none")) for name in names if before.get(name) != now.get(name)
    ]


def flat_versions(text: str) -> dict[str, str]:
    """Read the versions of a run, those of extractors beside the others."""
    told: dict[str, Any] = json.loads(text)
    extractors = told.pop("extractors", {})
    return {**told, **extractors}


def passed_by_suite(checks: Iterable[dict[str, object]]) -> list[tuple[str, int, int, int]]:
    """Count for each suite the checks that passed, all of them, and the rows looked at."""
    rows = []
    for suite, group in groupby(sorted(checks, key=lambda each: str(each["suite"])), key=lambda each: each["suite"]):
        listed = list(group)
        looked_at = max(int(str(check["row_count"])) for check in listed)
        rows.append((str(suite), sum(bool(check["is_success"]) for check in listed), len(listed), looked_at))
    return rows


def by_publication(volumes: Iterable[Volume]) -> list[tuple[str, list[Strip]]]:
    """Gather volumes by publication, each as it is drawn."""
    grouped = groupby(volumes, key=lambda volume: str(volume.row["publication"]))
    return [(publication, [strip_of(volume) for volume in listed]) for publication, listed in grouped]


def strip_of(volume: Volume) -> Strip:
    """Draw a volume."""
    row, missing = volume.row, in_words(volume.missing)
    label = (
        f"Volume {row['volume']}: {row['issue_count']} issues from {row['first_issue']} to {row['last_issue']}; "
        + (f"missing {missing}" if missing else "none missing")
    )
    return Strip(volume=volume, svg=plots.strip(volume.present, volume.missing, label=label), missing=missing)

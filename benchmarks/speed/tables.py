"""What was measured as tables of Markdown, and as lines of a plot: of several rounds the one of least CPU time."""

from collections.abc import Sequence

from benchmarks.engines.processes import COMMAND
from benchmarks.speed.commands import COMMANDS, Cost
from benchmarks.speed.comparison import NOW, Measurement

LEAST_SECONDS = 0.005
"""Of a stage that is told."""


def commands_table(found: Sequence[Measurement], *, against: str | None) -> list[str]:
    """Write a line for each size and command, of the round that took least processor time."""
    lines = [
        "| articles | command | CPU s | a CPU s | words a CPU s | wall s | MB | to model | as fast | by wall |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for size in sorted({each.articles for each in found}):
        for command in COMMANDS:
            now, earlier = (least(found, size=size, command=command, checkout=name) for name in (NOW, against))
            if now is None:
                continue
            cpu = now.cost.cpu_seconds
            bare = least(found, size=size, command=COMMANDS[0], checkout=NOW)
            share = f"{cpu / bare.cost.cpu_seconds:.2f}" if bare else ""
            faster = f"{earlier.cost.cpu_seconds / cpu:.2f}" if earlier else ""
            sooner = f"{earlier.cost.wall_seconds / now.cost.wall_seconds:.2f}" if earlier else ""
            lines.append(
                f"| {size:,} | {command} | {cpu:.1f} | {size / cpu:.1f} | {now.words / cpu:,.0f} "
                f"| {now.cost.wall_seconds:.1f} | {megabytes(now.cost)} | {share} | {faster} | {sooner} |"
            )
    return lines


def megabytes(cost: Cost) -> str:
    """Write the most memory of the command's own process, and that of others: `512, a worker 430`."""
    own, *others = (
        f"{value:.0f}" if what == COMMAND else f"{what} {value:.0f}" for what, value in cost.megabytes.items()
    )
    return ", ".join([own, *others])


def stages_table(found: Sequence[Measurement], *, against: str | None) -> list[str]:
    """Write a line for each size and stage of the ingest: its share of the command's processor time, and its pace."""
    lines = [
        "| articles | stage | CPU s | share | articles per CPU s | words per CPU s | articles per s | earlier CPU s |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for size in sorted({each.articles for each in found}):
        now, earlier = (least(found, size=size, command="ingest", checkout=name) for name in (NOW, against))
        for stage, (cpu, wall) in now.cost.stages.items() if now else ():
            if now is None or cpu < LEAST_SECONDS:
                continue
            before = earlier.cost.stages.get(stage) if earlier else None
            lines.append(
                f"| {size:,} | {stage} | {cpu:.2f} | {cpu / now.cost.cpu_seconds:.1%} | {size / cpu:,.0f} "
                f"| {now.words / cpu:,.0f} | {size / wall:,.0f} | {f'{before[0]:.2f}' if before else ''} |"
            )
    return lines


def lines_of(found: Sequence[Measurement]) -> dict[str, list[tuple[float, float]]]:
    """Gather, for each command of each checkout, the milliseconds of processor time an article takes at each size."""
    lines: dict[str, list[tuple[float, float]]] = {}
    for checkout, command, size in sorted({(each.checkout, each.cost.command, each.articles) for each in found}):
        least_of = least(found, size=size, command=command, checkout=checkout)
        if least_of:
            label = command if checkout == NOW else f"{command}, {checkout}"
            lines.setdefault(label, []).append((size, 1000 * least_of.cost.cpu_seconds / size))
    return lines


def least(found: Sequence[Measurement], *, size: int, command: str, checkout: str | None) -> Measurement | None:
    """Return the measurement of least processor time; None where there is none."""
    those = [each for each in found if (each.articles, each.cost.command, each.checkout) == (size, command, checkout)]
    return min(those, key=lambda each: each.cost.cpu_seconds, default=None)

"""The most probable days of a volume's issues: a later issue is out on a later weekday.

State 0 is the time before the volume's first day, state n its nth publishing day. From one issue to the next it is one
weekday, or what the publication's rhythm is, and sometimes more: holidays, breaks. Viterbi's algorithm finds the best
path; forward and backward sums give the odds of every day for each issue.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from operator import mul

MOST_EXTRA = 30
"""Weekdays that a daily's step may be longer than the number of issues it spans."""

SKIPPED_PER_ISSUE = 0.03
"""Weekdays without an issue for each with one, long breaks apart: seven or eight holidays a year."""

BREAK_PER_ISSUE = 0.006
"""Odds at each step of a long break, such as the Monitor's two weeks in August."""

ANYWHERE = 1e-6
"""Odds that the number of the first issue known says nothing about its day."""

STRAY = 1.5
"""Weekdays by which a weekly's issue strays from its rhythm, on average."""

Odds = list[float]
Join = Callable[[Iterable[float]], float]


@dataclass(frozen=True, slots=True)
class Step:
    """The odds that the next issue known comes `least`, `least` + 1 … publishing days after this one."""

    least: int
    odds: tuple[float, ...]


@lru_cache(maxsize=4096)
def step_over(gap: int, *, rhythm: int | None, size: int) -> Step:
    """Return the step over so many issues; without a rhythm every later day is as likely as any other."""
    if rhythm == 1:
        return Step(gap, daily_odds(gap))
    if rhythm is None:
        return Step(gap, (1.0 / size,) * size)
    middle = rhythm * gap
    least = max(gap, middle - 5 * rhythm)
    return Step(least, tuple(exp(-abs(days - middle) / STRAY) + 1e-3 for days in range(least, middle + 5 * rhythm)))


def daily_odds(gap: int) -> tuple[float, ...]:
    """Return the odds of 0, 1, 2 … weekdays without an issue: holidays one by one (Poisson), breaks of any length."""
    mean, chance = SKIPPED_PER_ISSUE * gap, exp(-SKIPPED_PER_ISSUE * gap)
    of_break = min(0.9, BREAK_PER_ISSUE * gap)
    shares = []
    for extra in range(MOST_EXTRA + 1):
        shares.append((1 - of_break) * chance + of_break / (MOST_EXTRA + 1))
        chance *= mean / (extra + 1)
    return tuple(shares)


def first_row(emission: Sequence[float], step: Step) -> Odds:
    """Return the odds of the first issue's days, by its number and its own clues."""
    start = [1.0, *[0.0] * (len(emission) - 1)]
    return scaled([(odds + ANYWHERE) * own for odds, own in zip(advance(start, step), emission, strict=True)])


def forward_rows(emissions: Sequence[Sequence[float]], steps: Sequence[Step], *, join: Join = sum) -> list[Odds]:
    """Return for each issue the odds of its days given all issues up to it; with `max`, of the best path to them."""
    rows: list[Odds] = []
    for emission, step in zip(emissions, steps, strict=True):
        if not rows:
            rows.append(first_row(emission, step))
            continue
        rows.append(
            scaled([odds * own for odds, own in zip(advance(rows[-1], step, join=join), emission, strict=True)])
        )
    return rows


def advance(before: Sequence[float], step: Step, *, join: Join = sum) -> Odds:
    """Carry odds over a step: each day's are joined from all the days that the step can start from."""
    turned, reach = step.odds[::-1], len(step.odds)
    row = []
    for at in range(len(before)):
        last = at - step.least + 1
        first = max(0, last - reach)
        row.append(join([0.0, *map(mul, before[first:last], turned[reach - (last - first) :])]) if last > 0 else 0.0)
    return row


def scaled(row: Odds) -> Odds:
    """Scale odds to add up to one, so that hundreds of steps do not underflow; all zeros stay."""
    total = sum(row)
    return [odds / total for odds in row] if total else row


def best_path(emissions: Sequence[Sequence[float]], steps: Sequence[Step]) -> list[int] | None:
    """Return the state of each issue on the best path; None where no path fits all issues."""
    rows = forward_rows(emissions, steps, join=max)
    if not rows or not any(rows[-1]):
        return None
    at = max(range(len(rows[-1])), key=rows[-1].__getitem__)
    path = [at]
    for row, step in zip(reversed(rows[:-1]), reversed(steps[1:]), strict=True):
        at = best_source(row, step, at=at)
        path.append(at)
    return path[::-1]


def best_source(row: Sequence[float], step: Step, *, at: int) -> int:
    """Return the state before a step from which the best path comes to a state after it."""
    first = max(0, at - step.least - len(step.odds) + 1)
    return max(range(first, at - step.least + 1), key=lambda source: row[source] * step.odds[at - step.least - source])


def issue_odds(emissions: Sequence[Sequence[float]], steps: Sequence[Step]) -> list[Odds]:
    """Return for each issue the probability of each state, all the other issues considered."""
    ahead = forward_rows(emissions, steps)
    behind: list[Odds] = [[1.0] * len(row) for row in ahead[-1:]]
    for emission, step in zip(reversed(emissions[1:]), reversed(steps[1:]), strict=True):
        seen = [odds * own for odds, own in zip(behind[-1], emission, strict=True)]
        behind.append(scaled(advance(seen[::-1], step)[::-1]))
    pairs = zip(ahead, reversed(behind), strict=True)
    return [scaled([one * other for one, other in zip(row, later, strict=True)]) for row, later in pairs]

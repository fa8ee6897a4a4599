"""`python -m benchmarks.schedule [--hours 26] [--hours-a-day 24] [--folder DIR]`: ends with 1 where a bound is broken.

24 days of 24 hours: `--hours 576`, about an hour on two idle cores.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.schedule.simulation import Day, broken_bounds, simulate


def main() -> int:
    """Run the schedule, print a line a day, and say which bounds are broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=int, default=26, help="simulated hours, each a scheduled run")
    parser.add_argument("--hours-a-day", type=int, default=24, help="after so many runs comes a nightly maintenance")
    parser.add_argument("--folder", type=Path, help="where to keep what is made; a temporary folder otherwise")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        days = []
        print(Day.HEADING)  # noqa: T201 - the benchmark's own output
        folder = asked.folder or Path(temporary)
        for day in simulate(folder, hours=asked.hours, hours_a_day=asked.hours_a_day):
            days.append(day)
            print(day.as_line(), flush=True)  # noqa: T201 - likewise
    broken = broken_bounds(days, hours=asked.hours)
    print("\n".join(broken) or "All bounds hold.")  # noqa: T201 - likewise
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())

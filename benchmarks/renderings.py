"""Writes random figures in hundreds of styles and reads them back: `python -m benchmarks.renderings [COUNT] [SEED]`.

Each figure is written into a sentence of news. What is read where it stands must be its exact value, unit and range,
or nothing: another value is an error, and any error makes the exit status 1.
"""

import random
import sys
import time
from collections import Counter
from dataclasses import dataclass

from benchmarks.rendering.styles import STYLES
from benchmarks.rendering.units import Rendered
from tasks.extractors.figures import build_by_rules
from tasks.extractors.figures.words.context import read_context
from tasks.formats.article import bare_article
from warehouse.records import Figure

DEFAULT_COUNT = 1_000_000
SHOWN_ERRORS = 20

SENTENCES = (
    "The ministry said yesterday that {} had been set aside for the northern regions.",
    "According to the governor, {} went to the port in 1997 (Itar-Tass, March 12).",
    "Officials put the total at {}, he added.",
    "It came to {}.",
    "“We counted {},” the spokesman told reporters.",
    "The two sides disagree over {} in the draft treaty.",
    "The figure ({}) was denied by the Chechen side on May 20.",
    "Moscow wants {}; Minsk offers nothing.",
    "Observers recalled the sum - {} - with some surprise.",
    "'It is {}', said an officer in Vladivostok",
)
HEDGES = ("", "", "", "about ", "more than ", "up to ", "some ", "just ", "at least ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A text with one figure in it, and where the figure stands and what it means."""

    text: str
    start_char: int
    end_char: int
    meant: Rendered


def main() -> None:
    """Render, read back, count, and report."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_COUNT
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    chance = random.Random(seed)  # noqa: S311  # styles to try, nothing secret
    outcomes: Counter[str] = Counter()
    started = time.process_time()
    for _ in range(count):
        rendering = render(chance)
        outcome = read_back(rendering)
        outcomes[outcome] += 1
        if outcome == "wrong" and outcomes["wrong"] <= SHOWN_ERRORS:
            sys.stdout.write(f"wrong: {rendering.text!r} should be {rendering.meant}\n")
    seconds = time.process_time() - started
    shares = ", ".join(f"{name} {outcomes[name]}" for name in ("exact", "refused", "missed", "wrong"))
    sys.stdout.write(f"{count} renderings with seed {seed}: {shares} ({seconds:.0f} s of CPU)\n")
    sys.exit(1 if outcomes["wrong"] else 0)


def read_back(rendering: Rendering) -> str:
    """Return `exact`, `refused` (with a reason), `missed` (nothing was said of it) or `wrong`."""
    records = list(build_by_rules(read_context(bare_article(rendering.text, article_id="rendering")), dates=()))
    found = [record for record in records if isinstance(record, Figure) and overlaps(record, rendering)]
    if not found:
        return "refused" if len(found) < len(records) else "missed"
    return "exact" if len(found) == 1 and is_as_meant(found[0], rendering.meant) else "wrong"


def is_as_meant(figure: Figure, meant: Rendered) -> bool:
    """Tell whether a figure has the value, range, unit and `per` that were written."""
    if (figure.value, figure.value_high, figure.per) != (meant.value, meant.value_high, meant.per):
        return False
    return meant.unit is None or figure.unit == meant.unit


def overlaps(figure: Figure, rendering: Rendering) -> bool:
    """Tell whether a figure stands where the rendered one does."""
    return figure.start_char < rendering.end_char and rendering.start_char < figure.end_char


def render(chance: random.Random) -> Rendering:
    """Return a random figure in a random style, in a random sentence."""
    meant = chance.choice(STYLES)(chance)
    before, after = chance.choice(SENTENCES).split("{}")
    hedge = chance.choice(HEDGES)
    start = len(before) + len(hedge)
    text = before + hedge + meant.text + after
    return Rendering(text=text, start_char=start, end_char=start + len(meant.text), meant=meant)


if __name__ == "__main__":
    main()

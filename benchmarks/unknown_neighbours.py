"""Figures beside which something unknown stands: `python -m benchmarks.unknown_neighbours [COUNT] [SEED]`.

Each sentence holds one figure with an abbreviation, sign, mark or letters of no meaning beside it or inside it. What is
landed where it stands has a value that nobody can vouch for: an error, and any error makes the exit status 1. What is
refused leaves a rejection; what is missed leaves nothing.
"""

import random
import sys
import time
from collections import Counter
from dataclasses import dataclass

from benchmarks.rendering.units import NAMES, NOUNS, SIGNS, UNITS
from benchmarks.renderings import HEDGES, SENTENCES
from tasks.extractors.figures import build_by_rules
from tasks.extractors.figures.words.abbreviations import is_strange
from tasks.extractors.figures.words.context import read_context
from tasks.formats.article import bare_article
from warehouse.records import Figure

DEFAULT_COUNT = 100_000
SHOWN_ERRORS = 20
LETTERS = "abcdefghijklmnopqrstuvwxyz"
UNKNOWN_SIGNS = "¤§№¶†‡@^\\|&₯₰₳₶₷ƒ※"
UNKNOWN_MARKS = ("*", "†", "_", "&nbsp;", "<b>", "<br/>", "|", "^", "\\", "§", "=", "[sic]")
SCALES = ("million", "billion", "thousand", "bn", "mln", "trln")
LIKE_DIGITS = "OolISZ"
"""Letters that a scanner reads for digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text, and where in it the figure with its unknown neighbour stands."""

    text: str
    start_char: int
    end_char: int


def main() -> None:
    """Make the sentences, read them, count, and report."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_COUNT
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)  # noqa: S311  # sentences to try
    outcomes: Counter[str] = Counter()
    started = time.process_time()
    for _ in range(count):
        case = make_case(chance)
        outcome, landed = read_back(case)
        outcomes[outcome] += 1
        if outcome == "landed" and outcomes["landed"] <= SHOWN_ERRORS:
            sys.stdout.write(f"landed: {landed} in {case.text!r}\n")
    seconds = time.process_time() - started
    shares = ", ".join(f"{name} {outcomes[name] / count:.2%}" for name in ("landed", "refused", "missed"))
    sys.stdout.write(f"{count} figures with an unknown neighbour: {shares} ({seconds:.0f} s of CPU)\n")
    sys.exit(1 if outcomes["landed"] else 0)


def read_back(case: Case) -> tuple[str, str]:
    """Return `landed`, `refused` or `missed`, and what was landed where the figure stands."""
    records = list(build_by_rules(read_context(bare_article(case.text, article_id="case")), dates=()))
    for record in records:
        if isinstance(record, Figure) and record.start_char < case.end_char and case.start_char < record.end_char:
            return "landed", f"{record.text!r} = {record.value} {record.unit}"
    return ("refused" if any(not isinstance(record, Figure) for record in records) else "missed"), ""


def make_case(chance: random.Random) -> Case:
    """Return a random figure with an unknown neighbour, in a random sentence."""
    figure = chance.choice(STYLES)(chance)
    before, after = chance.choice(SENTENCES).split("{}")
    start = len(before) + len(hedge := chance.choice(HEDGES))
    return Case(text=before + hedge + figure + after, start_char=start, end_char=start + len(figure))


def digits(chance: random.Random) -> str:
    """Return a random number in digits."""
    whole = chance.choice((chance.randint(2, 99), chance.randint(100, 999), chance.randint(2_000, 999_999)))
    return f"{whole:,}" if chance.random() < 0.6 else f"{whole % 100}.{chance.randint(1, 9)}"


def abbreviation(chance: random.Random) -> str:
    """Return an abbreviation of two to five letters that is in no list, at times with a full stop."""
    word = "e"
    while not is_strange(word):
        word = "".join(chance.choices(LETTERS, k=chance.randint(2, 5)))
    return word + chance.choice(("", "", "."))


def thing(chance: random.Random) -> str:
    """Return what a number may be of: a currency, a unit of measure, something counted."""
    return chance.choice(tuple(chance.choice((NAMES, UNITS, NOUNS))))


def with_abbreviation_inside(chance: random.Random) -> str:
    """Write `5 zlt. tons`, `5-zlt tons`, `5zlt tons`."""
    return digits(chance) + chance.choice((" ", " ", "-", "")) + f"{abbreviation(chance)} {thing(chance)}"


def with_abbreviation_after_money(chance: random.Random) -> str:
    """Write `$5 zlt`, `US$5zlt`, `$5-zlt`."""
    word = abbreviation(chance).rstrip(".")
    return chance.choice(tuple(SIGNS)) + digits(chance) + chance.choice((" ", "", "-")) + word


def with_unknown_sign(chance: random.Random) -> str:
    """Write `¤5 million`, `qz$5`."""
    sign = chance.choice(UNKNOWN_SIGNS)
    if chance.random() < 0.3:
        sign = abbreviation(chance).rstrip(".").upper()[:3] + "q" + chance.choice("$£€")
    return sign + digits(chance) + chance.choice(("", f" {chance.choice(SCALES)}", f" {thing(chance)}"))


def with_mark_inside(chance: random.Random) -> str:
    """Write `5&nbsp;million`, `5<b>tons`, `$5*million`."""
    sign = chance.choice(("", "", *SIGNS))
    return sign + digits(chance) + chance.choice(UNKNOWN_MARKS) + chance.choice((*SCALES, thing(chance)))


def with_scale_apart(chance: random.Random) -> str:
    """Write `$5 (million)`, `5 "billion" rubles`, `mln 5.3`."""
    scale = chance.choice(SCALES)
    number = chance.choice(tuple(SIGNS)) + digits(chance)
    styles = (f"{number} ({scale})", f'{number} "{scale}"', f"{digits(chance)} [{scale}] {thing(chance)}")
    return chance.choice(
        (*styles, f"mln {digits(chance)}", f"({chance.choice(('mln', 'bln', 'bn'))}) {digits(chance)}")
    )


def with_letters_for_digits(chance: random.Random) -> str:
    """Write `4O million`, `l2 percent`, `1,2O0 tons`."""
    number = digits(chance)
    place = chance.randint(0, len(number))
    return f"{number[:place]}{chance.choice(LIKE_DIGITS)}{number[place:]} {chance.choice((*SCALES, thing(chance)))}"


STYLES = (
    with_abbreviation_inside,
    with_abbreviation_after_money,
    with_unknown_sign,
    with_mark_inside,
    with_scale_apart,
    with_letters_for_digits,
)

if __name__ == "__main__":
    main()

"""What the commands cost on generated articles: `python -m benchmarks.speed [--against REV] [--only extract]`.

Each command runs in a process of its own, this checkout and an earlier revision of it in turns (A B A B); the least of
the rounds counts. The stages of the ingest are timed within it. With `--rules` only the extractors that need no model
are timed, and hostile texts; with `--parsed` it is told how much of articles is parsed, and what for; with `--kernels`
what the two kernels take that may multiply the model's matrices.
"""

import argparse
import json
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generated_articles import WORDS
from benchmarks.speed import kernels, parsed, rules
from benchmarks.speed.archives import drawn, generated, real
from benchmarks.speed.commands import COMMANDS, Reading
from benchmarks.speed.comparison import HERE, NOW, checked_out, measured
from benchmarks.speed.plot import plot
from benchmarks.speed.tables import commands_table, lines_of, stages_table


def main() -> None:
    """Measure what is asked for, and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[100], help="sizes of the generated archive")
    parser.add_argument("--against", metavar="REV", help="an earlier revision of this repository")
    parser.add_argument("--only", nargs="+", choices=COMMANDS, default=COMMANDS, help="verify needs ingest")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--workers", type=int, help="processes beside the command's own that ingest and verify")
    parser.add_argument("--words", type=int, default=WORDS, help="of a generated article")
    parser.add_argument("--varied", action="store_true", help="articles with no sentence twice, and ever new people")
    parser.add_argument("--seed", type=int, default=1, help="of the generated archive")
    parser.add_argument("--json", type=Path, help="a file for all measurements")
    parser.add_argument("--plot", type=Path, help="a file for the cost of an article at each size, as SVG")
    parser.add_argument("--rules", action="store_true", help="only the extractors that need no model")
    parser.add_argument("--texts", metavar="TEXTS.jsonl.gz", type=Path, help="real articles instead of generated ones")
    parser.add_argument("--parsed", action="store_true", help="only what is parsed of the articles of --texts")
    parser.add_argument("--kernels", action="store_true", help="only both kernels of the model, on those of --texts")
    options = parser.parse_args()
    if (options.parsed or options.kernels) and options.texts is None:
        parser.error("--parsed and --kernels need --texts")
    if options.rules:
        rules.main()
    elif options.parsed:
        parsed.main(drawn(options.texts, options.articles[0]))
    elif options.kernels:
        kernels.main(drawn(options.texts, options.articles[0]), rounds=options.rounds)
    else:
        compare_commands(options)


def compare_commands(options: argparse.Namespace) -> None:
    """Measure what the commands cost, and write it wherever that is asked for."""
    with ExitStack() as stack:
        checkouts = {NOW: HERE}
        if options.against:
            folder = Path(stack.enter_context(TemporaryDirectory())) / "earlier"
            checkouts[options.against] = stack.enter_context(checked_out(options.against, folder=folder))
        made = generated(options.seed, words=options.words, are_varied=options.varied)
        archives = real(options.texts) if options.texts else made
        reading = Reading(format_name=archives.format_name, workers=options.workers)
        found = list(
            measured(
                checkouts,
                sizes=options.articles,
                rounds=options.rounds,
                archives=archives,
                only=options.only,
                reading=reading,
            )
        )
    if options.json:
        options.json.write_text(json.dumps([each.as_row() for each in found], indent=1), encoding="utf-8")
    if options.plot:
        options.plot.write_text(plot(lines_of(found)), encoding="utf-8")
    lines = [*commands_table(found, against=options.against), "", *stages_table(found, against=options.against)]
    sys.stdout.write("".join(line + "\n" for line in lines))


if __name__ == "__main__":
    main()

"""Cuts and parses files that hold many articles: `python -m benchmarks.containers [FILES…] [--megabytes 100]`.

Without files, one of so many megabytes is written, of stories of our own in the SGML of Reuters-21578. Measured are
articles per CPU-second from the file to parsed articles, facts not included, and the most memory that it took.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tasks.formats import Refusal, cut_of, parse_article
from tasks.sources import Limits, read_sources
from warehouse.records import Rejection

STORY = """\
<REUTERS TOPICS="NO" LEWISSPLIT="TEST" CGISPLIT="PUBLISHED-TESTSET" OLDID="1" NEWID="{number}">
<DATE> 3-MAY-1987 08:12:40.05</DATE>
<TOPICS><D>ferry</D></TOPICS>
<PLACES><D>norway</D></PLACES>
<UNKNOWN>&#5;&#5;&#5;M</UNKNOWN>
<TEXT>&#2;
<TITLE>HARBOR LINES &lt;HBR> ADDS FERRIES</TITLE>
<DATELINE>    BERGEN, May 3 - </DATELINE><BODY>{body} REUTER
&#3;</BODY></TEXT>
</REUTERS>
"""
PARAGRAPH = """Harbor Lines said it would add 12 ferries
and two docks by May, at a price of 7.15 mln dlrs against 6.40
mln a year before, as {number} passengers a day had asked for.
   \
"""
PARAGRAPHS = 5


def main() -> None:
    """Measure, and write what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", help="files, or folders of them")
    parser.add_argument("--megabytes", type=int, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = asked.files or [write_stories(Path(folder) / "stories.sgm", megabytes=asked.megabytes)]
        began = time.process_time()
        rules, count = Counter[str](), 0
        for item in read_sources(files, limits=Limits(), cutter=cut_of):
            count += 1
            if isinstance(item, Rejection):
                rules[item.rule] += 1
                continue
            try:
                parse_article(item)
            except Refusal as refusal:
                rules[refusal.rule] += 1
        seconds = time.process_time() - began
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    refused = ", ".join(f"{rule} {number:,}" for rule, number in rules.most_common()) or "none"
    sys.stdout.write(f"{count:,} articles, {count / seconds:,.0f} per CPU-second, {megabytes:,.0f} MB of memory\n")
    sys.stdout.write(f"refused: {refused}\n")


def write_stories(path: Path, *, megabytes: int) -> str:
    """Write a file of stories, of so many megabytes at least; return its path."""
    with path.open("w", encoding="ascii") as file:
        file.write('<!DOCTYPE lewis SYSTEM "lewis.dtd">\n')
        number = 0
        while file.tell() < megabytes * 1_000_000:
            number += 1
            file.write(STORY.format(number=number, body=PARAGRAPH.format(number=number) * PARAGRAPHS))
    return str(path)


if __name__ == "__main__":
    main()

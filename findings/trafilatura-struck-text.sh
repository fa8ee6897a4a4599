#!/usr/bin/env bash
# trafilatura gives text that a page strikes out as if it stood, and glues raised digits to the number before them.
#
# Guess: of a newspaper's correction, `<s>$5 million</s> $6 million`, the text of the article has the amount that stands,
# or marks the other one; what a page marks as deleted is left out. A raised digit is kept apart, as a space or a sign.
#
# Seen: struck out and deleted text is part of the sentence, with formatting asked for as well; the mark of a note becomes
# the last digit of the number, and the fraction of a mixed number its second one.
#
#   struck out: 'The bill came to $5 million $6 million after the port had raised its fees in the spring.'
#   deleted: 'The port lent seven nine barges to the carrier after it had raised its fees in the spring.'
#   the mark of a note: 'Fees of the port rose 123 percent in a year, more than the director had announced before.'
#   a fraction: 'The port lent 31/2 million francs to the carrier, which has to pay it back within the year.'
#
# Matters: papers that correct an article on the Web strike the old figure out for everybody to see. Whoever reads the
# text alone finds both, and 12 percent becomes 123.
#
# Versions: trafilatura 2.3.1.

source "$(dirname -- "$0")/lib.sh"
environment now trafilatura==2.3.1 lxml-html-clean==0.4.6

run now <<'PY'
from finding import seen
from trafilatura import extract

FIRST = "The harbour raised its fees on Monday, the port's director told reporters at a meeting of shippers and carriers."


def sentence(written):
    """Return the second paragraph of a page's article."""
    page = f"<html><body><article><h1>Fees</h1><p>{FIRST}</p><p>{written}</p></article></body></html>"
    return extract(page, include_comments=False).split("\n")[-1]


seen(
    "struck out",
    sentence("The bill came to <s>$5 million</s> $6 million after the port had raised its fees in the spring."),
    then="The bill came to $5 million $6 million after the port had raised its fees in the spring.",
)
seen(
    "deleted",
    sentence("The port lent <del>seven</del> <ins>nine</ins> barges to the carrier after it had raised its fees in the spring."),
    then="The port lent seven nine barges to the carrier after it had raised its fees in the spring.",
)
seen(
    "the mark of a note",
    sentence("Fees of the port rose 12<sup>3</sup> percent in a year, more than the director had announced before."),
    then="Fees of the port rose 123 percent in a year, more than the director had announced before.",
)
seen(
    "a fraction",
    sentence("The port lent 3<sup>1</sup>/<sub>2</sub> million francs to the carrier, which has to pay it back within the year."),
    then="The port lent 31/2 million francs to the carrier, which has to pay it back within the year.",
)
PY

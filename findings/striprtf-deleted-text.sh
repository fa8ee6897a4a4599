#!/usr/bin/env bash
# striprtf gives text that was deleted while changes were tracked, and hidden text, as if both were shown.
#
# Guess: the plain text of an RTF document is what a word processor shows of it: not what is marked as deleted or hidden.
#
# Seen: `\deleted` and `\v` are passed over, and their text stands among the rest; so are `\super` and `\up`, so that
# the mark of a note becomes the last digit of the number before it.
#
#   deleted, then inserted: 'It cost $5 million$6 million.'
#   hidden: 'It cost 9 or 20 dollars.'
#   the mark of a note: 'It rose 123 percent.'
#
# Matters: vendors of newspaper archives deliver RTF, and editors pass it around. The figure that was taken back is read
# beside the one that stands for it, and 12 percent becomes 123.
#
# Versions: striprtf 0.0.35.

source "$(dirname -- "$0")/lib.sh"
environment now striprtf==0.0.35

run now <<'PY'
from finding import seen
from striprtf.striprtf import rtf_to_text


def text_of(markup):
    return rtf_to_text(r"{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}\f0 " + markup + r"\par}").strip()


changed = r"It cost {\deleted $5 million}{\revised $6 million}."
seen("deleted, then inserted", text_of(changed), then="It cost $5 million$6 million.")
seen("hidden", text_of(r"It cost {\v 9 or }20 dollars."), then="It cost 9 or 20 dollars.")
seen("the mark of a note", text_of(r"It rose 12{\super 3} percent."), then="It rose 123 percent.")
PY

"""Which sentences are parsed for quotations, and how much of that told something.

The share of all characters in sentences that hold a word of speech of one kind or another, and in those of them whose
parse gave a statement or somebody who speaks: the rest could at best have been spared.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from tasks.extractors.model import parse
from tasks.extractors.quotations.direct.continuations import introductions
from tasks.extractors.quotations.direct.readings import Parsed, is_worth_parsing, read
from tasks.extractors.quotations.lexicon.cues import WORD, verb_forms, verb_kinds, word_kinds
from tasks.extractors.quotations.marks.frames import Frame
from tasks.extractors.quotations.reported import reports
from tasks.formats.article import bare_article


def main(texts: Iterable[str]) -> None:
    """Write the shares over some articles."""
    frames = [frame for text in texts for frame in frames_of(text)]
    wanted = [frame for frame in frames if is_worth_parsing(frame)]
    parsed: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for frame, document in zip(wanted, parse([frame.reading for frame in wanted]), strict=True):
        kind = kind_of(frame)
        parsed[kind] += len(frame.reading)
        sentence = Parsed(frame=frame, document=document, paragraph=0)
        if kind == "quotation" or introductions([sentence]) or any(True for _ in reports(document)):
            told[kind] += len(frame.reading)
    characters = sum(len(frame.reading) for frame in frames)
    for kind in ("in all", *sorted(parsed, key=parsed.__getitem__, reverse=True)):
        shares = [(each.total() if kind == "in all" else each[kind]) / characters for each in (parsed, told)]
        sys.stdout.write(f"{kind:12} parsed {shares[0]:.3f} of the characters, told something {shares[1]:.3f}\n")


def frames_of(text: str) -> Iterator[Frame]:
    """Yield the sentences of an article as a parser gets them."""
    for paragraph in read(bare_article(text, article_id="parsed")):
        yield from paragraph.frames


def kind_of(frame: Frame) -> str:
    """Name what makes a sentence worth parsing: a quotation, the kind of its strongest verb, or another word."""
    if next(frame.stretches(), None) is not None:
        return "quotation"
    words = {word.lower() for word in WORD.findall(frame.reading)}
    kinds = {verb_kinds()[verb_forms()[word]] for word in words & verb_forms().keys()}
    for kind in ("speech", "naming", "attitude", "evidence", "manner"):
        if kind in kinds:
            return f"{kind} verb"
    return "noun" if words & word_kinds().keys() else "other"

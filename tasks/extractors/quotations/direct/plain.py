"""Attributes the plainest sentences without a parser, such as `"…," he said` and `"…," said Ivan Petrov`."""

import re

from tasks.extractors.quotations.lexicon.cues import is_speech_form
from tasks.extractors.quotations.marks.frames import PLACEHOLDER, Frame
from tasks.extractors.quotations.marks.statements import Attribution

SPEAKER = r"(?P<speaker>[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|(?:[A-Z][\w’'-]+ ){0,2}(?P<last>[A-Z][\w’'-]+))"
PLAIN = (
    re.compile(rf'"{PLACEHOLDER},?",? {{1,2}}{SPEAKER} (?P<cue>[a-z]+)\.?'),
    re.compile(rf'"{PLACEHOLDER},?",? {{1,2}}(?P<cue>[a-z]+) {SPEAKER}\.?'),
)
ALONE = re.compile(rf'\s*"{PLACEHOLDER}[.,]?"\s*')
"""A sentence that is all quotation: nobody is named in it."""
PLURAL = frozenset({"they", "we"})


def plain_attribution(frame: Frame) -> Attribution | None:
    """Read cue and speaker of a sentence of one quotation, one speaker and one verb; nothing for any other."""
    for pattern in PLAIN:
        match = pattern.fullmatch(frame.reading.strip())
        if match and is_speech_form(match["cue"]):
            return attribution_of(frame, match)
    return None


def attribution_of(frame: Frame, match: re.Match[str]) -> Attribution:
    """Turn the parts of a plain sentence into offsets in the article."""
    shift = len(frame.reading) - len(frame.reading.lstrip())
    speaker, cue = match.span("speaker"), match.span("cue")
    head = match.span("last") if match["last"] else speaker
    return Attribution(
        cue=placed(frame, cue, shift),
        speaker=placed(frame, speaker, shift),
        head=placed(frame, head, shift),
        is_plural=match["speaker"].lower() in PLURAL,
        is_name=match["last"] is not None,
        rule="verb of speech",
    )


def placed(frame: Frame, span: tuple[int, int], shift: int) -> tuple[int, int]:
    """Give the place in the article of a part of the reading."""
    return frame.text_offset(span[0] + shift), frame.text_offset(span[1] + shift - 1) + 1


def needs_no_parser(frame: Frame) -> bool:
    """Tell whether a sentence is plain enough, or all quotation."""
    return ALONE.fullmatch(frame.reading) is not None or plain_attribution(frame) is not None

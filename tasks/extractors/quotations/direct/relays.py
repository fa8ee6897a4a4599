"""Cuts from a sentence the outlet that only passes it on: `According to Interfax, | …`, `…, | the agency Itar said`.

What is left tells a parser who spoke; only where it names nobody the words are the outlet's.
"""

import re
from dataclasses import replace

from tasks.extractors.quotations.lexicon.tables import any_of
from tasks.extractors.quotations.marks.frames import Frame
from tasks.extractors.quotations.marks.statements import Attribution
from tasks.extractors.quotations.speakers.outlets import NamedOutlet, outlet_behind, told_at_end

HEAD = re.compile(r"\s*(?P<cue>According to)\s(?=\S)")
BEHIND = re.compile(
    rf"(?:['’]s?)?(?: (?:news|report|{any_of('kind of outlet')}))*(?: (?:on|of|from) [^,\"]{{2,30}})?,\s+(?=[^\W_])"
)
"""What stands between an outlet and the sentence that it passes on: ` news agency, `, `'s report of 5 May, `."""


KINDS = re.compile(rf"(?: (?:news|{any_of('kind of outlet')})\b)*")
"""What an outlet may be called behind its name: ` news agency`."""
REPORTING = re.compile(
    rf"(?: (?:news|{any_of('kind of outlet')}))*(?: (?:has|had|also|later))? (?P<cue>reported|reports)"
    r"(?: (?:on |late |earlier |today|yesterday|this )[^,\"]{0,25})? that\s+(?=[^\W_])"
)
"""What stands between an outlet and a clause that it passes on: ` reported on Monday that `."""
REMARK = re.compile(r", (?:but|although|though|while|which|and|saying|adding|citing|quoting)\b")
"""What may begin the writer's own words, so that a sentence is left whole."""


def without_relay(frame: Frame) -> Frame:
    """Return a sentence without the outlet that it begins or ends with, which is kept beside it."""
    return without_head(frame) or without_tail(frame) or without_clause(frame) or frame


def without_head(frame: Frame) -> Frame | None:
    """Cut `According to Interfax, `; nothing where quoted words follow, which nobody else in the sentence says."""
    reading = frame.reading
    head = HEAD.match(reading)
    outlet = outlet_behind(reading, head.end()) if head else None
    behind = BEHIND.match(reading, outlet.end) if outlet else None
    if head is None or outlet is None or behind is None:
        return None
    relay = passed_on_by(frame, outlet, start=head.end(), cue=head.span("cue"), rule="according to")
    return replace(frame, reading=reading[behind.end() :], offset=frame.offset + behind.end(), relay=relay)


def without_clause(frame: Frame) -> Frame | None:
    """Cut `Interfax reported that `; nothing where more than what it reports may stand in the sentence."""
    reading = frame.reading
    start = len(reading) - len(reading.lstrip())
    outlet = outlet_behind(reading, start)
    behind = REPORTING.match(reading, outlet.end) if outlet else None
    if outlet is None or behind is None or REMARK.search(reading, behind.end()):
        return None
    relay = passed_on_by(frame, outlet, start=start, cue=behind.span("cue"), rule="reported clause")
    return replace(frame, reading=reading[behind.end() :], offset=frame.offset + behind.end(), relay=relay)


def without_tail(frame: Frame) -> Frame | None:
    """Cut `, Interfax reported`; nothing where quoted words end before it, which may be its own."""
    tail = told_at_end(frame.reading, 0, len(frame.reading))
    if tail is None or not frame.reading[: tail.comma].strip() or frame.reading[tail.comma - 1] == '"':
        return None
    rule = "according to" if tail.cue[0] < tail.outlet.start else "sentence around"
    relay = passed_on_by(frame, tail.outlet, start=tail.start, cue=tail.cue, rule=rule)
    return replace(frame, reading=frame.reading[: tail.comma], relay=relay)


def passed_on_by(frame: Frame, outlet: NamedOutlet, *, start: int, cue: tuple[int, int], rule: str) -> Attribution:
    """Make the attribution to an outlet that is described from `start` on."""
    head = placed(frame, (outlet.start, outlet.end))
    described = KINDS.match(frame.reading, outlet.end)
    end = described.end() if described else outlet.end
    return Attribution(
        cue=placed(frame, cue),
        speaker=placed(frame, (start, end)),
        head=head,
        is_plural=False,
        is_name=True,
        rule=rule,
    )


def placed(frame: Frame, span: tuple[int, int]) -> tuple[int, int]:
    """Give the place in the article of a part of a reading."""
    return frame.text_offset(span[0]), frame.text_offset(span[1] - 1) + 1

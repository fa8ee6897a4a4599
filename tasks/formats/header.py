"""The header that names publication, volume and issue: `Publication: Monitor Volume: 4 Issue: 196`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasks.formats.lines import Line
from tasks.sources.refusal import Refusal, excerpt_of

LABEL = re.compile(r"(?P<label>publication|volume|issue)\s*:\s*", re.IGNORECASE)
"""A field's label, found also where a space was lost: `Publication:MonitorVolume:4Issue:196`."""

NUMBER_LABELS = ("volume", "issue")
LABEL_COUNT = 3
MAXIMUM_HEADER_LENGTH = 300
MAXIMUM_PUBLICATION_LENGTH = 100

RANGES = {"volume": range(1, 201), "issue": range(1, 401)}
"""A volume is a year's issues: a daily has 366 at most, and no periodical is two hundred years old."""

NUMBER = re.compile(r"[0-9]{1,6}")
ROMAN_NUMERAL = re.compile(r"[IVXLCDM]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a header says, how many lines it takes, and what follows it on its last line."""

    publication: str
    volume: int
    issue: int
    line_count: int
    rest: Line | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A labelled value of a header: its line, and where on the line the value stands."""

    line: Line
    start: int
    end: int

    @property
    def value(self) -> str:
        """The characters of the value, without the white space around them."""
        return self.line.text[self.start : self.end].strip()


def labels_of(line: Line) -> list[str]:
    """Return the labels of a line that begins with one, in their order; none for any other line."""
    beginning = line.text[:MAXIMUM_HEADER_LENGTH]
    return [match["label"].lower() for match in LABEL.finditer(beginning)] if LABEL.match(beginning) else []


def is_header(line: Line) -> bool:
    """Tell whether a line holds a header with two of its labels at least, wherever it stands."""
    return len(set(labels_of(line))) > 1


def claims_header(line: Line) -> bool:
    """Tell whether a line near the top is meant as a header, though it may lack fields or go on in the next line."""
    return labels_of(line)[:1] == ["publication"] or is_header(line)


def read_header(lines: Sequence[Line]) -> Header:
    """Read the header that begins with the first of the lines; a field missing or out of range is refused."""
    fields = read_fields(lines)
    publication = read_publication(fields, lines[0])
    last = max(fields.values(), key=lambda field: (field.line.start_char, field.start))
    numbers = {label: read_number(label, fields, is_last=fields.get(label) is last) for label in NUMBER_LABELS}
    return Header(
        publication=publication,
        volume=numbers["volume"],
        issue=numbers["issue"],
        line_count=lines.index(last.line) + 1,
        rest=rest_of(last),
    )


def read_fields(lines: Sequence[Line]) -> dict[str, Field]:
    """Return the header's fields by label: those of the first line, and of the next while they begin with others."""
    fields: dict[str, Field] = {}
    for line in lines[:LABEL_COUNT]:
        labels = labels_of(line)
        if not labels or labels[0] in fields:
            break
        matches = list(LABEL.finditer(line.text[:MAXIMUM_HEADER_LENGTH]))[:LABEL_COUNT]
        ends = [match.start() for match in matches[1:]] + [len(line.text)]
        for match, end in zip(matches, ends, strict=True):
            fields.setdefault(match["label"].lower(), Field(line=line, start=match.end(), end=end))
    return fields


def read_publication(fields: dict[str, Field], first: Line) -> str:
    """Return the publication's name."""
    name = " ".join(fields["publication"].value.split()).strip(" ,;–-") if "publication" in fields else ""
    if not name or len(name) > MAXIMUM_PUBLICATION_LENGTH:
        raise Refusal(
            "publication_missing" if not name else "publication_too_long",
            "The header names no publication"
            if not name
            else f"The header's publication name has {len(name)} characters",
            repair="Write the header as `Publication: NAME Volume: NUMBER Issue: NUMBER`.",
            excerpt=excerpt_of(first.text),
            start_char=first.start_char,
        )
    return name


def read_number(label: str, fields: dict[str, Field], *, is_last: bool) -> int:
    """Return the number of volume or issue; only the last field may be followed by other text."""
    value = fields[label].value if label in fields else ""
    if not value:
        raise refused_number(f"{label}_missing", f"The header has no {label} number", label, fields)
    number = (value.split()[0] if is_last else value).rstrip(".,;")
    if ROMAN_NUMERAL.fullmatch(number):
        reason = f"The header's {label} is the Roman numeral {number!r}, which may be a misread number"
        raise refused_number(f"{label}_roman", reason, label, fields)
    if not NUMBER.fullmatch(number):
        reason = f"The header's {label} {number[:40]!r} is not one whole number"
        raise refused_number(f"{label}_not_a_number", reason, label, fields)
    allowed = RANGES[label]
    if int(number) not in allowed:
        reason = f"The header's {label} {number} is not between {allowed[0]} and {allowed[-1]}"
        raise refused_number(f"{label}_out_of_range", reason, label, fields)
    return int(number)


def refused_number(rule: str, reason: str, label: str, fields: dict[str, Field]) -> Refusal:
    """Make the refusal of a number, with the header's line as excerpt."""
    line = fields[label].line if label in fields else next(iter(fields.values())).line
    return Refusal(
        rule,
        reason,
        repair=f"Write the {label} in the header as digits, such as `{label.capitalize()}: 4`, and ingest again.",
        excerpt=excerpt_of(line.text),
        start_char=line.start_char,
    )


def rest_of(field: Field) -> Line | None:
    """Return what follows the header's last number on its line, as a line of its own; None where nothing does."""
    after = field.line.text[field.start :].lstrip()
    rest = after.split(maxsplit=1)[1:]
    if not rest:
        return None
    start = field.line.end_char - len(rest[0])
    return replace(field.line, text=rest[0], start_char=start, is_paragraph_start=True)

"""A user's corrections: those of what was resolved win over the resolver, and say so where they no longer apply."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace

from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.resolvers.entities.entities import DatedMention

CORRECT, HIDE, CONFIRM = "correct", "hide", "confirm"
FACT_ACTIONS = (CORRECT, HIDE, CONFIRM)
"""Actions on one fact, see `tasks.resolvers.fact_corrections`; the others are about mentions."""

ACTIONS = ("merge", "split", "rename", "retype", "not an entity", *FACT_ACTIONS)
KINDS = ("person", "organization", "place", "nationality", "facility", "weapon", "event")
"""Kinds of mentions; a country's are places and nationalities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One line of `corrections.csv`: what to do with the mentions of a name and kind, everywhere or in one article.

    Or what the right value is in a column of a fact, which is named by its text and, where that is not enough, by its
    offset in the article; or that the fact is none, or is right. Who said so and on which day is a note: two lines that
    differ in it alone are one correction.
    """

    action: str
    kind: str
    name: str
    value: str = ""
    article_id: str = ""
    column: str = ""
    start_char: str = ""
    by: str = field(default="", compare=False, repr=False)
    on: str = field(default="", compare=False, repr=False)

    def with_value(self, value: str) -> "Correction":
        """Return the correction with its value written in another way."""
        return replace(self, value=value)


class CorrectionError(ValueError):
    """A line of corrections that cannot be read; the message names the line and the remedy."""


def read_corrections(lines: Iterable[str], *, check_value: Callable[[Correction], Correction]) -> list[Correction]:
    """Read corrections from CSV with the columns action, kind, name, value, article_id, column, start_char, by and on.

    The columns after `name` are optional. `check_value` returns a correction of a value as it is compared, or raises
    ValueError. A line that is there twice is one correction. Raise CorrectionError for a line that cannot be read.
    """
    corrections = []
    for number, row in enumerate(csv.DictReader(lines), start=2):
        columns = {field.name: (row.get(field.name) or "").strip() for field in fields(Correction)}
        if columns["action"] not in ACTIONS:
            raise CorrectionError(f"line {number}: action {columns['action']!r} is none of {', '.join(ACTIONS)}")
        if columns["action"] in FACT_ACTIONS:
            try:
                corrections.append(check_value(Correction(**columns)))
            except ValueError as error:
                raise CorrectionError(f"line {number}: {error}") from error
            continue
        if not columns["name"] or not columns["kind"]:
            raise CorrectionError(f"line {number}: name and kind of the mentions are needed")
        if columns["action"] in ("merge", "split", "rename", "retype") and not columns["value"]:
            raise CorrectionError(f"line {number}: {columns['action']} needs a value")
        kinds = (columns["kind"], columns["value"]) if columns["action"] == "retype" else (columns["kind"],)
        for kind in kinds:
            if kind not in KINDS:
                raise CorrectionError(f"line {number}: kind {kind!r} is none of {', '.join(KINDS)}")
        corrections.append(Correction(**columns))
    return list(dict.fromkeys(corrections))


@dataclass(frozen=True, slots=True)
class CorrectedMentions:
    """Mentions with the corrections applied, in their order, before they are resolved; to be gone through repeatedly.

    Merging and renaming give the mentions the other name, splitting the name of one article's own, retyping the other
    kind; what is no entity is left out. `counts` says of the last time how many mentions each correction concerned.
    """

    mentions: Iterable[DatedMention]
    corrections: Sequence[Correction]
    counts: Counter[Correction] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[DatedMention]:
        """Yield the mentions as they are to be resolved."""
        self.counts.clear()
        concerned = [correction for correction in self.corrections if correction.action not in FACT_ACTIONS]
        names = {correction.name for correction in concerned}
        for each in self.mentions:
            is_named = each.mention.name in names or each.mention.text in names
            result = corrected_mention(each, concerned, counts=self.counts) if is_named else each
            if result is not None:
                yield result


def corrected_mention(
    each: DatedMention, corrections: Sequence[Correction], *, counts: Counter[Correction]
) -> DatedMention | None:
    """Apply to one mention the corrections that concern it, and count them; return None where it is no entity."""
    for correction in corrections:
        if not concerns(correction, each):
            continue
        counts[correction] += 1
        if correction.action == "not an entity":
            return None
        each = changed(each, correction)
    return each


def concerns(correction: Correction, each: DatedMention) -> bool:
    """Tell whether a correction is about a mention, by its kind, its name and, where given, its article."""
    mention = each.mention
    return (
        mention.kind == correction.kind
        and correction.name in (mention.name, mention.text)
        and correction.article_id in ("", mention.article_id)
    )


def changed(each: DatedMention, correction: Correction) -> DatedMention:
    """Give a mention the name or kind that a correction wants, and the country code that goes with it."""
    is_retyped = correction.action == "retype"
    kind = correction.value if is_retyped else each.mention.kind
    name = each.mention.name if is_retyped else correction.value
    code = country_code(name, kind, on=each.published_on) if kind in ("place", "nationality") else None
    return replace(each, mention=replace(each.mention, kind=kind, name=name, country_code=code))

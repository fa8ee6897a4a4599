"""A user's corrections of what was resolved: they win over the resolver, and say so where they no longer apply."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tasks.extractors.mentions.countries import country_code
from tasks.resolvers.entities import DatedMention

ACTIONS = ("merge", "split", "rename", "retype", "not an entity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One line of `corrections.csv`: what to do with the mentions of a name and kind, everywhere or in one article."""

    action: str
    kind: str
    name: str
    value: str = ""
    article_id: str = ""


class CorrectionError(ValueError):
    """A line of corrections that cannot be read; the message names the line and the remedy."""


def read_corrections(lines: Iterable[str]) -> list[Correction]:
    """Read corrections from CSV with the columns action, kind, name, value and article_id, the last two optional."""
    corrections = []
    for number, row in enumerate(csv.DictReader(lines), start=2):
        columns = {name: (row.get(name) or "").strip() for name in ("action", "kind", "name", "value", "article_id")}
        if columns["action"] not in ACTIONS:
            raise CorrectionError(f"line {number}: action {columns['action']!r} is none of {', '.join(ACTIONS)}")
        if not columns["name"] or not columns["kind"]:
            raise CorrectionError(f"line {number}: name and kind of the mentions are needed")
        if columns["action"] in ("merge", "split", "rename", "retype") and not columns["value"]:
            raise CorrectionError(f"line {number}: {columns['action']} needs a value")
        corrections.append(Correction(**columns))
    return corrections


def corrected(
    dated: Sequence[DatedMention], corrections: Sequence[Correction]
) -> tuple[list[DatedMention], list[Correction]]:
    """Apply corrections to the mentions before they are resolved; return them with the corrections that found none.

    Merging and renaming give the mentions the other name, splitting the name of one article's own, retyping the other
    kind; what is no entity is left out.
    """
    mentions = list(dated)
    idle = []
    for correction in corrections:
        concerned = {number for number, each in enumerate(mentions) if concerns(correction, each)}
        if not concerned:
            idle.append(correction)
        elif correction.action == "not an entity":
            mentions = [each for number, each in enumerate(mentions) if number not in concerned]
        else:
            mentions = [
                changed(each, correction) if number in concerned else each for number, each in enumerate(mentions)
            ]
    return mentions, idle


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

"""What a reader makes of a fact: a line of the corrections, which holds at once on the pages and from the next run on.

Facts of the text are corrected, hidden or confirmed one by one; names are corrected in an article, all alike. Each line
says who and when, and can be taken away again. The pages write nothing else.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tasks.resolvers.entities.corrections import FACT_ACTIONS, KINDS, Correction, corrected_mention
from tasks.resolvers.entities.entities import DatedMention
from tasks.resolvers.fact_corrections import COLUMNS, RECORDS, applied, concerns, corrected_values
from tasks.settings.corrections import user_corrections
from warehouse.browsing.corrected import FactCard, Rows, article_now
from warehouse.browsing.current import Stated
from warehouse.folder.errors import ConfigurationError, QueryError
from warehouse.reading.card import Row
from warehouse.reading.query import ArticleRows
from warehouse.records import CorrectedValue, Fact, Mention

KINDS_OF_FACTS = {record.table: kind for kind, record in RECORDS.items() if issubclass(record, Fact)}
"""What the corrections call the facts of a table; mentions go by their own kinds."""

FACTS: Mapping[str, type[Fact]] = {
    Mention.table: Mention,
    **{record.table: record for record in RECORDS.values() if issubclass(record, Fact)},
}
"""The tables of facts that have a page, by their names."""

NAME_ACTIONS = ("rename", "retype", "not an entity")
LONGEST = 300
"""Characters of a value, or of who says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the corrections, and the key by which it is taken away."""

    key: str
    correction: Correction


def lines_of(folder: Path) -> tuple[tuple[Line, ...], str | None]:
    """Return the lines of the corrections, and why there are none where the file cannot be read."""
    try:
        corrections = user_corrections(folder)
    except ConfigurationError as error:
        return (), str(error)
    return tuple(Line(key=applied(each, count=0).key, correction=each) for each in corrections), None


def stated_in(lines: Sequence[Line]) -> Stated:
    """Return what lines say of facts, for lists to show."""
    of_facts = [line for line in lines if line.correction.action in FACT_ACTIONS and line.correction.kind != "article"]
    return Stated(
        articles={line.key: line.correction.article_id for line in of_facts},
        correcting=partial(values_now, [line.correction for line in of_facts]),
    )


def stated_now(folder: Path) -> Stated:
    """Return what the corrections of this moment say of facts."""
    return stated_in(lines_of(folder)[0])


def values_now(corrections: Sequence[Correction], article_ids: Collection[str], rows: Rows) -> Iterable[CorrectedValue]:
    """Return the values that corrections replace in some articles."""
    return corrected_values([each for each in corrections if each.article_id in article_ids], rows, counts=Counter())


def reviewed_article(folder: Path, wanted: str, lines: Sequence[Line]) -> ArticleRows:
    """Return an article's rows with what is corrected and hidden as it is now."""
    corrections = [line.correction for line in lines]
    rows = article_now(folder, wanted, partial(values_now, corrections))
    names = [each for each in corrections if each.action not in FACT_ACTIONS]
    facts = {**rows.facts, Mention.table: list(named_now(rows.facts[Mention.table], names))}
    return ArticleRows(article=rows.article, facts=facts)


def named_now(mentions: Iterable[Row], corrections: Sequence[Correction]) -> Iterator[Row]:
    """Yield mentions with the names and kinds that they are given; those that are no entities are left out."""
    for row in mentions:
        mention = DatedMention(mention_id=str(row["mention_id"]), mention=Mention.from_row(row), published_on=None)
        now = corrected_mention(mention, corrections, counts=Counter())
        if now is not None:
            yield {**row, "name": now.mention.name, "kind": now.mention.kind}


def lines_about(card: FactCard, lines: Iterable[Line]) -> list[Line]:
    """Return the lines that concern a fact."""
    fact = card.record.from_row(card.row)
    return [line for line in lines if is_about(line.correction, fact)]


def is_about(correction: Correction, fact: Fact) -> bool:
    """Tell whether a line concerns a fact."""
    if isinstance(fact, Mention):
        is_named = correction.kind == fact.kind and correction.name in (fact.name, fact.text)
        return is_named and correction.article_id in ("", fact.article_id)
    is_of_kind = correction.action in FACT_ACTIONS and KINDS_OF_FACTS[fact.table] == correction.kind
    return is_of_kind and correction.article_id == fact.article_id and concerns(correction, fact)


def columns_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table's facts that can be corrected."""
    kind = KINDS_OF_FACTS.get(table, "")
    return tuple(COLUMNS[kind][1]) if kind in COLUMNS else ()


def actions_on(table: str) -> tuple[str, ...]:
    """Return what can be made of the facts of a table."""
    if table == Mention.table:
        return NAME_ACTIONS
    return FACT_ACTIONS if columns_of(table) else FACT_ACTIONS[1:]


def line_for(card: FactCard, filled_in: Mapping[str, str]) -> Correction:
    """Make the line of what is filled in on a fact's page; raise `QueryError` for what is not offered there."""
    action, table = filled_in.get("action", ""), card.record.table
    if action not in actions_on(table):
        raise QueryError(f"Nothing can be made of it by {action!r}: choose {', '.join(actions_on(table))}.")
    by, value = (" ".join(filled_in.get(name, "").split()) for name in ("by", "value"))
    if not by:
        raise QueryError("Say who you are: each correction is noted with a name.")
    if max(len(by), len(value)) > LONGEST:
        raise QueryError(f"A value or a name has at most {LONGEST} characters.")
    is_name = table == Mention.table
    if action == "retype" and value not in KINDS:
        raise QueryError(f"{value!r} is no kind of name: {', '.join(KINDS)}.")
    return Correction(
        action=action,
        kind=str(card.row["kind"]) if is_name else KINDS_OF_FACTS[table],
        name=" ".join(str(card.row["name" if is_name else "text"]).split()),
        value=value if action in ("correct", "rename", "retype") else "",
        article_id=str(card.row["article_id"]),
        column=filled_in.get("column", "") if action == "correct" else "",
        start_char="" if is_name else str(card.row["start_char"]),
        by=by,
        on=datetime.now(UTC).isoformat(timespec="seconds"),
    )

"""What the mentions of all articles refer to: resolved across the whole corpus."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from warehouse.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Record):
    """One row per real thing that the articles name: a person, a country, a place, a body, a weapon."""

    table: ClassVar[str] = "entities"

    entity_id: Annotated[str, "Key: hash of the kind and of what all its names share; the same in any warehouse."]
    kind: Annotated[str, "country, person, organization, place, nationality, facility, weapon or event."]
    name: Annotated[str, "The name used most; a country's usual one where the articles have but its adjective."]
    country_code: Annotated[
        str | None, "ISO 3166 code of the country itself, or of the one that a place lies in or a body belongs to."
    ]
    latitude: Annotated[float | None, "Degrees north, of a place whose name is that of one city."]
    longitude: Annotated[float | None, "Degrees east."]
    first_seen_on: Annotated[date | None, "Day of the first article that mentions it; null where no day is known."]
    last_seen_on: Annotated[date | None, "Day of the last article that mentions it."]
    mention_count: Annotated[int, "Mentions of it, those in exact duplicates of articles included."]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityName(Record):
    """One row per entity and name that it is called by."""

    table: ClassVar[str] = "entity_names"
    key_name: ClassVar[str] = "entity_name_id"
    key_parts: ClassVar[tuple[str, ...]] = ("entity_id", "name")

    entity_id: Annotated[str, "Key of the entity."]
    name: Annotated[str, "The name as written, with single spaces."]
    mention_count: Annotated[int, "Mentions that call it so."]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRole(Record):
    """One row per mention that states an office of a person."""

    table: ClassVar[str] = "entity_roles"

    entity_id: Annotated[str, "Key of the person."]
    role: Annotated[str, "Title or office, as written."]
    country_code: Annotated[str | None, "ISO 3166 code of the country named before the office or behind the person."]
    stated_on: Annotated[date | None, "Day on which the article was published."]
    mention_id: Annotated[str, "Key: the mention that states it, which has the office's offsets."]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionEntity(Record):
    """One row per mention of an entity."""

    table: ClassVar[str] = "mention_entities"

    mention_id: Annotated[str, "Key of the mention."]
    entity_id: Annotated[str, "Key of the entity that it refers to."]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedCorrection(Record):
    """One row per correction of `corrections.csv`, with how much it concerned."""

    table: ClassVar[str] = "corrections"
    key_name: ClassVar[str] = "correction_id"
    key_parts: ClassVar[tuple[str, ...]] = (
        *("action", "kind", "name", "value", "article_id"),
        *("column_name", "start_char"),
    )

    action: Annotated[str, "merge, split, rename, retype or not an entity; of a fact: correct, hide or confirm."]
    kind: Annotated[
        str, "Kind of the mentions, or of the fact, concerned: figure, date, quotation, article or another."
    ]
    name: Annotated[str, "Name of the mentions concerned; or the fact's text, empty for an article."]
    value: Annotated[str | None, "The name or kind that they get; the value that is right, null for none."]
    article_id: Annotated[str | None, "The one article concerned; null for all."]
    mention_count: Annotated[int, "Mentions, or facts, that it concerned; 0 where it does not apply any more."]
    column_name: Annotated[str | None, "Column whose value is corrected."] = None
    start_char: Annotated[int | None, "Offset of the one fact meant, where several of the article have its text."] = (
        None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedValue(Record):
    """One row per value of a fact or an article that a correction replaces, or fact that one hides or confirms."""

    table: ClassVar[str] = "corrected_values"
    key_name: ClassVar[str] = "corrected_value_id"
    key_parts: ClassVar[tuple[str, ...]] = ("table_name", "row_key", "column_name")

    table_name: Annotated[str, "Table of the row: figures, dates, quotations, articles or another."]
    row_key: Annotated[str, "Key of the row."]
    column_name: Annotated[str, "Column whose value is replaced; is_hidden or is_confirmed, of a whole fact."]
    value: Annotated[str | None, "The value that is right, as text, null for none; true, of a whole fact."]
    correction_id: Annotated[str, "Correction that says so."]

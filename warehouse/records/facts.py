"""The tables of the ledger: one frozen dataclass a table, its grain in the first line of its docstring.

Arrow and Delta schemas, the data model's page and the SQL comments are all derived from these classes. A column's
type is its annotation (`| None` where it may be null) and its meaning the text beside it. This module imports nothing
but the standard library, so that extractors, formats and resolvers can build records without loading a warehouse.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, ClassVar, get_type_hints

from warehouse.records.record import RawFile, Record, Stamp, article_key, content_key, stamped

__all__ = ["RawFile", "Record", "Stamp", "article_key", "content_key", "stamped"]  # offered from here too


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """One row per article: its header, its dates, and the text that every offset refers to."""

    table: ClassVar[str] = "articles"

    article_id: Annotated[str, "Key: hash of `source` and `content_sha256`."]
    source: Annotated[str, "File the article came from, relative to the folder or archive ingested."]
    source_path: Annotated[str, "The same file as an absolute path; a member of an archive follows `!`."]
    content_sha256: Annotated[str, "SHA-256 of the file's bytes as they were read."]
    text_sha256: Annotated[str, "SHA-256 of `text` in UTF-8."]
    format: Annotated[str, "Format that recognised the file, such as `monitor` or `plain`."]
    publication: Annotated[str | None, "Name of the publication as its header gives it."]
    volume: Annotated[int | None, "Volume number of the header."]
    issue: Annotated[int | None, "Issue number of the header; several articles share one."]
    headline: Annotated[str | None, "Title line, without its final period or ellipsis."]
    byline: Annotated[str | None, "Author's name as printed, without `By`."]
    trailing_headline: Annotated[str | None, "Title of the publication's next item, where it was left at the end."]
    published_on: Annotated[date | None, "Day of publication, where the evidence allows one."]
    published_on_low: Annotated[date | None, "First day on which it can have been published."]
    published_on_high: Annotated[date | None, "Last day on which it can have been published."]
    published_on_basis: Annotated[
        str | None,
        "What the date rests on, separated by `, `: header, citations, dates in the text, relative words, issues.",
    ]
    encoding: Annotated[str, "Character encoding that the file was read with."]
    repairs: Annotated[str | None, "What was repaired in the text, by name, separated by `; `."]
    body_start_char: Annotated[int, "Offset in `text` of the body's first character."]
    body_end_char: Annotated[int, "Offset in `text` after the body's last character."]
    paragraph_count: Annotated[int, "Number of paragraphs in the body."]
    word_count: Annotated[int, "Number of words in the body, split at white space."]
    text: Annotated[str, "The whole normalised text, header included (Unicode NFC, line feeds)."]

    @property
    def body(self) -> str:
        """The body alone, without header, trailing headline, source notes and publisher's boilerplate."""
        return self.text[self.body_start_char : self.body_end_char]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Record):
    """What every row found in an article's text carries: its place in the text and the rule that found it.

    The invariant of the ledger is `article.text[start_char:end_char] == text`.
    """

    article_id: Annotated[str, "Key of the article it was found in."]
    start_char: Annotated[int, "Offset of its first character in the article's text, in Unicode code points."]
    end_char: Annotated[int, "Offset after its last character."]
    text: Annotated[str, "The characters themselves: the article's text between the two offsets."]
    rule: Annotated[str, "Name of the rule, or of the model, that found it."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Fact):
    """One row per named thing in the text."""

    table: ClassVar[str] = "mentions"
    key_name: ClassVar[str] = "mention_id"
    key_parts: ClassVar[tuple[str, ...]] = ("article_id", "start_char", "end_char", "kind")

    kind: Annotated[str, "person, organization, place, nationality, facility, weapon or event."]
    name: Annotated[str, "The name it goes by in this article: a surname's full name, an acronym's expansion."]
    country_code: Annotated[
        str | None, "ISO 3166 code, at the article's date, of a country, a nationality, or the body of a state."
    ]
    stands_for: Annotated[str | None, "ISO 3166 code of the state that a capital or seat of power speaks for."]
    role: Annotated[str | None, "Title or office stated beside a person's name, as written."]
    entity_id: Annotated[str | None, "Key of the entity it refers to."]
    role_country_code: Annotated[str | None, "ISO 3166 code of the country that the office is stated to be of."] = None
    role_start_char: Annotated[int | None, "Offset of `role` in the article's text."] = None
    role_end_char: Annotated[int | None, "Offset just past `role`."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphor(Fact):
    """One row per phrase without a name, such as `the two countries`, and each one that it stands for."""

    table: ClassVar[str] = "anaphors"
    key_name: ClassVar[str] = "anaphor_id"
    key_parts: ClassVar[tuple[str, ...]] = ("article_id", "start_char", "end_char", "mention_id")

    kind: Annotated[str, "What it stands for: person, country or organization."]
    name: Annotated[str | None, "The name that it has in the article; null where nobody is said to hold the office."]
    role: Annotated[str | None, "The office that stands alone, in small letters: `defense minister`."]
    country_code: Annotated[str | None, "ISO 3166 code of the country that it stands for, or that the office is of."]
    mention_id: Annotated[str | None, "Key of the mention before it that says who is meant."]
    entity_id: Annotated[str | None, "Key of the entity that it stands for."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """One row per figure stated in the text; a range is one figure."""

    table: ClassVar[str] = "figures"
    key_name: ClassVar[str] = "figure_id"
    key_parts: ClassVar[tuple[str, ...]] = ("article_id", "start_char", "end_char", "kind")

    kind: Annotated[str, "money, percent, count, quantity, duration, age, rate or ordinal."]
    value: Annotated[Decimal, "The exact value in `unit`; the lower end of a range."]
    value_high: Annotated[Decimal | None, "The upper end of a range."]
    unit: Annotated[
        str | None, "ISO 4217 code, `percent`, a unit's singular name (`kilometer`), or the counted noun's singular."
    ]
    unit_candidates: Annotated[str | None, "Where `unit` is not certain: the possible codes, separated by `|`."] = None
    per: Annotated[str | None, "What a rate is stated per: `month`, `thousand cubic meter`, `USD`."] = None
    hedge: Annotated[str | None, "about, more_than, less_than, at_least, up_to or just."] = None
    inherited: Annotated[str | None, "What was taken from an earlier figure: `unit`, `scale` or `unit and scale`."] = (
        None
    )
    direction: Annotated[str | None, "up or down, where the figure states a change."] = None
    compared_with: Annotated[str | None, "The base of a comparison, as written: `one year earlier`."] = None
    compared_start_on: Annotated[date | None, "First day of the base of the comparison."] = None
    compared_end_on: Annotated[date | None, "Last day of the base of the comparison."] = None
    status: Annotated[str | None, "actual, target, estimate, forecast or claim."] = None
    measure: Annotated[str | None, "The phrase that says what is measured: `bilateral trade`."] = None
    measure_start_char: Annotated[int | None, "Offset of `measure` in the article's text."] = None
    measure_end_char: Annotated[int | None, "Offset after `measure`."] = None
    measured_of: Annotated[str | None, "Whose it is, as written: `Russia and China`."] = None
    measured_of_start_char: Annotated[int | None, "Offset of `measured_of` in the article's text."] = None
    measured_of_end_char: Annotated[int | None, "Offset after `measured_of`."] = None
    period: Annotated[str | None, "When the figure holds, as written: `in 1997`."] = None
    period_start_on: Annotated[date | None, "First day of the period."] = None
    period_end_on: Annotated[date | None, "Last day of the period."] = None
    equivalent_figure_id: Annotated[str | None, "Figure that states the same amount in another currency or unit."] = (
        None
    )
    quotation_id: Annotated[str | None, "Quotation that the figure stands in."] = None
    speaker: Annotated[str | None, "Who states the figure, where someone is named for it."] = None
    citation_id: Annotated[str | None, "First citation that covers the figure."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedFigure(Record):
    """One row per figure that follows from two stated ones: the base level of a stated level and a stated change."""

    table: ClassVar[str] = "derived_figures"
    key_name: ClassVar[str] = "derived_figure_id"
    key_parts: ClassVar[tuple[str, ...]] = ("article_id", "level_figure_id", "change_figure_id", "kind")

    article_id: Annotated[str, "Key of the article that states both parents."]
    level_figure_id: Annotated[str, "Figure that states the level."]
    change_figure_id: Annotated[str, "Figure that states the change against the base."]
    kind: Annotated[str, "Kind of the level: money, quantity or count."]
    value: Annotated[Decimal, "The level of the base, in `unit`, rounded as `rounding` says."]
    unit: Annotated[str | None, "Unit of the level."]
    formula: Annotated[str, "How it was computed, in the scale of the level's text: `6.12 / 0.9 = 6.80`."]
    rounding: Annotated[str, "What it was rounded to, and why."]
    period_start_on: Annotated[date | None, "First day of the base."]
    period_end_on: Annotated[date | None, "Last day of the base."]
    measure: Annotated[str | None, "What the level measures."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Fact):
    """One row per stretch of quoted or reported speech; `text` is what was said, without the marks."""

    table: ClassVar[str] = "quotations"
    key_name: ClassVar[str] = "quotation_id"
    key_parts: ClassVar[tuple[str, ...]] = ("article_id", "start_char", "end_char", "style")

    style: Annotated[str, "direct, mixed, indirect, or term (scare quotes, words under discussion)."]
    cue: Annotated[str | None, "The verb or phrase of speech: `told`, `according to`."]
    cue_start_char: Annotated[int | None, "Offset of the cue in the article's text."]
    cue_end_char: Annotated[int | None, "Offset after the cue."]
    speaker_text: Annotated[str | None, "The speaker as written: `Zhu`, `he`, `unnamed General Staff sources`."]
    speaker_start_char: Annotated[int | None, "Offset of the speaker in the article's text."]
    speaker_end_char: Annotated[int | None, "Offset after the speaker."]
    speaker: Annotated[
        str | None, "The speaker's full name in the article, or what a body is called; null where nobody is named."
    ]
    speaker_kind: Annotated[str | None, "named, unnamed or organization."]
    speaker_entity_id: Annotated[str | None, "Key of the entity that speaks."] = None
    cue_kind: Annotated[
        str | None,
        "What the cue introduces: speech (`said`), attitude (`wants`), finding (`the poll showed`) or hearsay.",
    ] = None
    is_hedged: Annotated[bool, "True where the article itself keeps its distance: `reportedly`, `allegedly`."] = False
    citation_id: Annotated[str | None, "First citation that covers the quotation."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Fact):
    """One row per outlet and date of a source named in parentheses."""

    table: ClassVar[str] = "citations"
    key_name: ClassVar[str] = "citation_id"
    key_parts: ClassVar[tuple[str, ...]] = ("article_id", "start_char", "end_char", "outlet", "cited_on_start")

    outlet: Annotated[str, "The outlet's canonical name; as written where it is not a known one."]
    outlet_text: Annotated[str, "The outlet as written."]
    outlet_kind: Annotated[str | None, "agency, newspaper, magazine, broadcaster, group or website, where it is known."]
    outlet_place: Annotated[str | None, "Place printed with the outlet: `Kyiv` of `Day (Kyiv)`."]
    cited_on_start: Annotated[date | None, "Day cited; the first of a range; null without a known year."]
    cited_on_end: Annotated[date | None, "Last day of a range; otherwise the same as `cited_on_start`."]
    cited_on_text: Annotated[str | None, "The date as written: `October 22`."]
    cited_by: Annotated[str | None, "Who cites the outlet in turn: `Russian agencies` of `cited by Russian agencies`."]
    note_number: Annotated[int | None, "Number of the footnote that names the source."]
    covers_start_char: Annotated[int, "Offset where the stretch of text that rests on this source begins."]
    covers_end_char: Annotated[int, "Offset after that stretch."]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression(Fact):
    """One row per time expression, resolved to an interval of days."""

    table: ClassVar[str] = "dates"
    key_name: ClassVar[str] = "date_id"
    key_parts: ClassVar[tuple[str, ...]] = ("article_id", "start_char", "end_char")

    start_on: Annotated[date | None, "First day; null where what it hangs on is not known."]
    end_on: Annotated[date | None, "Last day."]
    precision: Annotated[
        str, "minute, hour, day, weekend, week, month, quarter, season, half, year, decade, century or range."
    ]
    modifier: Annotated[str | None, "early, mid, late, before, after, since, until, by, about."]
    anchor: Annotated[str, "What it was resolved against: `none` (absolute), `publication`, or `expression`."]
    anchor_on: Annotated[date | None, "The day it was counted from."]
    starts_at_clock: Annotated[
        str | None, "Time of day on `start_on`, `HH:MM`; null where none is told, or not whether morning or evening."
    ]
    ends_at_clock: Annotated[
        str | None, "Time of day on `end_on`, the same for a point in time; `24:00` is the midnight that ends the day."
    ]
    time_zone: Annotated[
        str | None, "Zone written beside the time: its IANA name, or an offset such as `UTC-05:00`; null without one."
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossReference(Fact):
    """One row per reference to another article, such as `see the Monitor, March 12`."""

    table: ClassVar[str] = "cross_references"
    key_name: ClassVar[str] = "cross_reference_id"
    key_parts: ClassVar[tuple[str, ...]] = (
        "article_id",
        "start_char",
        "end_char",
        "publication",
        "referenced_on",
        "referenced_volume",
        "referenced_issue",
    )

    publication: Annotated[str, "Publication referred to: `Monitor`."]
    referenced_on: Annotated[date | None, "Its day, where the year is known."]
    referenced_on_text: Annotated[str | None, "The date as written."]
    referenced_volume: Annotated[int | None, "Its volume number, where that is written."]
    referenced_issue: Annotated[int | None, "Its issue number, where that is written."]


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
    key_parts: ClassVar[tuple[str, ...]] = ("action", "kind", "name", "value", "article_id")

    action: Annotated[str, "merge, split, rename, retype or not an entity."]
    kind: Annotated[str, "Kind of the mentions concerned."]
    name: Annotated[str, "Name of the mentions concerned."]
    value: Annotated[str | None, "The name or kind that they get."]
    article_id: Annotated[str | None, "The one article concerned; null for all."]
    mention_count: Annotated[int, "Mentions that it concerned; 0 where it does not apply any more."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection(Record):
    """One row per file, article or fact that was refused, with the reason and what to do about it."""

    table: ClassVar[str] = "rejections"
    key_name: ClassVar[str] = "rejection_id"
    key_parts: ClassVar[tuple[str, ...]] = ("source_path", "content_sha256", "stage", "rule", "start_char", "excerpt")

    source: Annotated[str, "File, relative to the folder or archive ingested."]
    source_path: Annotated[str, "The same file as an absolute path; a member of an archive follows `!`."]
    content_sha256: Annotated[str | None, "SHA-256 of the file's bytes, the name of their copy; null if unreadable."]
    article_id: Annotated[str | None, "Article concerned, where the file became one."]
    stage: Annotated[str, "read, parse, check or extract."]
    rule: Annotated[str, "Name of the rule or expectation that failed."]
    reason: Annotated[str, "Why, in words."]
    start_char: Annotated[int | None, "Offset of a refused fact in the article's text."]
    excerpt: Annotated[str | None, "The place concerned, shortened, with control characters escaped."]
    repair: Annotated[str, "What to do about it."]


@dataclass(frozen=True, slots=True, kw_only=True)
class File(Record):
    """One row per file or archive member ever seen, and what became of it."""

    table: ClassVar[str] = "files"

    source_path: Annotated[str, "Key: absolute path; a member of an archive follows `!`."]
    source: Annotated[str, "The same file, relative to the folder or archive ingested."]
    content_sha256: Annotated[str | None, "SHA-256 of its bytes; null if it could not be read."]
    byte_count: Annotated[int, "Size in bytes."]
    outcome: Annotated[str, "accepted or rejected."]
    article_id: Annotated[str | None, "Article that it became."]
    pipeline_version: Annotated[str, "Version of formats, rules and extractors that decided."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Record):
    """One row per ingest that changed the ledger."""

    table: ClassVar[str] = "runs"

    run_id: Annotated[str, "Key of the run."]
    started_at: Annotated[datetime, "When it began, in UTC."]
    finished_at: Annotated[datetime, "When its last shard landed, in UTC."]
    parameters: Annotated[str, "What it was asked to do, as JSON."]
    versions: Annotated[str, "Versions of Newsledger, Python, the libraries, the model and each extractor, as JSON."]
    file_count: Annotated[int, "Files looked at."]
    unchanged_count: Annotated[int, "Files that the ledger held already."]
    skipped_count: Annotated[int, "Hidden files left out, such as `.DS_Store`."]
    accepted_count: Annotated[int, "Files that became articles."]
    rejected_count: Annotated[int, "Files refused."]
    removed_count: Annotated[int, "Articles removed because their file was gone (`--prune`)."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Record):
    """One row per expectation and shard: what was demanded and how many rows failed."""

    table: ClassVar[str] = "checks"
    key_name: ClassVar[str] = "check_id"
    key_parts: ClassVar[tuple[str, ...]] = ("run_id", "shard", "suite", "expectation", "column_name", "detail")

    run_id: Annotated[str, "Run that checked."]
    shard: Annotated[str, "Shard of the run, such as `shard-00001`."]
    suite: Annotated[str, "Suite of expectations: the table's name."]
    expectation: Annotated[str, "Type of the expectation."]
    column_name: Annotated[str | None, "Column concerned."]
    detail: Annotated[str | None, "Parameters of the expectation, as JSON."]
    severity: Annotated[str, "critical, warning or info."]
    is_success: Annotated[bool, "True where every row passed."]
    row_count: Annotated[int, "Rows looked at."]
    failed_count: Annotated[int, "Rows that failed."]


ARTICLE_TABLES: tuple[type[Record], ...] = (
    Article,
    Mention,
    Anaphor,
    Figure,
    Quotation,
    Citation,
    DateExpression,
    CrossReference,
    DerivedFigure,
)
"""Tables whose rows belong to an article and are replaced with it."""

CORPUS_TABLES: tuple[type[Record], ...] = (Entity, EntityName, EntityRole, MentionEntity, AppliedCorrection)
"""Tables of what all articles together say; they are made anew as a whole."""

BOOK_TABLES: tuple[type[Record], ...] = (Rejection, File, Run, Check)
"""Tables that keep the books of what was done."""

TABLES: tuple[type[Record], ...] = (*ARTICLE_TABLES, *CORPUS_TABLES, *BOOK_TABLES)


def columns(record: type[Record]) -> Iterator[tuple[str, object, str]]:
    """Yield name, type (as annotated, `| None` where nullable) and meaning of each column of a record's table."""
    if record.key_name:
        yield record.key_name, str, f"Key: hash of {', '.join(f'`{part}`' for part in record.key_parts)}."
    owners = (record, Stamp) if record in ARTICLE_TABLES else (record,)
    for owner in owners:
        for name, annotation in get_type_hints(owner, include_extras=True).items():
            if hasattr(annotation, "__metadata__"):
                yield name, annotation.__origin__, annotation.__metadata__[0]

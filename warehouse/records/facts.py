"""What is found in an article's text, a table a kind of fact, and what follows from that."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from warehouse.records.record import Record


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
    role_country_code: Annotated[
        str | None, "ISO 3166 code of the country that the office is stated to be of, or that its region lies in."
    ] = None
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
    direction: Annotated[
        str | None,
        "up or down, where the figure states a change, or a new level with what it was before or how it moved.",
    ] = None
    compared_with: Annotated[str | None, "The base of a comparison, as written: `one year earlier`."] = None
    compared_start_on: Annotated[date | None, "First day of the base of the comparison."] = None
    compared_end_on: Annotated[date | None, "Last day of the base of the comparison."] = None
    status: Annotated[str | None, "actual, target, estimate, forecast, hypothetical or claim."] = None
    measure: Annotated[str | None, "The phrase that says what is measured: `bilateral trade`."] = None
    measure_start_char: Annotated[int | None, "Offset of `measure` in the article's text."] = None
    measure_end_char: Annotated[int | None, "Offset after `measure`."] = None
    measured_of: Annotated[str | None, "Whose it is, as written: `Russia and China`."] = None
    measured_of_start_char: Annotated[int | None, "Offset of `measured_of` in the article's text."] = None
    measured_of_end_char: Annotated[int | None, "Offset after `measured_of`."] = None
    period: Annotated[str | None, "When the figure holds, as written: `in 1997`."] = None
    period_start_on: Annotated[date | None, "First day of the period."] = None
    period_end_on: Annotated[date | None, "Last day of the period."] = None
    is_change: Annotated[bool | None, "True where the figure is the size of a change, not a level."] = None
    is_reference: Annotated[
        bool | None, "True where it counts what was named before and states no number: `the two countries`."
    ] = None
    measure_confidence: Annotated[float | None, "How sure `measure` is: the share of such answers that was right."] = (
        None
    )
    measured_of_confidence: Annotated[float | None, "How sure `measured_of` is, 0 to 1."] = None
    period_confidence: Annotated[float | None, "How sure the period's days are, 0 to 1."] = None
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
        "What the cue introduces: speech (`said`), attitude (`wants`), finding (`the poll showed`), hearsay, or an "
        "expectation without a source (`is expected to`).",
    ] = None
    is_hedged: Annotated[bool, "True where the article itself keeps its distance: `reportedly`, `allegedly`."] = False
    is_negated: Annotated[
        bool, "True where the article says that this was not said or is not held: `did not tell them that`."
    ] = False
    citation_id: Annotated[str | None, "First citation that covers the quotation."] = None
    interruption: Annotated[
        str | None, "What is put into the statement and no part of it: `they said` of `Rain, they said, may fall`."
    ] = None
    interruption_start_char: Annotated[int | None, "Offset of the interruption in the article's text."] = None
    interruption_end_char: Annotated[int | None, "Offset after the interruption."] = None
    reporting_outlet: Annotated[
        str | None,
        "Outlet that the sentence itself says was told the words or passes them on, `Interfax` of `he told Interfax`; "
        "its canonical name, or as written where it is not a known one.",
    ] = None
    reporting_outlet_text: Annotated[str | None, "That outlet as written."] = None
    reporting_outlet_start_char: Annotated[int | None, "Offset of that outlet in the article's text."] = None
    reporting_outlet_end_char: Annotated[int | None, "Offset after that outlet."] = None


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


LINKS: dict[str, dict[str, type[Fact]]] = {
    Quotation.table: {"citation_id": Citation},
    Figure.table: {"equivalent_figure_id": Figure, "quotation_id": Quotation, "citation_id": Citation},
}
"""Which columns of a fact name another fact that it stands under: null where that one was refused."""

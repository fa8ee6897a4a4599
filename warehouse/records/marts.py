"""The marts: plain tables for BI tools, each with its grain, its key, its links and the meaning of its own columns.

A star of facts (`fct_…`) and dimensions (`dim_…`), four wide tables for people, and two that describe them all. A
column that a mart takes over from the ledger has its meaning there; only what the mart adds is described here. The
queries are in `warehouse/views/marts/`.
"""

from warehouse.records.articles import Article
from warehouse.records.claims import CLAIMS
from warehouse.records.entities import CorrectedValue, Entity, MentionEntity
from warehouse.records.facts import Citation, DerivedFigure, Figure, Mention, Quotation
from warehouse.records.mart import BY_DAY, BY_PLACE, DATE_KEY, IS_DUPLICATE, OUTLET, VALUE, VALUE_DECIMAL, Mart
from warehouse.records.stories import ArticleStory

STAR: dict[str, Mart] = {
    "dim_date": Mart(
        grain="One row per day of the years in which articles were published or outlets are cited for.",
        key="date_key",
        of=(Article, Citation, ArticleStory, CorrectedValue),
        columns={
            "date_key": "Key: the day as a number, 19981023; -1 for a day that is not known.",
            "day": "The day.",
            "year": "Year.",
            "quarter": "Quarter, 1 to 4.",
            "month": "Month, 1 to 12.",
            "month_name": "Name of the month in English.",
            "month_start_on": "First day of the month.",
            "quarter_label": "Year and quarter, `1998-Q4`.",
            "month_label": "Year and month, `1998-10`.",
            "iso_year": "Year that the week belongs to, by ISO 8601.",
            "iso_week": "Number of the week, by ISO 8601.",
            "day_of_month": "Day of the month, 1 to 31.",
            "day_of_week": "Day of the week, 1 for Monday to 7 for Sunday.",
            "day_name": "Name of the day of the week in English.",
            "is_weekend": "True for Saturdays and Sundays.",
        },
    ),
    "dim_article": Mart(
        grain="One row per article, without its text.",
        key="article_id",
        of=(Article, ArticleStory, CorrectedValue),
        order=BY_DAY,
        links={"date_key": "dim_date"},
        columns={"date_key": DATE_KEY, "is_duplicate": IS_DUPLICATE},
    ),
    "dim_entity": Mart(
        grain="One row per real thing that the articles name: a person, a country, a place, a body, a weapon.",
        key="entity_id",
        of=(Entity,),
    ),
    "dim_outlet": Mart(
        grain="One row per outlet that articles name as a source.",
        key="outlet_id",
        of=(Citation, Quotation, CorrectedValue),
        columns={
            "outlet_id": "Key: hash of the outlet's name.",
            "first_cited_on": "First day that it is cited for.",
            "last_cited_on": "Last day that it is cited for.",
        },
    ),
    "dim_unit": Mart(
        grain="One row per unit that figures state, with what a rate is stated per.",
        key="unit_id",
        of=(Figure, DerivedFigure, CorrectedValue),
        columns={
            "unit_id": "Key: hash of unit and `per`.",
            "unit_label": "Unit as a heading, `USD per month`.",
            "unit_kind": "currency, share, multiple, time, measure, thing counted, or unknown.",
        },
    ),
    "fct_figures": Mart(
        grain="One row per figure stated in the text; a range is one figure.",
        key="figure_id",
        of=(Figure, Article, Quotation, Citation, Mention, MentionEntity, Entity, ArticleStory, CorrectedValue),
        order=BY_PLACE,
        links={
            "article_id": "dim_article",
            "date_key": "dim_date",
            "unit_id": "dim_unit",
            "entity_id": "dim_entity",
            "speaker_entity_id": "dim_entity",
            "outlet_id": "dim_outlet",
        },
        columns={
            "date_key": DATE_KEY,
            "unit_id": "Its unit, a key of `dim_unit`.",
            "entity_id": "Whose figure it is, where that is one entity alone, a key of `dim_entity`.",
            "speaker_entity_id": "Who states it, where it stands in a quotation, a key of `dim_entity`.",
            "outlet_id": OUTLET,
            "value": VALUE,
            "value_high": "The upper end of a range, as a binary floating-point number.",
            "value_decimal": VALUE_DECIMAL,
            "value_high_decimal": "The upper end as DECIMAL(18,4); null where that does not hold it exactly.",
            "last_unit": "Of money: the code after all redenominations: RUB for RUR, so that both can be added.",
            "last_unit_value": "Of money: the value in `last_unit`.",
            "usd_value": "Of money: the value in US dollars at `usd_rate`; null where no rate is known.",
            "usd_value_high": "The upper end of a range in US dollars.",
            "usd_rate": (
                "US dollars for one `unit` by the reference rates of the European Central Bank, which begin in 1999, "
                "on the last day of the period, or on the day of publication where that comes first."
            ),
            "usd_rate_on": "Day of that rate: at most a week earlier, for weekends and holidays.",
            "is_change": "True where it states a change, not a level: never sum the two together.",
            "is_reference": "True where it counts what was named before, `the two countries`: no statement.",
            "is_restatement": (
                "True where another figure states the same amount in another currency or unit and is the one to count: "
                "the one in US dollars, otherwise the first."
            ),
            "is_duplicate": IS_DUPLICATE,
        },
    ),
    "fct_figure_entities": Mart(
        grain="One row per figure and entity whose it is: of trade between Russia and China, two.",
        key="figure_entity_id",
        of=(Figure, Article, Mention, MentionEntity, Entity, ArticleStory, CorrectedValue),
        order=BY_DAY,
        links={"article_id": "dim_article", "entity_id": "dim_entity"},
        columns={
            "figure_entity_id": "Key: those of figure and entity.",
            "figure_id": "The figure, a key of `fct_figures`.",
            "entity_id": "Whose it is, a key of `dim_entity`.",
        },
    ),
    "fct_mentions": Mart(
        grain="One row per named thing in the text.",
        key="mention_id",
        of=(Mention, Article, MentionEntity, ArticleStory),
        order=BY_PLACE,
        links={"article_id": "dim_article", "date_key": "dim_date", "entity_id": "dim_entity"},
        columns={
            "date_key": DATE_KEY,
            "entity_id": "The thing itself, a key of `dim_entity`.",
            "is_duplicate": IS_DUPLICATE,
        },
    ),
    "fct_quotations": Mart(
        grain="One row per stretch of quoted or reported speech.",
        key="quotation_id",
        of=(Quotation, Article, Citation, Mention, MentionEntity, ArticleStory, CorrectedValue),
        order=BY_PLACE,
        links={
            "article_id": "dim_article",
            "date_key": "dim_date",
            "speaker_entity_id": "dim_entity",
            "outlet_id": "dim_outlet",
        },
        columns={
            "date_key": DATE_KEY,
            "speaker_entity_id": "Who speaks, a key of `dim_entity`.",
            "outlet_id": OUTLET,
            "is_duplicate": IS_DUPLICATE,
        },
    ),
    "fct_citations": Mart(
        grain="One row per outlet and date of a source named in parentheses.",
        key="citation_id",
        of=(Citation, Article, ArticleStory, CorrectedValue),
        order=BY_PLACE,
        links={
            "article_id": "dim_article",
            "date_key": "dim_date",
            "cited_date_key": "dim_date",
            "outlet_id": "dim_outlet",
        },
        columns={
            "date_key": DATE_KEY,
            "cited_date_key": "Day cited as a number, a key of `dim_date`; -1 where its year is not known.",
            "outlet_id": "The outlet, a key of `dim_outlet`.",
            "is_duplicate": IS_DUPLICATE,
        },
    ),
    "fct_derived_figures": Mart(
        grain="One row per figure that follows from two stated ones: the base of a stated level and a stated change.",
        key="derived_figure_id",
        of=(DerivedFigure, Article, ArticleStory, CorrectedValue),
        order=BY_DAY,
        links={"article_id": "dim_article", "date_key": "dim_date", "unit_id": "dim_unit"},
        columns={
            "date_key": DATE_KEY,
            "unit_id": "Its unit, a key of `dim_unit`.",
            "value": VALUE,
            "value_decimal": VALUE_DECIMAL,
            "is_duplicate": IS_DUPLICATE,
        },
    ),
    **CLAIMS,
}
"""Facts and dimensions, each after the dimensions that it leads to."""

WIDE: dict[str, Mart] = {
    "articles": Mart(
        grain="One row per article, without the text outside its body.",
        key="article_id",
        of=(Article, ArticleStory, CorrectedValue),
        order=BY_DAY,
    ),
    "mentions": Mart(
        grain="One row per named thing in the text, with the article it stands in.",
        key="mention_id",
        of=(Mention, Article, MentionEntity, ArticleStory),
        order=BY_PLACE,
    ),
    "figures": Mart(
        grain="One row per figure stated in the text, with the article it stands in.",
        key="figure_id",
        of=(Figure, Article, ArticleStory, CorrectedValue),
        order=BY_PLACE,
    ),
    "citations": Mart(
        grain="One row per outlet and date of a source named in parentheses, with the article it stands in.",
        key="citation_id",
        of=(Citation, Article, ArticleStory, CorrectedValue),
        order=BY_PLACE,
    ),
}
"""Tables for people, who take one flat file and join nothing."""

META: dict[str, Mart] = {
    "meta_tables": Mart(
        grain="One row per mart, this one included.",
        key="mart",
        of=(),
        columns={
            "mart": "Key: name of the mart, and of its view in the schema `marts`.",
            "kind": "fact or dimension, which make the star; wide, for people who join nothing; meta, which describes.",
            "key_column": "Column that tells its rows apart.",
            "meaning": "What one of its rows stands for.",
        },
    ),
    "meta_columns": Mart(
        grain="One row per mart and column, those of this one included.",
        key="column_id",
        of=(),
        order=("mart", "position"),
        links={"mart": "meta_tables"},
        columns={
            "column_id": "Key: mart and column, `fct_figures.value`.",
            "mart": "The mart, a key of `meta_tables`.",
            "column_name": "Name of the column.",
            "position": "Its place among the mart's columns, from 1.",
            "type": "Its type, in DuckDB's words.",
            "is_key": "True where it tells the mart's rows apart.",
            "links_to": "Mart whose key it holds; null where it holds no key.",
            "meaning": "What it means.",
        },
    ),
}
"""What the marts are and mean, as tables of their own: made from these descriptions and from the queries' types."""

MARTS: dict[str, Mart] = {**WIDE, **STAR, **META}


def mart_kind(name: str) -> str:
    """Say what a mart is to its readers: fact, dimension, wide or meta."""
    if name in STAR:
        return "dimension" if name.startswith("dim_") else "fact"
    return "wide" if name in WIDE else "meta"

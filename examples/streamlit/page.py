"""A page upon the marts: money by month, figures in their sentences, who said what, and a search.

`streamlit run examples/streamlit/page.py -- ledger`, where `ledger` is the folder of a warehouse. The page only reads,
and shows a new publication when it is loaded again.
"""

import sys
from pathlib import Path

import altair as alt
import duckdb
import pandas as pd
import streamlit as st

TOTALS = """
SELECT
    (FROM marts.dim_article SELECT count(*) WHERE NOT is_duplicate AND article_id <> 'unknown') AS articles,
    (FROM marts.fct_figures SELECT count(*) WHERE NOT is_duplicate) AS figures,
    (FROM statements SELECT count(*)) AS statements,
    (FROM marts.dim_outlet SELECT count(*) WHERE outlet_id <> 'unknown') AS outlets
"""

CURRENCIES = """
FROM money_by_month SELECT unit WHERE NOT is_change GROUP BY unit ORDER BY sum(figure_count) DESC, unit
"""

# One currency, and levels without changes: no bar adds what cannot be added. Each status has a bar of its own.
MONEY = """
SELECT month, coalesce(status, 'not said') AS status, figure_count, article_count, median_value, greatest_value
FROM money_by_month
WHERE unit = $unit AND NOT is_change AND median_value > 0 AND month BETWEEN $first AND $last
ORDER BY ALL
"""

FIGURES = """
SELECT published_on, text, measure, measured_of, period, status, sentence, source
FROM figures_in_context
WHERE kind = 'money' AND unit = $unit AND published_on BETWEEN $first AND $last
ORDER BY published_on, source
"""

STATEMENTS = """
SELECT published_on, speaker, cue, about, text
FROM statements_about
WHERE published_on BETWEEN $first AND $last AND ($about IS NULL OR about = $about)
ORDER BY ALL
"""

SPOKEN_OF = "FROM statements_about SELECT about GROUP BY about ORDER BY count(*) DESC, about"

YEARS = "FROM marts.dim_article SELECT min(year(published_on)), max(year(published_on))"

SEARCH = "FROM search($words) SELECT published_on, headline, sentence, round(score, 2) AS score"

# How columns are headed and shown, where that is not by their names. Streamlit would draw a text that stands alone.
COLUMNS = {
    "published_on": st.column_config.DateColumn("published", width="small"),
    "measured_of": "whose",
    "sentence": st.column_config.TextColumn("sentence", width="large"),
    "text": st.column_config.TextColumn("words", width="medium"),
}


COUNTED = ("figure_count", "article_count", "median_value", "greatest_value")

# Thousands, millions and billions as k, M and B.
AMOUNTS = alt.Axis(format="~s", labelExpr="replace(datum.label, 'G', 'B')", tickCount=6)


@st.cache_data(max_entries=200)
def rows(catalogue: str, published_at: int, query: str, **values: object) -> pd.DataFrame:  # noqa: ARG001
    """Ask the catalogue; `values` are the query's parameters, and the time of its publication makes its answers new."""
    with duckdb.connect(catalogue, read_only=True) as connection:
        return connection.execute(query, values).df()


def table(shown: pd.DataFrame) -> None:
    """Draw a table that a reader can sort, search and save as CSV."""
    st.dataframe(shown, hide_index=True, width="stretch", column_config=COLUMNS)


def main(warehouse: Path) -> None:
    """Draw the page."""
    st.set_page_config(page_title="Newsledger", layout="wide")
    st.title("Newsledger")
    catalogue = warehouse / "newsledger.duckdb"
    if not catalogue.exists():
        st.error(f"{warehouse} holds no warehouse. Run: streamlit run {sys.argv[0]} -- WAREHOUSE")
        return
    published = (str(catalogue), catalogue.stat().st_mtime_ns)
    totals = rows(*published, TOTALS).iloc[0]
    for column, name in zip(st.columns(len(totals)), totals.index, strict=True):
        column.metric(name.capitalize(), f"{totals[name]:,}")
    years = chosen_years(published)
    for tab, draw in zip(st.tabs(["Money", "Statements", "Search"]), (money, statements, search), strict=True):
        with tab:
            draw(published, years)


def chosen_years(published: tuple[str, int]) -> dict[str, str]:
    """Let the reader choose years of publication; return their first and last day."""
    first, last = rows(*published, YEARS).iloc[0].fillna(0).astype(int)
    if first < last:
        first, last = st.sidebar.slider("Published in the years", first, last, (first, last))
    return {"first": f"{first:04}-01-01", "last": f"{last:04}-12-31"}


def money(published: tuple[str, int], years: dict[str, str]) -> None:
    """Show the amounts of one currency: a chart by month, and each in its sentence."""
    currencies = rows(*published, CURRENCIES)["unit"].tolist()
    if not currencies:
        st.info("No article states an amount of money.")
        return
    unit = st.sidebar.selectbox("Currency", currencies)
    by_month = rows(*published, MONEY, unit=unit, **years)
    st.subheader(f"Amounts in {unit} by month of publication")
    if by_month.empty:
        st.info("No amount in these years.")
        return
    st.altair_chart(chart(by_month), width="stretch")
    st.caption(
        "Levels, never changes; what is a target is not added to what is actual, and copies of an article count once. "
        "A median, since articles that state the same amount do not make it more."
    )
    table(rows(*published, FIGURES, unit=unit, **years))


def chart(by_month: pd.DataFrame) -> alt.Chart:
    """Draw the median of each month and status; the scale is logarithmic, for thousands beside billions."""
    return (
        alt.Chart(by_month)
        .mark_circle(opacity=0.8)
        .encode(
            x=alt.X("yearmonth(month):T", title=None),
            y=alt.Y("median_value:Q", title="Median amount", scale=alt.Scale(type="log"), axis=AMOUNTS),
            color=alt.Color("status:N", title="Status"),
            size=alt.Size("figure_count:Q", title="Figures", legend=None),
            tooltip=[
                alt.Tooltip("yearmonth(month):T", title="month"),
                "status",
                *(alt.Tooltip(f"{name}:Q", format=",") for name in COUNTED),
            ],
        )
        .properties(height=320)
    )


def statements(published: tuple[str, int], years: dict[str, str]) -> None:
    """Show who said what, of one entity or of all."""
    about = st.selectbox("About", rows(*published, SPOKEN_OF)["about"], index=None, placeholder="anything")
    table(rows(*published, STATEMENTS, about=about, **years))


def search(published: tuple[str, int], _: dict[str, str]) -> None:
    """Find articles by words, phrases and beginnings of words."""
    words = st.text_input("Words", placeholder='"fuel subsidies" belarus*')
    if words:
        table(rows(*published, SEARCH, words=words))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "ledger"))

"""Figures and quotations joined to the citations, quotations and dates around them."""

from datetime import date
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors.joins import join
from tasks.formats.article import bare_article
from tasks.resolvers.findings import extract
from tests.support.ledger_rows import filled
from warehouse.records import Article, Citation, DateExpression, Fact, Figure, Quotation

TEXT = (
    "Output was 40 tons in 1997, up 10 percent from the year before. Petrov said: “We had 3 ships, not 5.” "
    "(Interfax, May 2). He added that 7 more were coming. (TASS, May 3)\n\n"
    "Nobody counted the 9 boats. By his account “a dozen” is 12.\n\n1. Trud, May 4"
)
ARTICLE = bare_article(TEXT, article_id="a", published_on=date(1998, 5, 5))
YEAR_1996, YEAR_1997 = (date(1996, 1, 1), date(1996, 12, 31)), (date(1997, 1, 1), date(1997, 12, 31))
Days = tuple[date, date] | None


def place(text: str, article: Article = ARTICLE) -> dict[str, object]:
    start = article.text.index(text)
    return {"article_id": "a", "start_char": start, "end_char": start + len(text), "text": text, "rule": "test"}


def figure(text: str, **given_values: object) -> Figure:
    return filled(Figure, **place(text), kind="count", value=Decimal(1), **given_values)


def quotation(text: str, style: str = "direct", speaker: str | None = "Petrov", **given_values: object) -> Quotation:
    said = {"is_negated": False, **given_values}
    return filled(Quotation, **place(text), style=style, speaker=speaker, **said)


def citation(text: str, covers: str, outlet: str = "Interfax") -> Citation:
    start = TEXT.index(covers) if covers else TEXT.index(text)
    return filled(Citation, **place(text), outlet=outlet, covers_start_char=start, covers_end_char=start + len(covers))


def expression(text: str, days: Days) -> DateExpression:
    start_on, end_on = days or (None, None)
    return filled(DateExpression, **place(text), precision="year", anchor="none", start_on=start_on, end_on=end_on)


def joined(name: str, first: Fact, **others: list[Fact]) -> Fact:
    return join({name: [first], **others})[name][0]


FIRST_RUN = TEXT[: TEXT.index(" (Interfax")]
SECOND_RUN = "He added that 7 more were coming."
INTERFAX = citation("(Interfax, May 2)", FIRST_RUN)
TASS = citation("(TASS, May 3)", SECOND_RUN, outlet="TASS")
NOTE = citation("1. Trud, May 4", "", outlet="Trud")

CITED = [
    ("40 tons", [INTERFAX, TASS], INTERFAX, "in the stretch of the first"),
    ("7 more", [INTERFAX, TASS], TASS, "in the stretch of the second"),
    ("9 boats", [INTERFAX, TASS], None, "after the last citation of all"),
    ("1. Trud", [NOTE], None, "a note covers nothing, not even itself"),
    ("40 tons", [], None, "nothing is cited"),
]


@pytest.mark.parametrize(("text", "citations", "expected", "reason"), CITED)
def test_join_finds_the_citation_that_covers(
    text: str, citations: list[Fact], expected: Citation | None, reason: str
) -> None:
    key = expected.key if expected else None
    for name, row in (("figures", figure(text)), ("quotations", quotation(text))):
        found = joined(name, row, citations=citations)
        assert isinstance(found, Figure | Quotation)
        assert found.citation_id == key, reason


def test_join_takes_the_first_of_several_citations_by_position_then_key() -> None:
    beside = [citation("(Interfax, May 2)", FIRST_RUN, outlet=outlet) for outlet in ("AP", "Interfax", "Kyodo")]
    behind = citation("(TASS, May 3)", FIRST_RUN, outlet="TASS")  # right behind, it covers the same stretch
    found = joined("figures", figure("40 tons"), citations=[behind, *beside])
    assert isinstance(found, Figure)
    assert found.citation_id == min(row.key for row in beside)


def test_join_cites_a_quotation_where_it_begins() -> None:
    across = quotation(TEXT[TEXT.index("We had") : TEXT.index(" more were")])  # runs on behind the parenthesis
    found = joined("quotations", across, citations=[TASS, INTERFAX])
    assert isinstance(found, Quotation)
    assert found.citation_id == INTERFAX.key


SAID = quotation("We had 3 ships, not 5.")
REPORTED = quotation("We had 3 ships", style="indirect", speaker="Ivanov")
MIXED = quotation("3 ships, not 5", style="mixed", speaker="Orlov")
TERM = quotation("a dozen", style="term")
SPOKEN = [
    ("3", [SAID], SAID, "within the speaker's own words"),
    ("3", [REPORTED], REPORTED, "within reported speech"),
    ("3", [REPORTED, SAID], SAID, "own words go before reported speech, though that is shorter"),
    ("3", [SAID, MIXED], MIXED, "the innermost of two in quotation marks"),
    ("5", [REPORTED, SAID], SAID, "behind the reported speech"),
    ("40 tons", [SAID, REPORTED], None, "before anybody speaks"),
    ("7 more", [SAID, REPORTED], None, "after all have spoken"),
    ("10 percent from the year before. Petrov said: “We had 3 ships", [SAID], None, "only its end is within"),
    ("5.” (Interfax", [SAID], None, "only its beginning is within"),
    ("dozen", [TERM], None, "a term is nobody's statement"),
    ("3", [quotation("We had 3 ships, not 5.", is_negated=True)], None, "nobody states what was not said"),
    ("3", [quotation("We had 3 ships, not 5.", speaker=None)], None, "words of nobody named have no speaker"),
]


@pytest.mark.parametrize(("text", "quotations", "expected", "reason"), SPOKEN)
def test_join_finds_the_quotation_and_speaker_of_a_figure(
    text: str, quotations: list[Fact], expected: Quotation | None, reason: str
) -> None:
    found = joined("figures", figure(text), quotations=quotations)
    assert isinstance(found, Figure)
    assert found.speaker == (expected.speaker if expected else None), reason
    if expected:
        assert found.quotation_id == expected.key, reason


def test_join_leaves_the_other_tables_as_they_are() -> None:
    facts = {"citations": [TASS, INTERFAX], "dates": [], "mentions": [], "figures": [], "quotations": []}
    assert join(facts) == facts
    assert join({}) == {}


OFFSETS = st.integers(0, len(TEXT))
SPANS = st.tuples(OFFSETS, OFFSETS).map(sorted)
PHRASES = st.one_of(st.none(), SPANS.map(lambda span: TEXT[span[0] : span[1]]))
DAYS = st.one_of(st.none(), st.dates())


def spanned(span: list[int]) -> dict[str, object]:
    return {"article_id": "a", "start_char": span[0], "end_char": span[1], "text": TEXT[span[0] : span[1]], "rule": "r"}


FIGURES = st.builds(
    lambda span, period, base: filled(Figure, **spanned(span), period=period, compared_with=base),
    SPANS,
    PHRASES,
    PHRASES,
)
QUOTATIONS = st.builds(
    lambda span, style: filled(Quotation, **spanned(span), style=style, is_negated=False),
    SPANS,
    st.sampled_from(["direct", "mixed", "indirect", "term"]),
)
CITATIONS = st.builds(
    lambda span, covers: filled(
        Citation, **spanned(span), outlet="AP", covers_start_char=covers[0], covers_end_char=covers[1]
    ),
    SPANS,
    SPANS,
)
DATES = st.builds(
    lambda span, days: filled(DateExpression, **spanned(span), start_on=days, end_on=days), SPANS, DAYS
).map(lambda row: [row])


@given(st.lists(FIGURES, max_size=8), st.lists(QUOTATIONS, max_size=8), st.lists(CITATIONS, max_size=8), DATES)
@settings(deadline=None, max_examples=200)
def test_join_changes_no_key_and_no_span(
    figures: list[Fact], quotations: list[Fact], citations: list[Fact], dates: list[Fact]
) -> None:
    facts = {"figures": figures, "quotations": quotations, "citations": citations, "dates": dates}
    found = join(facts)
    for table, rows in facts.items():
        assert sorted(map(identity, found[table])) == sorted(map(identity, rows))
    known = {row.key for row in [*quotations, *citations]}
    for row in found["figures"]:
        assert isinstance(row, Figure)
        assert {row.quotation_id, row.citation_id} - {None} <= known


def identity(row: Fact) -> tuple[str, int, int, str]:
    return row.key, row.start_char, row.end_char, row.text


def test_join_takes_little_time_for_many_rows() -> None:
    spans = [{"article_id": "a", "start_char": at, "end_char": at + 1, "text": "5", "rule": "r"} for at in range(3000)]
    facts: dict[str, list[Fact]] = {
        "figures": [filled(Figure, **span, period="5 5", compared_with="6") for span in spans],
        "quotations": [filled(Quotation, **span, style="direct", is_negated=False) for span in spans],
        "citations": [filled(Citation, **span, covers_start_char=0, covers_end_char=9) for span in spans],
        "dates": [filled(DateExpression, **span) for span in spans],
    }
    began = process_time()
    join(facts)
    assert process_time() - began < 1


STATED = "Trade came to $6.12 billion in 1997, 10 percent less than one year earlier (Interfax, May 2)."


@pytest.mark.parametrize("only", ["figures", "figures,citations", "figures,citations,dates"])
def test_extract_joins_what_was_asked_for_and_what_it_needs(only: str) -> None:
    article = bare_article(STATED, article_id="a", published_on=date(1998, 5, 5))
    found = extract(article, only=frozenset(only.split(",")))
    (change,) = (row for row in found.facts["figures"] if row.text == "10 percent")
    assert isinstance(change, Figure)
    assert [change.citation_id] == [row.key for row in found.facts["citations"]]
    assert (change.compared_start_on, change.compared_end_on) == YEAR_1996


def test_extract_derives_from_figures_that_are_joined() -> None:
    found = extract(bare_article(STATED, article_id="a"), only=frozenset({"figures", "dates"}))
    level, change, *_ = found.facts["figures"]
    (derived,) = found.derived_figures
    assert (derived.level_figure_id, derived.change_figure_id) == (level.key, change.key)
    assert (derived.value, derived.period_start_on) == (Decimal("6800000000"), YEAR_1996[0])


@pytest.mark.parametrize("first", ["Vedomosti", "Interfax", "Trud"])
def test_of_several_outlets_in_one_bracket_the_first_named_is_the_source(first: str) -> None:
    names = [first, *{"Vedomosti", "Interfax", "Trud"} - {first}]
    text = f"Output was 40 tons. ({', '.join(names)}, May 2)"
    bracket = {"start_char": 20, "end_char": len(text), "text": text[20:], "rule": "test", "covers_start_char": 0}
    named = [
        filled(Citation, article_id="a", outlet=name, outlet_text=name, covers_end_char=19, **bracket) for name in names
    ]
    tons = {"start_char": 11, "end_char": 18, "text": "40 tons", "rule": "test"}
    row = filled(Figure, article_id="a", kind="count", value=Decimal(40), **tons)
    assert joined("figures", row, citations=list(reversed(named))).citation_id == named[0].key

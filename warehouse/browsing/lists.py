"""The lists that the pages show: articles, figures, entities, outlets, stories, claims, corrections, rejections."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from warehouse.browsing.listing import Listing
from warehouse.folder.errors import QueryError
from warehouse.views.search import best_query

Asked = Mapping[str, str]
"""What a reader has filled in, by the field's name; empty fields ask for nothing."""

Tests = Mapping[str, tuple[str, str, Callable[[str], object]]]
"""By a field's name the condition that it puts, the condition's parameter, and what reads what is filled in."""

OUTLETS_CALLED = "FROM marts.dim_outlet SELECT outlet_id WHERE lower(outlet) = lower($outlet)"
CITING = f"FROM marts.fct_citations SELECT article_id WHERE outlet_id IN ({OUTLETS_CALLED})"
QUOTING = "FROM marts.fct_quotations SELECT article_id WHERE contains(lower(speaker), lower($speaker))"

SEARCH = """
WITH chosen AS MATERIALIZED (
    FROM internal.search_scores($q) AS scores
    JOIN marts.dim_article AS articles ON articles.article_id = scores.article_id
    SELECT scores.*, articles.headline, articles.published_on, articles.publication
    WHERE articles.duplicate_of IS NULL AND {conditions}
    ORDER BY scores.score DESC, scores.article_id
    /* cut here */
),
best AS ({best})
FROM chosen JOIN best USING (article_id)
SELECT article_id, headline, published_on, publication, best.sentence, chosen.score,
    best.sentence_start_char, best.start_char, best.end_char, best.hit_count
ORDER BY chosen.score DESC, article_id
"""

ARTICLES = """
SELECT article_id, headline, published_on, publication, NULL AS sentence, word_count
FROM marts.dim_article AS articles
WHERE duplicate_of IS NULL AND article_id <> 'unknown' AND {conditions}
ORDER BY published_on DESC NULLS LAST, article_id
"""

FIGURES = """
WITH chosen AS MATERIALIZED (
    FROM marts.fct_figures AS figures
    WHERE NOT is_duplicate AND {conditions}
    ORDER BY published_on DESC NULLS LAST, article_id, start_char
    /* cut here */
)
SELECT figures.figure_id, figures.article_id, figures.published_on, figures.text, figures.kind, figures.value,
    figures.value_high, figures.unit, figures.per, figures.hedge, figures.direction,
    figures.is_change, figures.measure, figures.measured_of, figures.period, figures.status, figures.speaker,
    dim_outlet.outlet, articles.headline
FROM chosen AS figures
JOIN marts.dim_article AS articles ON articles.article_id = figures.article_id
JOIN marts.dim_outlet ON dim_outlet.outlet_id = figures.outlet_id
ORDER BY figures.published_on DESC NULLS LAST, figures.article_id, figures.start_char
"""
"""Headlines and outlets are looked up for the rows of a page alone."""

ENTITIES = """
SELECT entity_id, name, kind, country_code, mention_count, first_seen_on, last_seen_on
FROM entities
WHERE {conditions}
ORDER BY mention_count DESC, entity_id
"""

CLAIMS = "FROM marts.fct_claims WHERE {conditions} ORDER BY conflict_count DESC, conflict_confidence DESC, claim_id"

OUTLETS = """
FROM marts.fct_citations JOIN marts.dim_outlet USING (outlet_id)
SELECT outlet_id, dim_outlet.outlet, dim_outlet.outlet_kind, count(DISTINCT (article_id, start_char)) AS citations,
    count(DISTINCT article_id) AS articles, first_cited_on, last_cited_on
WHERE NOT is_duplicate AND {conditions}
GROUP BY ALL ORDER BY citations DESC, outlet_id
"""

STORIES = """
FROM marts.dim_article
SELECT story_id, arg_min(headline, (coalesce(published_on, DATE '9999-01-01'), article_id)) AS headline,
    count(*) AS articles, count(copy_of) AS copies, count(revises) AS revisions,
    min(published_on) AS first_published_on, max(published_on) AS last_published_on
WHERE article_id <> 'unknown'
GROUP BY story_id HAVING count(*) > 1 AND {conditions}
ORDER BY articles DESC, story_id
"""

CORRECTIONS = """
WITH stated AS (SELECT unnest($lines, recursive := true))
FROM stated LEFT JOIN internal.corrections AS applied ON applied.correction_id = stated.correction_id
SELECT stated.*, applied.mention_count AS concerned, applied.correction_id IS NULL AS waits_for_ingest
ORDER BY stated."on" DESC, stated.correction_id
"""

NO_CORRECTIONS = "FROM internal.corrections SELECT *, mention_count AS concerned, false AS waits_for_ingest WHERE false"

REJECTIONS = """
SELECT rejection_id, stage, rule, reason, repair, source, excerpt, start_char
FROM rejections
WHERE {conditions}
ORDER BY stage, rule, source, start_char
"""


def search(asked: Asked) -> Listing:
    """Return the articles that have all words and phrases asked for, the best first; all articles where none is.

    Of articles only those that cite an outlet, quote a speaker, or hold a figure like the one described.
    """
    tests: Tests = {
        "from": ("articles.published_on >= $from_day", "from_day", day),
        "to": ("articles.published_on <= $to_day", "to_day", day),
        "publication": ("articles.publication = $publication", "publication", str),
        "outlet": (f"articles.article_id IN ({CITING})", "outlet", str),
        "speaker": (f"articles.article_id IN ({QUOTING})", "speaker", str),
    }
    conditions, parameters = narrowed(asked, tests)
    of_figure, parameters_of_figure = narrowed(asked, FIGURE_TESTS)
    if parameters_of_figure:
        holding = f"FROM marts.fct_figures AS figures SELECT article_id WHERE NOT is_reference AND {of_figure}"
        conditions += f" AND articles.article_id IN ({holding})"
    parameters |= parameters_of_figure
    if not asked.get("q", "").strip():
        return Listing(sql=ARTICLES.format(conditions=conditions), parameters=parameters)
    return Listing(
        sql=SEARCH.format(conditions=conditions, best=best_query("$q")), parameters={**parameters, "q": asked["q"]}
    )


def figures(asked: Asked) -> Listing:
    """Return figures by what they measure and whose they are, by kind, unit, status, source, day and amount."""
    tests: Tests = {
        "measure": ("contains(lower(figures.measure), lower($measure))", "measure", str),
        "of": ("contains(lower(figures.measured_of), lower($of_whom))", "of_whom", str),
        **FIGURE_TESTS,
        "speaker": ("contains(lower(figures.speaker), lower($speaker))", "speaker", str),
        "outlet": (f"figures.outlet_id IN ({OUTLETS_CALLED})", "outlet", str),
        "from": ("figures.published_on >= $from_day", "from_day", day),
        "to": ("figures.published_on <= $to_day", "to_day", day),
    }
    conditions, parameters = narrowed(asked, tests)
    return Listing(sql=FIGURES.format(conditions=conditions), parameters=parameters)


def entities(asked: Asked) -> Listing:
    """Return entities by name and kind."""
    named = (
        "(contains(lower(name), lower($q)) OR entity_id IN "
        "(FROM entity_names SELECT entity_id WHERE contains(lower(name), lower($q))))"
    )
    conditions, parameters = narrowed(asked, {"q": (named, "q", str), "kind": ("kind = $kind", "kind", str)})
    return Listing(sql=ENTITIES.format(conditions=conditions), parameters=parameters)


def claims(asked: Asked) -> Listing:
    """Return claims by what is measured and of whom; those in conflict alone, unless all are asked for."""
    tests: Tests = {
        "measure": ("contains(lower(measure), lower($measure))", "measure", str),
        "of": ("contains(lower(measured_of), lower($of_whom))", "of_whom", str),
    }
    conditions, parameters = narrowed(asked, tests)
    if asked.get("all") != "yes":
        conditions += " AND conflict_count > 0"
    return Listing(sql=CLAIMS.format(conditions=conditions), parameters=parameters)


def outlets(asked: Asked) -> Listing:
    """Return the outlets that are cited, by name, those cited most first."""
    conditions, parameters = narrowed(asked, {"q": ("contains(lower(dim_outlet.outlet), lower($q))", "q", str)})
    return Listing(sql=OUTLETS.format(conditions=conditions), parameters=parameters)


def stories(asked: Asked) -> Listing:
    """Return the stories that several articles tell, by a word of a headline, those that most tell first."""
    named = "bool_or(contains(lower(headline), lower($q)))"
    conditions, parameters = narrowed(asked, {"q": (named, "q", str)})
    return Listing(sql=STORIES.format(conditions=conditions), parameters=parameters)


def corrections(lines: Sequence[Mapping[str, str]]) -> Listing:
    """Return lines of the corrections, each with its key, and how many rows each concerned in the last run."""
    return Listing(sql=CORRECTIONS, parameters={"lines": list(lines)}) if lines else Listing(sql=NO_CORRECTIONS)


def rejections(asked: Asked) -> Listing:
    """Return what was refused, by rule."""
    conditions, parameters = narrowed(asked, {"rule": ("rule = $rule", "rule", str)})
    return Listing(sql=REJECTIONS.format(conditions=conditions), parameters=parameters)


def narrowed(asked: Asked, tests: Tests) -> tuple[str, dict[str, object]]:
    """Return the conditions of the fields that are filled in, and the values that they are filled in with."""
    conditions, parameters = ["true"], {}
    for name, (condition, parameter, read) in tests.items():
        if written := asked.get(name, "").strip():
            conditions.append(condition)
            parameters[parameter] = read(written)
    return " AND ".join(conditions), parameters


def day(written: str) -> date:
    """Read a day; raise `QueryError` where it is none."""
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise QueryError(f"{written!r} is no day. Write it as 1998-03-31.") from error


def amount(written: str) -> Decimal:
    """Read an amount, `2.5e9` too; raise `QueryError` where it is none."""
    try:
        return Decimal(written.replace(",", ""))
    except InvalidOperation as error:
        raise QueryError(f"{written!r} is no amount. Write it in digits: 2500000000, or 2.5e9.") from error


FIGURE_TESTS: Tests = {
    "kind": ("figures.kind = $kind", "kind", str),
    "unit": ("lower(figures.unit) = lower($unit)", "unit", str),
    "status": ("figures.status = $status", "status", str),
    "least": ("coalesce(figures.value_high, figures.value) >= $least", "least", amount),
    "most": ("figures.value <= $most", "most", amount),
}
"""What a figure can be asked for by, wherever figures are asked for."""

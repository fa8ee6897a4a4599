"""The suites by the name of what they check: a table whose rows belong to an article, or a survey of the whole."""

from great_expectations import ExpectationSuite

from expectations import (
    anaphors,
    articles,
    citations,
    cross_references,
    dates,
    derived_figures,
    figures,
    mentions,
    quotations,
)
from expectations.corpus import drift, entities, references, tables, volumes

SUITES: dict[str, ExpectationSuite] = {
    "articles": articles.SUITE,
    "mentions": mentions.SUITE,
    "anaphors": anaphors.SUITE,
    "figures": figures.SUITE,
    "quotations": quotations.SUITE,
    "citations": citations.SUITE,
    "dates": dates.SUITE,
    "cross_references": cross_references.SUITE,
    "derived_figures": derived_figures.SUITE,
}

CORPUS_SUITES: dict[str, ExpectationSuite] = {
    "keys": tables.KEYS,
    "columns": tables.COLUMNS,
    "references": references.SUITE,
    "entities": entities.ENTITIES,
    "volumes": volumes.SUITE,
    "shares": drift.SHARES,
    "presence": drift.PRESENCE,
    "duplicates": drift.DUPLICATES,
}
"""Suites of surveys, which are run when all shards have landed and the marts are made."""

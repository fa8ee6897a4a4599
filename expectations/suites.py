"""The suites by the name of the table that they check: one for every table whose rows belong to an article."""

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

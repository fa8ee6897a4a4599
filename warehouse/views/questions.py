"""The views that answer common questions: what they are made from, and what their own columns mean.

A view's grain is the first line of its file in `views/questions/`; a column that it takes over from a table or mart has
its meaning there, and only what the view adds or changes is described here.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A view upon the ledger's tables, or upon the marts: the meaning of its own columns.

    `of` names the tables or marts whose columns it takes over, those that come first win.
    """

    columns: dict[str, str]
    of: tuple[str, ...] = ()
    is_of_marts: bool = False


MONTH = "First day of the month in which the articles were published; null where that is not known."

ENTITY_KIND = "country, person, organization, place, nationality, facility, weapon or event."

SENTENCE = "The sentence it stands in, white space single; at most 600 characters on either side."

CITED = "Outlet of the first citation that covers it."

QUESTIONS: dict[str, Question] = {
    "article_fields": Question(
        columns={
            "article_id": "Article that it is stated of.",
            "name": "What it is, such as `place`, `section`, `page`, `url`; docs/formats.md lists them by form.",
            "value": "What is stated, as it is written; several of a kind, such as topics, are separated by `; `.",
        },
    ),
    "referenced_articles": Question(
        columns={
            "cross_reference_id": "Key of the reference.",
            "article_id": "Article that refers.",
            "publication": "Publication referred to, by its full name.",
            "referenced_on": "Day referred to, where the year is known.",
            "target_article_id": "Article of that publication and day, or issue; null where the ledger has none.",
        },
    ),
    "referring_articles": Question(
        columns={
            "article_id": "Article referred to.",
            "referring_article_id": "Article that refers to it.",
            "referring_published_on": "Day on which that one was published.",
        },
    ),
    "reading_order": Question(
        columns={
            "article_id": "Article whose links these are.",
            "step": "Number in the order of publication, from 1.",
            "linked_article_id": "Article to read at this step.",
            "published_on": "Day on which that one was published; those without a day come last.",
            "headline": "Its headline.",
        },
    ),
    "entity_mentions_by_month": Question(
        columns={
            "entity_id": "Key of the entity.",
            "name": "The name used most.",
            "kind": ENTITY_KIND,
            "month": MONTH,
            "mention_count": "Mentions by any of its names.",
            "article_count": "Articles that mention it.",
        },
    ),
    "countries_by_month": Question(
        columns={
            "country_code": "ISO 3166 code at the article's date.",
            "name": "The country's name used most; null where only its capital is named.",
            "month": MONTH,
            "mention_count": "Mentions of the country or of its people by name.",
            "stands_for_count": "Mentions of a capital or seat of power that speaks for it.",
            "article_count": "Articles with a mention of either sort.",
        },
    ),
    "entity_co_mentions_by_month": Question(
        columns={
            "entity_id": "Key of one entity.",
            "name": "Its name used most.",
            "kind": ENTITY_KIND,
            "other_entity_id": "Key of the other entity, which sorts after the first.",
            "other_name": "Its name used most.",
            "other_kind": "Its kind.",
            "month": MONTH,
            "article_count": "Articles that mention both, each once.",
        },
    ),
    "citations_by_month": Question(
        columns={
            "outlet": "The outlet's canonical name; as written where it is not a known one.",
            "month": MONTH,
            "citation_count": "Parentheses that name the outlet; one that gives several days counts once.",
            "article_count": "Articles that cite the outlet.",
        },
    ),
    "figure_entities": Question(
        columns={
            "figure_id": "Key of the figure.",
            "article_id": "Article that states it.",
            "measure": "The phrase that says what is measured.",
            "measured_of": "Whose it is, as written.",
            "measured_of_confidence": "How sure `measured_of` is, 0 to 1.",
            "entity_id": "Key of an entity named there.",
            "name": "Its name used most.",
            "kind": ENTITY_KIND,
            "country_code": "ISO 3166 code of the country, where the entity is one or lies in one.",
        },
    ),
    "statements": Question(
        columns={
            "speaker": "The speaker's full name in the article, or what a body is called; null where nobody is named.",
            "speaker_text": "The speaker as written: `Zhu`, `he`, `unnamed General Staff sources`.",
            "speaker_kind": "named, unnamed or organization.",
            "published_on": "Day on which the article was published; those without a day come last.",
            "article_id": "Article that has the statement.",
            "quotation_id": "Key of the quotation.",
            "style": "direct, mixed or indirect.",
            "cue": "The verb or phrase of speech: `told`, `according to`.",
            "cue_kind": "What the cue introduces: speech, attitude, finding or hearsay.",
            "is_hedged": "True where the article itself keeps its distance: `reportedly`, `allegedly`.",
            "is_negated": "False of each: what was not said, or is not held, stands in `quotations` alone.",
            "start_char": "Offset of the words in the article's text, by which those of one article can be ordered.",
            "text": "What was said, as it stands in the article.",
        },
    ),
    "co_mentions_by_month": Question(
        columns={
            "name": "The name that comes first in the alphabet.",
            "kind": "Its kind: person, organization, place, nationality, facility, weapon or event.",
            "other_name": "The other name.",
            "other_kind": "Its kind.",
            "month": MONTH,
            "article_count": "Articles that mention both, each once.",
        },
    ),
    "roles_over_time": Question(
        columns={
            "person": "The person's full name.",
            "role": "Title or office, as written.",
            "first_published_on": "Day of the first article that states it; null where no day is known.",
            "last_published_on": "Day of the last article that states it.",
            "mention_count": "How often it is stated.",
            "article_count": "Articles that state it.",
        },
    ),
    "figures_with_sentences": Question(
        is_of_marts=True,
        of=("figures", "articles", "citations"),
        columns={
            "sentence": SENTENCE,
            "outlet": CITED,
            "is_duplicate": "True where its article is a copy or a version of another, which is counted in its place.",
        },
    ),
    "figures_in_context": Question(
        is_of_marts=True,
        of=("figures", "articles", "citations"),
        columns={"sentence": SENTENCE, "outlet": CITED},
    ),
    "statements_about": Question(
        of=("quotations", "articles"),
        columns={
            "about_entity_id": "Key of an entity, other than the speaker, that is named within the words.",
            "about": "Its name used most.",
            "about_kind": ENTITY_KIND,
        },
    ),
    "appears_with": Question(
        columns={
            "entity_id": "Key of one entity.",
            "name": "Its name used most.",
            "kind": ENTITY_KIND,
            "other_entity_id": "Key of the other entity, which sorts after the first.",
            "other_name": "Its name used most.",
            "other_kind": "Its kind.",
            "article_count": "Articles that name both, each once.",
            "first_published_on": "Day of the first of them; null where no day is known.",
            "last_published_on": "Day of the last of them.",
        },
    ),
    "most_mentioned": Question(
        is_of_marts=True,
        of=("dim_entity",),
        columns={
            "mention_count": "Mentions by any of its names; a story that several articles tell counts once.",
            "first_published_on": "Day of the first article that mentions it; null where no day is known.",
            "last_published_on": "Day of the last one.",
        },
    ),
    "entity_timeline": Question(
        is_of_marts=True,
        of=("dim_entity", "dim_article"),
        columns={
            "event": "mentions, role, figure (whose the entity is) or quotation (which the entity says).",
            "detail": "How often and as what it is mentioned, the office, the measure and figure, or the words.",
            "fact_id": "Key of the mention, figure or quotation; of several mentions in an article the smallest.",
        },
    ),
    "facts_by_run": Question(
        of=("runs", "articles"),
        columns={
            "fact": "mention, anaphor, figure, quotation, citation, date, cross_reference or derived_figure.",
            "fact_id": "Its key.",
            "text": "Its characters; the formula of a derived figure.",
        },
    ),
    "money_by_month": Question(
        is_of_marts=True,
        of=("fct_figures",),
        columns={
            "month": MONTH,
            "figure_count": "Amounts stated.",
            "article_count": "Articles that state one.",
            "least_value": "The least of them, in `unit`.",
            "median_value": "The median.",
            "greatest_value": "The greatest.",
            "total_value": "Their sum; an amount that several articles state is added as often.",
            "distinct_total_value": "The sum of the amounts that differ: what several state alike is added once.",
        },
    ),
    "money_comparable": Question(
        is_of_marts=True,
        of=("fct_figures",),
        columns={"entity": "Whose it is, where that is one entity alone; `unknown` otherwise."},
    ),
    "claims": Question(is_of_marts=True, of=("fct_claims",), columns={}),
    "claim_pairs": Question(
        is_of_marts=True,
        of=("fct_claim_pairs", "fct_figures"),
        columns={
            "text": "The earlier figure, as it stands in its article.",
            "other_text": "The other figure, as it stands in its article.",
            "sentence": "The sentence of the earlier one.",
            "other_sentence": "The sentence of the other one.",
            "other_speaker": "Who states that one, where someone is named for it.",
            "outlet": "Outlet of the first citation that covers the earlier figure.",
            "other_outlet": "Outlet of the first citation that covers the other figure.",
            "source": "File of the earlier figure's article.",
            "other_source": "File of the other figure's article.",
        },
    ),
}
"""Each view by its name, those that build on others after them; the query of each is a file in `views/questions/`."""

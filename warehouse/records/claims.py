"""The marts of the radar: what several reports state of one quantity, and how each two of them stand to each other."""

from warehouse.records.articles import Article
from warehouse.records.entities import CorrectedValue, Entity, MentionEntity
from warehouse.records.facts import Citation, Figure, Mention, Quotation
from warehouse.records.mart import BY_DAY, BY_PLACE, Mart
from warehouse.records.stories import ArticleStory

STATED = (Figure, Article, ArticleStory, Quotation, Citation, Mention, MentionEntity, Entity, CorrectedValue)

CLAIM_ID = "Key of the quantity: what of whom is measured, in which unit, when, and as what."
STATUS = "actual, target, estimate, forecast or hypothetical; what is stated as a claim is actual."
UNIT = "The unit in which it is compared: the base unit, or the currency after all redenominations."
IS_CHANGE = "True where it is the size of a change: what falls is less than nothing."
STATEMENTS, PAIRS = "fct_claim_figures", "fct_claim_pairs"

CLAIMS: dict[str, Mart] = {
    "fct_claims": Mart(
        grain="One row per quantity that several figures state: what they say, on how many sources, if alike.",
        key="claim_id",
        of=STATED,
        columns={
            "claim_id": CLAIM_ID,
            "status": STATUS,
            "unit": UNIT,
            "is_change": IS_CHANGE,
            "measure": "What is measured, in the words used most.",
            "measured_of": "Whose it is, in the words used most.",
            "least_value": "The least value stated, in `unit`.",
            "greatest_value": "The greatest.",
            "statement_count": "Figures that state it.",
            "source_count": "Independent sources that they rest on: a wire that is quoted twice is one.",
            "article_count": "Articles that they stand in.",
            "conflict_count": "Pairs of them that contradict each other; what versions of a story state alike is one.",
            "update_count": "Pairs of which the later one takes the earlier one's place; versions as above.",
            "greatest_difference": "How far the values in conflict lie apart, as a share of the larger one.",
            "conflict_confidence": "How sure the surest conflict is, 0 to 1.",
            "first_published_on": "Day of the first article that states it.",
            "last_published_on": "Day of the last one.",
        },
    ),
    STATEMENTS: Mart(
        grain="One row per figure that states a quantity which another figure states, too: claims of one quantity.",
        key="figure_id",
        of=STATED,
        order=BY_PLACE,
        links={"claim_id": "fct_claims", "article_id": "dim_article"},
        columns={
            "figure_id": "The figure, a key of `fct_figures`.",
            "claim_id": CLAIM_ID,
            "measure_key": "What is measured, in words that other wordings share: `output steel`.",
            "party_key": (
                "Whose it is: country codes and keys of entities, with spaces between them; `to:`, `from:`, `with:` or "
                "`against:` before one that it only goes to, comes from, or is shared with or directed against."
            ),
            "period_start_on": "First day of the period; null where none is stated, and the day of the article counts.",
            "status": STATUS,
            "unit": UNIT,
            "is_change": IS_CHANGE,
            "value": "The value in `unit`, the lower end of a range; less than nothing for what fell by so much.",
            "low": "The least that it can mean, in `unit`: by its last digit, its hedge, and the range.",
            "high": "The most that it can mean, in `unit`.",
            "source_key": "Who answers for it: speaker, else outlet, else publication, else the article itself.",
            "passage_key": "Hash of the words around it: copies of one wire share it.",
            "is_revision": "True where the words around it say that one value takes another's place.",
            "is_ambiguous": (
                "True where it contradicts nothing: its article lets one source state two values of it, or its words "
                "count some of what is measured, narrow it behind its name, or name a party beside it."
            ),
            "confidence": "How sure it is that all of this was read right, 0 to 1.",
        },
    ),
    PAIRS: Mart(
        grain="One row per two figures that state one quantity, or quantities that look alike, the earlier one first.",
        key="claim_pair_id",
        of=STATED,
        order=BY_DAY,
        links={"article_id": "dim_article", "other_article_id": "dim_article"},
        open_links={"claim_id": "fct_claims", "other_claim_id": "fct_claims"},
        columns={
            "claim_pair_id": "Key: hash of the two figures' keys.",
            "claim_id": "Quantity that the first figure states; `fct_claims` has those that several do.",
            "other_claim_id": "Quantity that the other one states; another one where `relation` is `scope`.",
            "relation": (
                "agreement (the same), restatement (the same in other words), update (a later value that takes the "
                "place of the first), scope (not the same quantity) or conflict."
            ),
            "reason": (
                "What makes it so. agreement: copy, value; restatement: unit, hedge, rounding; update: revision, "
                "source (the same), unfinished (period), later (day); scope: period, status, measure, parties; "
                "conflict: value, scale (a power of ten lies between)."
            ),
            "figure_id": "The earlier figure, a key of `fct_figures`.",
            "article_id": "Article that states it.",
            "published_on": "Day of publication of that article.",
            "other_figure_id": "The other figure, a key of `fct_figures`.",
            "other_article_id": "Article that states that one.",
            "other_published_on": "Day of publication of that article.",
            "is_same_source": "True where one source answers for both, or one is a copy of the other.",
            "difference": "By how much the other value is larger, as a share of the larger one; 0.1 is a tenth.",
            "confidence": "How sure it is that both figures were read right, 0 to 1: the lesser of the two.",
        },
    ),
}
"""The claims after the star that they lead to."""

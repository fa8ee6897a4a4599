"""Which articles tell the same story: the same wire in two papers, a corrected version, an update."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from warehouse.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleStory(Record):
    """One row per article: the story that it tells, and which earlier article it repeats or revises."""

    table: ClassVar[str] = "article_stories"

    article_id: Annotated[str, "Key: the article."]
    story_id: Annotated[str, "Key of the story: that of its first article, by day, number of words and key."]
    article_count: Annotated[int, "Articles that tell the story; 1 where no other does."]
    counted_as: Annotated[
        str | None,
        "Article whose facts count for the story: its last version of at least four fifths of the words of the "
        "longest; null for that one itself.",
    ]
    copy_of: Annotated[str | None, "Earlier article that says all of this one in the same words."]
    revises: Annotated[str | None, "Earlier article of which this one is another version."]
    common_share: Annotated[
        float | None, "Words that both have in common, in the same order, as a share of the longer one's."
    ]
    difference: Annotated[str | None, "What differs from that one: `2 paragraphs added, 1 changed`; null if nothing."]
    sketch: Annotated[
        str,
        "What its words are found again by: MinHash in bands, a hash of them all, and which bands too many share, in "
        "base 64.",
    ]
    made_from: Annotated[str, "Hash of the article's text and day and of the rules by which the row was made."]

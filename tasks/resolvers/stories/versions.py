"""The articles of one story in order: which one counts, and what each of them repeats or revises."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tasks.resolvers.stories.comparison import Likeness
from tasks.resolvers.stories.sketches import NOT_CROWDED, as_stored
from warehouse.records import ArticleStory

LEAST_WORDS = 0.8
"""Share of the longest version's words from which a version counts for the story: a last, short one leaves out most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What is known of an article without its text; `made_from` changes with its text, its day and the rules.

    Of the bands of its sketch too many texts share those that are `crowded`.
    """

    article_id: str
    published_on: date | None
    word_count: int
    made_from: str
    sketch: str = ""
    crowded: bytes = NOT_CROWDED

    @property
    def stored_sketch(self) -> str:
        """Its sketch as the ledger has it."""
        return as_stored(self.sketch, self.crowded)

    @property
    def place(self) -> tuple[date, int, str]:
        """By what articles of a story are put in order: day, unknown ones last, then length: news grows."""
        return (self.published_on or date.max, self.word_count, self.article_id)


Edges = Mapping[str, Mapping[str, Likeness]]
"""By the sketch of a later article, what it has in common with earlier ones, by theirs."""


def story_rows(members: Sequence[Member], edges: Edges) -> list[ArticleStory]:
    """Make the rows of the articles of one story."""
    ordered = sorted(members, key=lambda member: member.place)
    firsts: dict[str, Member] = {}
    for member in ordered:
        firsts.setdefault(member.sketch, member)
    counted = counted_among(list(firsts.values()), edges)
    return [row_of(member, firsts, edges, counted=counted, members=ordered) for member in ordered]


def counted_among(versions: Sequence[Member], edges: Edges) -> Member:
    """Choose the version that counts: the last long one that is not only a copy."""
    most = max(version.word_count for version in versions)
    places = {version.sketch: place for place, version in enumerate(versions)}
    own = [version for version in versions if (like := best(version, edges, places)) is None or not like[1].is_copy]
    return next(version for version in reversed([*versions, *own]) if version.word_count >= LEAST_WORDS * most)


def row_of(
    member: Member, firsts: Mapping[str, Member], edges: Edges, *, counted: Member, members: Sequence[Member]
) -> ArticleStory:
    """Make an article's row: it is a copy of the first one in the same words, or of what it is most like."""
    places = {sketch: place for place, sketch in enumerate(firsts)}
    earlier, like = firsts[member.sketch].article_id, Likeness(common_share=1.0)
    if earlier == member.article_id:
        found = best(member, edges, places)
        earlier, like = (firsts[found[0]].article_id, found[1]) if found else ("", Likeness(common_share=0.0))
    return ArticleStory(
        article_id=member.article_id,
        story_id=members[0].article_id,
        article_count=len(members),
        counted_as=None if member is counted else counted.article_id,
        copy_of=(earlier or None) if like.is_copy else None,
        revises=None if like.is_copy else earlier,
        common_share=like.common_share if earlier else None,
        difference=like.in_words() if earlier else None,
        sketch=member.stored_sketch,
        made_from=member.made_from,
    )


def best(member: Member, edges: Edges, places: Mapping[str, int]) -> tuple[str, Likeness] | None:
    """Return what an article has most in common with, of the earlier ones the last; None where it is like none."""
    likes = edges.get(member.sketch, {})
    return max(likes.items(), key=lambda item: (item[1].common_share, places[item[0]])) if likes else None

"""The stories of all articles, where only what is new, changed or gone, and what that touches, is looked at.

Whichever way an archive came, its stories are the same: two texts tell one story or not by themselves alone, a story is
all that hangs together by such pairs, and every story that gains or loses an article is put together from the start.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from tasks.resolvers.stories.candidates import candidate_pairs, crowded_bands, each_pair
from tasks.resolvers.stories.comparison import Likeness, likeness
from tasks.resolvers.stories.shelf import shelved
from tasks.resolvers.stories.sketches import NOT_CROWDED, SKETCH_LENGTH, bits_of, sketch_of, sketched_bands
from tasks.resolvers.stories.versions import Member, story_rows
from tasks.resolvers.stories.wording import Wording
from warehouse.records import ArticleStory

Read = Callable[[Collection[str]], Iterator[tuple[str, Wording]]]
"""Reads the words of articles, given by key, in any order."""


@dataclass(slots=True)
class Stories:
    """The articles there are, the rows that are stored, the way to the articles' words, and a folder to put these."""

    members: Mapping[str, Member]
    stored: Mapping[str, ArticleStory]
    read: Read
    folder: Path | None = None
    edges: dict[str, dict[str, Likeness]] = field(default_factory=lambda: defaultdict(dict))

    def told_anew(self) -> list[ArticleStory]:
        """Return the rows that are new or differ from those stored."""
        stale = self.stale()
        sketched = self.sketched(stale)
        stale |= {key for key, row in self.stored.items() if key in sketched and is_otherwise(row, sketched[key])}
        firsts = first_by_sketch(sketched.values())
        dirty = {sketched[key].sketch for key in stale}
        self.compare(firsts, new=dirty)
        alike = dirty | self.edges.keys() | {sketch for likes in self.edges.values() for sketch in likes}
        touched = {self.story(member) for member in sketched.values() if member.sketch in alike} - {None}
        again = {member.sketch for member in sketched.values() if self.story(member) in touched}
        self.compare({sketch: firsts[sketch] for sketch in again}, new=again)
        told = dirty | again
        members = [member for member in sketched.values() if member.sketch in told]
        rows = (row for story in self.components(members) for row in story_rows(story, self.edges))
        return [row for row in rows if self.stored.get(row.article_id) != row]

    def stale(self) -> set[str]:
        """Return the articles without a row as it would be made now, and all those of stories that have lost one."""
        current = {key for key, row in self.stored.items() if key in self.members and self.is_current(row)}
        counts = Counter(self.stored[key].story_id for key in current)
        whole = {key for key in current if counts[self.stored[key].story_id] == self.stored[key].article_count}
        return self.members.keys() - whole

    def is_current(self, row: ArticleStory) -> bool:
        """Tell whether a row is made of its article as it is."""
        return row.made_from == self.members[row.article_id].made_from

    def sketched(self, stale: Collection[str]) -> dict[str, Member]:
        """Return all articles with their sketches, reading the texts of those that have none."""
        current = ((key, row) for key, row in self.stored.items() if key in self.members and self.is_current(row))
        known = {key: row.sketch[:SKETCH_LENGTH] for key, row in current}
        unread = [key for key in stale if key not in known]
        known.update((key, sketch_of(wording)) for key, wording in self.read(unread))
        crowded = crowded_among(known.values())
        return {
            key: replace(member, sketch=known[key], crowded=crowded.get(known[key], NOT_CROWDED))
            for key, member in self.members.items()
        }

    def compare(self, firsts: Mapping[str, Member], *, new: Collection[str]) -> None:
        """Compare texts of which one at least is new with all that are similar; keep what they have in common."""
        ordered = sorted(firsts.values(), key=lambda member: (member.sketch not in new, member.place))
        bands = sketched_bands([member.sketch for member in ordered])
        crowded = bits_of([member.crowded for member in ordered])
        days = np.array([member.published_on.toordinal() if member.published_on else 0 for member in ordered], np.int64)
        pairs = candidate_pairs(bands, crowded, days, new_count=len(new))
        unknown = (not self.is_compared(ordered[one], ordered[other]) for one, other in each_pair(pairs))
        pairs = pairs[np.fromiter(unknown, bool, len(pairs))]
        named = {ordered[row].article_id for row in np.unique(pairs).tolist()}
        with shelved(self.read(named), folder=self.folder) as take:
            for one, other in each_pair(pairs):
                first, second = sorted((ordered[one], ordered[other]), key=lambda member: member.place)
                like = likeness(take(first.article_id), take(second.article_id))
                if like:
                    self.edges[second.sketch][first.sketch] = like

    def is_compared(self, one: Member, other: Member) -> bool:
        """Tell whether two texts are known to tell the same story."""
        return other.sketch in self.edges.get(one.sketch, ()) or one.sketch in self.edges.get(other.sketch, ())

    def story(self, member: Member) -> str | None:
        """Return the stored story of an article."""
        row = self.stored.get(member.article_id)
        return row.story_id if row else None

    def components(self, members: Sequence[Member]) -> Iterator[list[Member]]:
        """Yield the articles that hang together, story by story."""
        parents = {member.sketch: member.sketch for member in members}
        for one, likes in self.edges.items():
            for other in likes:
                parents[root(parents, one)] = root(parents, other)
        stories: dict[str, list[Member]] = defaultdict(list)
        for member in members:
            stories[root(parents, member.sketch)].append(member)
        yield from stories.values()


def is_otherwise(row: ArticleStory, member: Member) -> bool:
    """Tell whether other bands of an article are crowded than when its row was made."""
    return row.sketch != member.stored_sketch


def crowded_among(sketches: Iterable[str]) -> dict[str, bytes]:
    """Return the crowded bands of each sketch that has any; articles in the same words count once."""
    distinct = sorted(set(sketches))
    crowded = crowded_bands(sketched_bands(distinct))
    packed = np.packbits(crowded, axis=1)
    return {distinct[row]: packed[row].tobytes() for row in np.flatnonzero(crowded.any(axis=1)).tolist()}


def first_by_sketch(members: Iterable[Member]) -> dict[str, Member]:
    """Return the first article of each sketch."""
    firsts: dict[str, Member] = {}
    for member in members:
        known = firsts.get(member.sketch)
        if known is None or member.place < known.place:
            firsts[member.sketch] = member
    return firsts


def root(parents: dict[str, str], sketch: str) -> str:
    """Return what stands for all that a text hangs together with, and shorten the way there."""
    while parents[sketch] != sketch:
        parents[sketch] = parents[parents[sketch]]
        sketch = parents[sketch]
    return sketch

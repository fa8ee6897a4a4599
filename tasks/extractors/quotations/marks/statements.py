"""What is known of a statement before it becomes a row of the ledger."""

from dataclasses import dataclass

from tasks.extractors.quotations.marks.pairs import Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The cue and the speaker of a statement, as offsets in the article.

    `head` is the speaker's main word, `relative` the pronoun that stands for it beside the cue (`Lynch, who said`);
    `is_name` says that the grammar takes the main word for a name.
    """

    cue: tuple[int, int] | None
    speaker: tuple[int, int]
    head: tuple[int, int]
    is_plural: bool
    rule: str
    is_name: bool = False
    relative: tuple[int, int] | None = None
    is_hedged: bool = False
    is_negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BareCue:
    """The cue of a statement that nobody is named for, as offsets in the article: `reportedly`, `was asked`."""

    place: tuple[int, int]
    rule: str
    is_hedged: bool
    is_negated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """What is put into a statement and no part of it, as offsets in the article: `they said` of `Rain, they said, …`.

    `clauses` says of what stands before and after it whether it is a clause, a statement by itself if need be.
    """

    place: tuple[int, int]
    clauses: tuple[bool, bool]


@dataclass(slots=True, kw_only=True)
class Statement:
    """Something said: its place, its style, and who says it as far as is known yet.

    It is contested where one spoke before and the sentence between them is about another, and in a subject where its
    words only help to name what a clause is about: `The “cheap” loans cost more, Orlov said`. `clauses` has the places
    of the clauses that `and` or `but` joins in it, where there are several.
    """

    start: int
    end: int
    style: str
    paragraph: int
    stretch: Stretch | None = None
    is_clause: bool = False
    is_full: bool = False
    is_contested: bool = False
    is_in_subject: bool = False
    attribution: Attribution | None = None
    bare_cue: BareCue | None = None
    interruption: Interruption | None = None
    clauses: tuple[tuple[int, int], ...] = ()

    def parts(self) -> list[tuple[int, int]]:
        """List the places of what is said: the whole, or what stands before and after an interruption."""
        if self.interruption is None:
            return [(self.start, self.end)]
        first, last = self.interruption.place
        return [(self.start, first), (last, self.end)]

"""The article's table of names, as speakers are looked up in it: who is named where, and of which gender."""

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tasks.extractors.quotations.lexicon.genders import ABBREVIATED_TITLES, gender_of, titles
from tasks.extractors.quotations.speakers.aliases import aliases, start_of
from tasks.extractors.quotations.speakers.appositions import appositions
from warehouse.records import Anaphor, Mention

GENDERED_PRONOUN = re.compile(r"\b(?:(he|him|his|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
COUNTRY_KINDS = ("place", "nationality")
"""Kinds of mentions that speak of a country itself; a body has its country's code too."""
VOTE_REACH = 200
"""Characters over which a pronoun votes for the gender of the person named before it."""

UNEXPLAINED = 3
"""What a pronoun that nobody else can account for is worth, beside one that may be somebody else's."""
FEWEST_VOTES = 3 * UNEXPLAINED
"""What pronouns must be worth to make doubtful what a name shows."""
FEWEST_PRONOUNS = 5
"""Pronouns to a name of their gender, more of which must be somebody else's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """A phrase for somebody named elsewhere: where it begins, the name, or two, and the kind of speaker."""

    start: int
    name: str
    kind: str


@dataclass(slots=True)
class Cast:
    """Everyone and everything named in an article, in the order of the text."""

    mentions: Sequence[Mention]
    quoted: Sequence[tuple[int, int]]
    genders: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    roles: dict[str, set[str]] = field(default_factory=dict)
    pairs: list[tuple[int, str, str]] = field(default_factory=list)
    country_pairs: list[tuple[int, str, str]] = field(default_factory=list)
    antecedents: dict[int, Antecedent] = field(default_factory=dict)
    aliases: dict[str, Mention] = field(default_factory=dict)
    narrator: str | None = None

    def covering(self, start: int, end: int) -> Mention | None:
        """Find the longest mention that shares a character with `start..end`."""
        index = bisect.bisect_left(self.mentions, end, key=start_of) - 1
        best = None
        while index >= 0 and self.mentions[index].start_char > start - 200:
            mention = self.mentions[index]
            if mention.end_char > start and (best is None or width(mention) > width(best)):
                best = mention
            index -= 1
        return best

    def before(self, place: int, *, reach: int) -> Sequence[Mention]:
        """List the mentions that begin in the `reach` characters before a place."""
        low = bisect.bisect_left(self.mentions, place - reach, key=start_of)
        return self.mentions[low : bisect.bisect_left(self.mentions, place, key=start_of)]

    def pair_before(self, place: int, *, of_countries: bool = False) -> tuple[int, str, str] | None:
        """Give the last two named together before a place: where, their names joined, and what kind of speaker."""
        pairs = self.country_pairs if of_countries else self.pairs
        index = bisect.bisect_left(pairs, (place,)) - 1
        return pairs[index] if index >= 0 else None

    def holders(self, role: str) -> list[str]:
        """List the people whose stated role ends with these words, in small letters."""
        return [name for name, held in self.roles.items() if any(title.endswith(role) for title in held)]

    def is_quoted(self, place: int) -> bool:
        """Tell whether a place lies between quotation marks."""
        index = bisect.bisect_right(self.quoted, place, key=first_of) - 1
        return index >= 0 and place < self.quoted[index][1]


def first_of(span: tuple[int, int]) -> int:
    """Give the offset that spans are ordered by."""
    return span[0]


def width(mention: Mention) -> int:
    """Give the length of a mention in characters."""
    return mention.end_char - mention.start_char


def assemble(text: str, *, mentions: Iterable[Mention], quoted: Sequence[tuple[int, int]]) -> Cast:
    """Build the table: names in order, how often each comes, each person's gender by name or by pronouns near it."""
    cast = Cast(mentions=sorted(mentions, key=start_of), quoted=quoted)
    for mention in cast.mentions:
        cast.counts[mention.name] += 1
        if mention.kind == "person" and mention.name not in cast.genders:
            gender = title_gender_before(text, mention) or gender_of(mention.name) or gender_of(mention.text)
            if gender:
                cast.genders[mention.name] = gender
        if mention.role:
            cast.roles.setdefault(mention.name, set()).add(mention.role.lower())
        if mention.kind == "person":
            cast.roles.setdefault(mention.name, set()).update(appositions(text, mention))
    cast.aliases.update(aliases(text, cast.mentions))
    cast.pairs.extend(named_together(text, cast.mentions))
    countries = [mention for mention in cast.mentions if mention.kind in COUNTRY_KINDS and mention.country_code]
    cast.country_pairs.extend(named_together(text, countries))
    for gender in ("masculine", "feminine"):
        name = left_for(gender, text=text, cast=cast)
        if name:
            cast.genders[name] = gender
    for name, votes in gender_votes(text, cast).items():
        known = cast.genders.get(name)
        gender, count = votes.most_common(1)[0]
        is_clear = 3 * count >= 2 * votes.total()
        if is_clear and (known is None or (is_doubtful(name) and count >= FEWEST_VOTES)):
            cast.genders[name] = gender
    return cast


def left_for(gender: str, *, text: str, cast: Cast) -> str | None:
    """Find the person left for pronouns of a gender that hardly any name shows: the one named far more often."""
    known = sum(cast.counts[name] for name, shown in cast.genders.items() if shown == gender)
    group = 1 if gender == "masculine" else 2
    pronouns = (found.start() for found in GENDERED_PRONOUN.finditer(text) if found.group(group))
    if sum(1 for place in pronouns if not cast.is_quoted(place)) < FEWEST_PRONOUNS * max(known, 1):
        return None
    people = {mention.name for mention in cast.mentions if mention.kind == "person"} - cast.genders.keys()
    ranked = sorted(people, key=lambda name: (-cast.counts[name], name))
    is_clear = len(ranked) == 1 or (len(ranked) > 1 and cast.counts[ranked[0]] >= 2 * cast.counts[ranked[1]])
    return ranked[0] if is_clear else None


def is_doubtful(name: str) -> bool:
    """Tell whether a gender was read from a single word, which may be a surname as well: `Kelly`."""
    return " " not in name


def antecedents(anaphors: Iterable[Anaphor]) -> dict[int, Antecedent]:
    """Give what stands for whom by the last offset of each phrase; two who are meant together are joined.

    Countries are left out: an anaphor names them as they were written last, by a capital or a people.
    """
    found: dict[int, Antecedent] = {}
    for anaphor in anaphors:
        if anaphor.name and anaphor.kind != "country":
            before = found.get(anaphor.end_char)
            name = f"{before.name} and {anaphor.name}" if before else anaphor.name
            kind = "named" if anaphor.kind == "person" else "organization"
            found[anaphor.end_char] = Antecedent(start=anaphor.start_char, name=name, kind=kind)
    return found


def named_together(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, str, str]]:
    """Yield the pairs of names that `and` joins: `Russia and China`."""
    for first, second in itertools.pairwise(mentions):
        is_same_sort = (first.kind == "person") == (second.kind == "person")
        if is_same_sort and first.name != second.name and text[first.end_char : second.start_char] == " and ":
            kind = "named" if first.kind == "person" else "organization"
            yield first.start_char, f"{first.name} and {second.name}", kind


def title_gender_before(text: str, mention: Mention) -> str | None:
    """Give the gender that the title before a name shows: `Mrs. Clinton`, `sister Anna`; a full stop parts others."""
    words = text[max(0, mention.start_char - 15) : mention.start_char].split()
    if not words:
        return None
    word = words[-1].lower()
    return titles().get(word.removesuffix(".") if word in ABBREVIATED_TITLES else word)


def gender_votes(text: str, cast: Cast) -> dict[str, Counter[str]]:
    """Let every pronoun outside of quotations vote for the person named last before it."""
    votes: dict[str, Counter[str]] = {}
    people = [
        mention for mention in cast.mentions if mention.kind == "person" and not cast.is_quoted(mention.start_char)
    ]
    for pronoun in GENDERED_PRONOUN.finditer(text):
        index = bisect.bisect_left(people, pronoun.start(), key=start_of) - 1
        if index < 0 or pronoun.start() - people[index].end_char > VOTE_REACH or cast.is_quoted(pronoun.start()):
            continue
        gender = "masculine" if pronoun.group(1) else "feminine"
        weight = 1 if is_explained(pronoun.start(), gender, people=people, cast=cast) else UNEXPLAINED
        votes.setdefault(people[index].name, Counter())[gender] += weight
    return votes


def is_explained(place: int, gender: str, *, people: Sequence[Mention], cast: Cast) -> bool:
    """Tell whether somebody else known to be of a pronoun's gender is named not long before it.

    In `Anna took Lee home to meet her parents. She` the pronouns are Anna's and say nothing of Lee.
    """
    low = bisect.bisect_left(people, place - VOTE_REACH, key=start_of)
    high = bisect.bisect_left(people, place, key=start_of)
    last = people[high - 1].name
    return any(cast.genders.get(person.name) == gender and person.name != last for person in people[low:high])

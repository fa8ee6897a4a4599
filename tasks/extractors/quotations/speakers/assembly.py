"""Puts the article's table of names together."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from tasks.extractors.quotations.lexicon.genders import written_out
from tasks.extractors.quotations.speakers.aliases import aliases, start_of
from tasks.extractors.quotations.speakers.appositions import appositions
from tasks.extractors.quotations.speakers.cast import Antecedent, Cast
from tasks.extractors.quotations.speakers.gender_inference import infer_genders
from tasks.extractors.quotations.speakers.pronouns import begins_sentence
from warehouse.records import Anaphor, Mention

COUNTRY_KINDS = ("place", "nationality")
"""Kinds of mentions that speak of a country itself; a body has its country's code too."""
MEETING = re.compile(
    r" (?:(?:has |had )?(?:met|held talks|conferred|spoke)(?: with)?|received|hosted|visited|telephoned)"
    r" (?:(?:with|his|her|the) )?(?:[\w’'-]+,? ){0,5}"
)
NOUN_BEHIND = re.compile(
    r" (?!and\b|or\b|who\b|said\b|say\b|are\b|were\b|have\b|had\b|in\b|on\b|at\b|to\b|of\b|for\b|from\b)[a-z]"
)


def assemble(text: str, *, mentions: Iterable[Mention], quoted: Sequence[tuple[int, int]]) -> Cast:
    """Build the table: names in order, how often each comes, who holds which role, who is named together, genders."""
    cast = Cast(mentions=sorted(mentions, key=start_of), quoted=quoted)
    for mention in cast.mentions:
        cast.counts[mention.name] += 1
        if mention.role:
            cast.roles.setdefault(mention.name, set()).add(written_out(mention.role))
        if mention.kind == "person":
            cast.roles.setdefault(mention.name, set()).update(appositions(text, mention))
    cast.aliases.update(aliases(text, cast.mentions))
    cast.pairs.extend(sorted(named_together(text, cast.mentions)))
    countries = [mention for mention in cast.mentions if mention.kind in COUNTRY_KINDS and mention.country_code]
    cast.country_pairs.extend(named_together(text, countries))
    infer_genders(text, cast)
    return cast


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
    """Yield the pairs of names that `and` joins: `Russia and China`, but not `Russian and Chinese officials`.

    So are two people of whom one meets the other, whoever else is named between them.
    """
    for first, second in itertools.pairwise(mentions):
        is_same_sort = (first.kind == "person") == (second.kind == "person") and not describes(text, second)
        if is_same_sort and first.name != second.name and text[first.end_char : second.start_char] == " and ":
            kind = "named" if first.kind == "person" else "organization"
            yield first.start_char, f"{first.name} and {second.name}", kind
    people = [mention for mention in mentions if mention.kind == "person"]
    for first, second in itertools.pairwise(people):
        if first.name != second.name and meets(text, first, second):
            yield first.start_char, f"{first.name} and {second.name}", "named"


def meets(text: str, first: Mention, second: Mention) -> bool:
    """Tell whether somebody with whom a sentence begins meets another: `Orlov met his Omsk counterpart, Hill`."""
    return MEETING.fullmatch(text, first.end_char, second.start_char) is not None and begins_sentence(
        text, first.start_char
    )


def describes(text: str, mention: Mention) -> bool:
    """Tell whether the name of a people is the adjective of a noun behind it: `Chinese| officials`."""
    return mention.kind == "nationality" and NOUN_BEHIND.match(text, mention.end_char) is not None

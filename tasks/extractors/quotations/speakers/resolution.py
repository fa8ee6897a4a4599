"""Resolves a speaker as written to the name that the article knows it by, and says what kind of speaker it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.extractors.quotations.lexicon.genders import titles
from tasks.extractors.quotations.marks.nicknames import nicknames
from tasks.extractors.quotations.marks.statements import Attribution
from tasks.extractors.quotations.speakers.bodies import (
    body_before,
    body_beside,
    body_called,
    body_meant,
    firm_meant,
    is_firm_alone,
)
from tasks.extractors.quotations.speakers.cast import Cast
from tasks.extractors.quotations.speakers.epithets import described_anew
from tasks.extractors.quotations.speakers.pronouns import (
    BREAK,
    FEMININE,
    MASCULINE,
    NARRATOR,
    NOBODY,
    PLURAL,
    SOMEBODY,
    Discourse,
    antecedent_of,
    begins_sentence,
)
from tasks.extractors.quotations.speakers.roles import (
    bearer_at_end,
    bearer_beside,
    bearer_of,
    bearer_with_letters,
    employed,
    holder_after,
    holder_of,
    holder_within,
    owner_of,
)
from tasks.extractors.vocabulary.nouns import noun_kind
from warehouse.records import Article, Mention

ARTICLE = re.compile(r"\A(?:the|a|an|this|that|its|their|his|her|our)\s+", re.IGNORECASE)
BOTH = re.compile(
    r"(?:(?:the|both|two|of|them)\s+){1,4}(?:sides|countries|governments|parties|leaders|men|women|presidents|ministers|"
    r"capitals|nations|states|two|both)$"
    r"|(?:both|(?:the )?two) (?:of the )?"
    r"(?:banks|companies|firms|airlines|unions|clubs|groups|agencies|newspapers|carriers|carmakers)$",
    re.IGNORECASE,
)
"""Two who were named before: `both sides`, `the two countries`, `the two`."""
NO_NAME = frozenset(",;:()<>\n")
"""What a phrase that is more than a name holds."""
JOINT = re.compile(r" (?:and|or|&) |, |/")
"""What parts those who speak together."""
COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Dr)\.?\s+(?=[A-Z])")
COUNTERPART = re.compile(r" and (?:his|her|their) (?:[\w’'-]+ ){0,4}(?:counterpart|deputy|successor|predecessor)$")
"""Whose name follows behind a comma: `Orlov and his Omsk counterpart|, Rosa Hill,`."""
MARK = re.compile(r"[“”\"„«»]|''|``")
"""A quotation mark: a phrase that holds only one of a pair is no name."""
THE_COUNTRY = "US"
"""No pronoun, as its small letters are."""
FARTHEST_BOTH = 600
"""Characters between two who spoke and the `both` that means them."""
FARTHEST_PAIR = 2
"""Ends of sentences between two named together and the `they` that means them."""
COUNTRIES = re.compile(r"(?:countries|nations|states)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks: the full name, if there is one, and the kind of speaker."""

    name: str | None
    kind: str | None


UNNAMED = Speaker(name=None, kind="unnamed")


def resolve(
    article: Article,
    attribution: Attribution,
    *,
    cast: Cast,
    discourse: Discourse,
    said: Sequence[tuple[int, int]] = (),
) -> Speaker:
    """Find the full name behind a speaker as written, and remember who has spoken.

    `said` has the places of what is reported before a pronoun: nobody calls himself by name in his own words.
    """
    before = min((start for start, end in said if end <= attribution.head[0]), default=None)
    speaker = identify(article, attribution, cast=cast, discourse=discourse, before=before)
    meant = cast.aliases.get(speaker.name or "")
    if meant is not None:
        speaker = Speaker(name=meant.name, kind=kind_of_mention(meant))
    place = attribution.head[0]
    if speaker.name and speaker.kind == "named" and " and " not in speaker.name:
        discourse.singular.append((place, speaker.name))
    elif speaker == UNNAMED and is_somebody(article.text, attribution):
        discourse.singular.append((place, somebody_of(article.text[slice(*attribution.head)])))
    elif speaker.name and speaker.name in cast.counts and is_one_body(speaker, attribution, cast=cast):
        discourse.bodies.append((place, speaker.name))
    if speaker.kind and attribution.is_plural and (speaker.kind != "named" or " and " in (speaker.name or "")):
        discourse.plural.append((place, speaker.name, speaker.kind))
    return speaker


def is_one_body(speaker: Speaker, attribution: Attribution, *, cast: Cast) -> bool:
    """Tell whether one body speaks, be its name a plural: `Halden Partners`, unlike `Halden and Arkon`."""
    if speaker.kind != "organization":
        return False
    named = cast.covering(*attribution.head)
    is_whole = named is not None and named.kind == "organization" and named.end_char == attribution.speaker[1]
    return not attribution.is_plural or is_whole


def somebody_of(noun: str) -> str:
    """Give what stands for a speaker without a name: for a man or a woman, as the noun shows: `a widow`."""
    shown = titles().get(noun.lower())
    return next(name for name, gender in SOMEBODY.items() if gender == shown)


def is_somebody(text: str, attribution: Attribution) -> bool:
    """Tell whether a speaker without a name is one person, whom a pronoun may mean: `a 71-year-old widow`."""
    return not attribution.is_plural and noun_kind(text[slice(*attribution.head)]) == "person"


def identify(
    article: Article, attribution: Attribution, *, cast: Cast, discourse: Discourse, before: int | None
) -> Speaker:
    """Look a speaker up: a pronoun by whom it means, a name in the table, a body by what it is called.

    A pronoun means nobody who is named between `before`, where its statement begins, and its own place.
    """
    head = article.text[slice(*attribution.head)]
    word = "" if head == THE_COUNTRY else head.lower()
    place = attribution.head[0]
    if word in MASCULINE or word in FEMININE:
        gender = "masculine" if word in MASCULINE else "feminine"
        name = antecedent_of(article.text, place, gender=gender, cast=cast, discourse=discourse, before=before)
        return Speaker(name=name, kind="named" if name else "unnamed")
    if word == "both":
        return last_two(place, discourse=discourse)
    if word in PLURAL:
        return last_group(article.text, place if before is None else before, cast=cast, discourse=discourse)
    if word in NARRATOR or word in NOBODY or is_for_body(article.text, attribution, cast=cast):
        is_told = word in NARRATOR and cast.narrator is not None
        return Speaker(name=cast.narrator, kind="named") if is_told else UNNAMED
    if word == "it":
        body = body_before(article.text, place, cast=cast, spoke=last_body(discourse), before=before)
        return Speaker(name=body, kind="organization" if body else "unnamed")
    speaker = identify_phrase(article.text, attribution, cast=cast)
    is_unknown = speaker.kind == "organization" and speaker.name not in cast.counts
    is_called = speaker.kind == "organization" and is_firm_alone(article.text, attribution)
    is_open = is_unknown or (is_called and bool(discourse.bodies))
    firm = firm_meant(article.text, attribution, cast=cast, bodies=discourse.bodies) if is_open else None
    is_same = firm is None or (not is_unknown and (speaker.name or "").startswith(f"{firm} "))
    return speaker if is_same else Speaker(name=firm, kind="organization")


def last_body(discourse: Discourse) -> tuple[int, str] | None:
    """Give the body that spoke last, and where."""
    return discourse.bodies[-1] if discourse.bodies else None


def last_two(place: int, *, discourse: Discourse) -> Speaker:
    """Find the two who spoke last, one after the other, whom `both` means."""
    near = [name for start, name in discourse.singular if place - start < FARTHEST_BOTH and name not in SOMEBODY]
    names = list(dict.fromkeys(reversed(near)))[:2]
    return Speaker(name=f"{names[1]} and {names[0]}", kind="named") if len(names) == 2 else UNNAMED


def last_group(text: str, place: int, *, cast: Cast, discourse: Discourse) -> Speaker:
    """Find the several that `they` means: whoever spoke last as a group, or two named together before.

    Two named since then are meant only where they begin a sentence: others may be part of what the group said.
    """
    pair = cast.pair_before(place)
    group = discourse.plural[-1] if discourse.plural else None
    if group is not None and (pair is None or group[0] >= pair[0] or not begins_sentence(text, pair[0])):
        return Speaker(name=group[1], kind=group[2])
    is_near = pair is not None and len(BREAK.findall(text, pair[0], place)) <= FARTHEST_PAIR
    return Speaker(name=pair[1], kind=pair[2]) if pair and is_near else UNNAMED


def identify_phrase(text: str, attribution: Attribution, *, cast: Cast) -> Speaker:
    """Look a noun phrase up among the names; what no name covers is two named before, a body, or unnamed."""
    start, end = attribution.speaker
    meant = cast.antecedents.get(attribution.head[1]) or cast.antecedents.get(end)
    if meant is not None and meant.start <= attribution.head[0]:
        return Speaker(name=meant.name, kind=meant.kind)
    named = named_in(text, attribution, cast=cast)
    if named is not None:
        return Speaker(name=named, kind="named")
    last = bearer_at_end(text, attribution, cast=cast)
    if last is not None:
        return Speaker(name=last.name, kind="named")
    mention = employed(text, attribution, cast=cast) or cast.covering(*attribution.head)
    mention = mention or holder_after(text, attribution, cast=cast) or holder_within(text, attribution, cast=cast)
    if mention is not None:
        joined = names_in(text, cast, start, end) if attribution.is_plural and JOINT.search(text, start, end) else []
        counterpart = cast.covering(end + 2, end + 3) if COUNTERPART.search(text, start, end) else None
        joined += [counterpart.name] if joined and counterpart and counterpart.kind == "person" else []
        name = " and ".join(joined) if len(joined) > 1 else mention.name
        return Speaker(name=name, kind=kind_of_mention(mention))
    if BOTH.match(text[start:end]):
        pair = cast.pair_before(start, of_countries=COUNTRIES.search(text, start, end) is not None)
        return Speaker(name=pair[1], kind=pair[2]) if pair else UNNAMED
    return identify_common_noun(text, attribution, cast=cast)


def is_for_body(text: str, attribution: Attribution, *, cast: Cast) -> bool:
    """Tell whether a phrase ends with somebody who speaks for the body in it: `a Council of Trade |spokesman`."""
    body = cast.covering(*attribution.head)
    if body is None or body.kind != "organization" or attribution.is_plural:
        return False
    last = text[: attribution.speaker[1]].rsplit(maxsplit=1)[-1]
    is_behind = body.end_char <= attribution.speaker[1] - len(last)
    return is_behind and last.islower() and noun_kind(last) == "person"


def named_in(text: str, attribution: Attribution, *, cast: Cast) -> str | None:
    """Give the name of somebody called by a nickname in quotation marks, a surname in capitals, or a party."""
    start, end = attribution.speaker
    if next(nicknames(text, start=start, end=end), None) is not None:
        return text[start:end]
    head = text[slice(*attribution.head)]
    if head.isupper():
        return bearer_of(head, cast=cast)
    member = cast.covering(*attribution.head)
    is_member = member is not None and member.kind == "nationality"
    return described_anew(text, attribution, cast=cast) if is_member else None


def identify_common_noun(text: str, attribution: Attribution, *, cast: Cast) -> Speaker:
    """Find who owns words, who alone holds a role, or the body that a phrase without any name speaks of."""
    phrase, head = text[slice(*attribution.speaker)], text[slice(*attribution.head)]
    kind = noun_kind(head)
    owner = owner_of(text, attribution, cast=cast) if kind == "carrier" else None
    meant = owner or (body_called(text, attribution, cast=cast) if kind == "organization" else None)
    meant = meant or body_beside(text, attribution, cast=cast) or bearer_with_letters(text, attribution, cast=cast)
    meant = meant or bearer_beside(text, attribution, cast=cast) or body_meant(text, attribution, cast=cast)
    if meant is not None:
        return Speaker(name=meant.name, kind=kind_of_mention(meant))
    holder = holder_of(text, attribution, cast=cast)
    holder = holder or described_anew(text, attribution, cast=cast)
    if holder is not None:
        return Speaker(name=holder, kind="named")
    if len(MARK.findall(phrase)) % 2 or not NO_NAME.isdisjoint(phrase):
        return UNNAMED
    is_courteous = COURTESY.match(phrase) is not None and not attribution.is_plural and head[:1].isupper()
    is_capital = kind is None and head[:1].isupper() and attribution.head[0] != attribution.speaker[0]
    if not is_courteous and (kind == "organization" or is_capital):
        return Speaker(name=ARTICLE.sub("", phrase, count=1), kind="organization")
    if is_courteous or (attribution.is_name and not attribution.is_plural and kind is None):
        bare = COURTESY.sub("", ARTICLE.sub("", phrase, count=1), count=1)
        return Speaker(name=bearer_of(head, cast=cast) or bare, kind="named")
    return UNNAMED


def kind_of_mention(mention: Mention) -> str:
    """Say what kind of speaker a mention makes: a person is named, a country or body speaks as an organization."""
    return "named" if mention.kind == "person" else "organization"


def names_in(text: str, cast: Cast, start: int, end: int) -> list[str]:
    """List the different names in a phrase that `and` or a comma parts, in order.

    Of those that nothing parts, `the Oslo-based Nordic Council`, a person speaks, or else the last one.
    """
    members: list[list[Mention]] = []
    for mention in cast.before(end, reach=end - start):
        if mention.end_char > end:
            continue
        last = members[-1][-1].end_char if members else start
        if members and not JOINT.search(text, last, mention.start_char):
            members[-1].append(mention)
        else:
            members.append([mention])
    speakers = [next((each for each in member if each.kind == "person"), member[-1]) for member in members]
    people = [mention for mention in speakers if mention.kind == "person"]
    places = ("place", "nationality")
    told = [mention for mention in speakers if mention.kind not in places] if people else speakers
    return list(dict.fromkeys(mention.name for mention in told))

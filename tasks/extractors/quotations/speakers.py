"""Resolves a speaker as written to the name that the article knows it by, and says what kind of speaker it is."""

from dataclasses import dataclass

from tasks.extractors.quotations.statements import Attribution
from tasks.extractors.quotations.cast import Cast
from tasks.extractors.quotations.pronouns import FEMININE, MASCULINE, NARRATOR, PLURAL, Floor, person_for
from warehouse.records import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks: the full name, if there is one, and the kind of speaker."""

    name: str | None
    kind: str | None


UNNAMED = Speaker(name=None, kind="unnamed")


def resolve(article: Article, attribution: Attribution, *, cast: Cast, floor: Floor) -> Speaker:
    """Find the full name behind a speaker as written, and remember who has spoken."""
    speaker = identify(article, attribution, cast=cast, floor=floor)
    place = attribution.head[0]
    if speaker.name:
        (floor.plural if attribution.is_plural else floor.singular).append((place, speaker.name))
    return speaker


def identify(article: Article, attribution: Attribution, *, cast: Cast, floor: Floor) -> Speaker:
    """Look a speaker up: a pronoun by whom it means, a name in the table."""
    word = article.text[slice(*attribution.head)].lower()
    place = attribution.head[0]
    if word in MASCULINE or word in FEMININE:
        gender = "masculine" if word in MASCULINE else "feminine"
        name = person_for(article.text, place, gender=gender, cast=cast, floor=floor)
        return Speaker(name=name, kind="named" if name else "unnamed")
    if word in PLURAL:
        return Speaker(name=floor.plural[-1][1], kind="named") if floor.plural else UNNAMED
    if word in NARRATOR:
        return Speaker(name=article.byline, kind="named" if article.byline else "unnamed")
    mention = cast.covering(*attribution.head)
    if mention is None:
        return UNNAMED
    return Speaker(name=mention.name, kind="named" if mention.kind == "person" else "organization")

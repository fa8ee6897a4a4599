"""Who and what the mentions of many articles refer to: one entity per real thing, whatever it is called.

An entity's key rests on what its names have in common, never on the order in which articles arrive. Where two people
may be meant, they stay two: a surname alone joins a full name only if no other person of the corpus has that surname.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tasks.extractors.mentions.kinds.national import parted
from tasks.extractors.mentions.lexicon.countries import names_by_code
from tasks.extractors.mentions.lexicon.locations import country_of, locate
from tasks.resolvers.entities.bodies import Expansions, known_expansions, thing_key
from tasks.resolvers.entities.people import People, known_people, person_key
from warehouse.records import Entity, EntityName, EntityRole, Mention, content_key

VERSION = "4"
"""To be raised with every change of what is resolved: entities are then made anew."""
Key = tuple[str, ...]
"""What is hashed into an entity's id: its kind first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedMention:
    """A mention with its key, which stays what it is where a correction changes the kind, and its article's day."""

    mention_id: str
    mention: Mention
    published_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The entities of a corpus, their names and roles, and the entity of each mention by the mention's key."""

    entity_ids: dict[str, str]
    entities: list[Entity]
    names: list[EntityName]
    roles: list[EntityRole]


def resolve(dated: Iterable[DatedMention]) -> Resolution:
    """Resolve all mentions of a corpus; the same mentions give the same result in any order."""
    ordered = sorted(dated, key=lambda each: (each.mention.article_id, each.mention.start_char, each.mention_id))
    people = known_people(each.mention for each in ordered)
    expansions = known_expansions(each.mention for each in ordered)
    members: dict[Key, list[DatedMention]] = defaultdict(list)
    for each in ordered:
        members[key_of(each.mention, people, expansions)].append(each)
    ids = {key: content_key("entity", *key) for key in members}
    entity_ids = {each.mention_id: ids[key] for key, group in members.items() for each in group}
    return Resolution(
        entity_ids=entity_ids,
        entities=sorted(
            (entity(ids[key], key, group) for key, group in members.items()), key=lambda row: row.entity_id
        ),
        names=[row for key, group in members.items() for row in names(ids[key], group)],
        roles=roles(ordered, entity_ids),
    )


def key_of(mention: Mention, people: People, expansions: Expansions) -> Key:
    """Tell what an entity is known by: a country by its code, a person by the folded name, the rest by their names."""
    if mention.kind == "person":
        return person_key(mention, people)
    if mention.country_code and mention.kind in ("place", "nationality"):
        return ("country", mention.country_code)
    return thing_key(mention, expansions)


def entity(entity_id: str, key: Key, group: Sequence[DatedMention]) -> Entity:
    """Describe one entity by its mentions."""
    days = sorted(each.published_on for each in group if each.published_on)
    name = best_name(key, group)
    location = locate(key[1]) or locate(name) if key[0] == "place" else None
    if key[0] == "place":
        codes = {country_of(key[1]) or country_of(name)}
    else:
        codes = {each.mention.country_code for each in group}
    return Entity(
        entity_id=entity_id,
        kind=key[0],
        name=name,
        country_code=min(filter(None, codes), default=None),
        latitude=location.latitude if location else None,
        longitude=location.longitude if location else None,
        first_seen_on=days[0] if days else None,
        last_seen_on=days[-1] if days else None,
        mention_count=len(group),
    )


def best_name(key: Key, group: Sequence[DatedMention]) -> str:
    """Choose the name used most; of equals the longer, then the first by alphabet.

    A country has its usual name: United States where all that is said is `U.S.`, China where it is `Chinese`. A
    national body has a name with its state's, if there is one.
    """
    if key[0] == "country" and key[1] in names_by_code():
        return names_by_code()[key[1]]
    nouns = [each for each in group if each.mention.kind != "nationality"]
    whole = [each for each in group if parted(each.mention.name)[1]] if key[0] == "organization" else []
    counts = Counter(each.mention.name for each in whole or nouns or group)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def names(entity_id: str, group: Sequence[DatedMention]) -> list[EntityName]:
    """Count the names that an entity is called by, as written."""
    counts = Counter(" ".join(each.mention.text.split()) for each in group)
    return [
        EntityName(entity_id=entity_id, name=name, mention_count=counts[name])
        for name in sorted(counts, key=lambda name: (-counts[name], name))
    ]


def roles(ordered: Iterable[DatedMention], entity_ids: Mapping[str, str]) -> list[EntityRole]:
    """List the offices stated of people, each with the country that it is stated to be of."""
    return [
        EntityRole(
            entity_id=entity_ids[each.mention_id],
            role=each.mention.role,
            country_code=each.mention.role_country_code,
            stated_on=each.published_on,
            mention_id=each.mention_id,
        )
        for each in ordered
        if each.mention.role
    ]

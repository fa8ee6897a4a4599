"""Who and what the mentions of many articles refer to: one entity per real thing, whatever it is called.

An entity's key rests on what its names have in common, never on the order in which articles arrive. Where two people
may be meant, they stay two: a surname alone joins a full name only if no other person of the corpus has that surname.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from tasks.extractors.mentions.kinds.national import parted
from tasks.extractors.mentions.lexicon.countries import names_by_code
from tasks.extractors.mentions.lexicon.locations import country_of, locate
from tasks.resolvers.entities.bodies import Expansions, known_expansions, thing_key
from tasks.resolvers.entities.people import People, known_people, person_key
from warehouse.records import Entity, EntityName, EntityRole, Mention, MentionEntity, content_key

VERSION = "5"
"""To be raised with every change of what is resolved: entities are then made anew."""
Key = tuple[str, ...]
"""What is hashed into an entity's id: its kind first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedMention:
    """A mention with its key, which stays what it is where a correction changes the kind, and its article's day."""

    mention_id: str
    mention: Mention
    published_on: date | None


@dataclass(slots=True)
class Group:
    """What the mentions of one entity say of it, added up, so that none of them need be kept.

    `names` counts the names that articles give it, apart for those that are of a nationality; `texts` what is written.
    """

    mention_count: int = 0
    first_seen_on: date | None = None
    last_seen_on: date | None = None
    country_codes: set[str] = field(default_factory=set)
    names: dict[tuple[str, bool], int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)

    def add(self, each: DatedMention) -> None:
        """Take in one more mention."""
        mention, day = each.mention, each.published_on
        self.mention_count += 1
        if day:
            self.first_seen_on = min(day, self.first_seen_on or day)
            self.last_seen_on = max(day, self.last_seen_on or day)
        if mention.country_code:
            self.country_codes.add(mention.country_code)
        name = mention.name, mention.kind == "nationality"
        self.names[name] = self.names.get(name, 0) + 1
        text = " ".join(mention.text.split())
        self.texts[text] = self.texts.get(text, 0) + 1


class Resolution:
    """The entities of a corpus: those of its mentions as they are gone through, then the rows that follow from all.

    The mentions are gone through twice, one at a time, and may come in any order: what is kept grows with the entities
    and their names, not with the mentions.
    """

    def __init__(self, mentions: Iterable[DatedMention]) -> None:
        """Gather from all mentions the people named in full and the acronyms spelled out; `links` is to follow."""
        self._mentions = mentions
        self._people = known_people(each.mention for each in mentions)
        self._expansions = known_expansions(each.mention for each in mentions)
        self._groups: dict[Key, Group] = {}
        self.roles: list[EntityRole] = []

    def links(self) -> Iterator[MentionEntity]:
        """Yield the entity of each mention; only when all are yielded do `entities`, `names` and `roles` know all."""
        self._groups, self.roles = {}, []
        for each in self._mentions:
            key = key_of(each.mention, self._people, self._expansions)
            if key not in self._groups:
                self._groups[key] = Group()
            self._groups[key].add(each)
            entity_id = content_key("entity", *key)
            if each.mention.role:
                self.roles.append(role(each, each.mention.role, entity_id=entity_id))
            yield MentionEntity(mention_id=each.mention_id, entity_id=entity_id)

    def entities(self) -> Iterator[Entity]:
        """Describe each entity, in the order of the keys."""
        described = (entity(key, group) for key, group in self._groups.items())
        return iter(sorted(described, key=lambda row: row.entity_id))

    def names(self) -> Iterator[EntityName]:
        """Count the names that each entity is called by, as written."""
        for key, group in self._groups.items():
            entity_id = content_key("entity", *key)
            for name, count in group.texts.items():
                yield EntityName(entity_id=entity_id, name=name, mention_count=count)


def key_of(mention: Mention, people: People, expansions: Expansions) -> Key:
    """Tell what an entity is known by: a country by its code, a person by the folded name, the rest by their names."""
    if mention.kind == "person":
        return person_key(mention, people)
    if mention.country_code and mention.kind in ("place", "nationality"):
        return ("country", mention.country_code)
    return thing_key(mention, expansions)


def entity(key: Key, group: Group) -> Entity:
    """Describe one entity by what its mentions say."""
    name = best_name(key, group)
    location = locate(key[1]) or locate(name) if key[0] == "place" else None
    codes = {country_of(key[1]) or country_of(name)} if key[0] == "place" else group.country_codes
    return Entity(
        entity_id=content_key("entity", *key),
        kind=key[0],
        name=name,
        country_code=min(filter(None, codes), default=None),
        latitude=location.latitude if location else None,
        longitude=location.longitude if location else None,
        first_seen_on=group.first_seen_on,
        last_seen_on=group.last_seen_on,
        mention_count=group.mention_count,
    )


def best_name(key: Key, group: Group) -> str:
    """Choose the name used most; of equals the longer, then the first by alphabet.

    A country has its usual name: United States where all that is said is `U.S.`, China where it is `Chinese`. A
    national body has a name with its state's, if there is one.
    """
    if key[0] == "country" and key[1] in names_by_code():
        return names_by_code()[key[1]]
    nouns = counted(group, lambda _, is_nationality: not is_nationality)
    whole = counted(group, lambda name, _: bool(parted(name)[1])) if key[0] == "organization" else None
    counts = whole or nouns or counted(group, lambda _, __: True)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def counted(group: Group, is_wanted: Callable[[str, bool], bool]) -> dict[str, int]:
    """Count the names that are wanted, by name and by whether it is one of a nationality."""
    counts: dict[str, int] = {}
    for (name, is_nationality), count in group.names.items():
        if is_wanted(name, is_nationality):
            counts[name] = counts.get(name, 0) + count
    return counts


def role(each: DatedMention, stated: str, *, entity_id: str) -> EntityRole:
    """Put down an office stated of a person, with the country that it is stated to be of."""
    return EntityRole(
        entity_id=entity_id,
        role=stated,
        country_code=each.mention.role_country_code,
        stated_on=each.published_on,
        mention_id=each.mention_id,
    )

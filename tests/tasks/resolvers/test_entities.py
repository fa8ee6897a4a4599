"""Entities across articles: how names fold, what stays apart, and how well a written corpus is resolved."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from random import Random
from typing import NamedTuple

import pytest

from tasks.extractors import mentions
from tasks.extractors.mentions.kinds.national import parted
from tasks.extractors.mentions.lexicon.locations import country_of, locate
from tasks.extractors.mentions.lexicon.spelling import normalised
from tasks.formats.article import bare_article
from tasks.resolvers.entities.corrections import CorrectedMentions, Correction, CorrectionError, read_corrections
from tasks.resolvers.entities.entities import DatedMention, Resolution
from tasks.resolvers.entities.folding import distinctions, folded, folded_person
from tasks.resolvers.fact_corrections import check_correction
from tests.support.places import CASE_FILES
from warehouse.records import Entity, EntityName, EntityRole

LINK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
CORPUS = [
    line for line in (CASE_FILES / "entities.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
]
DAY = date(1999, 3, 15)


def dated(*texts: str) -> list[DatedMention]:
    found = []
    for number, text in enumerate(texts):
        article = bare_article(text, article_id=f"article {number:02}", published_on=DAY)
        found += [
            DatedMention(mention_id=mention.key, mention=mention, published_on=DAY)
            for mention in mentions.find(article)
        ]
    return found


class Resolved(NamedTuple):
    """All that a corpus resolves to, in an order of its own."""

    entity_ids: dict[str, str]
    entities: list[Entity]
    names: list[EntityName]
    roles: list[EntityRole]


def resolve(mentions: Iterable[DatedMention]) -> Resolved:
    resolution = Resolution(mentions)
    entity_ids = {link.mention_id: link.entity_id for link in resolution.links()}
    return Resolved(
        entity_ids=dict(sorted(entity_ids.items())),
        entities=list(resolution.entities()),
        names=sorted(resolution.names(), key=lambda row: (row.entity_id, row.name)),
        roles=sorted(resolution.roles, key=lambda row: row.mention_id),
    )


def named(resolution: Resolved) -> dict[str, int]:
    return {entity.name: entity.mention_count for entity in resolution.entities}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sergeev", "Sergeyev"),
        ("Lukashenka", "Lukashenko"),
        ("Kirienko", "Kiriyenko"),
        ("Yeltsin", "Eltsin"),
        ("Yevgeny", "Evgenii"),
        ("Alexandr", "Aleksandr"),
        ("Yuri", "Iurii"),
        ("Tchernomyrdin", "Chernomyrdin"),
        ("Zyuganov", "Ziuganov"),
        ("Müller", "Muller"),
    ],
)
def test_folded_joins_transliterations(first: str, second: str) -> None:
    assert folded(first) == folded(second)


@pytest.mark.parametrize(("first", "second"), [("Petrov", "Perov"), ("Ivanov", "Ivanova"), ("Marina", "Maria")])
def test_folded_keeps_other_names_apart(first: str, second: str) -> None:
    assert folded(first) != folded(second)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Igor Dmitrievich Sergeev", ("igor", "sergev")),  # without the patronymic
        ("Alexander Lebed", ("aleksandr", "lebed")),  # as the Russian form of the name
        ("Hafez al-Assad", ("hafez", "asad")),  # without the Arabic article
        ("Kim Jong-il", ("kim", "iong", "il")),
        ("Anna Petrova-Lisina", ("ana", "petrova-lisina")),  # of two names, but one surname
        ("Martin Luther King Jr.", ("martin", "luther", "king")),
        ("John F. Kennedy", ("iohn", "kenedi")),
        ("Kim Il Sung", ("kim", "il", "sung")),  # all of a Korean name counts
        ("Sergeev", ("sergev",)),
    ],
)
def test_folded_person_drops_what_is_often_left_out(name: str, words: tuple[str, ...]) -> None:
    assert folded_person(name) == words


@pytest.mark.parametrize(
    ("name", "apart"),
    [
        ("George W. Bush", ("w",)),
        ("Boris Nikolaevich Yeltsin", ("nikolaevich",)),
        ("Martin King Sr.", ("sr",)),
        ("Boris Yeltsin", ()),
    ],
)
def test_distinctions_are_what_is_often_left_out(name: str, apart: tuple[str, ...]) -> None:
    assert distinctions(name) == apart


def test_normalised_ignores_article_and_typography() -> None:
    assert normalised("The People’s  Bank") == normalised("people's bank.")


def test_resolve_joins_the_names_of_a_country() -> None:
    resolution = resolve(dated("The U.S. and the United States agreed.", "The US and American envoys left."))
    (country,) = resolution.entities
    assert (country.kind, country.name, country.country_code, country.mention_count) == (
        "country",
        "United States",
        "US",
        4,
    )
    assert {row.name for row in resolution.names} == {"U.S.", "United States", "US", "American"}


def test_resolve_leaves_an_ambiguous_surname_alone() -> None:
    resolution = resolve(
        dated("Envoy Igor Baranov spoke.", "Envoy Sergei Baranov spoke.", "Deputy Minister Baranov left early.")
    )
    assert named(resolution) == {"Igor Baranov": 1, "Sergei Baranov": 1, "Baranov": 1}


def test_resolve_joins_a_lone_surname_with_its_only_bearer() -> None:
    resolution = resolve(dated("Envoy Igor Baranov spoke.", "Deputy Minister Baranov left early."))
    assert named(resolution) == {"Igor Baranov": 2}


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (("Envoy Boris N. Orlov spoke.", "Envoy Boris Nikolaevich Orlov spoke."), {"Boris Nikolaevich Orlov": 2}),
        (("Envoy Boris N. Orlov spoke.", "Envoy Boris T. Orlov spoke."), {"Boris N. Orlov": 1, "Boris T. Orlov": 1}),
        (("Envoy Laszlo Nemeth spoke.", "Envoy Nemeth Gerhard spoke."), {"Laszlo Nemeth": 1, "Nemeth Gerhard": 1}),
    ],
    ids=["initial of a patronymic", "two initials", "two given names"],
)
def test_resolve_tells_people_by_middle_names(texts: tuple[str, ...], names: dict[str, int]) -> None:
    assert named(resolve(dated(*texts))) == names


def test_resolve_gives_a_given_name_alone_to_nobody() -> None:
    found = [
        DatedMention(mention_id=name, mention=replace(each.mention, name=name), published_on=DAY)
        for each in dated("Envoy Boris Orlov spoke.")
        for name in ("Boris Orlov", "Boris", "Orlov")
    ]
    assert named(resolve(found)) == {"Boris Orlov": 2, "Boris": 1}


@pytest.mark.parametrize(
    ("name", "alone"),
    [
        ("Foreign Ministry", ("foreign ministry", "")),
        ("Russian Foreign Ministry", ("foreign ministry", "Russian")),
        ("South Korean Ministry of Foreign Affairs", ("foreign ministry", "South Korean")),
        ("Ministry of Defence", ("defense ministry", "")),
        ("Ministry of Defense of Ukraine", ("defense ministry", "Ukraine")),
        ("Supreme Court of the United States", ("supreme court", "United States")),
        ("Ukraine’s Parliament", ("parliament", "Ukraine")),
        ("Gazprom", ("", "")),
        ("Bank of China", ("", "")),  # not every state has one
    ],
)
def test_parted_parts_a_body_from_its_state(name: str, alone: tuple[str, str]) -> None:
    assert parted(name) == alone


def test_resolve_states_roles_with_country_and_day() -> None:
    (role,) = resolve(dated("Russian Defense Minister Igor Baranov spoke.")).roles
    assert (role.role, role.country_code, role.stated_on) == ("Defense Minister", "RU", DAY)


def test_resolve_does_not_depend_on_the_order_of_arrival() -> None:
    found = dated(*(LINK.sub(r"\1", line) for line in CORPUS[:6]))
    shuffled = Random(7).sample(found, len(found))
    assert resolve(found) == resolve(shuffled)


def test_resolve_locates_cities() -> None:
    (city,) = resolve(dated("The envoys met in Vladivostok yesterday.")).entities
    assert (city.country_code, city.latitude and round(city.latitude), city.longitude and round(city.longitude)) == (
        "RU",
        43,
        132,
    )


@pytest.mark.parametrize(
    ("name", "country_code"),
    [
        ("Vladivostok", "RU"),
        ("Springfield", None),  # many of one size
        ("Birmingham, Alabama", "US"),
        ("Birmingham, England", "GB"),
        ("Birmingham, Lebanon", None),
        ("Black Sea", None),  # no city
        ("les Escaldes", None),  # too small to be sure
    ],
)
def test_locate_refuses_what_is_not_sure(name: str, country_code: str | None) -> None:
    location = locate(name)
    assert (location.country_code if location else None) == country_code


@pytest.mark.parametrize(
    ("name", "country_code"),
    [
        ("Vladivostok", "RU"),
        ("Alabama", "US"),
        ("Georgia, United States", "US"),
        ("Springfield", None),
        ("Black Sea", None),
        ("Gujarat", "IN"),
        ("Krasnodar Territory", "RU"),
        ("Republic of Dagestan", "RU"),
        ("Xinjiang", "CN"),
        ("Queensland", "AU"),
        ("Punjab", None),  # of two countries
        ("Punjab, Pakistan", "PK"),
        ("Smallville, Kenya", "KE"),  # no city that is known, but the text says where it lies
    ],
)
def test_country_of_needs_no_coordinates(name: str, country_code: str | None) -> None:
    assert country_of(name) == country_code


CORRECTABLE = ("Envoy Igor Baranov spoke.", "Envoy Sergei Baranov spoke.", "Georgia voted.")


@pytest.mark.parametrize(
    ("correction", "names"),
    [
        (
            Correction(action="merge", kind="person", name="Sergei Baranov", value="Igor Baranov"),
            {"Igor Baranov": 2, "Georgia": 1},
        ),
        (
            Correction(action="rename", kind="person", name="Igor Baranov", value="Igor Baranow"),
            {"Igor Baranow": 1, "Sergei Baranov": 1, "Georgia": 1},
        ),
        (
            Correction(
                action="split", kind="place", name="Georgia", value="Georgia (U.S. state)", article_id="article 02"
            ),
            {"Igor Baranov": 1, "Sergei Baranov": 1, "Georgia (U.S. state)": 1},
        ),
        (
            Correction(action="retype", kind="place", name="Georgia", value="organization"),
            {"Igor Baranov": 1, "Sergei Baranov": 1, "Georgia": 1},
        ),
        (
            Correction(action="not an entity", kind="place", name="Georgia"),
            {"Igor Baranov": 1, "Sergei Baranov": 1},
        ),
    ],
    ids=lambda value: value.action if isinstance(value, Correction) else "",
)
def test_corrected_wins_over_the_resolver(correction: Correction, names: dict[str, int]) -> None:
    found = dated(*CORRECTABLE)
    mentions = CorrectedMentions(found, [correction])
    resolution = resolve(mentions)
    assert mentions.counts[correction] > 0
    assert named(resolution) == names
    assert resolution.entity_ids.keys() <= {each.mention.key for each in found}


def test_corrected_applies_corrections_in_their_order() -> None:
    first = Correction(action="rename", kind="place", name="Georgia", value="Kartli")
    second = Correction(action="retype", kind="place", name="Kartli", value="organization")
    mentions = CorrectedMentions(dated(*CORRECTABLE), [first, second])
    kept = list(mentions)
    assert mentions.counts == {first: mentions.counts[first], second: mentions.counts[first]}
    assert list(mentions) == kept, "they are the same each time that they are gone through"
    assert {(each.mention.name, each.mention.kind) for each in kept} >= {("Kartli", "organization")}


def test_corrected_reports_what_applies_no_longer() -> None:
    correction = Correction(action="not an entity", kind="person", name="Nobody")
    found = dated(*CORRECTABLE)
    mentions = CorrectedMentions(found, [correction])
    assert list(mentions) == found
    assert mentions.counts == {}


def test_read_corrections_reads_its_columns() -> None:
    lines = ["action,kind,name,value", "merge,person,Sergeyev,Sergeev", "not an entity,place,Kiwi,"]
    lines.append(lines[1])
    assert read_corrections(lines, check_value=check_correction) == [
        Correction(action="merge", kind="person", name="Sergeyev", value="Sergeev"),
        Correction(action="not an entity", kind="place", name="Kiwi"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("join,person,A,B", "line 2: action 'join'"),
        ("merge,person,A,", "needs a value"),
        ("merge,,A,B", "kind"),
        ("merge,man,A,B", "line 2: kind 'man'"),
        ("retype,place,A,town", "line 2: kind 'town'"),
    ],
)
def test_read_corrections_names_the_line_and_the_remedy(line: str, message: str) -> None:
    with pytest.raises(CorrectionError, match=message):
        read_corrections(["action,kind,name,value", line], check_value=check_correction)


def test_resolve_groups_the_written_corpus() -> None:
    """B-cubed F1 over the gold links whose spans the extractor finds, which must be nearly all."""
    texts = [LINK.sub(r"\1", line) for line in CORPUS]
    found = dated(*texts)
    entity_ids = resolve(found).entity_ids
    places = {(each.mention.article_id, each.mention.start_char, each.mention.text): each.mention for each in found}
    gold: dict[str, str] = {}
    links = 0
    for number, line in enumerate(CORPUS):
        removed = 0
        for link in LINK.finditer(line):
            links += 1
            mention = places.get((f"article {number:02}", link.start() - removed, link[1]))
            removed += len(link[0]) - len(link[1])
            if mention:
                gold[mention.key] = link[2]
    assert links >= 300
    assert len(gold) >= 0.95 * links
    assert b_cubed({key: entity_ids[key] for key in gold}, gold) >= 0.95


def b_cubed(found: dict[str, str], gold: dict[str, str]) -> float:
    """Bagga and Baldwin's measure (1998): each mention's precision and recall within its groups, averaged."""
    found_groups, gold_groups = groups(found), groups(gold)
    precision = recall = 0.0
    for key in gold:
        shared = len(found_groups[found[key]] & gold_groups[gold[key]])
        precision += shared / len(found_groups[found[key]]) / len(gold)
        recall += shared / len(gold_groups[gold[key]]) / len(gold)
    return 2 * precision * recall / (precision + recall)


def groups(entities: dict[str, str]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for key, entity in entities.items():
        members[entity].add(key)
    return members


def test_resolve_names_a_country_of_which_there_are_only_adjectives() -> None:
    assert named(resolve(dated("Chinese officials met Ukrainian officials in Ukraine."))) == {"China": 1, "Ukraine": 2}

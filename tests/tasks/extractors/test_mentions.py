"""Mentions: whole cases, the rules one by one, and what holds on any text."""

import json
import re
import time
from dataclasses import replace
from datetime import date

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extractors import citations, model
from tasks.extractors.mentions import find
from tasks.extractors.mentions.candidates.cuts import cut
from tasks.extractors.mentions.candidates.extension import extended
from tasks.extractors.mentions.candidates.normalization import normalized
from tasks.extractors.mentions.candidates.trimming import trimmed
from tasks.extractors.mentions.kinds.bodies import bodies_of_a_place, bodies_of_places, governments
from tasks.extractors.mentions.kinds.capitals import stands_for
from tasks.extractors.mentions.kinds.classification import classified
from tasks.extractors.mentions.kinds.events import events
from tasks.extractors.mentions.kinds.roles import role_before
from tasks.extractors.mentions.kinds.weapons import weapons
from tasks.extractors.mentions.lexicon import regions
from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import country_code, former_codes
from tasks.extractors.mentions.lexicon.headwords import kind_by_headword
from tasks.extractors.mentions.lexicon.lexicon import known_names
from tasks.extractors.mentions.lexicon.spans import Span, settled
from tasks.extractors.mentions.lexicon.tables import rows
from tasks.extractors.mentions.lexicon.titles import title_end
from tasks.extractors.mentions.names import acronyms
from tasks.extractors.mentions.names.people import name_table, only_names
from tasks.extractors.mentions.names.qualified import full_place_names
from tasks.formats.article import bare_article
from tests.support.places import CASE_FILES
from warehouse.records import Mention

CASES = [json.loads(line) for line in (CASE_FILES / "mentions.jsonl").read_text(encoding="utf-8").splitlines()]
STATE = "Georgia, United States"
KINDS = {"person", "organization", "place", "nationality", "facility", "weapon", "event"}


def mentions_of(text: str, *, published_on: date | None = None) -> list[Mention]:
    return list(find(bare_article(text, article_id="test", published_on=published_on)))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_find_reads_the_case(case: dict[str, object]) -> None:
    published_on = date.fromisoformat(str(case["published_on"])) if case["published_on"] else None
    found = mentions_of(str(case["text"]), published_on=published_on)
    expected = case["mentions"]
    assert isinstance(expected, list)
    assert [(mention.text, mention.kind) for mention in found] == [(row["text"], row["kind"]) for row in expected]
    for mention, row in zip(found, expected, strict=True):
        assert {column: getattr(mention, column) for column in row} == row, case["reason"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Duma’s", "Duma"),
        ("The Hague", "Hague"),
        ("its Black Sea Fleet,", "Black Sea Fleet"),
        ("anti-NATO", "NATO"),
        ("“Yabloko” ", "Yabloko"),
        ("U.S.", "U.S."),  # the period belongs to the abbreviation
        ("Acme Inc.", "Acme Inc."),
        ("Bank of", "Bank"),  # the model stopped too late
        ("Non-Aligned Movement", "Non-Aligned Movement"),  # a capital prefix is part of the name
        ("the", "the"),  # nothing but an article is left as it is
    ],
)
def test_trimmed_leaves_the_bare_name(text: str, name: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gen. Ivan Orlov", "Ivan Orlov"),
        ("Mr Orlov", "Orlov"),
        ("Deputy Prime Minister Orlov", "Orlov"),
        ("Former President Orlov", "Orlov"),
        ("Ivan Orlov", "Ivan Orlov"),
        ("King", ""),  # a title alone is no name
    ],
)
def test_title_end_skips_titles(text: str, name: str) -> None:
    assert text[title_end(text, 0, len(text)) :] == name


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("Russian Deputy Foreign Minister ", "Deputy Foreign Minister"),
        ("Dagestani interior minister ", "interior minister"),
        ("said union leader ", "union leader"),
        ("head of the committee, deputy chairman ", "deputy chairman"),
        ("Lt. Gen. ", "Lt. Gen"),
        ("under Lieutenant General ", "Lieutenant General"),
        ("with Under Secretary ", "Under Secretary"),
        ("Chechen chief of staff ", "chief of staff"),
        ("his deputy, ", "deputy"),
        ("the council secretary. ", None),  # another sentence
        ("Minister of Finance and ", None),
        ("visited ", None),
        ("", None),
    ],
)
def test_role_before_reads_the_office_beside_a_name(before: str, role: str | None) -> None:
    assert role_before(f"{before}Orlov", len(before)) == role


@pytest.mark.parametrize(
    ("name", "kind", "on", "code"),
    [
        ("Russia", "place", None, "RU"),
        ("Soviet", "nationality", date(1999, 3, 1), "SU"),
        ("U.S.", "place", None, "US"),
        ("Kazakstan", "place", None, "KZ"),  # the spelling of the 1990s
        ("Burma", "place", date(1988, 8, 8), "BU"),
        ("Burma", "place", date(1995, 8, 8), "MM"),
        ("East Timor", "place", date(1999, 9, 1), "TP"),
        ("Congolese", "nationality", None, None),  # of either Congo
        ("Moscow", "place", None, None),  # a capital is no country
        ("Russia", "organization", None, None),
    ],
)
def test_country_code_is_that_of_the_day(name: str, kind: str, on: date | None, code: str | None) -> None:
    assert country_code(name, kind, on=on) == code


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Moscow has said that it fears war.", "Moscow", "RU"),
        ("ties between Moscow and Beijing", "Beijing", "CN"),
        ("Moscow’s support for the plan", "Moscow", "RU"),
        ("promised by Moscow.", "Moscow", "RU"),
        ("talks in Moscow are over", "Moscow", None),
        ("a train from Moscow has arrived", "Moscow", None),
        ("Moscow, 12 May", "Moscow", None),
        ("Leningrad has said", "Leningrad", None),  # no capital
    ],
)
def test_stands_for_needs_the_capital_to_act(text: str, name: str, code: str | None) -> None:
    start = text.index(name)
    assert stands_for(text, start, start + len(name), on=None) == code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MiG-29, Tu-160 and Il-76MD", ["MiG-29", "Tu-160", "Il-76MD"]),
        ("F/A-18s, SS-N-22 and Kh-55", ["F/A-18s", "SS-N-22", "Kh-55"]),
        ("an S-300 battery", ["S-300"]),
        ("M-9 missiles, but not the M-9 motorway", ["M-9"]),
        ("a Project 956 destroyer, a project 956", ["Project 956"]),
        ("vitamin B-6, form S-1 and the G-7", []),
        ("a Grad rocket, but the town of Grad", ["Grad"]),
        ("pre-S-300 and X-300-Y-2", ["X-300"]),  # within another word it is none
    ],
)
def test_weapons_are_told_by_designators(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in weapons(text)] == found


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Ministry of Culture’s Bureau of Heritage", "organization", ["Ministry of Culture", "Bureau of Heritage"]),
        ("NATO’s Northern Command", "organization", ["NATO", "Northern Command"]),
        ("People’s Liberation Army", "organization", ["People’s Liberation Army"]),
        ("King’s College", "organization", ["King’s College"]),  # an ending that is part of the name
        ("EAC Chairman", "organization", ["EAC"]),
        ("Solomon Islands Prime", "place", ["Solomon Islands"]),
        ("Council of Ministers", "organization", ["Council of Ministers"]),
        ("N$7", "organization", []),
        ("QR330.7mn", "organization", []),
        ("M23", "organization", ["M23"]),
        ("Front for Liberty and Justice", "organization", ["Front for Liberty and Justice"]),
        ("Igor Orlov", "person", ["Igor Orlov"]),
    ],
)
def test_cut_leaves_names_alone(text: str, kind: str, names: list[str]) -> None:
    span = Span(start=0, end=len(text), kind=kind, rule="model")
    assert [text[each.start : each.end] for each in cut(text, span)] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Seoul Southern District Office is shut", ["Seoul Southern District Office"]),
        ("in the Western Cape High Court today", ["Western Cape High Court"]),
        ("the Russian-Chinese Border Commission met", []),  # of two peoples
        ("the Blue Southern District Office is shut", []),
        ("Talks end. Japan National Steel Corporation bid", ["Japan National Steel Corporation"]),
    ],
)
def test_bodies_of_places_begin_with_the_place(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in bodies_of_places(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Royal Bank of Scotland Group bid", ["Royal Bank of Scotland Group"]),
        ("at the University of Texas and the Bank of Japan", ["University of Texas", "Bank of Japan"]),
        ("on the West Bank of Jordan", []),
        ("the Bank of Hope", []),  # no place
    ],
)
def test_bodies_of_a_place_end_with_the_place_or_the_firm(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in bodies_of_a_place(text)] == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Court of Ukraine", "Supreme Court of Ukraine"),
        ("Court of Latin America", "Supreme Court of Latin America"),
        ("Court of Appeal", "Supreme Court"),
        ("Court on Tuesday", "Supreme Court"),
        ("Court of Ukraine Monday", "Supreme Court of Ukraine"),
    ],
)
def test_extended_adds_the_place_that_a_body_is_of(text: str, name: str) -> None:
    text = f"Supreme {text} ruled"
    (span,) = extended(text, [Span(start=0, end=len("Supreme Court"), kind="organization", rule="model")])
    assert text[span.start : span.end] == name


def test_governments_have_a_known_country() -> None:
    text = "the Federal Government of Somalia Monday, Government of the People"
    assert [text[span.start : span.end] for span in governments(text)] == ["Federal Government of Somalia"]


@pytest.mark.parametrize(
    ("text", "common"),
    [
        ("a new energy vehicle (NEV) and NEV makers", {"NEV"}),
        ("theater missile defense (TMD)", set()),  # a weapon that is known
        ("the New Energy Vehicle (NEV) company", set()),
    ],
)
def test_of_common_words_are_spelled_out_small(text: str, common: set[str]) -> None:
    assert acronyms.of_common_words(text) == common


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fire in Birmingham, Alabama. Birmingham burned.", ["Birmingham, Alabama", None, "Birmingham, Alabama"]),
        ("Fire in Paris, France.", [None, None]),  # the one that is meant anyway
        ("Fire in Moscow, Idaho.", ["Moscow, Idaho", None]),
        ("Talks of Singapore, Brunei and Paris, Singapore.", [None, None, None, None]),  # lists
        ("Macon, Ga., and Moscow, Idaho, vote.", ["Macon, Georgia", STATE, "Moscow, Idaho", None]),
        ("Votes in Savannah, Georgia. Georgia waits.", [None, STATE, STATE]),
        ("Votes in Savannah, Georgia, and in Tbilisi. Georgia waits.", [None, STATE, None, None]),
        ("Storms hit Alabama, Georgia and Idaho.", [None, STATE, None]),
        ("Georgia and Armenia met in Idaho.", [None, None, None]),
        ("Senator Orlov of Georgia and Senator Petrov, also of Georgia, met in Tbilisi.", [STATE, STATE, None]),
        ("Georgia Governor Orlov met Senator Petrov (R-Georgia).", [STATE, STATE]),
        ("Georgia's parliament met; Senator Orlov of Georgia called.", [None, STATE]),
        ("Georgia waits.", [None]),
        ("Pakistan bought wheat from Punjab.", [None, "Punjab, Pakistan"]),
        ("Pakistan and India bought wheat from Punjab.", [None, None, None]),
        ("Wheat came from Punjab.", [None]),
    ],
)
def test_full_place_names_tell_places_apart(text: str, names: list[str | None]) -> None:
    places = (
        "Birmingham|Alabama|Paris|France|Moscow|Idaho|Savannah|Georgia|Tbilisi|Macon|Ga\\.|Singapore|Brunei|Armenia|Punjab|"
        "Pakistan|India"
    )
    words = re.finditer(rf"\b(?:{places})(?!\w)", text)
    spans = [
        Span(start=word.start(), end=word.end(), kind="place", rule="state" if word.group() == "Ga." else "model")
        for word in words
    ]
    found = full_place_names(text, spans)
    assert [found.get(span.start) for span in spans] == names


def test_names_of_regions_are_those_of_a_text() -> None:
    assert regions.countries_of_region("Île-de-France") == {"FR"}  # `Île-de-France²` in CLDR, after an older code of it
    assert not [name for name in regions.regions() if re.search("[²³]", name)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Russian Foreign Ministry spoke; the Foreign Ministry left.", ["RU", "RU"]),
        ("Ukraine’s Supreme Court ruled.", ["UA"]),
        ("The Foreign Ministry spoke.", [None]),
        (
            "The Chinese Foreign Ministry, the Russian Foreign Ministry and the Foreign Ministry met.",
            ["CN", "RU", None],
        ),
        ("Gazprom met the Czechoslovak Foreign Ministry.", [None, "CS"]),
    ],
)
def test_find_gives_a_body_the_code_of_its_state(text: str, codes: list[str | None]) -> None:
    assert [mention.country_code for mention in mentions_of(text) if mention.kind == "organization"] == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Russian Defense Minister Igor Orlov spoke.", "RU"),
        ("Ukraine’s Foreign Minister Igor Orlov spoke.", "UA"),
        ("Foreign Minister Igor Orlov of Ukraine spoke.", "UA"),
        ("The Russian Foreign Ministry spokesman Igor Orlov spoke.", "RU"),
        ("Foreign Minister Igor Orlov in Ukraine spoke.", None),
        ("The French press met Foreign Minister Igor Orlov.", None),
        ("Texas Governor Harold Whitlock spoke.", "US"),
        ("As Senator Harold Whitlock, also of Ohio, said, it rained.", "US"),
        ("We heard Senator Harold Whitlock (D-Ga.) and others.", "US"),
        ("Tatarstan President Rustam Sharipov spoke.", None),  # no president of Russia
    ],
)
def test_find_gives_an_office_its_country(text: str, code: str | None) -> None:
    assert [mention.role_country_code for mention in mentions_of(text) if mention.role] == [code]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The 1972 Biological Weapons Convention holds.", ["1972 Biological Weapons Convention"]),
        ("During Operation Northern Wind they met.", ["Operation Northern Wind"]),
        ("the Treaty on Conventional Forces in Europe was", ["Treaty on Conventional Forces in Europe"]),
        ("the World Cup Final was", []),  # a part of something longer
        ("a cup of tea, a war", []),
    ],
)
def test_events_are_told_by_their_words(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in events(text)] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Southern Defense Union (SDU) met", {"SDU": "Southern Defense Union"}),
        ("an air traffic plan (ATP)", {"ATP": "air traffic plan"}),
        ("the Union for the Defense of Labor (UDL)", {"UDL": "Union for the Defense of Labor"}),
        ("nothing here spells it (XYZ)", {}),
        ("Big Old Bank (BOB). Best of Boxes (BOB)", {}),  # two expansions: neither is sure
    ],
)
def test_expansions_spell_the_acronym(text: str, expected: dict[str, str]) -> None:
    assert acronyms.expansions(text) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("State Property Committee", "organization"),
        ("Ministry of Atomic Energy", "organization"),
        ("Lake Sevan", "place"),
        ("Operation Storm", "event"),
        ("Sofia Airport", "facility"),
        ("Ivan Orlov", None),
        ("Committee", None),  # one word tells nothing
    ],
)
def test_kind_by_headword_reads_names_of_several_words(name: str, kind: str | None) -> None:
    assert kind_by_headword(name) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("STRIKE IN NATO STATE ENDS TODAY.", "Strike in NATO State Ends Today."),
        ("NATO and the EU", "NATO and the EU"),  # acronyms are no headline
        ("a line\nthat goes on", "a line that goes on"),
        ("One paragraph.\n\nAnother", "One paragraph.\n\nAnother"),
        ("talks in minsk, belarus", "talks in Minsk, Belarus"),
        ("we told us to eat turkey", "we told us to eat turkey"),  # words of the language
    ],
)
def test_legible_sets_capitals_and_line_ends(text: str, expected: str) -> None:
    assert normalized(text) == expected


def test_settled_prefers_the_earlier_group_and_the_longer_span() -> None:
    short = Span(start=0, end=4, kind="place", rule="a")
    long = Span(start=0, end=9, kind="place", rule="a")
    late = Span(start=5, end=12, kind="place", rule="b")
    free = Span(start=14, end=16, kind="place", rule="b")
    assert settled([[short, long], [late, free]], length=20) == [long, free]


def test_name_table_keeps_namesakes_apart() -> None:
    text = "Igor Baranov, Sergei Baranov"
    spans = [Span(start=0, end=12, kind="person", rule="a"), Span(start=14, end=28, kind="person", rule="a")]
    assert name_table(text, spans)["Baranov"] == {"Igor Baranov", "Sergei Baranov"}
    assert name_table(text, spans)["Igor"] == {"Igor Baranov"}


def test_known_names_have_our_kinds() -> None:
    names = list(known_names())
    assert {kind for kind, _ in names} <= KINDS | {"body", "state's body"}
    assert all(name == name.strip() and name for _, name in names)


def test_is_city_knows_cities_and_their_spellings() -> None:
    assert [name for name in ("Vladivostok", "Raqqah", "Sergeev") if is_city(name)] == ["Vladivostok", "Raqqah"]


NEWS_WORDS = st.sampled_from(
    [
        *("Russian", "Moscow’s", "the", "NATO", "(TMD)", "Igor", "Ivanov", "said,", "U.S.-Japanese", "Ministry", "of"),
        *("Defense", "and", "“Yabloko”", "MiG-29", "Duma.", "Treaty", "on", "Zhu", "Rongji", "\r\n\r\n", "–", "Mr."),
        *("president", "Beijing", "has", "KLA", "Москва", "北京", "1,200", "percent;", "O’Neill's", "Kim", "Chol-su"),
    ]
)
NEWS = st.lists(NEWS_WORDS, max_size=40).map(" ".join)


@given(text=NEWS | st.text(max_size=200))
@settings(deadline=None, max_examples=120)
def test_find_yields_ordered_slices_of_the_text(text: str) -> None:
    end = 0
    for mention in mentions_of(text):
        assert end <= mention.start_char < mention.end_char <= len(text)
        assert text[mention.start_char : mention.end_char] == mention.text
        assert mention.kind in KINDS
        assert mention.name
        end = mention.end_char


@given(text=NEWS | st.text(max_size=200))
@settings(deadline=None, max_examples=200)
def test_legible_keeps_the_length(text: str) -> None:
    assert len(normalized(text)) == len(text)


HOSTILE = {
    "capitalised words": "Token " * 20_000,
    "capitals": "WORD " * 20_000,
    "one word": "A" * 100_000,
    "hyphens": "A-" * 50_000,
    "conjunctions": "Ivan and " * 11_000,
    "treaties": "Treaty on Arms of " * 5_500,
    "ministries": "Ministry of Defense, " * 4_700,
    "acronyms": "Alpha Beta Cat (ABC) " * 4_700,
    "titles": "Deputy Minister General " * 4_000,
    "owners": "NATO’s Ministry of Culture’s " * 3_400,
    "bodies": "Russian Foreign Ministry, Government of Ukraine, " * 2_000,
    "regions": "Birmingham, Alabama, " * 4_700,
    "title lines": "Big Title Words Here Now\n" * 4_000,
    "one first name": " ".join(f"Kim A{number}x" for number in range(10_000)),
    "blank": " " * 100_000,
    "line ends": "a\r\n" * 33_000,
    "marks": "’s" * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_rules_take_linear_time(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mentions_of("Warm the lists up.")
    labels = [
        model.Label(start=start, end=min(start + 40, len(text)), label="ORG") for start in range(0, len(text), 60)
    ]
    monkeypatch.setattr(model, "recognise", lambda texts: [labels for _ in texts])
    started = time.process_time()
    mentions_of(text)
    assert time.process_time() - started < 10


def test_find_reads_halves_of_characters() -> None:
    assert [mention.text for mention in mentions_of("Moscow \ud800 spoke to Beijing")] == ["Moscow", "Beijing"]
    assert mentions_of("ŉORTH WIND BLOWS AGAIN \ud800 ŉŉ") == []  # a letter that has no capital of its length


@pytest.mark.parametrize(
    ("names", "full"),
    [
        ({"Igor Baranov"}, "Igor Baranov"),
        ({"Igor Baranov", "Igor D. Baranov"}, "Igor D. Baranov"),  # the same man in full
        ({"Igor Baranov", "Sergei Baranov"}, None),
    ],
)
def test_only_names_refuses_namesakes(names: set[str], full: str | None) -> None:
    assert only_names({"Baranov": frozenset(names)}).get("Baranov") == full


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("N. Korea", "place", "KP"),
        ("S. African", "nationality", "ZA"),
        ("W. Germans", "nationality", "DE"),
        ("D.R. Congo", "place", "CD"),
        ("N. York", "place", None),
    ],
)
def test_country_code_knows_abbreviations(name: str, kind: str, code: str | None) -> None:
    assert country_code(name, kind, on=None) == code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bonn paid DM 17 million and FIM 30 million to the fund.", ["Bonn"]),
        ("Dear Hannah, your visa is ready.", ["Hannah"]),
        ("Write to Albany, NY 12207, for a form.", ["Albany", "NY"]),
        ("Anna Orlova, MSc, wrote the report.", ["Anna Orlova"]),
        ("Its plant at Minsk makes 600 MW.", ["Minsk"]),
        ("Write to P.O. Box 1150 in Tallinn.", ["Tallinn"]),
        ("Anna Orlova won the Regional Election on Sunday.", ["Anna Orlova"]),
        ("Russia pumped 9 bcm and Turkmenistan 2 bcm.", ["Russia", "Turkmenistan"]),
    ],
)
def test_find_leaves_out_what_is_no_name(text: str, found: list[str]) -> None:
    assert [mention.text for mention in mentions_of(text)] == found


@pytest.mark.parametrize(
    ("text", "role", "code"),
    [
        ("Karl Brandt, governor of the Bank of Norway, spoke.", "governor of the Bank of Norway", "NO"),
        ("Anna Lowe, the French finance minister, spoke.", "finance minister", "FR"),
        ("Ivan Petrov, 45, a spokesman for Gazprom, spoke.", "spokesman for Gazprom", None),
        ("Shadow chancellor Neil Marsh spoke.", "Shadow chancellor", None),
        ("They met Igor Orlov, chairman Ivan Petrov and others.", "chairman", None),  # that of the second
        ("Anna Lowe, head of new markets at Gazprom, spoke.", "head of new markets at Gazprom", None),
        ("Anna Lowe, technical coordinator at Gazprom, spoke.", "technical coordinator at Gazprom", None),
    ],
)
def test_find_reads_an_office_beside_a_name(text: str, role: str, code: str | None) -> None:
    found = [(mention.role, mention.role_country_code) for mention in mentions_of(text) if mention.role]
    assert found == [(role, code)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chancellor Martin Green spoke. Mr Green left.", ["Martin Green", "Martin Green"]),  # a surname, and a word
        ("We saw Oleg “The Beard” Kuzmin on Monday. Kuzmin left.", ["Oleg Kuzmin", "Oleg Kuzmin"]),
        ("A shortened Finance Bill would be rushed through before the General Election.", []),
    ],
)
def test_find_names_people_in_full(text: str, names: list[str]) -> None:
    assert [mention.name for mention in mentions_of(text) if mention.kind == "person"] == names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("ASHGABAT, FEB. 28 (Interfax) -- Gas was sold.", "ASHGABAT", "place"),
        ("The bank\nKYIV, June 7 - The hryvnia fell.", "KYIV", "place"),
        ("It hired Dillon, Hart and Co Inc on Monday.", "Dillon, Hart and Co Inc", "organization"),
        ("Prices fell, said analyst Rosa Hill of Kidder Marsh.", "Kidder Marsh", "organization"),
        ("Ratings by Moody's fell.", "Moody's", "organization"),
        ("The envoy to Bosnia Richard Hale said so.", "Richard Hale", "person"),
        ("We saw Oleg 'Bear' Kuzmin on Monday.", "Oleg 'Bear' Kuzmin", "person"),
        ("Polls at Stockton-on-Tees opened.", "Stockton-on-Tees", "place"),
        ("Talks were held abroad, Mr Petrov said of Ivan Petrov.", "Petrov", "person"),
    ],
)
def test_find_tells_the_kind_by_what_stands_beside(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(mention.text, mention.kind) for mention in mentions_of(text)]


def test_find_takes_quoted_words_between_names_for_no_nickname() -> None:
    text = "Reporters said that Downing Street “sexed up” Iraq files."
    assert "person" not in {mention.kind for mention in mentions_of(text)}


def test_find_knows_a_company_by_its_first_words() -> None:
    text = "Newford Mining Corp sold its share in Peabody Holding Co on Monday. Newford and Peabody gave no reason."
    kinds = {mention.text: mention.kind for mention in mentions_of(text)}
    assert kinds == dict.fromkeys(("Newford Mining Corp", "Peabody Holding Co", "Newford", "Peabody"), "organization")


def test_find_knows_the_state_of_bodies_that_only_one_has() -> None:
    found = mentions_of("The State Department met envoys of the Knesset and the Bank of England.")
    assert [mention.country_code for mention in found] == ["US", "IL", "GB"]


def test_find_knows_a_surname_in_capitals() -> None:
    found = mentions_of("Boris Orlov met the press.\n\nORLOV: “I am well.”")
    assert [(mention.text, mention.kind, mention.name) for mention in found] == [
        ("Boris Orlov", "person", "Boris Orlov"),
        ("ORLOV", "person", "Boris Orlov"),
    ]


def test_find_gives_an_acronym_the_name_that_the_text_has_in_full() -> None:
    text = "The UN met. The United Nations and the FAO agreed."
    assert [mention.name for mention in mentions_of(text)] == ["United Nations", "United Nations", "FAO"]


def test_countries_have_codes_that_babel_knows() -> None:
    """The codes written by hand are those of CLDR, but for states that are no more."""
    former = {"SU", "YU", "CS", "ZR", "DD", "YD"}
    codes = {row["code"] for row in rows("countries.csv")} - {""}
    assert codes - set(Locale("en").territories) == former
    assert all(former_code.isupper() and len(former_code) == 2 for former_code, _ in former_codes().values())


def test_find_counts_from_the_text_and_stays_in_the_body() -> None:
    text = "Publication: Moscow\n\nOmsk voted.\n\nMinsk, trailing"
    start, end = text.index("Omsk"), text.index("\n\nMinsk")
    article = replace(bare_article(text, article_id="test"), body_start_char=start, body_end_char=end)
    assert [(mention.start_char, mention.text) for mention in find(article)] == [(start, "Omsk")]


def test_find_leaves_cited_outlets_to_the_citations() -> None:
    article = bare_article("Exports fell, Interfax said (Itar-Tass, October 12).", article_id="test")
    cited = list(citations.find(article))
    assert [mention.text for mention in find(article, citations=cited)] == ["Interfax"]


def test_find_says_where_an_office_is_stated() -> None:
    text = "Talks went on.\n\nDeputy Foreign\nMinister Grigory Orlov left for Minsk."
    (orlov,) = (mention for mention in mentions_of(text) if mention.role)
    assert orlov.role == "Deputy Foreign Minister"
    assert text[orlov.role_start_char : orlov.role_end_char] == "Deputy Foreign\nMinister"


def test_classified_takes_a_name_that_only_appears_once_its_title_is_cut() -> None:
    text = "A King Wool System unit owns the rest."
    (span,), _ = classified(text, [Span(start=2, end=18, kind="organization", rule="model")])
    assert text[span.start : span.end] == "Wool System"

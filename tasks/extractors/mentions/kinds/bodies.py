"""Bodies that every state has, with the people or state they belong to: `Chinese Foreign Ministry`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tasks.extractors.mentions.candidates.extension import place_end
from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.headwords import headwords, kind_by_headword
from tasks.extractors.mentions.lexicon.lexicon import kind_of
from tasks.extractors.mentions.lexicon.regions import us_states
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of, words_for
from tasks.extractors.vocabulary.given_names import names_of_persons

WORD_BEHIND = re.compile(r" (?P<word>[A-Z][a-z]+)(?![\w’'-]| [A-Z])")
BODIES = ("body", "state's body")
GOVERNMENT = re.compile(
    r"\b(?:(?:Federal|Transitional|Provisional|Interim|Regional) )?Government of (?:the )?"
    r"(?P<place>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})"
)
OF_A_PLACE = re.compile(
    r"(?<![\w’'-])(?:(?P<before>[A-Z][\w’'-]*) )?(?P<head>Bank|University|Church|Embassy|Academy) of (?:the )?"
    r"(?P<place>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})"
)
FIRM_BEHIND = re.compile(r" (?:Group|Holdings|Corp\.?|Inc\.?|Plc|plc|PLC|Ltd)(?![\w’'-])")
"""`Bank of America`, `Royal Bank of Scotland| Group`, `University of Texas`."""
BANKS_OF_RIVERS = frozenset({"West", "East", "North", "South", "Left", "Right"})
"""Before `Bank of the Dniester` these are no part of an institute's name."""
WITH_A_PURPOSE = re.compile(
    r"(?<![\w’'-])(?:(?![\w-]+-based)[A-Z][\w-]+ ){0,2}"
    r"(?:Committee|Campaign|Coalition|Alliance|Movement|Union|Society|Centre|Center|Institute|Network|Partnership"
    r"|League|Association|Council|Foundation|Fund|Front|Party|Forum|Initiative)"
    r" (?:to|for|against) (?:the )?[A-Z][\w-]+(?: (?:(?:and|of|the|&) ){0,2}[A-Z][\w-]+){0,5}"
)
"""`Committee to Save the Aral Sea`, `Movement for Socialism`."""
SAINTS = re.compile(
    r"(?<![\w’'-])(?:St\.?|Saint) [A-Z][\w-]+(?:['’]s)? (?P<last>[A-Z][\w-]+)(?: (?P<after>[A-Z][\w-]+))?"
)
"""`St James’s Palace`, `St. Ann Medical Centre`."""
NAME_BEHIND = re.compile(r"(?<=[a-z]) (?P<first>[A-Z][\w-]+) [A-Z][\w-]+$")
ARTICLES = frozenset({"The", "A", "An"})
RUN = r"(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){1,5})(?![\w-])"
CAPITALS = re.compile(rf"(?<=[a-z,’“\"] ){RUN}")
"""Words with capitals within a sentence: `Popular Mobilization Forces`."""
CAPITALS_ANYWHERE = re.compile(rf"(?:(?<=[a-z,’“\".!?] )|^)(?:The )?{RUN}", re.MULTILINE)
"""The same where a sentence begins, too."""


def named_bodies(text: str, known: Iterable[Span]) -> Iterator[Span]:
    """Yield the known names, each national body joined with the adjective or state before it.

    Some are names with their state only: `Cuban Government`, but not `the Government`.
    """
    before: Span | None = None
    for span in known:
        if span.kind not in BODIES:
            before = with_building(text, span)
            yield before
            continue
        if before and before.kind in ("nationality", "place") and text[before.end : span.start] == " ":
            yield Span(start=before.start, end=span.end, kind="organization", rule="body")
        elif span.kind == "body":
            yield replace(span, kind="organization")
        before = None


def with_building(text: str, span: Span) -> Span:
    """Take along the word for a building behind a place, `Narok| Dam`, but for `U.K.`, where wires set a capital."""
    is_written_out = span.kind == "place" and not text[span.start : span.end].replace(".", "").isupper()
    match = WORD_BEHIND.match(text, span.end) if is_written_out else None
    is_building = match is not None and headwords().get(("last", match["word"])) == "facility"
    return replace(span, end=match.end(), kind="facility") if match and is_building else span


def by_grammar(text: str) -> Iterator[Span]:
    """Yield the bodies of a text that the grammar of their names gives away, each as below."""
    finders = (
        bodies_of_places,
        bodies_of_a_place,
        bodies_with_a_purpose,
        bodies_of_groups,
        committees,
        governments,
        saints,
    )
    for find in finders:
        yield from find(text)


def bodies_of_places(text: str) -> Iterator[Span]:
    """Yield runs of capitalised words from a place or people to the word for a body: `Seoul Chamber of Trade`."""
    for match in CAPITALS_ANYWHERE.finditer(text):
        words = match["name"].split(" ")
        if (
            len(words) > 2
            and not is_owner(words)
            and kind_by_headword(match["name"]) == "organization"
            and begins_with_place(words)
        ):
            yield Span(start=match.start("name"), end=match.end("name"), kind="organization", rule="body")


ROMANCE = re.compile(
    r"(?<![\w’'-])(?:Banco|Banca|Banque|Caixa|Caja|Cassa|Compagnie|Companhia|Compañía|Compania|Société|Societe|Sociedad"
    r"|Universidad|Universidade|Université|Partido|Parti|Partito|Movimiento|Movimento|Frente|Fronte|Ministerio|Instituto"
    r"|Istituto|Institut|Confederación|Confederacion|Federación|Federacion|Asociación|Asociacion|Associação|Fundación"
    r"|Fundacion|Fundação|Empresa|Comisión|Comision|Comissão|Consejo|Conselho|Conseil|Agencia|Agência|Agence|Corporación"
    r"|Corporacion|Unión|União|Crédit|Credit|Credito|Crédito|Radio|Rádio|Televisión|Alianza|Coalición|Sindicato|Comité|Comitê"
    r"|Confédération|Fédération|Mouvement|Rassemblement|Ligue|Academia|Académie|Tribunal|Corte|Cámara|Câmara|Junta|Defensoría|Defensoria"
    r"|Fiscalía|Procuraduría|Secretaría|Superintendencia|Policía|Polícia|Ejército|Fuerzas|Forces|Lycée|Collège|École"
    r"|Colegio|Liceo|Escuela|Centro|Observatorio|Observatoire)(?: [A-Z][\w-]+){0,4}"
    r"(?: (?:de|do|da|dos|das|del|della|delle|di|des|du|e|y|et)(?: (?:la|los|las|le|les))?"
    r" [A-Z][\w-]+(?: [A-Z][\w-]+)?){1,4}"
)
"""`Banco do Brasil`, `Confederacion Nacional de Cajas de Ahorros`."""
OF_THE_CHURCH = re.compile(
    r"(?<![\w’'-])(?:Duchy|Archdiocese|Diocese|Patriarchate|Metropolitanate|Eparchy) of "
    r"[A-Z][\w-]+(?: [A-Z][\w-]+)?(?![\w-])"
)
"""`Duchy of Cornwall`."""
CITY_OF_A_SAINT = re.compile(
    r"(?<![\w’'-])(?P<city>(?:St\.?|Saint) [A-Z][a-z]+), (?P<region>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
"""`St George, Utah`."""
COMMITTEE = re.compile(
    r"\b(?:House(?: of (?:Commons|Lords|Representatives))?|Senate|Commons|Lords|Duma|Knesset|Bundestag|Congressional)"
    r"(?: [A-Z][\w-]+,?(?: (?:and|&)(?= [A-Z]))?){1,5} (?:sub)?(?:committee|commission|panel)\b"
)
"""`House Agriculture| subcommittee`."""


def of_the_church(text: str) -> Iterator[Span]:
    """Yield what is ruled from a place and called after it, and cities called after saints before their state."""
    for match in OF_THE_CHURCH.finditer(text):
        yield Span(start=match.start(), end=match.end(), kind="organization", rule="body")
    for match in CITY_OF_A_SAINT.finditer(text):
        region = match["region"]
        if region in us_states() or country_code(region, "place", on=None):
            yield Span(start=match.start("city"), end=match.end("city"), kind="place", rule="saint")


GERMANIC = re.compile(
    r"(?<![\w’'-])(?!The )(?:[A-Z][\w-]+ ){1,3}(?:fuer|für|fur|voor|zur) (?:[A-Z][\w-]+)(?: (?:und )?[A-Z][\w-]+){0,3}"
    r"|(?<![\w’'-])(?:[A-Z][\w-]+ ){1,2}und (?:[A-Z][\w-]+ ){0,3}"
    r"(?:[A-Z][\w-]+-)?(?:AG|GmbH|KG|Bank|Verein|Gesellschaft|Versicherung|Sparkasse)(?![\w-])"
    r"|(?<![\w’'-])(?:[A-Z][a-z]+(?:verband|verein|bund|bank|union|schaft)|Verband|Verein|Bund|Partei) (?:der|des) "
    r"[A-Z][\w-]+(?: [A-Z][\w-]+)?"
)
"""`Bank fuer Handwerk AG`, `Narokener und Welber Bank`, `Verband der Drucker`."""


def germanic(text: str) -> Iterator[Span]:
    """Yield the bodies whose names are in German or Dutch, with their small words."""
    for match in GERMANIC.finditer(text):
        yield Span(start=match.start(), end=match.end(), kind="organization", rule="body")


def romance(text: str) -> Iterator[Span]:
    """Yield the bodies whose names are in Spanish, Portuguese, French or Italian, with their small words."""
    for match in ROMANCE.finditer(text):
        yield Span(start=match.start(), end=match.end(), kind="organization", rule="body")


OF_A_GROUP = re.compile(
    r"(?<![\w’'-])(?P<name>(?:[A-Z][\w-]+ ){1,3}(?:Boys|Children|Employees|Employers|Farmers|Girls|Journalists|Lawyers"
    r"|Ladies|Miners|Mothers|Nurses|Pilots|Players|Students|Teachers|Veterans|Women|Workers|Writers)[’'](?:s)?"
    r"(?: [A-Z][\w-]+){1,3})(?![\w-]| [A-Z])"
)
"""`Narok Girls' High School`."""
ARMED = re.compile(
    r"(?<![\w’'-])(?:Ahrar|Ansar|Asa[’']?ib|Faylaq|Firqat|Harakat|Harkat|Hashd|Hay[’']?at|Hezb|Hizb|Jabhat|Jaish|Jama[’']?at"
    r"|Jaysh|Jund|Kata[’']?ib|Lashkar|Liwa|Quwat|Saraya|Sipah|Tanzim)(?: [A-Z][\w’'-]+)?"
    r"(?:[ -](?!(?:[Aa][mnst]?|[Uu]s) )(?:[aeuAEU][a-z]?|i)[- ][A-Z][\w’'-]+){1,2}(?! [A-Z])"
)
"""Groups in arms as Arabic and Urdu call them: `Jaysh al-Nour`, `Lashkar-e-Nour`."""


def bodies_of_groups(text: str) -> Iterator[Span]:
    """Yield the schools and unions that are whose their name says."""
    for match in OF_A_GROUP.finditer(text):
        first, _, rest = match["name"].partition(" ")
        start = match.start() + (len(first) + 1 if first in ARTICLES and "’" in rest.replace("'", "’") else 0)
        if kind_by_headword(match["name"]) == "organization":
            yield Span(start=start, end=match.end(), kind="organization", rule="body")


def armed(text: str) -> Iterator[Span]:
    """Yield the armed groups whose names say that they are somebody's army or party."""
    for match in ARMED.finditer(text):
        yield Span(start=match.start(), end=match.end(), kind="organization", rule="body")


def committees(text: str) -> Iterator[Span]:
    """Yield the committees of parliaments that end in a word with small letters."""
    for match in COMMITTEE.finditer(text):
        yield Span(start=match.start(), end=match.end(), kind="organization", rule="body")


def bodies_with_a_purpose(text: str) -> Iterator[Span]:
    """Yield the bodies that say what they are for."""
    for match in WITH_A_PURPOSE.finditer(text):
        first = match.group().partition(" ")[0]
        start = match.end() - len(match.group().partition(" ")[2]) if first in ARTICLES else match.start()
        yield Span(start=start, end=end_before_person(match), kind="organization", rule="body")


def end_before_person(match: re.Match[str]) -> int:
    """Tell where a body's name ends, before that of somebody right behind it: `Forum for Writers| Rosa Hill`."""
    names = (word for word in NAME_BEHIND.finditer(match.group()) if word["first"] in names_of_persons())
    person = next(names, None)
    return match.start() + person.start() if person else match.end()


def saints(text: str) -> Iterator[Span]:
    """Yield what is called after a saint, if its last word says what it is: `St James’s Palace`."""
    for match in SAINTS.finditer(text) if "St" in text or "Saint" in text else ():
        for last in ("after", "last"):
            kind = kind_by_headword(text[match.start() : match.end(last)]) if match[last] else None
            if kind in ("organization", "place", "facility"):
                yield Span(start=match.start(), end=match.end(last), kind=kind, rule="saint")
                break


PARTY = re.compile(
    rf"(?:^|(?<=[.!?] )|(?<=\n))(?P<party>Labour)(?= (?:{any_of('verb of a government')})\b|['’]s [a-z])"
    r"|(?<![\w’'-])(?P<members>Labour|Green)(?= (?:MPs?|MSPs?|MEPs?|AMs?|MLAs?|peers?|backbench\w*|councillors?|whips?"
    r"|front ?bench\w*|activists?|candidates?|parliamentarians?|politicians?|rebels?)\b)"
    r"|(?<=[a-z] )(?<!New )(?<!Old )(?<!of )(?<!for )Labour"
    r"(?! [A-Z]|['’-]\w* [A-Z]| (?:Day|law|laws|market|relations|force|costs)\b)"
    r"|(?<=[Tt]he )(?P<chamber>Lords|Commons)(?! of\b|['’]|[ -][A-Z])"
)
"""`Labour said`: of a party at the start of its sentence, where any word has a capital; `Green MSP`, `in the Lords`."""


OF_PARLIAMENT = ("Labour", "Green", "Lords", "Commons")
"""Most texts have none of these, and need not be searched."""


def parties(text: str) -> Iterator[Span]:
    """Yield the parties that begin a sentence and do something: `Labour| said it would not`."""
    for match in PARTY.finditer(text) if any(name in text for name in OF_PARLIAMENT) else ():
        yield Span(start=match.start(), end=match.end(), kind="organization", rule="party")


def governments(text: str) -> Iterator[Span]:
    """Yield the governments that are named with their country behind them: `Government of Mongolia`."""
    for match in GOVERNMENT.finditer(text) if "Government of " in text else ():
        end = place_end(text, match)
        if end > match.start("place"):
            yield Span(start=match.start(), end=end, kind="organization", rule="body")


def bodies_of_a_place(text: str) -> Iterator[Span]:
    """Yield institutes with the place that they are of: `Bank of America`, `Royal Bank of Scotland Group`."""
    for match in OF_A_PLACE.finditer(text):
        end = place_end(text, match)
        before = match["before"]
        if end == match.start() or before in BANKS_OF_RIVERS:
            continue
        is_own = before is not None and before not in words_for("no first word of an event") and kind_of(before) is None
        behind = FIRM_BEHIND.match(text, end)
        start = match.start("before" if is_own else "head")
        yield Span(start=start, end=behind.end() if behind else end, kind="organization", rule="body")


def is_owner(words: list[str]) -> bool:
    """Tell whether a run begins with a country that has what follows: `West Germany's Holm AG`."""
    first = (" ".join(words[:size]) for size in (1, 2) if size < len(words))
    return any(name.endswith(("'s", "’s")) and kind_of(name[:-2]) == "place" for name in first)


def begins_with_place(words: list[str]) -> bool:
    """Tell whether a run begins with a known place or people, and no compound of two: `Russian-Chinese`."""
    return "-" not in words[0] and any(
        kind_of(" ".join(words[:size])) in ("place", "nationality") for size in (1, 2) if size < len(words) - 1
    )


def unseen_bodies(text: str) -> Iterator[Span]:
    """Yield runs of capitalised words whose last one says what they name, for where nothing else was found."""
    for match in CAPITALS.finditer(text):
        kind = kind_by_headword(match["name"])
        if kind in ("organization", "place", "facility"):
            yield Span(start=match.start("name"), end=match.end("name"), kind=kind, rule="headword")

"""What speaks for each kind of a name at the places where an article has it: titles, speech, prepositions, callings."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from tasks.extractors.mentions.kinds.descriptions import is_called_body, is_described, works_at
from tasks.extractors.mentions.kinds.forms import ACRONYM
from tasks.extractors.mentions.kinds.roles import role_before
from tasks.extractors.mentions.kinds.surnames import MET_AFTER, MET_BEFORE
from tasks.extractors.mentions.lexicon.cities import is_city
from tasks.extractors.mentions.lexicon.countries import country_code
from tasks.extractors.mentions.lexicon.firms import has_or_does, has_staff, is_called_firm, tells_deed
from tasks.extractors.mentions.lexicon.headwords import kind_by_headword
from tasks.extractors.mentions.lexicon.regions import countries_of_region, us_states
from tasks.extractors.mentions.lexicon.spans import Span
from tasks.extractors.mentions.lexicon.tables import any_of
from tasks.extractors.mentions.lexicon.titles import title_before

SPEECH_AFTER = re.compile(
    r",? (?:said|says|told|added|explained|recalled|argued|wrote|insisted|noted|admitted|replied|answered"
    r"|denied|declined|refused|stressed|emphasized|underlined|underscored|reiterated|remarked|acknowledged)\b"
)
"""`Orlov said`: of a single word, mostly a person's."""
UNDER_PREPOSITION = re.compile(r"\b(?:of|at|for|from|with|in) (?:the )?$")
"""Who is not the one that speaks: `the president of Sydus, said`."""
OWN_GOODS = re.compile(r" (?:said|says|announced|reported|expects|plans)(?: that)? its\b")
"""`Sydus said its profit rose`: of a name without a title, a firm's."""
SPEECH_BEFORE = re.compile(r"\b(?:said|says|added|told)(?: [A-Z][\w.]*)? $|(?:said|says|added) [\w ]{2,20}['’]s $")
"""`said Berlin`, `said Sydus's Berlin`."""
MORE_SPEECH_AFTER = re.compile(r" (?:contended|conceded|predicted|estimated|warned|agreed|commented|concluded)\b")
CLAUSE_END = re.compile(r"\s*(?:[.,;:\n\"”]|$)")
COURTESY_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.? $")
OWN_WORDS = re.compile(r" (?:said|says|added|insisted|admitted|denied)(?: that)? (?:he|she)\b")
"""`Gaymard said he`."""
OWN_DEEDS = re.compile(
    r" (?:said|says|announced|reported|expects|plans)(?: that)? (?:its?|the (?:bank|company|firm))\b"
)
"""`Sydus said it would`: a firm's words, whoever bears its name."""
PERSON_AFTER = re.compile(
    r",? (?:who|whose|himself|herself|aged)\b|, \d\d,|(?:['’]s)? (?:administrations?|brothers|family)\b"
    r"|, (?:MSc|BSc|PhD|Ph\.D|M\.?D|MBA|M\.?A|Q\.?C|MP|OBE|CBE|KBE|Jr|Sr|Esq)\b"
)
"""`Orlov, 46,`, `Orlov, whose`, `the Orlov administration` and `Orlov, PhD`."""
KIN_AFTER = re.compile(
    r"['’]s (?:wife|husband|widow|mother|father|son|daughter|regime|biographer)\b|,? (?:himself|herself)\b|, \d\d,"
)
"""`Orlov's wife`, `Orlov himself`: of nobody but a person."""
ORGANIZATION_BEFORE = re.compile(
    r"\b(?:newspaper|daily|magazine|agency|company|institute|firm|group|party|club|[Bb]roadcaster|rival|[Aa]irline|carrier|"
    r"[Rr]etailer|operator|\w*maker|giant|market leader|[Mm]anufacturer|[Ii]nsurer|[Bb]rewer|[Ll]ender|[Pp]ublisher|"
    r"[Ss]hipbuilder|supermarket|chain|subsidiary|merger with|takeover (?:of|by)|buyout of|chairman of|CEO of|"
    r"director of|president of|chief executive of|partner of|boss of|auditors? of|creditors of|"
    r"shareholders of|finances of|"
    r"founder of|owners? of|leader of|leaders of|member of|members of|activists? of|faction of|spokesman for|"
    r"spokeswoman for|editor of|joined) (?:the )?$"
    r"|\b(?:company|firm|society|union|charity|airline|subsidiary|retailer|broadcaster|bank|insurer|consultancy"
    r"|newsletter|brokerage|stockbroker|weekly|militia|faction|cartel|think tank|cooperative"
    r"|(?:rebel|guerrilla) group), $"
)
"""`the newspaper La Prensa`, `chairman of Alfa`, `the rights society, Alfa,`."""
EMPLOYER_BEFORE = re.compile(
    r"\b(?:analysts?|economists?|strategists?|traders?|dealers?|brokers?|researchers?)"
    r"(?: (?:at|with|for)|(?: [A-Z][\w.-]*){1,3} (?:at|with|of|for)) $|\b(?:[Ss]hares|[Ss]take) (?:of|in) $"
    r"|\b(?:president|director|head|manager|chief|executive|officer|editor|spokes(?:man|woman|person))"
    r"(?: of (?:[a-z]+ ){0,3}[a-z]+)? (?:for|at|with) $"
)
"""`an analyst at Merrill Lynch`, `analyst Rosa Hill of Kidder Peabody`, `vice president of sales for Merrill`."""
SHARES_BEFORE = re.compile(rf"\b(?i:{any_of('before what shares are of')}) in $")
"""`shares in Lufthansa` are in no place."""
TICKER_AFTER = re.compile(r" <[A-Z][A-Z.\d]*>")
"""A company's sign in dispatches: `Royal Dutch <RD>`."""
FARTHEST_EMPLOYER = 80
FARTHEST_BEHIND = 90
ORGANIZATION_AFTER = re.compile(
    r" (?:news agency|newspaper|daily|magazine|website|television|radio|party|movement"
    r"|faction|bloc|company|group|spokes\w+"
    r"|shares|report|shareholders?|auditors?|creditors|chief (?:financial|executive|operating|technology) officer)\b"
    r"|['’]s (?:finances|shareholders|creditors|auditors|bankruptcy|accounts|earnings|turnover)\b"
    r"| (?:said|says|reported|reports|wrote|writes), (?:quoting|citing)\b"
)
"""`the Tasnim news agency`."""
PRESS_AFTER = re.compile(r" (?:newspapers?|daily|weekly|magazine|news agency|broadcaster)\b")
"""`the Working Day| newspaper`."""
CANDIDATE_AFTER = re.compile(
    r" (?:told|urged|promised|reminded|assured) (?:(?:his|her) )?(?:supporters|voters|fans|delegates"
    r"|(?:a|the) (?:rally|crowd))\b"
    r"|(?:['’]s?)? (?:running mate|surrogates?|candidacy|presidency|inauguration)\b"
)
"""`Hale| told supporters`, `Hale|'s running mate`: of nobody but one who stands for an office."""
CAMPAIGN_AFTER = re.compile(r"(?:['’]s?)? (?:campaign|administration|supporters|nomination)\b")
TOWN_BEFORE = re.compile(
    r"\b(?i:(?:mayors?|council|centre|center|streets|voters|families|men|women) (?:of|from)"
    r"|(?:is|are|was|were|came|come|comes|hails?|people|residents|students|drove|miles|km|kilomet(?:re|er)s) from) $"
)
"""`the mayor of |Gudermes|`, of which a candidate may bear the name."""
LISTED_AFTER = re.compile(r",? and (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?=[.;:)\n]|$)")
"""The end of a list: `near Omsk, Gudermes| and Tall Nour.`"""
FROM_TO = re.compile(
    r"\b(?:pipelines?|roads?|railway|line|route|flights?|trains?|bus|ferry|highway|motorway|flew|fly|flying|travel+ed"
    r"|drove|sailed|walked) (?:[a-z]+ )?from (?:the )?(?P<first>[A-Z][\w’'-]+) to $"
)
"""`a pipeline from Omsk to |Gudermes|`."""
FULL_BEHIND = re.compile(
    r", the (?P<name>[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ ){0,4}(?:(?:for|of|on) )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})[,.;]"
)
OWNS = re.compile(r"['’]s \w")
"""`in Orlov|'s memoirs`: in no place."""
JOINT = re.compile(r",? (?:and|or) ")
LIST_END = re.compile(
    r"[,.;:)\n]|$| (?:and|or|in|on|for|after|before|as|during|with|to|at|by|from|since|over|where"
    r"|will|would|has|have|had|was|were)\b"
)
"""What may follow the last of several places: `in Omsk and Gudermes| on Monday`."""
PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|at|[Nn]ear|[Tt]hroughout|[Oo]utside|[Ii]nside|[Aa]round|(?:cit(?:y|ies)|town|village|outskirts|suburb|capital|islands?|province|"
    r"district|region|municipality|port|neighborhood|inhabitants|residents|people|(?:north|south)?(?:east|west)|north|south)"
    r" of|capital,|capital) $"
    r"|\b(?:areas|cities|districts|islands|ports|provinces|regions|suburbs|towns|villages)\b[\w ]{0,20}"
    r" (?:including|like|such as) $"
)
"""`the town of Gudermes`, but not `the Gudermes`."""
PLACE_AFTER = re.compile(
    r"-based\b| (?:borough|city|province|region|district|village|town|county|area|airport|residents?|gorge|valley)\b"
    r"| (?:border |frontier )?(?:crossing|checkpoint|border post|frontier post)\b"
    r"| (?:murders|murderer|massacre|earthquake|floods|landslide)\b"
    r"| (?:police (?:station|post|district)|bridge|junction|car ?park|roundabout|reservoir|plateau|peninsula|highlands"
    r"|constituency|railway station|bus station|metro station|neighbou?rhood|suburbs?|waterfall|lagoon)\b"
)
"""`Gudermes district`."""
SITE_AFTER = re.compile(rf"(?: (?:{any_of('what a mine yields')})){{0,3}} (?:{any_of('site of riches')})\b")
"""`Gudermes oil field`, whoever bears the name elsewhere."""
WORKS_AFTER = re.compile(
    rf" (?:[a-z-]+ )?(?:(?P<sure>{any_of('site that bears its own name')})|(?:{any_of('site of a firm too')}))\b"
    r"(?! (?:manager|director|worker|operator|owner|maker)s?\b)"
)
"""`Gudermes power station`, `Gudermes plant`."""
MOVED_BEFORE = re.compile(
    r"\b(?:crossed|flew|fly|flying|flown|sailed|sailing|travel+ed|travel+ing|arrived|drove|driving|marched|fled|retreated"
    r"|deported|evacuated|withdrew|withdrawn|marching|march|trek|airlifted|convoys?|refugees|flights?|trains?|ferry) "
    r"(?:[a-z]+ )?(?:from|to|via|into|towards?) $"
    r"|\b(?:shelled|shelling|bombed|bombarded|besieged|occupied|liberated|recaptured|overran|stormed) $"
)
"""`fled from |Gudermes|`."""
PLACE_BEHIND = re.compile(
    r", (?:the|an?|one of the) (?:(?!of |from |in )[\w’'-]+ ){0,4}?"
    r"(?:area|capital|city|district|hamlet|island|municipality|neighbou?rhood|port"
    r"|province|region|resort|settlement|suburb|town|township|village)"
    r"(?:[,.;]| (?:of|in|near|outside|on|about|north|south|east|west|where|that|which|whose|some|\d+)\b)"
)
"""`Gudermes, a town in`."""
COUNTRY_AFTER = re.compile(r", (?P<country>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?!['’]s?\b|\w)")
STATE_AFTER = re.compile(r", (?P<state>(?:[A-Z][\w.]*\.|[A-Z][a-z]+)(?: [A-Z][a-z]+\.?)?)(?=[,;.)]|$)")
"""`Neal, W. Va.,` and `Haverhill, Ohio,`."""
WINDOW = 24
OF_ONE_LABEL = 2
"""What the model's word for a name counts."""
OWN_KINDS = ("organization", "person", "place", "facility")
Votes = Mapping[str, Counter[str]]


def votes_by_name(text: str, spans: Sequence[Span]) -> dict[str, Counter[str]]:
    """Count, for each name of the article, what speaks for each kind at all of its places."""
    votes: dict[str, Counter[str]] = {}
    sited, person = -1, None
    for span in spans:
        count = votes.setdefault(text[span.start : span.end], Counter())
        count[span.kind] += 2
        count["body"] += is_of(text, person, span)
        person = span if span.kind == "person" and " " in text[span.start : span.end] else None
        count_people(text, span, count)
        count_bodies(text, span, count)
        before, after = beside(text, span)
        is_in = (PLACE_BEFORE.search(before) or MOVED_BEFORE.search(before)) and not OWNS.match(after)
        if (is_in and not is_held(text, span)) or is_sited(text, span, last=sited):
            count["place"] += 3
            count["site"] += 1
            count["within"] += not before.endswith(" at ")
            count["mine"] += SITE_AFTER.match(text, span.end) is not None
            sited = span.end
        count_works(text, span, count)
    return votes


def is_of(text: str, person: Span | None, span: Span) -> bool:
    """Tell whether what was taken for somebody is what another is of, named right before: `Omar Hale of |Ata-Zher|`."""
    return person is not None and span.kind == "person" and text[person.end : span.start] == " of "


def beside(text: str, span: Span) -> tuple[str, str]:
    """Give what stands right before and behind a name."""
    return text[max(0, span.start - WINDOW) : span.start], text[span.end : span.end + WINDOW]


def count_people(text: str, span: Span, count: Counter[str]) -> None:
    """Count what speaks for a person at a place of a name; what has goods of its own and speaks is a body."""
    before, after = beside(text, span)
    if title_before(before) or role_before(text, span.start):
        count["person"] += 6
        count["title"] += 1
    count["met"] += bool(MET_BEFORE.search(before) or MET_AFTER.match(after))
    count["kin"] += bool(KIN_AFTER.match(after))
    count["candidate"] += bool(CANDIDATE_AFTER.match(after))
    count["campaign"] += bool(CAMPAIGN_AFTER.match(after))
    count["town"] += bool(TOWN_BEFORE.search(before))
    if PERSON_AFTER.match(after) or KIN_AFTER.match(after):
        count["person"] += 3
        count["human"] += 1
    name = text[span.start : span.end]
    if OWN_GOODS.match(after) or tells_deed(text, span.end):
        count["organization"] += 6
        count["body"] += 1
    elif SPEECH_AFTER.match(after) and not ACRONYM.match(name) and not no_speaker(before):
        count["person"] += 4 if OWN_WORDS.match(after) else 1 if " " in name else 3
        count["human"] += 1
        count["spoke"] += OWN_WORDS.match(after) is None
    if is_described(text, span.start, span.end):
        count["person"] += 4
        count["human"] += 1
        count["described"] += 1


def count_bodies(text: str, span: Span, count: Counter[str]) -> None:
    """Count what speaks for a body at a place of a name."""
    before, after = beside(text, span)
    is_beside = ORGANIZATION_BEFORE.search(before) or ORGANIZATION_AFTER.match(after) or is_called_body(before)
    is_behind = is_called_firm(text, span.end)
    is_firm = has_or_does(text, span.end) or is_named_body(text, span.end)
    is_firm = is_firm or has_staff(text, span.end)
    if is_beside or is_behind or (is_firm and not is_known_place(text[span.start : span.end])):
        count["body"] += 1
    employer = employer_before(text, span)
    count["employer"] += bool(EMPLOYER_BEFORE.search(employer))
    count["listed"] += bool(TICKER_AFTER.match(after))
    count["press"] += bool(PRESS_AFTER.match(after))
    if TICKER_AFTER.match(after) or EMPLOYER_BEFORE.search(employer) or works_at(employer):
        count["organization"] += 3
        count["body"] += 1


def count_works(text: str, span: Span, count: Counter[str]) -> None:
    """Count what speaks for a building or grounds at a place of a name: `sure` where no firm may be meant instead."""
    works = WORKS_AFTER.match(text, span.end)
    count["works"] += works is not None
    count["sure"] += works is not None and works["sure"] is not None


def is_candidate(name: str, count: Counter[str]) -> bool:
    """Tell whether a word is somebody who stands for an office, though a town is called so: `the Jackson campaign`."""
    is_standing = count["candidate"] or (count["campaign"] and count["person"] >= OF_ONE_LABEL)
    return bool(is_standing) and not (count["body"] or count["site"] or count["town"] or countries_of_region(name))


def is_known_place(name: str) -> bool:
    """Tell whether a name is a city's or region's: what it has or whom it employs makes it no firm."""
    return is_city(name) or bool(countries_of_region(name))


def is_named_body(text: str, end: int) -> bool:
    """Tell whether a body's name in full stands behind letters that end here: `Cern|, the European Laboratory,`."""
    full = FULL_BEHIND.match(text, end)
    return full is not None and kind_by_headword(full["name"]) == "organization"


def employer_before(text: str, span: Span) -> str:
    """Give as much before a name as says who works there."""
    return text[max(0, span.start - FARTHEST_EMPLOYER) : span.start]


def is_held(text: str, span: Span) -> bool:
    """Tell whether a name is of what shares or work are in: `shares in Lufthansa`, `a clerk at Lufthansa`."""
    employer = employer_before(text, span)
    is_employer = EMPLOYER_BEFORE.search(employer) is not None or works_at(employer)
    return is_employer or SHARES_BEFORE.search(beside(text, span)[0]) is not None


def is_sited(text: str, span: Span, *, last: int) -> bool:
    """Tell whether the words behind a name make it a place, or `and` does that joins it to one that ends at `last`."""
    after = text[span.end : span.end + WINDOW]
    if PLACE_AFTER.match(after) or SITE_AFTER.match(text, span.end) or is_in_country(after):
        return True
    way = FROM_TO.search(text, max(0, span.start - FARTHEST_BEHIND), span.start)
    is_joined = last >= 0 and JOINT.fullmatch(text, last, span.start) and LIST_END.match(text, span.end)
    is_among = last >= 0 and text[last : span.start] == ", " and LISTED_AFTER.match(text, span.end)
    is_listed = is_joined or is_among or (way is not None and is_known_place(way["first"]))
    return bool(is_listed or PLACE_BEHIND.match(text, span.end, span.end + FARTHEST_BEHIND))


def no_speaker(before: str) -> bool:
    """Tell whether what stands before a name says that it is no person who speaks: `firm Sophos said`."""
    return UNDER_PREPOSITION.search(before) is not None or ORGANIZATION_BEFORE.search(before) is not None


def is_in_country(after: str) -> bool:
    """Tell whether the words after a name are those of the country or state it lies in: `, Syria, where`."""
    match, state = COUNTRY_AFTER.match(after), STATE_AFTER.match(after)
    is_state = state is not None and state["state"] in us_states()
    return is_state or (match is not None and country_code(match["country"], "place", on=None) is not None)

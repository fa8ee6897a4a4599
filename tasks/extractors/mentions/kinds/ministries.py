"""Ministries and departments by what they are for, in full: `Ministry of Gender, Labour and Social Development`."""

import re
from collections.abc import Iterator

from tasks.extractors.mentions.lexicon.spans import Span

SUBJECT = (
    r"(?:(?:Foreign|Internal|Home|Social|Human|Natural|Public|Economic|International|Rural|Urban|Local|Higher|Tertiary|"
    r"Basic|National|Civil|Information|Youth|Women|Women’s|Women's|Food|Water|Marine|Mineral|Emergency|External|Religious|"
    r"Environmental|Regional|Veterans|Veterans’) )?"
    r"(?:Affairs|Defense|Defence|Interior|Finance|Economy|Economics|Planning|Development|Trade|Industry|Commerce|Labor|"
    r"Labour|Employment|Education|Science|Technology|Innovation|Culture|Sports?|Tourism|Youth|Health|Welfare|Gender|Family|"
    r"Justice|Agriculture|Fisheries|Livestock|Forestry|Forests|Environment|Energy|Petroleum|Mines|Mining|Resources|Power|"
    r"Transport|Transportation|Railways|Communications?|Telecommunications|Information|Works|Housing|Construction|"
    r"Infrastructure|Immigration|Security|Peace|Cooperation|Investment|Water|Rights|Situations|Protection|Services?|"
    r"Administration|Government|Communities|Heritage|Arts|Lands?|Climate Change|Research|Training|Skills|Community|"
    r"Homeland Security|Foreign Trade|Taxation|Taxes|Property|State Property|the Interior|Revenue|Treasury|Antiquities)"
)
MINISTRY = re.compile(
    rf"\b(?:Ministry|Department|Ministries|Secretariat|Committee|Directorate) (?:of|for) (?:the )?{SUBJECT}"
    rf"(?:(?:, (?:and )?| and | & |, & ){SUBJECT}){{0,6}}\b"
)


def ministries(text: str) -> Iterator[Span]:
    """Yield the ministries and departments of a text that are named by their subjects."""
    for match in MINISTRY.finditer(text):
        yield Span(start=match.start(), end=match.end(), kind="organization", rule="ministry")

"""Where a name begins and ends: without article, title, possessive ending, punctuation or stray small words."""

import re

from tasks.extractors.mentions.lexicon.tables import any_of
from tasks.extractors.vocabulary.given_names import genders
from tasks.extractors.vocabulary.nouns import noun_kinds

LEAD = re.compile(
    rf"(?:(?i:{any_of('determiner')})\s+"
    r"|(?:anti|pro)\s+(?=[A-Z])|(?:anti|non|pro|[Ee]x|post|pre|mid)-(?=[A-Z])|(?:former|formerly|surnamed|called|named|[Dd]ear)\s+"
    r"|(?:institute|firm|company|group|giant|consultancy|think-tank|retailer|newspaper|agency|airline)\s+(?=[A-Z])"
    r"|(?:A|Aa|Baa|Ba|B|Caa)-[123]\s+(?=[A-Z])|[^\w\s]+|\s+)"
)
TAIL = re.compile(
    r"(?:['’]s?|,?\s+(?:MP|MEP|MSP|QC|KC|CBE|OBE|MBE|PhD|MSc|MBA)|[\s,;:.“”\"()\[\]‘*…–—-]+|\s+(?:and|or|of|for|the|in|at|to|with|on|by|from|a|an|is|was|as|who|he|she))$"
)
CALLING = re.compile(r"[A-Z][a-z]+(?:ist|ician|woman|ress)$")
"""A calling by its ending: `Guitarist`, `Statistician`."""
SMALL_BEHIND = re.compile(r"[A-Z]{2,6}s?(?= [a-z]+(?: [a-z]+)?$)")
"""An acronym before a common word: `FCA| board`."""
REGNAL = re.compile(r"[a-z]{2,} [IVX]\.$")
"""A number at a sentence's end, and no initial: `Sultan Murad I|.`"""
ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.)+$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros)\.$")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow the two offsets to the bare name: `the Duma’s` to `Duma`."""
    while start < end:
        lead = LEAD.match(text, start, end)
        if lead and lead.end() < end:
            start = lead.end()
            continue
        tail = TAIL.search(text[start:end])
        if not tail or tail.start() == 0 or ABBREVIATION.search(text[start:end]):
            break
        end = start + tail.start()
    end = end - 1 if REGNAL.search(text[start:end]) else end
    acronym = SMALL_BEHIND.match(text[start:end])
    return start, start + acronym.end() if acronym else end


def after_calling(text: str, start: int, end: int) -> int:
    """Tell where a person's name begins behind what he is, with the capital of its sentence: `Guitarist |Nils Berg`."""
    first, _, rest = text[start:end].partition(" ")
    is_given = first in genders()
    is_calling = CALLING.match(first) is not None and " " in rest
    is_noun = noun_kinds().get(first.lower()) == "person" and rest.partition(" ")[0] in genders()
    return start + len(first) + 1 if rest and not is_given and (is_calling or is_noun) else start

"""Where a name begins and ends: without article, title, possessive ending, punctuation or stray small words."""

import re

from tasks.extractors.mentions.lexicon.tables import any_of

LEAD = re.compile(
    rf"(?:(?i:{any_of('determiner')})\s+"
    r"|(?:anti|non|pro|ex|post|pre|mid)-(?=[A-Z])|(?:former|formerly|surnamed|called|named|[Dd]ear)\s+"
    r"|(?:institute|firm|company|group|giant|consultancy|think-tank|retailer|newspaper|agency|airline)\s+(?=[A-Z])"
    r"|[^\w\s]+|\s+)"
)
TAIL = re.compile(
    r"(?:['’]s?|,?\s+(?:MP|MEP|MSP|QC|KC|CBE|OBE|MBE|PhD|MSc|MBA)|[\s,;:.“”\"()\[\]‘*…–—-]+|\s+(?:and|or|of|for|the|in|at|to|with|on|by|from|a|an|is|was|as|who|he|she))$"
)
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
    return start, end
